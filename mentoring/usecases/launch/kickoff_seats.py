"""Seats at a kick-off: taken, given up, and made known to Outlook."""

from __future__ import annotations

import secrets
from dataclasses import replace
from datetime import datetime, timedelta

from mentoring.domain.errors import Refusal
from mentoring.domain.kickoff import (
    Kickoff,
    KickoffState,
    Seat,
    seat_id,
)
from mentoring.domain.people import Profile
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Above, UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.cycles import for_cycle
from mentoring.usecases.common.effects import ask, ask_soon, one_step
from mentoring.usecases.launch.kickoff_cards import CALLED_OFF, is_open, seat_card
from mentoring.usecases.privacy.leaving import on_leaving

SETTLES = timedelta(seconds=2)
"""Answers come in bursts after the cards; this is how long they are gathered before Outlook is told
once.
"""


def take_seat(
    uow: UnitOfWork, moment: Moment, kickoff_id: str, person_id: str, number: int
) -> None:
    """Take a seat at a date, or none (-1); a seat taken before becomes free.

    Raises:
        Refusal: ``kickoff-full``; ``stale`` once it or its cycle is over, for a date that is past,
            or for somebody who was not asked.
    """
    # Seats are limited, so those who take one at the same moment wait for each other here.
    kickoff, now = uow.kickoffs.need(kickoff_id), moment.now
    asked = uow.postings.any(kind=seat_card.name, subject_id=kickoff.id, person_id=person_id)
    if not is_open(kickoff, moment) or not -1 <= number < len(kickoff.dates) or not asked:
        raise Refusal("stale")
    if number >= 0 and kickoff.dates[number].start <= now:
        raise Refusal("stale")
    _sit_down(uow, kickoff, person_id, number, now)


def _sit_down(
    uow: UnitOfWork, kickoff: Kickoff, person_id: str, number: int, now: datetime
) -> None:
    before = uow.seats.get(seat_id(kickoff.id, person_id))
    if before and before.number == number:
        return
    if (
        number >= 0
        and uow.seats.count(kickoff_id=kickoff.id, number=number) >= kickoff.dates[number].seats
    ):
        raise Refusal("kickoff-full")
    uow.seats.put(Seat(seat_id(kickoff.id, person_id), kickoff.id, person_id, number))
    for changed in {number, before.number if before else -1} - {-1}:
        _invite_soon(uow, f"{kickoff.id}:{changed}", now)


def _invite_soon(uow: UnitOfWork, subject: str, now: datetime) -> None:
    ask_soon(uow, invite_seated, subject, now, now + SETTLES, once=secrets.token_hex(8))


@one_step(queue="sessions", stored_as="kickoff_invite")
async def invite_seated(world: World, subject: str) -> None:
    """Let the event of a date have exactly those who have taken a seat; Outlook writes to those who
    are new or gone.
    """
    kickoff_id, _, number = subject.rpartition(":")
    kickoff, people = await world.read(lambda uow, _: _seated(uow, kickoff_id, int(number)))
    if kickoff.state in CALLED_OFF:
        return
    await world.calendar.invite(kickoff.by, kickoff.dates[int(number)].event_id, people)


def _seated(uow: UnitOfWork, kickoff_id: str, number: int) -> tuple[Kickoff, list[Profile]]:
    seated = [
        person for (person,) in uow.seats.columns("person_id", kickoff_id=kickoff_id, number=number)
    ]
    return uow.kickoffs.need(kickoff_id), [person.profile for person in uow.people.all(id=seated)]


@on_leaving
def give_up_seats(uow: UnitOfWork, moment: Moment, person_id: str) -> bool:
    """Somebody who is to be forgotten comes to no kick-off: their seats are free, and Outlook takes
    them off the events that are to come.
    """
    for seat in uow.everywhere.seats.all(person_id=person_id, number=Above(-1)):
        _give_up(uow, moment, seat)
    return False


def _give_up(uow: UnitOfWork, moment: Moment, seat: Seat) -> None:
    kickoff = uow.everywhere.kickoffs.need(seat.kickoff_id)
    if kickoff.state is KickoffState.OPEN and kickoff.dates[seat.number].start > moment.now:
        here = for_cycle(uow, kickoff.cycle_id)
        here.seats.put(replace(seat, number=-1))
        ask(here, invite_seated, f"{kickoff.id}:{seat.number}", once=secrets.token_hex(8))

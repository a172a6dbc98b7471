"""The dates of a kick-off in the owner's calendar: booked, moved, cancelled, and over."""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import Mapping
from dataclasses import replace

import structlog

from mentoring.domain.errors import Gone, NotAllowed, NotThere, Refusal, Rejected
from mentoring.domain.kickoff import (
    MINUTES,
    MOST_SEATS,
    Gathering,
    Kickoff,
    KickoffState,
)
from mentoring.domain.upkeep import Timer
from mentoring.ports.calendar import Booked, GatheringWish
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Above, UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.effects import ask, one_step
from mentoring.usecases.common.postings import post_to
from mentoring.usecases.common.showing import time_has_come
from mentoring.usecases.common.timers import set_timer, when_due
from mentoring.usecases.launch.kickoff_cards import (
    SHOWN_FIRST,
    is_open,
    kickoff_card,
    missed_card,
    participants,
    seat_card,
)

log = structlog.get_logger()


@one_step(queue="sessions", stored_as="kickoff")
async def open_dates(world: World, kickoff_id: str) -> None:
    """Book each date in the owner's calendar, with a Teams link and nobody invited yet; then ask
    everybody. What was discarded meanwhile is taken out of the calendar again.
    """
    kickoff = await world.read(lambda uow, _: uow.kickoffs.need(kickoff_id))
    if kickoff.state not in {*SHOWN_FIRST, KickoffState.DISCARDED}:
        return
    booked, refused = await _booked(world, kickoff)
    if not await world.run(lambda uow, _: _opened(uow, kickoff_id, booked, refused=refused)):
        await cancel_dates(world, kickoff_id)


async def _booked(world: World, kickoff: Kickoff) -> tuple[Mapping[int, Booked], bool]:
    """What was booked, by the number of the date, and whether Microsoft 365 has refused the
    rest.
    """
    wording = (await world.moment()).wording
    subject, body = wording.kickoff_subject(), wording.kickoff_body()
    booked: dict[int, Booked] = {}
    for number, each in enumerate(kickoff.dates):
        key, site = f"{kickoff.id}:{number}", each.site
        wish = GatheringWish(key, kickoff.by, subject, body, each.start, each.end, site)
        try:
            booked[number] = await world.calendar.book_gathering(wish)
        except (NotAllowed, NotThere, Rejected) as error:
            name = type(error).__name__
            log.warning("kickoff.refused", kickoff=kickoff.id, error=name, text=str(error))
            return booked, True
    return booked, False


def _opened(
    uow: UnitOfWork, kickoff_id: str, booked: Mapping[int, Booked], *, refused: bool
) -> bool:
    """Keep what was booked and ask everybody; where the rest was refused, owners decide. False if
    it was discarded meanwhile.
    """
    kickoff = uow.kickoffs.need(kickoff_id)
    dates = tuple(_with(each, booked.get(n)) for n, each in enumerate(kickoff.dates))
    if kickoff.state is KickoffState.DISCARDED:
        uow.kickoffs.put(replace(kickoff, dates=dates))
        return False
    if kickoff.state in SHOWN_FIRST and refused:
        uow.kickoffs.put(replace(kickoff, dates=dates, state=KickoffState.TROUBLE))
    elif kickoff.state in SHOWN_FIRST:
        _ask(uow, replace(kickoff, dates=dates, state=KickoffState.OPEN))
    return True


def _with(date: Gathering, booked: Booked | None) -> Gathering:
    return replace(date, event_id=booked.id, join_url=booked.join_url) if booked else date


def _ask(uow: UnitOfWork, kickoff: Kickoff) -> None:
    uow.kickoffs.put(kickoff)
    post_to(uow, seat_card, kickoff.id, participants(uow))
    _set_timers(uow, kickoff)


def _set_timers(uow: UnitOfWork, kickoff: Kickoff) -> None:
    set_timer(uow, kickoff_over, kickoff.id, max(each.end for each in kickoff.dates))
    for number, each in enumerate(kickoff.dates):
        set_timer(uow, kickoff_begun, kickoff.id, each.start, suffix=f":{number}")


def change_date(
    uow: UnitOfWork, moment: Moment, kickoff_id: str, number: int, wanted: Gathering
) -> None:
    """Let a date of the open kick-off be at another time or site, or have other seats.

    Whoever has a seat keeps it, and hears of it from Outlook; everybody's card shows it.

    Raises:
        Refusal: ``stale`` unless it and its cycle are open and the date is to come;
            ``kickoff-day-past``, ``kickoff-seats``; ``kickoff-seats-taken`` if more come than there
            would be seats. Each names its input.
    """
    kickoff = uow.kickoffs.need(kickoff_id)
    if not is_open(kickoff, moment) or not 0 <= number < len(kickoff.dates):
        raise Refusal("stale")
    before = kickoff.dates[number]
    if before.start <= moment.now:
        raise Refusal("stale")
    _require_possible(uow, moment, kickoff, number, wanted)
    changed = replace(before, start=wanted.start, site=wanted.site, seats=wanted.seats)
    if changed == before:
        return
    dates = (*kickoff.dates[:number], changed, *kickoff.dates[number + 1 :])
    _set_timers(uow, uow.kickoffs.put(replace(kickoff, dates=dates)))
    if (changed.start, changed.site) != (before.start, before.site):
        ask(uow, move_date, f"{kickoff.id}:{number}", once=secrets.token_hex(8))


def _require_possible(
    uow: UnitOfWork, moment: Moment, kickoff: Kickoff, number: int, wanted: Gathering
) -> None:
    if wanted.start <= moment.now:
        raise Refusal("kickoff-day-past", field=f"day{number}")
    if not 1 <= wanted.seats <= MOST_SEATS:
        raise Refusal("kickoff-seats", field=f"seats{number}", most=MOST_SEATS)
    taken = uow.seats.count(kickoff_id=kickoff.id, number=number)
    if taken > wanted.seats:
        raise Refusal("kickoff-seats-taken", field=f"seats{number}", taken=taken)


@one_step(queue="sessions")
async def move_date(world: World, subject: str) -> None:
    """Bring the event of a date to where it is now; one that is gone is left alone.

    Where that is refused it is tried for as long as anything is, and then owners hear of it.
    """
    kickoff_id, _, number = subject.rpartition(":")
    kickoff = await world.read(lambda uow, _: uow.kickoffs.need(kickoff_id))
    date = kickoff.dates[int(number)]
    if kickoff.state is KickoffState.OPEN and date.event_id:
        with contextlib.suppress(Gone):
            await world.calendar.change_gathering(
                kickoff.by, date.event_id, date.start, MINUTES, date.site
            )


@one_step(queue="sessions")
async def cancel_dates(world: World, kickoff_id: str) -> None:
    """Cancel the events of all dates with a friendly line; one that is gone stays gone."""
    kickoff = await world.read(lambda uow, _: uow.kickoffs.need(kickoff_id))
    moment = await world.moment()
    why = "kickoff-closing" if kickoff.state is KickoffState.ENDED else "kickoff"
    comment = moment.wording.cancel_comment([moment.programme.language], why)
    for each in kickoff.dates:
        if each.event_id and each.start > moment.now:
            await world.calendar.cancel(kickoff.by, each.event_id, comment)


@when_due()
def kickoff_begun(uow: UnitOfWork, _moment: Moment, timer: Timer) -> None:
    """A date has begun: nobody takes a seat at it any more, nor is it changed."""
    kickoff = uow.kickoffs.get(timer.subject_id)
    if kickoff and kickoff.state is KickoffState.OPEN:
        for card in (seat_card, kickoff_card):
            time_has_come(uow, card, kickoff.id)


@when_due(stored_as="kickoff-over")
def kickoff_over(uow: UnitOfWork, _moment: Moment, timer: Timer) -> None:
    """The kick-off is over: whoever had no seat gets the five-minute version."""
    kickoff = uow.kickoffs.get(timer.subject_id)
    if kickoff is None or kickoff.state is not KickoffState.OPEN:
        return
    uow.kickoffs.put(replace(kickoff, state=KickoffState.OVER))
    there = {
        person
        for (person,) in uow.seats.columns("person_id", kickoff_id=kickoff.id, number=Above(-1))
    }
    post_to(
        uow,
        missed_card,
        kickoff.id,
        [person for person in participants(uow) if person not in there],
    )

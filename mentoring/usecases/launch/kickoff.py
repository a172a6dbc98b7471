"""The kick-off: owners name dates, participants take a seat, and whoever missed it gets the
five-minute version.
"""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import structlog

from mentoring.domain.enrolment import ENROLLED, Enrolment
from mentoring.domain.errors import Gone, NotAllowed, NotThere, Refusal, Rejected
from mentoring.domain.kickoff import (
    MINUTES,
    MOST_DATES,
    MOST_SEATS,
    Gathering,
    Kickoff,
    KickoffState,
    Seat,
    seat_id,
)
from mentoring.domain.people import Person, Profile
from mentoring.domain.posting import Posting
from mentoring.domain.programme import Programme
from mentoring.domain.upkeep import Timer
from mentoring.notices import Notice, Scene, matters, shows
from mentoring.ports.calendar import Booked, GatheringWish
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Above, Altered, UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.cycles import for_cycle
from mentoring.usecases.common.effects import ask, ask_soon, one_step
from mentoring.usecases.common.hours import Wait, cannot_wait
from mentoring.usecases.common.numbers import next_id
from mentoring.usecases.common.postings import post, post_to
from mentoring.usecases.common.previews import (
    STAMP,
    grows_old,
    is_old,
    require_fresh,
    require_same,
)
from mentoring.usecases.common.showing import EVERY, depends
from mentoring.usecases.common.timers import set_timer, when_due
from mentoring.usecases.privacy.leaving import on_leaving
from mentoring.usecases.programme.cycles import require_running

log = structlog.get_logger()

SHOWN_FIRST = frozenset({KickoffState.PREVIEW, KickoffState.TROUBLE})
"""The states in which nobody is asked yet."""
CALLED_OFF = frozenset({KickoffState.CANCELLED, KickoffState.ENDED})
SETTLES = timedelta(seconds=2)
"""Answers come in bursts after the cards; this is how long they are gathered before Outlook is told
once.
"""


@dataclass(frozen=True)
class KickoffNotice(Notice):
    """A kick-off as owners see it: how many have taken which date, and how many are asked.

    ``is_old``: it was shown too long ago to be confirmed. ``to_come`` are the numbers of the dates
    that may still be changed.
    """

    kickoff: Kickoff
    owner: Person
    taken: Mapping[int, int]
    asked: int
    is_old: bool = False
    to_come: tuple[int, ...] = ()

    @property
    def seen(self) -> str:
        """What a press says of what its owner has seen."""
        return str(self.asked)


@dataclass(frozen=True)
class SeatNotice(Notice):
    """A kick-off as one who is asked sees it.

    ``mine`` is the number of the date taken, -1 for none of them, None for no answer yet.
    """

    kickoff: Kickoff
    person: Person
    programme: Programme
    taken: Mapping[int, int]
    mine: int | None
    now: datetime


@dataclass(frozen=True)
class MissedNotice(Notice):
    """The five-minute version of the kick-off, for somebody who missed it."""

    person: Person
    programme: Programme


@shows(to="owners", stored_as="kickoff")
def kickoff_card(uow: UnitOfWork, scene: Scene) -> KickoffNotice:
    """What owners see."""
    kickoff = uow.kickoffs.need(scene.posting.subject_id)
    old = kickoff.state in SHOWN_FIRST and is_old(kickoff.prepared_at, scene.now)
    ahead = tuple(n for n, each in enumerate(kickoff.dates) if each.start > scene.now)
    owner, taken = uow.people.need(kickoff.by), _taken(uow, kickoff)
    return KickoffNotice(kickoff, owner, taken, _asked(uow, kickoff), old, ahead)


@depends(kickoff_card, Kickoff, Seat, Enrolment, Posting)
def _kickoffs(_uow: UnitOfWork, change: Altered) -> Iterable[str]:
    """The dates, who has a seat, and who is asked or would be."""
    match change.row:
        case Kickoff(id=kickoff_id) | Seat(kickoff_id=kickoff_id):
            return [kickoff_id]
        case Posting(kind=seat_card.name, subject_id=kickoff_id):
            return [kickoff_id] if change.before is None else ()
        case Enrolment():
            return [EVERY] if change.alters("state", "application") else ()
    return ()


@shows(to="person", shared=True, in_hours=True, stored_as="kickoff_seat")
def seat_card(uow: UnitOfWork, scene: Scene) -> SeatNotice:
    """What one who is asked sees."""
    kickoff, person = (
        uow.kickoffs.need(scene.posting.subject_id),
        uow.people.need(scene.posting.person_id),
    )
    seat = uow.seats.get(seat_id(kickoff.id, person.id))
    return SeatNotice(
        kickoff,
        person,
        scene.programme,
        _taken(uow, kickoff),
        seat.number if seat else None,
        scene.now,
    )


@matters(seat_card)
def _is_to_come(uow: UnitOfWork, posting: Posting, now: datetime) -> bool:
    kickoff = uow.kickoffs.get(posting.subject_id)
    to_come = kickoff is not None and any(each.start > now for each in kickoff.dates)
    return to_come and kickoff is not None and kickoff.state is KickoffState.OPEN


@cannot_wait(seat_card)
def _is_near(uow: UnitOfWork, posting: Posting, wait: Wait) -> bool:
    """Whether one of the dates is ahead and begins less than a day after then."""
    dates = uow.kickoffs.need(posting.subject_id).dates
    return any(wait.is_too_long_for(each.start) for each in dates)


@depends(seat_card, Kickoff, Seat)
def _seats(_uow: UnitOfWork, change: Altered) -> Iterable[str]:
    """The dates, and how many seats are left."""
    return [change.row.id if isinstance(change.row, Kickoff) else change.row.kickoff_id]


@shows(to="person", in_hours=True, stored_as="kickoff_missed")
def missed_card(uow: UnitOfWork, scene: Scene) -> MissedNotice:
    """What one who was not there reads."""
    return MissedNotice(uow.people.need(scene.posting.person_id), scene.programme)


def _taken(uow: UnitOfWork, kickoff: Kickoff) -> Mapping[int, int]:
    return uow.seats.count_by("number", kickoff_id=kickoff.id)


def _asked(uow: UnitOfWork, kickoff: Kickoff) -> int:
    """How many are asked, or would be."""
    if kickoff.state in SHOWN_FIRST:
        return len(_participants(uow))
    return uow.postings.count(kind=seat_card.name, subject_id=kickoff.id)


def _participants(uow: UnitOfWork) -> list[str]:
    """Everybody enrolled, each once."""
    return sorted({person for (person,) in uow.enrolments.columns("person_id", **ENROLLED)})


def prepare(
    uow: UnitOfWork, moment: Moment, owner: str, dates: Sequence[Gathering], chat: Chat
) -> Kickoff:
    """Show the dates to the owner; nobody is asked yet.

    Raises:
        Refusal: ``kickoff-in-past``, ``kickoff-too-many``, ``kickoff-seats``, ``kickoff-nobody``
            while nobody is enrolled.
    """
    require_running(moment)
    if any(each.start <= moment.now for each in dates):
        raise Refusal("kickoff-in-past")
    if len(dates) > MOST_DATES:
        raise Refusal("kickoff-too-many", most=MOST_DATES)
    if any(not 1 <= each.seats <= MOST_SEATS for each in dates):
        raise Refusal("kickoff-seats", most=MOST_SEATS)
    if not uow.enrolments.any(**ENROLLED):
        raise Refusal("kickoff-nobody")
    key = next_id(uow, "kickoff")
    kickoff = uow.kickoffs.put(
        Kickoff(
            key,
            owner,
            tuple(sorted(dates, key=lambda each: each.start)),
            prepared_at=moment.now,
        )
    )
    post(uow, kickoff_card, kickoff.id, owner, chat=chat)
    grows_old(uow, moment, kickoff_card, kickoff.id)
    return kickoff


def discard(uow: UnitOfWork, _moment: Moment, kickoff_id: str) -> None:
    """Let go of what was shown; nobody is asked. What an attempt has booked before Microsoft 365
    refused the rest is taken out of the calendar.
    """
    kickoff = uow.kickoffs.need(kickoff_id)
    if kickoff.state in SHOWN_FIRST:
        uow.kickoffs.put(replace(kickoff, state=KickoffState.DISCARDED))
        if any(each.event_id for each in kickoff.dates):
            ask(uow, cancel_dates, kickoff.id)


def cancel(uow: UnitOfWork, _moment: Moment, kickoff_id: str) -> None:
    """Call the kick-off off: the events are cancelled, and everybody's card says so.

    Raises:
        Refusal: ``stale`` unless it is open.
    """
    kickoff = uow.kickoffs.need(kickoff_id)
    if kickoff.state is not KickoffState.OPEN:
        raise Refusal("stale")
    uow.kickoffs.put(replace(kickoff, state=KickoffState.CANCELLED))
    ask(uow, cancel_dates, kickoff.id)


def end_with_cycle(uow: UnitOfWork, moment: Moment) -> None:
    """With its cycle a kick-off ends, too: what is open is called off, and of what is only shown
    nobody is asked any more.
    """
    for each in uow.kickoffs.all(state=(KickoffState.OPEN, *SHOWN_FIRST)):
        if each.state is KickoffState.OPEN:
            uow.kickoffs.put(replace(each, state=KickoffState.ENDED))
            ask(uow, cancel_dates, each.id)
        else:
            discard(uow, moment, each.id)


def _is_open(kickoff: Kickoff, moment: Moment) -> bool:
    return kickoff.state is KickoffState.OPEN and not moment.cycle.is_over


def change_date(
    uow: UnitOfWork, moment: Moment, kickoff_id: str, number: int, wanted: Gathering
) -> None:
    """Let a date of the open kick-off be at another time or site, or have other seats.

    Whoever has a seat keeps it, and hears of it from Outlook; everybody's card shows it.

    Raises:
        Refusal: ``stale`` unless it and its cycle are open and the date is to come;
            ``kickoff-in-past``, ``kickoff-seats``; ``kickoff-seats-taken`` if more come than there
            would be seats.
    """
    kickoff = uow.kickoffs.need(kickoff_id)
    if not _is_open(kickoff, moment) or not 0 <= number < len(kickoff.dates):
        raise Refusal("stale")
    before = kickoff.dates[number]
    if before.start <= moment.now:
        raise Refusal("stale")
    _require_possible(uow, moment, kickoff, number, wanted)
    changed = replace(before, start=wanted.start, site=wanted.site, seats=wanted.seats)
    if changed == before:
        return
    dates = (*kickoff.dates[:number], changed, *kickoff.dates[number + 1 :])
    uow.kickoffs.put(replace(kickoff, dates=dates))
    set_timer(uow, kickoff_over, kickoff.id, max(each.end for each in dates))
    if (changed.start, changed.site) != (before.start, before.site):
        ask(uow, move_date, f"{kickoff.id}:{number}", once=secrets.token_hex(8))


def _require_possible(
    uow: UnitOfWork, moment: Moment, kickoff: Kickoff, number: int, wanted: Gathering
) -> None:
    if wanted.start <= moment.now:
        raise Refusal("kickoff-in-past")
    if not 1 <= wanted.seats <= MOST_SEATS:
        raise Refusal("kickoff-seats", most=MOST_SEATS)
    taken = uow.seats.count(kickoff_id=kickoff.id, number=number)
    if taken > wanted.seats:
        raise Refusal("kickoff-seats-taken", taken=taken)


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


def _is_opening(uow: UnitOfWork, kickoff: Kickoff) -> bool:
    """Whether somebody has confirmed it, and the dates are being booked."""
    return uow.effects.any(kind=open_dates.name, subject_id=kickoff.id, done=False)


def confirm(uow: UnitOfWork, moment: Moment, kickoff_id: str, *, seen: str = "") -> None:
    """Put the dates into the owner's calendar and ask everybody; confirming twice asks once.

    ``seen`` is what the owner has seen (``KickoffNotice.seen``).

    Raises:
        Refusal: ``kickoff-in-past``, ``preview-old``, ``preview-changed``, ``cycle-over``.
    """
    kickoff = uow.kickoffs.need(kickoff_id)
    if kickoff.state in SHOWN_FIRST and not _is_opening(uow, kickoff):
        require_running(moment)
        if any(each.start <= moment.now for each in kickoff.dates):
            raise Refusal("kickoff-in-past")
        require_fresh(kickoff.prepared_at, moment.now)
        require_same(seen, str(_asked(uow, kickoff)))
        ask(uow, open_dates, kickoff.id, once=f"{moment.now:{STAMP}}")


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
    post_to(uow, seat_card, kickoff.id, _participants(uow))
    set_timer(uow, kickoff_over, kickoff.id, max(each.end for each in kickoff.dates))


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
    if not _is_open(kickoff, moment) or not -1 <= number < len(kickoff.dates) or not asked:
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
        [person for person in _participants(uow) if person not in there],
    )

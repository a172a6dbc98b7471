"""Finding the times that are put to both: three slots for one session, or three series to choose
from.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from math import ceil
from zoneinfo import ZoneInfo

from mentoring.domain.people import Role
from mentoring.domain.poll import Option, Poll, PollState
from mentoring.domain.scheduling.plan import Explanation
from mentoring.domain.scheduling.search import Rest, days_to_read, find_series
from mentoring.domain.scheduling.settings import SchedulingRules, weeks_between
from mentoring.domain.scheduling.slots import SlotChoice, three_slots
from mentoring.domain.scheduling.types import PersonCalendar
from mentoring.domain.series import SeriesOption, option_of
from mentoring.domain.session import Session, without_time
from mentoring.domain.tandem import Tandem
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.sessions.calendars import (
    Inputs,
    inputs_of,
    is_free,
    organizer_of,
    read,
    sides,
)

BEFORE, BEHIND, FAR = timedelta(days=21), timedelta(days=28), timedelta(days=56)
"""A session's new time is looked for from three weeks before to four weeks after, and if need be
within eight weeks.
"""

Window = tuple[date, date]


@dataclass(frozen=True)
class _Question:
    poll: Poll
    tandem: Tandem
    inputs: Inputs
    sessions: tuple[Session, ...]
    zone: str
    rules: SchedulingRules
    count: int

    @property
    def session(self) -> Session | None:
        return next((s for s in self.sessions if s.id == self.poll.session_id), None)


async def options_for(world: World, poll_id: str) -> tuple[Poll, list[Option]] | None:
    """The poll and the times that can be put to both; None for a poll that is not looking for
    times.
    """
    question = await world.read(_question, poll_id)
    if question is None:
        return None
    now = world.clock.now()
    found = await (_slots if question.poll.session_id else _series)(world, question, now)
    return question.poll, found


def _question(uow: UnitOfWork, moment: Moment, poll_id: str) -> _Question | None:
    poll = uow.polls.get(poll_id)
    if poll is None or poll.state is not PollState.SEARCHING:
        return None
    tandem, now = uow.tandems.need(poll.tandem_id), moment.now
    sessions = sorted(uow.sessions.all(tandem_id=tandem.id), key=lambda s: s.number)
    own = [] if poll.further else [s for s in sessions if _is_about(poll, s, now)]
    organizer = organizer_of(moment, tandem)
    invitee = tandem.partner_of(organizer)
    inputs = inputs_of(uow, moment, [tandem], released=own, invitee=invitee)
    return _Question(
        poll,
        tandem,
        inputs,
        tuple(sessions),
        inputs.people[organizer].profile.zone,
        _rules(moment, tandem, poll),
        _count(moment, tandem, poll, sessions),
    )


def _is_about(poll: Poll, session: Session, now: datetime) -> bool:
    """Whether the session is to get another time: the poll's own, or all that are to come."""
    return session.id == poll.session_id if poll.session_id else session.is_ahead(now)


def _rules(moment: Moment, tandem: Tandem, poll: Poll) -> SchedulingRules:
    rhythm = poll.rhythm or tandem.rhythm or moment.programme.sessions.rhythm
    return moment.programme.sessions.model_copy(
        update={"length_minutes": poll.minutes, "rhythm": rhythm}
    )


def _count(moment: Moment, tandem: Tandem, poll: Poll, sessions: Sequence[Session]) -> int:
    """How many sessions a new series has: as many as are left; in another rhythm as many as fit
    into their time, unless the programme says how many there are. One at least.
    """
    if poll.further:
        return poll.further
    rules, wanted = moment.programme.sessions, _rules(moment, tandem, poll)
    if wanted.rhythm == "tandem" or not sessions:
        return wanted.session_count
    rhythm = tandem.rhythm or rules.rhythm
    left = sum(session.is_left(moment.now) for session in sessions)
    if rhythm == "tandem":
        # There only the next session is known; a cycle has as many as it says, or one a month.
        in_all = rules.number or rules.months
        left = in_all - sum(session.is_over(moment.now) for session in sessions)
    if rules.number is not None:
        return max(1, left)
    return max(1, round(left * weeks_between(rhythm) / weeks_between(wanted.rhythm)))


async def _slots(world: World, asked: _Question, now: datetime) -> list[Option]:
    """Three slots near the session's place among its neighbours; if there are none, anywhere in the
    next weeks.
    """
    session = asked.session
    if session is None:
        return []
    today = now.astimezone(ZoneInfo(asked.zone)).date()
    near, wide = window(session, asked.sessions, today, asked.zone), (today, today + FAR)
    first = (
        asked.poll.not_before.astimezone(ZoneInfo(asked.zone)).date()
        if asked.poll.not_before
        else today
    )
    windows = [(max(w[0], first), max(w[1], first + BEHIND)) for w in (near, wide)]
    seen = await read(
        world,
        asked.inputs,
        min(w[0] for w in windows),
        max(w[1] for w in windows) + timedelta(days=1),
    )
    both = sides(asked.inputs, seen, asked.tandem)
    return await asyncio.to_thread(_best, asked, session, both, windows, now)


def window(session: Session, sessions: Sequence[Session], today: date, zone: str) -> Window:
    """The first and last day (of ``zone``) between the neighbouring sessions on which this one may
    find a new time.
    """
    place = ZoneInfo(zone)
    home = (session.start or session.planned).astimezone(place).date()
    days = {
        s.number: s.start.astimezone(place).date()
        for s in sessions
        if s.start and s.id != session.id
    }
    before = max((day for number, day in days.items() if number < session.number), default=today)
    after = min(
        (day for number, day in days.items() if number > session.number), default=home + BEHIND
    )
    first = max(today, before + timedelta(days=1), home - BEFORE)
    last = min(after - timedelta(days=1), max(first, home) + BEHIND)
    return first, last


def _best(
    asked: _Question,
    session: Session,
    both: Sequence[PersonCalendar],
    windows: Sequence[Window],
    now: datetime,
) -> list[Option]:
    mentor, mentee = both
    near = max(session.start or session.planned, asked.poll.not_before or now, now)
    found = SlotChoice(())
    for span in windows:
        if span[0] <= span[1] and not found.slots:
            besides = {*asked.poll.seen, *without_time(session).given_up}
            later = three_slots(mentor, mentee, asked.rules, span, asked.zone, now, near, besides)
            found = later if later.slots or found.offer is None else found
    sure = mentor.readable and mentee.readable
    options = [Option(slot.start, sure=sure) for slot in found.slots]
    if not options and found.offer:
        options = [Option(found.offer.start, costs=costs_of(found.explanations), sure=sure)]
    return _with_wish(asked, both, options, sure=sure)


def _with_wish(
    asked: _Question, both: Sequence[PersonCalendar], options: list[Option], *, sure: bool
) -> list[Option]:
    """The time that one of the two has proposed in Outlook stands first, if it is free for both."""
    wished = asked.poll.wished
    if wished is None or not is_free(both, wished, asked.poll.minutes):
        return options
    return [Option(wished, sure=sure), *(o for o in options if o.start != wished and not o.costs)][
        :3
    ]


def costs_of(explanations: Sequence[Explanation]) -> Mapping[Role, tuple[Explanation, ...]]:
    """What a least bad time would cost each side, told to that side alone.

    A side without costs is left out, but not both: such a time is never booked unasked.
    """
    costs = {
        role: tuple(e for e in explanations if e.code.startswith("offer-") and e.told_to == role)
        for role in Role
    }
    return {role: told for role, told in costs.items() if told} or costs


async def _series(world: World, asked: _Question, now: datetime) -> list[Option]:
    """Three series for the rest of the cycle, or for what comes behind it, the best first; those
    put before are left out.
    """
    rest = Rest(
        asked.count,
        besides=asked.poll.seen,
        given_up={at for s in asked.sessions if s.is_left(now) for at in s.given_up},
    )
    start = _first_day(asked, now)
    days = days_to_read(asked.rules, start, asked.zone, now, rest)
    mentor, mentee = sides(asked.inputs, await read(world, asked.inputs, *days), asked.tandem)
    plan = await asyncio.to_thread(
        find_series, mentor, mentee, asked.rules, start, asked.zone, now, rest
    )
    sure = mentor.readable and mentee.readable
    return series_options(
        [option_of(asked.tandem.id, s, _last_number(asked, now)) for s in plan.proposals], sure=sure
    )


def _first_day(asked: _Question, now: datetime) -> date:
    """From when on the series is looked for: today, or, for further sessions, once half of their
    rhythm has passed since the last one that stands (days of the organizer's zone).
    """
    zone = ZoneInfo(asked.zone)
    stands = [s.start or s.planned for s in asked.sessions] if asked.poll.further else []
    today = now.astimezone(zone).date()
    if not stands:
        return today
    rest = timedelta(days=ceil(7 * weeks_between(asked.rules.rhythm) / 2))
    return max(today, max(at.astimezone(zone).date() for at in stands) + rest)


def _last_number(asked: _Question, now: datetime) -> int:
    """The number behind which the series counts on."""
    further = bool(asked.poll.further)
    standing = (s.number for s in asked.sessions if further or (s.start and not s.is_ahead(now)))
    return max(standing, default=0)


def series_options(proposals: Sequence[SeriesOption], *, sure: bool) -> list[Option]:
    """The proposed series as options, ``sure`` if both calendars were read; a series in which no
    session has a time is left out.
    """
    return [
        Option(min(session.planned for session in proposal.sessions), proposal, sure=sure)
        for proposal in proposals
        if any(session.start for session in proposal.sessions)
    ]

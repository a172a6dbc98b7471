"""A poll: times are put to both sides of a tandem, and the first one that both accept is booked.

searching ──► open ──both accept one──► booking ──► booked
    ▲          │ │                         │
    └─none fit─┘ ├──settled elsewhere──────┴──► closed
    ▲            └──it stays where it is──────► left
    └──────── taken in the meantime ───────┘
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from enum import StrEnum
from typing import Literal

from mentoring.domain.errors import Refusal
from mentoring.domain.people import Role
from mentoring.domain.scheduling.plan import Explanation
from mentoring.domain.scheduling.settings import Rhythm
from mentoring.domain.series import SeriesOption

MOST_ROUNDS = 6
"""How many rounds of times are put to the two; after that they know better than any calendar, and
are asked to talk.
"""


class PollState(StrEnum):
    """Where a poll stands."""

    SEARCHING = "searching"
    OPEN = "open"
    BOOKING = "booking"
    BOOKED = "booked"
    CLOSED = "closed"
    LEFT = "left"


class Cause(StrEnum):
    """Why times are put to the two."""

    ASKED = "asked"
    PROPOSED = "proposed"
    DECLINED = "declined"
    CANCELLED = "cancelled"
    MISSED = "missed"
    NO_SLOT = "no_slot"
    UNREADABLE = "unreadable"
    NEXT = "next"
    AWAY = "away"
    BACK = "back"
    CHANGE = "change"
    EXTEND = "extend"


RESCUES = frozenset({Cause.DECLINED, Cause.CANCELLED, Cause.MISSED})
"""The causes that mean a session was lost."""

REQUESTS = frozenset({Cause.ASKED, Cause.PROPOSED, Cause.CHANGE, Cause.EXTEND})
"""The causes for which everything stays where it is until both agree: such a request can be taken
back or refused, and ends by itself when the session begins.
"""


@dataclass(frozen=True)
class Option:
    """One time to choose: a slot for a session, or a whole series.

    ``start`` is the (first) session's (UTC). ``costs`` holds, by role, why it suits that person
    only moderately; an option with costs is never booked unless that person accepts it.
    """

    start: datetime
    series: SeriesOption | None = None
    costs: Mapping[Role, tuple[Explanation, ...]] = field(default_factory=dict)
    sure: bool = True


@dataclass(frozen=True)
class WantedPoll:
    """What is to be agreed on, before it has begun; the fields are those of ``Poll``."""

    tandem_id: str
    session_id: str
    cause: Cause
    minutes: int
    created_at: datetime
    rhythm: Rhythm | Literal[""] = ""
    asked_by: Role | Literal[""] = ""
    options: tuple[Option, ...] = ()
    wished: datetime | None = None
    not_before: datetime | None = None
    shorter: bool = False
    further: int = 0

    def begun(self, key: str) -> Poll:
        """The poll with this id."""
        return Poll(key, **{each.name: getattr(self, each.name) for each in fields(self)})


@dataclass(frozen=True)
class Poll:
    """What is being agreed on: ``session_id``, or the whole series from now on where that is empty.

    ``minutes`` is the length looked for, ``rhythm`` the rhythm of a series. ``accepted`` names, by
    role, the numbers of the options that suit. ``seen`` are starts that did not fit in earlier
    rounds, ``wished`` is the start that ``asked_by`` proposed. ``further`` is by how many sessions
    a series goes on behind those that stand; 0 for one that takes their place. ``organizer_id``
    says in whose calendar what both have agreed on is booked; it is empty until they have.
    """

    id: str
    tandem_id: str
    session_id: str
    cause: Cause
    minutes: int
    created_at: datetime
    state: PollState = PollState.SEARCHING
    rhythm: Rhythm | Literal[""] = ""
    asked_by: Role | Literal[""] = ""
    round: int = 1
    options: tuple[Option, ...] = ()
    accepted: Mapping[Role, tuple[int, ...]] = field(default_factory=dict)
    seen: tuple[datetime, ...] = ()
    wished: datetime | None = None
    not_before: datetime | None = None
    shorter: bool = False
    further: int = 0
    taken: bool = False
    due_at: datetime | None = None
    organizer_id: str = ""

    @property
    def living(self) -> bool:
        """Whether it is not over yet."""
        return self.state in LIVING

    @property
    def both(self) -> int | None:
        """The first option that both have accepted; None as long as there is none."""
        shared = set(self.accepted.get(Role.MENTOR, ())) & set(self.accepted.get(Role.MENTEE, ()))
        return min(shared, default=None)


def is_request(poll: Poll) -> bool:
    """Whether what it is about stands until both agree."""
    return poll.cause in REQUESTS


LIVING = frozenset({PollState.SEARCHING, PollState.OPEN, PollState.BOOKING})


def put(poll: Poll, options: tuple[Option, ...], due_at: datetime | None) -> Poll:
    """The times found are put to both; a side that proposed one of them itself has thereby
    accepted it.
    """
    accepted: dict[Role, tuple[int, ...]] = {}
    if poll.asked_by and poll.wished:
        wished = (n for n, option in enumerate(options) if option.start == poll.wished)
        accepted[poll.asked_by] = tuple(wished)
    return replace(poll, state=PollState.OPEN, options=options, accepted=accepted, due_at=due_at)


def accept(poll: Poll, role: Role, number: int, round_: int) -> Poll:
    """A time suits this side; as soon as it suits both, it is booked.

    Raises:
        Refusal: ``stale`` if other times have been put since, or the poll is over.
    """
    if (
        poll.state is not PollState.OPEN
        or poll.round != round_
        or not 0 <= number < len(poll.options)
    ):
        raise Refusal("stale")
    mine = tuple(sorted({*poll.accepted.get(role, ()), number}))
    changed = replace(poll, accepted={**poll.accepted, role: mine})
    return replace(changed, state=PollState.BOOKING) if changed.both is not None else changed


def again(poll: Poll, *, taken: bool = False) -> Poll:
    """Times other than all those put before are looked for; ``taken``: the agreed one is no longer
    free.

    Raises:
        Refusal: ``stale`` if the poll is over; ``poll-enough`` after ``MOST_ROUNDS``.
    """
    if poll.state not in {PollState.OPEN, PollState.BOOKING}:
        raise Refusal("stale")
    if poll.round >= MOST_ROUNDS:
        raise Refusal("poll-enough")
    return replace(
        poll,
        state=PollState.SEARCHING,
        round=poll.round + 1,
        options=(),
        accepted={},
        seen=(*poll.seen, *(option.start for option in poll.options)),
        wished=None,
        taken=taken,
    )


def left(poll: Poll) -> Poll:
    """The request is taken back or refused, or its time is over: everything stays where it is.

    Raises:
        Refusal: ``stale`` if it is no request, is over, or is being booked.
    """
    if not is_request(poll) or poll.state not in {PollState.SEARCHING, PollState.OPEN}:
        raise Refusal("stale")
    return replace(poll, state=PollState.LEFT)


def booked(poll: Poll) -> Poll:
    """The agreed time stands in both calendars."""
    return replace(poll, state=PollState.BOOKED)


def closed(poll: Poll) -> Poll:
    """Nothing is to be agreed on any more."""
    return replace(poll, state=PollState.CLOSED) if poll.living else poll

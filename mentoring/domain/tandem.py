"""A tandem's path: approved by owners, offered to both, accepted, launched.

approved ──► asked_mentor ──yes──► asked_mentee ──yes──► accepted
                  │                     │                   └──► launching ──► launched ──► closed
                  └──no / silence───────┴──► released

Both sides are told of a release at the same moment and in the same words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Literal

from mentoring.domain.errors import Refusal
from mentoring.domain.intervention import NOTHING_REMAINS, TO_TRY, Part, Remains, may_be_tried
from mentoring.domain.matching.results import Reason
from mentoring.domain.people import Role
from mentoring.domain.scheduling.settings import Rhythm
from mentoring.domain.series import Plan


class TandemState(StrEnum):
    """Where a tandem stands. Owners see ``released`` only once the round is over."""

    ASKED_MENTOR = "asked_mentor"
    ASKED_MENTEE = "asked_mentee"
    ACCEPTED = "accepted"
    RELEASED = "released"
    LAUNCHING = "launching"
    LAUNCHED = "launched"
    CLOSED = "closed"


class ByHand(StrEnum):
    """What of a tandem owners have arranged themselves, because it could not be set up for them.

    Where the ``DATES`` are, nothing of the tandem stands in a calendar by the product, and the two
    keep their own dates; where the ``ROOM`` is, the product knows of no channel.
    """

    NOTHING = ""
    ROOM = "room"
    DATES = "dates"
    BOTH = "both"

    @property
    def has_room(self) -> bool:
        """Whether the room was arranged by hand."""
        return self in {ByHand.ROOM, ByHand.BOTH}

    @property
    def has_dates(self) -> bool:
        """Whether the dates are."""
        return self in DATES_BY_HAND

    def and_also(self, other: ByHand) -> ByHand:
        """Both together."""
        found = {each for each in (self, other) if each}
        return ByHand.BOTH if len(found) > 1 else next(iter(found), ByHand.NOTHING)


DATES_BY_HAND = (ByHand.DATES, ByHand.BOTH)
ROOM_IN_A_TEAM = (ByHand.NOTHING, ByHand.DATES)


@dataclass(frozen=True)
class Tandem:
    """A mentor and a mentee, from the offer to the end of their tandem.

    ``number`` names the tandem neutrally (channel, subject).

    ``due_at`` is when the one who is asked must have answered; ``round_ends_at`` when everyone who
    got no tandem is told. ``organizer_id`` is whoever has the series in their calendar, or will
    have it, once its dates are planned. ``minutes`` and ``rhythm`` are the tandem's own choice, 0
    and empty for the programme's. ``lost_in_a_row`` counts the sessions lost since the two last
    met. ``trouble`` is a code: why it could not be launched (``LEFT_OUT``: owners have left it
    out), or that something of it is left in Microsoft 365 after its end. ``closing_id`` is the
    closing that ends it, ``ended_at`` when everything was cleared away. ``dates_for`` is the launch
    for which its dates have been looked for. ``by_hand`` is what owners have arranged themselves,
    ``foreseen`` what a launch would meet, as codes. ``added_by`` is the intervention by which
    owners added it, if they did. ``as_planned``: it had begun, and has come to its planned end.
    ``topic`` is the first that its kits had then, where communities are offered. ``remains`` is
    what is left of it in Microsoft 365 after its end.
    """

    id: str
    number: int
    proposal_id: str
    mentor_id: str
    mentee_id: str
    state: TandemState
    due_at: datetime
    round_ends_at: datetime
    reasons: tuple[Reason, ...] = ()
    launch_id: str = ""
    team_id: str = ""
    channel_id: str = ""
    channel_url: str = ""
    series_id: str = ""
    join_url: str = ""
    plan: Plan = field(default_factory=Plan)
    trouble: str = ""
    mentor_agreed: bool = False
    told_left_over: bool = False
    organizer_id: str = ""
    minutes: int = 0
    rhythm: Rhythm | Literal[""] = ""
    lost_in_a_row: int = 0
    closing_id: str = ""
    ended_at: datetime | None = None
    dates_for: str = ""
    by_hand: ByHand = ByHand.NOTHING
    foreseen: tuple[str, ...] = ()
    added_by: str = ""
    as_planned: bool = False
    topic: str = ""
    remains: Remains = NOTHING_REMAINS
    cycle_id: str = ""

    def asked(self) -> Role | None:
        """Who has to answer now, if anybody."""
        return {TandemState.ASKED_MENTOR: Role.MENTOR, TandemState.ASKED_MENTEE: Role.MENTEE}.get(
            self.state
        )

    def person(self, role: Role) -> str:
        """The id of the tandem's person in this role."""
        return self.mentor_id if role is Role.MENTOR else self.mentee_id

    @property
    def is_being_handed_over(self) -> bool:
        """Whether its sessions are moving to the other calendar just now; no longer, once that was
        refused.
        """
        runs = self.state is TandemState.LAUNCHED
        return runs and self.plan.ending is not None and not self.trouble

    def role_of(self, person_id: str) -> Role:
        """The role of one of its two people.

        Raises:
            Refusal: ``not-yours`` for anybody else.
        """
        if person_id not in {self.mentor_id, self.mentee_id}:
            raise Refusal("not-yours")
        return Role.MENTOR if person_id == self.mentor_id else Role.MENTEE

    def partner_of(self, person_id: str) -> str:
        """The id of the other one."""
        return self.mentee_id if self.role_of(person_id) is Role.MENTOR else self.mentor_id


LEFT_OUT = "left_out"
"""The trouble of a tandem that owners have left out of a launch: the next one takes it along."""
NOT_CLEAR = "not_clear"
"""The trouble of a tandem that is over, of which something could not be cleared away."""


def what_remains(tandem: Tandem) -> tuple[Part, ...]:
    """What is left of such a tandem. Earlier versions have not kept what, so it may be all; a
    planned end takes nobody out of the team.
    """
    every = (part for part in TO_TRY if part is not Part.TEAM or not tandem.as_planned)
    return tandem.remains.parts or tuple(every)


def may_be_cleared(tandem: Tandem) -> bool:
    """Whether another attempt at what is left of it could help, and none is being made."""
    return may_be_tried(what_remains(tandem)) and not tandem.remains.again


TOGETHER = frozenset({TandemState.ACCEPTED, TandemState.LAUNCHING, TandemState.LAUNCHED})
PENDING = frozenset({TandemState.ASKED_MENTOR, TandemState.ASKED_MENTEE})


def seems_open(tandem: Tandem) -> bool:
    """Whether owners see the offer as open: until its round has ended, a released one looks like
    one not yet answered.
    """
    return tandem.state in PENDING or (
        tandem.state is TandemState.RELEASED and not tandem.told_left_over
    )


def is_known_over(tandem: Tandem) -> bool:
    """Whether it has come to its end, or both may know that nothing has come of it."""
    return tandem.state is TandemState.CLOSED or (
        tandem.state is TandemState.RELEASED and not seems_open(tandem)
    )


SEEMINGLY_OPEN: Mapping[str, object] = {
    "state": (*PENDING, TandemState.RELEASED),
    "told_left_over": False,
}
"""The columns of a tandem that ``seems_open``, to count such tandems without reading them all."""


NEVER_BEGAN: Mapping[str, object] = {"state": TandemState.CLOSED, "told_left_over": True}
"""The columns of a tandem that ``never_began``."""


def never_began(tandem: Tandem) -> bool:
    """Whether the cycle has ended before the tandem could begin, and both were told."""
    return tandem.state is TandemState.CLOSED and tandem.told_left_over


def has_begun(tandem: Tandem) -> bool:
    """Whether the two have been a tandem, whether or not it is over."""
    return tandem.state in {TandemState.LAUNCHED, TandemState.CLOSED} and not never_began(tandem)


BEGAN: Mapping[str, object] = {
    "state": (TandemState.LAUNCHED, TandemState.CLOSED),
    "told_left_over": False,
}
"""The columns of a tandem that has begun, whether or not it is over."""


def knows_of(tandem: Tandem, role: Role) -> bool:
    """Whether this side knows of a tandem or an offer of its own that is not over, as far as it may
    know.
    """
    if tandem.state in TOGETHER or tandem.asked() is role:
        return True
    return role is Role.MENTOR and tandem.mentor_agreed and seems_open(tandem)


def as_known_to(tandem: Tandem, person_id: str) -> Tandem | None:
    """The tandem as one of its two may know it; None if they must not learn of it: of an offer that
    never came to them, because the other one had declined. Who said yes and waits does not learn
    before the round's end that nothing comes of it.
    """
    if person_id not in {tandem.mentor_id, tandem.mentee_id}:
        return None
    if tandem.state is not TandemState.CLOSED and not knows_of(tandem, tandem.role_of(person_id)):
        return None
    waits = tandem.state is TandemState.RELEASED
    return replace(tandem, state=TandemState.ASKED_MENTEE) if waits else tandem


def accept(tandem: Tandem, role: Role, due_at: datetime) -> Tandem:
    """A yes: after the mentor's, the mentee is asked until ``due_at``; after the mentee's, the
    tandem stands.

    Raises:
        Refusal: ``stale`` if this side is not asked now.
    """
    if tandem.asked() is not role:
        raise Refusal("stale")
    if role is Role.MENTOR:
        return replace(tandem, state=TandemState.ASKED_MENTEE, due_at=due_at, mentor_agreed=True)
    return replace(tandem, state=TandemState.ACCEPTED)


def release(tandem: Tandem) -> Tandem:
    """A no, silence until the due date, or the owners' decision: for everybody else these look the
    same.

    Raises:
        Refusal: ``stale`` if the tandem is neither pending nor accepted.
    """
    if tandem.state not in PENDING | {TandemState.ACCEPTED}:
        raise Refusal("stale")
    return replace(tandem, state=TandemState.RELEASED)


def over(tandem: Tandem) -> Tandem:
    """The round has ended: a mentor who had agreed and still waits is told like everybody else.

    From then on nobody needs to know that they had agreed, and it would reveal who declined.
    """
    return replace(tandem, told_left_over=True, mentor_agreed=False)

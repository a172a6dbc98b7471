"""Enrolment: how somebody comes to take part, from the invitation to the sent questionnaire.

invited ──take part──► begun ──send──► done ──► (matching)
   │                     │               │
   └──not now──► declined└───withdraw────┴──► withdrawn        invited ──► unreachable
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from functools import cached_property

from mentoring.domain.errors import Refusal
from mentoring.domain.people import Role
from mentoring.domain.questionnaire import SUMMARY, Answers, Position


class EnrolmentState(StrEnum):
    """Where an enrolment stands; all that owners may see of it."""

    INVITED = "invited"
    BEGUN = "begun"
    DONE = "done"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    UNREACHABLE = "unreachable"


class NextTime(StrEnum):
    """What somebody has wished at the end for the next cycle, if anything: to take part again, in
    the other role, or not to be asked.
    """

    UNSAID = ""
    AGAIN = "again"
    OTHER = "other"
    NOT = "not"


class Application(StrEnum):
    """Whether somebody was invited, or came by themselves, and what owners have said to that; whom
    they decline has no enrolment any more.
    """

    NONE = ""
    OPEN = "open"
    ACCEPTED = "accepted"


class Clearance(StrEnum):
    """What somebody needs who has said that they are under age: that the company has cleared that
    they may take part. Nothing is known of everybody else, nor of anybody's age; ``ASKED``: whoever
    took part before it was asked has still to say it.
    """

    NONE = ""
    ASKED = "asked"
    WAITS = "waits"
    GIVEN = "given"


@dataclass(frozen=True)
class Enrolment:
    """One person's way into a cycle, in one role.

    ``answers`` belong to the person and are stored encrypted.

    ``earlier`` is the id of the enrolment with which they took part before, if they did: its
    answers are offered to them alone. ``priority`` counts how often they were left over.
    ``rests``: their tandem has ended, and they have not said that they would like another one.
    ``erased_at`` is when the answers were erased because their time was over; ``released``: the
    person wants them kept for next time, and ``next_time`` is what they wish for it.
    ``application``: whether they came by themselves;
    ``met_condition_at`` is when they said yes to what is asked of applicants, if they did, and
    ``met_condition`` the mark of that sentence (``confirmed.mark_of``), if it is known.
    ``accepted_at`` is when owners let them in who came by themselves; None for everybody else, and
    once they have left.
    ``clearance``: whether their taking part waits for the company's clearance; ``cleared_by`` is
    the owner who has confirmed it, at ``cleared_at``.
    ``let_go_at`` is since when nobody waits for the person, who has said nothing; None once they
    have come back. Owners cannot tell it from a *not now* or a withdrawal.
    """

    id: str
    person_id: str
    role: Role
    state: EnrolmentState
    invited_at: datetime
    position: str = "about"
    answers: Answers = field(default_factory=Answers)
    done_at: datetime | None = None
    reminded_at: datetime | None = None
    priority: int = 0
    cycle_id: str = ""
    earlier: str = ""
    erased_at: datetime | None = None
    rests: bool = False
    released: bool = False
    application: Application = Application.NONE
    met_condition_at: datetime | None = None
    met_condition: str = ""
    accepted_at: datetime | None = None
    clearance: Clearance = Clearance.NONE
    cleared_by: str = ""
    cleared_at: datetime | None = None
    next_time: NextTime = NextTime.UNSAID
    let_go_at: datetime | None = None

    @property
    def is_asked_anew(self) -> bool:
        """Whether the person is asked once more in the same cycle, which has no end."""
        return self.state is EnrolmentState.INVITED and self.earlier == self.id

    @property
    def as_seen(self) -> EnrolmentState:
        """Its state as owners may see it."""
        return seen(self.state, self.position)

    @property
    def is_admitted(self) -> bool:
        """Whether owners want the person there: they have invited or accepted them."""
        return self.application in ADMITTED

    @property
    def awaits_answer(self) -> bool:
        """Whether it is an application that was handed in, and owners have not decided."""
        return self.state is EnrolmentState.DONE and self.application is Application.OPEN

    @property
    def awaits_clearance(self) -> bool:
        """Whether nothing is missing but the company's clearance."""
        return self._is_wanted and self.clearance is Clearance.WAITS

    @property
    def is_enrolled(self) -> bool:
        """Whether the person takes part: as ``ENROLLED`` says in columns."""
        return self._is_wanted and self.clearance in CLEARED

    @property
    def _is_wanted(self) -> bool:
        return self.state is EnrolmentState.DONE and self.is_admitted

    @cached_property
    def at(self) -> Position:
        """The step that the person is on."""
        return Position.read(self.position)


def enrolment_id(cycle_id: str, role: Role, person_id: str) -> str:
    """The id of an enrolment: there is one for each cycle, role and person."""
    return f"{cycle_id}:{role}:{person_id}" if cycle_id else f"{role}:{person_id}"


ADMITTED = (Application.NONE, Application.ACCEPTED)
"""Whoever was invited, or came by themselves and was accepted."""
CLEARED = (Clearance.NONE, Clearance.GIVEN)
"""Whoever needs no clearance, or has it."""
ENROLLED: Mapping[str, object] = {
    "state": EnrolmentState.DONE,
    "application": ADMITTED,
    "clearance": CLEARED,
}
"""The columns of an enrolment whose person takes part."""
UNCLEARED: Mapping[str, object] = {**ENROLLED, "clearance": Clearance.WAITS}
"""The columns of an enrolment for which nothing is missing but the company's clearance."""
HANDED_IN: Mapping[str, object] = {
    "state": EnrolmentState.DONE,
    "application": Application.OPEN,
}
"""The columns of an application that waits for owners' answer."""
WAITS: Mapping[str, object] = {**ENROLLED, "rests": False}
"""The columns of an enrolment whose person may be matched."""
KEEPS = frozenset({EnrolmentState.BEGUN, EnrolmentState.DONE})
"""The states in which there is a questionnaire to keep something in."""
OPEN = frozenset({EnrolmentState.INVITED, EnrolmentState.BEGUN, EnrolmentState.DONE})
HAS_LEFT = frozenset({EnrolmentState.DECLINED, EnrolmentState.WITHDRAWN})
"""Who said *not now*, has withdrawn, or is waited for no more."""
COMES_BACK = "comes-back"
"""The position of whoever had begun and left, and looks at the invitation once more; for owners
they have begun all the time.
"""


def accept(enrolment: Enrolment, now: datetime) -> Enrolment:
    """Owners let somebody take part who came by themselves: whatever step they were looking at, the
    summary comes, which says that they are in.
    """
    accepted = Application.ACCEPTED
    return replace(enrolment, application=accepted, accepted_at=now, position=str(SUMMARY))


def of_age(enrolment: Enrolment, *, yes: bool) -> Enrolment:
    """What somebody says who is asked whether they are of age: a *no* waits for the company's
    clearance, unless it is there; of a *yes* nothing is kept.
    """
    if yes:
        return without_clearance(enrolment)
    there = enrolment.clearance is Clearance.GIVEN
    return enrolment if there else replace(enrolment, clearance=Clearance.WAITS)


def clear(enrolment: Enrolment, owner: str, now: datetime) -> Enrolment:
    """An owner confirms that the company has cleared it; the summary comes, which says that they
    are in.
    """
    given = Clearance.GIVEN
    cleared = replace(enrolment, clearance=given, cleared_by=owner, cleared_at=now)
    return replace(cleared, position=str(SUMMARY))


def without_clearance(enrolment: Enrolment) -> Enrolment:
    """Nothing is said of a clearance any more."""
    return replace(enrolment, clearance=Clearance.NONE, cleared_by="", cleared_at=None)


def decline(enrolment: Enrolment) -> Enrolment:
    """*Not now* on the invitation; what was kept from another role goes.

    Raises:
        Refusal: ``stale`` if the invitation is no longer open.
    """
    if enrolment.state is not EnrolmentState.INVITED:
        raise Refusal("stale")
    left = without_clearance(enrolment)
    return replace(left, state=left_as(enrolment), answers=Answers())


def let_go(enrolment: Enrolment, now: datetime) -> Enrolment:
    """Nobody waits for the person any more, who has said nothing: as if they had left, but what
    they had answered is still there for them.

    Raises:
        Refusal: ``stale`` if they are not waited for.
    """
    if enrolment.state not in {EnrolmentState.INVITED, EnrolmentState.BEGUN}:
        raise Refusal("stale")
    return replace(enrolment, state=left_as(enrolment), let_go_at=now)


def left_as(enrolment: Enrolment) -> EnrolmentState:
    """The state of whoever does not take part after all: as owners have seen them, it stays."""
    begun = enrolment.as_seen in KEEPS
    return EnrolmentState.WITHDRAWN if begun else EnrolmentState.DECLINED


def reopen(enrolment: Enrolment) -> Enrolment:
    """Whoever has left is shown the invitation again; owners, who have seen it open all the time,
    or begun, see no difference.
    """
    begun = enrolment.as_seen in KEEPS
    position = COMES_BACK if begun else enrolment.position
    return replace(enrolment, state=EnrolmentState.INVITED, let_go_at=None, position=position)


def withdraw(enrolment: Enrolment) -> Enrolment:
    """The person leaves before the matching; the answers are erased at once.

    Leaving twice changes nothing.

    Raises:
        Refusal: ``stale`` if the enrolment is neither begun, nor done, nor withdrawn.
    """
    if enrolment.state not in {EnrolmentState.BEGUN, EnrolmentState.DONE, EnrolmentState.WITHDRAWN}:
        raise Refusal("stale")
    return replace(
        without_clearance(enrolment),
        state=EnrolmentState.WITHDRAWN,
        answers=Answers(),
        position="about",
        done_at=None,
        rests=False,
        released=False,
        met_condition_at=None,
        met_condition="",
        accepted_at=None,
        next_time=NextTime.UNSAID,
        let_go_at=None,
    )


def release(enrolment: Enrolment) -> Enrolment:
    """*Same answers next time*: they are kept for their author until they are asked again.

    Raises:
        Refusal: ``stale`` if there are none.
    """
    if enrolment.answers == Answers():
        raise Refusal("stale")
    return replace(enrolment, released=True)


def kept_no_longer(enrolment: Enrolment) -> Enrolment:
    """Answers that were released have served, or their author wants them erased after all."""
    return replace(enrolment, released=False, answers=Answers(), position="about")


def rest(enrolment: Enrolment) -> Enrolment:
    """A tandem of the person has ended before its time: they are matched again only once they say
    so.
    """
    return replace(enrolment, rests=True)


def wants_another(enrolment: Enrolment) -> Enrolment:
    """The person would like another tandem, and comes first."""
    return replace(enrolment, rests=False, priority=enrolment.priority + 1)


def seen(state: EnrolmentState, position: str) -> EnrolmentState:
    """An enrolment's state as owners may see it: a *not now* looks like an open invitation, a
    withdrawal like a questionnaire that is begun.
    """
    if state is EnrolmentState.WITHDRAWN:
        return EnrolmentState.BEGUN
    if state is EnrolmentState.INVITED and position == COMES_BACK:
        return EnrolmentState.BEGUN
    return EnrolmentState.INVITED if state is EnrolmentState.DECLINED else state

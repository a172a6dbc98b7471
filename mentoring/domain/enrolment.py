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
from mentoring.domain.questionnaire import (
    SUMMARY,
    Answers,
    Offered,
    Position,
    ProtectedSpace,
    Step,
    way,
)
from mentoring.domain.questionnaire.on_behalf import as_left


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
    they may take part. Nothing is known of everybody else, nor of anybody's age.
    """

    NONE = ""
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

    @property
    def is_asked_anew(self) -> bool:
        """Whether the person is asked once more in the same cycle, which has no end."""
        return self.state is EnrolmentState.INVITED and self.earlier == self.id

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


def begin(enrolment: Enrolment) -> Enrolment:
    """*Take part*: the questionnaire opens; somebody who said no or left may come back."""
    if enrolment.state in {EnrolmentState.BEGUN, EnrolmentState.DONE}:
        return enrolment
    first = way.following(enrolment.role, enrolment.answers, Position(""))
    return replace(
        enrolment,
        state=EnrolmentState.BEGUN,
        position=str(first),
        erased_at=None,
        rests=False,
        released=False,
        next_time=NextTime.UNSAID,
    )


def again(enrolment: Enrolment, kept: Answers, offered: Offered) -> Enrolment:
    """*Again*: the questionnaire opens with the answers of last time, as far as they still fit.

    The rules of the protected space are agreed to anew.
    """
    answers = way.still_valid(enrolment.role, kept, offered)
    answers = way.with_entered(enrolment.role, answers, enrolment.answers)
    return begin(replace(enrolment, answers=answers))


def save(enrolment: Enrolment, said: Step, offered: Offered) -> Enrolment:
    """One step's answers, kept; the person goes on to the next open step.

    Only the step that the person is on can be saved; the same answers sent twice (a double click)
    change nothing. Somebody whose enrolment was done and who opens a new question by an edit (a
    mentor's new topic) has begun again.

    Raises:
        Refusal: ``stale`` if the enrolment is not open or the person is elsewhere, ``answer`` if
            the programme does not offer what was chosen.
    """
    if enrolment.state not in {EnrolmentState.BEGUN, EnrolmentState.DONE}:
        raise Refusal("stale")
    if said.position not in way.positions(enrolment.role, enrolment.answers):
        raise Refusal("stale")
    if said.position != enrolment.at:
        return _sent_twice(enrolment, said)
    _require_sense(enrolment, said, offered)
    answers = way.saved(enrolment.answers, said)
    onward = way.following(enrolment.role, answers, said.position)
    saved = replace(enrolment, answers=answers, position=str(onward))
    if way.open_positions(saved.role, saved.answers):
        return replace(saved, state=EnrolmentState.BEGUN, done_at=None)
    return saved


def _require_sense(enrolment: Enrolment, said: Step, offered: Offered) -> None:
    """What was chosen is on offer, and nobody names themselves as somebody else."""
    if strange := said.not_offered(offered):
        raise Refusal("answer", field=strange)
    if oneself := said.naming(enrolment.person_id):
        raise Refusal("oneself", field=oneself)


def leave(
    enrolment: Enrolment,
    since: Position,
    typed: Mapping[str, str],
    said: Step | None,
    offered: Offered,
) -> Enrolment:
    """Keep what stands in the inputs of the step that the person leaves without *next*.

    Of a voluntary step it is kept as its answer, if it is one (``said``) and not empty; everything
    else as a draft, from which nothing follows: nobody takes part otherwise by going back, nor
    confirms what an owner has entered for them.
    """
    if enrolment.at != since or enrolment.state not in KEEPS:
        return enrolment
    answers = enrolment.answers
    voluntary = since not in way.required(enrolment.role, answers)
    before = answers.draft_at(since)
    draft = as_left(before, typed)
    may_count = voluntary and not before.lines
    if not may_count or said is None or not _makes_sense(enrolment, said, offered):
        return replace(enrolment, answers=answers.drafted(draft))
    known = answers.at(since)
    if said == known or (known is None and said == type(said)()):
        return enrolment
    return replace(enrolment, answers=way.saved(answers, said))


def _makes_sense(enrolment: Enrolment, said: Step, offered: Offered) -> bool:
    return not said.not_offered(offered) and not said.naming(enrolment.person_id)


def _sent_twice(enrolment: Enrolment, said: Step) -> Enrolment:
    if enrolment.answers.at(said.position) != said:
        raise Refusal("stale")
    return enrolment


def agree(enrolment: Enrolment, offered: Offered, now: datetime) -> Enrolment:
    """The rules of the protected space are agreed to; with that the questionnaire is handed in, if
    nothing else is open.

    Raises:
        Refusal: ``stale`` as for ``save``.
    """
    saved = save(enrolment, ProtectedSpace(agreed=True), offered)
    return saved if way.open_positions(saved.role, saved.answers) else send(saved, now)


def go(enrolment: Enrolment, position: Position, since: Position) -> Enrolment:
    """Go from the step ``since`` to any of the person's own steps, to look or to edit.

    Raises:
        Refusal: ``stale`` if the enrolment is not open, the step is unknown, or the person is no
            longer at ``since``.
    """
    if enrolment.state not in {EnrolmentState.BEGUN, EnrolmentState.DONE} or enrolment.at not in {
        since,
        position,
    }:
        raise Refusal("stale")
    if position not in way.positions(enrolment.role, enrolment.answers):
        raise Refusal("stale")
    return replace(enrolment, position=str(position))


def send(enrolment: Enrolment, now: datetime) -> Enrolment:
    """The questionnaire is complete and handed in; sending twice changes nothing.

    Raises:
        Refusal: ``incomplete`` while a required step is open.
    """
    if enrolment.state is EnrolmentState.DONE:
        return enrolment
    if way.open_positions(enrolment.role, enrolment.answers):
        raise Refusal("incomplete")
    return replace(enrolment, state=EnrolmentState.DONE, done_at=now, position=str(SUMMARY))


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
    return replace(left, state=EnrolmentState.DECLINED, answers=Answers())


def let_go(enrolment: Enrolment) -> Enrolment:
    """Nobody waits for the person any more, who has said nothing: as a *not now*, but what they had
    answered is still there for them.

    Raises:
        Refusal: ``stale`` if they are not waited for.
    """
    if enrolment.state not in {EnrolmentState.INVITED, EnrolmentState.BEGUN}:
        raise Refusal("stale")
    return replace(enrolment, state=EnrolmentState.DECLINED)


def reopen(enrolment: Enrolment) -> Enrolment:
    """Whom owners want there follows the open call after a *not now* or a withdrawal: their
    invitation is open again, and owners, who have seen it open all the time, see no difference.
    """
    return replace(enrolment, state=EnrolmentState.INVITED)


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


def seen(state: EnrolmentState) -> EnrolmentState:
    """An enrolment's state as owners may see it: a *not now* and a withdrawal look like an open
    invitation.
    """
    hidden = {EnrolmentState.DECLINED, EnrolmentState.WITHDRAWN}
    return EnrolmentState.INVITED if state in hidden else state

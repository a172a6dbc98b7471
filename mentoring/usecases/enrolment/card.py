"""The card of one person's enrolment: what it shows, and what it follows from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from mentoring.domain import enrolment as enrolment_rules
from mentoring.domain.cycle import Cycle, CycleKind
from mentoring.domain.enrolment import (
    HANDED_IN,
    Clearance,
    Enrolment,
    EnrolmentState,
    NextTime,
)
from mentoring.domain.people import Person, Role
from mentoring.domain.posting import Posting
from mentoring.domain.programme import Contact, Programme
from mentoring.domain.questionnaire import Answers
from mentoring.domain.tandem import TOGETHER, Tandem
from mentoring.notices import Correctable, Notice, Portrayed, Scene, matters, shows
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Altered, Among, Those, UnitOfWork
from mentoring.usecases.common.holdings import ANSWERS
from mentoring.usecases.common.hours import A_DAY, Wait, cannot_wait
from mentoring.usecases.common.people import name_of
from mentoring.usecases.common.showing import Subjects, depends
from mentoring.usecases.enrolment.applying import asks_age, asks_condition
from mentoring.usecases.enrolment.due import answered_by, kept_for_them_until, own_due
from mentoring.usecases.privacy.retention import is_over, takes_part
from mentoring.usecases.programme.period import clock_of, enrolment_open

CHOOSES = "chooses"
"""The ``view`` of a card on which somebody who applies also chooses the role."""
UNFINISHED = (EnrolmentState.INVITED, EnrolmentState.BEGUN)
LEAVING = "leaving"
"""The view of a card that asks whether its person really wants to withdraw."""


LET_GO = "let-go"
"""The view of a card that tells that nobody waits for its person any more, who has said nothing."""
ASKS_AGE = "asks-age"
"""The view of a card that came because its person has still to say whether they are of age."""
CORRECTED = "corrected"
"""The view of an invitation to somebody who was asked in the other role by mistake."""


class TakenOut(StrEnum):
    """The view of a card whose enrolment owners have ended: why."""

    TAKEN_BACK = "taken-back"
    REMOVED = "removed"
    OTHER_ROLE = "other-role"
    NOT_ACCEPTED = "not-accepted"
    UNDECIDED = "undecided"
    UNANSWERED = "unanswered"
    OTHER_ROLE_APPLIED = "other-role-applied"
    NOT_CLEARED = "not-cleared"
    UNCLEARED = "uncleared"


@dataclass(frozen=True)
class TakenOutNotice(Notice):
    """What somebody reads whose enrolment owners have ended."""

    how: TakenOut
    contact: Contact


@dataclass(frozen=True)
class EnteredLine:
    """An input of a step that an owner has filled in; ``by`` is their name, empty if nobody knows
    it any more.
    """

    position: str
    filled: str
    by: str


@dataclass(frozen=True)
class EnrolmentNotice(Portrayed, Correctable):
    """One person's enrolment as it stands. ``names`` are the people chosen in it, by id.

    ``may_change_role``: somebody who took part before may choose the other role this time, and so
    may somebody who applies where both are open; ``in_other_role``: they have done so, and are not
    in both.

    ``corrected``: they were asked in the other role before, by mistake. ``asks_condition``: they
    apply, and have to say yes to what the programme asks of applicants; ``asks_age``: whoever takes
    part says whether they are of age.

    ``in_both``: they take part in the other role as well, where ``taken_topics`` are theirs;
    ``may_also``: they may apply there.

    ``leaving``: they have written that they want to withdraw, and are asked back; ``in_tandem``:
    then their tandem has to end first. ``over``: they took part in a cycle that has ended.

    ``asked_anew``: in this very cycle, which has no end; ``kept``: last time's answers are there,
    until ``kept_until`` without a yes if that is said.

    ``rolls``: the cycle has no end, from which anything would be counted.

    ``due`` is a last day of their own, where the enrolment has none: theirs, or that of the owners'
    answer to an application; ``let_go``: it is past, and nobody waits for them any more, whose
    answers are there until ``let_go_until``.
    ``wished``: what the person said for this time at the end of the last one.

    ``entered``: what owners have entered on the person's behalf that they have not confirmed yet.

    The invitation is opened by the sponsor, whose picture it shows.
    """

    enrolment: Enrolment
    person: Person
    programme: Programme
    closes: date | None
    closed: bool
    names: Mapping[str, str] = field(default_factory=dict)
    reminder: bool = False
    may_change_role: bool = False
    in_other_role: bool = False
    leaving: bool = False
    in_tandem: bool = False
    over: bool = False
    asked_anew: bool = False
    kept: bool = False
    kept_until: date | None = None
    corrected: bool = False
    asks_condition: bool = False
    asks_age: bool = False
    in_both: bool = False
    may_also: bool = False
    taken_topics: tuple[str, ...] = ()
    entered: tuple[EnteredLine, ...] = ()
    due: date | None = None
    rolls: bool = False
    let_go: bool = False
    let_go_until: date | None = None
    wished: NextTime = NextTime.UNSAID

    def expects(self) -> Mapping[str, object] | None:
        """The step that the person is still on."""
        on_a_step = self.enrolment.state in {EnrolmentState.BEGUN, EnrolmentState.DONE}
        return {"position": self.enrolment.position} if on_a_step else None

    def portrays(self) -> str:
        """The sponsor, unless the programme names a picture."""
        sponsor = self.programme.sponsor
        return (
            sponsor.email
            if self.enrolment.state is EnrolmentState.INVITED and not sponsor.picture
            else ""
        )


@shows(to="person", in_hours=True, stored_as="enrolment")
def enrolment_card(uow: UnitOfWork, scene: Scene) -> EnrolmentNotice | TakenOutNotice:
    """What the enrolment's card shows now, or why there is no enrolment any more."""
    if scene.posting.view in set(TakenOut):
        return TakenOutNotice(TakenOut(scene.posting.view), scene.programme.contact)
    return _as_it_stands(uow, scene)


def _as_it_stands(uow: UnitOfWork, scene: Scene) -> EnrolmentNotice:
    enrolment = uow.enrolments.need(scene.posting.subject_id)
    chooses = bool(enrolment.earlier) or scene.posting.view == CHOOSES
    other = beside(uow, enrolment)
    is_open = other is not None and other.state in enrolment_rules.OPEN
    changed = other is not None and is_open and other.earlier == enrolment.earlier
    kept, until = _kept(uow, scene.moment, enrolment)
    tandems = tandems_of(uow, enrolment)
    return EnrolmentNotice(
        enrolment=enrolment,
        asked_anew=enrolment.earlier == enrolment.id,
        kept=kept,
        kept_until=until,
        person=uow.people.need(enrolment.person_id),
        programme=scene.programme,
        closes=scene.moment.cycle.enrolment_end,
        rolls=scene.moment.cycle.kind is CycleKind.ROLLING,
        closed=_is_closed(uow, scene.moment, enrolment),
        names=enrolment.answers.named,
        may_change_role=chooses and not is_open,
        in_other_role=chooses and changed and enrolment.state in enrolment_rules.HAS_LEFT,
        in_both=other is not None and other.state in enrolment_rules.KEEPS,
        may_also=may_also(uow, scene.moment, enrolment),
        taken_topics=taken_topics(other),
        reminder=enrolment.state in UNFINISHED and scene.posting.is_reminder,
        corrected=scene.posting.view == CORRECTED,
        asks_condition=asks_condition(scene.moment, enrolment),
        asks_age=asks_age(scene.moment, enrolment),
        entered=_entered(uow, enrolment.answers),
        wished=_wished(uow, enrolment),
        leaving=scene.posting.view == LEAVING,
        in_tandem=any(each.state in TOGETHER for each in tandems),
        over=enrolment.is_admitted and _ended_done(scene.moment, enrolment),
        due=_due(uow, scene.moment, enrolment, tandems),
        let_go=enrolment.let_go_at is not None,
        let_go_until=kept_for_them_until(uow, enrolment),
    )


def _due(
    uow: UnitOfWork, moment: Moment, enrolment: Enrolment, tandems: Sequence[Tandem]
) -> date | None:
    """For whoever has a tandem in this role nobody waits, nor they for an answer."""
    if not all(map(is_over, tandems)):
        return None
    return own_due(uow, moment, enrolment) or answered_by(uow, moment, enrolment)


def _wished(uow: UnitOfWork, enrolment: Enrolment) -> NextTime:
    earlier = uow.everywhere.enrolments.get(enrolment.earlier) if enrolment.earlier else None
    return earlier.next_time if earlier and earlier.id != enrolment.id else NextTime.UNSAID


def _entered(uow: UnitOfWork, answers: Answers) -> tuple[EnteredLine, ...]:
    return tuple(
        EnteredLine(draft.position, line.filled, name_of(uow, line.entered_by))
        for draft in answers.entered
        for line in draft.lines
    )


def _ended_done(moment: Moment, enrolment: Enrolment) -> bool:
    return moment.cycle.is_over and enrolment.state is EnrolmentState.DONE


def _is_closed(uow: UnitOfWork, moment: Moment, enrolment: Enrolment) -> bool:
    """Whether nothing can be said any more by somebody who has not finished, or about whose
    application nobody had decided when the cycle ended.
    """
    if enrolment.state in UNFINISHED:
        return not may_fill_in(uow, moment, enrolment)
    return not enrolment.is_admitted and _ended_done(moment, enrolment)


def _kept(uow: UnitOfWork, moment: Moment, enrolment: Enrolment) -> tuple[bool, date | None]:
    """Whether last time's answers are there, and until which day without a yes, where the person
    is asked anew in the same cycle and does not take part in it otherwise: then nothing goes.
    """
    if not enrolment.earlier:
        return False, None
    same = enrolment.earlier == enrolment.id
    earlier = enrolment if same else uow.everywhere.enrolments.get(enrolment.earlier)
    if earlier is None or earlier.answers.own == Answers():
        return False, None
    goes = same and not enrolment.released and not takes_part(uow, moment, enrolment.person_id)
    at = enrolment.invited_at + timedelta(days=ANSWERS.days)
    return True, at.astimezone(clock_of(uow, enrolment.person_id)).date() if goes else None


@matters(enrolment_card)
def _is_open(uow: UnitOfWork, posting: Posting, _now: datetime) -> bool:
    """Whether the person is asked, or no more; they are reminded only as long as something is
    missing.
    """
    if posting.view in set(TakenOut):
        return True
    enrolment = uow.enrolments.get(posting.subject_id)
    wanted = UNFINISHED if posting.is_reminder else enrolment_rules.OPEN
    if enrolment is not None and posting.view == ASKS_AGE:
        return enrolment.clearance is Clearance.ASKED
    if posting.view == LET_GO:
        wanted = enrolment_rules.HAS_LEFT
    return enrolment is not None and enrolment.state in wanted


@cannot_wait(enrolment_card)
def _ends_soon(uow: UnitOfWork, posting: Posting, wait: Wait) -> bool:
    """Whether less than a day would be left to enrol."""
    cycle = uow.cycles.get(posting.cycle_id)
    if cycle is None or cycle.enrolment_end is None:
        return False
    a_day_later = (wait.until + A_DAY).astimezone(clock_of(uow, posting.person_id))
    return a_day_later.date() > cycle.enrolment_end


@depends(enrolment_card, Enrolment, Cycle, Tandem)
def _enrolments(uow: UnitOfWork, change: Altered) -> Subjects:
    """The enrolment, the same person's in the other role, until when one may enrol, and whether
    they are in a tandem or have an offer.
    """
    if isinstance(change.row, Tandem):
        return _of_both(change.row) if _counts_otherwise(change) else ()
    if isinstance(change.row, Cycle):
        ended = change.before and change.alters("state", "enrolment_end")
        return _who_waits(uow, change.row) if ended else ()
    other = enrolment_rules.enrolment_id(
        change.row.cycle_id, other_role(change.row.role), change.row.person_id
    )
    if change.alters("state", "rests") or _chooses_otherwise(change):
        return [change.row.id, other]
    return [change.row.id, *_later_ones(uow, change)]


def _who_waits(uow: UnitOfWork, cycle: Cycle) -> Those:
    """Who has not finished, and who waits for owners; once the cycle is over, all who take part."""
    rows, here = uow.enrolments, {"cycle_id": cycle.id}
    if cycle.is_over:
        return rows.those(state=(*UNFINISHED, EnrolmentState.DONE), **here)
    unfinished = rows.those(state=UNFINISHED, **here)
    return rows.those(id=Among((unfinished, rows.those(**HANDED_IN, **here))))


def _chooses_otherwise(change: Altered) -> bool:
    """Whether the person's topics are others now."""
    before, after = (taken_topics(each) for each in (change.before, change.after))
    return before != after


def _counts_otherwise(change: Altered) -> bool:
    """Whether the two are in the tandem now and were not, or it has come to its end; it may be so
    where nobody knows how it was.
    """
    if change.before is None or change.after is None:
        return True
    before, after = (_counts(each) for each in (change.before, change.after))
    return before != after


def _counts(tandem: Tandem) -> tuple[bool, bool]:
    """Whether the two are in it, and whether it is still to come to its end."""
    return tandem.state in TOGETHER, not is_over(tandem)


def _of_both(tandem: Tandem) -> Subjects:
    """The enrolments of its two, in either role."""
    people = (tandem.mentor_id, tandem.mentee_id)
    return [
        enrolment_rules.enrolment_id(tandem.cycle_id, role, person)
        for person in people
        for role in Role
    ]


def _later_ones(uow: UnitOfWork, change: Altered) -> Iterable[str]:
    """The enrolments that this one's answers are offered to, if they are gone now, as is what was
    wished for next time.
    """
    if not change.alters("answers", "next_time"):
        return ()
    later = uow.everywhere.enrolments.columns("id", earlier=change.row.id)
    return [key for (key,) in later]


def beside(uow: UnitOfWork, enrolment: Enrolment) -> Enrolment | None:
    """The same person's enrolment in the other role of this cycle."""
    role = other_role(enrolment.role)
    return uow.enrolments.get(enrolment_rules.enrolment_id(uow.cycle_id, role, enrolment.person_id))


def may_also(uow: UnitOfWork, moment: Moment, enrolment: Enrolment) -> bool:
    """Whether somebody who takes part may apply in the other role as well."""
    other = beside(uow, enrolment)
    return (
        enrolment.is_enrolled
        and str(other_role(enrolment.role)) in moment.programme.apply_as
        and (other is None or other.state not in enrolment_rules.OPEN)
        and enrolment_open(moment, clock_of(uow, enrolment.person_id))
    )


def taken_topics(other: Enrolment | None) -> tuple[str, ...]:
    """What somebody teaches or wishes for in their other role."""
    if other is None or other.state not in enrolment_rules.KEEPS:
        return ()
    answers = other.answers
    chosen = answers.topics if other.role is Role.MENTOR else answers.wishes
    return chosen.topics if chosen else ()


def may_fill_in(uow: UnitOfWork, moment: Moment, enrolment: Enrolment) -> bool:
    """Whether the person may still fill in their questionnaire: as long as one may enrol where they
    are, and after it where their tandem in this role has ended and they may have another one.
    """
    if moment.cycle.is_over or enrolment_open(moment, clock_of(uow, enrolment.person_id)):
        return not moment.cycle.is_over
    return any(each.ended_at for each in tandems_of(uow, enrolment))


def tandems_of(uow: UnitOfWork, enrolment: Enrolment) -> Sequence[Tandem]:
    """The tandems and offers of the person in this role."""
    side = "mentor_id" if enrolment.role is Role.MENTOR else "mentee_id"
    return uow.tandems.all(**{side: enrolment.person_id})


def other_role(role: Role) -> Role:
    """The role on the other side of a tandem."""
    return Role.MENTEE if role is Role.MENTOR else Role.MENTOR

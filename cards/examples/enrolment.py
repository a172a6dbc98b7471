"""The invitation, the questionnaire, and the next cycle."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from cards.examples.people import (
    ANSWERS,
    CYCLE,
    MENTEE,
    MENTOR,
    NOW,
    PROGRAMME,
    WITH_CONDITION,
)
from mentoring.domain.cycle import CycleKind
from mentoring.domain.enrolment import (
    Application,
    Clearance,
    Enrolment,
    EnrolmentState,
    NextTime,
)
from mentoring.domain.errors import Refusal
from mentoring.domain.people import Role
from mentoring.domain.questionnaire import Answers, Draft, Line, way
from mentoring.notices import Notice
from mentoring.usecases.enrolment.card import EnrolmentNotice, EnteredLine, TakenOut, TakenOutNotice
from mentoring.usecases.enrolment.cycle_review import Review
from mentoring.usecases.enrolment.next_cycle import NextCycleNotice


def enrolment(role: Role, state: EnrolmentState, position: str = "summary") -> EnrolmentNotice:
    """An enrolment with all answers, at a position; who is on a step has still to agree to the
    rules.
    """
    person = MENTEE if role is Role.MENTEE else MENTOR
    on_the_way = state is EnrolmentState.BEGUN and position != "summary"
    answers = replace(ANSWERS[role], protected_space=None) if on_the_way else ANSWERS[role]
    enrolled = Enrolment(f"{role}:{person.id}", person.id, role, state, NOW, position, answers)
    return EnrolmentNotice(
        enrolled,
        person,
        PROGRAMME,
        date(2026, 12, 1),
        closed=False,
        names={"p1": "Eva Costa", "p2": "Jan Kurz"},
    )


REVIEW = Review(asked=31, mentees=12, mentors=12, waiting=2, tandems=11, running=9, sessions=63)


def enrolments() -> dict[str, Notice]:
    """Every card of the enrolment."""
    found: dict[str, Notice] = {}
    for role in Role:
        for state in EnrolmentState:
            found[f"enrolment-{role}-{state}"] = enrolment(role, state)
        for position in way.positions(role, ANSWERS[role]):
            name = str(position).replace(":", "-")
            found[f"enrolment-{role}-step-{name}"] = enrolment(
                role, EnrolmentState.BEGUN, str(position)
            )
    wrong = replace(
        enrolment(Role.MENTEE, EnrolmentState.BEGUN, "about"),
        problem=Refusal("answer", field="languages"),
        raw={"languages": "", "about_me": "halb getippt"},
    )
    voluntary = enrolment(Role.MENTEE, EnrolmentState.DONE, "when")
    begun = _again(Role.MENTEE, EnrolmentState.BEGUN, at="protected_space")
    return {
        **found,
        **_due(),
        "enrolment-wrong": wrong,
        "enrolment-voluntary": voluntary,
        "enrolment-in-tandem": replace(enrolment(Role.MENTEE, EnrolmentState.DONE), in_tandem=True),
        "enrolment-applies": replace(
            enrolment(Role.MENTOR, EnrolmentState.INVITED), may_change_role=True
        ),
        "enrolment-again": replace(_again(Role.MENTEE), may_change_role=True),
        "enrolment-again-kept": replace(_again(Role.MENTEE), kept=True),
        "enrolment-anew": _anew(Role.MENTOR),
        "enrolment-anew-mentee": _anew(Role.MENTEE),
        "enrolment-over-kept": replace(
            _again(Role.MENTEE, EnrolmentState.DONE), over=True, names={}
        ),
        **{
            f"enrolment-again-wished-{name}": replace(
                _again(role), may_change_role=True, wished=wished
            )
            for name, role, wished in (
                ("again", Role.MENTEE, NextTime.AGAIN),
                ("mentor", Role.MENTOR, NextTime.OTHER),
                ("mentee", Role.MENTEE, NextTime.OTHER),
            )
        },
        "enrolment-again-both-roles": _again(Role.MENTOR),
        "enrolment-again-begun": replace(begun, kept=True),
        "enrolment-again-erased": begun,
        "enrolment-other-role": replace(
            _again(Role.MENTEE, EnrolmentState.DECLINED), in_other_role=True
        ),
        "next-cycle": NextCycleNotice(CYCLE, None, 24, PROGRAMME, review=REVIEW),
        "next-cycle-rolling": NextCycleNotice(
            replace(CYCLE, kind=CycleKind.ROLLING), None, 24, PROGRAMME, review=REVIEW
        ),
        "next-cycle-applications": NextCycleNotice(
            CYCLE, None, 24, PROGRAMME, review=replace(REVIEW, undecided=2, uncleared=1)
        ),
        "next-cycle-shut-out": NextCycleNotice(
            CYCLE, None, 24, PROGRAMME, shut_out=(("Anna Berg", "reporting_line"),)
        ),
        "next-cycle-one": NextCycleNotice(CYCLE, None, 1, PROGRAMME),
        "next-cycle-soon": NextCycleNotice(CYCLE, None, 24, PROGRAMME, soon=True),
        "next-cycle-discarded": NextCycleNotice(CYCLE, None, 24, PROGRAMME, discarded=True),
        "next-cycle-opened": NextCycleNotice(
            CYCLE, replace(CYCLE, id="p1c2", number=2), 24, PROGRAMME
        ),
        "enrolment-removed": TakenOutNotice(TakenOut.REMOVED, PROGRAMME.contact),
        "enrolment-out-of-role": TakenOutNotice(TakenOut.OTHER_ROLE, PROGRAMME.contact),
        "enrolment-corrected-mentor": replace(
            enrolment(Role.MENTOR, EnrolmentState.INVITED), corrected=True
        ),
        "enrolment-corrected-mentee": _corrected_unanswered(),
        "enrolment-entered-invited": _entered(EnrolmentState.INVITED),
        "enrolment-entered-about": _entered(EnrolmentState.BEGUN, "about"),
        "enrolment-entered-by-two": _entered_by_two(),
        "enrolment-entered-done": _entered(EnrolmentState.DONE),
        "enrolment-not-accepted": TakenOutNotice(TakenOut.NOT_ACCEPTED, PROGRAMME.contact),
        "enrolment-undecided": TakenOutNotice(TakenOut.UNDECIDED, PROGRAMME.contact),
        "enrolment-out-of-application": TakenOutNotice(
            TakenOut.OTHER_ROLE_APPLIED, PROGRAMME.contact
        ),
        "enrolment-wanted-mentor": _wanted(Role.MENTOR),
        "enrolment-wanted-mentee": _wanted(Role.MENTEE),
        "enrolment-applying": _applying(condition=False),
        "enrolment-applying-condition": _applying(condition=True),
        "enrolment-applied": _applied(),
        "enrolment-may-also": replace(enrolment(Role.MENTOR, EnrolmentState.DONE), may_also=True),
        "enrolment-in-both": replace(enrolment(Role.MENTEE, EnrolmentState.DONE), in_both=True),
        "enrolment-in-both-wishes": _in_both(Role.MENTEE, "wishes"),
        "enrolment-in-both-topics": _in_both(Role.MENTOR, "topics"),
        "enrolment-in-both-leaving": replace(
            enrolment(Role.MENTOR, EnrolmentState.DONE), in_both=True, leaving=True
        ),
        "enrolment-in-both-left": replace(
            enrolment(Role.MENTEE, EnrolmentState.WITHDRAWN), in_both=True
        ),
        "enrolment-asks-age": replace(
            enrolment(Role.MENTOR, EnrolmentState.INVITED), asks_age=True
        ),
        "enrolment-asks-age-condition": replace(_applying(condition=True), asks_age=True),
        "enrolment-asks-age-again": replace(
            _again(Role.MENTOR), asks_age=True, may_change_role=True
        ),
        "enrolment-age": _age_asked(in_tandem=False),
        "enrolment-age-tandem": _age_asked(in_tandem=True),
        "enrolment-clearing-tandem": replace(
            _clearing(enrolment(Role.MENTOR, EnrolmentState.DONE)), in_tandem=True
        ),
        "enrolment-clearing": _clearing(enrolment(Role.MENTOR, EnrolmentState.DONE)),
        "enrolment-applied-clearing": _clearing(_applied()),
        "enrolment-not-cleared": TakenOutNotice(TakenOut.NOT_CLEARED, PROGRAMME.contact),
        "enrolment-uncleared": TakenOutNotice(TakenOut.UNCLEARED, PROGRAMME.contact),
        "enrolment-taken-back": TakenOutNotice(TakenOut.TAKEN_BACK, PROGRAMME.contact),
        "enrolment-over": replace(enrolment(Role.MENTEE, EnrolmentState.DONE), over=True),
        "enrolment-leaving": replace(enrolment(Role.MENTEE, EnrolmentState.DONE), leaving=True),
        "enrolment-leaving-tandem": replace(
            enrolment(Role.MENTEE, EnrolmentState.DONE), leaving=True, in_tandem=True
        ),
        "enrolment-closed": replace(enrolment(Role.MENTEE, EnrolmentState.BEGUN), closed=True),
    }


def _due() -> dict[str, Notice]:
    """Where the enrolment has no last day: with a day of one's own, and once it is past."""
    invited = enrolment(Role.MENTEE, EnrolmentState.INVITED)
    begun = enrolment(Role.MENTEE, EnrolmentState.BEGUN, "about")
    silent = replace(enrolment(Role.MENTEE, EnrolmentState.DECLINED), let_go=True)
    day = date(2026, 11, 16)
    return {
        "enrolment-rolling-invited": replace(invited, closes=None, rolls=True),
        "enrolment-due-invited": replace(invited, closes=None, due=day),
        "enrolment-due-begun": replace(begun, closes=None, due=day),
        "enrolment-due-applied": replace(_applied(), closes=None, due=day),
        "enrolment-let-go": silent,
        "enrolment-let-go-begun": replace(silent, let_go_until=day),
        "enrolment-unanswered": TakenOutNotice(TakenOut.UNANSWERED, PROGRAMME.contact),
    }


def _applied() -> EnrolmentNotice:
    """Somebody who came by themselves has handed in their questionnaire."""
    done = enrolment(Role.MENTOR, EnrolmentState.DONE)
    return replace(done, enrolment=replace(done.enrolment, application=Application.OPEN))


def _in_both(role: Role, step: str) -> EnrolmentNotice:
    """Somebody takes part in the other role as well, and chooses topics here."""
    asked = enrolment(role, EnrolmentState.BEGUN, step)
    answers = replace(asked.enrolment.answers, wishes=None, topics=None, skills=())
    taken = ("cyber_security", "new_work")
    begun = replace(asked.enrolment, answers=answers)
    return replace(asked, enrolment=begun, in_both=True, taken_topics=taken)


def _age_asked(*, in_tandem: bool) -> EnrolmentNotice:
    """Somebody took part before it was asked whether they are of age."""
    done = enrolment(Role.MENTOR, EnrolmentState.DONE)
    asked = replace(done.enrolment, clearance=Clearance.ASKED)
    return replace(done, enrolment=asked, in_tandem=in_tandem)


def _clearing(notice: EnrolmentNotice) -> EnrolmentNotice:
    """Somebody has handed in who is not of age, and the clearance is missing."""
    waits = replace(notice.enrolment, clearance=Clearance.WAITS)
    return replace(notice, enrolment=waits)


def _applying(*, condition: bool) -> EnrolmentNotice:
    """Somebody has followed the open call."""
    asked = enrolment(Role.MENTOR, EnrolmentState.INVITED)
    applying = replace(asked.enrolment, application=Application.OPEN)
    programme = WITH_CONDITION if condition else asked.programme
    return replace(asked, enrolment=applying, programme=programme, asks_condition=condition)


def _wanted(role: Role) -> EnrolmentNotice:
    """Somebody came by themselves, and owners would like them in the other role."""
    asked = enrolment(role, EnrolmentState.INVITED)
    accepted = replace(asked.enrolment, application=Application.ACCEPTED)
    return replace(asked, enrolment=accepted, corrected=True)


def _corrected_unanswered() -> EnrolmentNotice:
    """Somebody who was asked in the wrong role, and had not answered."""
    asked = enrolment(Role.MENTEE, EnrolmentState.INVITED)
    return replace(asked, enrolment=replace(asked.enrolment, answers=Answers()), corrected=True)


def _entered(state: EnrolmentState, at: str = "summary") -> EnrolmentNotice:
    """An owner has entered something for somebody, who has not confirmed it."""
    asked = enrolment(Role.MENTEE, state, at)
    done = state is EnrolmentState.DONE
    answers = replace(ANSWERS[Role.MENTEE], when=None) if done else Answers()
    typed = Draft("about", {"languages": "de,en"}, (Line("languages", "o1", NOW),))
    known = "" if done else "Otto Ott"
    lines = (("about", "languages"), ("when", "weekdays"), ("when", "times"))
    return replace(
        asked,
        enrolment=replace(asked.enrolment, answers=answers.drafted(typed)),
        entered=tuple(EnteredLine(*each, known) for each in lines),
    )


def _entered_by_two() -> EnrolmentNotice:
    """Two owners have each filled in something of one step."""
    asked = _entered(EnrolmentState.BEGUN, "when")
    hers = EnteredLine("when", "never", "Olga Ohm")
    return replace(asked, entered=(*asked.entered, hers))


def _again(
    role: Role, state: EnrolmentState = EnrolmentState.INVITED, at: str = "summary"
) -> EnrolmentNotice:
    """Somebody who took part before."""
    asked = enrolment(role, state, at)
    return replace(asked, enrolment=replace(asked.enrolment, earlier="p1c1:earlier"))


def _anew(role: Role) -> EnrolmentNotice:
    """Somebody who has waited for half a year in a rolling programme."""
    return replace(_again(role), asked_anew=True, kept=True, kept_until=date(2026, 12, 15))

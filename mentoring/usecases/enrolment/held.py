"""What an enrolment holds about people: their way into a cycle, and their answers."""

from __future__ import annotations

from collections.abc import Iterable

from mentoring.domain.enrolment import Enrolment
from mentoring.domain.invitation import Invite
from mentoring.domain.questionnaire import Answers
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.holdings import (
    ANSWERS,
    TOGETHER,
    Part,
    Reader,
    holds,
    names_people,
    naming,
    within,
)

AUTHOR = frozenset({Reader.AUTHOR})
SHARED = frozenset({Reader.AUTHOR, Reader.PARTNER})


@holds(
    Enrolment,
    Part(
        "enrolment",
        ("id", "person_id", "role", "state", "invited_at", "done_at", "erased_at"),
        kept=TOGETHER,
        seen_by={Reader.PERSON, Reader.OWNERS_AS_STATE},
    ),
    Part("enrolment-place", ("position", "reminded_at"), kept=ANSWERS, seen_by={Reader.PERSON}),
    Part("earlier-cycle", ("earlier", "priority"), kept=TOGETHER, seen_by={Reader.PERSON}),
    Part("rests", ("rests",), kept=TOGETHER, seen_by={Reader.PERSON}),
    Part("let-go", ("let_go_at",), kept=TOGETHER, seen_by={Reader.PERSON}),
    Part("released", ("released",), kept=ANSWERS, seen_by={Reader.PERSON}),
    Part("next-time", ("next_time",), kept=TOGETHER, seen_by={Reader.PERSON}),
    Part(
        "condition",
        ("met_condition_at", "met_condition"),
        kept=ANSWERS,
        seen_by={Reader.PERSON, Reader.OWNERS},
    ),
    Part(
        "application",
        ("application", "accepted_at"),
        kept=TOGETHER,
        seen_by={Reader.PERSON, Reader.OWNERS_AS_STATE},
    ),
    Part(
        "clearance",
        ("clearance", "cleared_by", "cleared_at"),
        kept=TOGETHER,
        seen_by={Reader.PERSON, Reader.OWNERS},
    ),
    Part("answers-language", ("answers.about.languages",), kept=ANSWERS, seen_by=SHARED),
    Part(
        "answers-begun",
        within("answers.drafts", "position", "typed"),
        kept=ANSWERS,
        seen_by=AUTHOR,
    ),
    Part(
        "answers-entered",
        within("answers.drafts.lines", "filled", "entered_by", "entered_at"),
        kept=ANSWERS,
        seen_by=AUTHOR,
    ),
    Part("answers-about-me", ("answers.about.about_me",), kept=ANSWERS, seen_by=SHARED),
    Part(
        "answers-differ",
        within("answers.about", "background", "generation", "gender"),
        kept=ANSWERS,
        seen_by=AUTHOR,
    ),
    Part(
        "answers-topics",
        (
            *within("answers.wishes", "wish_1", "wish_2", "wish_3"),
            "answers.topics.topics",
            *within("answers.skills", "topic", "level", "experience"),
        ),
        kept=ANSWERS,
        seen_by=SHARED,
    ),
    Part(
        "answers-standing",
        ("answers.standing.competence",),
        kept=ANSWERS,
        seen_by={Reader.AUTHOR, Reader.OWNERS_IN_GROUPS},
    ),
    Part(
        "answers-purpose",
        ("answers.purpose.goal", "answers.purpose.format"),
        kept=ANSWERS,
        seen_by=SHARED,
    ),
    Part(
        "answers-when",
        within("answers.when", "weekdays", "times", "never", "capacity", "private"),
        kept=ANSWERS,
        seen_by=AUTHOR,
    ),
    Part("answers-place", ("answers.when.place",), kept=ANSWERS, seen_by=SHARED),
    Part(
        "answers-deputy",
        ("answers.when.deputy", "answers.when.names"),
        kept=ANSWERS,
        seen_by={Reader.AUTHOR, Reader.DEPUTY},
    ),
    Part(
        "answers-not-with",
        within("answers.not_with", "not_with", "kpi_people", "names"),
        kept=ANSWERS,
        seen_by=AUTHOR,
    ),
    Part("answers-agreed", ("answers.protected_space.agreed",), kept=ANSWERS, seen_by=AUTHOR),
)
def enrolments(uow: UnitOfWork, person_id: str) -> Iterable[Enrolment]:
    """The person's own enrolments."""
    return uow.enrolments.all(person_id=person_id)


@names_people(
    Enrolment,
    *within("answers.when", "deputy", "names"),
    *within("answers.not_with", "not_with", "kpi_people", "names"),
    "answers.drafts.lines.entered_by",
    "cleared_by",
)
def enrolments_naming(uow: UnitOfWork, person_id: str) -> Iterable[Enrolment]:
    """Enrolments of others who name the person in their answers, all of which are decrypted for it,
    or who were cleared by them.
    """
    found = (
        each
        for each in uow.enrolments.all()
        if person_id in {*_people_in(each.answers), each.cleared_by}
    )
    return [each for each in found if each.person_id != person_id]


def _people_in(answers: Answers) -> set[str]:
    asked = [(part, field) for part in answers.parts for field in part.people]
    helped = {line.entered_by for draft in answers.entered for line in draft.lines}
    return {
        *answers.named,
        *helped,
        *(person for part, field in asked for person in getattr(part, field)),
    }


@holds(
    Invite,
    Part("invited", ("entries",), kept=TOGETHER, seen_by={Reader.PERSON, Reader.OWNERS}),
    quick=False,
)
def invited(uow: UnitOfWork, person_id: str) -> Iterable[Invite]:
    """The lists on which the person stands."""
    return naming(uow.invites, person_id, "entries")


@holds(
    Invite,
    Part(
        "owners-acts", ("by", "created_at"), kept=TOGETHER, seen_by={Reader.PERSON, Reader.OWNERS}
    ),
)
def invited_by(uow: UnitOfWork, person_id: str) -> Iterable[Invite]:
    """The lists that the person has given as an owner."""
    return uow.invites.all(by=person_id)


@holds(
    Invite,
    Part(
        "owners-acts",
        ("undone_by", "undone_at"),
        kept=TOGETHER,
        seen_by={Reader.PERSON, Reader.OWNERS},
    ),
)
def taken_back_by(uow: UnitOfWork, person_id: str) -> Iterable[Invite]:
    """The lists that the person has taken back as an owner."""
    return uow.invites.all(undone_by=person_id)

"""Session kits as both see them, and the lessons before the first session."""

from __future__ import annotations

from dataclasses import replace

from cards.examples.people import MENTEE, MENTOR, NOW, PROGRAMME, SESSIONS, SIDES, TANDEM
from mentoring.domain.enrolment import Enrolment, EnrolmentState
from mentoring.domain.kit_choice import KitChoice, KitState
from mentoring.domain.kits.choice import Step, recalled
from mentoring.domain.question import Question
from mentoring.domain.tandem import TandemState
from mentoring.notices import Notice
from mentoring.usecases.tandem.kits import kit_of
from mentoring.usecases.tandem.lessons import LessonsNotice
from mentoring.usecases.tandem.library import packaged
from mentoring.usecases.tandem.session_kit import KitNotice


def kits() -> dict[str, Notice]:
    """Session kits as both see them: proposed, grown from a question, left, after the session."""
    session, library = SESSIONS[0], packaged()
    choice = KitChoice(session.id, TANDEM.id, "ai-discover", "ai", way="demo")
    grown = replace(choice, kit_id="question:from-scratch:q2", topic="", question="q2")
    instead = tuple(recalled(f"{each}-discover", Step(each), library) for each in ("data", "agile"))
    asked = Question("q2", TANDEM.id, MENTEE.id, "Was darf ich eingeben?", NOW, NOW)
    mentor, mentee = (
        KitNotice(session, TANDEM, *side, PROGRAMME, choice, kit_of(choice, PROGRAMME))
        for side in SIDES
    )
    skipped = replace(choice, state=KitState.SKIPPED)
    around = replace(mentor, choice=grown, kit=kit_of(grown, PROGRAMME), about=asked.text)
    ended = replace(mentee, tandem=replace(TANDEM, state=TandemState.CLOSED), choice=None, kit=None)
    by_hand = replace(session, state="by_hand", start=None)
    return {
        "kit-mentor-by-hand": replace(mentor, session=by_hand),
        "kit-mentee-by-hand": replace(mentee, session=by_hand),
        "kit-mentor-proposed": replace(mentor, asked=(asked,), others=tuple(filter(None, instead))),
        "kit-mentor-grown": replace(around, asked=(asked,), comes=False),
        "kit-mentor-skipped": replace(mentor, choice=skipped),
        "kit-mentor-over": replace(mentor, is_over=True),
        "kit-mentee-proposed": replace(mentee, asked=(replace(asked, author_id=MENTOR.id),)),
        "kit-mentee-over": replace(mentee, is_over=True),
        "kit-mentee-skipped": replace(mentee, choice=skipped),
        "kit-mentee-none": replace(mentee, choice=None, kit=None),
        "kit-ended": replace(ended, is_over=True),
        "kit-undone": replace(ended, is_over=True, undone=True),
    }


def lessons() -> dict[str, Notice]:
    """Each lesson of both, all read, and after the tandem's end."""
    found: dict[str, Notice] = {}
    for role, viewer, _ in SIDES:
        enrolled = Enrolment(f"e-{role}", viewer.id, role, EnrolmentState.DONE, NOW, "summary")
        first = LessonsNotice(enrolled, PROGRAMME, packaged().lessons_of(role))
        pages = (replace(first, page=page) for page in range(len(first.lessons) + 1))
        found |= {f"lessons-{role}-{page}": each for page, each in enumerate(pages, 1)}
    return {**found, "lessons-over": replace(first, is_over=True)}

"""Eva's enrolment as a mentee, and the steps in which she answers."""

from __future__ import annotations

from datetime import timedelta

from mentoring.domain.enrolment import Enrolment, EnrolmentState
from mentoring.domain.questionnaire import (
    Competence,
    Position,
    Step,
)
from mentoring.usecases.enrolment import enrolment
from mentoring.usecases.enrolment.end import set_enrolment_end
from tests.answers import AGREED, GERMAN, WISH, answers
from tests.usecases.company import (
    FIRST,
    NOW,
    Company,
    change,
    one,
)

DAY = timedelta(days=1)
EVA = f"{FIRST}:mentee:eva"
ABOUT, WISHES, STANDING = (Position(step) for step in ("about", "wishes", "standing"))
ANSWERS = answers(GERMAN, WISH, Competence(4))
DONE = ANSWERS.put(AGREED)


async def eva(company: Company) -> Enrolment:
    found: Enrolment = await one(company.first, "enrolments", EVA)
    return found


async def is_done(company: Company) -> Enrolment:
    """Eva has handed in her questionnaire."""
    done: Enrolment = await change(
        company.first,
        "enrolments",
        EVA,
        state=EnrolmentState.DONE,
        position="summary",
        answers=DONE,
    )
    return done


async def closes(company: Company) -> None:
    """The enrolment's last day is over."""
    await company.first.run(set_enrolment_end, NOW.date(), NOW.date())
    company.clock.moment = NOW + DAY


async def answer(company: Company, *said: Step) -> Enrolment:
    """Eva answers these steps."""
    for each in said:
        await company.first.run(enrolment.save_step, EVA, "eva", each)
    return await eva(company)

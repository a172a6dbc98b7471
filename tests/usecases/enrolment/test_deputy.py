"""Whoever takes part may name another deputy at any time; only then is it said further down."""

from __future__ import annotations

import pytest

from mentoring.domain.questionnaire import When
from mentoring.usecases.enrolment.deputy import DEPUTY
from mentoring.usecases.enrolment.enrolment import save_step, take_part
from mentoring.usecases.enrolment.entrance import show_deputy
from tests.usecases.company import Company, all_of, change, one
from tests.usecases.enrolment.steps import DONE, EVA, closes, is_done
from tests.usecases.ports import chat_of

DORA = When(deputy=("dora",), names={"dora": "Dora"})


async def names(company: Company, said: When) -> int:
    """Eva answers; returns how often it was said that her deputy is another one."""
    await company.first.run(save_step, EVA, "eva", said)
    return len(await all_of(company.first, "changes", kind=DEPUTY.name, subject_id="eva"))


@pytest.mark.parametrize(
    ("said", "times"), [(DORA, 1), (When(), 0), (When(times=("morning",)), 0)], ids=str
)
async def test_it_is_said_if_it_is_another_one(invited: Company, said: When, times: int) -> None:
    await is_done(invited)
    await change(invited.first, "enrolments", EVA, position="when")
    assert await names(invited, said) == times


async def test_it_can_be_changed_when_nobody_enrols_any_more(invited: Company) -> None:
    await is_done(invited)
    await closes(invited)
    await invited.first.run(show_deputy, "eva", chat_of("eva"), "copy")
    assert await names(invited, DORA) == 1
    assert (await one(invited.first, "enrolments", EVA)).answers.when == DORA


async def test_who_has_not_finished_has_nothing_to_keep(invited: Company) -> None:
    await invited.first.run(take_part, EVA, "eva")
    answers = DONE.put()
    await change(invited.first, "enrolments", EVA, position="when", answers=answers)
    assert await names(invited, DORA) == 0

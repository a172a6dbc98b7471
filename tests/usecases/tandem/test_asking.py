"""Asking each other: both ways, by the two alone, and nothing is sent that was not meant to be."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mentoring.domain.question import LONGEST, MOST_OPEN
from mentoring.domain.tandem import TandemState
from mentoring.usecases.tandem.asking import answered, ask_by_words, put, send, show, take_back
from mentoring.usecases.tandem.question_box import WhichBoxNotice
from tests.usecases.company import (
    OTHER,
    TANDEM,
    Company,
    all_of,
    asked_for,
    change,
    refused,
    told,
)
from tests.usecases.company import one as row
from tests.usecases.ports import chat_of

TEXT = "Womit fange ich an?"


async def open_texts(company: Company) -> list[str]:
    found = await all_of(company.first, "questions", answered_at=None)
    return [each.text for each in found]


async def the_question(company: Company) -> str:
    [found] = await all_of(company.first, "questions")
    return str(found.id)


async def asks(company: Company, who: str = "eva", text: str = TEXT, **how: bool) -> str:
    await company.first.run(lambda uow, moment: put(uow, moment, TANDEM, who, text, **how))
    return await the_question(company)


class TestPutting:
    """Into the box; it is sent only if one says so."""

    async def test_it_waits_and_nobody_is_told(self, company: Company) -> None:
        question = await asks(company)
        assert (await row(company.first, "questions", question)).waits
        assert await asked_for(company.first, "bring_card") == []

    @pytest.mark.parametrize(("who", "other"), [("eva", "jan"), ("jan", "eva")])
    async def test_at_once_it_is_told_both_ways(
        self, company: Company, who: str, other: str
    ) -> None:
        question = await asks(company, who, at_once=True)
        assert not (await row(company.first, "questions", question)).waits
        assert await asked_for(company.first, "bring_card") == [f"question_box:{TANDEM}:{other}"]

    async def test_pressed_twice_it_is_there_once(self, company: Company) -> None:
        await asks(company)
        await asks(company, text=f" {TEXT}\n")
        assert await open_texts(company) == [TEXT]

    @pytest.mark.parametrize(
        ("text", "code"), [(" \n", "question-empty"), ("a" * (LONGEST + 1), "question-long")]
    )
    async def test_an_empty_or_endless_one_is_refused_at_its_line(
        self, company: Company, text: str, code: str
    ) -> None:
        with refused(code, field="text"):
            await asks(company, text=text)

    async def test_six_open_ones_are_enough(self, company: Company) -> None:
        for number in range(MOST_OPEN):
            await company.first.run(put, TANDEM, "eva", f"Frage {number}")
        with refused("question-many", most=MOST_OPEN):
            await company.first.run(put, TANDEM, "eva", "noch eine")
        await company.first.run(put, TANDEM, "jan", "der andere darf")

    async def test_nobody_else_asks_not_even_who_keeps_the_calendar(self, company: Company) -> None:
        for who in ("dora", "otto", "ada"):
            with refused("not-yours"):
                await asks(company, who)

    async def test_a_tandem_that_is_over_takes_none(self, company: Company) -> None:
        await change(company.first, "tandems", TANDEM, state=TandemState.CLOSED)
        with refused("stale"):
            await asks(company)


class TestAfterwards:
    """Sent, taken back, answered, open after all."""

    async def test_what_waits_is_sent_once(self, company: Company) -> None:
        question = await asks(company)
        for _ in range(2):
            await company.first.run(send, question, "eva")
        assert await asked_for(company.first, "bring_card") == [f"question_box:{TANDEM}:jan"]

    async def test_the_other_one_neither_sends_nor_answers_what_waits(
        self, company: Company
    ) -> None:
        question = await asks(company)
        for act in (send, take_back):
            with refused("not-yours"):
                await company.first.run(act, question, "jan")
        with refused("not-yours"):
            await company.first.run(
                lambda uow, moment: answered(uow, moment, question, "jan", yes=True)
            )

    async def test_what_is_taken_back_is_nowhere(self, company: Company) -> None:
        question = await asks(company, at_once=True)
        for _ in range(2):
            await company.first.run(take_back, question, "eva")
        assert await all_of(company.first, "questions") == []

    @pytest.mark.parametrize("who", ["eva", "jan"])
    async def test_either_says_that_it_is_answered_or_open_after_all(
        self, company: Company, who: str
    ) -> None:
        question = await asks(company, at_once=True)
        await company.first.run(lambda uow, now: answered(uow, now, question, who, yes=True))
        assert await open_texts(company) == []
        await company.first.run(lambda uow, now: answered(uow, now, question, who, yes=False))
        assert await open_texts(company) == [TEXT]


class TestInWords:
    """``question …`` in the 1:1 chat."""

    async def test_it_lies_in_the_box_which_is_shown(self, company: Company) -> None:
        said = await company.first.run(ask_by_words, "eva", TEXT, chat_of("eva"))
        assert said is None
        assert await open_texts(company) == [TEXT]
        assert await told(company.first, "question_box") == ["eva"]

    async def test_without_a_question_the_box_is_shown(self, company: Company) -> None:
        await company.first.run(ask_by_words, "eva", " ", chat_of("eva"))
        assert await all_of(company.first, "questions") == []
        assert await told(company.first, "question_box") == ["eva"]

    async def test_who_has_several_tandems_chooses_the_box(self, company: Company) -> None:
        said = await company.first.run(ask_by_words, "jan", TEXT, chat_of("jan"))
        assert said == WhichBoxNotice(TEXT)
        assert await all_of(company.first.of(""), "questions") == []
        found = await all_of(company.first.of(""), "postings", kind="question_box")
        assert sorted(each.subject_id for each in found) == [TANDEM, OTHER]
        assert not [each for each in found if TEXT in each.view]

    async def test_one_that_fits_no_box_is_refused_before_they_are_shown(
        self, company: Company
    ) -> None:
        with refused("question-long", field="text"):
            await company.first.run(ask_by_words, "jan", "a" * (LONGEST + 1), chat_of("jan"))
        assert await told(company.first, "question_box") == []

    async def test_who_is_in_no_tandem_has_none(self, company: Company) -> None:
        with refused("question-nobody"):
            await company.first.run(ask_by_words, "dora", TEXT, chat_of("dora"))


async def test_only_the_two_are_shown_the_box(company: Company) -> None:
    with refused("not-yours"):
        await company.first.run(show, TANDEM, "dora", chat_of("dora"))
    company.clock.moment += timedelta(seconds=1)
    await company.first.run(show, TANDEM, "jan", chat_of("jan"))
    assert await told(company.first, "question_box") == ["jan"]

"""What many want to know at the same time is asked once."""

from __future__ import annotations

import asyncio

import pytest

from graph.asked_once import AskedOnce


class Question:
    """It is answered once ``answer`` is set, or fails."""

    def __init__(self) -> None:
        self.asked, self.answer = 0, asyncio.Event()
        self.error: Exception | None = None

    async def __call__(self) -> int:
        self.asked += 1
        await self.answer.wait()
        if self.error:
            raise self.error
        return self.asked


@pytest.fixture
def question() -> Question:
    return Question()


async def test_all_who_ask_meanwhile_get_the_same_answer(question: Question) -> None:
    once = AskedOnce[int]()
    asking = [asyncio.create_task(once.ask("a", question)) for _ in range(5)]
    await asyncio.sleep(0)
    question.answer.set()
    assert await asyncio.gather(*asking) == [1] * 5


async def test_another_key_is_another_question(question: Question) -> None:
    once = AskedOnce[int]()
    question.answer.set()
    assert [*await asyncio.gather(once.ask("a", question), once.ask("b", question))] == [1, 2]


async def test_nothing_is_kept_of_an_answer(question: Question) -> None:
    once = AskedOnce[int]()
    question.answer.set()
    assert [await once.ask("a", question), await once.ask("a", question)] == [1, 2]


async def test_all_are_told_why_there_is_none_and_the_next_asks_anew(question: Question) -> None:
    once = AskedOnce[int]()
    question.error = LookupError("away")
    question.answer.set()
    found = await asyncio.gather(
        *(once.ask("a", question) for _ in range(3)), return_exceptions=True
    )
    assert found == [question.error] * 3
    question.error = None
    assert await once.ask("a", question) == 2


async def test_who_gives_up_takes_the_answer_from_nobody_else(question: Question) -> None:
    once = AskedOnce[int]()
    hurried, patient = (asyncio.create_task(once.ask("a", question)) for _ in range(2))
    await asyncio.sleep(0)
    hurried.cancel()
    question.answer.set()
    with pytest.raises(asyncio.CancelledError) as cancelled:
        await hurried
    assert cancelled.value.args == ()
    assert await patient == 1

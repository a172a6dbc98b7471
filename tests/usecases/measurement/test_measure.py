"""What somebody sees: the question, then what they have said beside what they said at the start."""

from __future__ import annotations

from typing import Any

import pytest

from mentoring.domain.measurement.items import Item, Marks, Measure, MeasureState, Stage
from mentoring.domain.people import Role
from mentoring.domain.posting import Posting
from mentoring.domain.tandem import TandemState
from mentoring.notices import still_matters
from mentoring.usecases.measurement.measure import MeasureNotice
from mentoring.usecases.measurement.saying import Tap, resume, stop, tap
from tests.usecases.company import NOW, TANDEM, Company, change, hidden, put, shown
from tests.usecases.measurement.asked import HERS, both_enrolled

START, END = f"{HERS}:start", f"{HERS}:end"
CARD = Posting("c", "measure_card", END, "eva")


@pytest.fixture
async def asked(company: Company) -> Company:
    """Eva has said something at the start, and something else at the end."""
    await both_enrolled(company)
    for stage, said in ((Stage.START, Marks("ai", usage=2)), (Stage.END, Marks("ai", 6, 4, 5))):
        made = Measure(f"{HERS}:{stage}", "eva", Role.MENTEE, stage, NOW, said)
        await put(company.first, "measures", made)
    await put(company.first, "postings", CARD)
    return company


async def seen(company: Company, key: str, page: int = 0) -> MeasureNotice:
    found: Any = await shown(company.first, "measure_card", key, "eva", page=page)
    assert isinstance(found, MeasureNotice)
    return found


async def test_it_asks_one_question_after_the_other(asked: Company) -> None:
    questions = [(await seen(asked, END, page)).question for page in range(5)]
    assert questions == [Item.COMPETENCE, Item.USAGE, Item.ADVICE, Item.TOGETHER, None]


async def test_the_line_goes_from_the_start_to_now(asked: Company) -> None:
    """Digital competence from the questionnaire; what was said once alone has no line."""
    line = (await seen(asked, END, 4)).line
    assert line == ((Item.COMPETENCE, 3, 6), (Item.USAGE, 2, 4))


async def test_whoever_erased_what_they_had_said_is_compared_with_nothing(asked: Company) -> None:
    """The questionnaire keeps its answer, but no card shows it beside what is said since."""
    await asked.first.run(stop, END, "eva")
    await change(asked.first, "postings", CARD.id, page=4)
    await asked.first.run(resume, END, "eva", CARD.id)
    await asked.first.run(tap, END, "eva", Tap(Item.COMPETENCE, 6, CARD.id))
    assert (await seen(asked, END, 4)).line == ()


async def test_the_start_has_no_line(asked: Company) -> None:
    assert (await seen(asked, START, 3)).line == ()


async def test_nobody_else_sees_it(asked: Company) -> None:
    assert await hidden(asked.first, "measure_card", END, "jan") == "not-yours"


async def test_only_what_is_open_and_unanswered_still_comes_by_itself(asked: Company) -> None:
    async def comes() -> bool:
        posting = Posting("p", "measure_card", START, "eva")
        return await asked.first.read(lambda uow, now: still_matters(uow, posting, now.now))

    assert not await comes()
    await change(asked.first, "measures", START, said=Marks("ai"))
    assert await comes()
    await change(asked.first, "tandems", TANDEM, state=TandemState.CLOSED)
    assert not await comes()
    await change(asked.first, "tandems", TANDEM, state=TandemState.LAUNCHED)
    await change(asked.first, "measures", START, state=MeasureState.CLOSED)
    assert not await comes()


async def test_once_it_is_erased_the_card_says_only_that_it_is_over(asked: Company) -> None:
    """Not what one can do now, as on each card of a cycle that was over; nor that something was
    erased, which is the business of whoever had it erased alone.
    """
    await asked.first.run(lambda uow, _: uow.measures.delete(END))
    assert await hidden(asked.first, "measure_card", END, "eva") == "erased"

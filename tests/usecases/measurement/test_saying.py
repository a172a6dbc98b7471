"""Each tap is saved, goes on to the next question, and can be taken back, each or all."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from mentoring.domain.measurement.items import Item, MeasureState, Stage
from mentoring.domain.people import Role
from mentoring.domain.posting import Posting
from mentoring.domain.tandem import TandemState
from mentoring.usecases.measurement.asking import show
from mentoring.usecases.measurement.saying import Tap, resume, stop, tap, turn
from tests.usecases.company import STARTS, TANDEM, Company, all_of, change, put, refused
from tests.usecases.measurement.asked import HERS, HIS, both_enrolled, measure
from tests.usecases.ports import chat_of

START, END = f"{HERS}:start", f"{HERS}:end"


@pytest.fixture
async def asked(company: Company) -> Company:
    """Eva is asked at the end."""
    await both_enrolled(company)
    await company.first.run(show, HERS, "eva", chat_of("eva"))
    return company


async def card(company: Company) -> Posting:
    [found] = await all_of(company.first, "postings", kind="measure_card")
    posting: Posting = found
    return posting


async def answer_after_all(company: Company, key: str) -> None:
    """Pressed on a card of this stage, which stands in her chat."""
    cards = await all_of(company.first, "postings", kind="measure_card", subject_id=key)
    pressed = next(iter(cards), Posting(f"card of {key}", "measure_card", key, "eva"))
    await put(company.first, "postings", pressed)
    await company.first.run(resume, key, "eva", pressed.id)


async def said(company: Company, item: Item, mark: int) -> None:
    made = Tap(item, mark, (await card(company)).id)
    await company.first.run(tap, END, "eva", made)


async def test_a_tap_is_saved_and_the_card_goes_on(asked: Company) -> None:
    await said(asked, Item.COMPETENCE, 6)
    assert (await measure(asked, Stage.END)).said.competence == 6
    assert (await card(asked)).page == 1


async def test_a_skipped_question_goes_on_too(asked: Company) -> None:
    await said(asked, Item.COMPETENCE, 0)
    assert (await measure(asked, Stage.END)).said.competence is None
    assert (await card(asked)).page == 1


async def test_one_may_go_back(asked: Company) -> None:
    await said(asked, Item.COMPETENCE, 6)
    await asked.first.run(turn, END, "eva", (await card(asked)).id, 0)
    assert (await card(asked)).page == 0


async def test_nobody_else_says_or_erases_anything(asked: Company) -> None:
    posting = (await card(asked)).id
    with refused("not-yours"):
        await asked.first.run(tap, END, "jan", Tap(Item.COMPETENCE, 6, posting))
    with refused("not-yours"):
        await asked.first.run(turn, END, "jan", posting, 0)
    with refused("not-yours"):
        await asked.first.run(stop, END, "jan")
    with refused("not-yours"):
        await asked.first.run(resume, END, "jan", posting)


async def test_whoever_stops_leaves_nothing_at_any_stage(asked: Company) -> None:
    """Also of what she said at the start; what others have said stays."""
    await said(asked, Item.COMPETENCE, 6)
    end = await measure(asked, Stage.END)
    start = replace(end, id=f"{HERS}:start", stage=Stage.START)
    his = replace(end, id=f"{HIS}:end", person_id="jan", role=Role.MENTOR)
    await put(asked.first, "measures", start, his)
    await asked.first.run(stop, END, "eva")
    found = {each.id: each for each in await all_of(asked.first, "measures")}
    assert not found[END].said.says_something
    assert not found[start.id].said.says_something
    assert found[his.id] == his


async def test_who_changes_their_mind_is_asked_this_stage_again(asked: Company) -> None:
    await asked.first.run(stop, END, "eva")
    assert (await measure(asked, Stage.END)).state is MeasureState.STOPPED
    await answer_after_all(asked, END)
    await said(asked, Item.COMPETENCE, 5)
    assert (await measure(asked, Stage.END)).said.competence == 5


async def test_a_start_that_has_gone_is_not_asked_again(asked: Company) -> None:
    """After the first session it would be a memory; what comes later is asked all the same."""
    end = await measure(asked, Stage.END)
    await put(asked.first, "measures", replace(end, id=START, stage=Stage.START))
    await asked.first.run(stop, START, "eva")
    asked.clock.moment = STARTS[0] + timedelta(hours=3)
    await answer_after_all(asked, START)
    assert (await measure(asked, Stage.START)).state is MeasureState.CLOSED


async def test_nor_is_it_when_its_tandem_is_over(asked: Company) -> None:
    end = await measure(asked, Stage.END)
    await put(asked.first, "measures", replace(end, id=START, stage=Stage.START))
    await asked.first.run(lambda uow, _: uow.measures.delete(END))
    await asked.first.run(stop, START, "eva")
    asked.clock.moment = STARTS[0] + timedelta(hours=3)
    await change(asked.first, "tandems", TANDEM, state=TandemState.CLOSED)
    await answer_after_all(asked, START)
    assert (await measure(asked, Stage.START)).state is MeasureState.CLOSED


async def test_on_an_older_card_the_latest_stage_is_asked_again(asked: Company) -> None:
    """And put before her, because the card that she has pressed asks nothing any more."""
    end = await measure(asked, Stage.END)
    await put(asked.first, "measures", replace(end, id=START, stage=Stage.START))
    await asked.first.run(stop, START, "eva")
    asked.clock.moment += timedelta(days=1)
    await answer_after_all(asked, START)
    assert (await measure(asked, Stage.END)).state is MeasureState.OPEN
    assert (await measure(asked, Stage.START)).state is MeasureState.CLOSED
    cards = await all_of(asked.first, "postings", kind="measure_card")
    assert sorted(each.subject_id for each in cards) == [END, END, START]


async def test_pressed_twice_nothing_that_is_open_is_closed(asked: Company) -> None:
    end = await measure(asked, Stage.END)
    await put(asked.first, "measures", replace(end, id=START, stage=Stage.START))
    for _ in range(2):
        await answer_after_all(asked, START)
    assert (await measure(asked, Stage.END)).state is MeasureState.OPEN


async def test_asked_again_the_card_begins_with_the_first_question(asked: Company) -> None:
    await said(asked, Item.TOGETHER, 3)
    assert (await card(asked)).page == len((await measure(asked, Stage.END)).items)
    await asked.first.run(stop, END, "eva")
    await answer_after_all(asked, END)
    assert (await card(asked)).page == 0

"""Three and six months after the end whoever has agreed is asked whether they still use it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mentoring.domain.cycle import CycleKind, CycleState
from mentoring.domain.measurement.follow_up import AFTER, KEPT_FOR, OPEN_FOR
from mentoring.domain.measurement.items import Marks, Measure, Stage
from mentoring.domain.people import Role
from mentoring.domain.posting import Posting
from mentoring.domain.tandem import TandemState
from mentoring.notices import still_matters
from mentoring.usecases.common.shown_again import show_what_is_for_later
from mentoring.usecases.measurement.following_up import (
    agree,
    answer,
    disagree,
    plan_follow_ups,
    stop,
)
from mentoring.usecases.measurement.saying import stop as stop_everything
from mentoring.usecases.privacy.retention import erase_in_cycle
from mentoring.usecases.sessions.my_tandem import show_if_any
from tests.usecases.company import (
    FIRST,
    NOW,
    TANDEM,
    Company,
    all_of,
    change,
    hidden,
    one,
    put,
    refused,
    shown,
)
from tests.usecases.measurement.asked import HERS, HIS, both_enrolled, brought
from tests.usecases.ports import chat_of

END = f"{HERS}:end"
THREE, SIX = f"{HERS}:3", f"{HERS}:6"
CLOSED = NOW + timedelta(days=30)
DAY = timedelta(days=1)


@pytest.fixture
async def ended(company: Company) -> Company:
    """Eva is asked what has changed, at the end."""
    await both_enrolled(company)
    made = Measure(END, "eva", Role.MENTEE, Stage.END, NOW, Marks("ai", usage=4))
    await put(company.first, "measures", made)
    return company


async def agrees(company: Company) -> None:
    await company.first.run(agree, END, "eva")


async def close(company: Company) -> None:
    """The cycle is closed, and the night after has come."""
    closed = {"state": CycleState.CLOSED, "closed_at": CLOSED}
    await change(company.first, "cycles", FIRST, **closed)
    await plan_follow_ups(company.first, FIRST)


async def left(company: Company) -> list[str]:
    return sorted(each.id for each in await all_of(company.first, "follow_ups"))


async def cards(company: Company) -> int:
    """How often the question stands in her chat, once all that wait were brought."""
    await brought(company)
    return len(await all_of(company.first, "postings", kind="follow_up_card"))


@pytest.mark.parametrize("first", ["agrees", "closes"])
async def test_whoever_agrees_is_asked_after_three_and_six_months(
    ended: Company, first: str
) -> None:
    """Counted from the closing, whether they have agreed before it or after it."""
    for step in (agrees, close) if first == "agrees" else (close, agrees):
        await step(ended)
    await ended.at(CLOSED + AFTER[3] - DAY)
    assert await cards(ended) == 0
    await ended.at(CLOSED + AFTER[3])
    assert await cards(ended) == 1
    await ended.first.run(answer, THREE, "eva", still=True)
    await ended.at(CLOSED + AFTER[6])
    assert await cards(ended) == 2


async def test_in_a_rolling_cycle_it_counts_from_the_day_they_agree(ended: Company) -> None:
    await change(ended.first, "cycles", FIRST, kind=CycleKind.ROLLING)
    await agrees(ended)
    assert (await one(ended.first, "follow_ups", THREE)).due_at == NOW + AFTER[3]


async def test_or_from_the_end_of_their_tandem_where_that_was_before(ended: Company) -> None:
    """The card says until when everything is erased, and counts that from the end."""
    await change(ended.first, "cycles", FIRST, kind=CycleKind.ROLLING)
    over = {"state": TandemState.CLOSED, "ended_at": NOW - 13 * DAY}
    await change(ended.first, "tandems", TANDEM, **over)
    await agrees(ended)
    assert (await one(ended.first, "follow_ups", SIX)).due_at == NOW - 13 * DAY + AFTER[6]


async def test_of_whoever_has_not_agreed_nothing_is_kept(ended: Company) -> None:
    await close(ended)
    assert await left(ended) == []
    await ended.at(CLOSED + AFTER[6])
    assert await cards(ended) == 0


async def test_agreed_twice_it_is_once_and_taken_back_it_is_nothing(ended: Company) -> None:
    for _ in range(2):
        await agrees(ended)
    assert await left(ended) == [THREE, SIX]
    await ended.first.run(disagree, END, "eva")
    assert await left(ended) == []


async def test_a_mentor_is_not_asked(ended: Company) -> None:
    """What they use is no question of theirs."""
    his = Measure(f"{HIS}:end", "jan", Role.MENTOR, Stage.END, NOW, Marks(network=3))
    await put(ended.first, "measures", his)
    with refused("stale"):
        await ended.first.run(agree, his.id, "jan")


async def test_whoever_is_silent_is_reminded_once(ended: Company) -> None:
    await close(ended)
    await agrees(ended)
    await ended.at(CLOSED + AFTER[3])
    assert await cards(ended) == 1
    await ended.at(CLOSED + AFTER[3] + 8 * DAY)
    assert await cards(ended) == 2
    await ended.at(CLOSED + AFTER[3] + OPEN_FOR)
    assert await cards(ended) == 2


async def test_whoever_has_answered_is_not_reminded(ended: Company) -> None:
    await close(ended)
    await agrees(ended)
    await ended.at(CLOSED + AFTER[3])
    assert await cards(ended) == 1
    await ended.first.run(answer, THREE, "eva", still=False)
    await ended.at(CLOSED + AFTER[3] + 8 * DAY)
    assert await cards(ended) == 1


async def test_an_answer_can_be_changed_for_four_weeks(ended: Company) -> None:
    await close(ended)
    await agrees(ended)
    with refused("stale"):
        await ended.first.run(answer, THREE, "eva", still=True)
    await ended.at(CLOSED + AFTER[3])
    for still in (True, False):
        await ended.first.run(answer, THREE, "eva", still=still)
        assert (await one(ended.first, "follow_ups", THREE)).said.still is still
    await ended.at(CLOSED + AFTER[3] + OPEN_FOR)
    with refused("stale"):
        await ended.first.run(answer, THREE, "eva", still=True)
    assert not (await shown(ended.first, "follow_up_card", THREE, "eva")).is_open


async def test_nobody_else_sees_it(ended: Company) -> None:
    await agrees(ended)
    assert await hidden(ended.first, "follow_up_card", THREE, "jan") == "not-yours"
    with refused("not-yours"):
        await ended.first.run(answer, THREE, "jan", still=True)
    with refused("not-yours"):
        await ended.first.run(agree, END, "jan")


async def test_after_the_last_question_nothing_is_left(ended: Company) -> None:
    await close(ended)
    await agrees(ended)
    await ended.at(CLOSED + AFTER[6])
    await ended.at(CLOSED + AFTER[6] + KEPT_FOR - DAY)
    assert await left(ended) == [THREE, SIX]
    await ended.at(CLOSED + AFTER[6] + KEPT_FOR)
    assert await left(ended) == []


async def test_it_outlives_what_was_said_in_the_tandem(ended: Company) -> None:
    """Only that: the stages are erased like all that was said."""
    await agrees(ended)
    await change(ended.first, "tandems", TANDEM, state=TandemState.CLOSED, ended_at=NOW)
    ended.clock.moment = NOW + 14 * DAY
    await ended.first.run(lambda uow, now: erase_in_cycle(uow, now, "eva", NOW))
    assert await all_of(ended.first, "measures") == []
    assert await left(ended) == [THREE, SIX]


async def erased(company: Company) -> None:
    """Two weeks after the end what was said is erased, and with it what could be opened."""
    await change(company.first, "tandems", TANDEM, state=TandemState.CLOSED, ended_at=NOW)
    company.clock.moment = NOW + 14 * DAY
    await company.first.run(lambda uow, now: erase_in_cycle(uow, now, "eva", NOW))


async def said_again(company: Company) -> list[str]:
    """What *hello* brings of it."""
    await company.first.run(show_what_is_for_later, "eva", chat_of("eva"))
    found = await all_of(company.first, "postings", kind="follow_up_card")
    return [each.subject_id for each in found]


async def test_it_can_be_taken_back_once_what_has_changed_is_erased(ended: Company) -> None:
    """Issue 15: from then until the first question no card in the chat could take it back."""
    await agrees(ended)
    assert await said_again(ended) == [], "what has changed can still be opened"
    await erased(ended)
    assert await said_again(ended) == [THREE]
    assert (await shown(ended.first, "follow_up_card", THREE, "eva")).is_ahead
    await ended.first.run(stop, THREE, "eva")
    assert await left(ended) == []
    assert not await ended.first.run(show_what_is_for_later, "eva", chat_of("eva"))


async def test_it_can_be_taken_back_beside_another_tandem_too(ended: Company) -> None:
    await agrees(ended)
    await erased(ended)
    await change(ended.first, "tandems", TANDEM, state=TandemState.LAUNCHED, ended_at=None)
    assert await ended.first.run(show_if_any, "eva", chat_of("eva"))
    found = await all_of(ended.first, "postings", kind="follow_up_card")
    assert [each.subject_id for each in found] == [THREE]


@pytest.mark.parametrize("how", ["later", "everything"])
async def test_whoever_wants_no_more_of_it_leaves_nothing(ended: Company, how: str) -> None:
    await agrees(ended)
    if how == "later":
        await ended.first.run(stop, SIX, "eva")
    else:
        await ended.first.run(stop_everything, END, "eva")
    assert await left(ended) == []
    await close(ended)
    await ended.at(CLOSED + AFTER[6])
    assert await cards(ended) == 0


async def test_the_card_at_the_end_says_whether_one_has_agreed(ended: Company) -> None:
    async def follows() -> bool | None:
        said: bool | None = (await shown(ended.first, "measure_card", END, "eva", page=4)).follows
        return said

    assert await follows() is False
    await agrees(ended)
    assert await follows() is True
    await change(ended.first, "measures", END, stage=Stage.MIDDLE)
    assert await follows() is None


async def test_only_what_is_open_and_unanswered_comes_by_itself(ended: Company) -> None:
    async def comes() -> bool:
        card = Posting("p", "follow_up_card", THREE, "eva")
        return await ended.first.read(lambda uow, now: still_matters(uow, card, now.now))

    await close(ended)
    await agrees(ended)
    assert not await comes()
    await ended.at(CLOSED + AFTER[3])
    assert await comes()
    await ended.first.run(answer, THREE, "eva", still=True)
    assert not await comes()

"""What each of the two reads of their agreement."""

from __future__ import annotations

import pytest

from mentoring.domain.agreement import Agreement, Item, Terms
from mentoring.domain.people import Role
from mentoring.domain.posting import Posting
from mentoring.domain.tandem import TandemState
from mentoring.notices import still_matters
from mentoring.usecases.tandem.agreement import NOTHING
from tests.usecases.company import NOW, TANDEM, Company, change, hidden, put, shown

FOUND = Agreement(TANDEM, TANDEM, Terms(mentor_goal="sehen", mentee_goal="lernen"))


@pytest.fixture
async def agreeing(company: Company) -> Company:
    await put(company.first, "agreements", FOUND)
    return company


async def test_both_read_the_same(agreeing: Company) -> None:
    eva, jan = [
        await shown(agreeing.first, "agreement_card", TANDEM, who) for who in ("eva", "jan")
    ]
    assert eva.agreement == jan.agreement == FOUND
    assert (eva.role, jan.role) == (Role.MENTEE, Role.MENTOR)


async def test_the_card_stays_at_the_item_that_is_being_changed(agreeing: Company) -> None:
    notice = await shown(agreeing.first, "agreement_card", TANDEM, "eva", view="reach")
    assert notice.item is Item.REACH
    assert notice.takes({"item": "reach"})
    assert not notice.takes({"item": "goal"})


@pytest.mark.parametrize("who", ["dora", "otto"])
async def test_nobody_else_reads_it(agreeing: Company, who: str) -> None:
    assert await hidden(agreeing.first, "agreement_card", TANDEM, who) == "not-yours"


async def test_once_the_tandem_is_over_nothing_of_it_is_shown(agreeing: Company) -> None:
    await change(agreeing.first, "tandems", TANDEM, state=TandemState.CLOSED)
    notice = await shown(agreeing.first, "agreement_card", TANDEM, "eva")
    assert (notice.is_over, notice.agreement) == (True, NOTHING)


async def test_one_that_has_waited_comes_only_to_who_has_not_agreed(agreeing: Company) -> None:
    async def matters(who: str) -> bool:
        posting = Posting("p", "agreement_card", TANDEM, who)
        return await agreeing.first.read(lambda uow, now: still_matters(uow, posting, now.now))

    await change(agreeing.first, "agreements", TANDEM, agreed=(Role.MENTOR,))
    assert [await matters("eva"), await matters("jan")] == [True, False]
    await change(agreeing.first, "tandems", TANDEM, state=TandemState.CLOSED)
    assert not await matters("eva")


async def test_a_change_makes_the_cards_of_both_old(agreeing: Company) -> None:
    cards = [
        Posting(f"card-{who}", "agreement_card", TANDEM, who, activity_id=who, shown=1)
        for who in ("eva", "jan")
    ]
    await put(agreeing.first, "postings", *cards)
    await change(agreeing.first, "agreements", TANDEM, valid=FOUND.terms, valid_since=NOW)
    behind = await agreeing.first.read(lambda uow, _: uow.behind(9))
    assert [each.person_id for each in behind] == ["eva", "jan"]

"""Owners see which tandems there are, by number and names, a page at a time; never their own."""

from __future__ import annotations

from dataclasses import replace

from mentoring.domain.tandem import LEFT_OUT, TandemState
from mentoring.usecases.launch.tandem_list import (
    PAGE,
    Stage,
    TandemsNotice,
    show,
    stage_of,
    tandems_card,
    turn_to,
)
from tests.usecases.company import FIRST, TANDEM, Company, all_of, one, put, refused, shown, told
from tests.usecases.launch.intervening import CHAT


async def more(company: Company, state: TandemState, *numbers: int, **fields: object) -> None:
    """Further tandems like the first one, under these numbers."""
    first = await one(company.first, "tandems", TANDEM)
    made = [replace(first, id=f"{TANDEM}-{n}", number=n, state=state, **fields) for n in numbers]
    await put(company.first, "tandems", *made)


async def seen(company: Company, reader: str = "otto", **where: object) -> TandemsNotice:
    found = await shown(company.first, tandems_card.name, FIRST, reader, **where)
    assert isinstance(found, TandemsNotice)
    return found


class TestPages:
    """What is shown is one page of one stage, in the order of the numbers."""

    async def test_each_is_named_by_number_and_both_names(self, running: Company) -> None:
        found = await seen(running)
        assert [each.number for each in found.tandems] == [1]
        assert found.names == {"jan": "Jan", "eva": "Eva"}

    async def test_a_page_has_the_next_numbers(self, running: Company) -> None:
        await more(running, TandemState.LAUNCHED, *range(2, 22))
        found = await seen(running, page=1)
        assert [each.number for each in found.tandems] == list(range(PAGE + 1, 2 * PAGE + 1))
        assert (found.pages, found.totals[Stage.ALL]) == (3, 21)

    async def test_a_page_that_no_longer_exists_is_the_last_one(self, running: Company) -> None:
        await more(running, TandemState.LAUNCHED, *range(2, 12))
        assert [each.number for each in (await seen(running, page=7)).tandems] == [9, 10, 11]

    async def test_each_stage_is_counted_and_shown_by_itself(self, running: Company) -> None:
        await more(running, TandemState.ACCEPTED, 2)
        await more(running, TandemState.ACCEPTED, 3, trouble="channel-rejected")
        await more(running, TandemState.ACCEPTED, 4, trouble=LEFT_OUT)
        await more(running, TandemState.CLOSED, 5)
        found = await seen(running, view=Stage.TROUBLED)
        assert [(each.number, stage_of(each)) for each in found.tandems] == [(3, Stage.TROUBLED)]
        assert found.totals == {
            Stage.ALL: 5,
            Stage.TROUBLED: 1,
            Stage.AGREED: 2,
            Stage.RUNNING: 1,
            Stage.ENDED: 1,
        }

    async def test_an_offer_is_no_tandem_however_it_ended(self, running: Company) -> None:
        for number, state in enumerate(
            (TandemState.ASKED_MENTOR, TandemState.ASKED_MENTEE, TandemState.RELEASED), start=2
        ):
            await more(running, state, number)
        assert (await seen(running)).totals[Stage.ALL] == 1


class TestReaders:
    """Whoever reads it finds nothing of a tandem of their own."""

    async def test_nobody_sees_or_counts_their_own(self, running: Company) -> None:
        for owner in ("jan", "eva"):
            found = await seen(running, owner)
            assert (found.tandems, found.names, set(found.totals.values())) == ((), {}, {0})

    async def test_in_the_channel_no_owners_own_is_listed(self, running: Company) -> None:
        programme = await one(running.unbound, "programmes", "p1")
        await put(running.unbound, "programmes", replace(programme, owners=("otto", "eva")))
        found = await seen(running, conversation="19:owners")
        assert (found.tandems, found.totals[Stage.ALL], found.private) == ((), 0, False)

    async def test_owners_of_another_programme_see_nothing_of_it(self, running: Company) -> None:
        found = await shown(running.second, tandems_card.name, "p2c1", "olga")
        assert [each.mentee_id for each in found.tandems] == ["ada"]


class TestShowing:
    """The list is put before whoever asks, and turned in place."""

    async def test_it_is_put_before_whoever_asks(self, running: Company) -> None:
        await running.first.run(show, "otto", CHAT)
        assert await told(running.first, tandems_card.name) == ["otto"]

    async def test_another_page_or_stage_is_shown_in_the_same_card(self, running: Company) -> None:
        await running.first.run(show, "otto", CHAT)
        (posting,) = await all_of(running.first, "postings", kind=tandems_card.name)
        await running.first.run(turn_to, posting.id, Stage.RUNNING, 1)
        turned = await one(running.first, "postings", posting.id)
        assert (turned.view, turned.page) == ("running", 1)

    async def test_a_card_about_something_else_is_not_turned(self, running: Company) -> None:
        with refused("stale"):
            await running.first.run(turn_to, "none", Stage.ALL, 1)

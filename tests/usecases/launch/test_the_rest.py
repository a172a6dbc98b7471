"""An offer that went on after a launch is launched when its round has ended."""

from __future__ import annotations

from datetime import timedelta

from mentoring.domain.launch import LaunchState
from mentoring.domain.tandem import TandemState
from mentoring.domain.undoing import Undoing, UndoingState
from mentoring.domain.upkeep import Timer
from mentoring.usecases.common.changes import catch_up, changed
from mentoring.usecases.common.postings import post
from mentoring.usecases.launch import card, the_rest
from mentoring.usecases.launch.undoing import undoing_card
from mentoring.usecases.matching import offers
from tests.usecases.company import (
    FIRST,
    Company,
    all_of,
    asked_for,
    change,
    put,
    shown,
)
from tests.usecases.company import NOW as COMPANY_NOW
from tests.usecases.launch.ready import (
    CHAT,
    confirmed,
    key,
    ready,
    the_tandem,
    told_of,
)

NEVER = Timer("round-end", "round-end", FIRST, COMPANY_NOW)


class TestWhoAgreesLater:
    """An offer that went on after a launch is launched when its round has ended."""

    async def ended(self, company: Company) -> None:
        """The round of the offers is over, and what follows has happened."""
        await company.first.run(lambda uow, moment: offers.round_end.rule(uow, moment, NEVER))
        await catch_up(company.unbound)

    async def gone_on(self, company: Company, *, yes: bool) -> str:
        """The id of a launch that went on with one tandem while an offer was open, which has been
        answered since.
        """
        await ready(company.first, 1)
        await ready(company.first, 2, state=TandemState.ASKED_MENTEE, mentor_agreed=True)
        made = await confirmed(company.first)
        await change(company.first, "launches", made, state=LaunchState.DONE)
        await company.first.run(offers.answer, key(company.first, 2), "mentee2", yes=yes)
        company.clock.moment = COMPANY_NOW + timedelta(days=2)
        return made

    async def test_not_before_the_round_has_ended(self, programmes: Company) -> None:
        await self.gone_on(programmes, yes=True)
        programmes.clock.moment = COMPANY_NOW + timedelta(days=1)
        await self.ended(programmes)
        assert await asked_for(programmes.first, "launch_the_rest") == []

    async def test_then_by_itself_where_the_launch_stood(self, programmes: Company) -> None:
        first = await self.gone_on(programmes, yes=True)
        await self.ended(programmes)
        assert await asked_for(programmes.first, "launch_the_rest") == [FIRST]
        for _ in range(2):
            await the_rest.launch_the_rest(programmes.first, FIRST)
        (_, second) = await all_of(programmes.first, "launches")
        tandem = await the_tandem(programmes.first, 2)
        assert (second.state, second.tandems, second.by) == (LaunchState.RUNNING, 1, "otto")
        assert (tandem.state, tandem.launch_id) == (TandemState.LAUNCHING, second.id)
        cards = await all_of(programmes.first, "postings", kind="launch")
        assert {each.conversation for each in cards} == {CHAT.conversation}
        assert (await the_tandem(programmes.first, 1)).launch_id == first

    async def test_the_two_read_from_when_on_it_goes_on_and_then_that_it_has(
        self, programmes: Company
    ) -> None:
        """issue 12, U35: *as soon as the programme starts* was true no more."""
        await self.gone_on(programmes, yes=True)
        assert await self.read_by_both(programmes) == {"follows"}
        tandem = await the_tandem(programmes.first, 2)
        ends = tandem.round_ends_at
        assert ends is not None
        assert ends.date() > COMPANY_NOW.date()
        await change(programmes.first, "tandems", tandem.id, state=TandemState.LAUNCHED)
        assert await self.read_by_both(programmes) == {"started"}

    async def test_if_the_launch_is_taken_back_they_read_that_of_no_day_any_more(
        self, programmes: Company
    ) -> None:
        await self.gone_on(programmes, yes=True)
        offer = key(programmes.first, 2)
        await programmes.first.run(lambda uow, _: post(uow, offers.offer_card, offer, "mentor2"))
        await catch_up(programmes.unbound)
        [before] = await all_of(programmes.first, "postings", kind="offer")
        await change(programmes.first, "tandems", offer, launch_id="")
        await catch_up(programmes.unbound)
        [after] = await all_of(programmes.first, "postings", kind="offer")
        assert after.wanted > before.wanted
        assert await self.read_by_both(programmes) == {"accepted"}

    async def read_by_both(self, company: Company) -> set[str]:
        offer = key(company.first, 2)
        both = [await shown(company.first, "offer", offer, who) for who in ("mentor2", "mentee2")]
        return {notice.state for notice in both}

    async def test_who_has_declined_reads_the_same_as_all_others(self, programmes: Company) -> None:
        await self.gone_on(programmes, yes=False)
        await self.ended(programmes)
        await the_rest.launch_the_rest(programmes.first, FIRST)
        assert await told_of(programmes) == ["mentee2", "mentor2"]
        assert len(await all_of(programmes.first, "launches")) == 1

    async def test_while_another_launch_is_at_work_its_end_asks_again(
        self, programmes: Company
    ) -> None:
        first = await self.gone_on(programmes, yes=True)
        await change(programmes.first, "launches", first, state=LaunchState.RUNNING)
        await change(
            programmes.first, "tandems", key(programmes.first, 1), state=TandemState.LAUNCHED
        )
        await the_rest.launch_the_rest(programmes.first, FIRST)
        assert len(await all_of(programmes.first, "launches")) == 1
        await programmes.first.run(lambda uow, _: changed(uow, card.launch_card, first))
        for _ in range(2):
            await catch_up(programmes.unbound)
        assert await asked_for(programmes.first, "launch_the_rest") == [FIRST]

    async def test_so_does_the_end_of_an_undoing(self, programmes: Company) -> None:
        """issue 13: whoever agreed while another launch was taken back was launched in the middle
        of it.
        """
        await self.gone_on(programmes, yes=True)
        undone = Undoing("undoing", "otto", "another", UndoingState.RUNNING)
        await put(programmes.first, "undoings", undone)
        await the_rest.launch_the_rest(programmes.first, FIRST)
        assert len(await all_of(programmes.first, "launches")) == 1
        await programmes.first.run(lambda uow, _: changed(uow, undoing_card, undone.id))
        for _ in range(2):
            await catch_up(programmes.unbound)
        assert await asked_for(programmes.first, "launch_the_rest") == [FIRST]
        await the_rest.launch_the_rest(programmes.first, FIRST)
        assert len(await all_of(programmes.first, "launches")) == 2

"""Owners see what a launch would do; nothing happens yet."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from mentoring.domain.closing import Closing
from mentoring.domain.cycle import CycleState
from mentoring.domain.errors import Refusal
from mentoring.domain.launch import LaunchState
from mentoring.domain.people import Role
from mentoring.domain.questionnaire import When
from mentoring.domain.tandem import TandemState
from mentoring.ports.world import World
from mentoring.usecases.launch import card, confirming, undoing
from mentoring.usecases.launch.closing_card import closing_card
from mentoring.usecases.programme.status import status_card
from tests.bench.support.programme import NOW
from tests.usecases.company import (
    FIRST,
    Company,
    all_of,
    asked_for,
    change,
    enrol,
    one,
    put,
    refused,
    shown,
)
from tests.usecases.company import NOW as COMPANY_NOW
from tests.usecases.launch.ready import (
    CHAT,
    START,
    confirmed,
    key,
    ready,
    told_of,
)


async def test_places_in_teams_are_counted_before_people_are_seated(busy: World) -> None:
    with pytest.raises(Refusal, match="launch-running"):
        await busy.run(confirming.prepare, "owner", (NOW + timedelta(days=7)).date(), CHAT)


class TestThePreview:
    """Owners see what a launch would do; nothing happens yet."""

    async def test_it_counts_what_is_ready_and_what_would_be_released(
        self, programmes: Company
    ) -> None:
        await ready(programmes.first, 1, 2)
        await ready(programmes.first, 3, state=TandemState.ASKED_MENTEE)
        made = await programmes.first.run(confirming.prepare, "otto", START, CHAT)
        found = await shown(programmes.first, card.launch_card.name, made.id, "otto")
        told = found.prospect
        assert (told.tandems, told.open_offers, told.told, told.told_if_ended) == (2, 1, 0, 2)
        assert {each.state for each in await all_of(programmes.first, "tandems")} == {
            TandemState.ACCEPTED,
            TandemState.ASKED_MENTEE,
        }

    async def test_it_stands_where_the_owner_has_asked(self, programmes: Company) -> None:
        await ready(programmes.first, 1)
        await programmes.first.run(confirming.prepare, "otto", START, CHAT)
        (posting,) = await all_of(programmes.first, "postings")
        assert (posting.kind, posting.person_id, posting.conversation) == (
            "launch",
            "otto",
            CHAT.conversation,
        )

    async def test_once_confirmed_it_counts_what_was_launched(self, programmes: Company) -> None:
        await ready(programmes.first, 1, 2)
        made = await confirmed(programmes.first)
        await ready(programmes.first, 3)
        found = await shown(programmes.first, card.launch_card.name, made, "otto")
        assert (found.launch.tandems, found.waiting) == (2, 0)

    async def test_it_counts_every_card_that_people_would_get(self, programmes: Company) -> None:
        """issue 12, P6: it counted two, and fourteen people were turned down as well."""
        await ready(programmes.first, 1)
        await enrol(programmes.first, Role.MENTEE, "ada")
        made = await programmes.first.run(confirming.prepare, "otto", START, CHAT)
        told = (await shown(programmes.first, card.launch_card.name, made.id, "otto")).prospect
        assert (told.tandems, told.told) == (1, 1)
        await programmes.first.run(confirming.confirm, made.id, seen=told.seen)
        assert await told_of(programmes) == ["ada"]

    async def test_nothing_tells_who_has_a_deputy(self, programmes: Company) -> None:
        """That is an answer; with one tandem more, the number of deputies told whose it was."""
        await ready(programmes.first, 1)
        made = await programmes.first.run(confirming.prepare, "otto", START, CHAT)
        before = await shown(programmes.first, card.launch_card.name, made.id, "otto")
        deputy = When(deputy=("dora",), names={"dora": "Dora"})
        await enrol(programmes.first, Role.MENTEE, "mentee1", deputy)
        assert await shown(programmes.first, card.launch_card.name, made.id, "otto") == before

    async def test_it_says_what_has_changed_meanwhile(self, programmes: Company) -> None:
        await ready(programmes.first, 1)
        made = await programmes.first.run(confirming.prepare, "otto", START, CHAT)
        seen = (await shown(programmes.first, card.launch_card.name, made.id, "otto")).prospect
        await ready(programmes.first, 2)
        with refused("preview-changed"):
            await programmes.first.run(confirming.confirm, made.id, seen=seen.seen)
        found = await shown(programmes.first, card.launch_card.name, made.id, "otto")
        assert (found.launch.tandems, found.prospect.tandems) == (1, 2)

    async def test_after_a_day_it_cannot_be_confirmed(self, programmes: Company) -> None:
        await ready(programmes.first, 1)
        made = await programmes.first.run(confirming.prepare, "otto", START, CHAT)
        programmes.clock.moment = COMPANY_NOW + timedelta(days=1)
        found = await shown(programmes.first, card.launch_card.name, made.id, "otto")
        assert found.is_old
        with refused("preview-old"):
            await programmes.first.run(confirming.confirm, made.id)

    async def test_discarded_nothing_happens_ever(self, programmes: Company) -> None:
        await ready(programmes.first, 1)
        made = await programmes.first.run(confirming.prepare, "otto", START, CHAT)
        await programmes.first.run(confirming.discard, made.id)
        await programmes.first.run(confirming.confirm, made.id)
        assert (await one(programmes.first, "launches", made.id)).state is LaunchState.DISCARDED
        assert await asked_for(programmes.first, "launch") == []

    async def test_once_one_is_confirmed_no_other_stays_open(self, programmes: Company) -> None:
        await ready(programmes.first, 1)
        another = await programmes.first.run(confirming.prepare, "otto", START, CHAT)
        await confirmed(programmes.first)
        found = await one(programmes.first, "launches", another.id)
        assert found.state is LaunchState.DISCARDED
        with refused("launch-running"):
            await programmes.first.run(confirming.confirm, another.id)

    @pytest.mark.parametrize("start", [START.replace(day=1), START.replace(month=1)])
    async def test_no_session_lies_today_or_before(self, programmes: Company, start: date) -> None:
        await ready(programmes.first, 1)
        with refused("launch-in-past", field="date"):
            await programmes.first.run(confirming.prepare, "otto", start, CHAT)

    async def test_without_an_accepted_tandem_it_says_how_many_seem_open(
        self, programmes: Company
    ) -> None:
        await ready(programmes.first, 1, state=TandemState.ASKED_MENTOR)
        await ready(programmes.first, 2, state=TandemState.RELEASED)
        with refused("launch-nobody", open=2):
            await programmes.first.run(confirming.prepare, "otto", START, CHAT)

    async def test_before_anybody_is_asked_for_a_day_it_says_that_nobody_is_ready(
        self, programmes: Company
    ) -> None:
        """Else an owner looks for a day, only to read that there is nothing to launch."""
        with refused("launch-nobody", open=0):
            await programmes.first.run(confirming.require_ready, "otto")
        await ready(programmes.first, 1)
        await programmes.first.run(confirming.require_ready, "otto")

    async def test_not_in_a_cycle_that_is_over(self, programmes: Company) -> None:
        await ready(programmes.first, 1)
        await change(programmes.unbound, "cycles", FIRST, state=CycleState.CLOSING)
        with refused("cycle-over"):
            await programmes.first.run(confirming.prepare, "otto", START, CHAT)


class TestAnOwnerInAnOffer:
    """Issue 12: the preview counted an offer that the overview leaves out, so an owner who takes
    part could subtract that a mentor was asked about them, and that it came to nothing.
    """

    @pytest.fixture
    async def asked(self, programmes: Company) -> World:
        await ready(programmes.first, 1, 2)
        await ready(programmes.first, 3, 4, state=TandemState.ASKED_MENTOR)
        await change(programmes.unbound, "programmes", "p1", owners=("mentee3", "otto"))
        return programmes.first

    @pytest.mark.parametrize(("owner", "open_ones"), [("mentee3", 1), ("otto", 2)])
    async def test_reads_as_many_in_the_preview_as_in_the_overview(
        self, asked: World, owner: str, open_ones: int
    ) -> None:
        made = await asked.run(confirming.prepare, owner, START, CHAT)
        told = (await shown(asked, card.launch_card.name, made.id, owner)).prospect
        status = await shown(asked, status_card.name, asked.cycle_id, owner)
        assert (told.open_offers, status.figures.offers) == (open_ones, open_ones)

    async def test_in_the_channel_nobody_reads_of_it(self, asked: World) -> None:
        made = await asked.run(confirming.prepare, "otto", START, CHAT)
        there = {"conversation": "19:channel", "service_url": CHAT.service_url}
        found = await shown(asked, card.launch_card.name, made.id, "otto", **there)
        assert found.prospect.open_offers == 1

    async def test_nor_in_the_receipt_nor_when_it_is_taken_back(self, asked: World) -> None:
        launch_id = await confirmed(asked)
        for owner, open_ones in (("mentee3", 1), ("otto", 2)):
            would = await asked.read(
                lambda uow, moment, readers: undoing.prospect(uow, moment.now, launch_id, readers),
                frozenset({owner}),
            )
            receipt = await shown(asked, card.launch_card.name, launch_id, owner)
            assert (receipt.waiting, would.waiting) == (open_ones, open_ones)

    @pytest.mark.parametrize("state", [TandemState.ASKED_MENTOR, TandemState.CLOSED])
    async def test_nor_from_how_many_are_told_that_there_is_no_tandem(
        self, asked: World, state: TandemState
    ) -> None:
        """It said that nobody would be told, although somebody waits: so an offer was open, and
        of all offers only an owner's own is not counted.
        """
        await change(asked, "tandems", key(asked, 4), state=TandemState.CLOSED)
        await change(asked, "tandems", key(asked, 3), state=state)
        await enrol(asked, Role.MENTEE, "ada")
        told = {}
        for owner in ("mentee3", "otto"):
            made = await asked.run(confirming.prepare, owner, START, CHAT)
            told[owner] = (await shown(asked, card.launch_card.name, made.id, owner)).prospect
        assert (told["mentee3"].told, told["mentee3"].tandems) == (None, 2)
        assert told["mentee3"].seen == "2.0."
        assert told["otto"].told == (0 if state is TandemState.ASKED_MENTOR else 5)

    async def test_nor_where_nobody_is_ready(self, programmes: Company) -> None:
        await ready(programmes.first, 3, state=TandemState.ASKED_MENTOR)
        with refused("launch-nobody", open=0):
            await programmes.first.run(
                confirming.prepare, "mentee3", START, CHAT, readers=frozenset({"mentee3"})
            )

    async def test_nor_in_the_preview_of_a_closing(self, asked: World) -> None:
        await put(asked, "closings", Closing("c", "mentee3", prepared_at=COMPANY_NOW))
        found = await shown(asked, closing_card.name, "c", "mentee3")
        assert (found.offers, found.seen.split(".")[2]) == (1, "1")

    @pytest.mark.parametrize(("owner", "open_ones"), [("mentee3", "1"), ("otto", "2")])
    async def test_nor_in_what_the_button_says_of_it(
        self, asked: World, owner: str, open_ones: str
    ) -> None:
        """Whoever looks into the button reads it; and it confirms what its readers have seen."""
        made = await asked.run(confirming.prepare, owner, START, CHAT)
        told = (await shown(asked, card.launch_card.name, made.id, owner)).prospect
        assert told.seen.split(".")[1] == open_ones
        here = {"readers": frozenset({owner}), "seen": told.seen}
        assert (await asked.run(confirming.confirm, made.id, **here)).state is LaunchState.RUNNING

    async def test_nor_where_the_last_one_has_gone_meanwhile(self, asked: World) -> None:
        """What was released still seems open, of others as well."""
        made = await asked.run(confirming.prepare, "mentee3", START, CHAT)
        for number in (1, 2):
            await change(asked, "tandems", key(asked, number), state=TandemState.RELEASED)
        with refused("launch-nobody", open=3):
            await asked.run(confirming.confirm, made.id, readers=frozenset({"mentee3"}))

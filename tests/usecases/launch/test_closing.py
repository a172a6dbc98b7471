"""A cycle is closed: what is shown before, and what is confirmed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from mentoring.domain.closing import Closing, ClosingState
from mentoring.domain.cycle import CycleKind, CycleState
from mentoring.domain.enrolment import Application
from mentoring.domain.people import Role
from mentoring.domain.tandem import TandemState
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.launch import closing
from mentoring.usecases.launch.closing_card import closing_card
from mentoring.usecases.launch.one_tandem import trouble
from mentoring.usecases.matching.offers import close_round
from tests.usecases.busy import at_once
from tests.usecases.company import (
    FIRST,
    TANDEM,
    Company,
    asked_for,
    change,
    enrol,
    hidden,
    one,
    refused,
    shown,
)
from tests.usecases.launch.closings import CHAT, CLOSING, DORA, confirmed, previewed, the_closing
from tests.usecases.launch.ready import key, ready


async def test_of_two_closings_confirmed_at_the_same_moment_one_runs(quiet: World) -> None:
    both = [await quiet.run(closing.prepare, "owner", CHAT) for _ in range(2)]
    outcome = await at_once(quiet, closing.confirm, *[(each.id,) for each in both])
    assert (outcome.done, outcome.refused) == (1, ["close-running"])
    assert await quiet.read(lambda uow, _: uow.effects.count(kind="end_tandem")) == 2


class TestConfirming:
    """All tandems of this programme that run are ended, once."""

    async def test_it_begins_once(self, company: Company) -> None:
        made = await confirmed(company)
        await company.first.run(closing.confirm, made)
        assert made == CLOSING
        assert await asked_for(company.unbound, "end_tandem") == [f"{CLOSING}:{TANDEM}"]
        assert (await the_closing(company.first, made)).state is ClosingState.RUNNING

    async def test_the_cycle_is_being_closed_from_then_on(self, company: Company) -> None:
        await confirmed(company)
        assert (await one(company.unbound, "cycles", FIRST)).state is CycleState.CLOSING

    async def test_where_no_tandem_runs_there_is_nothing_to_close(self, company: Company) -> None:
        made = await company.first.run(closing.prepare, "otto", CHAT)
        await change(company.first, "tandems", TANDEM, state=TandemState.CLOSED)
        with refused("close-nobody"):
            await company.first.run(closing.confirm, made.id)
        with refused("close-nobody"):
            await company.first.run(closing.prepare, "otto", CHAT)

    async def test_while_one_is_at_work_there_is_no_other(self, company: Company) -> None:
        await confirmed(company)
        with refused("close-running"):
            await company.first.run(closing.prepare, "otto", CHAT)

    async def test_what_is_just_being_launched_is_waited_for(self, company: Company) -> None:
        """Its series and channel would come to stand after the cycle's end, and nobody would clear
        them away.
        """
        made = await company.first.run(closing.prepare, "otto", CHAT)
        await ready(company.first, 2, state=TandemState.LAUNCHING)
        with refused("close-launching"):
            await company.first.run(closing.confirm, made.id)
        with refused("close-launching"):
            await company.first.run(closing.prepare, "otto", CHAT)
        await company.first.run(lambda uow, _: trouble(uow, key(company.first, 2), "away"))
        await company.first.run(closing.confirm, made.id)
        assert (await the_closing(company.first, made.id)).state is ClosingState.RUNNING

    async def test_a_yes_that_comes_in_between_ends_with_it(
        self, company: Company, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Else the two stand ready for good, in a cycle that is over."""
        await ready(company.first, 3, state=TandemState.ASKED_MENTEE, mentor_agreed=True)
        third = key(company.first, 3)

        def after_a_yes(uow: UnitOfWork, moment: Moment, *, everything: bool = False) -> int:
            uow.tandems.put(replace(uow.tandems.need(third), state=TandemState.ACCEPTED))
            return close_round(uow, moment, everything=everything)

        monkeypatch.setattr(closing, "close_round", after_a_yes)
        made = await confirmed(company)
        assert f"{made}:{third}" in await asked_for(company.first, "end_tandem")
        assert (await one(company.first, "tandems", third)).closing_id == made
        assert (await the_closing(company.first, made)).tandems == 2

    async def test_no_other_preview_of_it_stays_open(self, company: Company) -> None:
        another = await company.first.run(closing.prepare, "otto", CHAT)
        await confirmed(company)
        assert (await the_closing(company.first, another.id)).state is ClosingState.DISCARDED

    async def test_a_cycle_without_end_is_not_closed(self, company: Company) -> None:
        await change(company.unbound, "cycles", FIRST, kind=CycleKind.ROLLING)
        with refused("close-rolling"):
            await company.first.run(closing.prepare, "otto", CHAT)

    async def test_another_programme_does_not_know_it(self, company: Company) -> None:
        made = await company.first.run(closing.prepare, "otto", CHAT)
        with refused("gone"):
            await company.second.run(closing.confirm, made.id)
        assert await hidden(company.second, closing_card.name, made.id, "olga") == "erased"


async def test_a_closing_is_discarded_or_grows_old_and_nothing_ends(company: Company) -> None:
    """issue 12, U1: the preview stayed pressable for ever."""
    made = await company.first.run(
        closing.prepare, "otto", Chat("19:owners", "https://service.example/")
    )
    with refused("preview-changed"):
        await company.first.run(closing.confirm, made.id, seen="7.0.0.0.0.0")
    company.clock.moment += timedelta(days=1)
    with refused("preview-old"):
        await company.first.run(closing.confirm, made.id, seen="1.0.0")
    await company.first.run(closing.discard, made.id)
    await company.first.run(closing.confirm, made.id, seen="1.0.0")
    assert (await one(company.first, "closings", made.id)).state is ClosingState.DISCARDED
    assert await asked_for(company.first, "end_tandem") == []


async def test_an_application_that_came_after_the_preview_is_not_ended_unseen(
    company: Company,
) -> None:
    """issue 12, U1: it was ended for good, though the card had not spoken of it."""
    made, seen = await previewed(company)
    await enrol(company.first, Role.MENTOR, "dora")
    await change(company.first, "enrolments", DORA, application=Application.OPEN)
    await refused_unseen(company, made, seen)


async def test_nobody_is_told_unseen_that_there_is_no_tandem(company: Company) -> None:
    made, seen = await previewed(company)
    await enrol(company.first, Role.MENTOR, "dora")
    await refused_unseen(company, made, seen)


async def refused_unseen(company: Company, made: Closing, seen: str) -> None:
    """The card says anew what would happen, and as it says it, it is done."""
    with refused("preview-changed"):
        await company.first.run(closing.confirm, made.id, seen=seen)
    notice = await shown(company.first, closing_card.name, made.id, "otto")
    await company.first.run(closing.confirm, made.id, seen=notice.seen)
    assert (await one(company.first, "closings", made.id)).state is ClosingState.RUNNING

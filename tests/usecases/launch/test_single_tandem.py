"""An owner sees one tandem: who, and where it stands; nothing of its sessions."""

from __future__ import annotations

from typing import Any

import pytest

from mentoring.notices import View
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.changes.handover_card import handover_card
from mentoring.usecases.common.numbers import next_number
from mentoring.usecases.common.own_tandem import Readers
from mentoring.usecases.launch.interventions import intervention_card
from mentoring.usecases.launch.single_tandem import one_tandem_card, show
from tests.usecases.company import (
    TANDEM,
    Company,
    all_of,
    change,
    refused,
    session,
    shown,
    told,
)
from tests.usecases.launch.intervening import CHAT, prepare_end
from tests.usecases.launch.undone import confirmed, made_anew


class TestOneTandem:
    """An owner sees one tandem: who, and where it stands."""

    async def test_it_is_put_before_whoever_asks(self, running: Company) -> None:
        await running.first.run(show, "otto", TANDEM, CHAT)
        assert await told(running.first, one_tandem_card.name) == ["otto"]
        found = await shown(running.first, one_tandem_card.name, TANDEM, "otto")
        assert (found.names, found.stands) == ({"jan": "Jan", "eva": "Eva"}, True)

    @pytest.mark.parametrize("view", [one_tandem_card, intervention_card, handover_card])
    async def test_nothing_tells_that_a_session_was_lost(
        self, running: Company, view: View[Any]
    ) -> None:
        """Whoever looked each day read by the number of those to come whether the two had met;
        owners hear of lost sessions from the two, or not at all.
        """
        await prepare_end(running)
        [end] = await all_of(running.first, "interventions")
        subjects = {one_tandem_card: TANDEM, intervention_card: end.id}
        key = subjects.get(view, f"{TANDEM}@20270201080000")
        before = await shown(running.first, view.name, key, "otto")
        await change(running.first, "sessions", session(1), start=None, state="open")
        assert await shown(running.first, view.name, key, "otto") == before

    async def test_one_whose_launch_was_taken_back_says_what_it_became(
        self, running: Company
    ) -> None:
        """It said that it had ended."""
        await running.first.run(lambda uow, _: next_number(uow, "tandem"))
        await confirmed(running)
        found = await shown(running.first, one_tandem_card.name, TANDEM, "otto")
        assert (found.stands, found.became) == (False, (await made_anew(running)).number)

    async def test_nobody_is_shown_their_own(self, running: Company) -> None:
        """issue 12, P12: nothing is posted for it, either."""
        with refused("decide-own"):
            await running.first.run(show, "eva", TANDEM, CHAT)
        readers = frozenset({"jan"})
        with refused("decide-elsewhere"):
            await running.first.run(lambda uow, moment: shown_to(uow, moment, readers))
        assert await told(running.first, one_tandem_card.name) == []


def shown_to(uow: UnitOfWork, moment: Moment, readers: Readers) -> None:
    """Otto asks for it where these read along."""
    show(uow, moment, "otto", TANDEM, CHAT, readers=readers)

"""An owner sees one tandem: who, and how many sessions are to come."""

from __future__ import annotations

from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.own_tandem import Readers
from mentoring.usecases.launch.single_tandem import one_tandem_card, show
from tests.usecases.company import (
    TANDEM,
    Company,
    refused,
    shown,
    told,
)
from tests.usecases.launch.intervening import CHAT


class TestOneTandem:
    """An owner sees one tandem: who, and how many sessions are to come."""

    async def test_it_is_put_before_whoever_asks(self, running: Company) -> None:
        await running.first.run(show, "otto", TANDEM, CHAT)
        assert await told(running.first, one_tandem_card.name) == ["otto"]
        found = await shown(running.first, one_tandem_card.name, TANDEM, "otto")
        assert (found.names, found.ahead, found.stands) == ({"jan": "Jan", "eva": "Eva"}, 6, True)

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

"""An owner sees one tandem: who, and how many sessions are to come."""

from __future__ import annotations

from mentoring.usecases.launch.single_tandem import one_tandem_card, show
from tests.usecases.company import (
    TANDEM,
    Company,
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

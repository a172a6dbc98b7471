"""What both read at the end is true of their own tandem."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from cards.catalogue import render
from cards.kit.words import Words
from mentoring.domain.people import Role
from mentoring.domain.posting import Posting
from mentoring.usecases.common.sides import KEPT
from mentoring.usecases.launch import closing
from mentoring.usecases.launch.ending import close
from mentoring.usecases.launch.thanks import ThanksNotice, thanks_card
from tests.usecases.company import (
    NOW,
    STARTS,
    TANDEM,
    Company,
    change,
    enrol,
    hidden,
    one,
    put,
    shown,
)

DAY = timedelta(days=1)


async def test_each_of_the_two_reads_thanks_about_the_other(company: Company) -> None:
    found = await shown(company.first, thanks_card.name, TANDEM, "eva")
    assert isinstance(found, ThanksNotice)
    assert (found.viewer.id, found.partner.id) == ("eva", "jan")
    assert await hidden(company.first, thanks_card.name, TANDEM, "otto") == "not-yours"


@pytest.mark.parametrize("passed", [0, 1, 2])
async def test_it_speaks_of_sessions_only_where_there_were_some(
    company: Company, passed: int
) -> None:
    """Those that were called off with the end were none."""
    company.clock.moment = STARTS[passed] - timedelta(minutes=1)
    await company.first.run(lambda uow, _: close(uow, TANDEM))
    await company.first.run(closing.ended, "", TANDEM, clear=True)
    company.clock.moment = STARTS[-1]
    found = await shown(company.first, thanks_card.name, TANDEM, "eva")
    assert found.past == passed
    said = str(render(found, Words("en")).content)
    assert ("past session" in said) == bool(passed)


@pytest.mark.parametrize("channel", ["", "19:channel"])
async def test_it_speaks_of_a_channel_only_where_there_is_one(
    company: Company, channel: str
) -> None:
    await change(company.first, "tandems", TANDEM, channel_id=channel)
    found = await shown(company.first, thanks_card.name, TANDEM, "eva")
    assert ("channel" in str(render(found, Words("en")).content)) == bool(channel)


class TestLookingBack:
    """*What has changed*, of somebody whose answers are kept for next time."""

    @pytest.fixture
    async def over(self, company: Company) -> Company:
        """The tandem of Eva and Jan has ended today, and both have read their thanks."""
        enrolled = await enrol(company.first, Role.MENTEE, "eva")
        await change(company.first, "enrolments", enrolled.id, released=True)
        await company.first.run(lambda uow, _: close(uow, TANDEM))
        await company.first.run(closing.ended, "", TANDEM, clear=True)
        return company

    async def offered(self, company: Company) -> bool:
        found = await shown(company.first, thanks_card.name, TANDEM, "eva")
        said = str(render(found, Words("en")).content)
        assert ("measure.open" in said) == ("certificate.open" in said)
        return "measure.open" in said

    async def test_it_is_offered_until_what_was_said_is_erased(self, over: Company) -> None:
        over.clock.moment = NOW + KEPT - DAY
        assert await self.offered(over)
        over.clock.moment = NOW + KEPT
        assert not await self.offered(over)

    async def test_on_that_day_the_card_is_brought_up_to_date(self, over: Company) -> None:
        key = f"{thanks_card.name}:{TANDEM}:eva"
        await over.at(NOW + KEPT - DAY)
        before = (await one(over.first, "postings", key)).wanted
        await over.at(NOW + KEPT)
        assert (await one(over.first, "postings", key)).wanted > before

    async def test_so_are_those_of_their_other_tandems(self, over: Company) -> None:
        """Jan's other tandem had ended before: only now has all that he said gone."""
        tandem = await one(over.first, "tandems", TANDEM)
        await put(over.first, "tandems", replace(tandem, id="earlier", mentee_id="ada"))
        earlier = Posting("earlier", thanks_card.name, "earlier", "jan", activity_id="1")
        await put(over.first, "postings", earlier)
        await over.at(NOW + KEPT)
        assert (await one(over.first, "postings", "earlier")).wanted > earlier.wanted

    async def test_not_once_it_was_erased_before(self, over: Company) -> None:
        await change(over.first, "enrolments", "p1c1:mentee:eva", erased_at=NOW)
        assert not await self.offered(over)

"""What both read at the end is true of their own tandem."""

from __future__ import annotations

from datetime import timedelta

import pytest

from cards.catalogue import render
from cards.kit.words import Words
from mentoring.usecases.launch import closing
from mentoring.usecases.launch.ending import close
from mentoring.usecases.launch.thanks import ThanksNotice, thanks_card
from tests.usecases.company import STARTS, TANDEM, Company, change, hidden, shown


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

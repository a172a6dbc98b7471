"""What owners see of the end of a cycle."""

from __future__ import annotations

from dataclasses import replace

from cards.catalogue import render
from cards.kit.words import Words
from mentoring.domain.closing import Closing, ClosingState
from mentoring.domain.intervention import Part, Remains
from mentoring.domain.people import Role
from mentoring.domain.posting import Posting
from mentoring.notices import Scene, notice_of
from mentoring.ports.world import World
from mentoring.usecases.common.changes import catch_up
from mentoring.usecases.launch import closing
from mentoring.usecases.launch.clearing_away import LeftOver
from mentoring.usecases.launch.closing_card import ClosingNotice, closing_card
from mentoring.usecases.matching.left_over import left_over_card
from tests.usecases.company import (
    TANDEM,
    Company,
    all_of,
    change,
    enrol,
    one,
    put,
    shown,
    told,
)
from tests.usecases.launch.closings import CHAT, previewed


async def test_the_preview_counts_what_would_end(quiet: World) -> None:
    made = await quiet.run(closing.prepare, "owner", CHAT)
    posting = Posting("p", "closing", made.id, "owner")
    notice = await quiet.read(lambda uow, moment: notice_of(uow, Scene(posting, moment)))
    would = ClosingNotice(made, running=2, ahead=None, channels=2, offers=4)
    assert isinstance(notice, ClosingNotice)
    assert replace(notice, told=0) == would


async def test_it_says_how_many_read_that_there_is_no_tandem_and_so_many_do(
    company: Company,
) -> None:
    """Without an open offer it spoke of nobody, and told them all the same."""
    await enrol(company.first, Role.MENTOR, "dora")
    made, _ = await previewed(company)
    notice = await shown(company.first, closing_card.name, made.id, "otto")
    assert (notice.offers, notice.told) == (0, 1)
    assert "one person reads a kind word" in str(render(notice, Words("en")).content)
    await company.first.run(closing.confirm, made.id, seen=notice.seen)
    assert await told(company.first, left_over_card.name) == ["dora"]


async def test_the_preview_follows_who_would_be_told(company: Company) -> None:
    await previewed(company)
    await catch_up(company.first)
    (before,) = await all_of(company.first, "postings", kind="closing")
    await enrol(company.first, Role.MENTOR, "dora")
    await catch_up(company.first)
    assert (await one(company.first, "postings", before.id)).wanted > before.wanted


async def test_what_could_not_be_cleared_away_is_named_to_nobody_whose_it_is(
    company: Company,
) -> None:
    done = Closing("c", "otto", ClosingState.DONE, 1, 1, (1,))
    await change(company.first, "tandems", TANDEM, remains=Remains((Part.CHANNEL,)))
    await put(company.first, "closings", done)
    found = await shown(company.first, closing_card.name, "c", "otto")
    own = await shown(company.first, closing_card.name, "c", "eva")
    assert (found.left, found.left_out) == ((LeftOver(1, "Jan", "Eva", (Part.CHANNEL,)),), 0)
    assert (own.left, own.left_out) == ((), 1)

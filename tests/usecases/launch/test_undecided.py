"""Proposals that a launch would leave waiting stand on its preview, counted and never named."""

from __future__ import annotations

import re
from dataclasses import replace

from cards.catalogue import render
from cards.kit.words import Words
from mentoring.domain.proposal import Proposal, ProposalState
from mentoring.usecases.common.changes import catch_up
from mentoring.usecases.launch import card, confirming
from mentoring.usecases.launch.undecided import Undecided
from tests.usecases.company import Company, all_of, change, one, person, put, shown
from tests.usecases.launch.ready import CHAT, START, ready

OWNERS = ("ada", "eva", "otto")


async def preview(company: Company, *pairs: tuple[str, str]) -> str:
    """The id of a launch's preview while these pairs are proposed."""
    await change(company.unbound, "programmes", "p1", owners=OWNERS)
    await put(company.first, "people", *(person(who) for who in OWNERS))
    await ready(company.first, 1)
    made = [Proposal(str(number), "run", *pair, 10) for number, pair in enumerate(pairs)]
    await put(company.first, "proposals", *made)
    launch = await company.first.run(confirming.prepare, "otto", START, CHAT)
    return launch.id


async def told(company: Company, launch: str) -> Undecided:
    found = await shown(company.first, card.launch_card.name, launch, "otto")
    undecided: Undecided = found.undecided
    return undecided


async def test_those_about_nobody_who_reads_along_are_counted(programmes: Company) -> None:
    launch = await preview(programmes, ("jan", "max"), ("mia", "ben"))
    assert await told(programmes, launch) == Undecided(2)


async def test_one_about_an_owner_is_counted_and_names_nobody(programmes: Company) -> None:
    """Every owner reads along: the one name that is missing would tell whom it is about."""
    launch = await preview(programmes, ("jan", "eva"), ("mia", "ben"))
    assert await told(programmes, launch) == Undecided(1, 1)
    found = await shown(programmes.first, card.launch_card.name, launch, "otto")
    text = str(render(found, Words("en")).content)
    assert "One proposal is about a programme owner" in text
    names = [person(who).profile.name for who in OWNERS]
    assert [name for name in names if re.search(rf"\b{name}\b", text)] == []


async def test_of_several_each_is_decided_by_whoever_is_not_in_it(programmes: Company) -> None:
    launch = await preview(programmes, ("jan", "eva"), ("otto", "ben"))
    assert await told(programmes, launch) == Undecided(0, 2)


async def test_whoever_never_spoke_to_the_bot_can_decide_all_the_same(programmes: Company) -> None:
    launch = await preview(programmes, ("otto", "eva"))
    await change(programmes.unbound, "programmes", "p1", owners=("eva", "otto", "new"))
    assert await told(programmes, launch) == Undecided(0, 1)


async def test_one_about_every_owner_nobody_can_decide(programmes: Company) -> None:
    launch = await preview(programmes, ("otto", "eva"), ("jan", "eva"))
    await change(programmes.unbound, "programmes", "p1", owners=("eva", "otto"))
    assert await told(programmes, launch) == Undecided(0, 2, 1)


async def test_an_owner_whose_account_is_switched_off_decides_nothing(programmes: Company) -> None:
    launch = await preview(programmes, ("otto", "eva"))
    await catch_up(programmes.first)
    (before,) = await all_of(programmes.first, "postings", kind="launch")
    await change(programmes.first, "programmes", "p1", shut_off=("ada",))
    await catch_up(programmes.first)
    assert await told(programmes, launch) == Undecided(0, 1, 1)
    assert (await one(programmes.first, "postings", before.id)).wanted > before.wanted


async def test_what_is_decided_waits_no_longer_and_the_preview_follows(
    programmes: Company,
) -> None:
    launch = await preview(programmes, ("jan", "eva"))
    await catch_up(programmes.first)
    (posting,) = await programmes.first.read(lambda uow, _: list(uow.postings.all(kind="launch")))
    await programmes.first.run(
        lambda uow, _: uow.proposals.put(
            replace(uow.proposals.need("0"), state=ProposalState.APPROVED)
        )
    )
    await catch_up(programmes.first)
    after = await one(programmes.first, "postings", posting.id)
    assert after.wanted > posting.wanted
    assert await told(programmes, launch) == Undecided()

"""Proposals that a launch would leave waiting stand on its preview, with whose turn it is."""

from __future__ import annotations

from dataclasses import replace

from mentoring.domain.tandem import Proposal, ProposalState
from mentoring.usecases.common.changes import catch_up
from mentoring.usecases.launch import card, confirming
from mentoring.usecases.launch.undecided import Undecided
from tests.usecases.company import Company, change, one, person, put, shown
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


def names(*people: str) -> tuple[str, ...]:
    return tuple(sorted(person(who).profile.name for who in people))


async def test_those_about_nobody_who_reads_along_are_counted(programmes: Company) -> None:
    launch = await preview(programmes, ("jan", "max"), ("mia", "ben"))
    assert await told(programmes, launch) == Undecided(2)


async def test_one_about_an_owner_is_the_others_turn(programmes: Company) -> None:
    launch = await preview(programmes, ("jan", "eva"), ("mia", "ben"))
    assert await told(programmes, launch) == Undecided(1, 1, names("ada", "otto"))


async def test_of_several_each_is_decided_by_whoever_is_not_in_it(programmes: Company) -> None:
    launch = await preview(programmes, ("jan", "eva"), ("otto", "ben"))
    assert await told(programmes, launch) == Undecided(0, 2, names(*OWNERS))


async def test_one_about_every_owner_is_nobodys_turn(programmes: Company) -> None:
    launch = await preview(programmes, ("otto", "eva"))
    await change(programmes.unbound, "programmes", "p1", owners=("eva", "otto"))
    assert await told(programmes, launch) == Undecided(0, 1)


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

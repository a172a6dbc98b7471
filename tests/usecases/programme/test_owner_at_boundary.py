"""Whoever is there for crossed boundaries and becomes an owner: the owners name somebody else."""

from __future__ import annotations

from mentoring.domain.programme import Boundary, Programme
from mentoring.usecases.programme import roster
from mentoring.usecases.programme.needs import Asking, Need, look_at
from tests.usecases.company import Company, all_of, profile
from tests.usecases.overview import status_of
from tests.usecases.ports import chat_of

BOUNDARY = Need("boundary", 1)
COUNCIL = Boundary(name="Betriebsrat", email="dora@firma.example")


async def test_whoever_becomes_an_owner_later_is_told_of(programmes: Company) -> None:
    """No setting changes by that, so nothing could be refused: the owners are told."""
    programmes.people.profiles["vera"] = profile("vera")
    programmes.teams.people["owners-1"] = {"otto", "vera"}
    await programmes.set_up(Programme(boundary=Boundary(email="vera@firma.example")))
    assert BOUNDARY not in (await status_of(programmes.first, "otto")).needs
    await roster.look_at_owners(programmes.first, "p1")
    assert BOUNDARY in (await status_of(programmes.first, "otto")).needs
    await programmes.set_up(Programme(boundary=COUNCIL))
    await roster.look_at_owners(programmes.first, "p1")
    assert BOUNDARY not in (await status_of(programmes.first, "otto")).needs


async def test_it_leads_to_the_contacts_of_the_settings(programmes: Company) -> None:
    asking = Asking("otto", chat_of("otto"), frozenset())
    await programmes.first.run(look_at, "boundary", asking)
    [card] = await all_of(programmes.first, "postings", kind="settings_card")
    assert card.view == "contacts"

"""Whom somebody turns to when a boundary is crossed is nobody of the programme."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

import pytest

from mentoring.domain.enrolment import Application, EnrolmentState
from mentoring.domain.pasted import PeopleAndGroups
from mentoring.domain.people import Role
from mentoring.domain.programme import Boundary, Contact, Programme, Sponsor
from mentoring.usecases.enrolment.coming_back import change_role
from mentoring.usecases.enrolment.enrolment import take_part
from mentoring.usecases.enrolment.entrance import welcome
from mentoring.usecases.enrolment.invitation import prepare
from mentoring.usecases.programme import roster, settings
from mentoring.usecases.programme.boundary import bearers, is_boundary, require_apart
from tests.usecases.company import Company, change, enrol, person, profile, put, refused
from tests.usecases.ports import chat_of

COUNCIL = Boundary(name="Betriebsrat", email="Dora@firma.example")


async def test_no_owner(programmes: Company) -> None:
    await programmes.store.run(lambda uow: roster.keep(uow, "owners-1", ["otto", "dora"]))
    with refused("boundary-owner", field="boundary.email"):
        await programmes.first.run(require_apart, Programme(boundary=COUNCIL))
    await programmes.second.run(require_apart, Programme(boundary=COUNCIL))


async def test_nor_one_of_whom_the_bot_has_never_heard(programmes: Company) -> None:
    """issue 14: in the first hour most owners have not written to it yet; the directory knows."""
    await programmes.store.run(lambda uow: roster.keep(uow, "owners-1", ["otto", "vera"]))
    programmes.people.profiles["vera"] = profile("vera")
    council = Boundary(name="Betriebsrat", email=" Vera@firma.example")
    found = await bearers(programmes.first, council.email)
    with refused("boundary-owner", field="boundary.email"):
        await programmes.first.run(require_apart, Programme(boundary=council), found)
    assert await bearers(programmes.first, "Betriebsrat") == ()


@pytest.mark.parametrize("saved", [settings.change, settings.replace_all, settings.undo])
async def test_every_way_to_set_it_asks_who_that_is(programmes: Company, saved: Any) -> None:
    """By card, as a file, and by taking a version back."""
    run, vera = programmes.first.run, profile("vera")
    values = {"boundary.email": "vera@firma.example"}
    await run(settings.change, "otto", values)
    await run(settings.change, "otto", {"boundary.email": ""})
    assert await run(settings.boundary_before, 3) == "vera@firma.example"
    await programmes.store.run(lambda uow: roster.keep(uow, "owners-1", ["otto", "vera"]))
    wish = {
        settings.change: values,
        settings.replace_all: Programme(boundary=Boundary(email="vera@firma.example")),
        settings.undo: 3,
    }[saved]
    with refused("boundary-owner", field="boundary.email"):
        await run(partial(saved, found=(vera,)), "otto", wish)


async def test_nobody_who_takes_part(programmes: Company) -> None:
    await enrol(programmes.first, Role.MENTOR, "dora")
    with refused("boundary-participant", field="boundary.email"):
        await programmes.first.run(require_apart, Programme(boundary=COUNCIL))


@pytest.mark.parametrize("state", [EnrolmentState.INVITED, EnrolmentState.WITHDRAWN])
async def test_of_whoever_has_only_looked_at_the_call_nobody_learns_by_trying(
    programmes: Company, state: EnrolmentState
) -> None:
    """issue 14: owners see them nowhere, but the refusal said that they take part."""
    made = await enrol(programmes.first, Role.MENTOR, "dora")
    came = {"application": Application.OPEN, "state": state, "done_at": None}
    await change(programmes.first, "enrolments", made.id, **came)
    await programmes.first.run(require_apart, Programme(boundary=COUNCIL))
    await programmes.set_up(Programme(boundary=COUNCIL, apply_as=("mentor", "mentee")))
    for begin in (take_part, change_role):
        with refused("not-eligible"):
            await programmes.first.run(begin, made.id, "dora")


async def test_nor_by_another_address_of_theirs(programmes: Company) -> None:
    """H12: the contact is written by an earlier address, the profile holds the present one too."""
    council = Boundary(name="Betriebsrat", email="Former.Name@firma.example")
    them = profile("dora", aliases=("former.name@firma.example",))
    await put(programmes.first, "people", person("dora", profile=them))
    await enrol(programmes.first, Role.MENTOR, "dora")
    with refused("boundary-participant", field="boundary.email"):
        await programmes.first.run(require_apart, Programme(boundary=council))
    assert is_boundary(them, Programme(boundary=council))


@pytest.mark.parametrize(
    ("who", "stands"),
    [
        ("sponsor", {"sponsor": Sponsor(email="dora@firma.example")}),
        ("contact", {"contact": Contact(email="dora@firma.example")}),
    ],
)
async def test_nor_whoever_stands_for_it_by_another_address(
    programmes: Company, who: str, stands: Mapping[str, object]
) -> None:
    """The settings compare what is written; the directory knows all addresses of one person."""
    council = Boundary(name="Betriebsrat", email="former.name@firma.example")
    them = profile("dora", aliases=("former.name@firma.example",))
    await put(programmes.first, "people", person("dora", profile=them))
    with refused(f"boundary-{who}", field="boundary.email"):
        await programmes.first.run(
            require_apart, Programme.model_validate({"boundary": council, **stands})
        )


@pytest.mark.parametrize("email", ["", "betriebsrat@firma.example"])
async def test_an_office_or_nobody_is_fine(programmes: Company, email: str) -> None:
    await enrol(programmes.first, Role.MENTOR, "dora")
    await programmes.first.run(require_apart, Programme(boundary=Boundary(email=email)))


async def test_whoever_it_is_takes_no_part_later(programmes: Company) -> None:
    await programmes.set_up(Programme(boundary=COUNCIL))
    chat = chat_of("otto")
    invite = await prepare(
        programmes.first, "otto", Role.MENTOR, PeopleAndGroups("dora@firma.example"), chat
    )
    assert [each.hindrance for each in invite.entries] == ["boundary"]
    with refused("not-eligible"):
        await welcome(programmes.first, "dora", chat_of("dora"), "1")


def test_it_is_known_by_the_address_however_it_is_written() -> None:
    assert is_boundary(profile("dora"), Programme(boundary=COUNCIL))
    assert not is_boundary(profile("eva"), Programme(boundary=COUNCIL))
    assert not is_boundary(replace(profile("eva"), email=""), Programme())

"""Whom a pasted list, or a group of the directory, means."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mentoring.usecases.enrolment.looking_up import MOST, people_listed, people_of_group
from tests.usecases.company import (
    FIRST,
    Company,
    refused,
)
from tests.usecases.ports import chat_of

CHAT, DAY = chat_of("owners"), timedelta(days=1)
EVA, LIST = f"{FIRST}:mentee:eva", f"{FIRST}.invite-1"


@pytest.mark.parametrize("text", ["", " ;\n "])
async def test_an_empty_list_is_none(programmes: Company, text: str) -> None:
    with refused("invite-nobody"):
        await people_listed(programmes.first, text)


async def test_nobody_invites_a_whole_city(programmes: Company) -> None:
    with refused("invite-too-many", most=MOST):
        await people_listed(
            programmes.first, ";".join(f"p{number}@firma.example" for number in range(MOST + 1))
        )


async def test_its_people_are_listed(programmes: Company) -> None:
    programmes.people.members = {"Vorstand": ("eva", "ada")}
    found = await people_of_group(programmes.first, "Vorstand")
    assert [(each.words, each.person and each.person.id) for each in found] == [
        ("Eva", "eva"),
        ("Ada", "ada"),
    ]


async def test_an_unknown_or_empty_one_is_named(programmes: Company) -> None:
    programmes.people.members = {"Leer": ()}
    with refused("group-unknown", name="Aufsichtsrat"):
        await people_of_group(programmes.first, "Aufsichtsrat")
    with refused("invite-nobody"):
        await people_of_group(programmes.first, "Leer")


async def test_of_several_groups_of_one_name_none_is_taken(programmes: Company) -> None:
    """H3: one of the two was taken without a word."""
    programmes.people.members = {"Natives#1": ("eva",), "Natives#2": ("ada",)}
    with refused("group-ambiguous", name="Natives", groups="Natives#1; Natives#2"):
        await people_of_group(programmes.first, "Natives")
    found = await people_of_group(programmes.first, "Natives#2")
    assert [each.person and each.person.id for each in found] == ["ada"]

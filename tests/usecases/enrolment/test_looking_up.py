"""Whom a pasted list, or a group of the directory, means."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mentoring.domain.pasted import PeopleAndGroups
from mentoring.ports.directory import Group
from mentoring.usecases.enrolment import looking_up
from mentoring.usecases.enrolment.looking_up import MOST, people_listed
from tests.usecases.company import (
    FIRST,
    Company,
    refused,
)
from tests.usecases.ports import chat_of

CHAT, DAY = chat_of("owners"), timedelta(days=1)
EVA, LIST = f"{FIRST}:mentee:eva", f"{FIRST}.invite-1"


def of_group(*words: str, people: str = "") -> PeopleAndGroups:
    """A list that names these groups."""
    return PeopleAndGroups(people, words)


@pytest.mark.parametrize("text", ["", " ;\n "])
async def test_an_empty_list_is_none(programmes: Company, text: str) -> None:
    with refused("invite-nobody"):
        await people_listed(programmes.first, PeopleAndGroups(text))


async def test_nobody_invites_a_whole_city(programmes: Company) -> None:
    with refused("invite-too-many", most=MOST):
        text = ";".join(f"p{number}@firma.example" for number in range(MOST + 1))
        await people_listed(programmes.first, PeopleAndGroups(text))


async def test_its_people_are_listed(programmes: Company) -> None:
    programmes.people.members = {"Vorstand": ("eva", "ada")}
    found = await people_listed(programmes.first, of_group("Vorstand"))
    assert [(each.words, each.person and each.person.id) for each in found] == [
        ("Eva", "eva"),
        ("Ada", "ada"),
    ]


async def test_an_unknown_or_empty_one_is_named(programmes: Company) -> None:
    programmes.people.members = {"Leer": ()}
    with refused("group-unknown", name="Aufsichtsrat"):
        await people_listed(programmes.first, of_group("Aufsichtsrat"))
    with refused("group-empty", name="Leer"):
        await people_listed(programmes.first, of_group("Leer"))


async def test_of_several_groups_of_one_name_none_is_taken(programmes: Company) -> None:
    """H3: one of the two was taken without a word."""
    programmes.people.members = {"Natives#1": ("eva",), "Natives#2": ("ada",)}
    with refused("group-ambiguous", name="Natives", groups="Natives#1; Natives#2"):
        await people_listed(programmes.first, of_group("Natives"))
    found = await people_listed(programmes.first, of_group("Natives#2"))
    assert [each.person and each.person.id for each in found] == ["ada"]


@pytest.mark.parametrize(
    ("group", "told"),
    [
        (Group("g", "Natives", "n@x.example", "all"), "n@x.example (all)"),
        (Group("g", "Natives", "", "all"), "g (all)"),
        (Group("g", "Natives", "n@x.example", ""), "n@x.example"),
        (Group("g", "Natives", "", ""), "g"),
    ],
)
def test_one_of_them_is_named_by_what_nobody_else_has(group: Group, told: str) -> None:
    assert looking_up._told_apart([group]) == told


@pytest.mark.parametrize(
    ("people", "group"),
    [
        ("Jan", "Vorstand"),
        ("", "Vorstand, Jan"),
        ("", "Vorstand und Jan"),
        ("", "„Vorstand“, Jan"),
        ("Jan", "Vorstand."),
        ("", "Vorstand, und Jan"),
    ],
)
async def test_people_stand_before_a_group_or_behind_it(
    programmes: Company, people: str, group: str
) -> None:
    """Issue 14: *group B* behind a name was taken for a second name, and names behind a group for
    a part of its name.
    """
    programmes.people.members = {"Vorstand": ("eva", "ada")}
    found = await people_listed(programmes.first, of_group(group, people=people))
    assert [each.person and each.person.id for each in found] == ["jan", "eva", "ada"]


@pytest.mark.parametrize("name", ["Forschung und Entwicklung", "Vertrieb, Süd", "Vertrieb"])
async def test_a_name_of_a_group_may_hold_what_separates_people(
    programmes: Company, name: str
) -> None:
    programmes.people.members = {name: ("eva",), "Forschung": ("ada",)}
    found = await people_listed(programmes.first, of_group(name))
    assert [each.person and each.person.id for each in found] == ["eva"]


async def test_several_groups_are_one_list_and_a_misspelt_one_is_named(
    programmes: Company,
) -> None:
    programmes.people.members = {"Vorstand": ("eva",), "Natives": ("jan",)}
    found = await people_listed(programmes.first, of_group("Vorstand", "Natives, Ada"))
    assert [each.person and each.person.id for each in found] == ["ada", "eva", "jan"]
    with refused("group-unknown", name="Nativs und Co"):
        await people_listed(programmes.first, of_group("Vorstand", "Nativs und Co, Ada"))

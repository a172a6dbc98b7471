"""How people are called."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mentoring.domain.people import Person, ids_by_name
from tests.people import berliner


@pytest.mark.parametrize(
    ("name", "first", "full"),
    [
        ("Anna Berg", "Anna", "Anna Berg"),
        ("Berg, Anna", "Anna", "Anna Berg"),
        ("Dr. Anna Berg", "Anna", "Anna Berg"),
        ("Prof. Dr. Jan Kurz", "Jan", "Jan Kurz"),
        ("Kurz, Dr. Jan", "Jan", "Jan Kurz"),
        ("Müller,", "Müller", "Müller"),
        ("Dr.", "Dr.", "Dr."),
        ("  ", "", ""),
    ],
)
def test_titles_are_no_names(name: str, first: str, full: str) -> None:
    person = Person("p", berliner("p", name, "p@firma.example"), "de")
    assert (person.first_name, person.full_name) == (first, full)


@pytest.mark.parametrize(
    ("title", "department", "position"),
    [
        ("Head of Sales", "Sales", ("Head of Sales",)),
        ("Referentin, vertrieb", "Vertrieb", ("Referentin, vertrieb",)),
        ("Unit Lead", "IT", ("Unit Lead", "IT")),
        ("", "IT", ("IT",)),
        ("Unit Lead", "", ("Unit Lead",)),
        ("C++ Lead (C++)", "C++", ("C++ Lead (C++)",)),
    ],
)
def test_the_department_is_named_once(
    title: str, department: str, position: tuple[str, ...]
) -> None:
    profile = berliner("p", "Ada", "ada@firma.example", department, title)
    assert profile.position == position


EVA = replace(
    berliner("eva", "Eva Meier", "Eva.Meier@firma.example"),
    aliases=("em0017@firma.example", "eva.costa@firma.example"),
)


@pytest.mark.parametrize(
    "said", ["eva", "eva.meier@firma.example", " Eva.Costa@firma.example", "EM0017@firma.example"]
)
def test_every_address_sign_in_name_and_id_means_the_person(said: str) -> None:
    """H12: people are named by whichever address somebody has at hand."""
    assert EVA.is_meant_by(said)


@pytest.mark.parametrize("said", ["", " ", "eva.costa", "costa@firma.example"])
def test_nothing_else_does(said: str) -> None:
    assert not EVA.is_meant_by(said)
    assert not replace(EVA, email="", aliases=()).is_meant_by(said)


def test_an_address_that_another_one_has_now_is_theirs() -> None:
    """The directory gives every address once; what was read of somebody may be older."""
    new = berliner("new", "Eva Costa", "eva.costa@firma.example")
    for people in ((EVA, new), (new, EVA)):
        found = ids_by_name([Person(each.id, each, "de") for each in people])
        assert found["eva.costa@firma.example"] == "new"
        assert found["em0017@firma.example"] == "eva"

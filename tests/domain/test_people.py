"""How people are called."""

from __future__ import annotations

import pytest

from mentoring.domain.people import Person
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

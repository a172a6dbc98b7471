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

"""A pasted list: every way in which people paste names and addresses."""

from __future__ import annotations

import pytest

from mentoring.domain.invitation import names_in


@pytest.mark.parametrize(
    ("pasted", "found"),
    [
        ("a@x.de, b@x.de", ("a@x.de", "b@x.de")),
        ("a@x.de;b@x.de\nc@x.de", ("a@x.de", "b@x.de", "c@x.de")),
        ("Anna Berg, Jan Kurz", ("Anna Berg", "Jan Kurz")),
        ("Berg, Anna\nKurz, Jan", ("Berg, Anna", "Kurz, Jan")),
        ("Anna Berg <a@x.de>; Jan Kurz <j@x.de>", ("a@x.de", "j@x.de")),
        ("- a@x.de\n• b@x.de\n1. c@x.de", ("a@x.de", "b@x.de", "c@x.de")),
        ("a@x.de, a@x.de", ("a@x.de",)),
        (" \n ; , ", ()),
        ("", ()),
    ],
)
def test_a_pasted_list_is_read_name_by_name(pasted: str, found: tuple[str, ...]) -> None:
    assert names_in(pasted) == found

"""A pasted list: every way in which people paste names and addresses."""

from __future__ import annotations

import pytest

from mentoring.domain.pasted import names_in

EVA, KARL = "0f0e0d0c-1111-2222-3333-444455556666", "1f0e0d0c-1111-2222-3333-444455556666"
COSTA, BUSCH = "eva.costa@x.de", "karl.busch@x.de"
HIDDEN = ("\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u202e", "\u2066")


@pytest.mark.parametrize(
    ("pasted", "found"),
    [
        ("a@x.de, b@x.de", ("a@x.de", "b@x.de")),
        ("a@x.de;b@x.de\nc@x.de", ("a@x.de", "b@x.de", "c@x.de")),
        ("Anna Berg, Jan Kurz", ("Anna Berg", "Jan Kurz")),
        ("Berg, Anna\nKurz, Jan", ("Berg, Anna", "Kurz, Jan")),
        ("Berg, Dr. Anna\nKurz, Jan", ("Berg, Dr. Anna", "Kurz, Jan")),
        ("Anna Berg, Jan Kurz\nEva Costa", ("Anna Berg", "Jan Kurz", "Eva Costa")),
        ("Anna Berg <a@x.de>; Jan Kurz <j@x.de>", ("a@x.de", "j@x.de")),
        ("- a@x.de\n• b@x.de\n1. c@x.de", ("a@x.de", "b@x.de", "c@x.de")),
        ("1) Anna Berg\n2. Jan Kurz", ("Anna Berg", "Jan Kurz")),
        ("a@x.de, a@x.de", ("a@x.de",)),
        ("007@x.de", ("007@x.de",)),
        (" \n ; , ", ()),
        ("", ()),
        ("<>", ()),
    ],
)
def test_a_pasted_list_is_read_name_by_name(pasted: str, found: tuple[str, ...]) -> None:
    assert names_in(pasted) == found


@pytest.mark.parametrize("sign", HIDDEN, ids=lambda sign: f"{ord(sign):04x}")
def test_signs_that_nobody_sees_are_no_part_of_an_address(sign: str) -> None:
    """H11: Excel and web pages leave them behind."""
    assert names_in(f"{sign}{COSTA}{sign}, Karl{sign} Busch") == (COSTA, "Karl Busch")


@pytest.mark.parametrize(
    ("pasted", "found"),
    [
        (f"{COSTA}.", (COSTA,)),
        (f"{COSTA}, {BUSCH}.", (COSTA, BUSCH)),
        (f"mailto:{COSTA}", (COSTA,)),
        (f"<mailto:{COSTA}>", (COSTA,)),
        (f"'{COSTA}'; '{BUSCH}'", (COSTA, BUSCH)),
        (f"‘{COSTA}’", (COSTA,)),
        (f'"{COSTA}"', (COSTA,)),
        (f"{COSTA} {BUSCH}", (COSTA, BUSCH)),
        (f"{COSTA}\t{BUSCH}", (COSTA, BUSCH)),
        (f'"Costa, Eva" <{COSTA}>; "Busch, Karl" <{BUSCH}>', (COSTA, BUSCH)),
        (f'"Costa, Eva" <{COSTA}>, "Busch, Karl" <{BUSCH}>', (COSTA, BUSCH)),
        (f"„Costa, Eva“ <{COSTA}>; „Busch, Karl“ <{BUSCH}>", (COSTA, BUSCH)),
        (f"Costa, Eva <{COSTA}>; Busch, Karl <{BUSCH}>", (COSTA, BUSCH)),
        (f"Costa, Eva <{COSTA}>, Busch, Karl <{BUSCH}>", (COSTA, BUSCH)),
        (f"Eva Costa {COSTA} Karl Busch {BUSCH}", (COSTA, BUSCH)),
        (f"Eva Costa ({COSTA}), Karl Busch", (COSTA, "Karl Busch")),
        (f"Jan Kurz, Eva Costa <{COSTA}>", ("Jan Kurz", COSTA)),
        ("o'neill@x.de", ("o'neill@x.de",)),
        ('"Costa, Eva"; "Busch, Karl"', ("Costa, Eva", "Busch, Karl")),
        (f"Eva\tCosta\t{COSTA}\nKarl\tBusch\t{BUSCH}", (COSTA, BUSCH)),
        (f"Vorname\tName\tE-Mail\nEva\tCosta\t{COSTA}\nJan\tKurz\t", (COSTA, "Jan Kurz")),
        (f"Email address\n{COSTA}\n{BUSCH}", (COSTA, BUSCH)),
        (f"| Eva Costa | {COSTA} |\n{COSTA}|{BUSCH}", (COSTA, BUSCH)),
        (f"`{COSTA}` mailto:{BUSCH}?subject=Tandem", (COSTA, BUSCH)),
        ("Mail Berg\tJan Kurz", ("Mail Berg", "Jan Kurz")),
    ],
)
def test_addresses_are_found_as_outlook_and_excel_give_them(
    pasted: str, found: tuple[str, ...]
) -> None:
    """H11: the addresses, and no phantom such as ``"Costa``."""
    assert names_in(pasted) == found


@pytest.mark.parametrize(
    ("pasted", "found"),
    [
        ("Anna Berg and Jan Kurz", ("Anna Berg", "Jan Kurz")),
        ("Anna Berg und Jan Kurz", ("Anna Berg", "Jan Kurz")),
        ("Anna Berg & Jan Kurz", ("Anna Berg", "Jan Kurz")),
        ("Anna Berg, Eva Costa and Jan Kurz", ("Anna Berg", "Eva Costa", "Jan Kurz")),
        (f"{COSTA} und {BUSCH}", (COSTA, BUSCH)),
        ("Andrea Sand, Gundula Rund", ("Andrea Sand", "Gundula Rund")),
    ],
)
def test_and_separates_as_a_comma_does(pasted: str, found: tuple[str, ...]) -> None:
    """U5."""
    assert names_in(pasted) == found


def test_whoever_was_mentioned_is_named_by_the_id_beside_the_name() -> None:
    """H10: so ``Turn.text`` writes mentions."""
    assert names_in(f'"Eva Costa" <{EVA}>  "Karl Busch" <{KARL}>') == (EVA, KARL)

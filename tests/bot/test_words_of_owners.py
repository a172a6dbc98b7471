"""What only owners mean by a word, and where they find what has no command of its own."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from bot.commands.registry import COMMANDS, Command
from bot.commands.understanding import PLACES, find, of_owner, place_of, words_of
from bot.hearing import Hearing
from cards.kit.words import Words
from mentoring.domain.language import LANGUAGES
from mentoring.notices import Notice, Said

NOTHING: Any = None


@pytest.mark.parametrize(
    ("said", "name", "rest"),
    [
        ("Programm", "settings", ""),
        ("programme file", "settings", ""),
        ("QR-Code bitte", "open-call", ""),
        ("qr", "open-call", ""),
        ("KPI", "key-figures", ""),
        ("Rolle Jan Kurz", "correct-role", "Jan Kurz"),
        ("end 1", "end-tandem", "1"),
        ("Bitte beende 1", "end-tandem", "1"),
        ("end the cycle", "close", ""),
        ("7", "show-tandem", "7"),
        ("Tandem 7?", "show-tandem", "7"),
        ("tausche Jan Kurz gegen Tom Frei", "replace", "Jan Kurz gegen Tom Frei"),
        ("Übersicht", "status", ""),
        ("befehle", "help", ""),
        ("Versuch", "try", ""),
        ("test run", "try", ""),
        ("add Jan Kurz and Eva Costa", "add-tandem", "Jan Kurz and Eva Costa"),
        ("Could you add Jan Kurz, Eva Costa please", "add-tandem", "Jan Kurz, Eva Costa"),
        ("füge Jan Kurz und Eva Costa hinzu", "add-tandem", "Jan Kurz und Eva Costa"),
        ("Bitte Jan Kurz und Eva Costa hinzufügen", "add-tandem", "Jan Kurz und Eva Costa"),
        (
            "add mentor Jan Kurz, mentee Eva Costa: both of them would like it so",
            "add-tandem",
            "mentor Jan Kurz, mentee Eva Costa: both of them would like it so",
        ),
    ],
)
def test_an_owner_is_understood_by_a_word_that_others_use_for_other_things(
    said: str, name: str, rest: str
) -> None:
    found = of_owner(said)
    assert found
    assert (found[0].name, found[1]) == (name, rest)
    assert find(said) is None, "nobody else gives a command by it"


@pytest.mark.parametrize(
    "said",
    [
        "Wie ist der Link?",
        "Programm und Termine haben wir im Team lange besprochen, danke",
        "siebzehn",
        "add Jan Kurz",
        "add mentors Jan Kurz and Eva Costa",
        "füge Jan Kurz und Eva Costa als Mentees hinzu",
        "add owners Jan Kurz and Eva Costa",
        "Thema Schach und Go hinzufügen",
        "Jan Kurz und Eva Costa bitte nicht hinzufügen",
        "",
    ],
)
def test_what_an_owner_says_of_something_is_no_command(said: str) -> None:
    assert of_owner(said) is None


def test_no_such_word_does_something_at_once_or_means_two_things() -> None:
    for_owners, for_all = words_of(COMMANDS.values(), also=True), words_of(COMMANDS.values())
    assert not [word for word, each in for_owners.items() if each.at_once]
    assert not for_owners.keys() & for_all.keys()
    places = [word for word in for_owners.keys() | for_all.keys() if place_of(word)]
    assert not places


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("Mailtext", "where-mail-ahead"),
        ("mail text?", "where-mail-ahead"),
        ("Ebene", "where-levels"),
        ("bitte KPI-Gruppen", "where-apart"),
        ("by hand", "where-by-hand"),
        ("rückgängig machen bitte", "where-undo"),
        ("Undo!", "where-undo"),
        ("die Ebene von Jan", ""),
        ("", ""),
    ],
)
def test_of_what_has_no_command_it_says_where_it_is(said: str, place: str) -> None:
    assert place_of(said) == place


def test_each_place_is_told_in_every_language() -> None:
    assert all(Words(code).has(f"said-{place}") for code in LANGUAGES for place in PLACES)


class Obeying(Hearing):
    """Notes what it is to obey."""

    async def _obey(self, _turn: Any, command: Command, rest: str) -> Notice | None:
        return Said.of(f"obeyed-{command.name}", rest=rest)


async def answered(text: str, *, owner: bool) -> Notice | None:
    async def teams_of(_person: str) -> tuple[str, ...]:
        return ("owners",) if owner else ()

    desk: Any = SimpleNamespace(owners=SimpleNamespace(teams_of=teams_of))
    turn: Any = SimpleNamespace(text=text, person_id="otto", scope="channel")
    hearing = Obeying(desk, NOTHING, NOTHING, "replica")
    return await hearing._free_words(turn, Words("de"))


async def test_an_owner_is_obeyed_anybody_else_is_not() -> None:
    assert await answered("rolle Jan Kurz", owner=True) == Said.of(
        "obeyed-correct-role", rest="Jan Kurz"
    )
    assert await answered("rolle Jan Kurz", owner=False) == Said.of("not-understood")
    assert await answered("mailtext", owner=True) == Said.of("where-mail-ahead")
    assert await answered("mailtext", owner=False) == Said.of("not-understood")

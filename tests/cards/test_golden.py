"""Every card stands as it was reviewed, and nothing of a card may change without showing in what is
reviewed.

``make golden`` writes the files anew; read the difference before committing it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

import pytest

from tests.cards.drawn import SAMPLES, VOICES, drawn
from tests.cards.golden_files import (
    FEATURES,
    FOLDER,
    HALVES,
    difference,
    outlined,
    path_of,
    written,
)
from tests.cards.outline import Outline, outline

ANEW = "if this is meant, write it anew with `make golden` and read the difference"
Card = dict[str, Any]


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("feature", FEATURES)
def test_cards_are_as_they_were_reviewed(feature: str, half: str) -> None:
    changed = difference(path_of(feature, half), written(feature, half))
    assert not changed, "\n".join([ANEW, *changed[:80]])


def test_there_is_no_file_of_a_feature_that_is_no_more() -> None:
    assert {*FOLDER.rglob("*.*")} == {
        path_of(feature, half) for feature in FEATURES for half in HALVES
    }


@pytest.mark.parametrize("voice", VOICES)
def test_a_card_has_the_same_elements_and_buttons_in_every_voice(voice: str) -> None:
    """That is why one skeleton a card is enough."""
    assert [
        name for name in SAMPLES if outlined(name, voice).skeleton != outlined(name, "de").skeleton
    ] == []


def as_sent(name: str) -> Card:
    sent: Card = json.loads(json.dumps(drawn(name).content))
    return sent


def outline_of(name: str, card: Card) -> Outline:
    return outline(name, card, drawn(name).summary, "de")


def say_something_else(card: Card) -> None:
    card["body"][1]["text"] += "!"


def lose_a_button(card: Card) -> None:
    card["actions"].pop()


def send_another_verb(card: Card) -> None:
    card["actions"][0]["verb"] = "offer.look"


def send_another_payload(card: Card) -> None:
    card["actions"][0]["data"]["yes"] = False


def look_otherwise(card: Card) -> None:
    card["body"][0]["size"] = "Small"


def swap_two_texts(card: Card) -> None:
    first, second = card["body"][:2]
    first["text"], second["text"] = second["text"], first["text"]


def do_otherwise_without_execute(card: Card) -> None:
    card["actions"][0]["fallback"]["data"]["yes"] = False


def stop_refreshing(card: Card) -> None:
    del card["refresh"]


CHANGES = (
    say_something_else,
    lose_a_button,
    send_another_verb,
    send_another_payload,
    look_otherwise,
    swap_two_texts,
    do_otherwise_without_execute,
    stop_refreshing,
)


@pytest.mark.parametrize("change", CHANGES)
def test_a_changed_card_differs_from_what_was_reviewed(
    change: Callable[[Card], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The files as they stand against a card that is not what it was: the comparison of the first
    test must fail.
    """
    name, card = "offer-mentor-open", as_sent("offer-mentor-open")
    change(card)
    changed = outline_of(name, card)
    monkeypatch.setattr(
        "tests.cards.golden_files.outlined",
        lambda asked, voice: changed if (asked, voice) == (name, "de") else outlined(asked, voice),
    )
    assert [
        half
        for half in ("skeleton", "de")
        if difference(path_of("matching", half), written("matching", half))
    ]


Place = tuple[str | int, ...]


def values(node: Any, place: Place = (), of: str = "") -> Iterator[tuple[Place, str]]:
    """Where each value of a card stands, and what it is: the type of its element and its own
    key.
    """
    for key, value in (
        node.items()
        if isinstance(node, dict)
        else enumerate(node)
        if isinstance(node, list)
        else ()
    ):
        kind = node.get("type", of) if isinstance(node, dict) else of
        yield (*place, key), f"{kind}.{key}" if isinstance(key, str) else f"{kind}[]"
        yield from values(value, (*place, key), f"{kind}.{key}" if isinstance(key, str) else kind)


def otherwise(value: Any) -> Any:
    """Some other value of the same type."""
    if isinstance(value, dict):
        return {**value, "new": 1}
    if isinstance(value, list):
        return [*value, *value[:1]] if value else [{"type": "TextBlock", "text": "x"}]
    return (
        not value
        if isinstance(value, bool)
        else f"{value}x"
        if isinstance(value, str)
        else value + 1
    )


def changed_at(card: Card, place: Place, *, gone: bool) -> Card:
    """The card with one value changed or left out."""
    copy = deepcopy(card)
    holder: Any = copy
    for key in place[:-1]:
        holder = holder[key]
    if gone:
        del holder[place[-1]]
    else:
        holder[place[-1]] = otherwise(holder[place[-1]])
    return copy


def one_place_of_each_kind() -> dict[str, tuple[str, Place]]:
    return {kind: (name, place) for name in SAMPLES for place, kind in values(as_sent(name))}


@pytest.mark.parametrize("gone", [False, True], ids=["changed", "left out"])
def test_no_value_of_a_card_changes_unseen(gone: bool) -> None:
    """One value of each kind that stands in any card: a property of a type of element, a field of a
    payload, a row.
    """
    kinds = one_place_of_each_kind()
    assert len(kinds) > 150
    unseen = []
    for kind, (name, place) in kinds.items():
        if outline_of(name, changed_at(as_sent(name), place, gone=gone)) == outlined(name, "de"):
            unseen.append((kind, name, place))
    assert not unseen


def test_what_a_reader_cannot_see_is_written_out() -> None:
    """A hard space and a space at the end are made visible, and a text of two lines is not taken
    for two texts.
    """

    def shown(*texts: str) -> list[str]:
        return outline_of(
            "offer-mentor-open", {"body": [{"type": "TextBlock", "text": text} for text in texts]}
        ).texts[2:]

    assert shown("a\xa0b") == ["  a\\u00a0b"]
    assert shown("a ") == ["  a\\u0020"]
    assert shown("a\nb") == ["  a \\", "  b"]
    assert shown("a", "b") == ["  a", "  b"]

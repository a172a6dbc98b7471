"""Whatever stands in a card's inputs, or in what its button says, is answered with a card: a client
that sends what none of Teams' own does meets no fault of ours.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.router import Router
from cards.kit.words import Words
from mentoring.domain.language import LANGUAGES
from mentoring.storage.store import SqlStore
from tests.cards.desk import desk_over
from tests.cards.furnished import furnished
from tests.cards.kept_payloads import Kept, kept
from tests.cards.test_kept_payloads import CARD, invoked, said

ODD = {
    "longer than any text": "x" * 20_000,
    "a list": ["a", {"b": 1}],
    "an object": {"a": 1},
    "a number": -1,
    "nothing": "",
    "text": "abc",
    "far past": "0001-01-01",
    "far future": "9999-12-31",
    "no such day": "2027-02-31",
    "a late time": "25:61",
    "a decimal comma": "1,5",
    "huge": "9" * 400,
    "infinite": "1e999",
    "no number": "NaN",
    "negative": "-5",
    "other digits": "²",
}
NEWEST = [*{(press.card, press.verb): press for press in kept()}.values()]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    found = furnished(tmp_path)
    yield found
    found.close()


def odd(press: Kept, fields: frozenset[str], value: object) -> Kept:
    action = press.execute["action"]
    data = {**action["data"], **dict.fromkeys(fields, value)}
    return replace(press, execute={**press.execute, "action": {**action, "data": data}})


@pytest.mark.parametrize("value", ODD.values(), ids=ODD.keys())
async def test_each_button_answers_whatever_stands_in_its_inputs_and_its_data(
    value: object, store: SqlStore
) -> None:
    router, asked = Router(desk_over(store), lambda _: None), 0
    for press in NEWEST:
        for fields in filter(None, (frozenset(press.typed), press.own - {"posting", "verb"})):
            answer = await router(invoked(odd(press, fields, value)), said) or {}
            assert (answer["statusCode"], answer["type"]) == (200, CARD), f"refused: {press}"
            asked += 1
    assert asked > len(NEWEST) / 2


@pytest.mark.parametrize("verb", ["poll.session", "session.untold"])
async def test_where_no_meeting_is_chosen_it_says_so(verb: str, store: SqlStore) -> None:
    router = Router(desk_over(store), lambda _: None)
    for press in (each for each in NEWEST if each.verb == verb):
        answer = await router(invoked(odd(press, frozenset({"session"}), "")), said) or {}
        told = json.dumps(answer, ensure_ascii=False)
        assert any(
            text in told for text in ("Bitte wähle ein Treffen.", "Please choose a meeting.")
        )
    assert verb in {each.verb for each in NEWEST}


async def test_an_empty_input_never_reads_as_if_something_were_gone(store: SqlStore) -> None:
    """Nothing was chosen: that is what it says."""
    router = Router(desk_over(store), lambda _: None)
    typed = [press for press in NEWEST if press.typed]
    told = {
        f"{press.card} {press.verb}": json.dumps(
            await router(invoked(odd(press, frozenset(press.typed), "")), said), ensure_ascii=False
        )
        for press in typed
    }
    gone = [Words(each).text("refusal-gone") for each in LANGUAGES]
    assert len(told) == len(typed) > 30
    assert [key for key, answer in told.items() if any(each in answer for each in gone)] == []

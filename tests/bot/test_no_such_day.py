"""Each input of a card that takes a day or a time says so where no calendar has that day, or no
clock that time: a client without a calendar to pick from sends what somebody types.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.router import Router
from mentoring.storage.store import SqlStore
from tests.bot.test_odd_inputs import NEWEST, odd
from tests.cards.desk import desk_over
from tests.cards.furnished import furnished
from tests.cards.kept_payloads import Kept
from tests.cards.test_kept_payloads import invoked, said

DAY, TIME = re.compile(r"until|date|day\d|(start|end|met)_on"), re.compile(r"time\d")
VERBS = {"absence.pause", "figures.save", "kickoff.change", "session.told", "settings.dates"}


def filled_in(name: re.Pattern[str]) -> list[tuple[Kept, frozenset[str]]]:
    """The newest presses, with each of their inputs of such a name."""
    return [
        (press, frozenset({field}))
        for press in NEWEST
        for field in sorted(press.typed)
        if name.fullmatch(field)
    ]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    found = furnished(tmp_path)
    yield found
    found.close()


def test_these_take_a_day() -> None:
    assert {press.verb for press, _ in filled_in(DAY)} == VERBS


@pytest.mark.parametrize("day", ["30/02/2027", "30.2.2027", "2027-02-30"])
async def test_a_day_that_there_is_not_is_named(day: str, store: SqlStore) -> None:
    """The kick-off's card asked for day, time and seats, and the house's figures for a day."""
    said_so = rf"(Den „|There is no “){day}[“”]"
    answers = await answered(store, DAY, day)
    assert [each for each in answers if not re.search(said_so, each)] == []


@pytest.mark.parametrize("time", ["25:00", "24:30", "8:75", "morning"])
async def test_a_time_that_there_is_not_is_named(time: str, store: SqlStore) -> None:
    said_so = rf"[„“]{time}[“”] (ist keine Uhrzeit|is not a time)"
    assert [
        each for each in await answered(store, TIME, time) if not re.search(said_so, each)
    ] == []


async def answered(store: SqlStore, name: re.Pattern[str], typed: str) -> list[str]:
    """What the card says where this was typed into each input of such a name."""
    router = Router(desk_over(store), lambda _: None)
    turns = [invoked(odd(press, fields, typed)) for press, fields in filled_in(name)]
    return [json.dumps(await router(turn, said), ensure_ascii=False) for turn in turns]

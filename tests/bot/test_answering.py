"""Whoever writes is answered, also where Teams is away for a moment."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from bot import speakers
from bot.speakers import answer
from cards.catalogue import render
from cards.kit.words import Words
from mentoring.domain.errors import NotThere, OutsideError, Throttled, Unavailable
from mentoring.notices import Said

THANKS = render(Said.of("thanks"), Words("en"))
AWAY = [Unavailable("502"), Throttled("429", 1), Unavailable("504")]


class Chat:
    """It refuses with what it is told to, and then takes what is said."""

    def __init__(self, refusals: list[OutsideError]) -> None:
        self.refusals, self.asked, self.said = list(refusals), 0, 0

    async def __call__(self, _message: Mapping[str, Any]) -> str:
        self.asked += 1
        if self.refusals:
            raise self.refusals.pop(0)
        self.said += 1
        return "message"


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speakers, "SAID_AGAIN_SECONDS", (0.0, 0.0, 0.0))


async def test_an_answer_is_said_again_where_teams_is_away_for_a_moment() -> None:
    """One refused message was silence, and the owner did not know whether they had been heard."""
    chat = Chat(AWAY)
    await answer(chat, THANKS)
    assert chat.said == 1


@pytest.mark.parametrize(
    ("refusals", "asked"),
    [([NotThere("the conversation is gone")], 1), ([*AWAY, Unavailable("502")], 4)],
)
async def test_where_nobody_can_be_told_it_is_logged_and_has_an_end(
    refusals: list[OutsideError], asked: int
) -> None:
    chat = Chat(refusals)
    await answer(chat, THANKS)
    assert (chat.asked, chat.said) == (asked, 0)

"""Which level an owner has written into the form; whatever is none is refused by the rule."""

from __future__ import annotations

import pytest

from bot.handlers.matching.runs import level_said


@pytest.mark.parametrize(("said", "level"), [("3", 3), ("30", 30), (" 7 ", 7), ("12.0", 12)])
def test_a_whole_number_is_a_level(said: str, level: int) -> None:
    assert level_said(said) == level


@pytest.mark.parametrize("said", ["", "9" * 400, "2.5", "2.", "-3", "³", "1e1", "three", "123"])
def test_nothing_else_is_one(said: str) -> None:
    assert level_said(said) == 0

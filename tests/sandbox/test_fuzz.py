"""Mutations come again from their seed, and whatever they are, they can be sent."""

from __future__ import annotations

import json
import random
from typing import Any

from sandbox.fuzz.command import _is_fine
from sandbox.fuzz.mutations import MARK, body, mutated

REAL: list[dict[str, Any]] = [
    {
        "type": "message",
        "text": "hallo",
        "from": {"id": "29:x"},
        "conversation": {"id": "a:1"},
        "entities": [{"type": "clientInfo"}],
    },
    {"type": "invoke", "value": {"action": {"verb": "x", "data": {"posting": "y"}}}},
]


def sent(seed: str) -> bytes:
    chance = random.Random(seed)  # noqa: S311 - mutations, nothing secret
    return body(mutated(REAL, chance), chance)


def test_the_same_seed_gives_the_same_mutation_and_another_one_another() -> None:
    """issue 12: a failure can be played again."""
    assert [sent(f"1:{number}") for number in range(50)] == [
        sent(f"1:{number}") for number in range(50)
    ]
    assert len({sent(f"1:{number}") for number in range(50)}) > 40


def test_the_real_activities_stay_as_they_are() -> None:
    before = json.dumps(REAL)
    for number in range(300):
        sent(f"2:{number}")
    assert json.dumps(REAL) == before


def test_a_line_of_the_log_is_a_complaint_if_it_tells_of_a_failure_or_of_what_was_sent() -> None:
    lines = {
        '{"level": "warning", "event": "door.malformed"}': True,
        '{"level": "error", "error": "NotThere", "event": "workflow.failed"}': True,
        '{"level": "error", "event": "turn.failed"}': False,
        "Traceback (most recent call last):": False,
        f'{{"level": "info", "event": "{MARK}"}}': False,
    }
    assert {line: _is_fine(line) for line in lines} == lines

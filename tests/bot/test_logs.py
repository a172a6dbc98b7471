"""Logs are one JSON object a line, errors included, and hold nothing that somebody has typed."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

SECRET = "meine Lernziele"
BEGIN = """
import asyncio, logging, threading, warnings
import structlog
from bot.logs import set_up
from mentoring.domain.errors import Unavailable
set_up()
log = structlog.get_logger()
said = {said!r}
def fails():
    try:
        raise ValueError(said)
    except ValueError as error:
        raise KeyError(said) from error
"""
WAYS = {
    "our own log": "try: fails()\nexcept KeyError: log.exception('turn.failed', id='x')",
    "our own log, an error at hand": "try: fails()\nexcept KeyError as error: "
    "log.error('turn.failed', exc_info=error)",
    "a library's": "try: fails()\nexcept KeyError: "
    "logging.getLogger('aiohttp.server').exception('Error from %s', said)",
    "the engine's": "import dbos._logger as d\nd.init_logger()\nd.dbos_logger.error('It failed: "
    "%s', said)",
    "the engine's error": (
        "import dbos._logger as d\nd.init_logger()\ntry: fails()\nexcept KeyError as e: "
        "d.dbos_logger.error('x', exc_info=e)"
    ),
    "a task that nobody waits for": (
        "async def main():\n  async def task(): fails()\n  asyncio.ensure_future(task()); await "
        "asyncio.sleep(0.01)\n"
        "  import gc; gc.collect()\nasyncio.run(main())"
    ),
    "a thread's end": "thread = threading.Thread(target=fails); thread.start(); thread.join()",
    "the process's end": "fails()",
    "a warning": "warnings.warn('something is old')",
}


def lines(way: str) -> list[dict[str, object]]:
    script = BEGIN.format(said=SECRET) + way
    ended = subprocess.run(
        [sys.executable, "-W", "default", "-c", script], capture_output=True, text=True, check=False
    )
    assert SECRET not in ended.stderr
    return [json.loads(line) for line in ended.stderr.splitlines()]


@pytest.mark.parametrize("way", WAYS)
def test_every_log_is_json_and_holds_nothing_of_what_was_said(way: str) -> None:
    """issue 12, D3 and D9: tracebacks stood as plain text among the lines, with what the error
    said.
    """
    [line] = lines(WAYS[way])
    assert {"event", "level", "timestamp"} <= line.keys()


def test_where_it_failed_and_of_what_is_told() -> None:
    """issue 12, D9."""
    [line] = lines(WAYS["our own log"])
    told = line["exception"]
    assert isinstance(told, list)
    assert [each["error"] for each in told] == ["KeyError", "ValueError"]
    assert told[0]["at"][-1].endswith(" fails")


def test_what_the_outside_said_is_told() -> None:
    """issue 12, D9: somebody has to be able to mend it."""
    [line] = lines(
        "try: raise Unavailable('Graph answered 503')\nexcept Unavailable: log.exception('x')"
    )
    [told] = line["exception"]  # type: ignore[misc]
    assert told["text"] == "Graph answered 503"

"""Logs are one JSON object a line, errors included, and hold nothing that somebody has typed."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

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
EACH = """
import os
for number, way in enumerate({ways!r}):
    if os.fork() == 0:
        os.dup2(os.open(f'{folder}/{{number}}', os.O_WRONLY | os.O_CREAT), 2)
        exec(way)
        break
    os.wait()
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


def lines(*ways: str) -> list[list[dict[str, object]]]:
    """What each way has written; they begin as copies of one process, which imports but once."""
    with TemporaryDirectory() as folder:
        script = BEGIN.format(said=SECRET) + EACH.format(ways=ways, folder=folder)
        done = subprocess.run(
            [sys.executable, "-W", "default", "-c", script],
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stderr == ""
        written = [(Path(folder) / str(number)).read_text() for number in range(len(ways))]
    assert [each for each in written if SECRET in each] == []
    return [[json.loads(line) for line in each.splitlines()] for each in written]


@cache
def all_lines() -> dict[str, list[dict[str, object]]]:
    return dict(zip(WAYS, lines(*WAYS.values()), strict=True))


@pytest.mark.parametrize("way", WAYS)
def test_every_log_is_json_and_holds_nothing_of_what_was_said(way: str) -> None:
    """issue 12, D3 and D9: tracebacks stood as plain text among the lines, with what the error
    said.
    """
    [line] = all_lines()[way]
    assert {"event", "level", "timestamp"} <= line.keys()


def told(line: dict[str, object]) -> list[dict[str, Any]]:
    """Of each error what is told."""
    found = line["exception"]
    assert isinstance(found, list)
    return found


def test_where_it_failed_and_of_what_is_told() -> None:
    """issue 12, D9."""
    [line] = all_lines()["our own log"]
    found = told(line)
    assert [each["error"] for each in found] == ["KeyError", "ValueError"]
    assert found[0]["at"][-1].endswith(" fails")


def test_what_the_outside_said_is_told() -> None:
    """issue 12, D9: somebody has to be able to mend it."""
    [[line]] = lines(
        "try: raise Unavailable('Graph answered 503')\nexcept Unavailable: log.exception('x')"
    )
    [failed] = told(line)
    assert failed["text"] == "Graph answered 503"

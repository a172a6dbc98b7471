"""The matching in a process of its own answers as it does in this one, refusals included."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from bot.handlers.matching.runs import look
from bot.matcher import ProcessMatcher
from cards.matching.buttons import Look
from mentoring.domain.errors import Refusal
from mentoring.domain.matching.candidates import Pair
from mentoring.domain.matching.decisions import Forbid
from mentoring.domain.matching.settings import MatchingSettings
from mentoring.domain.measurement.change import pooled, sums_of
from mentoring.domain.programme import Programme
from mentoring.ports.matcher import Inputs, Shown
from mentoring.usecases.matching import solving
from sandbox.rehearse.waiting import until
from tests.bot.elsewhere import has_imported
from tests.domain.matching.worlds import mentee, mentor

ROOT = Path(__file__).parents[2]

PEOPLE = (mentee("emma"), mentee("kim"), mentor("max"), mentor("mia", teaches={"ai": 2}))
START = Inputs(PEOPLE, MatchingSettings(), decisions=(), not_again=(), standing=())


@pytest.fixture
def matcher() -> Iterator[ProcessMatcher]:
    made = ProcessMatcher()
    yield made
    made.close()


async def test_a_run_is_solved_in_another_process(matcher: ProcessMatcher) -> None:
    here, there = solving.solve(START, Programme()), await matcher.solve(START, Programme())
    assert (there.result, there.figures) == (here.result, here.figures)
    assert there.record, "an auditor gets a record"


async def test_another_decision_is_priced_in_another_process_and_an_impossible_one_refused(
    matcher: ProcessMatcher,
) -> None:
    shown = Shown((Pair("emma", "max"), Pair("kim", "mia")), total_score=0)
    forbid = Forbid("emma", "max")
    there = await matcher.what_if(START, shown, Programme(), forbid)
    assert there == solving.what_if(START, shown, Programme(), forbid)
    with pytest.raises(Refusal, match="unknown-person"):
        await matcher.what_if(START, shown, Programme(), Forbid("emma", "nobody"))


def process_of(matcher: ProcessMatcher) -> int:
    assert matcher._pool is not None
    (process,) = matcher._pool._processes
    return int(process)


async def test_the_process_stays_so_nobody_waits_for_its_start(matcher: ProcessMatcher) -> None:
    """issue 12, U34: each what-if started one, for five seconds."""
    matcher.warm()
    first = process_of(matcher)
    await matcher.solve(START, Programme())
    await matcher.what_if(START, Shown((), 0), Programme(), Forbid("emma", "max"))
    assert process_of(matcher) == first


async def test_it_has_at_hand_what_computes_before_anybody_asks(matcher: ProcessMatcher) -> None:
    """Issue 12, U34: the first matching waited for SciPy."""
    assert await matcher._elsewhere(partial(has_imported, solving.__name__))


SERVER = """
import asyncio, os, signal
from bot.matcher import ProcessMatcher

async def serve():
    matcher = ProcessMatcher()
    matcher.warm()
    print(await matcher._elsewhere(os.getpid), flush=True)
    os.kill(os.getpid(), signal.SIGKILL)

if __name__ == "__main__":
    asyncio.run(serve())
"""


def test_it_ends_with_a_server_that_is_killed(tmp_path: Path) -> None:
    """Otherwise each kill of a server left one behind."""
    program = tmp_path / "server.py"
    program.write_text(SERVER, encoding="utf-8")
    server = subprocess.Popen(
        [sys.executable, str(program)], stdout=subprocess.PIPE, text=True, cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    with server:
        assert server.stdout
        process = int(server.stdout.readline())
        server.wait()
    asyncio.run(until(lambda: not is_alive(process), "it has ended", 60, lambda: str(process)))


def is_alive(process: int) -> bool:
    try:
        return "Z" not in Path(f"/proc/{process}/stat").read_text().rpartition(")")[2][:3]
    except FileNotFoundError:
        return False


async def test_one_that_has_died_is_replaced(matcher: ProcessMatcher) -> None:
    await matcher.solve(START, Programme())
    first = process_of(matcher)
    os.kill(first, signal.SIGKILL)
    assert (await matcher.solve(START, Programme())).result.tandems
    assert process_of(matcher) != first


async def test_what_has_changed_is_reckoned_in_another_process(matcher: ProcessMatcher) -> None:
    """SciPy is large, and the server does without it."""
    found = [sums_of([1, 2, 2, 3, 4]), sums_of([0, -1, 1, 3, 2])]
    assert await matcher.changes(found) == [pooled(each) for each in found]


async def test_whoever_looks_at_proposals_has_it_started_before_they_try_something() -> None:
    """Issue 12, U34: the first what-if waited for the start of a process."""
    warmed: list[str] = []
    matcher = SimpleNamespace(warm=lambda: warmed.append("warm"))
    desk: Any = SimpleNamespace(world=SimpleNamespace(matcher=matcher))
    turn: Any = None
    await look(desk, turn, Look(run="run-1"))
    assert warmed == ["warm"]

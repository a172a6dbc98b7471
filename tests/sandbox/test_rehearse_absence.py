"""The database of a rehearsal is away once, and comes back whatever happens."""

from __future__ import annotations

import asyncio
import resource
from dataclasses import dataclass, field

import pytest
from click.testing import CliRunner

from sandbox.rehearse import absence
from sandbox.rehearse.absence import Absence, Full
from sandbox.rehearse.command import rehearse
from sandbox.rehearse.waiting import until


@dataclass
class Outage:
    """A database that notes when it went and came; ``fails``: it does not come back."""

    happened: list[str] = field(default_factory=list)
    fails: bool = False

    async def begin(self) -> None:
        self.happened.append("away")

    async def end(self) -> None:
        self.happened.append("there")
        if self.fails:
            raise RuntimeError("it does not start")


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(absence, "BEFORE_SECONDS", 0.0)


async def over(found: Absence) -> None:
    await until(lambda: found.is_over, "it is over", 60, lambda: "")


async def test_it_is_away_once_however_many_cycles_are_launched() -> None:
    outage, said = Outage(), list[str]()
    found = Absence(outage, 0.01, said.append)
    for _ in range(2):
        found.begin()
        await over(found)
    assert outage.happened == ["away", "there"]
    assert said == ["The database is away for 0.01 s.", "The database is there again."]


async def test_without_a_time_it_is_never_away() -> None:
    outage = Outage()
    found = Absence(outage, 0, lambda _: None)
    found.begin()
    assert found.is_over
    assert outage.happened == []


async def test_one_that_does_not_come_back_ends_the_rehearsal() -> None:
    found = Absence(Outage(fails=True), 0.01, lambda _: None)
    found.begin()
    with pytest.raises(RuntimeError, match="does not start"):
        await over(found)


async def test_a_full_disk_lets_no_file_of_the_process_grow_and_then_does_again() -> None:
    program = await asyncio.create_subprocess_exec("sleep", "60")
    full = Full(lambda: [program.pid])
    try:
        await full.begin()
        assert resource.prlimit(program.pid, resource.RLIMIT_FSIZE)[0] == absence.FULL_AT_BYTES
        await full.end()
        assert resource.prlimit(program.pid, resource.RLIMIT_FSIZE)[0] == resource.RLIM_INFINITY
    finally:
        program.kill()
        await program.wait()


def test_a_server_of_somebody_elses_is_not_stopped() -> None:
    arguments = ["--tandems", "1", "--database", "postgresql://theirs", "--database-away", "5"]
    result = CliRunner().invoke(rehearse, arguments)
    assert result.exit_code == 2
    assert "a server of the rehearsal's own" in result.output

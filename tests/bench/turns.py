"""What a turn costs the server, beside the SDK's echo bots and a bare handler in the same run.

`python -m tests.bench.turns [--senders 32] [--rounds 20] [--quick] [--profile FOLDER]
[--database embedded]`. Processor
time is that of the whole server, from the operating system. Ours runs as in production but for the
simulated tenant that it talks to: tokens are checked, and each press stands in the database and in
the message before its sender goes on. The Bot Connector takes 50 calls a second from an app, and
ours keeps to that; a server that waits between turns needs more processor time for each than one
that is always at it. So all are measured twice: as fast as they go (ours with its limits of the
Connector set as high as they can be), and at the pace that Teams takes; ours is compared with the
echo at the same pace. Ends with 1 if a limit is missed.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeAlias, TypeVar

from rich.console import Console
from rich.table import Table

from sandbox.rehearse.databases import opened
from sandbox.rehearse.environment import product_environment
from sandbox.rehearse.product import Product
from sandbox.server import Tenant, running
from tests.bench.bots.echoes import echoed, with_the_sdk
from tests.bench.bots.load import Figures, measured
from tests.bench.bots.people import mentees
from tests.bench.bots.profile import profiled

COMPANY = 90
NOW = datetime(2027, 3, 2, 9, tzinfo=UTC)
"""Working hours in Germany, where the senders are: invitations wait for them."""
BARE, ECHO = "bare aiohttp", "BotFrameworkAdapter echo"
UNPACED = {
    "TANDEM_LIMIT_MESSAGES_PER_SECOND": "500",
    "TANDEM_LIMIT_MESSAGES_PER_MINUTE_AND_CHAT": "600",
    "TANDEM_LIMIT_MESSAGES_PER_HOUR_AND_CHAT": "36000",
}
SETTLE_SECONDS, IDLE_SECONDS = 10.0, 30.0
PACES = ("as fast as it goes", "at the pace that Teams takes")
RATIOS = {"step": 2.2, "help": 1.1}
"""A step with its message's update, *help*: at most so many turns of the adapter's echo."""
IDLE_SHARE = 0.02
T = TypeVar("T")
Measure: TypeAlias = "Callable[[Options, Tenant, Product], Awaitable[T]]"


@dataclass(frozen=True)
class Options:
    """Senders, turns of each, whether to do without the peer that must be installed, where to
    profile to, on what database.
    """

    senders: int
    rounds: int
    quick: bool
    profile: Path | None
    database: str | None


@dataclass(frozen=True)
class Ours:
    """What was measured of the product: figures by turn, start (wall clock and processor, s), idle
    share of a core, MB.
    """

    turns: dict[str, Figures]
    start: tuple[float, float]
    idle: float
    memory_mb: float


async def ours(options: Options) -> tuple[dict[str, Figures], Ours]:
    """The product as fast as it goes, and as it is run."""
    with tempfile.TemporaryDirectory() as folder:
        unprofiled = replace(options, profile=None)
        fast = await _started(unprofiled, Path(folder), UNPACED, _turns)
    with tempfile.TemporaryDirectory() as folder:
        return fast, await _started(options, Path(folder), {}, _measured)


async def _started(
    options: Options, folder: Path, settings: dict[str, str], measure: Measure[T]
) -> T:
    """Measure the product, started for this, with a company and a database of its own."""
    async with running(people=COMPANY, limits="off", now=NOW) as tenant:
        with opened(options.database, folder) as database:
            environment = product_environment(os.environ, tenant.env, database.url, folder)
            product = Product(environment | settings, 1, folder / "product.log")
            try:
                await product.start()
                tenant.state.product_urls[:] = product.urls
                return await measure(options, tenant, product)
            except SystemExit:
                sys.stderr.write(product.tail())
                raise
            finally:
                await product.stop()


async def _turns(options: Options, tenant: Tenant, product: Product) -> dict[str, Figures]:
    people = await mentees(tenant, options.senders)
    turns: dict[str, Figures] = {}
    for name in ("help", "step", "look"):
        async with profiled(_pid(product), options.profile, name):
            senders = [getattr(mentee, name) for mentee in people]
            turns[name] = await measured(product.meter, senders, options.rounds)
    return turns


def _pid(product: Product) -> int:
    process = product.replicas[0].process
    return process.pid if process else 0


async def _measured(options: Options, tenant: Tenant, product: Product) -> Ours:
    start = await _restarted(product)
    tenant.state.product_urls[:] = product.urls
    turns = await _turns(options, tenant, product)
    async with profiled(_pid(product), options.profile, "idle"):
        idle = await _idle(product)
    return Ours(turns, start, idle, product.meter.peak_rss_mb)


async def _restarted(product: Product) -> tuple[float, float]:
    """From the start of the process until it is ready."""
    began, used = time.monotonic(), product.meter.sample()
    await product.kill_and_restart(product.replicas[0])
    return time.monotonic() - began, product.meter.sample() - used


async def _idle(product: Product) -> float:
    await asyncio.sleep(SETTLE_SECONDS)
    began, used = time.monotonic(), product.meter.sample()
    await asyncio.sleep(IDLE_SECONDS)
    return (product.meter.sample() - used) / (time.monotonic() - began)


async def peers(
    options: Options, python: Path | None
) -> tuple[dict[str, Figures], dict[str, Figures]]:
    """The same load on the bots that only say the same: as fast as they go, and at Teams' pace."""
    senders, rounds = options.senders, options.rounds
    found = {
        BARE: await echoed("bare.py", senders, 5 * rounds),
        ECHO: await echoed("adapter_echo.py", senders, rounds),
    }
    if python:
        found["CloudAdapter echo"] = await echoed(
            "cloud_echo.py", senders, max(rounds // 2, 4), python
        )
    fast = {name: figures for name, (figures, _) in found.items()}
    return fast, {name: figures for name, (_, figures) in found.items()}


def table(title: str, found: dict[str, Figures]) -> Table:
    """A row a kind of turn, all at one pace."""
    columns = ("turn", "processor ms", "of the adapter's echo", "turns/s", "p50 ms", "p99 ms")
    grid, unit = Table(*columns, title=title), found[ECHO].cpu_ms
    for name, figures in found.items():
        waits = (f"{figures.wait_ms(share):.0f}" for share in (0.5, 0.99))
        ratio = f"{figures.cpu_ms / unit:.2f}"
        grid.add_row(name, f"{figures.cpu_ms:.2f}", ratio, f"{figures.rate:.0f}", *waits)
    return grid


def missed(pace: str, found: dict[str, Figures]) -> list[str]:
    """The limits that were not kept at this pace."""
    ratios = {name: found[f"ours: {name}"].cpu_ms / found[ECHO].cpu_ms for name in RATIOS}
    return [
        f"{name}, {pace}: costs {ratio:.2f} turns of the echo, allowed are {RATIOS[name]}"
        for name, ratio in ratios.items()
        if ratio > RATIOS[name]
    ]


def main(options: Options) -> int:
    """Measure everything and print it."""
    if options.profile:
        options.profile.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        python = None if options.quick else with_the_sdk(Path(folder))
        others = asyncio.run(peers(options, python))
    fast, found = asyncio.run(ours(options))
    console, late = Console(width=120), list[str]()
    for pace, theirs, turns in zip(PACES, others, (fast, found.turns), strict=True):
        beside = theirs | {f"ours: {name}": one for name, one in turns.items()}
        console.print(table(f"The cost of a turn, {pace}", beside))
        late += missed(pace, beside)
    return _ended(console, found, late)


def _ended(console: Console, found: Ours, late: list[str]) -> int:
    seconds, cpu = found.start
    console.print(f"start to readyz: {seconds:.1f} s, {cpu:.1f} s of processor time")
    console.print(f"idle: {found.idle:.1%} of a core; largest {found.memory_mb:.0f} MB")
    if found.idle > IDLE_SHARE:
        late = [*late, f"idle: {found.idle:.1%} of a core, allowed are {IDLE_SHARE:.0%}"]
    for each in late:
        console.print(f"missed: {each}")
    return int(bool(late))


def _options() -> Options:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--senders", type=int, default=32)
    parser.add_argument("--rounds", type=int, default=20, help="turns a sender")
    parser.add_argument(
        "--quick", action="store_true", help="without the CloudAdapter, which has to be installed"
    )
    parser.add_argument(
        "--profile", type=Path, help="a folder for the stacks that burn time; needs py-spy"
    )
    parser.add_argument(
        "--database", help="an empty database, or `embedded` for a PostgreSQL; else an SQLite file"
    )
    return Options(**vars(parser.parse_args()))


if __name__ == "__main__":
    sys.exit(main(_options()))

"""What a turn costs the server, beside the SDK's echo bots and a bare handler in the same run.

`python tests/bench/turns.py [--senders 32] [--rounds 20] [--quick] [--profile FOLDER]
[--database embedded]`. Processor
time is that of the whole server, from the operating system. Ours runs as in production but for the
simulated tenant that it talks to: tokens are checked, and each press stands in the database and in
the message before its sender goes on. The Bot Connector takes 50 calls a second from an app, and
ours keeps to that; a server that waits between turns needs more processor time for each than one
that is always at it, so the echoes are measured at the same pace, too, and that is what ours is
compared with. Ends with 1 if a limit is missed.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bots.echoes import echoed, with_the_sdk
from bots.load import Figures, measured
from bots.people import mentees
from bots.profile import profiled
from rich.console import Console
from rich.table import Table

from sandbox.rehearse.databases import opened
from sandbox.rehearse.environment import product_environment
from sandbox.rehearse.product import Product
from sandbox.server import Tenant, running

COMPANY = 90
NOW = datetime(2027, 3, 2, 9, tzinfo=UTC)
"""Working hours in Germany, where the senders are: invitations wait for them."""
BARE, ECHO = "bare aiohttp", "BotFrameworkAdapter echo"
SETTLE_SECONDS, IDLE_SECONDS = 10.0, 30.0
STEP_RATIO, HELP_RATIO, IDLE_SHARE = 2.2, 1.1, 0.02
"""A step with its message's update, *help*: at most so many turns of the adapter's echo.

Idle: of a core.
"""


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


async def ours(options: Options, folder: Path) -> Ours:
    """The product, started for this, with a database of its own."""
    async with running(people=COMPANY, limits="off", now=NOW) as tenant:
        with opened(options.database, folder) as database:
            return await _started(
                options,
                tenant,
                product_environment(os.environ, tenant.env, database.url, folder),
                folder,
            )


async def _started(
    options: Options, tenant: Tenant, environment: dict[str, str], folder: Path
) -> Ours:
    product = Product(environment, 1, folder / "product.log")
    try:
        await product.start()
        return await _measured(options, tenant, product)
    except SystemExit:
        sys.stderr.write(product.tail())
        raise
    finally:
        await product.stop()


async def _measured(options: Options, tenant: Tenant, product: Product) -> Ours:
    start = await _restarted(product)
    tenant.state.product_urls[:] = product.urls
    process = product.replicas[0].process
    pid = process.pid if process else 0
    people = await mentees(tenant, options.senders)
    turns: dict[str, Figures] = {}
    for name in ("help", "step", "look"):
        async with profiled(pid, options.profile, name):
            senders = [getattr(mentee, name) for mentee in people]
            turns[name] = await measured(product.meter, senders, options.rounds)
    async with profiled(pid, options.profile, "idle"):
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


async def peers(options: Options, python: Path | None) -> dict[str, Figures]:
    """The same load on the bots that only say the same."""
    senders, rounds = options.senders, options.rounds
    found = {
        BARE: await echoed("bare.py", senders, 5 * rounds),
        ECHO: await echoed("adapter_echo.py", senders, rounds),
    }
    if python:
        found["CloudAdapter echo"] = await echoed(
            "cloud_echo.py", senders, max(rounds // 2, 4), python
        )
    fast = {f"{name}, as fast as it goes": figures for name, (figures, _) in found.items()}
    return fast | {name: figures for name, (_, figures) in found.items()}


def table(found: dict[str, Figures], unit: float) -> Table:
    """A row a kind of turn; the ratio to the adapter's echo at the same pace."""
    columns = ("turn", "processor ms", "of the adapter's echo", "turns/s", "p50 ms", "p99 ms")
    grid = Table(*columns, title="The cost of a turn")
    for name, figures in found.items():
        waits = (f"{figures.wait_ms(share):.0f}" for share in (0.5, 0.99))
        ratio = f"{figures.cpu_ms / unit:.2f}"
        grid.add_row(name, f"{figures.cpu_ms:.2f}", ratio, f"{figures.rate:.0f}", *waits)
    return grid


def missed(found: Ours, unit: float) -> list[str]:
    """The limits that were not kept."""
    limits = {"step": STEP_RATIO, "help": HELP_RATIO}
    late = [
        f"{name} costs {found.turns[name].cpu_ms / unit:.2f} turns of the echo, allowed are {most}"
        for name, most in limits.items()
        if found.turns[name].cpu_ms > most * unit
    ]
    idle = f"idle: {found.idle:.1%} of a core, allowed are {IDLE_SHARE:.0%}"
    return [*late, *([idle] if found.idle > IDLE_SHARE else [])]


def main(options: Options) -> int:
    """Measure everything and print it."""
    if options.profile:
        options.profile.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        python = None if options.quick else with_the_sdk(Path(folder))
        others = asyncio.run(peers(options, python))
        found = asyncio.run(ours(options, Path(folder)))
    unit = others[ECHO].cpu_ms
    console = Console(width=120)
    console.print(table(others | {f"ours: {name}": one for name, one in found.turns.items()}, unit))
    seconds, cpu = found.start
    console.print(f"start to readyz: {seconds:.1f} s, {cpu:.1f} s of processor time")
    console.print(f"idle: {found.idle:.1%} of a core; largest {found.memory_mb:.0f} MB")
    late = missed(found, unit)
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

"""`python -m sandbox rehearse`: the command line of a rehearsal."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import shutil
import signal
import sqlite3
import sys
import tempfile
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import click
from rich.console import Console

from sandbox import company, toml
from sandbox.casting import CompanyTooSmall, cast
from sandbox.dump import dumped
from sandbox.limits import MODES, Mode
from sandbox.personas import Cast
from sandbox.rehearse.product import Product, ProductFailed
from sandbox.rehearse.rehearsal import Options, Rehearsal
from sandbox.rehearse.report import Report, tell
from sandbox.server import Tenant, new_state, serving
from sandbox.state import TenantState
from sandbox.tenant_file import TenantFile, TenantFileInvalid, read_tenant
from sandbox.tenant_people import cast_of, furnish

REPOSITORY = Path(__file__).resolve().parents[2]
CHANNELS_A_TEAM = 200
LOG = "product.log"
LATER = "`changes` are played after the launch; use --until closing, or leave them out of the tenant file."


@dataclass(frozen=True)
class Setting:
    """Where a rehearsal takes place: its options, and what belongs to the tenant and the product rather than the play."""

    options: Options
    limits: Mode
    faults: float
    replicas: int
    database: str | None
    file: TenantFile | None
    dump: Path | None
    as_json: bool


@click.command(short_help="Play a programme to its launch or closing and count what the tenant holds.")
@click.option("--tandems", type=click.IntRange(1, 5000), help="How many tandems there shall be.")
@click.option("--until", type=click.Choice(("launch", "closing")), default="launch", show_default=True)
@click.option("--limits", type=click.Choice(MODES), default="all", show_default=True, help="Which published limits apply.")
@click.option("--faults", type=click.FloatRange(0, 1), default=0.0, help="How many of all requests meet a fault.")
@click.option("--kill-every", type=click.FloatRange(0), default=0.0, help="Kill a replica every so many seconds.")
@click.option("--replicas", type=click.IntRange(1, 16), default=1, show_default=True)
@click.option("--database", help="URL of an empty database; without it a SQLite file that is deleted afterwards.")
@click.option("--tenant", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="A tenant as JSON.")
@click.option("--dump", type=click.Path(dir_okay=False, path_type=Path), help="Where to write what the tenant holds.")
@click.option("--seed", type=int, default=1, show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON and nothing else.")
def rehearse(  # noqa: PLR0913 - one argument an option
    *, tandems: int | None, until: str, limits: Mode, faults: float, kill_every: float, replicas: int,
    database: str | None, tenant: Path | None, dump: Path | None, seed: int, as_json: bool,
) -> None:  # fmt: skip
    """Invented people enrol, are matched and launched, and meet until the closing, in the simulated tenant, without a person.

    Exit code 0: everything is there, once; 1: something is missing, there twice, or the product got stuck.
    """
    if replicas > 1 and (database is None or database.startswith("sqlite")):
        raise click.UsageError("Several replicas need a PostgreSQL database: --database postgresql://…")
    if database is not None and not _is_empty(database):
        raise click.UsageError(f"{database} holds tables already; a rehearsal needs an empty database.")
    file = None if tenant is None else _read(tenant)
    if file and file.changes and until == "launch":
        raise click.UsageError(LATER)
    wanted = tandems or (len(file.tandems) if file else 0)
    if not wanted:
        raise click.UsageError("Say how many tandems: --tandems N, or a tenant file that lists them.")
    options = Options(wanted, kill_every, seed, closing=until == "closing")
    if file:
        options = replace(
            options, session_minutes=file.session_minutes, start=file.start, changes=file.changes, pairs=file.tandems
        )
    setting = Setting(options, limits, faults, replicas, database, file, dump, as_json)
    sys.exit(asyncio.run(_rehearse(setting)))


def _is_empty(database: str) -> bool:
    """Whether a SQLite database has no table yet; of another database only the product can tell."""
    path = Path(database.partition(":///")[2])
    if not database.startswith("sqlite") or not path.is_file():
        return True
    with closing(sqlite3.connect(path)) as connection:
        return bool(connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,))


def _read(path: Path) -> TenantFile:
    try:
        return read_tenant(path)
    except TenantFileInvalid as error:
        raise click.UsageError(str(error)) from error


async def _rehearse(setting: Setting) -> int:
    """Run it, print what came of it, and return the exit code."""
    _stop_on_sigterm()
    logging.getLogger("aiohttp.server").addFilter(_is_no_hang_up)
    told = Console(stderr=setting.as_json, highlight=False)
    folder = Path(tempfile.mkdtemp(prefix="tandem-rehearsal-"))
    if await _went_well(setting, folder, told):
        shutil.rmtree(folder)
        return 0
    told.print(f"The product's log: {folder / LOG}", soft_wrap=True)
    return 1


def _is_no_hang_up(record: logging.LogRecord) -> bool:
    """Whether a server's complaint is worth telling: that a killed product hung up is not."""
    return record.exc_info is None or not isinstance(record.exc_info[1], ConnectionResetError)


async def _went_well(setting: Setting, folder: Path, told: Console) -> bool:
    try:
        report, stuck = await _played(setting, folder, told)
    except (ProductFailed, CompanyTooSmall) as stop:
        told.print(f"{type(stop).__name__}: {stop}", style="red", markup=False, soft_wrap=True)
        return False
    except asyncio.CancelledError:
        told.print("The rehearsal was stopped.")
        return False
    if setting.as_json:
        sys.stdout.write(json.dumps(report.as_json(), indent=2) + "\n")
    else:
        tell(report, told)
    return not (report.failed or stuck)


def _stop_on_sigterm() -> None:
    """End as on Ctrl-C, so that the product does not outlive its rehearsal."""
    task = asyncio.current_task()
    if task is not None:
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)


async def _played(setting: Setting, folder: Path, told: Console) -> tuple[Report, bool]:
    """The report, and whether the product got stuck on the way."""
    state, parts = _furnished(setting)
    say = partial(told.print, markup=False, soft_wrap=True)
    async with serving(state) as tenant, _product(setting, tenant, folder) as product:
        say(f"A company of {len(state.people)} people on {tenant.url}.")
        rehearsal = Rehearsal(tenant, parts, product, setting.options, say)
        try:
            return await rehearsal.run(), rehearsal.stuck
        finally:
            if setting.dump is not None:
                setting.dump.write_text(json.dumps(dumped(state), ensure_ascii=False), encoding="utf-8")


def _furnished(setting: Setting) -> tuple[TenantState, Cast]:
    """The tenant, and who plays which part in it. Raises CompanyTooSmall."""
    options, file = setting.options, setting.file
    now = file.now if file else None
    state = new_state(limits=setting.limits, seed=options.seed, faults=setting.faults, now=now)
    teams = -(-options.tandems // CHANNELS_A_TEAM)
    if file is None:
        company.build(state, company.people_for(options.tandems), teams)
        return state, cast(state, options.tandems, options.seed)
    furnish(state, file, teams)
    return state, cast_of(state, file) if file.tandems else cast(state, options.tandems, options.seed)


@asynccontextmanager
async def _product(setting: Setting, tenant: Tenant, folder: Path) -> AsyncIterator[Product]:
    environment = product_environment(os.environ, tenant.env, setting.database, folder)
    if setting.file is not None and setting.file.programme:
        programme = folder / "programme.toml"
        programme.write_text(toml.written(setting.file.programme), encoding="utf-8")
        environment["TANDEM_PROGRAMME_FILE"] = str(programme)
    product = Product(environment, setting.replicas, folder / LOG)
    try:
        yield product
    finally:
        await product.stop()


def product_environment(
    inherited: Mapping[str, str], tenant: Mapping[str, str], database: str | None, folder: Path
) -> dict[str, str]:
    """What the product is told: nothing of the caller's own Tandem settings, everything of this tenant."""
    kept = {key: value for key, value in inherited.items() if not key.startswith("TANDEM_")}
    url = database or f"sqlite:///{folder / 'tandem.sqlite'}"
    return kept | dict(tenant) | {"TANDEM_DATABASE_URL": url, "PYTHONPATH": str(REPOSITORY), "PYTHONUNBUFFERED": "1"}

"""`python -m sandbox rehearse`: the command line of a rehearsal."""

from __future__ import annotations

import asyncio
import json
import logging
import resource
import shutil
import sys
import tempfile
from dataclasses import replace
from functools import partial
from pathlib import Path

import click
from rich.console import Console

from sandbox import company
from sandbox.casting import CompanyTooSmall
from sandbox.dump import dumped
from sandbox.ending import end_when_told
from sandbox.ensembles import Wanted
from sandbox.limits import MODES, Mode
from sandbox.rehearse.databases import EMBEDDED, Database, NoServer, is_empty, is_sqlite, opened
from sandbox.rehearse.environment import LOG
from sandbox.rehearse.options import (
    PATIENCE_A_TANDEM,
    PATIENCE_SECONDS,
    Options,
    patience_for,
)
from sandbox.rehearse.play import put_together
from sandbox.rehearse.product import ProductFailed
from sandbox.rehearse.rehearsal import Rehearsal
from sandbox.rehearse.report import Report, tell
from sandbox.rehearse.setting import Setting, furnished, running_product
from sandbox.server import serving
from sandbox.tenant_file import TenantFile, TenantFileInvalid, read_tenant

USUALLY_OFF_SECONDS = 60.0
ONCE = (
    "The tandems that a file lists are formed once: leave out `tandems`, or --cycles and "
    "--programmes."
)
ROLLING = "A rolling programme has one cycle, which has no end: leave out --cycles."
ONLY_OWN = (
    f"--database-away stops a server of the rehearsal's own (--database {EMBEDDED}) or, on Linux, "
    "lets no SQLite file grow."
)
LIVES = "The life of a tandem goes on to its end: --life needs --until closing."
LATER = (
    "`changes` are played after the launch; use --until closing, or leave them out of the "
    "tenant file."
)


@click.command(
    short_help="Play programmes to their launch or closing and count what the tenant holds."
)
@click.option(
    "--tandems",
    type=click.IntRange(1, 5000),
    help="How many tandems there shall be, in each cycle and programme.",
)
@click.option(
    "--until", type=click.Choice(("launch", "closing")), default="launch", show_default=True
)
@click.option(
    "--cycles",
    type=click.IntRange(1, 20),
    default=1,
    show_default=True,
    help="So many in a row, each to its closing.",
)
@click.option(
    "--programmes",
    type=click.IntRange(1, company.MOST_PROGRAMMES),
    default=1,
    show_default=True,
    help="Side by side.",
)
@click.option(
    "--limits",
    type=click.Choice(MODES),
    default="all",
    show_default=True,
    help="Which published limits apply.",
)
@click.option(
    "--faults",
    type=click.FloatRange(0, 1),
    default=0.0,
    help="How many of all requests meet a fault.",
)
@click.option(
    "--kill-every",
    type=click.FloatRange(0),
    default=0.0,
    help="Kill a replica every so many seconds.",
)
@click.option(
    "--database-away",
    type=click.FloatRange(0),
    default=0.0,
    help=f"Seconds in the launch: an `{EMBEDDED}` server is stopped, a file cannot grow.",
)
@click.option(
    "--clock-off",
    type=float,
    default=0.0,
    help="By so many seconds the last replica's clock is wrong.",
)
@click.option(
    "--clock-jumps",
    type=click.FloatRange(0),
    default=0.0,
    help="After so many seconds each that clock is right and wrong in turns (60 s, if not said).",
)
@click.option("--undo", is_flag=True, help="The owners undo the launch, and launch once more.")
@click.option(
    "--life",
    is_flag=True,
    help="People live the life of their tandems; half a year passes after the closing.",
)
@click.option("--replicas", type=click.IntRange(1, 16), default=1, show_default=True)
@click.option(
    "--database",
    help=f"URL of an empty database, or `{EMBEDDED}`; without it a SQLite file of the rehearsal's "
    "own.",
)
@click.option(
    "--patience",
    type=click.FloatRange(1),
    show_default=f"{PATIENCE_SECONDS:.0f}, and {PATIENCE_A_TANDEM:.0f} more a tandem",
    help="Seconds for a phase.",
)
@click.option(
    "--tenant",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A tenant as JSON.",
)
@click.option(
    "--dump",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Where to write what the tenant holds.",
)
@click.option("--seed", type=int, default=1, show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON and nothing else.")
def rehearse(  # noqa: PLR0913 - one argument an option
    *, tandems: int | None, until: str, cycles: int, programmes: int, limits: Mode, faults: float,
    kill_every: float, database_away: float, clock_off: float, clock_jumps: float, undo: bool,
    life: bool, replicas: int, database: str | None, patience: float | None, tenant: Path | None,
    dump: Path | None, seed: int, as_json: bool,
) -> None:  # fmt: skip
    """Invented people enrol, are matched and launched, and meet until the closing, in the simulated
    tenant, without a person.

    Exit code 0: everything is there, once; 1: something is missing, there twice, or the product got
    stuck.
    """
    if replicas > 1 and database != EMBEDDED and is_sqlite(database):
        raise click.UsageError(
            f"Several replicas need PostgreSQL: --database {EMBEDDED}, or postgresql://…"
        )
    if database is not None and not is_empty(database):
        raise click.UsageError(
            f"{database} holds tables already; a rehearsal needs an empty database."
        )
    file = None if tenant is None else _read(tenant)
    if database_away and not _can_be_away(database):
        raise click.UsageError(ONLY_OWN)
    closing = until == "closing" or cycles > 1
    if life and not closing:
        raise click.UsageError(LIVES)
    _refuse_for(file, closing=closing, once=cycles == programmes == 1)
    if file and file.rolling and cycles > 1:
        raise click.UsageError(ROLLING)
    wanted = Wanted(tandems or _listed(file), cycles, programmes)
    clock_off = clock_off or (USUALLY_OFF_SECONDS if clock_jumps else 0.0)
    options = Options(
        wanted,
        kill_every,
        database_away,
        clock_off,
        clock_jumps,
        seed,
        closing=closing,
        undo=undo,
        life=life,
        patience=patience or patience_for(wanted),
    )
    setting = Setting(
        _for_file(options, file), limits, faults, replicas, database, file, dump, as_json
    )
    sys.exit(asyncio.run(_rehearse(setting)))


def _can_be_away(database: str | None) -> bool:
    """Whether the rehearsal can make the database go away."""
    return database == EMBEDDED or (is_sqlite(database) and hasattr(resource, "prlimit"))


def _refuse_for(file: TenantFile | None, *, closing: bool, once: bool) -> None:
    """Refuse options with which a tenant file cannot be played."""
    if file and file.changes and not closing:
        raise click.UsageError(LATER)
    if file and file.tandems and not once:
        raise click.UsageError(ONCE)


def _listed(file: TenantFile | None) -> int:
    """How many tandems the file lists."""
    if file is None or not file.tandems:
        raise click.UsageError(
            "Say how many tandems: --tandems N, or a tenant file that lists them."
        )
    return len(file.tandems)


def _for_file(options: Options, file: TenantFile | None) -> Options:
    if file is None:
        return options
    told = replace(
        options, sessions=file.sessions, start=file.start, changes=file.changes, pairs=file.tandems
    )
    return replace(told, rolling=file.rolling)


def _read(path: Path) -> TenantFile:
    try:
        return read_tenant(path)
    except TenantFileInvalid as error:
        raise click.UsageError(str(error)) from error


async def _rehearse(setting: Setting) -> int:
    """Run it, print what came of it, and return the exit code."""
    end_when_told()
    logging.getLogger("aiohttp.server").addFilter(_is_no_hang_up)
    told = Console(stderr=setting.as_json, highlight=False)
    folder = Path(tempfile.mkdtemp(prefix="tandem-rehearsal-"))
    if await _went_well(setting, folder, told):
        shutil.rmtree(folder)
        return 0
    told.print(f"The product's log: {folder / LOG}", soft_wrap=True)
    return 1


def _is_no_hang_up(record: logging.LogRecord) -> bool:
    """Whether a server's complaint is worth telling; that a killed product hung up is not."""
    return record.exc_info is None or not isinstance(record.exc_info[1], ConnectionResetError)


async def _went_well(setting: Setting, folder: Path, told: Console) -> bool:
    try:
        with opened(setting.database, folder) as database:
            report, stuck = await _played(setting, database, folder, told)
    except (ProductFailed, CompanyTooSmall, NoServer) as stop:
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


async def _played(
    setting: Setting, database: Database, folder: Path, told: Console
) -> tuple[Report, bool]:
    """The report, and whether the product got stuck on the way."""
    state, casts = furnished(setting)
    say = partial(told.print, markup=False, soft_wrap=True)
    async with (
        serving(state) as tenant,
        running_product(setting, tenant, casts, database.url, folder) as product,
    ):
        say(f"A company of {len(state.people)} people on {tenant.url}.")
        rehearsal = Rehearsal(put_together(tenant, casts, product, database, setting.options, say))
        try:
            return await rehearsal.run(), rehearsal.stuck
        finally:
            if setting.dump is not None:
                setting.dump.write_text(
                    json.dumps(dumped(state), ensure_ascii=False), encoding="utf-8"
                )

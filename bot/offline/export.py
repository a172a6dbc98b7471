"""``tandem export``: the record of a run for an auditor, who runs the matching again with ``tandem
match --run``.
"""

from __future__ import annotations

import base64
import sys
import zlib
from pathlib import Path

import click
from cryptography.fernet import MultiFernet

from bot.settings import settings_or_exit
from mentoring.domain.match_run import MatchRun
from mentoring.storage.store import SqlStore


def write_record(database_url: str, cipher: MultiFernet, run_id: str | None, out: Path) -> str:
    """Write the record of a run (the newest if ``run_id`` is None) into ``out``; return the run's
    id.

    Raises:
        LookupError: there is no such run, or it has not been computed yet; the text names the runs
            that exist.
    """
    store = SqlStore(database_url, cipher)
    try:
        runs = {run.id: run for run in store.read_now(lambda uow: uow.runs.all()) if run.record}
    finally:
        store.close()
    found = runs.get(run_id) if run_id else max(runs.values(), key=_when, default=None)
    if found is None:
        raise LookupError(
            f"No such run has been computed. There are: {', '.join(sorted(runs)) or 'none'}."
        )
    out.write_bytes(zlib.decompress(base64.b64decode(found.record)))
    return found.id


def _when(run: MatchRun) -> tuple[float, str]:
    return run.started_at.timestamp(), run.id


@click.command()
@click.argument("run_id", required=False)
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("run.json"),
    show_default=True,
)
def export(run_id: str | None, out: Path) -> None:
    """Write a matching run for an auditor: pseudonyms, scores, merged exclusions; `tandem match
    --run FILE` replays it.
    """
    settings = settings_or_exit()
    try:
        found = write_record(settings.database_url, settings.cipher(), run_id, out)
    except LookupError as error:
        click.echo(str(error), err=True)
        sys.exit(2)
    click.echo(f"{found} is in {out}; `tandem match --run {out}` gives the same tandems.")

"""`python -m sandbox fuzz`: mutated real activities against `tandem serve`."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import click

from sandbox import company
from sandbox.ending import end_when_told
from sandbox.fuzz.mutations import MARK, Json
from sandbox.fuzz.recording import PATH, Recorder, play
from sandbox.fuzz.sending import Outcome, Sender
from sandbox.rehearse.environment import LOG, product_environment
from sandbox.rehearse.product import Product
from sandbox.server import new_state, serving

SHOWN = 10
RECORDED = "activities.json"
SETTLING_SECONDS = 3.0
FAILED = {"error", "critical"}
OUTSIDE = {"NotThere", "NotAllowed", "Rejected", "Throttled", "Unavailable"}
"""How the log names it that the tenant has refused something: there are no such people, and no such
chats.
"""


@click.command(
    short_help="Send mutated activities to the running product, and count its server errors."
)
@click.option(
    "--activities", type=click.IntRange(1), default=20_000, show_default=True, help="How many."
)
@click.option(
    "--seed", type=int, default=1, show_default=True, help="Another seed, other mutations."
)
@click.option("--only", type=click.IntRange(0), help="Play the one with this number again.")
@click.option(
    "--recorded",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The real activities of an earlier run, of which its mutations were made.",
)
def fuzz(activities: int, seed: int, only: int | None, recorded: Path | None) -> None:
    """People use the bot; what their Teams sent is made odd in many ways and sent again, signed.

    Exit code 0: no server error, no failure in the product's log, nothing in it of what was sent;
    else 1.
    """
    numbers = range(activities) if only is None else [only]
    click.echo(f"Seed {seed}, {len(numbers)} activities.")
    folder = Path(tempfile.mkdtemp(prefix="tandem-fuzz-"))
    outcome, complaints = asyncio.run(_fuzz(numbers, seed, folder, recorded))
    _tell(outcome, complaints, seed)
    if outcome.failures or complaints:
        click.echo(
            f"The product's log: {folder / LOG}; to play it again: --recorded {folder / RECORDED}"
        )
        sys.exit(1)
    shutil.rmtree(folder)


async def _fuzz(
    numbers: Sequence[int], seed: int, folder: Path, earlier: Path | None
) -> tuple[Outcome, list[str]]:
    end_when_told()
    state, recorder = new_state(limits="off", seed=seed), Recorder()
    company.build(state)
    async with serving(state, extra=lambda _: recorder.routes()) as tenant:
        environment = product_environment(os.environ, tenant.env, None, folder)
        product = Product(environment, 1, folder / LOG)
        try:
            await product.start()
            recorder.product = product.urls[0]
            state.product_urls[:] = [f"{tenant.url}{PATH}"]
            await play(tenant)
            click.echo(f"{len(recorder.activities)} real activities were recorded.")
            recorded = _kept(folder / RECORDED, recorder.activities, earlier)
            outcome = await Sender(tenant, product.urls[0], recorded, seed).send(numbers)
            product.check()
            await asyncio.sleep(SETTLING_SECONDS)
            complaints = _complaints(folder / LOG)  # before it is stopped in the middle of its work
        finally:
            await product.stop()
    return outcome, complaints


def _kept(file: Path, recorded: Sequence[Json], earlier: Path | None) -> list[Json]:
    """The activities to mutate, recorded just now or earlier; they are kept in the file."""
    found: list[Json] = (
        json.loads(earlier.read_text(encoding="utf-8")) if earlier else list(recorded)
    )
    file.write_text(json.dumps(found), encoding="utf-8")
    return found


def _complaints(log: Path) -> list[str]:
    """The lines of the product's log that tell of a failure, are no JSON, or hold something of what
    was sent.
    """
    return [
        line
        for line in log.read_text(encoding="utf-8", errors="replace").splitlines()
        if not _is_fine(line)
    ]


def _is_fine(line: str) -> bool:
    try:
        told = json.loads(line)
    except ValueError:
        return line.startswith("The database has")
    if not isinstance(told, dict) or MARK in line:
        return False
    return told.get("level") not in FAILED or told.get("error") in OUTSIDE


def _tell(outcome: Outcome, complaints: list[str], seed: int) -> None:
    answered = ", ".join(
        f"{number} × {status or 'no answer'}" for status, number in sorted(outcome.statuses.items())
    )
    click.echo(f"Answered: {answered}.")
    click.echo(
        f"{len(outcome.failures)} server errors, {len(complaints)} lines in the log that should "
        "not be there."
    )
    for failure in outcome.failures[:SHOWN]:
        click.echo(
            f"Again with --seed {seed} --only {failure.number}: {failure.status} to {failure.sent}"
        )
    for line in complaints[:SHOWN]:
        click.echo(f"Log: {line[:1500]}")

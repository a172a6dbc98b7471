"""`python -m sandbox soak`: rehearsals in which everything goes wrong, drawn from a seed."""

from __future__ import annotations

import random
import shlex
import subprocess
import sys
import time
from collections.abc import Iterator

import click

REHEARSE = (sys.executable, "-m", "sandbox", "rehearse")


@click.command(short_help="Rehearse with faults, kills, outages and wrong clocks, drawn at random.")
@click.option("--minutes", type=click.FloatRange(0), default=5.0, show_default=True)
@click.option("--seed", type=int, help="The same seed draws the same rehearsals; it is printed.")
@click.option("--tandems", type=click.IntRange(1), default=8, show_default=True, help="At most.")
def soak(minutes: float, seed: int | None, tandems: int) -> None:
    """Play one rehearsal after the other; none is begun after so many minutes, one is in any case.

    Exit code 1 at the first that loses or doubles something or gets stuck; how to play that one
    again is printed before each.
    """
    drawn_from = random.SystemRandom().randrange(10**6) if seed is None else seed
    click.echo(f"Seed {drawn_from}.")
    until = time.monotonic() + 60 * minutes
    for wanted in rehearsals(drawn_from, tandems):
        click.echo(f"python -m sandbox rehearse {shlex.join(wanted)}")
        done = subprocess.run([*REHEARSE, *wanted], check=False)  # noqa: S603 - our own program
        if done.returncode:
            sys.exit(1)
        if time.monotonic() > until:
            return


def rehearsals(seed: int, tandems: int) -> Iterator[list[str]]:
    """The options of one rehearsal after the other, without an end."""
    chance = random.Random(seed)  # noqa: S311 - what goes wrong, not a secret
    while True:
        drawn = _drawn(chance, tandems)
        yield [_option(name, value) for name, value in drawn.items() if value]


def _drawn(chance: random.Random, tandems: int) -> dict[str, str | float | bool]:
    """A rehearsal in which several things go wrong."""
    shared = chance.random() < 0.5
    return {
        "tandems": chance.randint(2, max(2, tandems)),
        "seed": chance.randrange(10**6),
        "limits": chance.choice(("launch", "off")),
        "faults": chance.choice((0.03, 0.06, 0.1)),
        "kill-every": chance.choice((0, 12, 25)),
        "database-away": chance.choice((0, 4, 10)),
        "clock-off": chance.choice((0, 60, -60)),
        "clock-jumps": chance.choice((0, 9)),
        "replicas": chance.randint(2, 3) if shared else 1,
        "database": "embedded" if shared else "",
        **_form(chance),
    }


def _option(name: str, value: str | float | bool) -> str:
    return f"--{name}" if isinstance(value, bool) else f"--{name}={value}"


def _form(chance: random.Random) -> dict[str, str | float | bool]:
    """Now and then the launch is taken back and made anew, or the cycle played to its closing."""
    form = chance.choice(("", "", "undo", "closing"))
    return {"undo": True} if form == "undo" else {"until": form} if form else {}

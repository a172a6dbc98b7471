"""`python -m sandbox playground`: the tenant, the product, and a Playground for each person one
wants to be.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from pathlib import Path

import click

from sandbox.ending import end_when_told
from sandbox.playground.people import PARTS, Part
from sandbox.playground.program import CannotStart
from sandbox.playground.stage import PORT, Options, Stage, on_stage
from sandbox.rehearse.product import ProductFailed

AND_SO_ON = """The bot answers in English, the Playground's language:
`sprache de` switches, `language en` switches back.
The Playground forgets what it showed when its page is reloaded:
write `hi` in the personal chat, and your card comes again.
Ctrl-C ends everything."""


def parts_in(value: str) -> tuple[Part, ...]:
    """The parts in a list such as `owner,mentee`; `all` is everybody. Raises click.BadParameter."""
    named = [word.strip() for word in value.split(",") if word.strip()]
    if named == ["all"]:
        return PARTS
    if not named or any(word not in PARTS for word in named):
        raise click.BadParameter(f"say {', '.join(PARTS)}, several of them with commas, or all.")
    return tuple(part for part in PARTS if part in named)


@click.command(short_help="Try the bot in Microsoft's Agents Playground.")
@click.option("--as", "parts", default="owner", show_default=True, callback=lambda _context,
_parameter, value: parts_in(value),
              help="Who you are: owner, mentee or mentor; several with commas; all.")  # fmt: skip
@click.option(
    "--port",
    type=click.IntRange(1024, 65000),
    default=PORT,
    show_default=True,
    help="Port of the first Playground.",
)
@click.option(
    "--programme",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A programme.toml.",
)
def playground(*, parts: tuple[Part, ...], port: int, programme: Path | None) -> None:
    """A simulated tenant, the bot, and Microsoft's Playground for each person you want to be, until
    Ctrl-C.

    Exit code 2: something is missing or in the way; 1: something ended that should not have.
    """
    try:
        asyncio.run(_stay(Options(parts, port, programme)))
    except CannotStart as reason:
        click.echo(str(reason), err=True)
        sys.exit(2)
    except ProductFailed as stop:
        click.echo(str(stop), err=True)
        sys.exit(1)
    except (KeyboardInterrupt, asyncio.CancelledError):
        click.echo("Everything has ended.")


async def _stay(options: Options) -> None:
    end_when_told()
    with tempfile.TemporaryDirectory(prefix="tandem-playground-") as folder:
        async with on_stage(options, Path(folder), click.echo) as stage:
            click.echo("\n".join(directions(stage)))
            await stage.watch()


def directions(stage: Stage) -> list[str]:
    """What somebody reads who wants to try it: addresses, and what to do there first."""
    lines = [""]
    for part, one in stage.playgrounds.items():
        lines += [
            f"Open {one.setting.url}/ as {stage.players.who(part).display_name}, {part}",
            *_hints(stage, part),
            "",
        ]
    return [*lines, AND_SO_ON]


def _hints(stage: Stage, part: Part) -> list[str]:
    who = stage.players
    if part == "owner":
        said = (
            f"invite mentees {who.mentee.mail}",
            f"invite mentors {who.mentor.mail}",
            "status",
            "help",
        )
        return [
            "  In the channel Tandem, mention the bot; in the personal chat just write:",
            *(f"    {line}" for line in said),
        ]
    if "owner" in stage.playgrounds:
        return ["  As soon as the owner has invited you, the invitation is in the personal chat."]
    return ["  The invitation is in the personal chat."]

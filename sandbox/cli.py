"""The sandbox's command line: `serve` a tenant, `rehearse` a programme in one, or try the bot in a
`playground`.
"""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from sandbox.company import DEFAULT_PEOPLE, MOST_PROGRAMMES
from sandbox.demo.command import demo
from sandbox.ending import end_when_told
from sandbox.fuzz.command import fuzz
from sandbox.limits import MODES, Mode
from sandbox.playground.command import playground
from sandbox.rehearse.command import rehearse
from sandbox.server import running
from sandbox.soak import soak


@click.group()
def main() -> None:
    """A simulated Microsoft 365 tenant."""


main.add_command(demo)
main.add_command(rehearse)
main.add_command(fuzz)
main.add_command(playground)
main.add_command(soak)


@main.command()
@click.option("--people", type=click.IntRange(20), help="How many people the company has.")
@click.option(
    "--teams",
    type=click.IntRange(1),
    default=1,
    show_default=True,
    help="How many participants' teams a programme.",
)
@click.option(
    "--programmes",
    type=click.IntRange(1, MOST_PROGRAMMES),
    default=1,
    show_default=True,
    help="How many owners' teams.",
)
@click.option(
    "--limits",
    type=click.Choice(MODES),
    default="all",
    show_default=True,
    help="Which published limits.",
)
@click.option(
    "--faults",
    type=click.FloatRange(0, 1),
    default=0.0,
    help="Share of requests with an injected fault.",
)
@click.option(
    "--seed", type=int, default=1, show_default=True, help="Another seed, another company."
)
@click.option("--port", type=int, default=0, help="Port of the tenant; 0 lets the system choose.")
@click.option(
    "--product", multiple=True, help="Base URL of a running product, to which activities are sent."
)
@click.option(
    "--env",
    "env_file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the environment here.",
)
def serve(env_file: Path | None, product: tuple[str, ...], **options: Any) -> None:  # noqa: ANN401 - click's options
    """Run a tenant until interrupted; print the product's environment as KEY=value lines."""

    def announce(env: dict[str, str]) -> None:
        lines = "\n".join(f"{key}={value}" for key, value in env.items())
        if env_file is None:
            click.echo(lines)
        else:
            env_file.write_text(f"{lines}\n", encoding="utf-8")
            click.echo(f"The product's environment is in {env_file}.")

    try:
        asyncio.run(_stay(announce, product, options))
    except (KeyboardInterrupt, asyncio.CancelledError):
        click.echo("The tenant is gone.")


async def _stay(
    announce: Callable[[dict[str, str]], None], product: tuple[str, ...], options: dict[str, Any]
) -> None:
    end_when_told()
    mode: Mode = options.pop("limits")
    people = options.pop("people") or DEFAULT_PEOPLE
    async with running(limits=mode, people=people, **options) as tenant:
        tenant.state.product_urls[:] = product
        announce(tenant.env)
        await asyncio.Event().wait()

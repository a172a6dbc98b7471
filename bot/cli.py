"""The command line: ``tandem serve``, ``migrate``, ``key``, ``match``, ``export``, ``package``,
``doctor``.
"""

from __future__ import annotations

import asyncio
import contextlib
import signal
import sys
from collections.abc import Callable
from typing import TypeVar

import click
from cryptography.fernet import Fernet

from bot.logs import set_up
from bot.memory import keep_imports, share_arenas
from bot.settings import settings_or_exit
from bot.starting import once_there
from mentoring.domain.errors import TandemError

T = TypeVar("T")


def _match() -> click.Command:
    from bot.offline.matching.command import match

    return match


def _export() -> click.Command:
    from bot.offline.export import export

    return export


def _package() -> click.Command:
    from bot.offline.package.command import package

    return package


def _doctor() -> click.Command:
    from bot.doctor.command import doctor

    return doctor


LATE = {"match": _match, "export": _export, "package": _package, "doctor": _doctor}
"""What is imported when it is asked for: SciPy, say, is not to be in the server's memory."""


class Commands(click.Group):
    """Those of this file, and those that are imported late."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, in the order in which help shows them."""
        return sorted([*super().list_commands(ctx), *LATE])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, or None."""
        late = LATE.get(cmd_name)
        return late() if late else super().get_command(ctx, cmd_name)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Tandem: reverse mentoring in Microsoft Teams."""


@main.command()
def serve() -> None:
    """Run the bot until it is stopped."""
    share_arenas()
    from bot.app import serve as run  # the SDKs take a second to import; other commands do without
    from mentoring.storage.migrate import is_current

    settings = settings_or_exit()
    set_up()
    if not _there(lambda: is_current(settings.database_url)):
        click.echo(
            "The database does not have this version's schema: run `tandem migrate` first.",
            err=True,
        )
        sys.exit(2)
    keep_imports()
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background ignores it
    signal.signal(signal.SIGTERM, lambda *_: signal.raise_signal(signal.SIGINT))
    try:
        with contextlib.suppress(KeyboardInterrupt):
            asyncio.run(run(settings))
    except TandemError as error:
        click.echo(str(error), err=True)
        sys.exit(2)


@main.command()
def migrate() -> None:
    """Bring the database to this version's schema."""
    from mentoring.storage.migrate import upgrade

    settings = settings_or_exit()
    _there(lambda: upgrade(settings.database_url))
    click.echo("The database has this version's schema.")


def _there(asked: Callable[[], T]) -> T:
    try:
        return once_there(asked)
    except TandemError as error:
        click.echo(str(error), err=True)
        sys.exit(2)


@main.command()
def key() -> None:
    """Make a key for TANDEM_ENCRYPTION_KEYS."""
    click.echo(Fernet.generate_key().decode())


if __name__ == "__main__":
    main()

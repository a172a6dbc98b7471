"""The command line: ``tandem serve``, ``migrate``, ``key``, ``match``, ``export``, ``package``,
``doctor``.
"""

from __future__ import annotations

import asyncio
import contextlib
import signal
import sys

import click
from cryptography.fernet import Fernet

from bot.doctor.command import doctor
from bot.logs import set_up
from bot.memory import share_arenas
from bot.offline.export import export
from bot.offline.matching.command import match
from bot.offline.package.command import package
from bot.settings import settings_or_exit
from mentoring.domain.errors import TandemError
from mentoring.storage.migrate import is_current, upgrade


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Tandem: reverse mentoring in Microsoft Teams."""


@main.command()
def serve() -> None:
    """Run the bot until it is stopped."""
    share_arenas()
    from bot.app import serve as run  # the SDKs take a second to import; other commands do without

    settings = settings_or_exit()
    set_up()
    if not is_current(settings.database_url):
        click.echo(
            "The database has not the schema of this version: run `tandem migrate` first.", err=True
        )
        sys.exit(2)
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
    upgrade(settings_or_exit().database_url)
    click.echo("The database has this version's schema.")


@main.command()
def key() -> None:
    """Make a key for TANDEM_ENCRYPTION_KEYS."""
    click.echo(Fernet.generate_key().decode())


main.add_command(match)
main.add_command(export)
main.add_command(package)
main.add_command(doctor)


if __name__ == "__main__":
    main()

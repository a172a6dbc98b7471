"""``tandem package``: the app package for Teams with the customer's ids, checked as an upload would
check it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path

import click
from pydantic_settings import BaseSettings

from bot.offline.package.build import REFUSED, Unreadable, build, zipped
from bot.offline.package.checks import at, problems
from bot.settings import Settings

PACKAGED = Path(__file__).resolve().parents[3] / "appPackage"
"""Beside ``bot`` in the checkout and in an installed wheel alike."""
FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
NEW_FILE = click.Path(dir_okay=False, path_type=Path)


class PackageSettings(BaseSettings):
    """The settings that the package holds, from the environment and ``.env``.

    No secret is among them, and none is needed.
    """

    model_config = Settings.model_config

    teams_app_id: str = ""
    bot_app_id: str = ""
    developer_name: str = ""
    website_url: str = ""
    privacy_url: str = ""
    terms_of_use_url: str = ""


@click.command()
@click.option(
    "--developer",
    "developer_name",
    help="Who offers the app: your organisation. Or TANDEM_DEVELOPER_NAME.",
)
@click.option(
    "--website",
    "website_url",
    help="A page about the programme, with a contact. Or TANDEM_WEBSITE_URL.",
)
@click.option(
    "--privacy", "privacy_url", help="Your privacy notice for the programme. Or TANDEM_PRIVACY_URL."
)
@click.option("--terms", "terms_of_use_url", help="Your terms of use. Or TANDEM_TERMS_OF_USE_URL.")
@click.option(
    "--app-version",
    help="The package's version; by default it follows the product's. Teams takes an update only "
    "if it grows.",
)
@click.option("--formal", is_flag=True, help="German texts say Sie.")
@click.option(
    "--source",
    type=FOLDER,
    default=PACKAGED,
    help="A folder with a manifest, texts and icons of your own.",
)
@click.option(
    "--out",
    type=NEW_FILE,
    default=Path("build/tandem.zip"),
    show_default=True,
    help="Where to write the package.",
)
def package(
    app_version: str | None, formal: bool, source: Path, out: Path, **given: str | None
) -> None:
    """Build the app package for Teams. Ids come from the settings, see docs/tenant.md."""
    built = build(source, values(app_version, given), formal=formal)
    found = problems(built)
    if found:
        click.echo("\n".join([*found, "Nothing was written."]), err=True)
        sys.exit(REFUSED)
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_bytes(zipped(built.files))
    except OSError as error:
        raise Unreadable(f"{out} cannot be written: {error.strerror}") from error
    name, number, bot = (
        at(built.manifest, path) for path in ("name.short", "version", "bots[0].botId")
    )
    click.echo(f"{out}: {name} {number}, for the bot {bot}.")
    click.echo(
        "Upload it in the Teams admin center: Teams apps, Manage apps, Actions, Upload new app."
    )


def values(app_version: str | None, given: Mapping[str, str | None]) -> dict[str, str]:
    """The value of each blank that has one; an option takes precedence over the environment, and
    that over ``.env``.
    """
    settings = PackageSettings(
        **{name: value for name, value in given.items() if value is not None}
    )
    found = {
        "TEAMS_APP_ID": settings.teams_app_id,
        "BOT_ID": settings.bot_app_id,
        "DEVELOPER_NAME": settings.developer_name,
        "WEBSITE_URL": settings.website_url,
        "PRIVACY_URL": settings.privacy_url,
        "TERMS_OF_USE_URL": settings.terms_of_use_url,
        "APP_VERSION": app_version or version_for(version("tandem")),
    }
    return {name: value.strip() for name, value in found.items() if value.strip()}


def version_for(product: str) -> str:
    """The package's version that follows from the product's.

    Teams refuses a version that begins with 0, so the first number is one more than the product's:
    it always grows with it.
    """
    major, minor, patch = (int(number) for number in re.findall(r"\d+", product)[:3])
    return f"{major + 1}.{minor}.{patch}"

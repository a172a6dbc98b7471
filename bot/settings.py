"""Settings from the environment and ``.env``, prefix ``TANDEM_``.

A dangerous one is refused before anything starts.
"""

from __future__ import annotations

import ipaddress
import re
import secrets
import socket
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

import click
from cryptography.fernet import Fernet, MultiFernet
from pydantic import (
    AfterValidator,
    AliasChoices,
    BeforeValidator,
    Field,
    SecretStr,
    ValidationError,
    model_validator,
)
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from mentoring.domain.people import one_spelling

DirectoryId = Annotated[str, AfterValidator(one_spelling)]
Several = Annotated[
    tuple[str, ...],
    NoDecode,
    BeforeValidator(
        lambda value: (
            tuple(one_spelling(p.strip()) for p in value.split(",") if p.strip())
            if isinstance(value, str)
            else value
        )
    ),
]


def _by_team(value: object) -> object:
    """``OWNERS_TEAM:TEAM`` pairs, separated by commas; a team that names none belongs to the
    first owners' team.
    """
    if not isinstance(value, str):
        return value
    found: dict[str, tuple[str, ...]] = {}
    for part in filter(None, (each.strip() for each in value.split(","))):
        owners, _, team = part.rpartition(":")
        mine = one_spelling(owners)
        found[mine] = (*found.get(mine, ()), one_spelling(team))
    return found


def _file_by_team(value: object) -> object:
    """``FILE``, or ``OWNERS_TEAM=FILE`` pairs separated by commas."""
    if isinstance(value, Path):
        return {"": value}
    if not isinstance(value, str):
        return value
    parts = [part.strip().rpartition("=") for part in value.split(",") if part.strip()]
    return {one_spelling(owners.strip()): path for owners, _, path in parts}


ByTeam = Annotated[Mapping[str, tuple[str, ...]], NoDecode, BeforeValidator(_by_team)]
FileByTeam = Annotated[Mapping[str, Path], NoDecode, BeforeValidator(_file_by_team)]
DATABASES = ("sqlite:///", "postgresql://", "postgresql+psycopg://", "postgres://")
ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
"""As Microsoft writes the ids of directories, apps and teams."""
PUBLIC_GRAPH = "https://graph.microsoft.com/v1.0"
PUBLIC_KEYS = "https://login.botframework.com/v1/.well-known/openidconfiguration"
PUBLIC_LOGIN = "https://login.microsoftonline.com"
CLOUDS_WITHOUT_FILES = frozenset(
    {"graph.microsoft.us", "dod-graph.microsoft.us", "microsoftgraph.chinacloudapi.cn"}
)
"""Graph's hosts in these clouds [learn.microsoft.com, National cloud deployments]."""
WRONG_SETTINGS = 2
"""The exit code of a command that does not start because of wrong settings."""


def is_loopback(host: str | None) -> bool:
    """Whether a host name or address means this machine alone."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address((host or "").strip("[]")).is_loopback
    except ValueError:
        return False


def _of_a_known_kind(url: str) -> str:
    if not url.startswith(DATABASES):
        kind = url.partition(":")[0]
        raise ValueError(f"it begins with sqlite:/// or postgresql://, not with {kind}")
    return url


def _keys(value: object) -> object:
    return (
        tuple(SecretStr(part.strip()) for part in value.split(",") if part.strip())
        if isinstance(value, str)
        else value
    )


def _made_replica_id() -> str:
    """An id made at each start, because two replicas with the same id would run each other's steps
    again.
    """
    return f"{socket.gethostname()}-{secrets.token_hex(4)}"


class Settings(BaseSettings):
    """All settings; each field has the name of its environment variable without the prefix."""

    model_config = SettingsConfigDict(
        env_prefix="TANDEM_",
        env_file=".env",
        extra="ignore",
        frozen=True,
        populate_by_name=True,
    )

    mode: Literal["production", "sandbox"] = "production"
    tenant_id: DirectoryId = ""
    bot_app_id: DirectoryId = ""
    bot_app_secret: SecretStr = SecretStr("")
    managed_identity_client_id: str = ""
    teams_app_id: DirectoryId = ""
    owners_team_ids: Annotated[
        Several,
        Field(validation_alias=AliasChoices("TANDEM_OWNERS_TEAM_IDS", "TANDEM_OWNERS_TEAM_ID")),
    ] = ()
    owners_channel_id: str = ""
    programme_team_ids: ByTeam = Field(default_factory=dict)
    channels_per_team: Annotated[int, Field(ge=1, le=999)] = 200
    limit_memberships_per_minute: Annotated[float, Field(ge=1, le=60)] = 4
    limit_channels_per_second_and_team: Annotated[float, Field(ge=0.1, le=50)] = 4
    limit_channels_per_second: Annotated[float, Field(ge=0.1, le=100)] = 10
    limit_calls_at_once_per_mailbox: Annotated[int, Field(ge=1, le=20)] = 4
    limit_messages_per_second: Annotated[float, Field(ge=0.5, le=500)] = 50
    limit_messages_per_minute_and_chat: Annotated[float, Field(ge=6, le=600)] = 90
    limit_messages_per_hour_and_chat: Annotated[float, Field(ge=6, le=36_000)] = 1800
    database_url: Annotated[str, AfterValidator(_of_a_known_kind)] = "sqlite:///tandem.sqlite"
    encryption_keys: Annotated[tuple[SecretStr, ...], NoDecode, BeforeValidator(_keys)] = ()
    host: str = "127.0.0.1"
    port: Annotated[int, Field(ge=0, le=65535)] = 3978
    public_url: str = ""
    programme_file: FileByTeam = Field(default_factory=dict)
    replica_id: str = Field(default_factory=_made_replica_id, min_length=1)
    graph_base_url: str = PUBLIC_GRAPH
    openid_metadata_url: str = PUBLIC_KEYS
    login_authority: str = PUBLIC_LOGIN
    login_ca_file: Path | None = None
    clock_url: str = ""

    @property
    def hands_over_files(self) -> bool:
        """Whether bots of this cloud may send files: not in GCC High, DoD and 21Vianet
        [learn.microsoft.com, Send and receive files using bots].
        """
        return urlsplit(self.graph_base_url).hostname not in CLOUDS_WITHOUT_FILES

    @property
    def trusted_drives(self) -> frozenset[str]:
        """Where files may be put beside SharePoint: in the sandbox, the simulated tenant."""
        parts = urlsplit(self.graph_base_url)
        here = f"{parts.scheme}://{parts.netloc}"
        return frozenset({here}) if self.mode == "sandbox" else frozenset()

    @model_validator(mode="after")
    def _safe(self) -> Self:
        problems = [
            *self._missing(),
            *(self._production() if self.mode == "production" else self._sandbox()),
            *self._bad_keys(),
        ]
        if problems:
            raise ValueError("\n".join(problems))
        return self

    def _missing(self) -> list[str]:
        needed = {
            "TENANT_ID": (self.tenant_id, "the directory (tenant) id"),
            "BOT_APP_ID": (self.bot_app_id, "without it nobody could check who writes to the bot"),
            "TEAMS_APP_ID": (self.teams_app_id, "the id in the app's manifest"),
            "OWNERS_TEAM_IDS": (
                self.owners_team_ids,
                "the teams of the programme owners, one programme each",
            ),
        }
        found = [
            f"TANDEM_{name} is missing: {why}" for name, (value, why) in needed.items() if not value
        ]
        if not self.bot_app_secret.get_secret_value() and not self.managed_identity_client_id:
            found.append(
                "TANDEM_BOT_APP_SECRET or TANDEM_MANAGED_IDENTITY_CLIENT_ID is missing: the app "
                "has to sign in"
            )
        return found

    def _production(self) -> list[str]:
        """What would be dangerous with real people."""
        urls = {
            "GRAPH_BASE_URL": self.graph_base_url,
            "OPENID_METADATA_URL": self.openid_metadata_url,
            "LOGIN_AUTHORITY": self.login_authority,
            **({"PUBLIC_URL": self.public_url} if self.public_url else {}),
        }
        found = [
            f"TANDEM_{name} must be https and not this machine: {url}"
            for name, url in urls.items()
            if not _public(url)
        ]
        found += [
            f"TANDEM_{name} is for the sandbox only: remove it, or set TANDEM_MODE=sandbox"
            for name, value in (
                ("CLOCK_URL", self.clock_url),
                ("LOGIN_CA_FILE", self.login_ca_file),
            )
            if value
        ]
        if not self.encryption_keys:
            found.append(
                "TANDEM_ENCRYPTION_KEYS is missing: answers are stored encrypted; `tandem key` "
                "makes one"
            )
        return found + self._no_ids() + self._two_identities()

    def _two_identities(self) -> list[str]:
        """A token of a managed identity is taken from no bot but the identity's own."""
        own = one_spelling(self.managed_identity_client_id)
        if own in {"", self.bot_app_id}:
            return []
        return [
            (
                "TANDEM_BOT_APP_ID must be the client id of the managed identity, too, as "
                "TANDEM_MANAGED_IDENTITY_CLIENT_ID is: the bot is registered as the identity"
            )
        ]

    def _no_ids(self) -> list[str]:
        """What is no id of Microsoft's: with it nothing would be found, and nobody signed in."""
        teams = self.programme_team_ids
        named = {
            "TENANT_ID": [self.tenant_id],
            "BOT_APP_ID": [self.bot_app_id],
            "MANAGED_IDENTITY_CLIENT_ID": [one_spelling(self.managed_identity_client_id)],
            "TEAMS_APP_ID": [self.teams_app_id],
            "OWNERS_TEAM_IDS": self.owners_team_ids,
            "PROGRAMME_TEAM_IDS": [*teams, *(team for each in teams.values() for team in each)],
        }
        return [
            f"TANDEM_{name} is an id like 00000000-0000-0000-0000-000000000000, not {value}"
            for name, values in named.items()
            for value in filter(None, values)
            if not ID.fullmatch(value)
        ]

    def _sandbox(self) -> list[str]:
        """The sandbox trusts this machine, so it must not be reachable from another."""
        found = (
            []
            if is_loopback(self.host)
            else [f"TANDEM_HOST must be a loopback address in sandbox mode, not {self.host}"]
        )
        if self.graph_base_url == PUBLIC_GRAPH:
            found.append("TANDEM_GRAPH_BASE_URL must name the simulated tenant in sandbox mode")
        return found

    def _bad_keys(self) -> list[str]:
        try:
            self.cipher()
        except ValueError:
            return [
                (
                    "TANDEM_ENCRYPTION_KEYS: each key has 32 bytes in URL-safe base64; "
                    "`tandem key` makes one"
                )
            ]
        return []

    def cipher(self) -> MultiFernet:
        """What encrypts answers: the first key encrypts, every key decrypts, so keys can be
        rotated.

        In the sandbox a fixed key is enough, because nobody there is real.
        """
        return MultiFernet([Fernet(key) for key in self._all_keys])

    @property
    def newest_key(self) -> str:
        """The key that encrypts now."""
        return self._all_keys[0]

    @property
    def _all_keys(self) -> list[str]:
        return [key.get_secret_value() for key in self.encryption_keys] or ["A" * 43 + "="]


def settings_or_exit() -> Settings:
    """The settings; if they are wrong, print a clear list of what is wrong and exit with code 2."""
    try:
        return Settings()
    except ValidationError as error:
        for problem in error.errors():
            name = ".".join(str(part) for part in problem["loc"]).upper()
            text = problem["msg"].removeprefix("Value error, ")
            click.echo(f"TANDEM_{name}: {text}" if name else text, err=True)
        sys.exit(WRONG_SETTINGS)


def _public(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme == "https" and not is_loopback(parts.hostname)

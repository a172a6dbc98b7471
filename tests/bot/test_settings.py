"""Production refuses to start on a dangerous setting, and the sandbox never leaves this machine."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from cryptography.fernet import Fernet
from pydantic import ValidationError

from bot.cli import main
from bot.settings import Settings
from tests.bare_settings import BareSettings

KEY = Fernet.generate_key().decode()
A, B, C, D, E = (f"{letter}0000000-1111-2222-3333-444444444444" for letter in "abcde")
GOOD: dict[str, Any] = {
    "tenant_id": A,
    "bot_app_id": B,
    "bot_app_secret": "s",
    "teams_app_id": C,
    "owners_team_ids": D,
    "encryption_keys": KEY,
}


def settings(**changed: Any) -> Settings:
    return BareSettings(**{**GOOD, **changed})


def test_good_settings_start() -> None:
    assert settings().owners_team_ids == (D,)


def test_a_participants_team_belongs_to_the_programme_of_an_owners_team() -> None:
    """A bare id belongs to the first programme."""
    teams = settings(owners_team_ids=f"{D}, {E}", programme_team_ids=f"{A}, {E}:{B}, {B}, {E}:{C}")
    assert teams.programme_team_ids == {"": (A, B), E: (B, C)}


def test_the_name_from_before_several_programmes_is_still_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TANDEM_OWNERS_TEAM_ID", E)
    given = {name: value for name, value in GOOD.items() if name != "owners_team_ids"}
    assert BareSettings(**given).owners_team_ids == (E,)


def test_each_programme_may_have_a_file_of_its_own() -> None:
    one = settings(programme_file="programme.toml").programme_file
    assert one == {"": Path("programme.toml")}
    several = settings(programme_file="o=a.toml, p=b.toml").programme_file
    assert several == {"o": Path("a.toml"), "p": Path("b.toml")}


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({"bot_app_id": ""}, "TANDEM_BOT_APP_ID"),
        ({"tenant_id": ""}, "TANDEM_TENANT_ID"),
        ({"owners_team_ids": ""}, "TANDEM_OWNERS_TEAM_IDS"),
        ({"bot_app_secret": ""}, "TANDEM_MANAGED_IDENTITY_CLIENT_ID"),
        ({"graph_base_url": "http://127.0.0.1:8000/v1.0"}, "TANDEM_GRAPH_BASE_URL"),
        ({"graph_base_url": "https://localhost/v1.0"}, "TANDEM_GRAPH_BASE_URL"),
        ({"graph_base_url": "https://[::1]/v1.0"}, "TANDEM_GRAPH_BASE_URL"),
        ({"openid_metadata_url": "http://keys.example/"}, "TANDEM_OPENID_METADATA_URL"),
        ({"login_authority": "https://127.1.2.3/"}, "TANDEM_LOGIN_AUTHORITY"),
        ({"clock_url": "http://127.0.0.1/clock"}, "TANDEM_CLOCK_URL"),
        ({"login_ca_file": "/tmp/ca.pem"}, "TANDEM_LOGIN_CA_FILE"),  # noqa: S108 - a name, never opened
        ({"encryption_keys": ""}, "TANDEM_ENCRYPTION_KEYS"),
        ({"encryption_keys": "short"}, "TANDEM_ENCRYPTION_KEYS"),
        ({"public_url": "http://tandem.example"}, "TANDEM_PUBLIC_URL"),
        ({"public_url": "https://localhost:3978"}, "TANDEM_PUBLIC_URL"),
        ({"tenant_id": "contoso"}, "TANDEM_TENANT_ID .* not contoso"),
        ({"bot_app_id": "Tandem"}, "TANDEM_BOT_APP_ID"),
        ({"teams_app_id": f"{C}0"}, "TANDEM_TEAMS_APP_ID"),
        ({"managed_identity_client_id": "tandem-identity"}, "TANDEM_MANAGED_IDENTITY_CLIENT_ID"),
        ({"managed_identity_client_id": D}, "TANDEM_BOT_APP_ID must be the client id"),
        ({"owners_team_ids": f"{D},19:abc@thread.tacv2"}, "TANDEM_OWNERS_TEAM_IDS .* not 19:abc"),
        ({"programme_team_ids": f"{A}, p:{B}"}, "TANDEM_PROGRAMME_TEAM_IDS .* not p"),
    ],
)
def test_production_refuses(changed: dict[str, Any], named: str) -> None:
    with pytest.raises(ValidationError, match=named):
        settings(**changed)


def test_a_bot_that_is_a_managed_identity_has_its_id_in_either_spelling() -> None:
    own = settings().bot_app_id
    assert settings(managed_identity_client_id=own.upper(), bot_app_secret="").bot_app_id == own


def test_the_sandbox_binds_to_this_machine_only() -> None:
    local = {"mode": "sandbox", "graph_base_url": "http://127.0.0.1:1/v1.0"}
    assert settings(**local).host == "127.0.0.1"
    with pytest.raises(ValidationError, match="TANDEM_HOST"):
        settings(**local, host="0.0.0.0")  # noqa: S104 - what must be refused


def test_keys_can_be_rotated() -> None:
    newer = Fernet.generate_key().decode()
    secret = settings().cipher().encrypt(b"said in confidence")
    assert (
        settings(encryption_keys=f"{newer},{KEY}").cipher().decrypt(secret) == b"said in confidence"
    )


def test_an_id_is_taken_in_either_spelling_and_where_the_directory_shows_it() -> None:
    assert settings(tenant_id=f" {A.upper()} ".strip()).tenant_id == A


@pytest.mark.parametrize("url", ["mysql://x:secret@y/z", "tandem.sqlite", ""])
def test_a_database_of_another_kind_is_refused_without_telling_its_password(url: str) -> None:
    with pytest.raises(ValidationError, match="begins with sqlite:/// or postgresql://") as told:
        settings(database_url=url)
    assert "secret" not in str(told.value.errors()[0]["msg"])


def test_a_command_with_wrong_settings_tells_all_of_them_and_ends_with_two(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    told = CliRunner(
        env={
            "TANDEM_PORT": "eighty",
            "TANDEM_CHANNELS_PER_TEAM": "0",
            "TANDEM_DATABASE_URL": "mysql://x/y",
        }
    ).invoke(main, ["migrate"])
    assert told.exit_code == 2
    assert "TANDEM_PORT: " in told.stderr
    assert "TANDEM_CHANNELS_PER_TEAM: " in told.stderr
    assert "TANDEM_DATABASE_URL: it begins with sqlite:/// or postgresql://" in told.stderr
    missing = CliRunner().invoke(main, ["export"])
    assert missing.exit_code == 2
    assert missing.stderr.startswith("TANDEM_TENANT_ID is missing: ")


def test_each_start_makes_a_replicas_id_unless_it_is_set() -> None:
    assert settings().replica_id != settings().replica_id
    assert settings(replica_id="first").replica_id == "first"
    with pytest.raises(ValidationError, match="replica_id"):
        settings(replica_id="")

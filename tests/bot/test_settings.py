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
GOOD: dict[str, Any] = {
    "tenant_id": "t",
    "bot_app_id": "b",
    "bot_app_secret": "s",
    "teams_app_id": "a",
    "owners_team_ids": "o",
    "encryption_keys": KEY,
}


def settings(**changed: Any) -> Settings:
    return BareSettings(**{**GOOD, **changed})


def test_good_settings_start() -> None:
    assert settings().owners_team_ids == ("o",)


def test_a_participants_team_belongs_to_the_programme_of_an_owners_team() -> None:
    """A bare id belongs to the first programme."""
    teams = settings(owners_team_ids="o, p", programme_team_ids="one, p:two, two, p:three")
    assert teams.programme_team_ids == {"": ("one", "two"), "p": ("two", "three")}


def test_the_name_from_before_several_programmes_is_still_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TANDEM_OWNERS_TEAM_ID", "only")
    given = {name: value for name, value in GOOD.items() if name != "owners_team_ids"}
    assert BareSettings(**given).owners_team_ids == ("only",)


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
    ],
)
def test_production_refuses(changed: dict[str, Any], named: str) -> None:
    with pytest.raises(ValidationError, match=named):
        settings(**changed)


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


def test_a_command_with_wrong_settings_tells_all_of_them_and_ends_with_two(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    told = CliRunner(env={"TANDEM_PORT": "eighty", "TANDEM_CHANNELS_PER_TEAM": "0"}).invoke(
        main, ["migrate"]
    )
    assert told.exit_code == 2
    assert "TANDEM_PORT: " in told.stderr
    assert "TANDEM_CHANNELS_PER_TEAM: " in told.stderr
    missing = CliRunner().invoke(main, ["export"])
    assert missing.exit_code == 2
    assert missing.stderr.startswith("TANDEM_TENANT_ID is missing: ")


def test_each_start_makes_a_replicas_id_unless_it_is_set() -> None:
    assert settings().replica_id != settings().replica_id
    assert settings(replica_id="first").replica_id == "first"
    with pytest.raises(ValidationError, match="replica_id"):
        settings(replica_id="")

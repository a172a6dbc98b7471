"""What the doctor finds of the machine, the sign-in and the permissions, and how it says so."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from azure.core.exceptions import ServiceRequestError
from click.testing import CliRunner
from cryptography.fernet import Fernet, MultiFernet

from bot.app import outside
from bot.doctor.case import Case
from bot.doctor.command import as_data, as_text, doctor
from bot.doctor.lines import State
from bot.doctor.people import everybody
from bot.doctor.permissions import permissions
from bot.doctor.sign_in import sign_in
from cards.kit.words import Words
from graph.client import OPERATIONS
from graph.permissions import ONLY_FOR_CIRCLES
from mentoring.domain.enrolment import Enrolment, EnrolmentState
from mentoring.domain.language import LANGUAGES
from mentoring.domain.people import Role
from mentoring.storage.store import SqlStore
from sandbox.server import Tenant
from tests.bot.doctor.looking import (
    able,
    found,
    included,
    looked_at,
    reachable,
    registered,
    settings_of,
    wrong,
)


async def test_a_tenant_in_which_everything_is_ready_lacks_nothing(
    tenant: Tenant, env: dict[str, str]
) -> None:
    registered(env)
    async with reachable() as url:
        lines = await looked_at(env, able(tenant)[0].mail, probe=True, public_url=url)
    assert {line.code for line in lines if line.state is not State.OK} == {"capacity-unknown"}
    assert {line.check for line in lines} == {
        *("database", "encryption", "clock", "keys", "sign-in", "owners", "permission", "mailbox"),
        *("app", "app-allowed", "capacity", "teams", "channels", "meetings", "address"),
    }


async def test_without_a_probe_nothing_is_left_behind(tenant: Tenant, env: dict[str, str]) -> None:
    done: list[str] = []
    tenant.state.journal.observers.append(
        lambda each: done.append(each.operation) if each.effect and each.status < 300 else None
    )
    async with reachable() as url:
        lines = await looked_at(env, able(tenant)[0].mail, public_url=url)
    # The subscription by which the address is proved is ended at once.
    assert done == ["POST /subscriptions", "DELETE /subscriptions/{subscription_id}"]
    assert tenant.state.subscriptions == {}
    assert {line.code for line in lines if line.state is State.OPEN} >= {
        *("app-untried", "channels-untried", "teams-untried", "meetings-untried"),
        "capacity-unknown",
    }


class TestTheMachine:
    async def test_a_clock_that_is_off(self, tenant: Tenant, env: dict[str, str]) -> None:
        """Tokens are judged with five minutes' leeway (learn.microsoft.com, Bot Connector
        authentication).
        """
        tenant.state.wall_offset_seconds = 400
        line = found(await looked_at(env), "clock-off")
        assert 395 <= int(line.facts["seconds"]) <= 405

    async def test_a_database_that_is_away(self, env: dict[str, str]) -> None:
        lines = await looked_at(env, database_url="sqlite:////nowhere/tandem.sqlite")
        assert "database-away" in wrong(lines)

    async def test_a_database_of_an_earlier_version(
        self, env: dict[str, str], tmp_path: Path
    ) -> None:
        lines = await looked_at(env, database_url=f"sqlite:///{tmp_path / 'new.sqlite'}")
        assert "database-schema" in wrong(lines)

    async def test_a_key_that_opens_nothing(self, env: dict[str, str]) -> None:
        """An enrolment lies there encrypted with another key than the one that is set now."""
        store = SqlStore(env["TANDEM_DATABASE_URL"], MultiFernet([Fernet(Fernet.generate_key())]))
        now, state = datetime(2026, 11, 2, 8, tzinfo=UTC), EnrolmentState.INVITED
        someone = Enrolment("p1c1:mentee:eva", "eva", Role.MENTEE, state, now, "")
        store.run_now(lambda uow: uow.enrolments.put(someone))
        store.close()
        lines = await looked_at(env)
        assert "encryption-wrong" in wrong(lines)
        assert found(lines, "database").state is State.OK

    async def test_keys_of_microsoft_that_cannot_be_fetched(self, env: dict[str, str]) -> None:
        lines = await looked_at(env, openid_metadata_url="http://127.0.0.1:9/keys")
        assert "keys-away" in wrong(lines)


class TestSigningIn:
    @pytest.mark.parametrize(
        ("changed", "code"),
        [
            ({"TANDEM_BOT_APP_SECRET": "wrong"}, "AADSTS7000215"),
            ({"TANDEM_BOT_APP_ID": "00000000-0000-0000-0000-000000000001"}, "AADSTS700016"),
        ],
    )
    async def test_what_microsoft_refuses_is_named_by_its_code(
        self, env: dict[str, str], changed: dict[str, str], code: str
    ) -> None:
        """learn.microsoft.com, Microsoft Entra authentication and authorization error codes."""
        lines = await looked_at(env | changed)
        assert found(lines, "sign-in-refused").facts["code"] == code
        assert lines[-1].state is State.UNSEEN

    async def test_advice_is_for_the_way_in_which_the_app_signs_in(
        self, tenant: Tenant, env: dict[str, str]
    ) -> None:
        """The permissions of a managed identity have no screen in any portal (learn.microsoft.com,
        Grant an appRoleAssignment to a service principal).
        """
        tenant.state.permissions.discard("Team.Create")
        app = found(await looked_at(env), "permission-missing").todo(Words("en"))
        assert "API permissions" in app
        settings = settings_of(env, managed_identity_client_id=env["TANDEM_BOT_APP_ID"])
        async with outside(settings_of(env)) as ways:
            lines = [line async for line in permissions(Case(settings, ways))]
        identity = found(lines, "permission-missing").todo(Words("en"))
        assert "managed identity" in identity
        assert "API permissions" not in identity

    async def test_a_sign_in_that_is_away(self, env: dict[str, str]) -> None:
        class Away:
            async def get_token(self, scope: str) -> str:
                raise ServiceRequestError(f"no way to {scope}")

        settings = settings_of(env)
        async with outside(settings) as ways:
            case = Case(settings, replace(ways, sign_in=Away()))  # type: ignore[arg-type]
            assert wrong([line async for line in sign_in(case)]) == {"sign-in-away"}


class TestPermissions:
    @pytest.mark.parametrize(
        "permission", sorted({each.permission for each in OPERATIONS.values()})
    )
    async def test_each_that_is_not_granted_is_named(
        self, tenant: Tenant, env: dict[str, str], permission: str
    ) -> None:
        """403, in each family's words (learn.microsoft.com, Microsoft Graph error responses)."""
        settings, person = settings_of(env), able(tenant)[0].mail
        async with outside(settings) as ways:
            people = (await everybody(Case(settings, ways, (person,)))).people
        tenant.state.permissions.discard(permission)
        async with outside(settings) as ways:
            lines = [line async for line in permissions(Case(settings, ways, people=people))]
        unnoticed = included(permission) or permission in ONLY_FOR_CIRCLES
        missed = {line.facts["permission"] for line in lines if line.state is State.MISSING}
        assert missed == (set() if unnoticed else {permission})

    async def test_what_only_circles_need_is_left_to_who_wants_them(
        self, tenant: Tenant, env: dict[str, str]
    ) -> None:
        [permission] = ONLY_FOR_CIRCLES
        tenant.state.permissions.discard(permission)
        async with outside(settings_of(env)) as ways:
            lines = [line async for line in permissions(Case(settings_of(env), ways))]
        line = found(lines, "permission-circles")
        assert (line.state, line.facts["permission"]) == (State.OPEN, permission)

    async def test_a_subscription_wants_the_permission_to_read_itself(
        self, tenant: Tenant, env: dict[str, str]
    ) -> None:
        """Subscriptions "will not support write access permissions when only read access
        permissions are needed" (learn.microsoft.com, change notifications overview).
        """
        tenant.state.permissions.discard("Calendars.Read")
        async with reachable() as url:
            lines = await looked_at(env, able(tenant)[0].mail, public_url=url)
        assert found(lines, "address-untried").state is State.UNSEEN


class TestTheAddress:
    async def test_none(self, env: dict[str, str]) -> None:
        assert "address-missing" in wrong(await looked_at(env, public_url=""))

    async def test_one_at_which_nobody_answers(self, env: dict[str, str]) -> None:
        """400 ``ValidationError`` (learn.microsoft.com, Receive change notifications through
        webhooks).
        """
        lines = await looked_at(env)
        assert found(lines, "address-refused").facts["url"] == "http://127.0.0.1:9"
        assert "ValidationError" in str(found(lines, "address-refused").facts["said"])

    async def test_one_that_microsoft_does_not_take(self, env: dict[str, str]) -> None:
        """``notificationUrl`` must be https (the same page)."""
        lines = await looked_at(env, public_url="http://tandem.nordwind.example")
        assert "https" in str(found(lines, "address-refused").facts["said"])


class TestWhatIsSaid:
    @pytest.mark.parametrize("language", LANGUAGES)
    async def test_every_line_has_words_and_who_does_what(
        self, tenant: Tenant, env: dict[str, str], language: str
    ) -> None:
        tenant.state.permissions.discard("Team.Create")
        lines = await looked_at(env)
        words = Words(language)
        told = as_text(lines, words)
        assert words.text("doctor-who-entra") in told
        assert all(line.text(words) in told for line in lines)
        assert all(line.who for line in lines if line.state is not State.OK)
        assert all(not line.who for line in lines if line.state is State.OK)

    async def test_the_same_as_json(self, env: dict[str, str]) -> None:
        lines = await looked_at(env)
        told = json.loads(as_data(lines, Words("en")))
        assert told["ok"] is False
        assert [row["code"] for row in told["lines"]] == [line.code for line in lines]
        assert set(told["lines"][0]) == {"check", "state", "code", "text", "who", "todo"}

    def test_a_probe_says_first_what_it_leaves_behind(
        self, env: dict[str, str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for name, value in env.items():
            monkeypatch.setenv(name, value)
        told = CliRunner().invoke(doctor, ["--probe", "--language", "en"], input="n\n")
        assert "counts for another thirty days" in told.output
        assert "as a member of that team" in told.output
        assert "the participants’ team that a launch would open next" in told.output
        assert told.exit_code == 1

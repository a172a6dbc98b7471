"""``tandem doctor`` against the simulated tenant with one thing broken at a time.

The tenant breaks as Microsoft documents it: each test names its page.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from aiohttp import web
from azure.core.exceptions import ServiceRequestError
from click.testing import CliRunner
from cryptography.fernet import Fernet, MultiFernet

from bot.app import outside
from bot.doctor.case import Case
from bot.doctor.command import as_data, as_text, doctor, examined
from bot.doctor.lines import Line, State
from bot.doctor.people import everybody
from bot.doctor.permissions import permissions
from bot.doctor.sign_in import sign_in
from bot.notifications import Notifications
from bot.settings import Settings
from cards.kit.words import Words
from graph.client import OPERATIONS
from graph.subscriptions import PATH
from mentoring.domain.enrolment import Enrolment, EnrolmentState
from mentoring.domain.language import LANGUAGES
from mentoring.domain.people import Role
from mentoring.storage.store import SqlStore
from mentoring.usecases.programme.registration import register
from sandbox.graph.permissions import GRANTED, INCLUDED
from sandbox.server import Tenant, running
from sandbox.state import Channel, Delays, Person
from tests.databases import migrated_sqlite

QUICK = Delays(
    team_seconds=0.1,
    team_settling_seconds=0.0,
    membership_seconds=0.1,
    archive_seconds=0.0,
    mailbox_seconds=0.0,
    installation_seconds=0.0,
    validation_seconds=60.0,
)


@pytest.fixture
async def tenant() -> AsyncIterator[Tenant]:
    async with running(limits="off", seed=1, delays=QUICK) as started:
        yield started


@pytest.fixture
def env(tenant: Tenant, tmp_path: Path) -> dict[str, str]:
    """The environment of an installation in which nothing is wrong but its address."""
    return {
        **tenant.env,
        "TANDEM_DATABASE_URL": migrated_sqlite(tmp_path),
        "TANDEM_PUBLIC_URL": "http://127.0.0.1:9",
    }


def settings_of(env: dict[str, str], **changes: str) -> Settings:
    named = {name.removeprefix("TANDEM_").lower(): value for name, value in env.items()}
    return Settings(_env_file=None, **{**named, **changes})  # type: ignore[call-arg, arg-type]


@asynccontextmanager
async def reachable() -> AsyncIterator[str]:
    """An address at which the product's own answer to Graph's question is heard."""
    app = web.Application()
    app.router.add_post(PATH, Notifications(None).receive)  # type: ignore[arg-type]
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


def registered(env: dict[str, str]) -> None:
    """The product has been started once."""
    settings = settings_of(env)
    store = SqlStore(settings.database_url, settings.cipher())
    now, teams = datetime(2026, 11, 2, 8, tzinfo=UTC), settings.owners_team_ids
    store.run_now(lambda uow: register(uow, now, teams, {}))
    store.close()


def able(tenant: Tenant) -> list[Person]:
    """People with whom nothing is wrong, none of them an owner."""
    owners = tenant.state.teams[tenant.state.owners_team_id].members
    people = tenant.state.people.values()
    return [
        each
        for each in people
        if each.licensed
        and each.account_enabled
        and each.mailbox_readable
        and each.user_type == "Member"
        and each.id not in owners
    ]


def found(lines: Sequence[Line], code: str) -> Line:
    """The one line with this code."""
    [line] = [line for line in lines if line.code == code]
    return line


def wrong(lines: Sequence[Line]) -> set[str]:
    """The codes of what is missing."""
    return {line.code for line in lines if line.state is State.MISSING}


def included(permission: str) -> bool:
    """Whether another permission that is granted has it in itself; then nothing is missed."""
    return any(permission in INCLUDED.get(each, ()) for each in GRANTED)


async def looked_at(
    env: dict[str, str], *people: str, probe: bool = False, **changes: str
) -> list[Line]:
    return await examined(settings_of(env, **changes), people, probe=probe)


async def test_a_tenant_in_which_everything_is_ready_lacks_nothing(
    tenant: Tenant, env: dict[str, str]
) -> None:
    async with reachable() as url:
        lines = await looked_at(env, able(tenant)[0].mail, probe=True, public_url=url)
    assert wrong(lines) == set()
    assert {line.code for line in lines if line.state is State.OPEN} == set()
    assert {line.check for line in lines} == {
        *("database", "encryption", "clock", "keys", "sign-in", "owners", "permission", "mailbox"),
        *("app", "app-allowed", "capacity", "channels", "meetings", "address"),
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
        *("app-untried", "channels-untried", "meetings-untried", "capacity-unknown"),
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
            ({"bot_app_secret": "wrong"}, "AADSTS7000215"),
            ({"bot_app_id": "00000000-0000-0000-0000-000000000001"}, "AADSTS700016"),
        ],
    )
    async def test_what_microsoft_refuses_is_named_by_its_code(
        self, env: dict[str, str], changed: dict[str, str], code: str
    ) -> None:
        """learn.microsoft.com, Microsoft Entra authentication and authorization error codes."""
        lines = await looked_at(env, **changed)
        assert found(lines, "sign-in-refused").facts["code"] == code
        assert lines[-1].code == "tenant-unseen"

    async def test_a_sign_in_that_is_away(self, env: dict[str, str]) -> None:
        class Away:
            async def get_token(self, scope: str) -> str:
                raise ServiceRequestError(f"no way to {scope}")

        settings = settings_of(env)
        async with outside(settings) as ways:
            case = Case(settings, replace(ways, credential=Away()))  # type: ignore[arg-type]
            assert wrong([line async for line in sign_in(case)]) == {"sign-in-away"}


class TestPermissions:
    async def test_each_that_is_not_granted_is_named(
        self, tenant: Tenant, env: dict[str, str]
    ) -> None:
        """403, in each family's words (learn.microsoft.com, Microsoft Graph error responses)."""
        settings, person = settings_of(env), able(tenant)[0].mail
        async with outside(settings) as ways:
            people = (await everybody(Case(settings, ways, (person,)))).people
        needed = sorted({each.permission for each in OPERATIONS.values()})
        missed: dict[str, set[str]] = {}
        for permission in needed:
            tenant.state.permissions.discard(permission)
            async with outside(settings) as ways:
                lines = [line async for line in permissions(Case(settings, ways, people=people))]
            tenant.state.permissions.add(permission)
            wrongs = [line for line in lines if line.state is State.MISSING]
            missed[permission] = {str(line.facts["permission"]) for line in wrongs}
        assert missed == {each: set() if included(each) else {each} for each in needed}

    async def test_a_subscription_wants_the_permission_to_read_itself(
        self, tenant: Tenant, env: dict[str, str]
    ) -> None:
        """Subscriptions "will not support write access permissions when only read access
        permissions are needed" (learn.microsoft.com, change notifications overview).
        """
        tenant.state.permissions.discard("Calendars.Read")
        async with reachable() as url:
            lines = await looked_at(env, able(tenant)[0].mail, public_url=url)
        assert found(lines, "address-untried").state is State.OPEN


class TestMailboxes:
    async def test_one_outside_the_scope_is_named(
        self, tenant: Tenant, env: dict[str, str]
    ) -> None:
        """RBAC for Applications: 403 ``ErrorAccessDenied`` for one mailbox is a normal case
        (learn.microsoft.com, Role Based Access Control for Applications in Exchange Online).
        """
        person = able(tenant)[0]
        person.mailbox_readable = False
        lines = await looked_at(env, person.mail, able(tenant)[1].mail)
        assert found(lines, "mailbox-scope").facts["name"] == person.display_name
        assert not {"permission-missing", "permission-mailbox"} & wrong(lines)

    async def test_one_on_the_companys_own_server(
        self, tenant: Tenant, env: dict[str, str]
    ) -> None:
        """404 ``MailboxNotEnabledForRESTAPI`` (learn.microsoft.com, Outlook REST API errors)."""
        person = able(tenant)[0]
        person.on_premises = True
        lines = await looked_at(env, person.mail)
        assert found(lines, "mailbox-none").facts["name"] == person.display_name

    async def test_one_that_is_no_persons(self, tenant: Tenant, env: dict[str, str]) -> None:
        """``userPurpose`` (learn.microsoft.com, mailboxSettings resource type)."""
        person = able(tenant)[0]
        person.mailbox_purpose = "shared"
        lines = await looked_at(env, person.mail)
        assert found(lines, "mailbox-kind").facts["kind"] == "shared"

    async def test_a_policy_that_forbids_teams_meetings(
        self, tenant: Tenant, env: dict[str, str]
    ) -> None:
        """201 with ``isOnlineMeeting: false`` (microsoft-graph-docs issues 9741 and 22355)."""
        person = able(tenant)[0]
        person.online_meetings = False
        lines = await looked_at(env, person.mail, probe=True)
        assert found(lines, "meetings-forbidden").facts["name"] == person.display_name

    async def test_the_probe_leaves_no_event_behind(
        self, tenant: Tenant, env: dict[str, str]
    ) -> None:
        person = able(tenant)[0]
        before = set(tenant.state.mailboxes[person.id].entries)
        await looked_at(env, person.mail, probe=True)
        assert set(tenant.state.mailboxes[person.id].entries) == before


class TestTheApp:
    async def test_one_that_is_not_in_the_catalogue(
        self, tenant: Tenant, env: dict[str, str]
    ) -> None:
        """An empty list (learn.microsoft.com, List teamsApp)."""
        tenant.state.apps.clear()
        assert "app-missing" in wrong(await looked_at(env))

    async def test_one_that_somebody_may_not_have(
        self, tenant: Tenant, env: dict[str, str]
    ) -> None:
        """403 "App is blocked by app permission policy" (company-communicator issue 1537)."""
        person = able(tenant)[0]
        person.bot = "forbidden"
        lines = await looked_at(env, person.mail, probe=True)
        assert found(lines, "app-forbidden").facts["name"] == person.display_name


class TestPeople:
    async def test_an_owners_team_that_is_not_there(self, env: dict[str, str]) -> None:
        """404 (learn.microsoft.com, List members of team)."""
        lines = await looked_at(env, owners_team_ids="00000000-0000-0000-0000-000000000002")
        assert "owners-unknown" in wrong(lines)

    async def test_an_owners_team_in_which_nobody_is(
        self, tenant: Tenant, env: dict[str, str]
    ) -> None:
        tenant.state.teams[tenant.state.owners_team_id].members.clear()
        assert "owners-nobody" in wrong(await looked_at(env))

    async def test_a_name_that_nobody_has(self, env: dict[str, str]) -> None:
        line = found(await looked_at(env, "nobody@nordwind.example"), "person-unknown")
        assert line.facts["name"] == "nobody@nordwind.example"

    async def test_an_account_that_is_disabled(self, tenant: Tenant, env: dict[str, str]) -> None:
        """``accountEnabled`` (learn.microsoft.com, user resource type)."""
        person = able(tenant)[0]
        person.account_enabled = False
        line = found(await looked_at(env, person.mail), "person-hindered")
        assert line.facts == {"name": person.display_name, "cause": "disabled"}

    async def test_a_group_stands_for_its_people(self, tenant: Tenant, env: dict[str, str]) -> None:
        lines = await looked_at(env, "Trainees")
        [group] = [g for g in tenant.state.groups.values() if g.display_name == "Trainees"]
        count = sum(line.facts.get("count", 0) for line in lines if line.code == "mailboxes")
        assert group.member_ids
        assert count or "mailbox-scope" in wrong(lines) or "mailbox-none" in wrong(lines)


class TestTeams:
    async def test_private_channels_that_a_policy_forbids(
        self, tenant: Tenant, env: dict[str, str]
    ) -> None:
        """``AllowPrivateChannelCreation`` (learn.microsoft.com, Manage the life cycle of private
        channels in Microsoft Teams).
        """
        tenant.state.policies.private_channels = False
        assert "channels-forbidden" in wrong(await looked_at(env, probe=True))

    async def test_a_tenant_that_has_not_been_migrated(
        self, tenant: Tenant, env: dict[str, str]
    ) -> None:
        """30 private channels a team (message center MC1134737); too many are answered
        ``Forbidden`` (microsoft-graph-docs issue 14003).
        """
        tenant.state.policies.private_channels_a_team = 30
        team = tenant.state.teams[tenant.state.programme_team_ids[0]]
        for number in range(30):
            key = f"19:{number:032}@thread.tacv2"
            now = tenant.state.clock.now()
            team.channels[key] = Channel(key, team.id, f"Old {number}", None, "private", now)
        assert "channels-full" in wrong(await looked_at(env, probe=True))

    async def test_a_team_in_which_no_channel_has_room(
        self, tenant: Tenant, env: dict[str, str]
    ) -> None:
        """Too many are answered ``Forbidden`` (microsoft-graph-docs issue 14003)."""
        tenant.state.policies.private_channels_a_team = 0
        assert "channels-no-room" in wrong(await looked_at(env, probe=True))

    async def test_a_team_that_is_not_there(self, env: dict[str, str]) -> None:
        lines = await looked_at(env, programme_team_ids="00000000-0000-0000-0000-000000000003")
        assert "team-unknown" in wrong(lines)

    async def test_the_first_team_is_opened_as_the_first_launch_would_open_it(
        self, tenant: Tenant, env: dict[str, str]
    ) -> None:
        registered(env)
        lines = await looked_at(env, probe=True, programme_team_ids="")
        team = tenant.state.teams[str(found(lines, "team-opened").facts["team"])]
        assert team.display_name.endswith(" 1")
        assert found(lines, "channels").facts["team"] == team.id
        again = await looked_at(env, probe=True, programme_team_ids="")
        assert found(again, "team-opened").facts["team"] == team.id

    async def test_teams_that_the_app_may_not_open(
        self, tenant: Tenant, env: dict[str, str]
    ) -> None:
        """403 (learn.microsoft.com, Manage who can create Microsoft 365 groups)."""
        registered(env)
        tenant.state.policies.team_creation = False
        assert "teams-forbidden" in wrong(await looked_at(env, probe=True, programme_team_ids=""))

    async def test_before_the_first_start_there_is_no_team_to_try(
        self, env: dict[str, str]
    ) -> None:
        lines = await looked_at(env, probe=True, programme_team_ids="")
        assert found(lines, "channels-later").state is State.OPEN

    async def test_the_channel_of_the_probe_is_archived(
        self, tenant: Tenant, env: dict[str, str]
    ) -> None:
        await looked_at(env, probe=True)
        team = tenant.state.teams[tenant.state.programme_team_ids[0]]
        [made] = [each for each in team.channels.values() if each.membership_type == "private"]
        assert made.archived
        assert made.display_name.startswith("Tandem check ")


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
        words = Words(language)  # type: ignore[arg-type]
        told = as_text(lines, words)
        assert words.text("doctor-who-entra") in told
        assert all(line.text(words) in told for line in lines)
        assert all(line.who for line in lines if line.state is State.MISSING)

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
        assert told.exit_code == 1

"""What the doctor finds of the tenant: mailboxes, the app, people, teams."""

from __future__ import annotations

from bot.doctor.lines import State, Who
from sandbox.server import Tenant
from sandbox.teams import Channel, Member
from tests.bot.doctor.looking import able, found, looked_at, registered, wrong


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

    async def test_one_that_refuses_everything_counts_as_none_that_may_be_used(
        self, tenant: Tenant, env: dict[str, str]
    ) -> None:
        """Where all of them refuse, nothing is said to be well."""
        person = able(tenant)[0]
        tenant.state.teams[tenant.state.owners_team_id].members.clear()
        person.mailbox_readable = False
        lines = await looked_at(env, person.mail)
        assert "permission-mailbox" in wrong(lines)
        assert not [line for line in lines if line.code == "mailboxes"]

    async def test_those_that_may_be_used_are_counted_beside_one_that_may_not(
        self, tenant: Tenant, env: dict[str, str]
    ) -> None:
        tenant.state.teams[tenant.state.owners_team_id].members.clear()
        first, second, third = able(tenant)[:3]
        first.mailbox_readable = False
        lines = await looked_at(env, first.mail, second.mail, third.mail)
        assert found(lines, "mailboxes").facts["count"] == 2

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
        count = sum(int(line.facts.get("count", 0)) for line in lines if line.code == "mailboxes")
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
        standing(tenant, 30)
        assert "channels-full" in wrong(await looked_at(env, probe=True))

    async def test_that_a_team_takes_more_than_thirty_no_probe_shows_until_more_stand(
        self, tenant: Tenant, env: dict[str, str]
    ) -> None:
        """No app may ask for the migration (message center MC1134737); one channel in an empty team
        says nothing of the thirty-first.
        """
        tenant.state.policies.private_channels_a_team = 30
        line = found(await looked_at(env, probe=True), "capacity-unknown")
        assert (line.state, line.who) == (State.OPEN, Who.TEAMS)
        few = await looked_at(env, probe=True, channels_per_team="30")
        assert "capacity-unknown" not in {line.code for line in few}

    async def test_a_thirty_first_channel_shows_it(
        self, tenant: Tenant, env: dict[str, str]
    ) -> None:
        standing(tenant, 30)
        assert found(await looked_at(env), "capacity-unknown").state is State.OPEN
        probed = await looked_at(env, probe=True)
        assert "capacity-unknown" not in {line.code for line in probed}
        assert "capacity-unknown" not in {line.code for line in await looked_at(env)}

    async def test_all_channels_of_a_team_count_and_not_the_first_hundred(
        self, tenant: Tenant, env: dict[str, str]
    ) -> None:
        """Collections come in pages (learn.microsoft.com/graph/paging)."""
        standing(tenant, 150)
        assert found(await looked_at(env), "capacity").facts["left"] == 50

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

    async def test_also_where_teams_are_named_because_a_launch_opens_more_when_they_are_full(
        self, tenant: Tenant, env: dict[str, str]
    ) -> None:
        registered(env)
        before = set(tenant.state.teams)
        lines = await looked_at(env, probe=True)
        opened = str(found(lines, "team-opened").facts["team"])
        assert set(tenant.state.teams) - before == {opened}
        assert found(lines, "channels").facts["team"] == tenant.state.programme_team_ids[0]
        tenant.state.teams.pop(opened)
        tenant.state.policies.team_creation = False
        lines = await looked_at(env, probe=True)
        assert found(lines, "teams-no-more").state is State.OPEN
        assert found(lines, "channels").state is State.OK

    async def test_before_the_first_start_there_is_no_team_to_try(
        self, env: dict[str, str]
    ) -> None:
        lines = await looked_at(env, probe=True, programme_team_ids="")
        assert found(lines, "channels-later").state is State.UNSEEN
        assert found(lines, "teams-later").state is State.UNSEEN

    async def test_the_channel_of_the_probe_is_archived(
        self, tenant: Tenant, env: dict[str, str]
    ) -> None:
        await looked_at(env, probe=True)
        team = tenant.state.teams[tenant.state.programme_team_ids[0]]
        [made] = [each for each in team.channels.values() if each.membership_type == "private"]
        assert made.archived
        assert made.display_name.startswith("Tandem check ")

    async def test_a_team_in_which_one_of_them_is_already_gets_no_member_by_the_probe(
        self, tenant: Tenant, env: dict[str, str]
    ) -> None:
        team = tenant.state.teams[tenant.state.programme_team_ids[0]]
        person = able(tenant)[0]
        team.members = {person.id: Member(tenant.state.new_id(), person.id, [])}
        lines = await looked_at(env, person.mail, probe=True)
        assert found(lines, "channels").state is State.OK
        assert set(team.members) == {person.id}

    async def test_whoever_becomes_a_member_for_the_channel_is_named(
        self, tenant: Tenant, env: dict[str, str]
    ) -> None:
        """A channel without an owner cannot be archived (learn.microsoft.com, Archive channel), and
        holds up the migration of the tenant's channels; so they stay.
        """
        team = tenant.state.teams[tenant.state.programme_team_ids[0]]
        team.members.clear()
        lines = await looked_at(env, probe=True)
        [member] = team.members
        name = tenant.state.people[member].display_name
        assert found(lines, "channels-joined").facts["name"] == name

    async def test_where_no_channel_comes_about_nobody_stays_a_member(
        self, tenant: Tenant, env: dict[str, str]
    ) -> None:
        tenant.state.policies.private_channels = False
        team = tenant.state.teams[tenant.state.programme_team_ids[0]]
        team.members.clear()
        assert "channels-forbidden" in wrong(await looked_at(env, probe=True))
        assert team.members == {}

    async def test_a_channel_that_cannot_be_archived_is_named(
        self, tenant: Tenant, env: dict[str, str]
    ) -> None:
        tenant.state.permissions.discard("ChannelSettings.ReadWrite.All")
        line = found(await looked_at(env, probe=True), "channels-standing")
        assert str(line.facts["name"]).startswith("Tandem check ")


def standing(tenant: Tenant, many: int) -> None:
    """So many private channels stand in the first participants' team."""
    team = tenant.state.teams[tenant.state.programme_team_ids[0]]
    now = tenant.state.clock.now()
    for number in range(many):
        key = f"19:{number:032}@thread.tacv2"
        team.channels[key] = Channel(key, team.id, f"Old {number}", None, "private", now)

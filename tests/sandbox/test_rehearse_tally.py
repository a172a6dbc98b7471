"""What counts as a tandem, as moved, as missing and as one too many: counted in the tenant, made through its Graph."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from sandbox.rehearse.tally import Baseline, Tally, conflicts, count
from tests.sandbox.conftest import GraphClient, everyone

MEMBER = "#microsoft.graph.aadUserConversationMember"
START = datetime(2027, 1, 12, 6, 0, tzinfo=UTC)


class Launch:
    """Opens channels and books series as a bot would, for the first people of the company."""

    def __init__(self, graph: GraphClient) -> None:
        self.graph = graph
        self.state = graph.tenant.state
        self.team = self.state.programme_team_ids[0]
        owners = self.state.teams[self.team].members
        self.people = [person for person in everyone(graph.tenant) if person.id not in owners]
        self.baseline = Baseline.of(self.state)

    def count(self, minutes: int = 120) -> Tally:
        return count(self.state, self.baseline, minutes)

    async def members(self, *numbers: int) -> None:
        values = [self._member(number, []) for number in numbers]
        assert (await self.graph.post(f"/teams/{self.team}/members/add", {"values": values})).status == 200
        await asyncio.sleep(self.state.delays.membership_seconds * 2)

    async def channel(self, name: str, *numbers: int) -> None:
        body = {"membershipType": "private", "displayName": name, "members": [self._member(n, ["owner"]) for n in numbers]}
        created = await self.graph.post(f"/teams/{self.team}/channels", body)
        assert created.status == 201, created.body

    async def series(self, organizer: int, attendee: int, minutes: int = 120, **more: object) -> str:
        end, mail = START + timedelta(minutes=minutes), self.people[attendee].mail
        body = {
            "subject": "Tandem",
            "start": {"dateTime": START.strftime("%Y-%m-%dT%H:%M:%S"), "timeZone": "UTC"},
            "end": {"dateTime": end.strftime("%Y-%m-%dT%H:%M:%S"), "timeZone": "UTC"},
            "attendees": [{"emailAddress": {"address": mail}, "type": "required"}],
            "isOnlineMeeting": True,
            "onlineMeetingProvider": "teamsForBusiness",
            "recurrence": {
                "pattern": {"type": "relativeMonthly", "interval": 1, "daysOfWeek": ["tuesday"], "index": "second"},
                "range": {"type": "numbered", "startDate": START.date().isoformat(), "numberOfOccurrences": 6},
            },
        }
        created = await self.graph.post(f"/users/{self.people[organizer].id}/events", body | more)
        assert created.status == 201, created.body
        return str(created.body["id"])

    async def instances(self, organizer: int, master: str) -> list[dict[str, Any]]:
        span = "startDateTime=2027-01-01T00:00:00Z&endDateTime=2028-01-01T00:00:00Z"
        return (await self.graph.get(f"/users/{self.people[organizer].id}/events/{master}/instances?{span}")).rows

    def _member(self, number: int, roles: list[str]) -> dict[str, Any]:
        bind = f"https://graph.microsoft.com/v1.0/users('{self.people[number].id}')"
        return {"@odata.type": MEMBER, "roles": roles, "user@odata.bind": bind}


@pytest.fixture
def launch(graph: GraphClient) -> Launch:
    return Launch(graph)


async def test_a_channel_of_two_and_a_complete_series_make_a_tandem(launch: Launch) -> None:
    await launch.members(0, 1)
    await launch.channel("Tandem 1", 0, 1)
    await launch.series(0, 1)
    tally = launch.count()
    pair = frozenset({launch.people[0].id, launch.people[1].id})
    assert tally.pairs == {pair}
    assert (tally.tandems, tally.channels, tally.series, tally.occurrences) == (1, 1, 1, 6)
    assert (tally.memberships, tally.moved, tally.duplicates) == (2, 0, 0)


async def test_what_was_there_before_is_not_counted(launch: Launch) -> None:
    tally = launch.count()
    assert (tally.channels, tally.series, tally.memberships, tally.duplicates) == (0, 0, 0, 0)


async def test_without_series_or_channel_there_is_no_tandem(launch: Launch) -> None:
    await launch.members(0, 1, 2, 3)
    await launch.channel("Tandem 1", 0, 1)
    await launch.series(2, 3)
    tally = launch.count()
    assert (tally.tandems, len(tally.with_channel), len(tally.with_series)) == (0, 1, 1)


async def test_a_channel_with_a_third_member_is_nobodys_tandem(launch: Launch) -> None:
    await launch.members(0, 1, 2)
    await launch.channel("Tandem 1", 0, 1, 2)
    await launch.series(0, 1)
    assert launch.count().tandems == 0


async def test_sessions_of_another_length_or_without_meeting_link_are_not_complete(launch: Launch) -> None:
    await launch.series(0, 1, minutes=90)
    await launch.series(2, 3, isOnlineMeeting=False, onlineMeetingProvider="unknown")
    assert launch.count().with_series == frozenset()
    assert len(launch.count(minutes=90).with_series) == 1


async def test_moved_and_cancelled_occurrences_are_counted_and_leave_the_series_complete(launch: Launch) -> None:
    master = await launch.series(0, 1)
    second, third, fourth, *_ = (await launch.instances(0, master))[1:]
    path = f"/users/{launch.people[0].id}/events"
    later = {
        key: second[key] | {"dateTime": second[key]["dateTime"].replace(old, new)}
        for key, old, new in (("start", "T06:", "T09:"), ("end", "T08:", "T11:"))
    }
    assert (await launch.graph.patch(f"{path}/{second['id']}", later)).status == 200
    assert (await launch.graph.post(f"{path}/{third['id']}/cancel", {"comment": "Holiday"})).status == 202
    assert (await launch.graph.patch(f"{path}/{fourth['id']}", {"subject": "Retrospective"})).status == 200
    tally = launch.count()
    assert (tally.moved, tally.occurrences, len(tally.with_series)) == (2, 5, 1)


async def test_a_second_channel_or_series_for_a_pair_is_one_too_many(launch: Launch) -> None:
    await launch.members(0, 1)
    await launch.channel("Tandem 1", 0, 1)
    await launch.channel("Tandem 1 again", 0, 1)
    await launch.series(0, 1)
    await launch.series(1, 0)
    tally = launch.count()
    assert (tally.tandems, tally.duplicates) == (1, 2)


async def test_a_series_that_was_called_off_does_not_count(launch: Launch) -> None:
    master = await launch.series(0, 1)
    cancelled = await launch.graph.post(f"/users/{launch.people[0].id}/events/{master}/cancel", {"comment": "x"})
    assert cancelled.status == 202
    assert launch.count().series == 0


async def test_sessions_on_something_else_are_found(launch: Launch) -> None:
    await launch.series(0, 1)
    before = conflicts(launch.state, launch.count())
    start, end = (START + timedelta(minutes=shift) for shift in (30, 60))
    busy = {"person": launch.people[1].id, "start": start.isoformat(), "end": end.isoformat()}
    url = f"{launch.graph.tenant.url}/sandbox/busy"
    assert (await launch.graph.post(url, busy)).status == 200
    assert conflicts(launch.state, launch.count()) == before + 1

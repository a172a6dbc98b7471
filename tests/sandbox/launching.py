"""A launch by hand: memberships, channels and series made through the tenant's Graph, and
counted.
"""

from datetime import UTC, datetime, timedelta
from typing import Any

from sandbox.rehearse.baseline import Baseline
from sandbox.rehearse.tally import Tally, count
from sandbox.tenant_file import USUAL, CycleSessions
from tests.sandbox.conftest import GraphClient, a_while_later, everyone

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

    def count(self, cycle: CycleSessions = USUAL) -> Tally:
        """What was added since the beginning."""
        return count(self.state, self.baseline, cycle)

    async def members(self, *numbers: int) -> None:
        """Add these people to the participants' team, where channels can be opened for them."""
        values = [self._member(number, []) for number in numbers]
        assert (
            await self.graph.post(f"/teams/{self.team}/members/add", {"values": values})
        ).status == 200
        a_while_later(self.state)

    async def channel(self, name: str, *numbers: int) -> None:
        """Open a private channel that these people own."""
        body = {
            "membershipType": "private",
            "displayName": name,
            "members": [self._member(n, ["owner"]) for n in numbers],
        }
        created = await self.graph.post(f"/teams/{self.team}/channels", body)
        assert created.status == 201, f"{created.body}"

    async def series(
        self, organizer: int, attendee: int, minutes: int = 120, **more: object
    ) -> str:
        """Book six monthly sessions in the organizer's calendar; the event's id."""
        recurrence = {
            "pattern": {
                "type": "relativeMonthly",
                "interval": 1,
                "daysOfWeek": ["tuesday"],
                "index": "second",
            },
            "range": {
                "type": "numbered",
                "startDate": START.date().isoformat(),
                "numberOfOccurrences": 6,
            },
        }
        return await self.single(organizer, attendee, START, minutes, recurrence=recurrence, **more)

    async def single(
        self, organizer: int, attendee: int, start: datetime, minutes: int = 120, **more: object
    ) -> str:
        """Book one session in the organizer's calendar; the event's id."""
        end, mail = start + timedelta(minutes=minutes), self.people[attendee].mail
        body = {
            "subject": "Tandem",
            "start": {"dateTime": start.strftime("%Y-%m-%dT%H:%M:%S"), "timeZone": "UTC"},
            "end": {"dateTime": end.strftime("%Y-%m-%dT%H:%M:%S"), "timeZone": "UTC"},
            "attendees": [{"emailAddress": {"address": mail}, "type": "required"}],
            "isOnlineMeeting": True,
            "onlineMeetingProvider": "teamsForBusiness",
        }
        created = await self.graph.post(f"/users/{self.people[organizer].id}/events", body | more)
        assert created.status == 201, f"{created.body}"
        return str(created.body["id"])

    async def instances(self, organizer: int, master: str) -> list[dict[str, Any]]:
        """The sessions of a series, in order."""
        span = "startDateTime=2027-01-01T00:00:00Z&endDateTime=2028-01-01T00:00:00Z"
        return (
            await self.graph.get(
                f"/users/{self.people[organizer].id}/events/{master}/instances?{span}"
            )
        ).rows

    def _member(self, number: int, roles: list[str]) -> dict[str, Any]:
        bind = f"https://graph.microsoft.com/v1.0/users('{self.people[number].id}')"
        return {"@odata.type": MEMBER, "roles": roles, "user@odata.bind": bind}

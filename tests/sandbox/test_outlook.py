"""What people do in Outlook, by the control API.

Pages: event update (crossing), event cancel, event delete, event accept, tentativelyAccept, decline
(sendResponse), "Propose new meeting times in Outlook", automaticRepliesSetting, getMailTips.
"""

from typing import Any

import pytest

from sandbox.directory import Person
from tests.sandbox.conftest import GraphClient, everyone
from tests.sandbox.recording_hook import Hook
from tests.sandbox.test_graph_subscriptions import subscription

ALWAYS = "startDateTime=2026-01-01T00:00:00Z&endDateTime=2029-01-01T00:00:00Z&$top=100"
SECOND_TUESDAY = {
    "type": "relativeMonthly",
    "interval": 1,
    "daysOfWeek": ["tuesday"],
    "index": "second",
}
RANGE = {"type": "numbered", "startDate": "2027-01-12", "numberOfOccurrences": 4}
BERLIN = "W. Europe Standard Time"


class Pair:
    """An organizer and an attendee with a monthly series from January 12th, 14 to 16 o'clock in
    Berlin, and an endpoint.
    """

    def __init__(self, graph: GraphClient, hook: Hook) -> None:
        self.graph = graph
        self.hook = hook
        self.organizer, self.attendee = everyone(graph.tenant)[:2]
        self.series = ""

    async def book(self, **changes: object) -> None:
        """Create the series at the organizer's, and subscribe to both mailboxes."""
        for person in (self.organizer, self.attendee):
            self.graph.tenant.state.mailboxes[person.id].entries.clear()
        start, end = (
            {"dateTime": f"2027-01-12T{hour}:00:00", "timeZone": BERLIN} for hour in (14, 16)
        )
        people = [{"emailAddress": {"address": self.attendee.mail}, "type": "required"}]
        body: dict[str, object] = {
            "subject": "Tandem",
            "start": start,
            "end": end,
            "attendees": people,
        }
        body["recurrence"] = {"pattern": SECOND_TUESDAY, "range": RANGE}
        reply = await self.graph.post(f"/users/{self.organizer.id}/events", body | changes)
        assert reply.status == 201, f"{reply.body}"
        self.series = str(reply.body["id"])
        for person in (self.organizer, self.attendee):
            resource = f"/users/{person.id}/events"
            assert (
                await self.graph.post(
                    "/subscriptions", subscription(self.graph, self.hook, resource=resource)
                )
            ).status == 201

    async def own(self, person: Person) -> str:
        """The event's id in the person's mailbox."""
        rows = (await self.graph.get(f"/users/{person.id}/events?$filter=subject eq 'Tandem'")).rows
        return str(rows[0]["id"])

    async def seen(self, person: Person) -> list[dict[str, Any]]:
        """The occurrences in the person's calendar."""
        return (await self.graph.get(f"/users/{person.id}/calendarView?{ALWAYS}")).rows

    async def do(self, what: str, person: Person, **more: object) -> Any:
        """An act in the person's Outlook, on the series unless `event` says another."""
        url = f"{self.graph.tenant.url}/sandbox/outlook/{what}"
        body = {
            "person": person.mail,
            "event": more.pop("event", None) or await self.own(person),
        } | more
        reply = await self.graph.post(url, body)
        return reply.body | {"status": reply.status}

    async def told(self, number: int) -> set[tuple[str, str]]:
        """The notifications so far, when that many have come: whose mailbox, and what kind."""
        rows = await self.hook.arrived(number)
        assert len(await self.hook.quiet(0.1)) == number, f"{rows}"
        names = {self.organizer.id: "organizer", self.attendee.id: "attendee"}
        return {
            (names[row["resource"].split("@")[0].removeprefix("Users/")], row["changeType"])
            for row in rows
        }


@pytest.fixture
def pair(graph: GraphClient, hook: Hook) -> Pair:
    """Two people; book() gives them their series."""
    return Pair(graph, hook)


BOTH = {("organizer", "updated"), ("attendee", "updated")}


async def test_the_organizer_moves_one_occurrence_and_both_calendars_show_it(pair: Pair) -> None:
    await pair.book()
    moved = await pair.do("move", pair.organizer, occurrence=2, start="2027-02-10T09:00:00+01:00")
    assert (moved["status"], moved["event"]["type"]) == (200, "exception")
    for person in (pair.organizer, pair.attendee):
        rows = await pair.seen(person)
        assert [row["start"]["dateTime"][:13] for row in rows[:2]] == [
            "2027-01-12T13",
            "2027-02-10T08",
        ]
        assert [row["end"]["dateTime"][:13] for row in rows[:2]] == [
            "2027-01-12T15",
            "2027-02-10T10",
        ]
        assert [row["type"] for row in rows[:2]] == ["occurrence", "exception"]
        assert rows[1]["originalStart"] == "2027-02-09T13:00:00Z"
    ids = [(await pair.seen(person))[1] for person in (pair.organizer, pair.attendee)]
    assert ids[0]["iCalUId"] == ids[1]["iCalUId"]
    assert ids[0]["id"] != ids[1]["id"]
    assert await pair.told(2) == BOTH


async def test_a_move_asks_for_an_answer_anew_and_brings_back_who_had_declined(pair: Pair) -> None:
    await pair.book()
    await pair.do("accept", pair.attendee)
    await pair.do("decline", pair.attendee, occurrence=2)
    assert len(await pair.seen(pair.attendee)) == 3
    await pair.do("move", pair.organizer, occurrence=2, start="2027-02-10T09:00:00+01:00")
    second = (await pair.seen(pair.attendee))[1]
    assert (second["responseStatus"]["response"], second["showAs"]) == ("notResponded", "tentative")
    first = (await pair.seen(pair.attendee))[0]
    assert (first["responseStatus"]["response"], first["showAs"]) == ("accepted", "busy")


@pytest.mark.parametrize("day", ["2027-01-12", "2027-03-09", "2027-03-20"])
async def test_an_occurrence_stays_between_its_neighbours_in_outlook_too(
    pair: Pair, day: str
) -> None:
    await pair.book()
    refused = await pair.do("move", pair.organizer, occurrence=2, start=f"{day}T09:00:00+01:00")
    assert (refused["status"], "adjacent" in refused["error"]) == (400, True)
    assert {row["type"] for row in await pair.seen(pair.organizer)} == {"occurrence"}


async def test_a_series_moves_as_a_whole_on_its_day_and_loses_its_exceptions(pair: Pair) -> None:
    await pair.book()
    await pair.do("move", pair.organizer, occurrence=2, start="2027-02-10T09:00:00+01:00")
    await pair.do("move", pair.organizer, start="2027-01-12T10:00:00+01:00")
    rows = await pair.seen(pair.attendee)
    assert [row["start"]["dateTime"][:13] for row in rows] == [
        f"2027-{m}T{h}" for m, h in ROWS_AT_TEN
    ]
    refused = await pair.do("move", pair.organizer, start="2027-01-13T10:00:00+01:00")
    assert refused["status"] == 400


ROWS_AT_TEN = (("01-12", "09"), ("02-09", "09"), ("03-09", "09"), ("04-13", "08"))
"""Ten o'clock in Berlin, in UTC: an hour earlier in April, when the clocks have changed."""


async def test_a_single_meeting_is_moved_with_another_length(pair: Pair) -> None:
    await pair.book(recurrence=None)
    await pair.do(
        "move", pair.organizer, start="2027-01-20T09:00:00+01:00", end="2027-01-20T10:30:00+01:00"
    )
    (row,) = await pair.seen(pair.attendee)
    assert (row["start"]["dateTime"][:16], row["end"]["dateTime"][:16]) == (
        "2027-01-20T08:00",
        "2027-01-20T09:30",
    )


async def test_an_attendee_cannot_move_or_cancel_and_an_organizer_cannot_answer(pair: Pair) -> None:
    await pair.book()
    for what in ("move", "cancel"):
        refused = await pair.do(
            what, pair.attendee, occurrence=1, start="2027-01-13T09:00:00+01:00"
        )
        assert (refused["status"], "organizer" in refused["error"]) == (400, True)
    for what in ("accept", "tentative", "decline", "propose"):
        assert (await pair.do(what, pair.organizer, occurrence=1, start="2027-01-13T09:00:00Z"))[
            "status"
        ] == 400


async def test_an_attendee_proposes_another_time_which_the_organizers_copy_shows(
    pair: Pair,
) -> None:
    await pair.book()
    await pair.do("propose", pair.attendee, occurrence=2, start="2027-02-10T09:00:00+01:00")
    second = (await pair.seen(pair.organizer))[1]
    assert second["type"] == "exception"
    assert second["start"]["dateTime"].startswith("2027-02-09"), "nothing has moved yet"
    (answered,) = second["attendees"]
    assert answered["status"]["response"] == "tentativelyAccepted"
    assert answered["proposedNewTime"]["start"]["dateTime"].startswith("2027-02-10T08:00")
    assert answered["proposedNewTime"]["end"]["dateTime"].startswith("2027-02-10T10:00")
    await pair.do("move", pair.organizer, occurrence=2, start="2027-02-10T09:00:00+01:00")
    (answered,) = (await pair.seen(pair.organizer))[1]["attendees"]
    assert (answered["status"]["response"], "proposedNewTime" in answered) == ("none", False)


async def test_who_does_not_want_proposals_gets_none(pair: Pair) -> None:
    await pair.book(allowNewTimeProposals=False)
    refused = await pair.do(
        "propose", pair.attendee, occurrence=2, start="2027-02-10T09:00:00+01:00"
    )
    assert refused["status"] == 400


async def test_the_organizer_cancels_one_occurrence(pair: Pair) -> None:
    await pair.book()
    assert (await pair.do("cancel", pair.organizer, occurrence=3))["status"] == 200
    for person in (pair.organizer, pair.attendee):
        assert len(await pair.seen(person)) == 3
    master = await pair.graph.get(
        f"/users/{pair.organizer.id}/events/{pair.series}?$select=cancelledOccurrences"
    )
    assert [one.rpartition(".")[2] for one in master.body["cancelledOccurrences"]] == ["2027-03-09"]
    assert await pair.told(2) == BOTH
    assert (await pair.do("move", pair.organizer, occurrence=3, start="2027-03-10T09:00:00Z"))[
        "status"
    ] == 400


async def test_the_organizer_cancels_all_and_the_attendee_keeps_it_marked_until_it_is_deleted(
    pair: Pair,
) -> None:
    await pair.book()
    await pair.do("delete", pair.organizer)
    path = f"/users/{pair.attendee.id}/events/{await pair.own(pair.attendee)}"
    assert (await pair.graph.get(path)).body["isCancelled"] is True
    assert (await pair.graph.get(f"/users/{pair.organizer.id}/events/{pair.series}")).status == 404
    assert await pair.told(2) == {("organizer", "deleted"), ("attendee", "updated")}
    assert (await pair.do("decline", pair.attendee))["status"] == 400, (
        "there is nothing left to answer"
    )
    assert (await pair.do("delete", pair.attendee))["status"] == 200
    assert (await pair.graph.get(path)).status == 404


async def test_an_attendee_declines_one_occurrence_and_it_leaves_their_calendar_alone(
    pair: Pair,
) -> None:
    await pair.book()
    await pair.do("decline", pair.attendee, occurrence=2)
    assert [len(await pair.seen(person)) for person in (pair.organizer, pair.attendee)] == [4, 3]
    rows = await pair.seen(pair.organizer)
    assert [row["attendees"][0]["status"]["response"] for row in rows[:2]] == ["none", "declined"]
    assert [row["type"] for row in rows[:2]] == ["occurrence", "exception"]
    assert await pair.told(2) == BOTH


async def test_an_attendee_declines_the_whole_series(pair: Pair) -> None:
    await pair.book()
    await pair.do("decline", pair.attendee)
    assert [len(await pair.seen(person)) for person in (pair.organizer, pair.attendee)] == [4, 0]
    assert (await pair.seen(pair.organizer))[0]["attendees"][0]["status"]["response"] == "declined"
    assert await pair.told(2) == {("organizer", "updated"), ("attendee", "deleted")}


async def test_who_sends_no_response_leaves_in_silence(pair: Pair) -> None:
    await pair.book()
    await pair.do("decline", pair.attendee, occurrence=1, send_response=False)
    await pair.do("delete", pair.attendee, send_response=False)
    rows = await pair.seen(pair.organizer)
    assert [row["attendees"][0]["status"]["response"] for row in rows] == ["none"] * 4
    assert await pair.told(2) == {("attendee", "updated"), ("attendee", "deleted")}


@pytest.mark.parametrize(
    ("what", "answer", "shows"),
    [("accept", "accepted", "busy"), ("tentative", "tentativelyAccepted", "tentative")],
)
async def test_an_attendee_accepts_all_or_one(
    pair: Pair, what: str, answer: str, shows: str
) -> None:
    await pair.book()
    await pair.do(what, pair.attendee, occurrence=1)
    rows = await pair.seen(pair.organizer)
    assert [row["attendees"][0]["status"]["response"] for row in rows[:2]] == [answer, "none"]
    done = await pair.do(what, pair.attendee)
    assert (done["event"]["responseStatus"]["response"], done["event"]["showAs"]) == (answer, shows)
    body = {
        "schedules": [pair.attendee.mail],
        "startTime": {"dateTime": "2027-01-12T00:00:00", "timeZone": "UTC"},
        "endTime": {"dateTime": "2027-01-13T00:00:00", "timeZone": "UTC"},
    }
    free_busy = await pair.graph.post(f"/users/{pair.organizer.id}/calendar/getSchedule", body)
    assert [item["status"] for item in free_busy.rows[0]["scheduleItems"]] == [shows]


async def test_a_calendar_is_read_by_the_control_api_without_a_token(pair: Pair) -> None:
    await pair.book()
    window = "start=2027-01-01T00:00:00Z&end=2027-02-01T00:00:00Z"
    url = f"{pair.graph.tenant.url}/sandbox/outlook/calendar?person={pair.attendee.mail}&{window}"
    events = (await pair.graph.get(url)).body["events"]
    assert [(event["subject"], event["isOrganizer"]) for event in events] == [("Tandem", False)]


@pytest.mark.parametrize(
    "wrong",
    [
        {"person": "nobody"},
        {"event": "AAMkNothing"},
        {"occurrence": 9},
        {"occurrence": 0},
        {"start": "2027-01-13T09:00:00"},
        {"start": None},
    ],
)
async def test_a_wrong_call_is_said_to_be_wrong(pair: Pair, wrong: dict[str, object]) -> None:
    await pair.book()
    body = {
        "person": pair.organizer.id,
        "event": pair.series,
        "occurrence": 1,
        "start": "2027-01-13T09:00:00Z",
    } | wrong
    reply = await pair.graph.post(f"{pair.graph.tenant.url}/sandbox/outlook/move", body)
    assert reply.status == 400
    assert reply.body["error"]


async def test_automatic_replies_stand_in_the_mailbox_settings(pair: Pair) -> None:
    path, url = (
        f"/users/{pair.organizer.id}/mailboxSettings",
        f"{pair.graph.tenant.url}/sandbox/outlook/automatic-reply",
    )
    assert (await pair.graph.get(path)).body["automaticRepliesSetting"]["status"] == "disabled"
    await pair.graph.post(url, {"person": pair.organizer.id, "message": "I am away."})
    setting = (await pair.graph.get(f"{path}?$select=automaticRepliesSetting")).body[
        "automaticRepliesSetting"
    ]
    assert (setting["status"], setting["internalReplyMessage"]) == ("alwaysEnabled", "I am away.")
    times = {"start": "2027-01-11T00:00:00+01:00", "end": "2027-01-16T00:00:00+01:00"}
    await pair.graph.post(
        url, {"person": pair.organizer.id, "message": "Away", "block_calendar": True} | times
    )
    setting = (await pair.graph.get(path)).body["automaticRepliesSetting"]
    assert setting["status"] == "scheduled"
    assert setting["scheduledStartDateTime"] == {
        "dateTime": "2027-01-10T23:00:00.0000000",
        "timeZone": "UTC",
    }
    window = "startDateTime=2027-01-13T00:00:00Z&endDateTime=2027-01-13T12:00:00Z&$top=50"
    assert "oof" in {
        row["showAs"]
        for row in (await pair.graph.get(f"/users/{pair.organizer.id}/calendarView?{window}")).rows
    }
    await pair.graph.post(url, {"person": pair.organizer.id})
    assert (await pair.graph.get(path)).body["automaticRepliesSetting"]["status"] == "disabled"


async def test_mail_tips_tell_active_automatic_replies_to_whoever_may_read_mail(pair: Pair) -> None:
    path = f"/users/{pair.organizer.id}/getMailTips"
    body = {
        "EmailAddresses": [pair.attendee.mail, "no@body.example"],
        "MailTipsOptions": "automaticReplies, mailboxFullStatus",
    }
    assert (await pair.graph.post(path, body)).status == 403
    pair.graph.tenant.state.permissions |= {"Mail.Read"}
    pair.graph.token = pair.graph.tenant.signin.issue("https://graph.microsoft.com")
    url = f"{pair.graph.tenant.url}/sandbox/outlook/automatic-reply"
    now = pair.graph.tenant.state.clock.now()
    times = {
        "start": now.replace(microsecond=0).isoformat(),
        "end": now.replace(year=now.year + 1).isoformat(),
    }
    await pair.graph.post(url, {"person": pair.attendee.id, "message": "Away"} | times)
    known, unknown = (await pair.graph.post(path, body)).rows
    assert (known["automaticReplies"]["message"], known["mailboxFull"]) == ("Away", False)
    assert "error" in unknown
    pair.graph.tenant.state.clock.advance(370 * 86_400)
    known, _ = (await pair.graph.post(path, body)).rows
    assert known["automaticReplies"] == {"message": ""}
    assert (await pair.graph.post(path, body | {"MailTipsOptions": "weather"})).status == 400


async def test_what_calendars_do_now_and_then_is_done_by_the_control_api_too(pair: Pair) -> None:
    """outlook-immutable-id; resource attendee; event forward; msgraph-sdk-dotnet issue 1996."""
    await pair.book()
    third = everyone(pair.graph.tenant)[2]
    before = await pair.own(pair.organizer)
    await pair.do("other-calendar", pair.organizer)
    await pair.do("room", pair.organizer, name="Elbe")
    await pair.do("forward", pair.attendee, to=third.mail)
    shown = await pair.do("list-organizer", pair.organizer)
    assert shown["event"]["id"] != before
    names = [each["emailAddress"]["name"] for each in shown["event"]["attendees"]]
    assert names[1:] == ["Elbe", third.display_name, pair.organizer.display_name]
    assert await pair.own(third)


async def test_the_control_api_moves_all_that_follow_and_declines_internally(pair: Pair) -> None:
    """Outlook on the web (office-js issue 1571); closeio/sync-engine issue 427."""
    await pair.book()
    later = {"occurrence": 4, "start": "2027-04-14T15:00:00+02:00"}
    tail = await pair.do("move-following", pair.organizer, **later)
    assert (tail["event"]["type"], tail["event"]["start"]["dateTime"][:13]) == (
        "seriesMaster",
        "2027-04-14T13",
    )
    await pair.do("decline", pair.attendee, occurrence=2, internal_address=True)
    second = (await pair.seen(pair.organizer))[1]
    answers = {each["emailAddress"]["address"][:3] for each in second["attendees"]}
    assert "/o=" in answers

"""Calendars and automatic replies by the control API.

Pages: automaticRepliesSetting, getMailTips.
"""

import pytest

from tests.sandbox.conftest import everyone
from tests.sandbox.outlook_pair import Pair, pair

__all__ = ["pair"]


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

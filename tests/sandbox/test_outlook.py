"""What people do in Outlook, by the control API.

Pages: event update (crossing), event cancel, event delete, event accept, tentativelyAccept, decline
(sendResponse), "Propose new meeting times in Outlook", automaticRepliesSetting, getMailTips.
"""

import pytest

from tests.sandbox.outlook_pair import Pair, pair

__all__ = ["pair"]


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

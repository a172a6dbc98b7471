"""The control API for what people do in Outlook: move, cancel, delete, answer, propose, reply
automatically.

JSON below `/sandbox/outlook`, described in docs/sandbox.md. What Outlook does not allow is 400 with
`{"error": …}`.
"""

from datetime import datetime

from aiohttp import web

from sandbox import outlook
from sandbox.answering import BadCall, Json, answering, aware
from sandbox.directory import Person
from sandbox.graph.event_rows import EntryRows, Times, find_day
from sandbox.graph.operations import Call
from sandbox.mailbox import AutomaticReply, occurrences
from sandbox.outlook import Meeting
from sandbox.state import TenantState


def routes(state: TenantState) -> list[web.RouteDef]:
    """The routes, all of them below `/sandbox/outlook`."""
    control = OutlookControl(state)
    return [
        web.get("/sandbox/outlook/calendar", answering(control.calendar)),
        web.post("/sandbox/outlook/move", answering(control.move)),
        web.post("/sandbox/outlook/propose", answering(control.propose)),
        web.post("/sandbox/outlook/cancel", answering(control.cancel)),
        web.post("/sandbox/outlook/delete", answering(control.delete)),
        web.post("/sandbox/outlook/decline", answering(control.decline)),
        web.post("/sandbox/outlook/accept", answering(control.accept)),
        web.post("/sandbox/outlook/tentative", answering(control.tentative)),
        web.post("/sandbox/outlook/move-following", answering(control.move_following)),
        web.post("/sandbox/outlook/other-calendar", answering(control.other_calendar)),
        web.post("/sandbox/outlook/room", answering(control.room)),
        web.post("/sandbox/outlook/forward", answering(control.forward)),
        web.post("/sandbox/outlook/list-organizer", answering(control.list_organizer)),
        web.post("/sandbox/outlook/automatic-reply", answering(control.automatic_reply)),
    ]


class OutlookControl:
    """The handlers: each takes the JSON body (or the query) and returns JSON."""

    def __init__(self, state: TenantState) -> None:
        self._state = state

    def calendar(self, body: Json) -> Json:
        """What a `person` has in the calendar between `start` and `end`, in Graph's shape, in
        order.
        """
        person, since, until = self._person(body), aware(body, "start"), aware(body, "end")
        mailbox, rows = self._state.mailboxes[person.id], []
        for entry in mailbox.entries.values():
            found = [
                one
                for one in occurrences(entry.appointment, since, until)
                if one.day not in entry.declined
            ]
            maker = EntryRows(self._state, entry, _utc(self._state))
            rows += [(one.start, maker.occurrence(mailbox, one)) for one in found]
        return {"events": [row for _, row in sorted(rows, key=lambda pair: pair[0])]}

    def move(self, body: Json) -> Json:
        """The organizer moves a meeting or an occurrence to `start` (and `end`)."""
        meeting, (start, end) = self._meeting(body), _times(body)
        outlook.move(self._state, meeting, start, end)
        return self._shown(meeting)

    def propose(self, body: Json) -> Json:
        """An attendee accepts tentatively and proposes `start` (and `end`)."""
        meeting, (start, end) = self._meeting(body), _times(body)
        outlook.propose(self._state, meeting, start, end)
        return self._shown(meeting)

    def cancel(self, body: Json) -> Json:
        """The organizer cancels."""
        outlook.cancel(self._state, self._meeting(body))
        return {}

    def delete(self, body: Json) -> Json:
        """Delete: for the organizer this cancels, for an attendee it declines; `send_response:
        false` leaves in silence.
        """
        outlook.delete(self._state, self._meeting(body), told=bool(body.get("send_response", True)))
        return {}

    def decline(self, body: Json) -> Json:
        """An attendee declines; with `internal_address` the answer stands under an address that
        Exchange alone knows.
        """
        meeting, told = self._meeting(body), bool(body.get("send_response", True))
        if body.get("internal_address"):
            outlook.decline_by_internal_address(self._state, meeting)
        else:
            outlook.decline(self._state, meeting, told=told)
        return {}

    def accept(self, body: Json) -> Json:
        """An attendee accepts."""
        meeting = self._meeting(body)
        outlook.respond(self._state, meeting, "accept")
        return self._shown(meeting)

    def tentative(self, body: Json) -> Json:
        """An attendee accepts tentatively."""
        meeting = self._meeting(body)
        outlook.respond(self._state, meeting, "tentative")
        return self._shown(meeting)

    def move_following(self, body: Json) -> Json:
        """The organizer moves *this and all following events* to `start`; with `keeps_properties:
        false` the new series has none of the extended properties.
        """
        meeting, keeps = self._meeting(body), bool(body.get("keeps_properties", True))
        start = aware(body, "start")
        tail = outlook.move_following(self._state, meeting, start, keeps_properties=keeps)
        return self._shown(Meeting(tail))

    def other_calendar(self, body: Json) -> Json:
        """Drag a meeting into another calendar of the mailbox: it has another id there."""
        meeting = self._meeting(body)
        outlook.into_other_calendar(self._state, meeting)
        return self._shown(meeting)

    def room(self, body: Json) -> Json:
        """The organizer books a room of that `name`."""
        meeting = self._meeting(body)
        outlook.add_room(self._state, meeting, str(body.get("name", "Room")))
        return self._shown(meeting)

    def forward(self, body: Json) -> Json:
        """Forward the invitation `to` somebody of the company."""
        meeting = self._meeting(body)
        outlook.forward(self._state, meeting, self._person({"person": body.get("to")}))
        return self._shown(meeting)

    def list_organizer(self, body: Json) -> Json:
        """The organizer stands among the attendees from now on."""
        meeting = self._meeting(body)
        outlook.list_organizer(self._state, meeting)
        return self._shown(meeting)

    def automatic_reply(self, body: Json) -> Json:
        """Switch automatic replies on (`message`, and `start` and `end` for a time) or off (without
        `message`).
        """
        person, message = self._person(body), body.get("message")
        scheduled = (
            {name: aware(body, name) for name in ("start", "end")} if "start" in body else {}
        )
        reply = AutomaticReply(str(message), **scheduled) if message else None
        outlook.set_automatic_reply(
            self._state, person, reply, block=bool(body.get("block_calendar", False))
        )
        return {"person": person.id, "on": reply is not None}

    def _person(self, body: Json) -> Person:
        person = self._state.person_at(str(body.get("person")))
        if person is None:
            raise BadCall("Nobody has this id or address.")
        return person

    def _meeting(self, body: Json) -> Meeting:
        number = body.get("occurrence")
        chosen = None if number is None else int(number)
        return outlook.find(self._state, self._person(body), str(body.get("event")), chosen)

    def _shown(self, meeting: Meeting) -> Json:
        rows, mailbox = (
            EntryRows(self._state, meeting.entry, _utc(self._state)),
            self._state.mailboxes[meeting.entry.owner_id],
        )
        if meeting.day is None:
            return {"event": rows.master()}
        return {"event": rows.occurrence(mailbox, find_day(meeting.entry, meeting.day))}


def _times(body: Json) -> tuple[datetime, datetime | None]:
    return aware(body, "start"), aware(body, "end") if "end" in body else None


def _utc(state: TenantState) -> Times:
    return Times(Call(state, "", "outlook", {}, {}, {}, ""))

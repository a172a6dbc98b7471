"""What the tenant holds, in Graph's shape: everybody's calendar and every team with its channels.

`{"events": {userId: […]}, "teams": {teamId: {"members": […], "channels": [{…, "members": […]}]}}}`;
`events` holds single events and masters (with `cancelledOccurrences`) and, singly, the occurrences
and exceptions as `instances` gives them. Times are UTC. Invented appointments are in it too:
whoever checks that a session is free for both needs them. As after a `$select`, occurrences have
only what may differ from their master or is needed to place them.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from sandbox.graph import members
from sandbox.graph.channels import channel_row
from sandbox.graph.event_rows import EntryRows, Times, cancelled_ids
from sandbox.graph.operations import Call
from sandbox.mailbox import Mailbox, occurrences
from sandbox.state import TenantState
from sandbox.teams import Channel, Team

ALWAYS = (datetime(1970, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC))
OF_OCCURRENCES = frozenset(
    {
        *(
            "id",
            "iCalUId",
            "type",
            "seriesMasterId",
            "originalStart",
            "start",
            "end",
            "subject",
            "showAs",
        ),
        *(
            "isAllDay",
            "isCancelled",
            "isOrganizer",
            "organizer",
            "attendees",
            "location",
            "sensitivity",
        ),
    },
)
Row = dict[str, Any]


def dumped(state: TenantState) -> Row:
    """The whole dump."""
    show = Times(Call(state, "", "outlook", {}, {}, {}, ""))
    events = {key: [*_events(state, mailbox, show)] for key, mailbox in state.mailboxes.items()}
    return {
        "events": events,
        "teams": {team.id: _team(state, team) for team in state.teams.values()},
    }


def _events(state: TenantState, mailbox: Mailbox, show: Times) -> Iterator[Row]:
    for entry in mailbox.entries.values():
        rows = EntryRows(state, entry, show)
        if entry.appointment.recurrence is None:
            yield rows.master()
            continue
        yield rows.master() | {"cancelledOccurrences": cancelled_ids(entry)}
        for one in occurrences(entry.appointment, *ALWAYS):
            if one.day not in entry.declined:
                row = rows.occurrence(mailbox, one)
                yield {key: value for key, value in row.items() if key in OF_OCCURRENCES}


def _team(state: TenantState, team: Team) -> Row:
    people = [members.shown(state, member) for member in team.members.values()]
    living = [channel for channel in team.channels.values() if channel.deleted is None]
    return {"members": people, "channels": [_channel(state, team, channel) for channel in living]}


def _channel(state: TenantState, team: Team, channel: Channel) -> Row:
    found = channel.members if channel.membership_type == "private" else team.members
    return channel_row(state, channel) | {
        "members": [members.shown(state, one) for one in found.values()]
    }

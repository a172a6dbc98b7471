"""What changed in a calendar view since the last time.

Sources: event delta, "Get incremental changes to events in a calendar view", "Use delta query"
(token duration, synchronization reset).

What the pages leave open follows what users of the service report: an occurrence has only its id,
type, master, start and end (graph-docs issue 7632); a series is never split over pages, and comes
whole again, master included, when anything about it changes, so that only its absence shows that an
occurrence was deleted (pull request 4501); an unknown or expired token is 410 `SyncStateNotFound`
(issue 2350).
"""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Literal

from sandbox.graph.errors import GraphRefusal, bad_request
from sandbox.graph.event_rows import OUTLOOK, EntryRows, Row, Times
from sandbox.graph.events import READ, mailbox_of, window
from sandbox.graph.operations import GRAPH_ROOT, Answer, Call, operation
from sandbox.graph.request_costs import outlook
from sandbox.mailbox import Entry, Mailbox, occurrences
from sandbox.watching import DeltaRound

WINDOW = ("startDateTime", "endDateTime", "startdatetime", "enddatetime")
TOKENS = ("$deltatoken", "$deltaToken", "$skiptoken", "$skipToken")
PAGE = 10
MOST_TOKENS = 2000
"""How many tokens the tenant remembers; with more, the oldest expire ("dependent on the size of the
token cache").
"""
PAGE_SIZE = re.compile(r"odata\.maxpagesize\s*=\s*(\d+)", re.IGNORECASE)
OF_OCCURRENCES = ("@odata.type", "@odata.etag", "id", "seriesMasterId", "type", "start", "end")
EVENT_TYPE = {"@odata.type": "#microsoft.graph.event"}


@operation("GET /users/{user_id}/calendarView/delta()", outlook(), READ, options=(*WINDOW, *TOKENS))
def get_delta(call: Call) -> Answer:
    """A page of a round: all that is in the window, or what changed since a `$deltatoken`."""
    mailbox = mailbox_of(call)
    given = {key.casefold(): value for key, value in call.query.items()}
    skip, delta = given.get("$skiptoken"), given.get("$deltatoken")
    if skip:
        return _page(call, _remembered(call, mailbox, skip, "skip"))
    if delta:
        return _page(call, _next_round(call, mailbox, _remembered(call, mailbox, delta, "delta")))
    since, until = window(given)
    whole = [
        rows for entry in _ordered(mailbox) if (rows := _rows(call, mailbox, entry, since, until))
    ]
    return _page(
        call, DeltaRound(mailbox.owner_id, "skip", since, until, _snapshot(mailbox), whole)
    )


def _next_round(call: Call, mailbox: Mailbox, last: DeltaRound) -> DeltaRound:
    """What differs between the mailbox now and at the end of the round before."""
    now = _snapshot(mailbox)
    changed = [entry for entry in _ordered(mailbox) if last.snapshot.get(entry.id) != now[entry.id]]
    # An event outside the window that was added or changed is reported as removed, too: so says
    # Microsoft's documentation.
    found = [
        _rows(call, mailbox, entry, last.since, last.until) or [_removed(entry.id)]
        for entry in changed
    ]
    found += [[_removed(key)] for key in last.snapshot if key not in now]
    return DeltaRound(last.mailbox_id, "skip", last.since, last.until, now, found)


def _page(call: Call, one: DeltaRound) -> Answer:
    """As many whole events and series as fit the page, at least one, and the link that goes on."""
    groups, size = list(one.left), _page_size(call)
    rows: list[Row] = []
    while groups and (not rows or len(rows) + len(groups[0]) <= size):
        rows += groups.pop(0)
    kind: Literal["skip", "delta"] = "skip" if groups else "delta"
    left = DeltaRound(one.mailbox_id, kind, one.since, one.until, one.snapshot, groups)
    link = f"{call.state.base_url}{call.path}?${kind}token={_remember(call, left)}"
    name = "@odata.nextLink" if groups else "@odata.deltaLink"
    return Answer(
        body={
            "@odata.context": f"{GRAPH_ROOT}/$metadata#Collection(event)",
            name: link,
            "value": rows,
        }
    )


def _rows(
    call: Call, mailbox: Mailbox, entry: Entry, since: datetime, until: datetime
) -> list[Row]:
    """A single event, or a series: its master and what of it takes place in the window; nothing if
    none of it does.
    """
    rows = EntryRows(call.state, entry, Times(call))
    found = [
        one for one in occurrences(entry.appointment, since, until) if one.day not in entry.declined
    ]
    if entry.appointment.recurrence is None:
        return [EVENT_TYPE | rows.master() for _ in found]
    inside = [_slim(EVENT_TYPE | rows.occurrence(mailbox, one)) for one in found]
    return [EVENT_TYPE | rows.master(), *inside] if inside else []


def _slim(row: Row) -> Row:
    return {key: row[key] for key in OF_OCCURRENCES} if row["type"] == "occurrence" else row


def _removed(key: str) -> Row:
    return EVENT_TYPE | {"id": key, "@removed": {"reason": "deleted"}}


def _ordered(mailbox: Mailbox) -> Iterator[Entry]:
    yield from sorted(
        mailbox.entries.values(), key=lambda entry: (entry.appointment.start, entry.id)
    )


def _snapshot(mailbox: Mailbox) -> dict[str, str]:
    return {key: entry.appointment.change_key for key, entry in mailbox.entries.items()}


def _page_size(call: Call) -> int:
    matched = PAGE_SIZE.search(call.headers.get("prefer", ""))
    if matched is None:
        return PAGE
    if int(matched[1]) < 1:
        raise bad_request(OUTLOOK, "odata.maxpagesize must be at least 1.")
    return int(matched[1])


def _remember(call: Call, one: DeltaRound) -> str:
    rounds, token = call.state.delta_rounds, call.state.new_id().replace("-", "")
    rounds[token] = one
    while len(rounds) > MOST_TOKENS:
        del rounds[next(iter(rounds))]
    return token


def _remembered(call: Call, mailbox: Mailbox, token: str, kind: str) -> DeltaRound:
    one = call.state.delta_rounds.get(token)
    if one is None or one.mailbox_id != mailbox.owner_id or one.kind != kind:
        raise _gone(call)
    return one


def _gone(call: Call) -> GraphRefusal:
    headers = {"Location": f"{call.state.base_url}{call.path}?$deltatoken="}
    return GraphRefusal(
        410, "SyncStateNotFound", "The sync state generation is not found.", headers
    )

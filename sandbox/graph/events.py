"""Reading calendars: events, instances, calendar view, permissions.

Sources: user list events, event get, event list instances, calendar list calendarView,
singlevaluelegacyextendedproperty get, calendar list calendarpermissions. Pages of Outlook hold ten
unless `$top` says otherwise.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from sandbox.graph.errors import bad_request, not_found
from sandbox.graph.event_rows import OUTLOOK, EntryRows, Row, Times, cancelled_ids, find_day, named
from sandbox.graph.filters import FilterSyntax, parse
from sandbox.graph.operations import GRAPH_ROOT, PAGED, Answer, Call, operation
from sandbox.graph.profiles import readable_mailbox
from sandbox.graph.query import expansions, filtering, ordered, page, selection, shaped
from sandbox.graph.request_costs import outlook
from sandbox.mailbox import Entry, Mailbox, occurrences

READ = "Calendars.Read"
WINDOW = ("startDateTime", "endDateTime")
PROPERTIES = "singleValueExtendedProperties"
FILTERABLE = (
    *(
        f"{PROPERTIES}/any",
        "id",
        "value",
        "subject",
        "iCalUId",
        "start/dateTime",
        "end/dateTime",
        "type",
        "isCancelled",
    ),
    *(
        "createdDateTime",
        "lastModifiedDateTime",
        "eq",
        "and",
        "or",
        "ge",
        "le",
        "gt",
        "lt",
        "startswith",
    ),
)
ORDERABLE = ("start/dateTime", "end/dateTime", "subject", "createdDateTime", "lastModifiedDateTime")
VIEW = (*PAGED, *WINDOW, "$select", "$expand", "$orderby")
PAGE, MOST = 10, 1000


@operation(
    "GET /users/{user_id}/events",
    outlook(),
    READ,
    options=(*PAGED, "$filter", "$select", "$expand", "$orderby"),
)
def list_events(call: Call) -> Answer:
    """Single events and masters of series; occurrences are not in it."""
    mailbox, show = mailbox_of(call), Times(call)
    wanted = filtering(call, *FILTERABLE)
    rows = [EntryRows(call.state, entry, show).master() for entry in mailbox.entries.values()]
    if wanted is not None:
        rows = [
            row
            for row in rows
            if wanted.test(row | {PROPERTIES: _properties(mailbox.entries[row["id"]])})
        ]
    found = [
        _dressed(call, mailbox.entries[row["id"]], row) for row in ordered(call, rows, *ORDERABLE)
    ]
    return page(call, found, _context(call, "events"), PAGE, MOST)


@operation(
    "GET /users/{user_id}/events/{event_id}", outlook(), READ, options=("$select", "$expand")
)
def get_event(call: Call) -> Answer:
    """An event, a master, or an occurrence by its id."""
    entry, day = found_event(call)
    context = {"@odata.context": f"{GRAPH_ROOT}/$metadata#{_context(call, 'events')}/$entity"}
    return Answer(body=context | _dressed(call, entry, row_of(call, entry, day)))


@operation("GET /users/{user_id}/events/{event_id}/instances", outlook(), READ, options=VIEW)
def list_instances(call: Call) -> Answer:
    """The occurrences and exceptions of a series in a window; cancelled ones are not in it."""
    entry, _ = found_event(call)
    since, until = window(call.query)
    rows = _rows_between(call, [entry], since, until)
    return page(call, rows, _context(call, f"events('{entry.id}')/instances"), PAGE, MOST)


@operation("GET /users/{user_id}/calendarView", outlook(), READ, options=VIEW)
def list_calendar_view(call: Call) -> Answer:
    """Everything that takes place in a window, in order of start."""
    since, until = window(call.query)
    rows = _rows_between(call, list(mailbox_of(call).entries.values()), since, until)
    return page(call, rows, _context(call, "calendarView"), PAGE, MOST)


@operation("GET /users/{user_id}/calendar/calendarPermissions", outlook(), READ, options=PAGED)
def list_calendar_permissions(call: Call) -> Answer:
    """Who may see a calendar: everybody in the company its free and busy times."""
    person = readable_mailbox(call.person())
    everybody = {"name": "My Organization"}
    roles = ["none", "freeBusyRead", "limitedRead", "read", "write"]
    row = {
        "id": f"perm-{person.id}",
        "emailAddress": everybody,
        "isRemovable": False,
        "isInsideOrganization": True,
    }
    return page(
        call,
        [row | {"role": "freeBusyRead", "allowedRoles": roles}],
        _context(call, "calendarPermissions"),
    )


def mailbox_of(call: Call) -> Mailbox:
    """The mailbox of the path's user, if the app may read it. Raises GraphRefusal (403, 404)."""
    return call.state.mailboxes[readable_mailbox(call.person()).id]


def found_event(call: Call) -> tuple[Entry, date | None]:
    """The event of the path and, for an occurrence, its day. Raises GraphRefusal (404)."""
    found = mailbox_of(call).find(call.ids["event_id"])
    if found is None:
        raise not_found(OUTLOOK, call.ids["event_id"])
    return found


def row_of(call: Call, entry: Entry, day: date | None) -> Row:
    """The event's JSON, or that of its occurrence on that day, with the tenant's own ids.

    Raises GraphRefusal (404).
    """
    rows = EntryRows(call.state, entry, Times(call))
    return (
        rows.master()
        if day is None
        else rows.occurrence(call.state.mailboxes[entry.owner_id], find_day(entry, day))
    )


def _dressed(call: Call, entry: Entry, row: Row) -> Row:
    names, row = selection(call, "event"), named(call, entry, row)
    if names and "cancelledOccurrences" in names and row["type"] == "seriesMaster":
        row = row | {"cancelledOccurrences": cancelled_ids(entry)}
    keep = ["@odata.etag"]
    options = expansions(call, PROPERTIES).get(PROPERTIES)
    if options is not None:
        row, keep = row | {PROPERTIES: _expanded(entry, options)}, [*keep, PROPERTIES]
    return shaped(
        {key: value for key, value in row.items() if value is not None or key != PROPERTIES},
        names,
        keep,
    )


def _properties(entry: Entry) -> list[dict[str, Any]]:
    return [{"id": key, "value": value} for key, value in entry.properties.items()]


def _expanded(entry: Entry, options: dict[str, str]) -> list[dict[str, Any]]:
    try:
        wanted = parse(options.get("$filter", ""))
    except FilterSyntax:
        raise bad_request(OUTLOOK, f"$expand={PROPERTIES} needs ($filter=id eq '…').") from None
    return [row for row in _properties(entry) if wanted.test(row)]


def _context(call: Call, what: str) -> str:
    return f"users('{call.ids['user_id']}')/{what}"


def _rows_between(call: Call, entries: list[Entry], since: datetime, until: datetime) -> list[Row]:
    mailbox, show = mailbox_of(call), Times(call)
    found = [
        (one, entry) for entry in entries for one in occurrences(entry.appointment, since, until)
    ]
    standing = sorted(
        (pair for pair in found if pair[0].day not in pair[1].declined),
        key=lambda pair: pair[0].start,
    )
    makers = {entry.id: EntryRows(call.state, entry, show) for _, entry in standing}
    rows = [makers[entry.id].occurrence(mailbox, one) for one, entry in standing]
    return [_dressed(call, _entry_of(mailbox, row), row) for row in ordered(call, rows, *ORDERABLE)]


def _entry_of(mailbox: Mailbox, row: Row) -> Entry:
    return mailbox.entries[row["seriesMasterId"] or row["id"]]


def window(query: Mapping[str, str]) -> tuple[datetime, datetime]:
    """The window of the query, aware. Raises GraphRefusal (400)."""
    given = {key.casefold(): value for key, value in query.items()}
    since, until = (_moment(given.get(name.casefold()), name) for name in WINDOW)
    if until < since:
        raise bad_request(OUTLOOK, "The endDateTime is before the startDateTime.")
    return since, until


def _moment(text: str | None, name: str) -> datetime:
    if text is None:
        text = (
            "This request requires a time window specified by the query string parameters "
            "StartDateTime and EndDateTime."
        )
        raise bad_request(OUTLOOK, text)
    try:
        parsed = datetime.fromisoformat(text)
    except ValueError:
        raise bad_request(
            OUTLOOK, f"The value '{text}' of '{name}' is not a date and time."
        ) from None
    return parsed if parsed.tzinfo else parsed.replace(tzinfo=UTC)

"""Ending a series: what is to come is cancelled one by one, what was stays, then the range is cut.

Graph gives single occurrences back their planned times when a series gets another end (Outlook long
did, newer versions may not), so the past ones are looked at afterwards and put right where that
happened. Each part may run again: what is cancelled is no longer among the instances, a range that
has ended is not cut again, and an occurrence in its place is not moved.
"""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from msgraph.generated.models.event import Event
from msgraph.generated.models.patterned_recurrence import PatternedRecurrence
from msgraph.generated.models.recurrence_range import RecurrenceRange
from msgraph.generated.models.recurrence_range_type import RecurrenceRangeType

from graph.calendar_entries import is_cancelled, planned_start
from graph.client import Graph
from graph.events import cancel_event, end_range, event_of, instances, move_event
from graph.series import shape_of
from graph.zones import iana_zone, in_utc
from mentoring.domain.errors import Gone
from mentoring.domain.scheduling.recurrence import PatternDay, expand_dates
from mentoring.ports.calendar import Kept

LONGEST = timedelta(days=3 * 366)
"""No cycle reaches further than this."""

Row = dict[str, Any]


async def end_series(
    graph: Graph, organizer: str, series_id: str, now: datetime, comment: str, kept: Kept
) -> None:
    """Cancel the occurrences after ``now`` (aware) with the comment, keep the past ones, and end
    the range with the last of them.

    A series of which nothing has taken place yet is cancelled as a whole; one that is gone already
    stays so.
    """
    try:
        master: Row = dict((await event_of(graph, user_id=organizer, event_id=series_id)).json)
    except Gone:
        return
    if is_cancelled(master):
        return
    rows = await _instances(graph, organizer, master)
    past = [row for row in rows if in_utc(row["start"]) <= now]
    future = [row for row in rows if in_utc(row["start"]) > now]
    if not past and future:
        await _cancel(graph, organizer, series_id, comment)
        return
    for row in future if master.get("recurrence") else ():
        await _cancel(graph, organizer, row["id"], comment)
    if past and master.get("recurrence"):
        cut_already = master["recurrence"]["range"]["type"] == "endDate"
        # What Outlook shows now is newer than what we know, unless an earlier attempt has changed
        # it.
        truth = (
            kept if cut_already else {**kept, **{planned_start(row): _times(row) for row in past}}
        )
        await _cut_and_restore(
            graph, organizer, master, max(planned_start(row) for row in past), comment, truth
        )


async def _cancel(graph: Graph, organizer: str, event_id: str, comment: str) -> None:
    with contextlib.suppress(Gone):
        await cancel_event(graph, user_id=organizer, event_id=event_id, comment=comment)


def _times(row: Row) -> tuple[datetime, int]:
    start = in_utc(row["start"])
    return start, int((in_utc(row["end"]) - start).total_seconds()) // 60


async def _instances(graph: Graph, organizer: str, master: Row) -> Sequence[Row]:
    if not master.get("recurrence"):
        return [master]
    start = in_utc(master["start"]) - timedelta(days=60)
    answer = await instances(
        graph, user_id=organizer, event_id=master["id"], start=start, end=start + LONGEST
    )
    found: Sequence[Row] = answer.json["value"]
    return found


async def _cut_and_restore(
    graph: Graph, organizer: str, master: Row, last: datetime, comment: str, kept: Kept
) -> None:
    # A day later than in UTC covers every zone, and no occurrence lies so near to its neighbour.
    end = (last + timedelta(days=1)).date()
    if _last_planned(master) > end:
        await _cut(graph, organizer, master, end)
    elif master["recurrence"]["range"]["type"] != "endDate":
        return
    await _restore(graph, organizer, master, comment, kept)


def _last_planned(master: Row) -> date:
    """The day of the last occurrence that pattern and range plan, or the range's own end."""
    span, pattern = master["recurrence"]["range"], master["recurrence"]["pattern"]
    if span["type"] == "endDate":
        return date.fromisoformat(span["endDate"])
    day = PatternDay(
        pattern["type"],
        pattern["daysOfWeek"][0],
        pattern["interval"],
        pattern.get("index") or "first",
    )
    return expand_dates(day, date.fromisoformat(span["startDate"]), span["numberOfOccurrences"])[-1]


def _known(zone: str | None) -> str | None:
    """The zone if its name means one; without it the event's own counts (resource recurrenceRange),
    also where Outlook has left ``tzone://Microsoft/Custom`` (resource event).
    """
    return zone if zone and iana_zone(zone) else None


async def _cut(graph: Graph, organizer: str, master: Row, end: date) -> None:
    recurrence = master["recurrence"]
    span = RecurrenceRange(
        type=RecurrenceRangeType.EndDate,
        start_date=date.fromisoformat(recurrence["range"]["startDate"]),
        end_date=end,
        recurrence_time_zone=_known(recurrence["range"].get("recurrenceTimeZone")),
    )
    event = Event(
        recurrence=PatternedRecurrence(pattern=shape_of(recurrence["pattern"]), range=span)
    )
    await end_range(graph, user_id=organizer, event_id=master["id"], event=event)


async def _restore(graph: Graph, organizer: str, master: Row, comment: str, kept: Kept) -> None:
    """Put past occurrences back where they were, and cancel again those that had been cancelled,
    wherever Graph has undone it.
    """
    if not kept:
        return
    for row in await _instances(graph, organizer, master):
        if planned_start(row) not in kept:
            await _cancel(graph, organizer, row["id"], comment)
            continue
        start, minutes = kept[planned_start(row)]
        if in_utc(row["start"]) != start:
            end = start + timedelta(minutes=minutes)
            await move_event(graph, user_id=organizer, event_id=row["id"], start=start, end=end)

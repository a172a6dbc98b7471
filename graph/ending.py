"""Ending a series: what is to come is cancelled one by one, what was stays, then the range is cut.

Graph gives single occurrences back their planned times when a series gets another end (Outlook long did, newer versions may
not), so the past ones that had been moved or cancelled are looked at afterwards and put right where that happened.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from msgraph.generated.models.event import Event
from msgraph.generated.models.patterned_recurrence import PatternedRecurrence
from msgraph.generated.models.recurrence_range import RecurrenceRange
from msgraph.generated.models.recurrence_range_type import RecurrenceRangeType

from graph.client import Graph
from graph.events import cancel_event, end_range, event_of, instances, move_event
from graph.series import shape_of
from graph.standing import is_cancelled, planned_start
from graph.zones import in_utc
from mentoring.domain.errors import NotThere

LONGEST = timedelta(days=3 * 366)
"""Further than this no cycle reaches."""

Row = Mapping[str, Any]


async def end_series(graph: Graph, organizer: str, series_id: str, now: datetime, comment: str) -> None:
    """Cancel the occurrences after ``now`` (aware) with the comment, keep the past ones, and end the range with the last of them.

    A series of which nothing has taken place yet is cancelled as a whole; one that is gone already stays so.
    """
    try:
        master = (await event_of(graph, user_id=organizer, event_id=series_id)).json
    except NotThere:
        return
    if is_cancelled(master):
        return
    before = await _instances(graph, organizer, master)
    past, future = [row for row in before if in_utc(row["start"]) <= now], [row for row in before if in_utc(row["start"]) > now]
    if not past or not master.get("recurrence"):
        if future:
            await cancel_event(graph, user_id=organizer, event_id=series_id, comment=comment)
        return
    for row in future:
        await cancel_event(graph, user_id=organizer, event_id=row["id"], comment=comment)
    if future:
        await _cut(graph, organizer, master, max(planned_start(row) for row in past))
        await _restore(graph, organizer, master, past, comment)


async def _instances(graph: Graph, organizer: str, master: Row) -> Sequence[Row]:
    if not master.get("recurrence"):
        return [master]
    start = in_utc(master["start"]) - timedelta(days=60)
    answer = await instances(graph, user_id=organizer, event_id=master["id"], start=start, end=start + LONGEST)
    found: Sequence[Row] = answer.json["value"]
    return found


async def _cut(graph: Graph, organizer: str, master: Row, last: datetime) -> None:
    """End the range with the day of the last occurrence that stays."""
    recurrence, zone = master["recurrence"], master["recurrence"]["range"].get("recurrenceTimeZone")
    span = RecurrenceRange(
        type=RecurrenceRangeType.EndDate,
        start_date=date.fromisoformat(recurrence["range"]["startDate"]),
        # A day later than in UTC covers every zone, and no occurrence lies so near to its neighbour.
        end_date=(last + timedelta(days=1)).date(),
        recurrence_time_zone=zone,
    )
    event = Event(recurrence=PatternedRecurrence(pattern=shape_of(recurrence["pattern"]), range=span))
    await end_range(graph, user_id=organizer, event_id=master["id"], event=event)


async def _restore(graph: Graph, organizer: str, master: Row, past: Sequence[Row], comment: str) -> None:
    """Put past occurrences back where they were, and take away those that had been cancelled, as far as Graph undid it."""
    wanted = {planned_start(row): row for row in past}
    for row in await _instances(graph, organizer, master):
        kept = wanted.get(planned_start(row))
        if kept is None:
            await cancel_event(graph, user_id=organizer, event_id=row["id"], comment=comment)
        elif in_utc(row["start"]) != in_utc(kept["start"]):
            start, end = in_utc(kept["start"]).astimezone(UTC), in_utc(kept["end"]).astimezone(UTC)
            await move_event(graph, user_id=organizer, event_id=row["id"], start=start, end=end)

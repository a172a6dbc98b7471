"""Our own events as Graph answers them, in the heart's words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from graph.zones import in_utc
from mentoring.ports.calendar import CalendarEntry


def planned_start(instance: Mapping[str, Any]) -> datetime:
    """Where the pattern put an occurrence (UTC): ``originalStart`` stays when it is moved."""
    original = instance.get("originalStart")
    return (
        datetime.fromisoformat(original).astimezone(UTC) if original else in_utc(instance["start"])
    )


def is_cancelled(event: Mapping[str, Any]) -> bool:
    """Whether the event only says that it does not take place."""
    return bool(event.get("isCancelled"))


def entry_of(event: Mapping[str, Any]) -> CalendarEntry:
    """An event or occurrence with what its one invited person has answered."""
    answers = [
        attendee.get("status", {}).get("response") for attendee in event.get("attendees", ())
    ]
    proposals = [
        attendee["proposedNewTime"]
        for attendee in event.get("attendees", ())
        if attendee.get("proposedNewTime")
    ]
    return CalendarEntry(
        id=str(event["id"]),
        planned=planned_start(event),
        start=in_utc(event["start"]),
        end=in_utc(event["end"]),
        declined=bool(answers) and all(answer == "declined" for answer in answers),
        proposed=in_utc(proposals[0]["start"]) if proposals else None,
    )

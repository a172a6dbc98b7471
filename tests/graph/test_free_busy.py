"""What getSchedule answers, put together from several questions."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from graph.free_busy import _collected
from mentoring.domain.scheduling.types import Busy

PEOPLE = {"eva@firma.example": "eva"}


def item(start: str, end: str) -> dict[str, Any]:
    return {
        "status": "busy",
        "start": {"dateTime": f"2027-01-12T{start}:00.0000000", "timeZone": "UTC"},
        "end": {"dateTime": f"2027-01-12T{end}:00.0000000", "timeZone": "UTC"},
    }


def answer(*items: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"scheduleId": "Eva@firma.example", "scheduleItems": list(items)}]


def entries(*answers: list[dict[str, Any]]) -> list[Busy]:
    return list(_collected(["eva"], PEOPLE, answers)["eva"].busy)


def test_two_things_at_exactly_the_same_time_are_two() -> None:
    """One of them may be our own session, which does not count when it is to be moved; the other
    one does.
    """
    assert len(entries(answer(item("10:00", "12:00"), item("10:00", "12:00")))) == 2


def test_what_lies_across_the_border_of_two_questions_is_one() -> None:
    twice = item("10:00", "12:00")
    assert entries(answer(twice), answer(twice)) == [
        Busy(datetime(2027, 1, 12, 10, tzinfo=UTC), datetime(2027, 1, 12, 12, tzinfo=UTC), "busy")
    ]


def test_one_answer_with_an_error_makes_the_whole_calendar_unreadable() -> None:
    refused = [{"scheduleId": "eva@firma.example", "error": {"responseCode": "ErrorAccessDenied"}}]
    assert not _collected(["eva"], PEOPLE, [answer(), refused])["eva"].readable

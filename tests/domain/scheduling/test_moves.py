"""Where a single session goes that does not fit the pattern: every second Tuesday, ten o'clock, but
not on 2 February.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from mentoring.domain.scheduling.plan import Occurrence
from mentoring.domain.scheduling.search import find_series
from mentoring.domain.scheduling.settings import WEEKDAYS, SchedulingRules, Weekday
from mentoring.domain.scheduling.types import Busy, PersonCalendar, WorkingHours

BERLIN = ZoneInfo("Europe/Berlin")
ALWAYS = WorkingHours.daily("Europe/Berlin", time(), time(), WEEKDAYS)
MENTEE = PersonCalendar("mentee", "Europe/Berlin", ALWAYS)
TUESDAYS = ("01-19 10:00", "02-16 10:00", "03-02 10:00")


def at(text: str) -> datetime:
    return datetime.strptime(f"2027-{text}", "%Y-%m-%d %H:%M").replace(tzinfo=BERLIN)


def mentor_free_at(*starts: str) -> PersonCalendar:
    """Somebody who is free for two hours at each start, and on the three Tuesdays, and never
    else.
    """
    taken_from, entries = at("01-01 00:00"), []
    for start in sorted(at(text) for text in (*TUESDAYS, *starts, "06-01 00:00")):
        entries.append(Busy(taken_from, start, "busy"))
        taken_from = start + timedelta(hours=2)
    return PersonCalendar("mentor", "Europe/Berlin", ALWAYS, tuple(entries))


def sessions(
    mentor: PersonCalendar, mentee: PersonCalendar = MENTEE, move_days: int = 3
) -> tuple[Occurrence, ...]:
    rules = SchedulingRules(rhythm="two_weeks", months=2, lunch=False, move_days=move_days)
    series = find_series(
        mentor, mentee, rules, date(2027, 1, 14), "Europe/Berlin", datetime(2027, 1, 4, tzinfo=UTC)
    ).series
    assert series is not None
    return series.occurrences


def second_session(
    mentor: PersonCalendar, mentee: PersonCalendar = MENTEE, move_days: int = 3
) -> Occurrence:
    found = sessions(mentor, mentee, move_days)
    assert [o.state for o in found if o.number != 2] == ["kept"] * 3
    assert found[1].planned.start == at("02-02 10:00")
    return found[1]


def days_moved(occurrence: Occurrence) -> int:
    dates = [
        slot.start.astimezone(BERLIN).date()
        for slot in (occurrence.slot, occurrence.planned)
        if slot
    ]
    return abs(dates[0] - dates[-1]).days


def goes_to(occurrence: Occurrence) -> str:
    return (
        f"{occurrence.slot.start.astimezone(BERLIN):%m-%d %H:%M}"
        if occurrence.slot
        else occurrence.state
    )


def test_the_nearest_free_slot_wins_on_either_side() -> None:
    assert goes_to(second_session(mentor_free_at("01-31 10:00", "02-03 10:00"))) == "02-03 10:00"
    assert goes_to(second_session(mentor_free_at("02-01 10:00", "02-04 10:00"))) == "02-01 10:00"


def test_of_two_equally_near_ones_the_earlier_wins() -> None:
    assert goes_to(second_session(mentor_free_at("02-01 10:00", "02-03 10:00"))) == "02-01 10:00"


def tentative(text: str) -> Busy:
    return Busy(at(text), at(text) + timedelta(hours=1), "tentative")


def test_of_two_equally_near_ones_the_one_without_a_tentative_entry_wins() -> None:
    hesitating = replace(MENTEE, busy=(tentative("02-01 10:00"),))
    assert (
        goes_to(second_session(mentor_free_at("02-01 10:00", "02-03 10:00"), hesitating))
        == "02-03 10:00"
    )


@pytest.mark.parametrize(
    ("wish", "expected"), [("monday", "02-01 10:00"), ("wednesday", "02-03 10:00")]
)
def test_of_two_equally_near_ones_the_wished_one_wins(wish: Weekday, expected: str) -> None:
    wishing = replace(MENTEE, weekdays=frozenset({wish}))
    assert (
        goes_to(second_session(mentor_free_at("02-01 10:00", "02-03 10:00"), wishing)) == expected
    )


def test_a_tentative_entry_weighs_more_than_a_wish() -> None:
    torn = replace(MENTEE, weekdays=frozenset({"monday"}), busy=(tentative("02-01 10:00"),))
    assert (
        goes_to(second_session(mentor_free_at("02-01 10:00", "02-03 10:00"), torn)) == "02-03 10:00"
    )


def test_nearer_weighs_more_than_tentative() -> None:
    hesitating = replace(MENTEE, busy=(tentative("02-01 10:00"),))
    assert (
        goes_to(second_session(mentor_free_at("02-01 10:00", "02-04 10:00"), hesitating))
        == "02-01 10:00"
    )


@pytest.mark.parametrize("only_slot", ["01-30 00:00", "02-05 23:45"])
def test_the_window_reaches_to_the_first_and_last_minute_of_its_days(only_slot: str) -> None:
    assert goes_to(second_session(mentor_free_at(only_slot))) == only_slot


@pytest.mark.parametrize("only_slot", ["01-29 23:45", "02-06 00:00"])
def test_no_session_is_moved_by_more_days_than_the_rules_allow(only_slot: str) -> None:
    assert all(days_moved(occurrence) <= 3 for occurrence in sessions(mentor_free_at(only_slot)))


def test_no_session_is_moved_half_way_to_its_neighbour_whatever_the_rules_allow() -> None:
    assert goes_to(second_session(mentor_free_at("02-08 10:00"), move_days=13)) == "02-08 10:00"
    assert all(
        days_moved(occurrence) <= 6
        for occurrence in sessions(mentor_free_at("02-09 10:00"), move_days=13)
    )


def test_a_series_in_which_every_session_is_moved_is_better_than_one_that_lacks_a_session() -> None:
    found = sessions(mentor_free_at("02-06 10:00"))
    assert [goes_to(occurrence) for occurrence in found] == [
        "01-19 10:00",
        "02-06 10:00",
        "02-16 10:00",
        "03-02 10:00",
    ]
    assert all(occurrence.state == "moved" for occurrence in found)


def test_a_move_on_the_same_day_is_the_shortest() -> None:
    assert goes_to(second_session(mentor_free_at("02-01 10:00", "02-02 18:00"))) == "02-02 18:00"

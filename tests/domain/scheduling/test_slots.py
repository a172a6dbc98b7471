"""Three common slots, when one session has to find a new time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentoring.domain.errors import NaiveTime
from mentoring.domain.scheduling.settings import SchedulingRules
from mentoring.domain.scheduling.slots import SlotChoice, three_slots
from mentoring.domain.scheduling.types import Busy, PersonCalendar, WorkingHours
from tests.domain.scheduling.oracle import BruteForce
from tests.domain.scheduling.worlds import World, invented

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = date(2027, 1, 11)
WEEK = (MONDAY, MONDAY + timedelta(days=6))
NOW = datetime(2027, 1, 4, 8, tzinfo=UTC)
MENTOR, MENTEE = (
    PersonCalendar("mentor", "Europe/Berlin"),
    PersonCalendar("mentee", "Europe/Berlin"),
)


def choice(
    mentor: PersonCalendar = MENTOR,
    near: datetime | None = None,
    window: tuple[date, date] = WEEK,
    now: datetime = NOW,
) -> SlotChoice:
    return three_slots(mentor, MENTEE, SchedulingRules(), window, "Europe/Berlin", now, near)


def clocks(found: SlotChoice) -> list[str]:
    return [f"{slot.start.astimezone(BERLIN):%a %H:%M}" for slot in found.slots]


def test_the_three_slots_lie_on_three_days_and_the_earliest_come_first() -> None:
    assert clocks(choice()) == ["Mon 08:00", "Tue 08:00", "Wed 08:00"]


def test_near_the_old_time_is_better_than_early() -> None:
    assert clocks(choice(near=datetime(2027, 1, 14, 14, tzinfo=BERLIN))) == [
        "Wed 15:00",
        "Thu 14:00",
        "Fri 08:00",
    ]


def test_on_two_days_the_third_slot_does_not_overlap_the_others() -> None:
    assert clocks(choice(window=(MONDAY, MONDAY + timedelta(days=1)))) == [
        "Mon 08:00",
        "Mon 10:00",
        "Tue 08:00",
    ]


def test_wishes_come_before_the_nearest_time() -> None:
    wishing = replace(MENTOR, weekdays=frozenset({"friday"}), times=frozenset({"afternoon"}))
    assert "Fri 14:00" in clocks(choice(wishing))


def test_the_notice_is_kept() -> None:
    assert clocks(choice(now=datetime(2027, 1, 11, 8, tzinfo=UTC))) == [
        "Thu 08:00",
        "Thu 10:00",
        "Fri 08:00",
    ]
    too_late = choice(now=datetime(2027, 1, 16, 8, tzinfo=UTC))
    assert (too_late.slots, too_late.offer) == ((), None)


def test_a_full_week_brings_the_least_bad_time_as_an_offer() -> None:
    start = datetime(2027, 1, 11, tzinfo=BERLIN)
    full = replace(MENTOR, busy=(Busy(start, start + timedelta(days=7), "busy"),))
    found = choice(full)
    assert (found.slots, found.offer is not None) == ((), True)
    told = [e.code for e in found.explanations if e.told_to == "mentor"]
    assert told == ["hours-unknown", "offer-taken"]


def test_a_calendar_that_cannot_be_read_is_named() -> None:
    found = choice(replace(MENTOR, readable=False))
    assert ("calendar-unreadable", {"who": "mentor"}) in [
        (e.code, dict(e.facts)) for e in found.explanations
    ]


def test_somebody_who_works_one_hour_has_no_common_slot() -> None:
    hours = WorkingHours.daily("Europe/Berlin", time(9), time(10))
    assert choice(replace(MENTOR, working_hours=hours)).slots == ()


def test_a_time_without_zone_is_refused() -> None:
    with pytest.raises(NaiveTime, match="has no time zone"):
        choice(near=datetime(2027, 1, 14, 14))  # noqa: DTZ001  # refused on purpose


def expected(
    world: World,
    window: tuple[date, date],
    near: datetime | None,
    besides: Sequence[datetime] = (),
) -> list[datetime]:
    """The same choice by plain comparison of all free starts."""
    brute = BruteForce(world.mentor, world.mentee, world.rules, world.mentor.zone, besides)
    starts = [
        start
        for day in brute.all_starts(max(window[0], world.begin), window[1]).values()
        for start in day
    ]
    left = [s for s in starts if all(side.free(s, s + brute.length) for side in brute.sides)]
    if near is None:
        near = min(starts, default=world.now)
    chosen: list[datetime] = []
    while left and len(chosen) < 3:
        dates = {start.astimezone(brute.zone).date() for start in chosen}
        fresh = [start for start in left if start.astimezone(brute.zone).date() not in dates]
        chosen.append(
            min(
                fresh or left,
                key=lambda start: (brute.rank(start, near)[1:], abs(start - near), start),
            )
        )
        left = [start for start in left if abs(start - chosen[-1]) >= brute.length]
    return sorted(chosen)


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 10**9).map(invented), st.integers(0, 40), st.integers(0, 14), st.booleans())
def test_the_slots_are_those_of_brute_force(
    world: World, first: int, days: int, with_near: bool
) -> None:
    window = (world.start + timedelta(days=first), world.start + timedelta(days=first + days))
    near = (
        datetime.combine(window[0], time(10), UTC) + timedelta(days=days // 2)
        if with_near
        else None
    )
    found = three_slots(
        world.mentor, world.mentee, world.rules, window, world.mentor.zone, world.now, near
    )
    assert [slot.start for slot in found.slots] == expected(world, window, near)
    besides = [slot.start for slot in found.slots] or ([found.offer.start] if found.offer else [])
    again = three_slots(
        world.mentor, world.mentee, world.rules, window, world.mentor.zone, world.now, near, besides
    )
    assert [slot.start for slot in again.slots] == expected(world, window, near, besides)
    length = timedelta(minutes=world.rules.length_minutes)
    offered = [*again.slots, *([again.offer] if again.offer else [])]
    assert all(abs(one.start - other) >= length for one in offered for other in besides)


def test_times_that_did_not_suit_do_not_come_back() -> None:
    first = choice()
    besides = [slot.start for slot in first.slots]
    again = three_slots(
        MENTOR, MENTEE, SchedulingRules(), WEEK, "Europe/Berlin", NOW, None, besides
    )
    assert len(again.slots) == 3
    lengths = [abs(one.start - other) for one in again.slots for other in besides]
    assert min(lengths) >= timedelta(minutes=120), "nor a time that overlaps one of them"


def test_a_least_bad_time_that_did_not_suit_does_not_come_back() -> None:
    full = replace(MENTOR, busy=(Busy(NOW, NOW + timedelta(days=60), "busy"),))
    offer = choice(full).offer
    assert offer is not None
    again = three_slots(
        full, MENTEE, SchedulingRules(), WEEK, "Europe/Berlin", NOW, None, [offer.start]
    )
    assert again.offer is not None
    assert abs(again.offer.start - offer.start) >= timedelta(minutes=120)

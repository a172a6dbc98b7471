"""When two people can meet: the rules one by one, each told by the only slots that it leaves."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from mentoring.domain.errors import NaiveTime
from mentoring.domain.scheduling.explain import explain_gaps
from mentoring.domain.scheduling.pair import pair_time
from mentoring.domain.scheduling.settings import (
    WEEKDAYS,
    LocalSpan,
    NoGoTime,
    SchedulingRules,
    Weekday,
)
from mentoring.domain.scheduling.slots import three_slots
from mentoring.domain.scheduling.types import (
    Busy,
    CalendarInvalid,
    DayTime,
    PersonCalendar,
    Shift,
    Status,
    WorkingHours,
)

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY, TUESDAY, SATURDAY = date(2027, 1, 11), date(2027, 1, 12), date(2027, 1, 16)
NO_LUNCH = SchedulingRules(lunch=False)
HOURS, LONG_BEFORE = timedelta(hours=2), datetime(2026, 12, 1, tzinfo=UTC)
ROUND_THE_CLOCK = PersonCalendar(
    "mentor", "Europe/Berlin", WorkingHours.daily("Europe/Berlin", time(), time(), WEEKDAYS)
)


def someone(
    *busy: Busy, zone: str = "Europe/Berlin", hours: WorkingHours | None = None
) -> PersonCalendar:
    return PersonCalendar("mentee", zone, hours, busy)


def entry(start: str, end: str, status: Status = "busy", day: date = TUESDAY) -> Busy:
    first, last = (datetime.combine(day, time.fromisoformat(text), BERLIN) for text in (start, end))
    return Busy(first, last, status)


def starts(
    who: PersonCalendar, rules: SchedulingRules = NO_LUNCH, day: date = TUESDAY
) -> list[str]:
    """The starts in Berlin at which the two may meet on a day; the other one is always there."""
    pair = pair_time(ROUND_THE_CLOCK, who, rules, "Europe/Berlin", day, day)
    cells = range(pair.first_cell(day), pair.first_cell(day + timedelta(days=1)))
    return [
        f"{pair.grid.moment(cell).astimezone(BERLIN):%H:%M}" for cell in cells if pair.free[cell]
    ]


def test_without_known_working_hours_outlooks_default_holds() -> None:
    assert (starts(someone())[0], starts(someone())[-1]) == ("08:00", "15:00")
    assert starts(someone(), day=SATURDAY) == []


def test_a_session_keeps_clear_of_what_is_busy_to_the_minute() -> None:
    assert starts(someone(entry("08:00", "10:20"), entry("12:35", "17:00"))) == ["10:30"]
    assert starts(someone(entry("08:00", "10:31"), entry("12:35", "17:00"))) == []
    assert starts(someone(entry("08:00", "10:30"), entry("12:30", "17:00"))) == ["10:30"]


@pytest.mark.parametrize("status", ["busy", "oof", "unknown"])
def test_busy_and_out_of_office_are_never_booked_over(status: Status) -> None:
    assert starts(someone(entry("08:00", "17:00", status))) == []


@pytest.mark.parametrize("status", ["free", "tentative", "workingElsewhere"])
def test_tentative_and_working_elsewhere_may_be_booked_over(status: Status) -> None:
    assert starts(someone(entry("08:00", "17:00", status))) == starts(someone())


def test_an_entry_without_length_takes_nothing() -> None:
    assert starts(someone(entry("10:00", "10:00"))) == starts(someone())


def test_several_tentative_entries_count_one_by_one_where_a_session_touches_them() -> None:
    spans = (("09:00", "09:30"), ("09:30", "11:00"), ("11:00", "12:00"))
    who = someone(*(entry(start, end, "tentative") for start, end in spans))
    pair = pair_time(ROUND_THE_CLOCK, who, NO_LUNCH, "Europe/Berlin", TUESDAY, TUESDAY)
    at_nine = pair.grid.cell(datetime.combine(TUESDAY, time(9), BERLIN))
    assert [int(pair.tentative[at_nine + quarters]) for quarters in (0, 1, 2, 8, 12)] == [
        2,
        3,
        2,
        1,
        0,
    ]


def test_part_time_hours_differ_from_day_to_day() -> None:
    hours = WorkingHours(
        "Europe/Berlin",
        (Shift("monday", time(8), time(10, 30)), Shift("tuesday", time(13), time(15))),
    )
    assert starts(someone(hours=hours), day=MONDAY) == ["08:00", "08:15", "08:30"]
    assert starts(someone(hours=hours), day=TUESDAY) == ["13:00"]
    assert starts(someone(hours=hours), day=SATURDAY) == []


def test_two_shifts_of_one_day_leave_the_gap_between_them_free_of_sessions() -> None:
    shifts = (Shift("tuesday", time(8), time(10)), Shift("tuesday", time(14), time(16, 15)))
    assert starts(someone(hours=WorkingHours("Europe/Berlin", shifts))) == [
        "08:00",
        "14:00",
        "14:15",
    ]


def test_a_night_shift_runs_into_the_next_day() -> None:
    night = someone(hours=WorkingHours("Europe/Berlin", (Shift("monday", time(22), time(2, 15)),)))
    assert starts(night, day=MONDAY) == [
        "22:00",
        "22:15",
        "22:30",
        "22:45",
        "23:00",
        "23:15",
        "23:30",
        "23:45",
    ]
    assert starts(night, day=TUESDAY) == ["00:00", "00:15"]


def test_sunday_nights_shift_ends_on_monday() -> None:
    night = someone(hours=WorkingHours("Europe/Berlin", (Shift("sunday", time(22), time(2)),)))
    assert starts(night, day=MONDAY) == ["00:00"]


def test_working_hours_count_in_their_own_zone() -> None:
    new_york = WorkingHours.daily("America/New_York", time(9), time(17))
    assert starts(someone(zone="America/New_York", hours=new_york))[0] == "15:00"


def test_the_other_sides_hours_shift_while_only_one_side_has_changed_its_clocks() -> None:
    new_york = someone(
        zone="America/New_York", hours=WorkingHours.daily("America/New_York", time(9), time(12))
    )
    assert starts(new_york, day=date(2027, 3, 9)) == ["15:00", "15:15", "15:30", "15:45", "16:00"]
    assert starts(new_york, day=date(2027, 3, 16)) == ["14:00", "14:15", "14:30", "14:45", "15:00"]
    assert starts(new_york, day=date(2027, 3, 30)) == ["15:00", "15:15", "15:30", "15:45", "16:00"]


def test_a_zone_with_a_crooked_offset_fits_the_grid() -> None:
    kathmandu = someone(
        zone="Asia/Kathmandu", hours=WorkingHours.daily("Asia/Kathmandu", time(13), time(15))
    )
    assert starts(kathmandu) == ["08:15"]


def test_lunch_is_kept_free_unless_the_programme_gives_it_up() -> None:
    assert [
        start for start in starts(someone(), SchedulingRules()) if "10:00" < start < "13:00"
    ] == []
    assert "11:00" in starts(someone())


def test_everybody_has_lunch_by_their_own_clock() -> None:
    kolkata = someone(
        zone="Asia/Kolkata", hours=WorkingHours.daily("Asia/Kolkata", time(9), time(18))
    )
    found = starts(kolkata, SchedulingRules())
    assert [start for start in found if "05:30" < start < "08:30"] == [], (
        "12:00 to 13:00 in Kolkata is 7:30 to 8:30 in Berlin"
    )
    assert found[-1] == "10:00", "then comes lunch in Berlin, and the evening in Kolkata"


def test_no_session_starts_too_early_or_ends_too_late() -> None:
    rules = SchedulingRules(lunch=False, earliest=time(9, 20), latest=time(12))
    assert starts(someone(), rules) == ["09:30", "09:45", "10:00"]


def test_no_go_times_hold_on_their_weekdays_only() -> None:
    rules = SchedulingRules(
        lunch=False, no_go=(NoGoTime(weekdays=("tuesday",), start=time(8), end=time(14, 50)),)
    )
    assert starts(someone(), rules) == ["15:00"]
    assert starts(someone(), rules, day=MONDAY)[0] == "08:00"


def test_sessions_start_on_the_step_of_the_organizers_clock() -> None:
    assert starts(someone(), SchedulingRules(lunch=False, step_minutes=60)) == [
        f"{hour:02d}:00" for hour in range(8, 16)
    ]


def test_a_shorter_session_fits_where_a_long_one_does_not() -> None:
    who = someone(entry("09:00", "17:00"))
    assert starts(who) == []
    assert starts(who, SchedulingRules(length_minutes=60)) == ["08:00"]


@pytest.mark.parametrize(
    ("country", "state", "free"),
    [("DE", "BY", False), ("DE", "BE", True), ("DE", "", True), ("", "", True)],
)
def test_a_public_holiday_counts_where_it_is_one(country: str, state: str, free: bool) -> None:
    epiphany = date(2027, 1, 6)
    assert bool(starts(replace(someone(), country=country, state=state), day=epiphany)) is free


def test_a_country_may_be_named_in_english_and_a_state_in_its_own_language() -> None:
    assert starts(replace(someone(), country="Germany", state="Bayern"), day=date(2027, 1, 6)) == []


def test_a_holiday_lasts_from_midnight_to_midnight_of_its_own_place() -> None:
    new_yorker = replace(
        someone(hours=ROUND_THE_CLOCK.hours), zone="America/New_York", country="US"
    )
    labor_day = date(2027, 9, 6)
    assert starts(new_yorker, day=labor_day)[-1] == "04:00", (
        "the day begins at six in the morning in Berlin"
    )
    assert starts(new_yorker, day=labor_day + timedelta(days=1))[0] == "06:00"


def test_nobody_meets_on_a_closing_day_or_on_the_day_of_another_tandem() -> None:
    assert starts(someone(), SchedulingRules(closing_days=(TUESDAY,))) == []
    assert starts(replace(someone(), taken_days=frozenset({TUESDAY}))) == []
    assert starts(replace(someone(), taken_days=frozenset({MONDAY}))) == starts(someone())


@pytest.mark.parametrize(
    ("weekdays", "times", "missed"),
    [
        ((), (), 0),
        (("tuesday",), ("morning",), 0),
        (("monday",), ("morning",), 1),
        (("monday",), ("midday", "afternoon"), 2),
    ],
)
def test_wishes_for_weekday_and_time_of_day_are_counted_where_they_are_missed(
    weekdays: tuple[Weekday, ...], times: tuple[DayTime, ...], missed: int
) -> None:
    who = replace(someone(), weekdays=frozenset(weekdays), times=frozenset(times))
    pair = pair_time(ROUND_THE_CLOCK, who, NO_LUNCH, "Europe/Berlin", TUESDAY, TUESDAY)
    assert (
        pair.wishes_missed[pair.grid.cell(datetime.combine(TUESDAY, time(10, 45), BERLIN))]
        == missed
    )


def test_midday_lies_between_eleven_and_two() -> None:
    pair = pair_time(
        ROUND_THE_CLOCK,
        replace(someone(), times=frozenset({"midday"})),
        NO_LUNCH,
        "Europe/Berlin",
        TUESDAY,
        TUESDAY,
    )
    clocks = [time(10, 45), time(11), time(13, 45), time(14)]
    missed = [
        int(pair.wishes_missed[pair.grid.cell(datetime.combine(TUESDAY, clock, BERLIN))])
        for clock in clocks
    ]
    assert missed == [1, 0, 0, 1]


def test_a_calendar_that_cannot_be_is_refused() -> None:
    with pytest.raises(CalendarInvalid, match="no IANA time zone"):
        someone(zone="W. Europe Standard Time")
    with pytest.raises(CalendarInvalid, match="no IANA time zone"):
        WorkingHours("Mars/Olympus", ())
    with pytest.raises(CalendarInvalid, match="before its start"):
        Busy(datetime(2027, 1, 12, 10, tzinfo=UTC), datetime(2027, 1, 12, 9, tzinfo=UTC), "busy")
    with pytest.raises(NaiveTime, match="has no time zone"):
        Busy(datetime(2027, 1, 12, 10), datetime(2027, 1, 12, 11, tzinfo=UTC), "busy")  # noqa: DTZ001  # refused on purpose


def test_an_empty_lunch_is_no_rule() -> None:
    with pytest.raises(ValueError, match="later than"):
        LocalSpan(start=time(12), end=time(12))


OVER_NIGHT = WorkingHours.daily("Europe/Berlin", time(22), time(6), WEEKDAYS)


@pytest.mark.parametrize("sunday", [date(2027, 3, 28), date(2027, 10, 31)])
def test_no_session_lies_over_a_change_of_the_clocks(sunday: date) -> None:
    """Outlook keeps it by its wall clock: from one to three it would last one hour, or three
    (C7).
    """
    who = someone(hours=OVER_NIGHT)
    changing = [at for at in starts(who, day=sunday) if at < "06:00"]
    assert changing, "the rest of the night is free"
    begins = [datetime.combine(sunday, time.fromisoformat(at), BERLIN) for at in changing]
    for start in (each.astimezone(UTC) for each in begins):
        wall = [at.astimezone(BERLIN).replace(tzinfo=None) for at in (start, start + HOURS)]
        assert wall[1] - wall[0] == HOURS
    usual = [at for at in starts(who, day=sunday + timedelta(days=7)) if at < "06:00"]
    assert len(changing) < len(usual)


def test_a_closing_day_is_not_even_offered() -> None:
    closed = SchedulingRules(lunch=False, closing_days=(TUESDAY,))
    full = someone(entry("00:00", "23:59"), entry("00:00", "23:59", day=MONDAY))
    found = three_slots(
        ROUND_THE_CLOCK, full, closed, (TUESDAY, TUESDAY), "Europe/Berlin", LONG_BEFORE
    )
    assert (found.slots, found.offer) == ((), None)


def test_nobody_meets_where_one_can_never_come() -> None:
    """Part-time with other hours each day: Outlook tells eight to five for all of them (C6)."""
    who = replace(
        someone(hours=WorkingHours.daily("Europe/Berlin", time(8), time(17), ["tuesday"])),
        never=frozenset({("tuesday", "morning"), ("tuesday", "afternoon")}),
    )
    assert starts(who) == ["11:00", "11:15", "11:30", "11:45", "12:00"]
    full = replace(who, busy=(entry("11:00", "14:00"),))
    found = three_slots(
        ROUND_THE_CLOCK, full, NO_LUNCH, (TUESDAY, TUESDAY), "Europe/Berlin", LONG_BEFORE
    )
    assert found.offer is not None
    assert f"{found.offer.start.astimezone(BERLIN):%H:%M}" in starts(who), "not even as an offer"


def test_hours_that_nobody_knows_are_said_to_be_the_usual_ones() -> None:
    """To whom it concerns, who can tell Outlook; nobody else reads it (C6)."""
    known = WorkingHours.daily("Europe/Berlin", time(9), time(17))
    told = list(explain_gaps(ROUND_THE_CLOCK, replace(someone(), country="SG")))
    assert [(e.code, e.told_to) for e in told if e.code == "hours-unknown"] == [
        ("hours-unknown", "mentee")
    ]
    other = explain_gaps(ROUND_THE_CLOCK, someone(hours=known))
    assert "hours-unknown" not in {e.code for e in other}


def test_a_clock_that_nobody_knows_is_said_to_its_owner_alone() -> None:
    """With the zone that stands in for it."""
    elsewhere = replace(someone(), zone="Asia/Tokyo", zone_known=False)
    told = list(explain_gaps(ROUND_THE_CLOCK, elsewhere))
    assert [(e.facts, e.told_to) for e in told if e.code == "zone-unknown"] == [
        ({"zone": "Asia/Tokyo"}, "mentee")
    ]

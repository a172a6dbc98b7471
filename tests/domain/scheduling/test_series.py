"""A tandem's series, told case by case."""

from __future__ import annotations

import pickle
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from mentoring.domain.errors import NaiveTime
from mentoring.domain.people import Role
from mentoring.domain.scheduling.plan import Explanation, Fact, Series, SeriesPlan
from mentoring.domain.scheduling.recurrence import expand
from mentoring.domain.scheduling.search import days_to_read, find_series
from mentoring.domain.scheduling.settings import SchedulingRules
from mentoring.domain.scheduling.types import (
    Busy,
    CalendarInvalid,
    PersonCalendar,
    Status,
    WorkingHours,
)

BERLIN, START, NOW = "Europe/Berlin", date(2027, 1, 14), datetime(2027, 1, 4, 8, tzinfo=UTC)
TUESDAY_MORNINGS = WorkingHours.daily(BERLIN, time(10), time(12), ["tuesday"])


def person(
    name: str, zone: str = BERLIN, hours: WorkingHours | None = None, country: str = ""
) -> PersonCalendar:
    return PersonCalendar(name, zone, hours, country=country)


MENTOR, MENTEE = person("mentor"), person("mentee")


def busy(day: date, first: int = 0, last: int = 24, status: Status = "busy") -> Busy:
    """The hours of a day in Berlin that are taken."""
    midnight = datetime.combine(day, time(), ZoneInfo(BERLIN))
    return Busy(midnight + timedelta(hours=first), midnight + timedelta(hours=last), status)


def taken(who: PersonCalendar, *entries: Busy) -> PersonCalendar:
    return replace(who, busy=entries)


def plan(
    mentor: PersonCalendar = MENTOR,
    mentee: PersonCalendar = MENTEE,
    rules: SchedulingRules | None = None,
    now: datetime = NOW,
) -> SeriesPlan:
    return find_series(mentor, mentee, rules or SchedulingRules(), START, mentor.zone, now)


def series(
    mentor: PersonCalendar = MENTOR,
    mentee: PersonCalendar = MENTEE,
    rules: SchedulingRules | None = None,
) -> Series:
    found = plan(mentor, mentee, rules).series
    assert found is not None
    return found


def slots(found: Series, zone: str = BERLIN) -> list[str]:
    """Each session's start on a wall clock, or its state if it has no slot."""
    return [
        f"{o.slot.start.astimezone(ZoneInfo(zone)):%m-%d %H:%M}" if o.slot else o.state
        for o in found.occurrences
    ]


def codes(explanations: tuple[Explanation, ...]) -> list[str]:
    return [explanation.code for explanation in explanations]


def test_with_empty_calendars_the_series_begins_at_the_first_working_hour() -> None:
    found = series()
    assert slots(found) == [
        "01-14 08:00",
        "02-11 08:00",
        "03-11 08:00",
        "04-08 08:00",
        "05-13 08:00",
        "06-10 08:00",
    ]
    assert (found.pattern.day.index, found.pattern.day.weekday) == ("second", "thursday")
    assert {o.state for o in found.occurrences} == {"kept"}


def test_the_pattern_says_the_same_as_the_sessions() -> None:
    found = series()
    assert expand(found.pattern) == tuple(o.planned.start for o in found.occurrences)
    assert found.pattern.start_date == START
    assert all(
        o.slot is not None and o.slot.end - o.slot.start == timedelta(hours=2)
        for o in found.occurrences
    )


def test_no_session_lies_within_the_notice() -> None:
    found = plan(
        rules=SchedulingRules(notice_days=5), now=datetime(2027, 1, 13, 23, 30, tzinfo=UTC)
    ).series
    assert found is not None
    assert slots(found)[0] == "01-19 08:00", "in Berlin it is the 14th already"


@pytest.mark.parametrize(
    ("rhythm", "expected"),
    [
        ("two_weeks", ["01-14", "01-28", "02-11", "02-25", "03-11", "03-25"]),
        ("six_weeks", ["01-14", "02-25", "04-08", "05-20"]),
        ("tandem", ["01-14"]),
    ],
)
def test_the_other_rhythms(rhythm: str, expected: list[str]) -> None:
    found = slots(series(rules=SchedulingRules.model_validate({"rhythm": rhythm})))
    assert [slot[:5] for slot in found][: len(expected)] == expected


def test_one_session_that_does_not_fit_is_moved_as_little_as_possible() -> None:
    mentor = person(
        "mentor", hours=WorkingHours.daily(BERLIN, time(10), time(12), ["tuesday", "thursday"])
    )
    tuesdays = [
        date(2027, 1, 26),
        date(2027, 2, 23),
        date(2027, 4, 27),
        date(2027, 5, 25),
        date(2027, 6, 22),
    ]
    free = {*tuesdays, date(2027, 3, 25)}
    days = (date(2027, 1, 14) + timedelta(days=day) for day in range(200))
    found = series(taken(mentor, *(busy(day) for day in days if day not in free)))
    assert slots(found) == [
        "01-26 10:00",
        "02-23 10:00",
        "03-25 10:00",
        "04-27 10:00",
        "05-25 10:00",
        "06-22 10:00",
    ]
    moved = found.occurrences[2]
    assert (moved.state, found.aim.moved, found.aim.moved_minutes) == ("moved", 1, 2 * 24 * 60)
    assert codes(moved.explanations) == ["moved-not-free"]
    assert moved.explanations[0].facts_for(Role.MENTOR)["who"] == "you"
    assert moved.explanations[0].facts_for(Role.MENTEE)["who"] == "other"


def test_a_public_holiday_of_either_site_moves_the_session() -> None:
    hours = WorkingHours.daily(BERLIN, time(10), time(12), ["monday", "thursday"])
    bavarian = replace(person("mentee", hours=hours, country="DE"), state="BY")
    found = series(mentee=bavarian, rules=SchedulingRules(rhythm="two_weeks"))
    [moved] = [o for o in found.occurrences if o.state != "kept"]
    assert (moved.planned.start.date(), moved.state) == (date(2027, 5, 6), "moved"), "Ascension Day"
    assert slots(found)[8] == "05-03 10:00"
    assert codes(moved.explanations) == ["moved-holiday"]
    assert moved.explanations[0].facts_for(Role.MENTOR)["who"] == "other"


def test_a_pattern_that_avoids_the_holidays_is_better_than_a_moved_session() -> None:
    hours = WorkingHours.daily(BERLIN, time(10), time(12), ["monday", "wednesday"])
    found = series(
        mentee=person("mentee", hours=hours, country="DE"),
        rules=SchedulingRules(rhythm="two_weeks"),
    )
    assert (found.pattern.day.weekday, found.aim.moved) == ("wednesday", 0)


def test_a_closing_day_without_a_slot_near_it_cancels_the_session() -> None:
    closed = (date(2027, 2, 2), date(2027, 2, 9))
    rules = SchedulingRules(rhythm="two_weeks", months=2, move_days=0, closing_days=closed)
    found = series(person("mentor", hours=TUESDAY_MORNINGS), rules=rules)
    assert slots(found) == ["01-19 10:00", "cancelled", "02-16 10:00", "03-02 10:00"]
    assert codes(found.occurrences[1].explanations)[0] == "cancelled-closing-day"
    assert found.aim.without_slot == 1


def test_the_time_that_only_one_sides_clock_change_spoils_is_moved_and_says_so() -> None:
    new_york = person(
        "mentee",
        "America/New_York",
        WorkingHours.daily("America/New_York", time(9), time(11)),
        country="US",
    )
    rules = SchedulingRules(rhythm="two_weeks", months=3)
    found = find_series(MENTOR, new_york, rules, date(2027, 2, 8), BERLIN, NOW).series
    assert found is not None
    assert {
        o.slot.start.astimezone(ZoneInfo("America/New_York")).hour
        for o in found.occurrences
        if o.slot
    } == {9}
    assert found.pattern.start_time == time(15)
    [moved] = [o for o in found.occurrences if o.state == "moved"]
    assert moved.planned.start.date() in {
        date(2027, 3, 15) + timedelta(days=day) for day in range(14)
    }
    assert codes(moved.explanations) == ["moved-clock-change"]
    assert (moved.explanations[0].facts_for(Role.MENTEE)["who"], found.aim.moved_minutes) == (
        "you",
        60,
    )


def test_the_wall_clock_stays_in_the_organizers_zone() -> None:
    sydney = person(
        "mentor", "Australia/Sydney", WorkingHours.daily("Australia/Sydney", time(16), time(20))
    )
    found = find_series(
        sydney, sydney, SchedulingRules(), date(2027, 3, 1), "Australia/Sydney", NOW
    ).series
    assert found is not None
    assert {slot[6:] for slot in slots(found, "Australia/Sydney")} == {"16:00"}
    assert {o.planned.start.hour for o in found.occurrences} == {5, 6}


def test_where_no_slot_is_free_for_both_nothing_is_booked_and_the_least_bad_one_offered() -> None:
    days = [date(2027, 1, 14) + timedelta(days=day) for day in range(45)]
    workshop = taken(MENTOR, *(busy(day, 8, 17) for day in days))
    found = series(workshop, rules=SchedulingRules(months=1))
    [session] = found.occurrences
    assert (session.state, session.slot) == ("open", None)
    assert session.offer is not None
    offer = session.offer.start.astimezone(ZoneInfo(BERLIN))
    assert offer.hour in {6, 17}, "just before or after the day's work, over nothing"
    assert codes(session.explanations) == [
        "open",
        "offer",
        "offer-outside-hours",
        "offer-outside-hours",
    ]


def test_the_least_bad_time_is_rather_over_an_appointment_than_in_the_holidays_or_at_night() -> (
    None
):
    days = [date(2027, 1, 14) + timedelta(days=day) for day in range(45)]
    on_leave = taken(
        MENTOR,
        *(busy(day, status="oof") for day in days if day != date(2027, 1, 20)),
        busy(date(2027, 1, 20)),
    )
    [session] = series(on_leave, rules=SchedulingRules(months=1, move_days=13)).occurrences
    assert session.offer is not None
    assert session.offer.start.date() == date(2027, 1, 20)
    told = {(e.code, e.told_to) for e in session.explanations}
    assert told == {("open", "both"), ("offer", "both"), ("offer-taken", "mentor")}


def test_two_people_on_opposite_sides_of_the_world_get_the_least_bad_time_of_both_days() -> None:
    sydney = person(
        "mentee", "Australia/Sydney", WorkingHours.daily("Australia/Sydney", time(9), time(17))
    )
    found = find_series(MENTOR, sydney, SchedulingRules(months=2), START, BERLIN, NOW).series
    assert found is not None
    assert slots(found) == ["open", "open"]
    local = {o.offer.start.astimezone(ZoneInfo(BERLIN)).hour for o in found.occurrences if o.offer}
    assert local == {6}, "six to eight here is four to six in the afternoon there"


def test_a_mentors_second_tandem_meets_on_other_days() -> None:
    first = series()
    days = frozenset(o.slot.start.date() for o in first.occurrences if o.slot)
    second = series(replace(MENTOR, taken_days=days))
    assert not days & {o.slot.start.date() for o in second.occurrences if o.slot}
    assert second.aim.without_slot == 0


def test_tentative_entries_are_avoided_before_wishes_are_kept() -> None:
    mondays = [date(2027, 1, 18) + timedelta(days=day) for day in range(0, 210, 7)]
    wishing = replace(
        MENTOR,
        weekdays=frozenset({"monday"}),
        busy=tuple(busy(day, status="tentative") for day in mondays),
    )
    found = series(wishing)
    assert found.pattern.day.weekday != "monday"
    assert (found.aim.tentative, found.aim.wishes_missed) == (0, 6)
    assert [(e.code, e.told_to) for e in found.explanations][1:] == [("wishes-missed", "mentor")]
    assert found.explanations[1].facts == {"sessions": 6, "of": 6}


def test_wishes_of_both_decide_between_free_times() -> None:
    found = series(
        replace(MENTOR, weekdays=frozenset({"wednesday"})),
        replace(MENTEE, times=frozenset({"afternoon"})),
    )
    assert (found.pattern.day.weekday, found.pattern.start_time, found.aim.wishes_missed) == (
        "wednesday",
        time(14),
        0,
    )


def test_a_calendar_that_cannot_be_read_gives_three_different_proposals_and_no_series() -> None:
    unreadable = replace(MENTEE, readable=False)
    found = plan(taken(MENTOR, busy(date(2027, 1, 14))), unreadable)
    assert found.series is None
    assert len(found.proposals) == 3
    assert len({proposal.pattern.day.weekday for proposal in found.proposals}) == 3
    assert all(o.state == "kept" for proposal in found.proposals for o in proposal.occurrences)
    assert ("calendar-unreadable", {"who": "mentee"}) in [
        (e.code, dict(e.facts)) for e in found.explanations
    ]


def test_proposals_for_somebody_who_works_on_one_day_differ_in_week_and_hour() -> None:
    one_day = person("mentor", hours=WorkingHours.daily(BERLIN, time(8), time(12), ["tuesday"]))
    proposals = plan(one_day, replace(MENTEE, readable=False)).proposals
    assert {proposal.pattern.day.weekday for proposal in proposals} == {"tuesday"}
    assert len({proposal.pattern.day for proposal in proposals}) == 3
    assert all(proposal.aim.moved == 0 for proposal in proposals)


def test_proposals_on_the_only_possible_day_differ_by_a_whole_session() -> None:
    mornings = person("mentor", hours=WorkingHours.daily(BERLIN, time(8), time(12), ["tuesday"]))
    proposals = plan(
        mornings, replace(MENTEE, readable=False), SchedulingRules(rhythm="two_weeks", move_days=0)
    ).proposals
    assert [(p.pattern.start_date, p.pattern.start_time) for p in proposals] == [
        (date(2027, 1, 19), time(8)),
        (date(2027, 1, 26), time(8)),
        (date(2027, 1, 19), time(10)),
    ]


def test_an_unknown_site_is_said_and_a_known_one_not() -> None:
    unknown = plan(replace(MENTOR, country="SG"), replace(MENTEE, country="Atlantis"))
    assert _sites(unknown) == [("holidays-unknown", {"who": "mentee"})]
    known = replace(MENTOR, country="DE", state="Bayern")
    misspelt = plan(known, replace(MENTEE, country="DE", state="Bayovaria"))
    assert _sites(misspelt) == [("state-unknown", {"who": "mentee"})]


def _sites(found: SeriesPlan) -> list[tuple[str, dict[str, Fact]]]:
    return [(e.code, dict(e.facts)) for e in found.explanations if e.code != "hours-unknown"]


def test_the_same_question_has_the_same_answer_and_survives_the_way_to_another_process() -> None:
    mentor = taken(MENTOR, busy(date(2027, 1, 14)), busy(date(2027, 2, 11), 9, 11, "tentative"))
    first = plan(mentor)
    assert plan(replace(mentor, busy=mentor.busy[::-1])) == first
    assert pickle.loads(pickle.dumps(first)) == first  # noqa: S301  # our own bytes, just written


def test_the_days_to_read_cover_every_session_and_its_window() -> None:
    first, last = days_to_read(SchedulingRules(), START, BERLIN, NOW)
    assert (first, last) == (date(2027, 1, 13), date(2027, 7, 14) + timedelta(days=13 + 1))


def test_what_cannot_be_is_refused() -> None:
    with pytest.raises(NaiveTime, match="has no time zone"):
        find_series(MENTOR, MENTEE, SchedulingRules(), START, BERLIN, datetime(2027, 1, 4))  # noqa: DTZ001  # refused on purpose
    with pytest.raises(CalendarInvalid, match="'Berlin' is no IANA time zone"):
        find_series(MENTOR, MENTEE, SchedulingRules(), START, "Berlin", NOW)

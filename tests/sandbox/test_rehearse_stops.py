"""Where time stops in a running cycle: before and after each session, once for many, and now and
then in between.
"""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from sandbox.rehearse.sessions import Session
from sandbox.rehearse.stops import HOME, LONGEST_PAUSE, morning_before, next_stop, wanted

NEW_YORK = ZoneInfo("America/New_York")
NOW = datetime(2027, 1, 4, 8, tzinfo=UTC)


def home(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of January 2027 in Berlin."""
    return datetime(2027, 1, day, hour, minute, tzinfo=HOME)


def session(start: datetime) -> Session:
    """Two hours from then on."""
    return Session(frozenset({"a", "b"}), start, start + timedelta(hours=2))


@pytest.mark.parametrize(
    ("of", "morning"),
    [(home(13, 14), home(12, 9, 30)), (home(11, 9), home(8, 9, 30)), (home(10, 9), home(8, 9, 30))],
)
def test_the_morning_before_is_that_of_a_working_day(of: datetime, morning: datetime) -> None:
    assert morning_before(of) == morning


def test_a_session_wants_its_morning_before_and_ten_minutes_after_its_end() -> None:
    assert wanted([session(home(13, 14))]) == [home(12, 9, 30), home(13, 16, 10)]


def test_people_elsewhere_have_a_morning_of_their_own() -> None:
    assert set(wanted([session(home(13, 14))], [NEW_YORK])) == {
        home(12, 9, 30),
        home(12, 15, 30),
        home(13, 16, 10),
    }


def test_stops_of_one_day_are_one_stop_and_the_evening_is_another() -> None:
    moments = [home(5, 9, 30), home(5, 15, 30), home(5, 17, 10), home(5, 18, 10), home(6, 9, 30)]
    first = next_stop(NOW, moments)
    assert first == home(5, 17, 10)
    assert next_stop(first, moments) == home(5, 18, 10)


def test_what_is_past_is_no_stop_and_after_the_last_there_is_none() -> None:
    assert next_stop(home(5, 12), [home(5, 9, 30), home(6, 9, 30)]) == home(6, 9, 30)
    assert next_stop(home(6, 9, 30), [home(5, 9, 30), home(6, 9, 30)]) is None


def test_a_long_while_without_sessions_has_stops_so_that_weekly_work_is_done() -> None:
    assert next_stop(NOW, [NOW + timedelta(days=20)]) == NOW + LONGEST_PAUSE
    assert next_stop(NOW, [NOW + timedelta(days=5)]) == NOW + timedelta(days=5)


def test_half_a_year_of_many_tandems_has_at_most_two_stops_a_day() -> None:
    starts = [
        home(11, 8) + timedelta(days=day, hours=hour) for day in range(180) for hour in range(10)
    ]
    moments = wanted([session(start) for start in starts if start.weekday() < 5], [NEW_YORK])
    now, stops = NOW, []
    while (stop := next_stop(now, moments)) is not None:
        stops.append(stop)
        now = stop
    assert len(stops) < 2 * 190
    assert all(later - earlier <= LONGEST_PAUSE for earlier, later in pairwise(stops))


def test_where_each_session_matters_there_is_a_stop_just_before_it() -> None:
    moments = wanted([session(home(13, 14))], each=True)
    assert moments == [home(12, 9, 30), home(13, 13, 55), home(13, 16, 10)]
    assert next_stop(home(12, 12), moments, each=True) == home(13, 13, 55)
    assert next_stop(home(12, 12), moments) == home(13, 16, 10)

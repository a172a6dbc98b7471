"""What stands in a person's calendar on the demo's page."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from sandbox import company
from sandbox.page.screen import calendar_of
from sandbox.server import new_state

NOW = datetime(2026, 11, 2, 8, tzinfo=UTC)


def test_who_is_away_for_days_is_so_on_the_days_of_their_own_zone() -> None:
    """They stood there from midnight to midnight, for others from the evening before."""
    state = new_state(now=NOW)
    company.build(state, 60)
    found = [each for one in state.people.values() for each in calendar_of(state, one)]
    whole, timed = ([each for each in found if bool(each["days"]) is so] for so in (True, False))
    spans = [tuple(map(date.fromisoformat, each["days"])) for each in whole]

    assert {each["title"] for each in whole} >= {"Working from elsewhere"}
    assert {each["title"] for each in timed}.isdisjoint({"Working from elsewhere"})
    assert all(end - begin >= timedelta(days=1) for begin, end in spans)
    assert {begin.weekday() for begin, _ in spans} <= set(range(5))

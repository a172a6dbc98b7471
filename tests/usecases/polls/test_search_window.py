"""Between which days times for a session are looked for, and what a least bad one costs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from mentoring.domain.people import Role
from mentoring.domain.poll import Option
from mentoring.domain.scheduling.plan import Explanation
from mentoring.domain.series import option_of
from mentoring.domain.session import Session, without_slot
from mentoring.usecases.polls.search import costs_of, series_options, window
from tests.usecases.company import (
    SECOND_TUESDAY,
    STARTS,
    TANDEM,
    series_of,
    session,
)
from tests.usecases.polls.opened import DAY
from tests.usecases.polls.searched import BERLIN, TODAY


class TestTheWindow:
    """From three weeks before to four weeks after, but never on or past the day of a neighbour."""

    def of(self, number: int, today: date = TODAY, **others: datetime | None) -> tuple[date, date]:
        """Of the session of this number, where those named ``s1`` to ``s6`` lie elsewhere."""
        starts = {n: others.get(f"s{n}", at) for n, at in enumerate(STARTS, 1)}
        every = [
            Session(session(n), TANDEM, n, STARTS[n - 1], 120, "kept", at)
            for n, at in starts.items()
        ]
        return window(every[number - 1], every, today, BERLIN)

    def test_three_weeks_before_to_four_weeks_after(self) -> None:
        assert self.of(2) == (STARTS[1].date() - 21 * DAY, STARTS[1].date() + 28 * DAY)

    def test_not_on_the_day_of_a_neighbour(self) -> None:
        near = {"s2": STARTS[2] - 5 * DAY, "s4": STARTS[2] + 9 * DAY}
        assert self.of(3, **near) == (STARTS[2].date() - 4 * DAY, STARTS[2].date() + 8 * DAY)

    def test_a_neighbour_without_a_time_is_in_nobodys_way(self) -> None:
        assert self.of(3, s2=None, s4=None) == (
            STARTS[2].date() - 21 * DAY,
            STARTS[2].date() + 28 * DAY,
        )

    def test_the_first_one_from_tomorrow_on(self) -> None:
        assert self.of(1)[0] == TODAY + DAY

    def test_the_last_one_has_no_neighbour_behind_it(self) -> None:
        assert self.of(6)[1] == STARTS[5].date() + 27 * DAY

    def test_a_session_without_a_time_by_where_it_was_planned(self) -> None:
        assert self.of(2, s2=None) == self.of(2)

    def test_there_may_be_none(self) -> None:
        first, last = self.of(2, today=STARTS[2].date())
        assert first > last


class TestCosts:
    """What a least bad time would cost is told to that side alone."""

    def test_by_side(self) -> None:
        why = [
            Explanation("offer-taken", {}, "mentor"),
            Explanation("pattern"),
            Explanation("offer-away", {}, "mentee"),
        ]
        assert costs_of(why) == {Role.MENTOR: (why[0],), Role.MENTEE: (why[2],)}

    def test_one_that_costs_nobody_anything_in_particular_is_still_no_good_one(self) -> None:
        """Nothing is booked without both having accepted it as such."""
        assert costs_of([Explanation("offer-taken")]) == {Role.MENTOR: (), Role.MENTEE: ()}


def test_a_series_without_any_session_that_has_a_time_is_no_option() -> None:
    whole = option_of(TANDEM, series_of(SECOND_TUESDAY))
    empty = replace(whole, sessions=tuple(map(without_slot, whole.sessions)))
    assert series_options([empty, whole], sure=True) == [Option(STARTS[0], series=whole)]

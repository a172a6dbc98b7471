"""While somebody is waited for who sleeps, the night passes."""

from __future__ import annotations

from datetime import UTC, datetime, time

import pytest

from sandbox.directory import Person, WorkingHours
from sandbox.ensembles import Wanted
from sandbox.rehearse.mornings import IDLE_SECONDS, Mornings, next_morning
from sandbox.rehearse.options import Options
from sandbox.rehearse.play import is_disturbed
from sandbox.server import new_state
from sandbox.state import TenantState

MONDAY = datetime(2026, 10, 12, 7, tzinfo=UTC)
"""Nine o'clock in Berlin."""


def tenant(now: datetime = MONDAY) -> TenantState:
    """Somebody in Berlin from eight on, somebody in New York from half past eight on."""
    state = new_state(now=now)
    for name, zone, start in (
        ("Ben", "Europe/Berlin", time(8)),
        ("Zoe", "America/New_York", time(8, 30)),
    ):
        person = Person(state.new_id(), name, name, name, f"{name}@nordwind.example", zone)
        person.working_hours = WorkingHours(start=start)
        state.people[person.id] = person
    return state


@pytest.mark.parametrize(
    ("now", "morning"),
    [
        (MONDAY, datetime(2026, 10, 12, 12, 30, tzinfo=UTC)),
        (datetime(2026, 10, 12, 13, tzinfo=UTC), datetime(2026, 10, 13, 6, tzinfo=UTC)),
        (datetime(2026, 10, 16, 13, tzinfo=UTC), datetime(2026, 10, 19, 6, tzinfo=UTC)),
    ],
)
def test_the_next_of_all_who_begin_to_work(now: datetime, morning: datetime) -> None:
    assert next_morning(tenant(now)) == morning


@pytest.mark.parametrize(("idle", "moved"), [(True, True), (False, False)])
def test_time_passes_only_while_nothing_happens(idle: bool, moved: bool) -> None:
    state, asked = tenant(), []

    def is_idle(seconds: float) -> bool:
        asked.append(seconds)
        return idle

    Mornings(state, is_idle, lambda _: None).look()
    assert asked == [IDLE_SECONDS]
    assert (state.clock.now().hour == 12) is moved


def test_a_morning_lasts_until_the_product_can_have_noticed_it() -> None:
    """While a dead server's work was taken over, weeks went by, and all offers lapsed."""
    state, now = tenant(), [100.0]
    mornings = Mornings(state, lambda _: True, lambda _: None, between=5.0, wall=lambda: now[0])
    seen = []
    for seconds in (0.0, 4.9, 0.2):
        now[0] += seconds
        mornings.look()
        seen.append(f"{state.clock.now():%A, %H:%M}")
    assert seen == ["Monday, 12:30", "Monday, 12:30", "Tuesday, 06:00"]


@pytest.mark.parametrize(
    ("kill_every", "faults", "disturbed"), [(0.0, 0.0, False), (20.0, 0.0, True), (0.0, 0.1, True)]
)
def test_it_is_disturbed_by_kills_and_by_faults(
    kill_every: float, faults: float, disturbed: bool
) -> None:
    state = tenant()
    state.faults.rate = faults
    options = Options(Wanted(2), kill_every=kill_every)
    assert is_disturbed(state, options) is disturbed

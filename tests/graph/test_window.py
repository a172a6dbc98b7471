"""When the calls of a lane were probably counted, where several replicas call."""

from __future__ import annotations

import time

import pytest

from graph.window import Window

BEGIN = 1000.0


class Moment:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = BEGIN

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def moment(monkeypatch: pytest.MonkeyPatch) -> Moment:
    found = Moment()
    monkeypatch.setattr(time, "monotonic", found.monotonic)
    return found


def called(window: Window, moment: Moment, *, took: float) -> None:
    gone = window.note()
    moment.now += took
    window.answered(gone, served=True)


@pytest.fixture
def window(moment: Moment) -> Window:
    """Four a second; an answer usually takes a tenth."""
    found = Window(4)
    for _ in range(20):
        called(found, moment, took=0.1)
        moment.now += 1
    return found


@pytest.mark.parametrize(("replicas", "closed"), [(1, 0.0), (2, 0.4), (4, 0.9)])
def test_after_a_late_call_each_of_several_replicas_keeps_to_its_share(
    window: Window, moment: Moment, replicas: int, closed: float
) -> None:
    """What the other ones sent meanwhile was late, too, and stands close to what follows."""
    window.replicas = replicas
    called(window, moment, took=0.1)
    called(window, moment, took=0.5)

    assert max(0.0, window.closed_for) == pytest.approx(closed, abs=0.05)


def test_while_answers_come_in_time_no_replica_is_held_to_its_share(
    window: Window, moment: Moment
) -> None:
    """One of them may have all the work."""
    window.replicas = 2
    for _ in range(3):
        called(window, moment, took=0.1)
    assert window.closed_for <= 0.0


def test_what_is_not_answered_for_long_is_late_as_well(window: Window, moment: Moment) -> None:
    window.replicas = 2
    window.note()
    window.note()
    moment.now += 0.4
    assert window.closed_for == pytest.approx(1.0 - 0.1, abs=0.05)

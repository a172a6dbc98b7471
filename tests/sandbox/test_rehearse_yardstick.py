"""How quick the computer is meanwhile."""

import itertools
import time

import pytest

from sandbox.rehearse.yardstick import Yardstick


@pytest.fixture
def thread_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """A piece of work takes 1, 2, 3 … ms, one after the other."""
    readings = itertools.chain.from_iterable((n, n + n / 1000) for n in itertools.count(1))
    monkeypatch.setattr(time, "thread_time", lambda: next(readings))


@pytest.mark.usefixtures("thread_time")
def test_the_middle_of_what_was_measured_in_between_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    yardstick = Yardstick()
    for moment in (10.0, 20.0, 30.0, 40.0, 50.0):
        monkeypatch.setattr(time, "monotonic", lambda moment=moment: moment)
        yardstick.measure()
    assert yardstick.between(20.0, 40.0) == pytest.approx(3.0)
    assert yardstick.between(0.0, 20.0) == pytest.approx(1.5)


def test_nothing_measured_is_nothing_said() -> None:
    assert Yardstick().between(0.0, 1e9) == 0.0


def test_the_piece_of_work_takes_processor_time() -> None:
    yardstick = Yardstick()
    yardstick.measure()
    assert yardstick.between(0.0, time.monotonic()) > 0.0

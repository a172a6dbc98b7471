"""When the calls of a lane were probably counted, and how long the next ones wait."""

from __future__ import annotations

import time

import pytest

from graph.window import SECOND, Gone, Window

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


@pytest.mark.parametrize(("quick", "served"), [(7, False), (1, True)])
def test_a_few_quick_answers_do_not_make_the_usual_ones_late(
    moment: Moment, quick: int, served: bool
) -> None:
    """What is refused is answered in no time, and so is what the service had ready: measured by
    these, everything else seemed to be stuck, and the lane stood still for half of the time.
    """
    window = Window(4)

    def calls(number: int, *, took: int, served: bool = True) -> None:
        """So many, one every quarter of a second, which take so many quarters."""
        under_way = list[Gone]()
        for quarter in range(number + took):
            if quarter < number:
                under_way.append(window.note())
            if quarter >= took:
                window.answered(under_way[quarter - took], served=served)
            moment.now += 0.25

    calls(4, took=2)
    calls(quick, took=0, served=served)
    calls(4, took=2)
    assert window.closed_for <= SECOND - 1.49


@pytest.mark.parametrize(("in_time", "closed"), [(0.5, 0.5), (0.1, 0.9)])
def test_the_fewer_answers_are_in_time_the_longer_the_others_keep_the_next_ones_waiting(
    moment: Moment, in_time: float, closed: float
) -> None:
    """One in four is answered after 0.1 s, the others after 0.5: are they slow, or held up?"""
    window = Window(4, in_time)
    for number in range(400):
        called(window, moment, took=0.5 if number % 4 else 0.1)
    together = [window.note() for _ in range(4)]
    moment.now += 0.5
    for each in together:
        window.answered(each, served=True)
    assert window.closed_for == pytest.approx(closed, abs=0.05)

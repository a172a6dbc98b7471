"""What somebody changes about a road map: absolute places, each change on what was read."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from mentoring.domain.errors import Refusal
from mentoring.domain.road_map import Press, RoadMap, Way, moved, replaced, taken_out

AHEAD = ("topic:ai", "topic:data", "question:q1", "topic:ai", "topic:agile")
NEW = RoadMap("t", "t", ())
WAY = Way(NEW, ("topic:ai",), AHEAD)


def test_what_is_moved_is_settled_with_all_before_it() -> None:
    made = moved(WAY, Press("question:q1", 2, 0), 0)
    assert made.steps == ("topic:ai", "question:q1", "topic:ai", "topic:data")
    assert made.left(WAY.had) == ("question:q1", "topic:ai", "topic:data")


def test_each_session_takes_one_step_of_its_kind_away() -> None:
    made = RoadMap("t", "t", ("topic:ai", "topic:data", "topic:ai"))
    assert made.left(()) == made.steps
    assert made.left(("topic:ai",)) == ("topic:data", "topic:ai")
    assert made.left(("topic:agile", "topic:ai", "topic:ai")) == ("topic:data",)


def test_pressed_twice_it_is_moved_once() -> None:
    made = moved(WAY, Press("topic:data", 1, 0), 0)
    again = Way(RoadMap("t", "t", made.steps, version=1), WAY.had, ("topic:data", *AHEAD[:1]))
    assert moved(again, Press("topic:data", 1, 0), 0) == again.map


@pytest.mark.parametrize("press", [Press("topic:ai", 0, 7), Press("topic:data", 0, 0)])
def test_nobody_changes_what_they_have_not_read(press: Press) -> None:
    changes: tuple[Callable[[], object], ...] = (
        lambda: moved(WAY, press, 4),
        lambda: replaced(WAY, press, "topic:agile"),
        lambda: taken_out(WAY, press),
    )
    for change in changes:
        with pytest.raises(Refusal, match="road-map-changed"):
            change()


def test_there_is_no_place_beyond_the_last() -> None:
    with pytest.raises(Refusal, match="stale"):
        moved(WAY, Press("topic:ai", 0, 0), 5)


def test_what_is_taken_out_is_not_proposed_again() -> None:
    made = taken_out(WAY, Press("topic:data", 1, 0))
    assert (made.left(WAY.had), made.dropped) == (("topic:ai",), ("topic:data",))


def test_what_was_replaced_is_not_proposed_again_but_by_choice() -> None:
    made = replaced(WAY, Press("topic:data", 1, 0), "topic:agile")
    assert (made.left(WAY.had), made.dropped) == (("topic:ai", "topic:agile"), ("topic:data",))
    later = Way(made, WAY.had, ("topic:ai", "topic:agile", "question:q1"))
    back = replaced(later, Press("question:q1", 2, 0), "topic:data")
    assert back.dropped == ("question:q1",)
    assert back.left(WAY.had) == ("topic:ai", "topic:agile", "topic:data")


def test_where_nothing_was_left_something_can_be_put() -> None:
    made = replaced(WAY, Press("", 5, 0), "topic:data")
    assert made.left(WAY.had) == (*AHEAD, "topic:data")


def test_what_was_settled_further_on_stays_settled() -> None:
    settled = Way(RoadMap("t", "t", ("topic:ai", *AHEAD[:4])), WAY.had, AHEAD)
    made = moved(settled, Press("topic:data", 1, 0), 0)
    assert made.left(WAY.had) == ("topic:data", "topic:ai", "question:q1", "topic:ai")

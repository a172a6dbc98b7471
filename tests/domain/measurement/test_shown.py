"""A figure that was shown stays as it is, whoever withdraws or is erased afterwards."""

from __future__ import annotations

from functools import partial

from hypothesis import given, settings
from hypothesis import strategies as some

from mentoring.domain.measurement.change import change
from mentoring.domain.measurement.shown import Frozen, Shown, frozen

steps = some.integers(1, 10)
answers = some.lists(some.tuples(steps, steps), max_size=8)


@settings(deadline=None, max_examples=50)
@given(answers, some.integers(0, 8))
def test_withdrawing_and_answering_later_change_nothing(
    pairs: list[tuple[int, int]], left: int
) -> None:
    """Also where nothing could be told at its moment: what comes later would be told by its
    appearing.
    """
    then = frozen({}, "end:competence", partial(change, pairs, 5))
    fewer = frozen(then, "end:competence", partial(change, pairs[:left], 5))
    more = frozen(fewer, "end:competence", partial(change, pairs + pairs, 5))
    assert fewer == more == then


def test_each_moment_has_a_figure_of_its_own() -> None:
    middle: Shown = {"middle:competence": Frozen(None)}
    pairs = [(1, 2), (1, 3), (2, 2), (4, 6), (5, 6)]
    found = frozen(middle, "end:competence", partial(change, pairs, 5))
    assert list(found) == ["middle:competence", "end:competence"]
    assert found["end:competence"].figure == change(pairs, 5)

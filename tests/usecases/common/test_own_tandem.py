"""An owner never handles a tandem that they are in."""

from __future__ import annotations

import pytest

from mentoring.domain.errors import Refusal
from mentoring.usecases.common.own_tandem import leave_to_others
from tests.usecases.company import refused


def is_left_to_others(owner: str, *people: str) -> bool:
    try:
        leave_to_others(owner, people)
    except Refusal:
        return True
    return False


@pytest.mark.parametrize(("owner", "left"), [("eva", True), ("jan", True), ("otto", False)])
def test_what_is_about_oneself_is_left_to_others(owner: str, left: bool) -> None:
    assert is_left_to_others(owner, "jan", "eva") is left


def test_the_input_that_named_them_is_marked() -> None:
    with refused("decide-own", field="people"):
        leave_to_others("eva", ["jan", "eva"], field="people")

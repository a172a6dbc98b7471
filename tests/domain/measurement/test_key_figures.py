"""Figures of the house: what they may be, and how a change of them is taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.domain.errors import Refusal
from mentoring.domain.measurement.key_figures import (
    KeyFigure,
    Reading,
    checked,
    otherwise,
    taken_back,
    taken_over,
    with_figure,
    without_figure,
)

START, END, TODAY = date(2026, 9, 1), date(2027, 3, 1), date(2027, 3, 2)
FULL = KeyFigure(
    "1-0",
    "Fluktuation",
    "%",
    "Personalbericht",
    Reading(Decimal("12.1"), START),
    Reading(Decimal("12.4"), END),
)


def test_the_difference_is_exact() -> None:
    """As people reckon it: no floating point turns 0.3 into 0.30000000000000004."""
    assert FULL.difference == Decimal("0.3")


@pytest.mark.parametrize("missing", ["start", "end"])
def test_without_one_of_the_values_there_is_no_difference(missing: str) -> None:
    unknown: dict[str, Any] = {missing: None}
    assert replace(FULL, **unknown).difference is None


@pytest.mark.parametrize("unit", ["%", "Prozent", "percent"])
def test_a_share_is_known_by_its_unit(unit: str) -> None:
    assert replace(FULL, unit=unit).is_share
    assert not replace(FULL, unit="Tage").is_share


@pytest.mark.parametrize(
    ("wrong", "code", "field"),
    [
        ({"name": ""}, "figure-name", "name"),
        ({"end": Reading(Decimal(1), date(2027, 3, 3))}, "figure-day-ahead", "end_on"),
        ({"end": Reading(Decimal(1), date(2026, 8, 1))}, "figure-days-turned", "end_on"),
    ],
)
def test_what_cannot_be_is_refused_at_its_input(
    wrong: dict[str, object], code: str, field: str
) -> None:
    with pytest.raises(Refusal) as refused:
        checked(replace(FULL, **wrong), TODAY)  # type: ignore[arg-type]
    assert (refused.value.code, refused.value.field) == (code, field)


def test_there_are_three_at_most() -> None:
    three = [replace(FULL, id=f"{number}-0") for number in range(3)]
    with pytest.raises(Refusal, match="figures-full"):
        with_figure(three, replace(FULL, id="9-0"))
    assert len(with_figure(three, replace(FULL, id="2-0"))) == 3


def test_another_cycle_takes_over_what_is_measured_but_no_value() -> None:
    (other,) = taken_over([FULL], 4)
    assert other == KeyFigure("4-0", "Fluktuation", "%", "Personalbericht")


FIGURES = st.lists(
    st.sampled_from([replace(FULL, id=f"{n}-0", name=f"Zahl {n}") for n in range(3)]),
    unique_by=lambda figure: figure.id,
).map(tuple)


@given(before=FIGURES, after=FIGURES)
def test_whatever_a_version_changes_can_be_taken_back(
    before: tuple[KeyFigure, ...], after: tuple[KeyFigure, ...]
) -> None:
    back = taken_back(after, otherwise(before, after))
    assert set(back) == set(before)


def test_what_was_changed_again_since_is_not_taken_back() -> None:
    first = otherwise((), (FULL,))
    with pytest.raises(Refusal, match="figures-changed-since"):
        taken_back((replace(FULL, unit="Tage"),), first)


def test_taking_one_back_leaves_the_others() -> None:
    other = replace(FULL, id="2-0")
    changed = otherwise((FULL,), without_figure((FULL,), "1-0"))
    assert set(taken_back((other,), changed)) == {FULL, other}

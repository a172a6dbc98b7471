"""What is asked: a tap each, at most four at a time, and each can be left or taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from itertools import product

import pytest

from mentoring.domain.errors import Refusal
from mentoring.domain.measurement.items import (
    HIGHEST,
    Item,
    Marks,
    Measure,
    MeasureState,
    Stage,
    answered,
    asked,
    closed,
    measure_id,
    resumed,
    stopped,
)
from mentoring.domain.people import Role

NOW = datetime(2027, 2, 9, 17, tzinfo=UTC)
HERS = measure_id("p1c1:mentee:eva", Stage.END)
NEW = Measure(HERS, "eva", Role.MENTEE, Stage.END, NOW, Marks("ai"))


@pytest.mark.parametrize(("role", "stage", "stay"), list(product(Role, Stage, (False, True))))
def test_nobody_is_asked_more_than_four_things_at_a_time(
    role: Role, stage: Stage, *, stay: bool
) -> None:
    assert 1 <= len(asked(role, stage, stay=stay)) <= 4


def test_whether_they_want_to_stay_mentors_alone_are_asked_and_only_where_it_is_wished() -> None:
    wished = {
        (role, stay): Item.STAY in asked(role, Stage.END, stay=stay)
        for role in Role
        for stay in (False, True)
    }
    assert [key for key, is_asked in wished.items() if is_asked] == [(Role.MENTOR, True)]


def test_what_is_asked_stays_so_whatever_is_answered_or_erased() -> None:
    found = Measure(HERS, "jan", Role.MENTOR, Stage.END, NOW, Marks(asks_stay=True))
    assert Item.STAY in found.items
    said = answered(answered(found, Item.STAY, 4), Item.VOICE, 2)
    assert (said.said.stay, said.items, stopped(said).items) == (4, found.items, found.items)


def test_whatever_is_asked_at_the_end_was_asked_at_the_start_or_by_the_questionnaire() -> None:
    for role in Role:
        new = set(asked(role, Stage.END)) - set(asked(role, Stage.START))
        assert new == ({Item.COMPETENCE} if role is Role.MENTEE else set())


def test_an_answer_can_be_changed_and_taken_back() -> None:
    said = answered(answered(NEW, Item.COMPETENCE, 4), Item.COMPETENCE, 6)
    assert said.said == Marks("ai", competence=6)
    assert answered(said, Item.COMPETENCE, 0) == NEW


@pytest.mark.parametrize(
    ("item", "mark"),
    [(Item.COMPETENCE, 11), (Item.USAGE, HIGHEST[Item.USAGE] + 1), (Item.VOICE, 1)],
)
def test_what_is_not_asked_cannot_be_answered(item: Item, mark: int) -> None:
    with pytest.raises(Refusal, match="stale"):
        answered(NEW, item, mark)


@pytest.mark.parametrize("over", [closed(NEW), stopped(NEW)])
def test_nothing_is_answered_when_its_moment_is_over(over: Measure) -> None:
    with pytest.raises(Refusal, match="stale"):
        answered(over, Item.COMPETENCE, 3)


def test_whoever_wants_no_more_of_it_leaves_nothing_behind() -> None:
    said = answered(NEW, Item.COMPETENCE, 4)
    assert stopped(said).said == Marks("ai", afresh=True)
    assert not stopped(said).said.says_something


def test_asked_again_only_what_is_asked_now_is_open() -> None:
    start = replace(NEW, id=measure_id("p1c1:mentee:eva", Stage.START), stage=Stage.START)
    again = resumed([stopped(NEW), stopped(start)], has_met=True)
    states = {each.stage: each.state for each in again}
    assert states == {Stage.START: MeasureState.CLOSED, Stage.END: MeasureState.OPEN}


def test_asked_again_nothing_changes_that_was_not_stopped() -> None:
    assert resumed([NEW, closed(NEW)], has_met=False) == []


@pytest.mark.parametrize("has_met", [False, True])
def test_a_start_is_asked_again_only_before_anybody_has_met(*, has_met: bool) -> None:
    start = stopped(replace(NEW, stage=Stage.START))
    [again] = resumed([start], has_met=has_met)
    assert again.state is (MeasureState.CLOSED if has_met else MeasureState.OPEN)


def test_it_belongs_to_its_enrolment() -> None:
    assert NEW.enrolment_id == "p1c1:mentee:eva"

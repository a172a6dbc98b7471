"""What the two agree on: either proposes, both have to agree, and nobody undoes it alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from mentoring.domain.agreement import (
    LONGEST,
    Agreement,
    Change,
    Item,
    Outside,
    Prepares,
    Reach,
    Terms,
    agreed,
    changed,
)
from mentoring.domain.errors import Refusal
from mentoring.domain.people import Role

NOW = datetime(2027, 2, 9, 14, tzinfo=UTC)
PROPOSED = Agreement("t", "t", Terms(mentor_goal="sehen", mentee_goal="lernen"))


def says(item: Item, said: str, role: Role = Role.MENTEE, of: Agreement = PROPOSED) -> Agreement:
    return changed(of, role, Change(item, said, of.version), NOW)


def both(of: Agreement) -> Agreement:
    for role in Role:
        of = agreed(of, role, of.version, NOW)
    return of


def test_it_is_valid_once_both_have_agreed() -> None:
    one = agreed(PROPOSED, Role.MENTOR, 1, NOW)
    assert (one.valid, one.has_agreed(Role.MENTOR), one.has_agreed(Role.MENTEE)) == (
        None,
        True,
        False,
    )
    two = agreed(one, Role.MENTEE, 1, NOW)
    assert (two.valid, two.valid_since, two.is_valid) == (PROPOSED.terms, NOW, True)


def test_whoever_presses_twice_has_agreed_once() -> None:
    one = agreed(PROPOSED, Role.MENTOR, 1, NOW)
    assert agreed(one, Role.MENTOR, 1, NOW) == one


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize(
    ("item", "said", "expected"),
    [
        (Item.NOT_ABOUT, "  Gehälter ", {"not_about": "Gehälter"}),
        (Item.PREPARES, "in_turns", {"prepares": Prepares.IN_TURNS}),
        (Item.REACH, "mail, chat", {"reach": (Reach.CHAT, Reach.MAIL)}),
        (Item.OUTSIDE, "learnt", {"outside": Outside.LEARNT}),
    ],
)
def test_either_changes_it(role: Role, item: Item, said: str, expected: dict[str, object]) -> None:
    found = says(item, said, role)
    assert found.terms == replace(PROPOSED.terms, **expected)  # type: ignore[arg-type]  # its fields
    assert (found.version, found.changed_by, found.changed_at) == (2, role, NOW)


def test_a_goal_is_its_own_persons_to_change() -> None:
    assert says(Item.GOAL, "wachsen", Role.MENTOR).terms.mentor_goal == "wachsen"
    assert says(Item.GOAL, "", Role.MENTEE).terms == replace(PROPOSED.terms, mentee_goal="")


def test_what_is_changed_needs_both_anew_and_until_then_the_earlier_is_valid() -> None:
    found = says(Item.OUTSIDE, "nothing", of=both(PROPOSED))
    assert (found.agreed, found.is_valid, found.valid) == ((), False, PROPOSED.terms)
    assert both(found).valid == found.terms


def test_what_is_changed_back_is_valid_still() -> None:
    found = says(Item.OUTSIDE, "nothing", of=both(PROPOSED))
    back = says(Item.OUTSIDE, "cleared", Role.MENTOR, of=found)
    assert back.is_valid
    assert all(back.has_agreed(role) for role in Role)


def test_what_is_saved_as_it_stood_changes_nothing() -> None:
    one = agreed(PROPOSED, Role.MENTOR, 1, NOW)
    assert says(Item.PREPARES, "mentor", of=one) == one


def test_nobody_agrees_to_what_they_have_not_read_or_writes_over_it() -> None:
    found = says(Item.NOT_ABOUT, "Gehälter")
    with pytest.raises(Refusal, match="agreement-changed"):
        agreed(found, Role.MENTOR, 1, NOW)
    with pytest.raises(Refusal, match="agreement-changed") as refused:
        changed(found, Role.MENTOR, Change(Item.NOT_ABOUT, "Nichts", 1), NOW)
    assert refused.value.field == "not_about"


@pytest.mark.parametrize(
    ("item", "said", "code"),
    [
        (Item.NOT_ABOUT, "a" * (LONGEST + 1), "agreement-long"),
        (Item.GOAL, "a" * (LONGEST + 1), "agreement-long"),
        (Item.PREPARES, "", "agreement-choose"),
        (Item.REACH, "", "agreement-choose"),
        (Item.OUTSIDE, "everything", "agreement-choose"),
    ],
)
def test_what_does_not_fit_is_refused_at_its_input(item: Item, said: str, code: str) -> None:
    with pytest.raises(Refusal, match=code) as refused:
        says(item, said)
    assert refused.value.field == item

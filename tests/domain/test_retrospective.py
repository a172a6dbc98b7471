"""Two taps and one line: taken back as easily as said, and shown only if its author likes."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from mentoring.domain.errors import Refusal
from mentoring.domain.people import Role
from mentoring.domain.retrospective import (
    ANSWERS,
    LONGEST,
    Retrospective,
    Taken,
    Tap,
    retrospective_id,
    tapped,
    typed,
    written,
)

NOW = datetime(2027, 2, 9, 17, tzinfo=UTC)
NEW = Retrospective(retrospective_id("s", Role.MENTEE), "t", "s", "eva", Role.MENTEE, NOW)


def test_each_side_has_two_questions_of_its_own() -> None:
    assert {role: set(found) for role, found in ANSWERS.items()} == {
        role: set(Tap) for role in Role
    }


def test_each_tap_is_kept_beside_the_other() -> None:
    one = tapped(NEW, Tap.FIRST, "tried", NOW)
    two = tapped(one, Tap.SECOND, "this_week", NOW)
    assert two.said == Taken("tried", "this_week")
    assert tapped(two, Tap.FIRST, "view", NOW).said == Taken("view", "this_week")


def test_said_twice_it_is_said_once_and_taken_back_it_is_gone() -> None:
    """A press that is delivered twice, or made on a card that shows nothing yet, took it back."""
    one = tapped(NEW, Tap.FIRST, "tried", NOW)
    again = tapped(one, Tap.FIRST, "tried", NOW)
    assert again.said == Taken("tried")
    assert tapped(again, Tap.FIRST, "", NOW).said == Taken()


@pytest.mark.parametrize(("tap", "answer"), [(Tap.FIRST, "decisions"), (Tap.SECOND, "tried")])
def test_nobody_answers_what_they_are_not_asked(tap: Tap, answer: str) -> None:
    with pytest.raises(Refusal, match="stale"):
        tapped(NEW, tap, answer, NOW)


def test_a_line_is_shown_only_if_its_author_says_so() -> None:
    assert not written(NEW, " Viel ", NOW, share=False).shared
    shown = written(NEW, " Viel ", NOW, share=True)
    assert (shown.said.line, shown.shared) == ("Viel", True)


def test_what_is_shown_stays_so_until_it_is_empty() -> None:
    shown = written(NEW, "Viel", NOW, share=True)
    assert written(shown, "Sehr viel", NOW, share=False).shared
    assert not written(shown, "", NOW, share=False).shared


@pytest.mark.parametrize(
    ("line", "share", "code"),
    [
        ("a" * (LONGEST + 1), False, "retrospective-long"),
        (" ", True, "retrospective-empty"),
        (" ", False, "retrospective-empty"),
    ],
)
def test_what_does_not_fit_is_refused_at_the_line(line: str, share: bool, code: str) -> None:
    with pytest.raises(Refusal, match=code) as refused:
        written(NEW, line, NOW, share=share)
    assert refused.value.field == "line"


def test_saving_nothing_takes_back_what_stands_there() -> None:
    saved = tapped(written(NEW, "Viel", NOW, share=False), Tap.FIRST, "tried", NOW)
    assert written(saved, " ", NOW, share=False).said == Taken("tried")


def test_a_tap_beside_an_empty_line_is_only_a_tap() -> None:
    assert typed(NEW, "", NOW).said == Taken()

"""A day that a card cannot take: its sentence belongs to the card, and what was filled in stays."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from cards.common.said import sentence
from cards.examples.closing import kickoffs
from cards.kit.render import render
from cards.kit.words import Words, typed
from mentoring.domain.errors import Refusal
from mentoring.domain.kickoff import KickoffState
from mentoring.domain.language import LANGUAGES, Language
from mentoring.usecases.launch.kickoff_cards import KickoffNotice

ON_CARDS = (
    *(("end-in-past", "date"), ("kickoff-day-past", "day0"), ("pause-in-past", "until")),
    *(("no-day", "date"), ("kickoff-change-odd", "day0")),
)


def wrong() -> KickoffNotice:
    """The second date was to be another day, which has passed."""
    found = kickoffs()["kickoff-wrong"]
    assert isinstance(found, KickoffNotice)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("formal", [False, True])
@pytest.mark.parametrize(("code", "field"), ON_CARDS)
def test_no_card_answers_a_day_with_an_example_of_a_command(
    code: str, field: str, language: Language, formal: bool
) -> None:
    """Issue 14: *enrolment until 2026-12-20* stood above the calendar to pick a day from."""
    said = sentence(Refusal(code, field=field), Words(language, formal=formal))
    assert not {"“", "„", *typed("until")} & set(said.replace("“", " “ ").casefold().split())


def test_a_kickoffs_wrong_day_is_marked_and_nothing_is_lost() -> None:
    """Everything was typed once more, and the banner spoke of *one of these dates*."""
    words = Words("en")
    first, second, *_ = render(wrong(), words).content["actions"]
    said = sentence(Refusal("kickoff-day-past", field="day1"), words)
    body = second["card"]["body"]
    assert [said in json.dumps(each, ensure_ascii=False) for each in body[:2]] == [True, False]
    assert {each["id"]: each.get("value") for each in body if "id" in each} == {
        "day1": "2026-11-02",
        "time1": "09:30",
        "site1": None,
        "seats1": 12,
    }
    assert said not in json.dumps(first, ensure_ascii=False)


def test_a_press_on_a_date_that_cannot_be_changed_any_more_is_not_put_right() -> None:
    notice = wrong()
    assert notice.takes({"number": 1})
    assert not notice.takes({"number": 7})
    over = replace(notice.kickoff, state=KickoffState.OVER)
    assert not replace(notice, kickoff=over).takes({"number": 1})

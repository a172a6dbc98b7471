"""A kit laid out for one session."""

from __future__ import annotations

from itertools import pairwise
from typing import get_args

import pytest

from mentoring.domain.kits.choice import Chosen, Pairing, Road, proposed
from mentoring.domain.kits.session import MINUTES, PARTS, Link, length_of, minutes_of, session_kit
from mentoring.domain.questionnaire.steps import Format
from mentoring.domain.scheduling.settings import Length
from mentoring.domain.topics import HouseLink, Topic
from tests.domain.kits.shelf import a_library

LENGTHS: tuple[Length, ...] = get_args(Length)
WAYS: tuple[Format | None, ...] = (None, *get_args(Format))


def chosen() -> Chosen:
    return proposed(1, Pairing(("ai",)), a_library("ai"))[0]


def tried(length: Length) -> tuple[tuple[str, ...], tuple[str, ...]]:
    part = session_kit(chosen(), "de", length).parts[PARTS.index("try_out")]
    return part.lines, part.spare


def test_every_length_that_a_programme_may_choose_has_its_minutes() -> None:
    assert tuple(MINUTES) == LENGTHS


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("length", LENGTHS)
def test_the_parts_fill_the_session_in_steps_of_five_minutes(
    length: Length, way: Format | None
) -> None:
    minutes = minutes_of(length, way)
    assert sum(minutes) == length
    assert [each for each in minutes if each % 5 or each < 5] == []


@pytest.mark.parametrize("way", WAYS)
def test_a_longer_session_shortens_no_part(way: Format | None) -> None:
    shorter = [
        (length, less, more)
        for length, longer in pairwise(LENGTHS)
        for less, more in zip(minutes_of(length, way), minutes_of(longer, way), strict=True)
        if less > more
    ]
    assert shorter == []


def test_who_prefers_to_talk_talks_longer_and_who_prefers_to_do_does_more() -> None:
    assert minutes_of(120) == minutes_of(120, "demo") == (25, 50, 30, 15)
    assert minutes_of(120, "talk") == (25, 45, 35, 15)
    assert minutes_of(120, "hands_on") == (20, 55, 30, 15)


def test_there_is_more_to_try_in_more_time() -> None:
    three = ("One", "Two", "Three")
    assert tried(45) == (three[:2], ("Three",))
    assert tried(60) == tried(75) == (three, ("Four",))
    assert tried(90) == tried(120) == ((*three, "Four"), ())


def test_the_hint_is_for_the_mentees_way_of_learning() -> None:
    hints = {
        way: [part.hint for part in session_kit(chosen(), "de", 60, way).parts] for way in WAYS
    }
    assert hints["demo"] == ["", "Show it", "", ""]
    assert hints["talk"] == hints[None] == ["", "", "", ""]


def test_a_kit_grown_around_a_question_names_it() -> None:
    (grown,) = proposed(1, Pairing(), a_library(), Road(questions=("q1",)))
    kit = session_kit(grown, "de", 60, subject="Wem gehört die Zahl {x}?")
    assert kit.parts[0].lines == ("Talk about Wem gehört die Zahl {x}?",)


def test_who_speaks_another_language_gets_it_in_the_one_that_there_is() -> None:
    assert session_kit(chosen(), "en", 60).title == "ai-discover"


def test_what_the_house_says_about_the_topic_stands_with_it() -> None:
    link = HouseLink(name="Leitlinie", address="https://firma.example/ki")
    house = Topic(id="ai", links=(link,), rules={"de": "Nur der freigegebene Assistent."})
    kit = session_kit(chosen(), "de", 60, house=house)
    assert (kit.links, kit.rules) == (
        (Link("Leitlinie", "https://firma.example/ki"),),
        "Nur der freigegebene Assistent.",
    )
    assert session_kit(chosen(), "de", 60, house=Topic(id="ai")).rules == ""


@pytest.mark.parametrize(("minutes", "length"), [(30, 45), (45, 45), (80, 75), (180, 120)])
def test_a_session_is_laid_out_for_the_longest_length_that_fits(minutes: int, length: int) -> None:
    assert length_of(minutes) == length

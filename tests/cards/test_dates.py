"""Times as people say them: on the reader's own clock, another one named by its place."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from cards.catalogue import render
from cards.kit.dates import on_two_clocks, place_of, session_time, short_slot
from cards.kit.words import Words
from cards.sessions.words import explanation_sentence
from mentoring.domain.people import NOBODY_KNOWS, Role
from mentoring.domain.scheduling.plan import Explanation, Fact
from mentoring.usecases.launch.kickoff_cards import KickoffNotice
from tests.cards.drawn import SAMPLES, VOICES

START = datetime(2027, 1, 12, 9, tzinfo=UTC)
END = START + timedelta(hours=2)
BERLIN, NEW_YORK = "Europe/Berlin", "America/New_York"
GERMAN, ENGLISH = Words("de"), Words("en")


def test_a_deputy_abroad_reads_her_own_clock_and_the_other_one_named() -> None:
    """Not Munich's clock without a name (U24)."""
    assert on_two_clocks(START, END, NEW_YORK, BERLIN, ENGLISH).endswith(
        "04:00–06:00 (10:00 in Berlin)"
    )
    assert on_two_clocks(START, END, BERLIN, NEW_YORK, GERMAN).endswith(
        "10:00–12:00 (04:00 Uhr in New York)"
    )


def test_a_clock_that_is_nobodys_is_named() -> None:
    """Issue 12: Berlin's time stood there, as if it were the reader's."""
    assert session_time(START, END, NOBODY_KNOWS, GERMAN).endswith("09:00–11:00 UTC")
    assert short_slot(START, NOBODY_KNOWS, ENGLISH).endswith("09:00 UTC")
    assert short_slot(START, BERLIN, ENGLISH).endswith("10:00")


@pytest.mark.parametrize("other", [BERLIN, "Europe/Vienna"])
def test_the_same_clock_is_not_told_twice(other: str) -> None:
    assert on_two_clocks(START, END, BERLIN, other, GERMAN).endswith("10:00–12:00")


@pytest.mark.parametrize(
    ("zone", "german", "english"),
    [
        (BERLIN, "Berlin", "Berlin"),
        ("Europe/Vienna", "Wien", "Vienna"),
        ("Asia/Singapore", "Singapur", "Singapore"),
        (NEW_YORK, "New York", "New York"),
    ],
)
def test_a_clock_is_named_by_its_place_and_not_by_a_code(
    zone: str, german: str, english: str
) -> None:
    assert (place_of(zone, GERMAN), place_of(zone, ENGLISH)) == (german, english)


def told(zone: str) -> str:
    """A series of the organizer in Berlin, as somebody in this zone reads it."""
    facts: dict[str, Fact] = {
        "start": time(10),
        "end": time(12),
        "zone": BERLIN,
        "zones": "different",
    }
    series = Explanation("series-monthly", {**facts, "weekday": "tuesday", "index": "second"})
    return explanation_sentence(series, Role.MENTEE, zone, ENGLISH)


def test_the_organizers_clock_is_named_only_to_who_lives_by_another_one() -> None:
    assert "10:00–12:00 (Berlin time)" in told(NEW_YORK)
    assert "time)" not in told(BERLIN)


@pytest.mark.parametrize(
    ("zone", "clock"),
    [(NEW_YORK, "New York"), ("Europe/Vienna", "Wien|Vienna"), (NOBODY_KNOWS, "UTC")],
)
def test_owners_read_by_whose_clock_a_kickoff_is_told(zone: str, clock: str) -> None:
    """In a channel owners elsewhere read along, and may change a date: *your local time* was not
    theirs (U24).
    """
    shown = SAMPLES["kickoff-open"]
    assert isinstance(shown, KickoffNotice)
    away = replace(shown.owner, profile=replace(shown.owner.profile, zone=zone))
    for words in VOICES.values():
        said = json.dumps(render(replace(shown, owner=away), words).content, ensure_ascii=False)
        named = re.findall(rf"(?:Ortszeit |local time in |: |\()(?:{clock})\b", said)
        assert len(named) == 1 + len(shown.to_come)

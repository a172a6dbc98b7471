"""An example that somebody copies counts whenever that is: no text names a day that will be past,
or a year away.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.commands.launch.kickoff import gathering_in
from bot.typed.dates import MONTHS, day_in
from cards.kit.words import Words
from mentoring.domain.language import LANGUAGES, Language

TEXTS = Path(__file__).parents[2] / "cards" / "texts"
YEAR = re.compile(r"\b20[2-9]\d\b")
CALENDAR = "|".join(re.escape(name.title()) for name in MONTHS)
DAY = re.compile(rf"\b\d{{1,2}}\.? (?:{CALENDAR})\b")
WEEK = [date(2030, 5, day) for day in range(6, 13)]
BERLIN = ZoneInfo("Europe/Berlin")


def lines() -> list[tuple[str, str]]:
    """Each line of each text, and where it stands."""
    return [
        (f"{file.relative_to(TEXTS)}:{number}", line)
        for file in sorted(TEXTS.rglob("*.ftl"))
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
    ]


def test_no_text_holds_a_year() -> None:
    """*Start 11.01.2027* stood in the help, on *status* and in refusals; from then on whoever
    copied it would have been refused.
    """
    assert [where for where, line in lines() if YEAR.search(line)] == []


def test_no_text_names_a_day_of_the_calendar() -> None:
    """*Enrolment until 20 December*, copied on the 21st, let it run for another year."""
    assert [where for where, line in lines() if DAY.search(line)] == []


@pytest.mark.parametrize("today", WEEK)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", ["example-launch", "example-enrolment", "example-pause"])
def test_an_example_means_a_day_within_the_week(language: Language, key: str, today: date) -> None:
    day = day_in(" ".join(Words(language).text(key).split()[-2:]), today)
    assert day
    assert timedelta() < day - today <= timedelta(days=7)


@pytest.mark.parametrize("today", WEEK)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_of_a_kickoff_is_understood(language: Language, today: date) -> None:
    said = Words(language).text("refusal-kickoff-date")
    first, second = re.split("; ", re.split("[„“”]", said)[1].partition(" ")[2])
    found = [gathering_in(each, BERLIN, today) for each in (first, second)]
    starts = [each.start.astimezone(BERLIN) for each in found]
    assert [f"{start:%a %H:%M}" for start in starts] == ["Tue 10:00", "Thu 14:00"]
    assert [each.site for each in found] == ["Berlin", ""]
    assert {(start.date() - today).days for start in starts} <= set(range(1, 8))

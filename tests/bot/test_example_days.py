"""An example that somebody copies counts in any year: no text names a day that will be past."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.commands.dates import MONTHS, day_in
from bot.commands.launch.kickoff import gathering_in
from cards.kit.words import Words
from mentoring.domain.language import LANGUAGES, Language

TEXTS = Path(__file__).parents[2] / "cards" / "texts"
YEAR = re.compile(r"\b20[2-9]\d\b")
DAY = re.compile(rf"\b\d{{1,2}}\.? (?:{'|'.join(map(re.escape, MONTHS))})\b", re.IGNORECASE)
DAYS_OF_USE = [date(2030, month, 17) for month in range(1, 13)]


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


def test_the_days_in_examples_are_still_to_come_whenever_they_are_copied() -> None:
    named = {found for _, line in lines() for found in DAY.findall(line)}
    assert len(named) >= 8
    past = [
        each
        for each in sorted(named)
        for today in DAYS_OF_USE
        if (day_in(each, today) or date.min) < today
    ]
    assert past == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_of_a_kickoff_is_understood(language: Language) -> None:
    said = Words(language).text("refusal-kickoff-date")
    first, second = re.split("; ", re.split("[„“”]", said)[1].partition(" ")[2])
    berlin = ZoneInfo("Europe/Berlin")
    found = [gathering_in(each, berlin, date(2030, 5, 2)) for each in (first, second)]
    assert [(f"{each.start:%Y-%m-%d}", each.site) for each in found] == [
        ("2031-01-14", "Berlin"),
        ("2031-01-15", ""),
    ]

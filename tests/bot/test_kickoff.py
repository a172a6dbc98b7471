"""Dates of a kick-off as owners write them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.commands.launch.kickoff import gathering_in
from mentoring.domain.errors import Refusal
from mentoring.domain.kickoff import MOST_SEATS, Gathering
from tests.usecases.company import refused

START = datetime(2027, 1, 14, 9, tzinfo=UTC)
BERLIN, TODAY = ZoneInfo("Europe/Berlin"), date(2026, 11, 26)


@pytest.mark.parametrize(
    ("line", "site", "seats"),
    [
        ("2027-01-14 10:00", "", MOST_SEATS),
        ("14.01.2027 10:00 Uhr", "", MOST_SEATS),
        ("14. Januar 2027, 10:00, online", "", MOST_SEATS),
        ("14/01/2027 10:00 Berlin", "Berlin", MOST_SEATS),
        ("2027-01-14 10:00 Berlin, Haus 3, 40", "Berlin, Haus 3", 40),
        ("10:00 2027-01-14 München 25 Plätze", "München", 25),
        ("2027-01-14 10.00 Teams 3 seats", "", 3),
        ("am 14.1. um 10 Uhr in Berlin, 40 Plätze", "Berlin", 40),
        ("14.01. 10:00 Berlin", "Berlin", MOST_SEATS),
        ("14. Januar 10 Uhr", "", MOST_SEATS),
        ("14.01.2027 10 Uhr Berlin 40", "Berlin", 40),
        ("on 14 January at 10 o'clock in Berlin 40", "Berlin", 40),
        ("on 14.01.2027 at 10:00 in Berlin", "Berlin", MOST_SEATS),
        ("2027/01/14 10:00 am Berlin", "Berlin", MOST_SEATS),
        ("14.1.27 10am Berlin 40", "Berlin", 40),
        ("10:00 am 14.1.2027 in Berlin", "Berlin", MOST_SEATS),
        ("14.1.2027 10 Uhr, Haus 3 am See, 40", "Haus 3 am See", 40),
        ("14.1.2027, Haus 3 am See, 10 Uhr, 40", "Haus 3 am See", 40),
    ],
)
def test_a_date_with_time_site_and_seats(line: str, site: str, seats: int) -> None:
    assert gathering_in(line, BERLIN, TODAY) == Gathering(START, site, seats)


@pytest.mark.parametrize(
    "said", ["3 pm", "3pm", "3:00 pm", "3 p.m.", "3 Uhr nachmittags", "15:00 pm", "15 Uhr"]
)
def test_the_afternoon_is_meant_where_it_is_said(said: str) -> None:
    """*10:00 pm* was ten in the morning, at a site called *pm*."""
    afternoon = datetime(2027, 1, 14, 14, tzinfo=UTC)
    for line in (f"14.1. {said} Berlin", f"14 January 2027, {said}, Berlin"):
        assert gathering_in(line, BERLIN, TODAY) == Gathering(afternoon, "Berlin", MOST_SEATS)


@pytest.mark.parametrize("day", ["14.1.", "14.01.2027", "14 January", "tomorrow", "14/1"])
@pytest.mark.parametrize(
    "at", ["25:00", "24:30", "24:00", "8:75", "8:5", "25 Uhr", "26 o'clock", "10.75"]
)
def test_a_time_that_no_clock_shows_is_named(day: str, at: str) -> None:
    """Day and time were asked for once more, as if none had been said."""
    for line in (f"{day} {at}", *([] if "." in at else [f"{day} {at} Berlin 40"])):
        with refused("time-impossible", time=at):
            gathering_in(line, BERLIN, TODAY)


def test_a_day_may_be_told_from_today() -> None:
    tomorrow = datetime(2026, 11, 27, 9, tzinfo=UTC)
    assert gathering_in("morgen 10 Uhr", BERLIN, TODAY) == Gathering(tomorrow, "", MOST_SEATS)


@pytest.mark.parametrize("line", ["", "morgen", "2027-01-14", "10:00 Berlin", "14.1. Berlin"])
def test_without_day_or_time_there_is_no_date(line: str) -> None:
    with pytest.raises(Refusal, match="kickoff-date"):
        gathering_in(line, BERLIN, TODAY)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("2027-13-14 10:00", "date-impossible"),
        ("30/02 10:00 Berlin", "date-impossible"),
        ("9999-12-31 10:00", "date-far"),
    ],
)
def test_a_day_that_cannot_be_meant_is_named(line: str, code: str) -> None:
    """U13."""
    with pytest.raises(Refusal, match=code):
        gathering_in(line, BERLIN, TODAY)

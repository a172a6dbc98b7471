"""A day that is put into a card's input is understood, or refused where it was put."""

from __future__ import annotations

from datetime import date

import pytest

from bot.commands.dates import day_chosen
from tests.usecases.company import refused

TODAY = date(2026, 11, 2)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2026-11-20", date(2026, 11, 20)),
        ("20.11.2026", date(2026, 11, 20)),
        ("in two weeks", date(2026, 11, 16)),
        ("", None),
        (None, None),
        ("  ", None),
    ],
)
def test_as_teams_sends_it_or_as_somebody_types_it(said: object, day: date | None) -> None:
    """A client without a calendar to pick from shows a plain input."""
    assert day_chosen(said, "until", TODAY) == day


@pytest.mark.parametrize(
    ("said", "code", "facts"),
    [
        ("31.02.2027", "date-impossible", {"day": "31.02.2027"}),
        ("2099-01-01", "date-far", {"day": "2099-01-01"}),
        ("soon", "no-day", {}),
    ],
)
def test_what_is_no_day_is_marked_in_its_input(
    said: object, code: str, facts: dict[str, str]
) -> None:
    with refused(code, field="until", **facts):
        day_chosen(said, "until", TODAY)

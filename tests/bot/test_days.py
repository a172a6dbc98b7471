"""Days as people write them in commands, and as cards send them."""

from __future__ import annotations

from datetime import date

import pytest

from bot.commands.changes.absence import who_until
from bot.typed.dates import day_chosen, day_in
from mentoring.domain.errors import Refusal
from tests.usecases.company import refused

TODAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    "said",
    [
        "2027-01-11",
        "11.01.2027",
        "11.1.2027",
        "am 11. Januar 2027",
        "11 January 2027",
        "January 11, 2027",
        "11/01/2027",
        "11 Jan 2027",
        "11. Januar",
        "on January 11th",
        "11.01.",
        "11.1.27",
        "11/1/27",
        "11-01-2027",
        "2027/01/11",
        "2027.01.11",
        "11/01",
        "11. 1. 2027",
        "11.Januar 2027",
        "11-Jan-2027",
        "11.Jan",
        "bis 2027/01/11 bitte",
    ],
)
def test_a_day_is_read_as_people_write_it(said: str) -> None:
    assert day_in(said, TODAY) == date(2027, 1, 11)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("tomorrow", date(2026, 11, 27)),
        ("ab morgen", date(2026, 11, 27)),
        ("übermorgen!", date(2026, 11, 28)),
        ("today", TODAY),
        ("next Monday", date(2026, 11, 30)),
        ("nächsten Montag", date(2026, 11, 30)),
        ("in two weeks", date(2026, 12, 10)),
        ("in zwei Wochen", date(2026, 12, 10)),
        ("gestern", date(2026, 11, 25)),
    ],
)
def test_a_day_may_be_told_from_today(said: str, day: date) -> None:
    """U13: *launch tomorrow* was not understood."""
    assert day_in(said, TODAY) == day


@pytest.mark.parametrize(
    "said",
    [
        "",
        "11. Foo 2027",
        "Mai Berg",
        "Eva",
        "Raum 40.5 im Haus",
        "Eva, 31 Punkte",
        "12",
        "2027",
        "10:00",
        "14 Uhr",
        "x" * 50,
    ],
)
def test_what_is_no_day_is_not_guessed(said: str) -> None:
    assert day_in(said, TODAY) is None


@pytest.mark.parametrize(
    ("said", "code", "day"),
    [
        ("bis 31.02.2027", "date-impossible", "31.02.2027"),
        ("30. Februar", "date-impossible", "30. Februar"),
        ("the 30th of February", "date-impossible", "30th of February"),
        ("until the 31st of April, 2027", "date-impossible", "31st of April, 2027"),
        ("on Monday, February 30th", "date-impossible", "February 30th"),
        ("31st June", "date-impossible", "31st June"),
        ("29th of February 2027", "date-impossible", "29th of February 2027"),
        ("bis zum 30. Februar", "date-impossible", "30. Februar"),
        ("30. 2.", "date-impossible", "30. 2"),
        ("31.11.27", "date-impossible", "31.11.27"),
        ("2027-13-01", "date-impossible", "2027-13-01"),
        ("0000-01-01", "date-impossible", "0000-01-01"),
        ("2027-00-10", "date-impossible", "2027-00-10"),
        ("01.01.0001", "date-far", "01.01.0001"),
        ("31.12.9999", "date-far", "31.12.9999"),
        ("in 20 years", "date-far", "in 20 years"),
    ],
)
def test_a_day_that_cannot_be_meant_is_answered_in_words(said: str, code: str, day: str) -> None:
    """U13: the 31st of February was asked for again, the years 1 and 9999 ended in a 500."""
    with pytest.raises(Refusal) as refused:
        day_in(said, TODAY)
    assert (refused.value.code, refused.value.facts) == (code, {"day": day})


FORMATS = (
    *("{d}.{m}.", "{d}.{m}", "{d}. {m}.", "{d}.{m}.2027", "{d}.{m}.27", "{d}. {m}. 2027"),
    *("{d}/{m}", "{d}/{m}/2027", "{d}/{m}/27", "{d} / {m} / 2027", "{d}-{m}-2027"),
    *("2027-{m}-{d}", "2027/{m}/{d}", "2027.{m}.{d}"),
)
IN_NUMBERS = [("30", "2"), ("30", "02"), ("31", "4"), ("32", "1"), ("0", "1"), ("1", "13")]
IN_WORDS = ("{d} {name}", "{d}. {name}", "{d}.{name}", "{d}-{name}-2027", "{d} {name} 2027")
IN_ENGLISH = ("{name} {d}", "{name} {d}, 2027", "{name} {d}st", "{d}th of {name}")
NAMED = [("30", "Februar"), ("30", "Feb"), ("31", "April"), ("31", "Apr"), ("31", "Sep")]


@pytest.mark.parametrize("around", ["{}", "am {}", "until {}", "Monday, {}"])
@pytest.mark.parametrize(("d", "m"), IN_NUMBERS)
@pytest.mark.parametrize("form", FORMATS)
def test_no_way_to_write_a_day_that_there_is_not_is_asked_for_again(
    form: str, d: str, m: str, around: str
) -> None:
    """*30/02* was asked for once more, *32/01* was *too far ahead*, *2027-00-10* nothing at all."""
    assert impossible(around.format(form.format(d=d, m=m)))


@pytest.mark.parametrize(("d", "name"), NAMED)
@pytest.mark.parametrize("form", [*IN_WORDS, *IN_ENGLISH])
def test_nor_with_its_months_name(form: str, d: str, name: str) -> None:
    assert impossible(form.format(d=d, name=name))


@pytest.mark.parametrize("said", ["29.2.2027", "29/02/27", "2027-02-29", "29. Februar 2027"])
def test_a_leap_day_is_there_in_leap_years_alone(said: str) -> None:
    assert impossible(said)
    assert day_in(said.replace("27", "28"), TODAY) == date(2028, 2, 29)


@pytest.mark.parametrize("said", ["29.2.", "29/2", "29 February", "Feb 29"])
def test_without_its_year_it_is_the_next_one(said: str) -> None:
    assert day_in(said, TODAY) == date(2028, 2, 29)


def impossible(said: str) -> bool:
    """Whether it is answered that there is no such day, which is named."""
    with pytest.raises(Refusal) as refused:
        day_in(said, TODAY)
    return refused.value.code == "date-impossible" and str(refused.value.facts["day"]) in said


@pytest.mark.parametrize(
    ("said", "until", "who"),
    [
        ("until tomorrow", date(2026, 11, 27), ""),
        ("tomorrow", date(2026, 11, 27), ""),
        ("15.02.2027", date(2027, 2, 15), ""),
        ("Eva Costa bis 15.02.2027", date(2027, 2, 15), "Eva Costa"),
        ("eva@x.de until next Monday", date(2026, 11, 30), "eva@x.de"),
        ("Eva Costa", None, ""),
    ],
)
def test_a_break_says_until_when_and_perhaps_whose(said: str, until: date | None, who: str) -> None:
    assert who_until(said, TODAY) == (until, who)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2026-12-20", date(2026, 12, 20)),
        ("20.12.2026", date(2026, 12, 20)),
        ("in two weeks", date(2026, 12, 10)),
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

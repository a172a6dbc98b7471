"""Figures of the house in words: what was typed stands there as it is meant, whatever it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bot.handlers.measurement.typed_figures import figure_in
from cards.kit.words import Words
from cards.measurement.figures_in_words import bare, difference, told
from mentoring.domain.errors import Refusal
from mentoring.domain.measurement.key_figures import KeyFigure, Reading

DE, EN = Words("de"), Words("en")
START, END = date(2026, 9, 1), date(2027, 3, 1)
TYPED = {
    "name": " Fluktuation ",
    "unit": "%",
    "source": "",
    "start_value": "12,5",
    "start_on": "2026-09-01",
    "end_value": "",
    "end_on": "",
}


def figure(start: str | None, end: str | None, unit: str = "") -> KeyFigure:
    readings = [
        Reading(Decimal(value), on) if value else None for value, on in ((start, START), (end, END))
    ]
    return KeyFigure("1-0", "Zahl", unit, "", *readings)


def typed(words: Words = DE, **said: str) -> KeyFigure:
    return figure_in("figure:1-0", TYPED | said, words)


def value_of(text: str, words: Words) -> Decimal:
    found = typed(words, start_value=text)
    assert found.start
    return found.start.value


@pytest.mark.parametrize(
    ("text", "german", "english"),
    [
        ("1.234,5", "1234.5", "1234.5"),
        ("1,234.5", "1234.5", "1234.5"),
        ("12,5", "12.5", "12.5"),
        ("12.5", "12.5", "12.5"),
        ("1.234", "1234", "1.234"),
        ("1,234", "1.234", "1234"),
        ("0.123", "0.123", "0.123"),
        ("1 234 567", "1234567", "1234567"),
        ("1’234.5", "1234.5", "1234.5"),
        ("−3", "-3", "-3"),
        ("-0,5", "-0.5", "-0.5"),
        ("0", "0", "0"),
        ("12,5 %", "12.5", "12.5"),
    ],
)
def test_numbers_are_read_as_germans_and_the_english_write_them(
    text: str, german: str, english: str
) -> None:
    assert (value_of(text, DE), value_of(text, EN)) == (Decimal(german), Decimal(english))


@pytest.mark.parametrize(
    "text",
    [
        "zwölf",
        "12,5,3",
        "1..2",
        "NaN",
        "Infinity",
        "1e5",
        "12 Tage",
        "1234567890123",
        "٣",
        "0,1234567",
    ],
)
def test_what_is_no_number_is_refused_at_its_input(text: str) -> None:
    with pytest.raises(Refusal) as refused:
        typed(start_value=text)
    assert (refused.value.code, refused.value.field) == ("figure-number", "start_value")


@pytest.mark.parametrize("words", [DE, EN], ids=["de", "en"])
@pytest.mark.parametrize(
    "value", ["12.5", "1.234", "1234567.89", "-0.001", "1000", "0", "0.123456"]
)
def test_what_stands_in_the_input_is_read_alike_in_every_language(value: str, words: Words) -> None:
    """Two owners who read two languages press save on the same card."""
    written = bare(Decimal(value), words)
    assert (value_of(written, DE), value_of(written, EN)) == (Decimal(value), Decimal(value))


@pytest.mark.parametrize(
    ("said", "field"),
    [({"start_on": ""}, "start_on"), ({"end_on": "2027-03-01"}, "end_value")],
)
def test_a_value_and_its_day_belong_together(said: dict[str, str], field: str) -> None:
    with pytest.raises(Refusal) as refused:
        typed(DE, **said)
    assert (refused.value.code, refused.value.field) == ("figure-half", field)


@pytest.mark.parametrize("day", ["gestern", "20270301T00"])
def test_what_is_no_day_is_refused(day: str) -> None:
    with pytest.raises(Refusal, match="figure-day"):
        typed(start_on=day)


@pytest.mark.parametrize("day", ["30.02.2027", "30/02/2027", "2027-02-30"])
def test_a_day_that_no_calendar_has_is_named_at_its_input(day: str) -> None:
    with pytest.raises(Refusal) as refused:
        typed(start_on=day)
    assert (refused.value.code, refused.value.field) == ("date-impossible", "start_on")


@pytest.mark.parametrize("day", ["2019-03-01", "01.03.2019", "1/3/2019"])
def test_a_client_without_a_calendar_to_pick_from_sends_it_as_it_was_typed(day: str) -> None:
    """However long ago it was."""
    found = typed(start_on=day).start
    assert found
    assert found.on == date(2019, 3, 1)


def test_what_is_too_long_is_refused_at_its_input() -> None:
    with pytest.raises(Refusal) as refused:
        typed(name="x" * 81)
    assert (refused.value.code, refused.value.field) == ("figure-too-long", "name")


def test_a_typed_figure_is_what_was_meant() -> None:
    start = Reading(Decimal("12.5"), START)
    assert typed() == KeyFigure("1-0", "Fluktuation", "%", "", start, None)


@pytest.mark.parametrize(
    ("figure", "german", "english"),
    [
        (figure("12.5", "11.5", "%"), "−1 Prozentpunkt", "−1 percentage point"),
        (figure("12.5", "15", "%"), "+2,5 Prozentpunkte", "+2.5 percentage points"),
        (figure("1000", "2234.5", "€"), "+1.234,5\xa0€", "+1,234.5\xa0€"),
        (figure("0.1", "0.3"), "+0,2", "+0.2"),
        (figure("7", "7", "Tage"), "0\xa0Tage", "0\xa0Tage"),
    ],
)
def test_the_difference_is_in_the_figures_unit(
    figure: KeyFigure, german: str, english: str
) -> None:
    """Of two shares it is in percentage points, for per cent of a per cent is something else."""
    assert (difference(figure, DE), difference(figure, EN)) == (german, english)


def test_what_is_not_known_is_said_and_never_filled_in() -> None:
    assert [*told(figure(None, None), DE)] == [
        "Am Anfang: nicht bekannt",
        "Am Ende: noch nicht bekannt",
    ]
    assert [*told(figure(None, "3", "Tage"), EN)] == [
        "At the start: not known",
        "At the end: 3\xa0Tage (1 March 2027)",
    ]


def test_zero_is_a_value() -> None:
    known = replace(figure(None, None), start=Reading(Decimal(0), START))
    assert next(told(known, DE)) == "Am Anfang: 0 (1. September 2026)"

"""A figure of the house as people read it: its values, what is not known, and by how much it is
otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from babel.numbers import format_decimal

from cards.kit.dates import day_of_a_year
from cards.kit.words import Words
from mentoring.domain.measurement.key_figures import KeyFigure, Otherwise, Reading

SIGNED = "+#,##0.######;\N{MINUS SIGN}#,##0.######"
THOUSANDTHS = 3


def number(value: Decimal, words: Words) -> str:
    """``−1.234,5``, with all its digits, and the minus of the difference."""
    said = str(format_decimal(value, locale=words.locale, decimal_quantization=False))
    return said.replace("-", "\N{MINUS SIGN}")


def bare(value: Decimal, words: Words) -> str:
    """The same as it stands in an input: so that every language reads it alike, without thousands
    apart, and never with three digits behind the point.
    """
    exact = value.normalize()
    behind = -int(exact.as_tuple().exponent)
    digits = "0" * (THOUSANDTHS + 1) if behind == THOUSANDTHS else "#" * max(behind, 0)
    return str(format_decimal(exact, f"0.{digits}", words.locale, decimal_quantization=False))


def measured(reading: Reading, unit: str, words: Words) -> str:
    """The value with its unit and its day."""
    value = with_unit(number(reading.value, words), unit)
    return words.text("figure-measured", value=value, day=day_of_a_year(reading.on, words))


def with_unit(value: str, unit: str) -> str:
    """Both, on one line."""
    return f"{value}\N{NO-BREAK SPACE}{unit}" if unit else value


def difference(figure: KeyFigure, words: Words) -> str:
    """By how much it is more at the end, in its unit; of shares in percentage points. Empty while
    one of the two values is missing.
    """
    by = figure.difference
    if by is None:
        return ""
    how = SIGNED if by else "0"
    said = str(format_decimal(by, how, words.locale, decimal_quantization=False))
    if figure.is_share:
        return words.text("figure-points", by=said, points=abs(float(by)))
    return with_unit(said, figure.unit)


def told(figure: KeyFigure, words: Words) -> Iterator[str]:
    """Both values, or that one is not known, and the difference."""
    for when, reading in (("start", figure.start), ("end", figure.end)):
        if reading:
            yield words.text(f"figure-{when}", measured=measured(reading, figure.unit, words))
        else:
            yield words.text(f"figure-no-{when}")
    if by := difference(figure, words):
        yield words.text("figure-difference", by=by)


def at_a_glance(figure: KeyFigure, words: Words) -> str:
    """All of it in a few words."""
    return " · ".join(told(figure, words))


def changes(each: Otherwise, words: Words) -> Iterator[str]:
    """What a version has changed of a figure, a line each."""
    nothing = KeyFigure("", "")
    before, after = each.before or nothing, each.after or nothing
    name = (each.after or each.before or nothing).name
    for field, old, new in _fields(before, after, words):
        if old != new:
            label = f"{name} · {words.text(f'figure-{field}')}"
            empty = words.text("setting-empty")
            facts = {"before": old or empty, "after": new or empty}
            yield words.text("settings-changed", name=label, **facts)


def _fields(before: KeyFigure, after: KeyFigure, words: Words) -> Iterator[tuple[str, str, str]]:
    for field in ("name", "unit", "source"):
        yield field, getattr(before, field), getattr(after, field)
    start = _known(before, before.start, words), _known(after, after.start, words)
    end = _known(before, before.end, words), _known(after, after.end, words)
    yield "start-value", *start
    yield "end-value", *end


def _known(figure: KeyFigure, reading: Reading | None, words: Words) -> str:
    return measured(reading, figure.unit, words) if reading else ""

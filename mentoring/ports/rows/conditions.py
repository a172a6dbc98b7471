"""What a column must say in the rows that are chosen, where that is more than one value."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Other:
    """Any value of a column but this one."""

    value: object


@dataclass(frozen=True)
class NoneOf:
    """Any value of a column but these; without any, all values."""

    values: Collection[str]


@dataclass(frozen=True)
class Above:
    """Any value of a column that is greater (a moment: later) than this one."""

    value: object


@dataclass(frozen=True)
class UpTo:
    """Any value of a column that is at most this one (a moment: not later)."""

    value: object


@dataclass(frozen=True)
class Containing:
    """Any value of a column in which this text stands somewhere, nested or not.

    The whole table is looked through; in an encrypted column nothing is found.
    """

    text: str


class Those:
    """What a column has in some rows (their ids, say), as a value for a column of others; the
    database finds it itself. Only ``Rows.those`` makes one.
    """


@dataclass(frozen=True)
class Among:
    """Any value of a column that one of ``those`` chooses (without any: whichever), unless one of
    ``others`` does, too, or it is one of ``but``.
    """

    those: tuple[Those, ...] = ()
    others: tuple[Those, ...] = ()
    but: Collection[str] = ()


@dataclass(frozen=True)
class Cases:
    """As a column of its own: which of these conditions a row meets first, by its number from 0;
    one more than the last for a row that meets none.
    """

    conditions: tuple[Mapping[str, object], ...]


@dataclass(frozen=True)
class Meeting:
    """The ids of the rows of which the first case that they meet has one of these numbers."""

    cases: Cases
    numbers: Collection[int]


@dataclass(frozen=True)
class Saying:
    """Any text in a column in which each of these words stands, in capital letters or small."""

    words: tuple[str, ...]

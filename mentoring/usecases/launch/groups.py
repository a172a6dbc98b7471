"""The dates of a launch are found for ten tandems at a time."""

from __future__ import annotations

TANDEMS_A_QUESTION = 10
"""How many tandems' calendars are asked for in one request."""


def group_of(number: int) -> int:
    """The group in which the dates of a tandem with this number are found; it follows from that
    alone, so that none is ever in two groups, whoever is left by then.
    """
    return number // TANDEMS_A_QUESTION


def numbers_of(group: int) -> tuple[int, ...]:
    """The numbers of the tandems that may be in a group."""
    first = group * TANDEMS_A_QUESTION
    return tuple(range(first, first + TANDEMS_A_QUESTION))

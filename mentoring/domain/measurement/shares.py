"""How many of a group say yes, told so that nobody knows what any one of them said.

Groups that are nearly of one mind read *few* and *most*: none and one are the same word, and all
and all but one. A share that grows while answers come does so by whole blocks, each told like a
group of its own, so the difference of two showings tells no more than a block does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Word = Literal["", "few", "most"]
NEARLY = 1
"""So many more or fewer, and the group would be of one mind."""


@dataclass(frozen=True)
class Share:
    """From ``low`` to ``high`` of ``people`` say yes; the two are equal where it is exact."""

    people: int
    low: int
    high: int

    @property
    def is_exact(self) -> bool:
        """Whether it is known how many say yes."""
        return self.low == self.high

    @property
    def word(self) -> Word:
        """What is told instead of numbers where the group may be of one mind."""
        if self.low == 0:
            return "few"
        return "most" if self.high == self.people else ""


@dataclass(frozen=True)
class StillUse:
    """Of those who have answered, who still use it; ``silent`` have not answered, which is no
    *no*.
    """

    share: Share
    silent: int


def share(answers: Sequence[bool], smallest: int) -> Share | None:
    """How many say yes; None for fewer than ``smallest``."""
    people, yes = len(answers), sum(answers)
    if people < smallest:
        return None
    if yes <= NEARLY:
        return Share(people, 0, NEARLY)
    if yes >= people - NEARLY:
        return Share(people, people - NEARLY, people)
    return Share(people, yes, yes)


def still_use(answers: Sequence[bool], asked: int, smallest: int) -> StillUse | None:
    """Of ``asked`` people those who have answered, and of these who still use it."""
    found = share(answers, smallest)
    return StillUse(found, asked - len(answers)) if found else None


def grown(before: Share | None, new: Sequence[bool], smallest: int) -> tuple[Share | None, int]:
    """A running share, and how many of the ``new`` answers (the oldest first) it has taken in: as
    many whole blocks of ``smallest`` as there are.
    """
    found, taken = before, 0
    while len(new) - taken >= smallest:
        block = share(new[taken : taken + smallest], smallest)
        taken += smallest
        found = joined(found, block) if found and block else block
    return found, taken


def joined(one: Share, other: Share) -> Share:
    """Of two groups together, which have nobody in common."""
    people = one.people + other.people
    return Share(people, one.low + other.low, one.high + other.high)

"""How far people have come between two moments: the mean of everybody's own change, with the
interval in which it lies.

SciPy reckons, so this belongs into the process of its own alone (``bot/matcher.py``).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from math import sqrt

CONFIDENCE = 0.95
DECIMALS = 1
"""More would pretend an exactness that scales of ten steps do not have."""


@dataclass(frozen=True)
class Estimate:
    """A mean, and the 95 % interval from ``low`` to ``high`` in which the true one lies."""

    mean: float
    low: float
    high: float


@dataclass(frozen=True)
class Change:
    """The mean change of so many ``people``."""

    people: int
    by: Estimate


@dataclass(frozen=True)
class Sums:
    """All that a mean change and its interval need of a group: how many people, the total of their
    changes, and of the squares of these.
    """

    people: int = 0
    total: int = 0
    squares: int = 0

    def __add__(self, other: Sums) -> Sums:
        """Of two groups together, which have nobody in common."""
        return Sums(
            self.people + other.people, self.total + other.total, self.squares + other.squares
        )

    @property
    def mean(self) -> float:
        """The mean change."""
        return self.total / self.people

    @property
    def spread(self) -> float:
        """The variance of the mean, from that of a sample."""
        return (self.squares - self.total * self.mean) / (self.people - 1) / self.people


def sums_of(changes: Sequence[int]) -> Sums:
    """Those of a group, of which each has changed by so much."""
    return Sums(len(changes), sum(changes), sum(each * each for each in changes))


def is_of_one_mind(changes: Collection[int]) -> bool:
    """Whether all have changed alike, so that their mean would be what each of them has said."""
    return len(set(changes)) <= 1


def pooled(sums: Sums) -> Change:
    """The change of everybody in the sums (at least two, not all alike), to a tenth, with Student's
    interval of paired values [NIST/SEMATECH e-Handbook of Statistical Methods, 7.3.1.1].
    """
    return Change(sums.people, _estimate(sums.mean, sums.spread, sums.people - 1))


def apart(ours: Sums, others: Sums) -> Estimate:
    """By how much more ``ours`` have changed than ``others`` (each at least two, not all alike), to
    a tenth, with Welch's interval, which does not assume that both groups spread alike [Welch 1947,
    Biometrika 34].
    """
    both = (ours, others)
    spread = sum(each.spread for each in both)
    freedom = spread**2 / sum(each.spread**2 / (each.people - 1) for each in both)
    return _estimate(ours.mean - others.mean, spread, freedom)


def _estimate(mean: float, spread: float, freedom: float) -> Estimate:
    """SciPy's numbers as Python's own."""
    from scipy.stats import t

    low, high = t.interval(CONFIDENCE, freedom, loc=mean, scale=sqrt(spread))
    return Estimate(*(round(float(each), DECIMALS) for each in (mean, low, high)))

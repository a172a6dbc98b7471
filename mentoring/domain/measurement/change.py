"""How far people have come between two moments: the mean of everybody's own change, with the
interval in which it lies.

SciPy reckons, so this belongs into the process of its own alone (``bot/matcher.py``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

CONFIDENCE = 0.95
DECIMALS = 1
"""More would pretend an exactness that scales of ten steps do not have."""
Pairs = Sequence[tuple[float, float]]
"""What each person said, as (then, now)."""


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


def change(pairs: Pairs, smallest: int) -> Change | None:
    """The change of those of whom both moments are known, to a tenth.

    None for fewer than ``smallest``, and likewise where all have changed alike: then the mean would
    be what each of them has said.
    """
    may_be_told = _may_be_told(pairs, smallest)
    return Change(len(pairs), _rounded(paired(pairs))) if may_be_told else None


def difference(ours: Pairs, others: Pairs, smallest: int) -> Estimate | None:
    """By how much more ``ours`` have changed than ``others``, who wait for a tandem; to a tenth.

    None unless each of the two may be told by itself: from the one and the difference the other
    would follow.
    """
    told = _may_be_told(ours, smallest) and _may_be_told(others, smallest)
    return _rounded(apart(ours, others)) if told else None


def paired(pairs: Pairs) -> Estimate:
    """The mean change, with Student's interval of paired values [NIST/SEMATECH e-Handbook of
    Statistical Methods, 7.3.1.1].
    """
    from scipy.stats import ttest_1samp

    found = ttest_1samp(_changes(pairs), 0)
    return _estimate(_mean(pairs), found.confidence_interval(CONFIDENCE))


def apart(ours: Pairs, others: Pairs) -> Estimate:
    """The difference of two mean changes, with Welch's interval, which does not assume that both
    groups spread alike [Welch 1947, Biometrika 34].
    """
    from scipy.stats import ttest_ind

    found = ttest_ind(_changes(ours), _changes(others), equal_var=False)
    return _estimate(_mean(ours) - _mean(others), found.confidence_interval(CONFIDENCE))


def _estimate(mean: float, interval: tuple[float, float]) -> Estimate:
    """SciPy's numbers as Python's own."""
    low, high = map(float, interval)
    return Estimate(mean, low, high)


def _changes(pairs: Pairs) -> list[float]:
    return [now - then for then, now in pairs]


def _mean(pairs: Pairs) -> float:
    return sum(_changes(pairs)) / len(pairs)


def _may_be_told(pairs: Pairs, smallest: int) -> bool:
    return len(pairs) >= smallest and len(set(_changes(pairs))) > 1


def _rounded(estimate: Estimate) -> Estimate:
    parts = (estimate.mean, estimate.low, estimate.high)
    return Estimate(*(round(each, DECIMALS) for each in parts))

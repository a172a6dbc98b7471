"""What has been shown stays: a figure is reckoned once, at its moment, and never anew.

Otherwise somebody who withdraws, or is erased, would stand between the figure before and the one
after.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from mentoring.domain.measurement.change import Change, Estimate
from mentoring.domain.measurement.shares import StillUse

Figure = Change | Estimate | StillUse


@dataclass(frozen=True)
class Frozen:
    """A figure as it was at its moment; None if there was nothing that could be told."""

    figure: Figure | None


Shown = Mapping[str, Frozen]
"""What has been reckoned, by what it is about and its moment."""


def frozen(shown: Shown, about: str, reckon: Callable[[], Figure | None]) -> Shown:
    """With this figure, too, unless it stands there already, also as one that could not be told."""
    return shown if about in shown else {**shown, about: Frozen(reckon())}

"""The matching where the start of a process would only take time."""

from __future__ import annotations

from collections.abc import Sequence

from mentoring.domain.matching.compare import WhatIf
from mentoring.domain.matching.decisions import Decision
from mentoring.domain.matching.settings import MatchingSettings
from mentoring.domain.measurement.change import Change, Estimate, Sums, apart, pooled
from mentoring.domain.programme import Programme
from mentoring.ports.matcher import Inputs, Shown, Solved
from mentoring.usecases.matching import solving


class InThisProcess:
    """The matching without a process of its own."""

    async def solve(self, found: Inputs, programme: Programme) -> Solved:
        return solving.solve(found, programme)

    async def what_if(
        self, found: Inputs, shown: Shown, programme: Programme, change: Decision | MatchingSettings
    ) -> WhatIf:
        return solving.what_if(found, shown, programme, change)

    async def changes(self, found: Sequence[Sums]) -> list[Change]:
        return [pooled(each) for each in found]

    async def differences(self, found: Sequence[tuple[Sums, Sums]]) -> list[Estimate]:
        return [apart(*each) for each in found]

    def warm(self) -> None:
        """There is nothing to start."""

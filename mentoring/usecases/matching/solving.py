"""The matching itself, in the process that runs it: SciPy is imported here, and the server never
imports this.
"""

from __future__ import annotations

import base64
import platform
import secrets
import zlib
from collections.abc import Sequence
from dataclasses import replace
from importlib.metadata import version

from mentoring.domain.errors import Refusal
from mentoring.domain.matching.candidates import Pair
from mentoring.domain.matching.case import Case
from mentoring.domain.matching.compare import BeforeAfter, WhatIf, difference
from mentoring.domain.matching.decisions import Decision
from mentoring.domain.matching.explain import next_best
from mentoring.domain.matching.export import run_file
from mentoring.domain.matching.figures import Figures, figures, spread_of
from mentoring.domain.matching.results import MatchingResult, ProposedTandem, Reason
from mentoring.domain.matching.rulebook import is_untold
from mentoring.domain.matching.run import MatchingRun
from mentoring.domain.matching.scores import told_points
from mentoring.domain.matching.settings import MatchingSettings
from mentoring.domain.programme import Programme
from mentoring.ports.matcher import Inputs, Shown, Solved

MOST_RECORDED_PAIRS = 1_000_000


def versions() -> dict[str, str]:
    """What computes, by version: an auditor needs the same to be sure of the same answer."""
    return {
        "python": platform.python_version(),
        **{name: version(name) for name in ("tandem", "numpy", "scipy")},
    }


def solve(found: Inputs, programme: Programme) -> Solved:
    """Solve from the start, decision by decision in their order, so that undoing the last leads
    back to the same answer.
    """
    run, dropped = _replayed(found)
    result = _as_told(run, run.result(is_untold))
    told = figures(result, found.candidates, programme.smallest_group)
    return Solved(result, replace(told, dropped=dropped), _record(run, programme))


def _as_told(run: MatchingRun, result: MatchingResult) -> MatchingResult:
    """The answer without what people have answered: of those left over owners read which rules
    exclude, not for which topics, nor how many; of a tandem no points for what nobody reads.
    """
    left = (replace(each, why=_without_answers(each.why)) for each in result.unmatched)
    return MatchingResult(_told_points(run, result.tandems), tuple(left))


def _told_points(run: MatchingRun, tandems: Sequence[ProposedTandem]) -> tuple[ProposedTandem, ...]:
    """The tandems, and who else would do best on either side, by what owners may read alone."""
    pairs = [each.pair for each in tandems]
    points, others = _told(run, pairs), next_best(run.table, run.table.told_scores(), pairs)
    return tuple(
        replace(each, score=points[each.pair], alternatives=mine)
        for each, mine in zip(tandems, others, strict=True)
    )


def _told(run: MatchingRun, pairs: Sequence[Pair]) -> dict[Pair, int]:
    """The points of these pairs for what owners may read of people."""
    found = told_points(run.table.listed(pairs), run.table.case.settings)
    return {pair: int(each) for pair, each in zip(pairs, found, strict=True)}


def _without_answers(why: Reason) -> Reason:
    return Reason(why.code, {"rules": why.rules} if why.rules else {})


def _record(run: MatchingRun, programme: Programme) -> str:
    """The run for an auditor, packed; empty where a score for every pair would fill the
    database.
    """
    if run.table.scores.size > MOST_RECORDED_PAIRS:
        return ""
    file = run_file(run, secrets.token_bytes(32), programme.topics, programme.language, versions())
    packed = zlib.compress(file.model_dump_json(exclude_defaults=True).encode(), 9)
    return base64.b64encode(packed).decode()


def _replayed(found: Inputs) -> tuple[MatchingRun, int]:
    case = Case.of(
        found.candidates, found.settings, not_again=found.not_again, standing=found.standing
    )
    run, dropped = MatchingRun.of(case), 0
    for decision in found.decisions:
        try:
            run = run.after(decision)
        except Refusal:
            # Somebody has since ruled it out (by *not with*, say), which owners must not learn: it
            # is only counted.
            dropped += 1
    return run, dropped


def what_if(
    found: Inputs, shown: Shown, programme: Programme, change: Decision | MatchingSettings
) -> WhatIf:
    """What a decision, or other settings, would change against the proposals shown.

    Other settings value both alike: points of two different scales cannot be compared.

    Raises:
        Refusal: the decision is impossible; see ``mentoring/domain/matching/locks.py``.
    """
    if isinstance(change, MatchingSettings):
        run, _ = _replayed(replace(found, settings=change))
        before = _valued(run, shown)
    else:
        run = _replayed(found)[0].after(change)
        before = shown.total_score, None
    result = _as_told(run, run.result())
    told = difference(shown, result)
    total, spread = before
    return WhatIf(
        tandems=BeforeAfter(len(shown.pairs), len(result.tandems)),
        total_score=None if total is None else BeforeAfter(total, result.total_score),
        served=told.tandems,
        changes=told.changes,
        left_over=len(result.unmatched),
        figures=figures(result, found.candidates, programme.smallest_group),
        figures_before=spread,
    )


def _valued(run: MatchingRun, shown: Shown) -> tuple[int | None, Figures | None]:
    """The proposals shown, by the settings of this run; None where these forbid one of them."""
    case = run.table.case
    known = [
        pair
        for pair in shown.pairs
        if pair.mentee in case.mentee_rows and pair.mentor in case.mentor_columns
    ]
    locked = {lock.pair for lock in case.locks}
    if len(known) < len(shown.pairs) or any(
        run.table.broken(pair) for pair in known if pair not in locked
    ):
        return None, None
    points = _told(run, known)
    return sum(points.values()), spread_of(list(points.items()))

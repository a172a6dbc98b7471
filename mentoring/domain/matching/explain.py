"""Proposed tandems in full: score, reasons, checklist, and the next-best partners on each side."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from mentoring.domain.matching.candidates import Candidate, Pair
from mentoring.domain.matching.results import Alternative, Alternatives, ProposedTandem
from mentoring.domain.matching.scores import Points
from mentoring.domain.matching.sides import Ints
from mentoring.domain.matching.table import EXCLUDED, PAIRS_AT_ONCE, Table

NEXT_BEST = 3


def explained(table: Table, pairs: Sequence[Pair]) -> tuple[ProposedTandem, ...]:
    """These pairs as proposals, in their order.

    Pairs that a rule excludes are never among the next-best partners.
    """
    locks = {lock.pair: lock for lock in table.case.locks}
    return tuple(
        ProposedTandem(*pair, one.score, one.reasons, one.checks, others, locks.get(pair))
        for pair, one, others in zip(
            pairs, table.explained(pairs), next_best(table, table.scores, pairs), strict=True
        )
    )


def next_best(table: Table, scores: Points, pairs: Sequence[Pair]) -> list[Alternatives]:
    """For each of these pairs the partners with the best of these scores besides the present ones,
    on both sides.
    """
    case = table.case
    mentees = np.array([case.mentee_rows[pair.mentee] for pair in pairs], dtype=np.int64)
    mentors = np.array([case.mentor_columns[pair.mentor] for pair in pairs], dtype=np.int64)
    for_mentees = _next_best(scores, mentees, mentors, case.mentors)
    for_mentors = _next_best(scores.T, mentors, mentees, case.mentees)
    return [Alternatives(*both) for both in zip(for_mentees, for_mentors, strict=True)]


def _next_best(
    scores: Points, rows: Ints, partners: Ints, others: Sequence[Candidate]
) -> list[tuple[Alternative, ...]]:
    """For each row the best possible partners besides the present ones; of equal ones, the first by
    id.
    """
    order, each = np.argsort(rows, kind="stable"), np.unique(rows)
    found: dict[int, tuple[Alternative, ...]] = {}
    step = max(1, PAIRS_AT_ONCE // max(len(others), 1))
    for start in range(0, len(each), step):
        some = each[start : start + step]
        left = np.array(scores[some], order="C")
        mine = order[slice(*np.searchsorted(rows, [some[0], some[-1] + 1], sorter=order))]
        left[np.searchsorted(some, rows[mine]), partners[mine]] = EXCLUDED
        found.update(zip(some.tolist(), _best_of(left, others), strict=True))
    return [found[row] for row in rows.tolist()]


def _best_of(left: Points, others: Sequence[Candidate]) -> list[tuple[Alternative, ...]]:
    own = np.arange(len(left))
    found: list[tuple[Alternative, ...]] = [()] * len(left)
    for _ in range(min(NEXT_BEST, len(others))):
        column = left.argmax(axis=1)
        best = left[own, column]
        for row in np.flatnonzero(best >= 0):
            found[row] = (*found[row], Alternative(others[column[row]].id, int(best[row])))
        left[own, column] = EXCLUDED
    return found

"""All pairs of mentees and mentors: which are possible, with which score, and why or why not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from mentoring.domain.matching.candidates import Pair
from mentoring.domain.matching.case import Case
from mentoring.domain.matching.relations import Relation
from mentoring.domain.matching.rules import Rule, active, relations
from mentoring.domain.matching.scores import Points, points
from mentoring.domain.matching.sides import Bools, Ints, Pairs, Side, encode

EXCLUDED = -1
PAIRS_AT_ONCE = 1 << 18
"""So many pairs fit into a processor's cache with all that is computed for them."""


@dataclass(frozen=True)
class Table:
    """The scores of all pairs, shape ``(mentees, mentors)``; ``EXCLUDED`` where a rule forbids the pair."""

    case: Case
    rows: Side
    columns: Side
    relations: dict[str, Relation]
    scores: Points

    @staticmethod
    def of(case: Case) -> Table:
        """The table of a case: every rule and every term of the score, for every pair."""
        rows, columns = encode(case.mentees, case.mentors, case.settings)
        table = Table(case, rows, columns, relations(rows, columns, case), np.empty((len(rows), len(columns)), dtype=np.int32))
        for some in table.blocks():
            table.scores[some.rows] = np.where(table.excluded(some), EXCLUDED, points(some, case.settings))
        return table

    def blocks(self) -> Iterator[Pairs]:
        """All pairs, in blocks of whole rows."""
        step = max(1, PAIRS_AT_ONCE // max(len(self.columns), 1))
        for start in range(0, len(self.rows), step):
            yield self.block(np.arange(start, min(start + step, len(self.rows))))

    def block(self, rows: Ints, columns: Ints | slice = slice(None)) -> Pairs:
        """These rows with each of these columns."""
        return Pairs(self.rows, self.columns, self.relations, rows, columns, is_block=True)

    def listed(self, pairs: Sequence[Pair]) -> Pairs:
        """These pairs, one by one."""
        rows = np.array([self.case.mentee_rows[pair.mentee] for pair in pairs], dtype=np.int64)
        columns = np.array([self.case.mentor_columns[pair.mentor] for pair in pairs], dtype=np.int64)
        return Pairs(self.rows, self.columns, self.relations, rows, columns, is_block=False)

    def excluded(self, pairs: Pairs) -> Bools:
        """Where any rule forbids the pair."""
        found = np.zeros(pairs.shape, dtype=bool)
        for rule in active(self.case.settings):
            found |= rule.compare(pairs, self.case.settings)
        return found

    def causes(self, pairs: Pairs) -> dict[Rule, Bools]:
        """For each rule that counts, where it forbids the pair."""
        settings = self.case.settings
        return {rule: np.broadcast_to(rule.compare(pairs, settings), pairs.shape) for rule in active(settings)}

"""One run of the matching, kept so that another decision can be tried and priced while the owner waits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from mentoring.domain.matching.candidates import Candidate, Pair
from mentoring.domain.matching.case import Case
from mentoring.domain.matching.compare import Difference, difference
from mentoring.domain.matching.decisions import Decision, Lock
from mentoring.domain.matching.explain import explained
from mentoring.domain.matching.left_over import left_over
from mentoring.domain.matching.locks import check_locks
from mentoring.domain.matching.mutual import optimum_of_people
from mentoring.domain.matching.problem import NOBODY, Optimum, Problem
from mentoring.domain.matching.results import MatchingResult
from mentoring.domain.matching.settings import MatchingSettings
from mentoring.domain.matching.sides import Ints
from mentoring.domain.matching.table import Table
from mentoring.domain.matching.trios import with_trios


@dataclass(frozen=True)
class MatchingRun:
    """A solved case. It is never changed: a decision gives another run, and undoing it is going back to this one."""

    table: Table
    best: Optimum

    @staticmethod
    def of(case: Case, seen: Iterable[Pair] = ()) -> MatchingRun:
        """Solve a case from the start. Between equally good answers the one nearest to ``seen`` counts.

        Raises:
            Refusal: a lock is impossible; see :func:`~mentoring.domain.matching.locks.check_locks`.
        """
        return MatchingRun.on(Table.of(case), seen)

    @staticmethod
    def on(table: Table, seen: Iterable[Pair] = ()) -> MatchingRun:
        """Solve a table from the start; see :meth:`of`."""
        check_locks(table)
        return MatchingRun(table, _solve(table, seen, None))

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """The pairs of this run, sorted: the locked ones and those that the matching chose."""
        case = self.table.case
        chosen = (
            Pair(case.mentees[row].id, case.mentors[column].id)
            for row, column in enumerate(self.best.mentor_of)
            if column != NOBODY
        )
        return tuple(sorted((*(lock.pair for lock in case.locks), *chosen)))

    @property
    def total_score(self) -> int:
        """The sum of the scores of all pairs, before any trio."""
        return sum(one.score for one in self.table.explained(self.pairs))

    def after(self, decision: Decision) -> MatchingRun:
        """The run after one more lock or forbidden pair, solved again from here with as few other changes as possible.

        Raises:
            Refusal: the lock is impossible, or the pair to be forbidden is locked (``locked``).
        """
        table = self.table.with_decision(decision)
        check_locks(table)
        return MatchingRun(table, _solve(table, self.pairs, self.best.known))

    def price(self, decision: Decision) -> Difference:
        """What a decision would cost: tandems, total score, and who would get another partner."""
        return difference(self, self.after(decision))

    def result(self) -> MatchingResult:
        """The answer in full: every tandem explained, and a why for everybody left over."""
        found = explained(self.table, self.pairs)
        rest = left_over(self.table, self.pairs)
        return with_trios(self.table, MatchingResult(found, rest))

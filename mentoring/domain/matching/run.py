"""One run of the matching, kept so that another decision can be tried and priced while the owner
waits.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from mentoring.domain.errors import Refusal
from mentoring.domain.matching.assign import columns_seen, people_with_both_roles, problem_of
from mentoring.domain.matching.candidates import Candidate, Pair
from mentoring.domain.matching.case import Case
from mentoring.domain.matching.compare import Difference, difference
from mentoring.domain.matching.decisions import Decision, Forbid, Lock
from mentoring.domain.matching.explain import explained
from mentoring.domain.matching.left_over import Hidden, left_over
from mentoring.domain.matching.locks import check_locks, check_people
from mentoring.domain.matching.mutual import in_both_directions, optimum_of_people
from mentoring.domain.matching.optimum import proof
from mentoring.domain.matching.pricing import nearest
from mentoring.domain.matching.problem import NOBODY, Optimum, Problem, union
from mentoring.domain.matching.repair import without_pair, without_row_and_place
from mentoring.domain.matching.results import MatchingResult
from mentoring.domain.matching.rulebook import is_confidential
from mentoring.domain.matching.settings import MatchingSettings
from mentoring.domain.matching.table import Table
from mentoring.domain.matching.trios import with_trios


@dataclass(frozen=True)
class MatchingRun:
    """A solved case.

    It is never changed: a decision gives another run, and undoing it is going back to this one.
    """

    table: Table
    problem: Problem
    best: Optimum

    @staticmethod
    def of(case: Case, seen: Iterable[Pair] = ()) -> MatchingRun:
        """Solve a case from the start.

        Between equally good answers the one nearest to ``seen`` counts.

        Raises:
            Refusal: a lock is impossible; see :func:`~mentoring.domain.matching.locks.check_locks`.
        """
        return MatchingRun.on(Table.of(case), seen)

    @staticmethod
    def on(table: Table, seen: Iterable[Pair] = ()) -> MatchingRun:
        """Solve a table from the start; see :meth:`of`."""
        check_locks(table)
        problem = problem_of(table, columns_seen(table.case, seen))
        return MatchingRun(
            table, problem, optimum_of_people(problem, people_with_both_roles(table.case))
        )

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """The pairs of this run in order: the locked ones and those that the matching chose."""
        case = self.table.case
        chosen = (
            Pair(case.mentees[row].id, case.mentors[column].id)
            for row, column in enumerate(self.best.mentor_of)
            if column != NOBODY
        )
        return case.in_order((*(lock.pair for lock in case.locks), *chosen))

    @property
    def total_score(self) -> int:
        """The sum of the scores of all pairs, before any trio."""
        chosen = np.flatnonzero(self.best.mentor_of != NOBODY)
        locked = self.table.points([lock.pair for lock in self.table.case.locks])
        return int(self.table.scores[chosen, self.best.mentor_of[chosen]].sum() + locked.sum())

    def after(self, decision: Decision) -> MatchingRun:
        """The run after one more lock or forbidden pair, solved again from here with as few other
        changes as possible.

        Raises:
            Refusal: the lock is impossible, or the pair to be forbidden is locked (``locked``).
        """
        if isinstance(decision, Forbid) and decision.pair in {
            lock.pair for lock in self.table.case.locks
        }:
            raise Refusal("locked", mentee=decision.mentee, mentor=decision.mentor)
        check_people(self.table.case, decision)
        table = self.table.with_decision(decision)
        check_locks(table)
        problem = problem_of(table, self.problem.seen, self.problem.scale)
        return MatchingRun(table, problem, self._solved_again(problem, decision))

    @cached_property
    def _start(self) -> Optimum:
        """The optimum with all pairs that matter when little changes; only a decision needs
        them.
        """
        near, _ = nearest(self.problem, self.best.prices)
        return replace(self.best, known=union(self.best.known, near))

    def _solved_again(self, problem: Problem, decision: Decision) -> Optimum:
        old, both = self._start, people_with_both_roles(self.table.case)
        if not old.unbarred or Pair(decision.mentor, decision.mentee) in self.pairs:
            return optimum_of_people(problem, both, old.known)
        row = int(np.searchsorted(self.problem.rows, self.table.case.mentee_rows[decision.mentee]))
        column = self.table.case.mentor_columns[decision.mentor]
        if isinstance(decision, Lock):
            best = without_row_and_place(problem, old, row, int(self.problem.first_places[column]))
        elif decision.pair in self.pairs:
            best = without_pair(problem, old, row)
        else:
            best = proof(problem, old.place_of, old.known)
        return (
            best
            if not in_both_directions(best, both, problem)
            else optimum_of_people(problem, both, best.known)
        )

    def price(self, decision: Decision) -> Difference:
        """What a decision would cost: tandems, total score, and who would get another partner."""
        return difference(self, self.after(decision))

    def result(self, hidden: Hidden = is_confidential) -> MatchingResult:
        """The answer in full: every tandem explained, and a why for everybody left over, in which
        nobody learns where a ``hidden`` rule excludes.
        """
        found = explained(self.table, self.pairs)
        rest = left_over(self.table, self.pairs, hidden)
        return with_trios(self.table, MatchingResult(found, rest))


def match(
    candidates: Iterable[Candidate],
    settings: MatchingSettings | None = None,
    *,
    locks: Iterable[Lock] = (),
    forbidden: Iterable[Pair] = (),
    not_again: Iterable[Pair] = (),
    standing: Iterable[Pair] = (),
    seen: Iterable[Pair] = (),
) -> MatchingResult:
    """The best tandems for these candidates: the most tandems, then the highest total score.

    ``locks`` and ``forbidden`` are the owners' decisions; ``not_again`` are pairs kept apart for a
    cause that nobody may see; ``standing`` are tandems that exist already and are not disturbed (so
    somebody who joins late, or a place that becomes free, is matched by itself); between equally
    good answers the one nearest to ``seen`` counts.

    Raises:
        Refusal: ``twice-in-one-role``, or a lock is impossible (see
            :func:`~mentoring.domain.matching.locks.check_locks`).
    """
    case = Case.of(
        candidates,
        settings or MatchingSettings(),
        locks=locks,
        forbidden=forbidden,
        not_again=not_again,
        standing=standing,
    )
    return MatchingRun.of(case, seen).result()

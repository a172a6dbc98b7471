"""One run of the matching, kept so that another decision can be tried and priced while the owner waits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from mentoring.domain.errors import Refusal
from mentoring.domain.matching.candidates import Candidate, Pair
from mentoring.domain.matching.case import Case
from mentoring.domain.matching.compare import Difference, difference
from mentoring.domain.matching.decisions import Decision, Forbid, Lock
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
        return int(self.table.points(self.pairs).sum())

    def after(self, decision: Decision) -> MatchingRun:
        """The run after one more lock or forbidden pair, solved again from here with as few other changes as possible.

        Raises:
            Refusal: the lock is impossible, or the pair to be forbidden is locked (``locked``).
        """
        if isinstance(decision, Forbid) and decision.pair in {lock.pair for lock in self.table.case.locks}:
            raise Refusal("locked", mentee=decision.mentee, mentor=decision.mentor)
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


def _solve(table: Table, seen: Iterable[Pair], known: Ints | None) -> Optimum:
    case = table.case
    both = {column: case.mentee_rows[id_] for id_, column in case.mentor_columns.items() if id_ in case.mentee_rows}
    return optimum_of_people(problem_of(table, seen), both, known)


def problem_of(table: Table, seen: Iterable[Pair]) -> Problem:
    """What is left to assign when locked and standing pairs have taken their places."""
    case, settled = table.case, table.case.settled
    taken = np.array([case.mentor_columns[p.mentor] for p in settled if p.mentor in case.mentor_columns], dtype=np.int64)
    used = np.bincount(taken, minlength=len(case.mentors))
    settled_mentees = {pair.mentee for pair in settled}
    return Problem(
        scores=table.scores,
        places=np.maximum(np.array([mentor.capacity for mentor in case.mentors], dtype=np.int64) - used, 0),
        rows=np.array([row for id_, row in case.mentee_rows.items() if id_ not in settled_mentees], dtype=np.int64),
        unserved=used == 0,
        waited_mentees=np.array([mentee.waited for mentee in case.mentees], dtype=np.int64),
        waited_mentors=np.array([mentor.waited for mentor in case.mentors], dtype=np.int64),
        seen=_columns_seen(case, seen),
        barred=_against_settled(case),
    )


def _columns_seen(case: Case, seen: Iterable[Pair]) -> Ints:
    found = np.full(len(case.mentees), NOBODY)
    for mentee, mentor in seen:
        if mentee in case.mentee_rows and mentor in case.mentor_columns:
            found[case.mentee_rows[mentee]] = case.mentor_columns[mentor]
    return found


def _against_settled(case: Case) -> Ints:
    """The other direction of every settled pair: two people are never a tandem in both."""
    keys = [
        case.mentee_rows[mentor] * len(case.mentors) + case.mentor_columns[mentee]
        for mentee, mentor in case.settled
        if mentor in case.mentee_rows and mentee in case.mentor_columns
    ]
    return np.array(sorted(keys), dtype=np.int64)


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

    ``locks`` and ``forbidden`` are the owners' decisions; ``not_again`` are pairs kept apart for a cause that nobody may
    see; ``standing`` are tandems that exist already and are not disturbed (so somebody who joins late, or a place that
    becomes free, is matched by itself); between equally good answers the one nearest to ``seen`` counts.

    Raises:
        Refusal: ``twice_in_one_role``, or a lock is impossible (see :func:`~mentoring.domain.matching.locks.check_locks`).
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

"""All pairs of mentees and mentors: which are possible, with which score, and why or why not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import get_args

import numpy as np

from mentoring.domain.matching.candidates import Candidate, Pair
from mentoring.domain.matching.case import Case
from mentoring.domain.matching.decisions import Decision, Lock
from mentoring.domain.matching.relations import Relation, relation
from mentoring.domain.matching.results import Check, CheckState, Reason
from mentoring.domain.matching.rules import Rule, active, relations
from mentoring.domain.matching.scores import TERMS, Points, points, strongest_first, told_points
from mentoring.domain.matching.sides import Bools, Ints, Pairs, Side, encode
from mentoring.domain.people import Role

EXCLUDED = -1
"""All bits set, so that combining any score with it by "or" yields it; ten times as fast as
choosing between the two.
"""
PAIRS_AT_ONCE = 1 << 18
"""This many pairs fit into a processor's cache with all that is computed for them."""


@dataclass(frozen=True)
class Explanation:
    """One pair's score, what speaks for it, and its checklist."""

    score: int
    reasons: tuple[Reason, ...]
    checks: tuple[Check, ...]


@dataclass(frozen=True)
class Table:
    """The scores of all pairs, shape ``(mentees, mentors)``; ``EXCLUDED`` where a rule forbids the
    pair.
    """

    case: Case
    rows: Side
    columns: Side
    relations: dict[str, Relation]
    scores: Points

    @staticmethod
    def of(case: Case) -> Table:
        """The table of a case: every rule and every term of the score, for every pair."""
        rows, columns = encode(case.mentees, case.mentors, case.settings)
        table = Table(
            case,
            rows,
            columns,
            relations(rows, columns, case),
            np.empty((len(rows), len(columns)), dtype=np.int32),
        )
        for some in table.blocks():
            table.scores[some.rows] = points(some, case.settings) | -table.excluded(some).astype(
                np.int8
            )
        return table

    def told_scores(self) -> Points:
        """The same as owners read them."""
        found = np.empty_like(self.scores)
        for some in self.blocks():
            possible = self.scores[some.rows] != EXCLUDED
            found[some.rows] = np.where(possible, told_points(some, self.case.settings), EXCLUDED)
        return found

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
        columns = np.array(
            [self.case.mentor_columns[pair.mentor] for pair in pairs], dtype=np.int64
        )
        return Pairs(self.rows, self.columns, self.relations, rows, columns, is_block=False)

    def excluded(self, pairs: Pairs) -> Bools:
        """Where any rule forbids the pair."""
        found = np.zeros(pairs.shape, dtype=bool)
        for rule in active(self.case.settings):
            found |= rule.compare(pairs, self.case.settings)
        return found

    def causes(self, pairs: Pairs) -> dict[str, Bools]:
        """For each rule that counts, where it forbids the pair."""
        settings = self.case.settings
        return {
            rule.name: np.broadcast_to(rule.compare(pairs, settings), pairs.shape)
            for rule in active(settings)
        }

    def causes_of(self, role: Role, people: Ints) -> tuple[dict[str, Bools], Bools]:
        """For people of one role against everybody in the other: where each rule forbids, and what
        is possible at all.
        """
        if role is Role.MENTEE:
            return self.causes(self.block(people)), self.scores[people] >= 0
        causes = self.causes(self.block(np.arange(len(self.rows)), people))
        return {rule: forbids.T for rule, forbids in causes.items()}, self.scores[:, people].T >= 0

    def companions_excluded(self, role: Role, people: Ints, companions: Ints) -> Bools:
        """Where a rule about the people themselves keeps two of the same role from being in one
        trio.
        """
        side, settings = (self.rows if role is Role.MENTEE else self.columns), self.case.settings
        pairs = Pairs(
            side, side, relations(side, side, self.case), people, companions, is_block=True
        )
        found = np.zeros(pairs.shape, dtype=bool)
        for rule in active(settings):
            if rule.traits.of_companions:
                found |= rule.compare(pairs, settings)
        return found

    def points(self, pairs: Sequence[Pair]) -> Ints:
        """The score of each of these pairs, whatever the rules say."""
        return points(self.listed(pairs), self.case.settings).astype(np.int64)

    def broken(self, pair: Pair) -> tuple[str, ...]:
        """The rules that forbid this pair."""
        return tuple(
            name for name, forbids in self.causes(self.listed([pair])).items() if forbids[0]
        )

    def explained(self, pairs: Sequence[Pair]) -> list[Explanation]:
        """For each of these pairs its score, what speaks for it, and how each rule was checked."""
        listed = self.listed(pairs)
        return [
            Explanation(sum(reason.points for reason in reasons), reasons, checks)
            for reasons, checks in zip(self.reasons(listed), self.checks(listed), strict=True)
        ]

    def reasons(self, pairs: Pairs) -> list[tuple[Reason, ...]]:
        """What speaks for each pair of a list, the strongest first; the points together are the
        score.
        """
        weights = self.case.settings.weights
        amounts = {name: term.count(pairs, weights).tolist() for name, term in TERMS.items()}
        return [
            strongest_first(
                reason
                for name, term in TERMS.items()
                if amounts[name][number]
                for reason in term.say(mentee, mentor, weights, amounts[name][number])
            )
            for number, (mentee, mentor) in enumerate(self.people(pairs))
        ]

    def people(self, pairs: Pairs) -> list[tuple[Candidate, Candidate]]:
        """The mentee and the mentor of each pair of a list."""
        columns = np.arange(len(self.columns))[pairs.columns]
        return [
            (self.rows.people[row], self.columns.people[column])
            for row, column in zip(pairs.rows, columns, strict=True)
        ]

    def checks(self, pairs: Pairs) -> list[tuple[Check, ...]]:
        """The checklist of each pair of a list.

        A broken rule is one that owners have waived, or the pair would not be proposed.
        """
        causes, columns = self.causes(pairs), []
        for rule in active(self.case.settings):
            broken = causes.get(rule.name, np.zeros(pairs.shape, dtype=bool))
            assumed = np.broadcast_to(self.assumed(rule, pairs), pairs.shape)
            choice = [Check(rule.name, state) for state in get_args(CheckState)]
            columns.append([choice[state] for state in np.where(broken, 2, assumed).tolist()])
        return list(zip(*columns, strict=True))

    def assumed(self, rule: Rule, pairs: Pairs) -> Bools:
        """Where a rule could not be checked because a fact is missing."""
        return rule.assumed(pairs, self.case.settings)

    def with_decision(self, decision: Decision) -> Table:
        """The table after one more lock or forbidden pair; only what that changes is made anew."""
        case = self.case.with_decision(decision)
        if isinstance(decision, Lock):
            return replace(self, case=case)
        apart = relation(self.rows.people, self.columns.people, case.apart["forbidden"])
        scores = self.scores.copy()
        scores.ravel()[apart.keys] = EXCLUDED
        return replace(
            self, case=case, scores=scores, relations={**self.relations, "forbidden": apart}
        )

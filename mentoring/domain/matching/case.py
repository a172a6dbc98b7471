"""Everything that one matching starts from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property

from mentoring.domain.matching.candidates import Candidate, Pair, by_role
from mentoring.domain.matching.decisions import Decision, Lock
from mentoring.domain.matching.settings import MatchingSettings


@dataclass(frozen=True)
class Case:
    """The people, sorted by id, the settings, and what was decided about single pairs.

    ``forbidden`` are the owners' own; ``not_again`` are pairs that must not be proposed for a cause
    that nobody may see (a declined offer, a switch). Both hold between the two people, in whichever
    roles. ``standing`` are tandems that exist already: they keep their places, and nothing is
    proposed against them.
    """

    mentees: tuple[Candidate, ...]
    mentors: tuple[Candidate, ...]
    settings: MatchingSettings = field(default_factory=MatchingSettings)
    locks: tuple[Lock, ...] = ()
    forbidden: tuple[Pair, ...] = ()
    not_again: tuple[Pair, ...] = ()
    standing: tuple[Pair, ...] = ()

    @staticmethod
    def of(
        candidates: Iterable[Candidate],
        settings: MatchingSettings,
        *,
        locks: Iterable[Lock] = (),
        forbidden: Iterable[Pair] = (),
        not_again: Iterable[Pair] = (),
        standing: Iterable[Pair] = (),
    ) -> Case:
        """The case of these candidates, in an order that does not depend on theirs.

        Raises:
            Refusal: ``twice-in-one-role`` if an id stands twice in the same role.
        """
        mentees, mentors = by_role(candidates)
        return Case(
            mentees,
            mentors,
            settings,
            locks=tuple(sorted(locks, key=lambda lock: lock.pair)),
            forbidden=tuple(sorted(set(forbidden))),
            not_again=tuple(sorted(set(not_again))),
            standing=tuple(sorted(set(standing))),
        )

    @property
    def everybody(self) -> tuple[Candidate, ...]:
        """All candidates of both roles."""
        return self.mentees + self.mentors

    @cached_property
    def mentee_rows(self) -> dict[str, int]:
        """The row of each mentee's id."""
        return {person.id: row for row, person in enumerate(self.mentees)}

    @cached_property
    def mentor_columns(self) -> dict[str, int]:
        """The column of each mentor's id."""
        return {person.id: column for column, person in enumerate(self.mentors)}

    def in_order(self, pairs: Iterable[Pair]) -> tuple[Pair, ...]:
        """The pairs in the order of the mentees, then of the mentors."""
        return tuple(
            sorted(
                pairs,
                key=lambda pair: (self.mentee_rows[pair.mentee], self.mentor_columns[pair.mentor]),
            )
        )

    @property
    def settled(self) -> tuple[Pair, ...]:
        """The pairs about which nothing is left to decide: locked ones and standing tandems."""
        return (*(lock.pair for lock in self.locks), *self.standing)

    @cached_property
    def apart(self) -> dict[str, dict[str, set[str]]]:
        """Whom the pairs of ``blocked``, ``forbidden`` and ``not_again`` keep each id apart
        from.
        """
        sources = {
            "blocked": self.settings.blocked_pairs,
            "forbidden": self.forbidden,
            "not_again": self.not_again,
        }
        return {name: _partners(pairs) for name, pairs in sources.items()}

    def with_decision(self, decision: Decision) -> Case:
        """The same case with one more lock or forbidden pair."""
        if isinstance(decision, Lock):
            return replace(
                self, locks=tuple(sorted((*self.locks, decision), key=lambda lock: lock.pair))
            )
        return replace(self, forbidden=tuple(sorted({*self.forbidden, decision.pair})))


def _partners(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for one, other in pairs:
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return found

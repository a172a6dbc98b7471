"""What is remembered from one cycle to the next, by the tenant's own account: who was together, and
who had been asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sandbox.rehearse.baseline import Pair
from sandbox.rehearse.crowd import Crowd
from sandbox.rehearse.programme import Programme
from sandbox.rehearse.tally import Tally
from sandbox.state import TenantState


@dataclass(frozen=True)
class Noted:
    """What was wrong in a cycle: people in a tandem who were not asked, and pairs that an earlier
    cycle had formed.
    """

    unasked: tuple[str, ...]
    repeated: tuple[str, ...]


class Ledger:
    """The pairs of each programme."""

    def __init__(self, state: TenantState, programmes: Sequence[Programme], crowd: Crowd) -> None:
        self._state = state
        self._programmes = programmes
        self._crowd = crowd
        self._past: dict[str, set[Pair]] = {programme.name: set() for programme in programmes}

    def seen(self, tally: Tally) -> Noted:
        """Look at a cycle that runs, without writing anything down."""
        unasked = [line for one in self._programmes for line in self._unasked(one, tally)]
        repeated = [line for one in self._programmes for line in self._repeated(one, tally)]
        return Noted(tuple(unasked), tuple(repeated))

    def close(self, tally: Tally) -> None:
        """The cycle is over: its pairs are of the past from now on."""
        for programme in self._programmes:
            self._past[programme.name] |= programme.pairs(tally)

    def _unasked(self, programme: Programme, tally: Tally) -> list[str]:
        people = {person for pair in programme.pairs(tally) for person in pair}
        unasked = self._names(person for person in people if not self._was_asked(programme, person))
        return [f"{name} is in a tandem and was not asked." for name in unasked]

    def _was_asked(self, programme: Programme, person_id: str) -> bool:
        actor = self._crowd.actor(person_id)
        return actor is not None and actor.was_asked_by(programme.name)

    def _repeated(self, programme: Programme, tally: Tally) -> list[str]:
        again = programme.pairs(tally) & self._past[programme.name]
        return [f"{' and '.join(self._names(pair))} have been a tandem before." for pair in again]

    def _names(self, people: Iterable[str]) -> list[str]:
        return sorted(self._state.people[person].display_name for person in people)

"""What came of a cycle's launch and of its sessions, by the tenant's own account: what is missing,
and the cycle's figures.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import permutations

from sandbox.rehearse.actor import Actor
from sandbox.rehearse.baseline import Pair
from sandbox.rehearse.cards_posted import wrote_about
from sandbox.rehearse.crowd import Crowd
from sandbox.rehearse.ledger import Ledger, Noted
from sandbox.rehearse.programme import Programme
from sandbox.rehearse.tally import Tally, conflicts
from sandbox.state import TenantState

COUNTED = ("tandems", "channels", "series", "occurrences", "moved", "memberships", "duplicates")
"""What a tally has counted under the report's names."""


@dataclass(frozen=True)
class Finding:
    """What was found in the tenant at one moment: a tally, what is missing, sessions that overlap
    something else.
    """

    tally: Tally
    losses: dict[str, int]
    conflicts: int
    noted: Noted
    remarks: tuple[str, ...] = ()

    @property
    def lost(self) -> int:
        """How much is missing."""
        return sum(self.losses.values())

    def figures(self) -> dict[str, int]:
        """The counts, named as in the report."""
        counted = {name: getattr(self.tally, name) for name in COUNTED}
        noted = {"unasked": len(self.noted.unasked), "repeated_pairs": len(self.noted.repeated)}
        return counted | noted | {"lost": self.lost}

    def told(self) -> list[str]:
        """What the figures do not say."""
        lines = [f"Missing: {number} {what}." for what, number in self.losses.items() if number]
        lines += [*self.remarks, *self.noted.unasked, *self.noted.repeated]
        return (
            [*lines, f"{self.conflicts} sessions lie on something else in a calendar."]
            if self.conflicts
            else lines
        )


@dataclass(frozen=True)
class Verdict:
    """What was expected of a cycle (`tandems` in each of the programmes) against what a tally
    finds.

    `launched_at` is the tenant's time of the launch, `answers_gone` which acknowledged answers were
    asked for again, `left_standing` how much still stands of a launch that was taken back, by what
    it is, `sessions_gone` how many sessions people took away for which nothing has come.
    """

    state: TenantState
    crowd: Crowd
    programmes: Sequence[Programme]
    ledger: Ledger
    tandems: int
    launched_at: datetime
    answers_gone: tuple[str, ...] = ()
    left_standing: Mapping[str, int] = field(default_factory=dict)
    sessions_gone: int = 0

    def found(self, tally: Tally) -> Finding:
        """What the tally says, to be kept from what happens later."""
        noted = self.ledger.seen(tally)
        return Finding(
            tally.with_surplus(sum(self.left_standing.values())),
            self.losses(tally),
            conflicts(self.state, tally),
            noted,
            (*self.answers_gone, *self._told_of_the_undoing()),
        )

    def _told_of_the_undoing(self) -> list[str]:
        left = {what: number for what, number in self.left_standing.items() if number}
        return [f"Taken back, and still there: {number} {what}." for what, number in left.items()]

    def lost(self, tally: Tally) -> int:
        """How much should be there and is not."""
        return sum(self.losses(tally).values())

    def losses(self, tally: Tally) -> dict[str, int]:
        """Channels, series, memberships, launch cards, answers and sessions that should be there
        and are not.
        """
        pairs = [(programme, programme.pairs(tally)) for programme in self.programmes]
        return {
            "channels": sum(self._missing(found & tally.with_channel) for _, found in pairs),
            "complete series": sum(self._missing(found & tally.with_series) for _, found in pairs),
            "memberships": sum(
                self._not_members(programme, tally) for programme in self.programmes
            ),
            "cards that name the partner": sum(
                self._untold(one, found & tally.with_channel) for one, found in pairs
            ),
            "acknowledged answers": len(self.answers_gone),
            "sessions that were deleted or declined": self.sessions_gone,
        }

    def _people(self, programme: Programme) -> list[Actor]:
        return programme.in_tandems(self.crowd, self.crowd.stage.cycle)

    def _missing(self, pairs: frozenset[Pair]) -> int:
        return max(0, self.tandems - len(pairs))

    def _not_members(self, programme: Programme, tally: Tally) -> int:
        members = programme.members(tally)
        return sum(1 for actor in self._people(programme) if actor.persona.person.id not in members)

    def _untold(self, programme: Programme, pairs: frozenset[Pair]) -> int:
        """How many people of the programme have not been told since the launch with whom they are
        in a tandem.
        """
        partners: dict[str, list[str]] = {}
        for one, other in (permuted for pair in pairs for permuted in permutations(pair)):
            partners.setdefault(one, []).append(self.state.people[other].display_name)
        people = self._people(programme)
        return sum(
            1
            for actor in people
            if not self._was_told(actor, partners.get(actor.persona.person.id, []))
        )

    def _was_told(self, actor: Actor, partners: Sequence[str]) -> bool:
        """Whether a card since the launch names one of the partners."""
        place = actor.place
        return place is not None and any(
            wrote_about(self.state, place, name, self.launched_at) for name in partners
        )

"""The life of the tandems in a rehearsal: what of it reached people and was answered, and whether
anything that they wrote stands where it must not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

from sandbox.rehearse.baseline import Pair
from sandbox.rehearse.circles import Circles
from sandbox.rehearse.databases import is_sqlite
from sandbox.rehearse.habits import Answered, Words
from sandbox.rehearse.planted import Asked, in_conversations, in_drives, in_files, in_postgres
from sandbox.rehearse.tally import Tally
from sandbox.state import TenantState

COUNTED: Mapping[str, tuple[str, ...]] = {
    "agreements": ("agreement.agree",),
    "kits": ("kits.take",),
    "retrospectives": ("retrospective.tap", "retrospective.write"),
    "road_maps": ("road_map.move", "road_map.before"),
    "switches": ("switch.partner",),
    "further": ("further.say",),
    "certificates": ("certificate.confirm",),
    "wishes": ("next_time.wish",),
    "results": ("result.release",),
    "thanks": ("sponsor.thank",),
}
"""What people answered, by what the buttons send; a message counts once."""
FOLLOW_UP = ("follow_up.answer",)
"""The same of what they are asked some months after the end."""
AFTERWARDS = timedelta(days=190)
MONTHS_LATER = timedelta(days=30)
"""What is asked so long after the closing is a follow-up."""


@dataclass
class Life:
    """That of all cycles of a rehearsal."""

    state: TenantState
    words: Words
    folder: Path
    """Where the product keeps its files and its log."""
    database: str
    found: set[str] = field(default_factory=set)
    """What people wrote and where it stood although it must not, a line each."""
    answered: Answered = field(default_factory=Answered)
    over_since: datetime | None = None
    """When the last cycle was closed, on the tenant's clock."""

    circles: Circles = field(init=False)
    asked: Asked = field(init=False)

    def __post_init__(self) -> None:
        self.circles = Circles(self.state, self.answered.circles)
        self.asked = Asked(self.state)

    def figures(self) -> dict[str, int]:
        """How many cards reached people and were answered."""
        counted = {name: self.answered.count(verbs) for name, verbs in COUNTED.items()}
        late = {"follow_ups": self._follow_ups(), "leaked": len(self.found)}
        late |= {"files": len(self.state.drives.files)}
        return counted | late | {"written": len(self.words.written)} | self.circles.figures()

    def told(self) -> list[str]:
        """Where people wrote how many lines, and what is wrong with their circles."""
        places = Counter(by.where for by in self.words.written.values())
        lines = ", ".join(f"{number} of {where}" for where, number in sorted(places.items()))
        return [f"People have written: {lines}.", *self.circles.told()]

    def _follow_ups(self) -> int:
        asked = {message for _, message in self.answered.of(FOLLOW_UP)}
        return sum(self._is_late(message) for message in asked)

    def _is_late(self, message_id: str) -> bool:
        since = self.over_since
        found = self.state.conversations.messages.values()
        created = [one.created for messages in found for one in messages if one.id == message_id]
        return since is not None and any(one > since + MONTHS_LATER for one in created)

    def search(self) -> set[str]:
        """Look for what people wrote in the product's files, database and log, in what it asked of
        Graph, and where somebody reads who is not to, in a chat or in a file of theirs; what is
        found for the first time.

        To be done while it is there as well, not only after it has been erased.
        """
        before = set(self.found)
        self.found.update(in_files(self.folder, self.words.written))
        if not is_sqlite(self.database):
            self.found.update(in_postgres(self.database, self.words.written))
        self.found.update(in_conversations(self.state, self.words), self.asked.found)
        self.found.update(in_drives(self.state, self.words))
        return self.found - before


def with_ended(tally: Tally, launched: Tally, ended: set[Pair]) -> Tally:
    """The tally with what the launch had left of the tandems that have ended since by a switch.

    Who needs the team for nothing else has left it, and with it the channel, which then has no pair
    any more; it is not one too many.
    """
    missing = frozenset(ended) - tally.pairs
    deserted = len(missing & launched.with_channel - tally.with_channel)
    without_pair = tally.channels - len(tally.with_channel)
    people = frozenset().union(*missing)
    rooms = {room for room in launched.rooms if room[1] in missing}
    return replace(
        tally,
        tandems=tally.tandems + len(missing),
        memberships=launched.memberships if missing else tally.memberships,
        duplicates=tally.duplicates - min(deserted, without_pair),
        pairs=tally.pairs | missing,
        with_channel=tally.with_channel | missing,
        with_series=tally.with_series | missing,
        rooms=tally.rooms | rooms,
        members=tally.members | {one for one in launched.members if one[1] in people},
    )


def with_further(tally: Tally, agreed: Mapping[Pair, int]) -> Tally:
    """The tally where these pairs have agreed so often on further sessions: each time they get one
    series more, and that is none too many.
    """
    more = Counter(pair for pair, _ in tally.of_pairs) - Counter(tally.pairs)
    return replace(tally, duplicates=tally.duplicates - (more & Counter(agreed)).total())

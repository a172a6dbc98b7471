"""The sponsor's thanks to all whose tandem is over: asked for once, sent once or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class ThanksState(StrEnum):
    """The sponsor is looked for, is asked, has thanked all, would rather not this time; or cannot
    be reached.
    """

    SOUGHT = "sought"
    ASKED = "asked"
    SENT = "thanked"
    LEFT = "not-this-time"
    UNREACHABLE = "unreachable"


@dataclass(frozen=True)
class SponsorThanks:
    """One round of thanks in a cycle: of whoever's tandem was over when the sponsor was asked
    (``asked_at``, UTC).

    ``people`` is how many they were then, and stays, so that nothing follows from two showings.
    ``author_id`` is the sponsor, empty as long as nobody knows them; ``line`` what they have said,
    empty before that and once it is erased.
    """

    id: str
    author_id: str
    asked_at: datetime
    people: int
    state: ThanksState = ThanksState.ASKED
    line: str = ""
    sent_at: datetime | None = None
    cycle_id: str = ""

    @property
    def is_open(self) -> bool:
        """Whether the sponsor can answer; once the bot reaches them no more they still can, if the
        card was put to them before.
        """
        unreached = self.state is ThanksState.UNREACHABLE and bool(self.author_id)
        return self.state is ThanksState.ASKED or unreached

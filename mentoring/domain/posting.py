"""A posting: a card the bot has put somewhere in Teams and has to keep true."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Posting:
    """A card somewhere in Teams that shows a subject (an enrolment, an offer, a launch …) as it stands now.

    ``wanted`` counts the changes of the subject, ``shown`` those that the message has got; the sender closes the gap.
    ``person_id`` is whom the card speaks to, empty for a card in the owners' channel. ``page`` and ``view`` say which part
    of a long subject the card shows.
    """

    id: str
    kind: str
    subject_id: str
    person_id: str = ""
    conversation: str = ""
    service_url: str = ""
    activity_id: str = ""
    wanted: int = 1
    shown: int = 0
    page: int = 0
    view: str = ""
    cycle_id: str = ""

    @property
    def is_behind(self) -> bool:
        """Whether the message is there and older than what it should show."""
        return bool(self.activity_id) and self.wanted > self.shown


@dataclass(frozen=True)
class Change:
    """Something that many look at has changed: an owners' card, or what is counted over a whole programme.

    Such rows are only ever added, so that nobody's unit waits for another's; whoever brings cards up to date takes all there
    are at once.
    """

    id: str
    kind: str
    subject_id: str
    cycle_id: str = ""

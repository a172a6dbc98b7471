"""A posting: a card the bot has put somewhere in Teams and has to keep true."""

from __future__ import annotations

from dataclasses import dataclass

REMINDER = "reminder"
"""The view of a card that comes once more, because its person has not answered."""

OLDER = "older"
"""The view of a card of which a newer copy stands below it: it is closed."""


@dataclass(frozen=True)
class Posting:
    """A card somewhere in Teams that shows a subject (an enrolment, an offer, a launch …) as it
    stands now.

    ``wanted`` counts the changes of the subject, ``shown`` those that the message shows; the
    sender closes the gap. ``person_id`` is whom the card speaks to, empty for a card in the owners'
    channel. ``page`` and ``view`` say which part of a long subject the card shows. ``is_own``: it
    was sent to its person's own chat, which Teams may call by another id later.
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
    is_own: bool = False

    @property
    def is_reminder(self) -> bool:
        """Whether the card is a reminder; earlier versions marked one by page 1, without a
        view.
        """
        return self.view == REMINDER or (self.page == 1 and not self.view)

    @property
    def is_behind(self) -> bool:
        """Whether the message is there and older than what it should show."""
        return bool(self.activity_id) and self.wanted > self.shown


@dataclass(frozen=True)
class Written:
    """What a replica has written into a message: the ``version``, and those that it knew the
    message to show until then (``over``).
    """

    version: int
    over: frozenset[int]

    def noted_over(self, shown: int) -> int:
        """Which version the message now counts as showing, if ``shown`` is what is noted by now.

        Another replica may have written into it meanwhile, and nobody knows which of the two came
        last: then the older one counts, so that the newest is sent once more.
        """
        return self.version if shown in {*self.over, self.version} else min(shown, self.version)


@dataclass(frozen=True)
class ChangedSubject:
    """What some rows of ``Change`` are about, each subject once."""

    kind: str
    subject_id: str
    cycle_id: str


@dataclass(frozen=True)
class Change:
    """Something that many look at has changed: an owners' card, or what is counted over a whole
    programme.

    Such rows are only ever added, so that nobody's unit waits for another's; whoever brings cards
    up to date takes all there are at once.
    """

    id: str
    kind: str
    subject_id: str
    cycle_id: str = ""

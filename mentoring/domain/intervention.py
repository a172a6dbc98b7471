"""What an owner does to a single tandem: shown first, confirmed once, done when it has taken
effect.

preview ──confirmed──► running ──► done
   └──► discarded         ├──► failed
                          └──► overtaken
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

MOST_FURTHER = 12
"""By how many sessions a tandem is extended at most: a year's, at one a month."""


class InterventionKind(StrEnum):
    """What is done: a tandem is added, gets another partner for one of the two, gets further
    sessions, or ends.
    """

    ADD = "add"
    REPLACE = "replace"
    EXTEND = "extend"
    END = "end"


ENDING = (InterventionKind.END, InterventionKind.REPLACE)
"""The kinds that end the tandem which they are about."""


class InterventionState(StrEnum):
    """How far it is; overtaken: the tandem that was to end came to another end first."""

    PREVIEW = "preview"
    DISCARDED = "discarded"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    OVERTAKEN = "overtaken"


class Part(StrEnum):
    """What of a tandem is cleared away outside; ``MAILBOX`` are sessions that nobody can cancel any
    more, because the mailbox in which they were booked is gone, ``NO_MAILBOX`` those that can be
    once it is there again: the account of whoever had them stands, without one.
    """

    SESSIONS = "sessions"
    CHANNEL = "channel"
    TEAM = "team"
    MAILBOX = "mailbox"
    NO_MAILBOX = "no-mailbox"


TO_TRY = (Part.SESSIONS, Part.CHANNEL, Part.TEAM)
"""What another attempt may clear away."""
SESSIONS_LEFT = frozenset({Part.SESSIONS, Part.MAILBOX, Part.NO_MAILBOX})
"""What is left where not all sessions are cancelled."""


def may_be_tried(parts: Iterable[Part]) -> bool:
    """Whether another attempt could help with any of it."""
    return not set(parts).isdisjoint({*TO_TRY, Part.NO_MAILBOX})


@dataclass(frozen=True)
class Remains:
    """What of a tandem could not be cleared away, or not all of it; ``again``: another attempt at
    that is being made.
    """

    parts: tuple[Part, ...] = ()
    again: bool = False


NOTHING_REMAINS = Remains()


@dataclass(frozen=True)
class Receipt:
    """What the end of a tandem has done outside: sessions that were cancelled, people who left the
    participants' team, and whether the channel was archived.

    ``left`` is what could not be cleared away, or not all of it; ``again``: another attempt at that
    is being made.
    """

    cancelled: int = 0
    left_team: int = 0
    archived: bool = False
    left: tuple[Part, ...] = ()
    again: bool = False

    def since(self, later: Receipt) -> Receipt:
        """Together with what a later attempt has done; the same one told twice changes nothing."""
        return Receipt(
            self.cancelled or later.cancelled,
            self.left_team or later.left_team,
            archived=self.archived or later.archived,
            left=later.left,
        )


NOTHING_DONE = Receipt()


@dataclass(frozen=True)
class Intervention:
    """An owner's decision about a single tandem; it stands here for as long as other decisions do.

    ``tandem_id`` is the tandem that ends or is extended. ``mentor_id`` and ``mentee_id`` are the
    two that are to be a tandem (an added one, or the one who stays and the new partner, who is
    empty while the matching is to find one); ``reason`` is why open rules may be broken.
    ``made_id`` is the tandem that has come of it. ``sessions`` is by how many it is extended.
    """

    id: str
    kind: InterventionKind
    by: str
    state: InterventionState = InterventionState.PREVIEW
    tandem_id: str = ""
    mentor_id: str = ""
    mentee_id: str = ""
    reason: str = ""
    sessions: int = 0
    made_id: str = ""
    receipt: Receipt = NOTHING_DONE
    prepared_at: datetime | None = None
    started_at: datetime | None = None
    done_at: datetime | None = None
    cycle_id: str = ""

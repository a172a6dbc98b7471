"""An owner's wish to invite people: who was meant, who can be invited, and why somebody cannot.

preview ──confirmed──► (soon ──►) confirmed ──undone──► undone
   └──────stopped───────┴──► stopped
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from mentoring.domain.people import Role

SMALL = 20
"""Up to so many people are invited at once; more could not be called back one by one."""
TIME_TO_STOP = timedelta(minutes=5)
"""So long after it is confirmed a longer list can be stopped, and nobody has got anything."""
TAKEN_BACK = "taken-back"
"""The hindrance of those whose invitation an owner has taken back."""


class InviteState(StrEnum):
    """Shown to the owner; confirmed, with some minutes to stop it; on its way; stopped before that;
    or taken back afterwards, as far as nobody had answered.
    """

    PREVIEW = "preview"
    SOON = "soon"
    CONFIRMED = "confirmed"
    STOPPED = "stopped"
    UNDONE = "undone"


@dataclass(frozen=True)
class Choice:
    """Somebody who may be meant by a name that several bear; ``about`` tells them apart."""

    person_id: str
    name: str
    about: str = ""


@dataclass(frozen=True)
class Entry:
    """One name, e-mail or group member of the list: who was found, or why nobody can be invited (a
    code), and who may be meant. ``shut_out_by`` is a rule that will never let them into a tandem;
    ``is_unplaced``: the directory has not told where they stand, so none follows. ``in_both``: they
    have been asked in the other role already.
    """

    text: str
    person_id: str = ""
    name: str = ""
    hindrance: str = ""
    choices: tuple[Choice, ...] = ()
    shut_out_by: str = ""
    is_unplaced: bool = False
    in_both: bool = False


@dataclass(frozen=True)
class Invite:
    """A list of people as an owner gave it, resolved; ``role`` is empty until the owner has
    chosen, ``starts_at`` until it is confirmed: then it is when the invitations go out, or went.

    ``undone_by`` has taken it back, ``undone_at``; ``stayed`` people had begun by then.
    """

    id: str
    by: str
    created_at: datetime
    role: Role | None
    state: InviteState = InviteState.PREVIEW
    entries: list[Entry] = field(default_factory=list)
    cycle_id: str = ""
    starts_at: datetime | None = None
    undone_by: str = ""
    undone_at: datetime | None = None
    stayed: int | None = None

    @property
    def is_long(self) -> bool:
        """Whether so many are invited that there is time to stop it."""
        return len(self.invitable()) > SMALL

    def invitable(self) -> tuple[Entry, ...]:
        """Those who can be invited."""
        return tuple(entry for entry in self.entries if not entry.hindrance)

    def hindered(self) -> tuple[Entry, ...]:
        """Those who cannot, each with the reason."""
        return tuple(entry for entry in self.entries if entry.hindrance)

"""An owner's wish to invite people: who was meant, who can be invited, and why somebody cannot."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from mentoring.domain.people import Role


class InviteState(StrEnum):
    """Shown to the owner, confirmed, or stopped."""

    PREVIEW = "preview"
    CONFIRMED = "confirmed"
    STOPPED = "stopped"


@dataclass(frozen=True)
class Choice:
    """Somebody who may be meant by a name that several bear; ``about`` tells them apart."""

    person_id: str
    name: str
    about: str = ""


@dataclass(frozen=True)
class Entry:
    """One name, e-mail or group member of the list: who was found, or why nobody can be invited (a
    code), and who may be meant. ``shut_out_by`` is a rule that will never let them into a tandem.
    """

    text: str
    person_id: str = ""
    name: str = ""
    hindrance: str = ""
    choices: tuple[Choice, ...] = ()
    shut_out_by: str = ""


@dataclass(frozen=True)
class Invite:
    """A list of people as an owner gave it, resolved; ``role`` is empty until the owner has
    chosen.
    """

    id: str
    by: str
    created_at: datetime
    role: Role | None
    state: InviteState = InviteState.PREVIEW
    entries: list[Entry] = field(default_factory=list)
    cycle_id: str = ""

    def invitable(self) -> tuple[Entry, ...]:
        """Those who can be invited."""
        return tuple(entry for entry in self.entries if not entry.hindrance)

    def hindered(self) -> tuple[Entry, ...]:
        """Those who cannot, each with the reason."""
        return tuple(entry for entry in self.entries if entry.hindrance)

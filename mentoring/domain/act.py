"""What an owner has done, with a button of a card or by a command."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

NOT_KNOWN = "?"
"""Among those whom it concerns: an earlier version did not note whom."""


@dataclass(frozen=True)
class Act:
    """An owner has decided something: ``what`` (the verb of the button, or the command), ``by``
    whom, when (aware).

    ``card`` is by what its cards are known: keyed, because the ids of some name people; empty for a
    command. ``concerns`` are those whom it concerns and nobody else, keyed as well, ``tandem`` is
    the number of the tandem that it is about (0: of none). ``how`` says which of several things it
    was: what was done to a tandem, in which role people were invited. ``before`` and ``after`` are
    what was set, where that is the last day of the enrolment (ISO; empty: none). ``id`` begins with
    the time, so that the last one comes last.
    """

    id: str
    card: str
    what: str
    by: str
    at: datetime
    cycle_id: str = ""
    tandem: int = 0
    concerns: tuple[str, ...] = ()
    how: str = ""
    before: str = ""
    after: str = ""


def earlier_card_of(kind: str, subject_id: str) -> str:
    """By what earlier versions' acts know the cards of a subject whose id names nobody."""
    return f"{kind}|{subject_id}"

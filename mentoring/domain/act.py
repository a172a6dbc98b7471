"""What an owner has done with a button of a card."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Act:
    """An owner has decided something: ``what`` (the verb of the button), ``by`` whom, when (aware).

    ``card`` is by what its cards are known: keyed, because the ids of some name people. ``id``
    begins with the time, so that the last one comes last.
    """

    id: str
    card: str
    what: str
    by: str
    at: datetime
    cycle_id: str = ""


def earlier_card_of(kind: str, subject_id: str) -> str:
    """By what earlier versions' acts know the cards of a subject whose id names nobody."""
    return f"{kind}|{subject_id}"

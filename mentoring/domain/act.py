"""What an owner has done with a button of a card."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Act:
    """An owner has decided something: ``what`` (the verb of the button), ``by`` whom, when (aware).

    ``card`` is by what its cards are known (``card_of``). ``id`` begins with the time, so that the
    last one comes last.
    """

    id: str
    card: str
    what: str
    by: str
    at: datetime
    cycle_id: str = ""


def card_of(*named: str) -> str:
    """By what the cards of a subject (its kind and id), or one single card (its id) are known: it
    names nobody, although these may.
    """
    return hashlib.sha256("|".join(named).encode()).hexdigest()[:32]

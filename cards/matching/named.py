"""How owners read who somebody is."""

from __future__ import annotations

from cards.kit.words import Words
from mentoring.usecases.matching.notice import ProposalsNotice


def named(notice: ProposalsNotice, person_id: str, words: Words) -> str:
    """Somebody's name; whoever is known no more is somebody who has left. Empty for nobody."""
    return words.who(notice.names.get(person_id, "")) if person_id else ""

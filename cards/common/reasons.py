"""Why two people fit each other, in words."""

from __future__ import annotations

from cards.kit.words import Words, topic_name
from mentoring.domain.matching.results import Reason
from mentoring.domain.programme import Programme


def reason_sentence(reason: Reason, programme: Programme, words: Words) -> str:
    """Why the two fit. It never gives a score, because participants read it too."""
    named = {"topic": topic_name(programme.topic(reason.topic), words)} if reason.topic else {}
    return words.text(f"reason-{reason.code}", **{**reason.facts, **named})

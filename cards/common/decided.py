"""By whom and when something was decided on an owners' card: one line at its foot."""

from __future__ import annotations

from cards.kit.dates import day_and_time
from cards.kit.words import Words
from mentoring.usecases.programme.acts import Decided


def decided_line(decided: Decided, words: Words) -> str:
    """``Gestartet: Mia Sommer, 12. Januar, 10:12 Uhr``."""
    what = decided.what.replace(".", "-").replace("_", "-")
    at = day_and_time(decided.at, words)
    return words.text("decided-by-whom", what=words.text(f"act-{what}"), by=decided.by, at=at)

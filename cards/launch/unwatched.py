"""The directory refuses the daily look at people: what follows from that, and who can mend it."""

from __future__ import annotations

from cards.kit.elements import Rendered, card, heading, para
from cards.kit.render import renders
from cards.kit.words import Words
from mentoring.usecases.launch.unwatched import UnwatchedNotice


@renders(UnwatchedNotice)
def unwatched(notice: UnwatchedNotice, words: Words) -> Rendered:
    """What nobody notices meanwhile, and which permission is missing."""
    if not notice.is_so:
        title = words.text("unwatched-over")
        return card([para(title)], summary=title)
    title = words.text("unwatched-title")
    body = [para(words.text(f"unwatched-{key}")) for key in ("text", "todo")]
    return card([heading(title), *body], summary=title, live=True)

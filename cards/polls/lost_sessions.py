"""The quiet hint to owners that a tandem could use a helping hand."""

from __future__ import annotations

from cards.kit.elements import Rendered, card, heading, para, small
from cards.kit.render import renders
from cards.kit.words import Words
from mentoring.usecases.polls.lost_sessions import NeedsHelpNotice


@renders(NeedsHelpNotice)
def needs_help(notice: NeedsHelpNotice, words: Words) -> Rendered:
    """Which tandem, and what one might do; not what happened."""
    named = {"mentor": notice.mentor, "mentee": notice.mentee}
    title = words.text("needs-help-title", number=notice.tandem.number, **named)
    return card(
        [
            heading(title),
            para(words.text("needs-help-text")),
            small(f"🔒 {words.text('needs-help-seen')}"),
        ],
        summary=title,
    )

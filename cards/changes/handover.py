"""Handing a tandem's sessions over to the other one's calendar: shown first, then its receipt."""

from __future__ import annotations

from cards.kit.actions import CardAction
from cards.kit.elements import Rendered, button, card, heading, para, small
from cards.kit.previews import closed_preview
from cards.kit.render import renders
from cards.kit.words import Words
from mentoring.usecases.changes.handover_card import HandoverNotice


class ConfirmHandover(CardAction, verb="handover.confirm"):
    """Move the sessions; ``subject`` is what the card shows."""

    subject: str


class DiscardHandover(CardAction, verb="handover.discard"):
    """Move nothing."""

    subject: str


@renders(HandoverNotice)
def handover(notice: HandoverNotice, words: Words) -> Rendered:
    """The handover as it stands."""
    if notice.state == "old":
        return closed_preview("old", words)
    if notice.state == "discarded":
        return closed_preview("discarded", words)
    facts = {
        "number": notice.tandem.number,
        "giving": words.who(notice.giving),
        "taking": words.who(notice.taking),
    }
    title = words.text("handover-title", **facts)
    how = notice.tandem.trouble if notice.state == "trouble" else f"handover-{notice.state}"
    body = [heading(title), para(words.text(how, **facts))]
    if notice.state != "preview":
        return card(body, summary=title, live=notice.state == "running")
    buttons = [
        button(words.text("handover-yes"), ConfirmHandover(subject=notice.subject), "positive"),
        button(words.text("discard"), DiscardHandover(subject=notice.subject)),
    ]
    body.append(small(words.text("handover-back")))
    return card(body, buttons, summary=title, live=True)

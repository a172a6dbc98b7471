"""The receipt: what was erased, and what is kept until when."""

from __future__ import annotations

from cards.kit.dates import day
from cards.kit.elements import Rendered, bullets, card, heading, para, small, subheading
from cards.kit.render import renders
from cards.kit.words import Words, called
from mentoring.usecases.privacy.retention import ReceiptNotice


@renders(ReceiptNotice)
def receipt(notice: ReceiptNotice, words: Words) -> Rendered:
    """What was erased, what stays, and why."""
    title = words.text("receipt-title")
    erased_on = notice.erased_at.date() if notice.erased_at else None
    name = called(notice.person, words)
    body = [
        heading(title),
        para(words.text("receipt-erased", name=name, day=day(erased_on, words)))
        if erased_on
        else None,
        bullets(words.text(f"receipt-gone-{what}") for what in _gone(notice)),
        subheading(words.text("receipt-stays")),
        para(_what_stays(notice, words)),
        *([small(words.text("receipt-released"))] if notice.was_in_tandem else []),
        small(words.text("receipt-outside")),
    ]
    return card(body, summary=title)


def _gone(notice: ReceiptNotice) -> list[str]:
    return ["answers", "confidential", *(["dates"] if notice.was_in_tandem else [])]


def _what_stays(notice: ReceiptNotice, words: Words) -> str:
    key = "receipt-record" if notice.was_in_tandem else "receipt-alone"
    if notice.until is None:
        return words.text(f"{key}-running")
    return words.text(key, day=day(notice.until, words))

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
    body = [
        heading(title),
        para(
            words.text(
                "receipt-erased", name=called(notice.person, words), day=day(erased_on, words)
            )
        )
        if erased_on
        else None,
        bullets(words.text(f"receipt-gone-{what}") for what in GONE),
        subheading(words.text("receipt-stays")),
        para(words.text("receipt-record", day=day(notice.until, words)))
        if notice.until
        else para(words.text("receipt-record-running")),
        small(words.text("receipt-outside")),
    ]
    return card(body, summary=title)


GONE = ("answers", "confidential", "dates")

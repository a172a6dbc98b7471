"""*My data* as a card."""

from __future__ import annotations

from microsoft_teams.cards.core import CardElement

from cards.kit.actions import CardAction
from cards.kit.elements import (
    Rendered,
    button,
    card,
    heading,
    para,
    small,
    subheading,
    typed,
)
from cards.kit.render import renders
from cards.kit.words import Words
from cards.privacy.telling import Told, intro, others, told
from mentoring.usecases.privacy.my_data import MyDataNotice

MOST_LINES = 6
"""Of one purpose; the file has all of them."""


class AsFile(CardAction, verb="privacy.file"):
    """Have it as a file."""


class AskErasure(CardAction, verb="privacy.erasure"):
    """Have everything erased: asked first."""


@renders(MyDataNotice)
def my_data(notice: MyDataNotice, words: Words) -> Rendered:
    """What is there, what for, for how long, and who sees it."""
    title = words.text("my-data-title")
    body: list[CardElement] = [
        heading(title),
        para(intro(notice, words)),
    ]
    for each in told(notice, words):
        body += _purpose(each, words)
    body += [
        subheading(words.text("my-data-others")),
        small(words.text("my-data-others-why")),
        *(small(f"{each.purpose} {each.meta}") for each in others(notice, words)),
        small(words.text("my-data-ended")),
        small(words.text("my-data-outside")),
    ]
    buttons = [
        button(words.text("my-data-file"), AsFile()),
        button(words.text("my-data-erase"), AskErasure()),
    ]
    return card(body, buttons, summary=title)


def _purpose(each: Told, words: Words) -> list[CardElement]:
    left = len(each.lines) - MOST_LINES
    return [
        subheading(each.purpose),
        *(typed(line) for line in each.lines[:MOST_LINES]),
        *([small(words.text("my-data-more", lines=left))] if left > 0 else []),
        small(each.meta),
    ]

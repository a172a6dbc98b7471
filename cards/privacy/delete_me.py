"""*Delete me*: what goes, what must stay and why; the answer, and the receipt."""

from __future__ import annotations

from microsoft_teams.cards.core import CardElement

from cards.kit.actions import CardAction
from cards.kit.elements import (
    NO,
    Rendered,
    bullets,
    button,
    card,
    heading,
    para,
    subheading,
)
from cards.kit.render import renders
from cards.kit.words import Words, called
from mentoring.usecases.privacy.delete_me import ErasureNotice

GOES = ("answers", "record", "named", "cards")
STAYS = ("pair", "microsoft", "others", "file")


class Erase(CardAction, verb="privacy.erase"):
    """Yes, erase everything."""


class Keep(CardAction, verb="privacy.keep"):
    """No, nothing changes."""


@renders(ErasureNotice)
def erasure(notice: ErasureNotice, words: Words) -> Rendered:
    """The card for how far it is."""
    if notice.state == "asked":
        return _question(notice, words)
    if notice.state == "done":
        return _receipt(notice, words)
    text = words.text(f"erasure-{notice.state}", name=called(notice.person, words))
    return card([para(text)], summary=text, live=notice.state == "waiting")


def _question(notice: ErasureNotice, words: Words) -> Rendered:
    title = words.text("erasure-title")
    body = [
        heading(title),
        _of_several(notice, words),
        para(words.text("erasure-runs")) if notice.runs else None,
        subheading(words.text("erasure-goes")),
        bullets(words.text(f"erasure-goes-{each}") for each in GOES),
        *_stays(notice, words),
    ]
    buttons = [
        button(words.text("erasure-yes"), Erase(), "destructive"),
        button(words.text("erasure-no"), Keep(), says=NO),
    ]
    return card(body, buttons, summary=title, live=True)


def _of_several(notice: ErasureNotice, words: Words) -> CardElement | None:
    """That it is not about one of the programmes alone."""
    if not notice.programmes[1:]:
        return None
    return para(words.text("erasure-several", programmes=words.listed(notice.programmes)))


def _receipt(notice: ErasureNotice, words: Words) -> Rendered:
    key = "erasure-done-left" if notice.left else "erasure-done"
    title = words.text(key, name=called(notice.person, words))
    gone = bullets(words.text(f"erasure-goes-{each}") for each in GOES if each not in notice.left)
    return card(
        [heading(title), subheading(words.text("erasure-gone")), gone, *_stays(notice, words)],
        summary=title,
    )


def _stays(notice: ErasureNotice, words: Words) -> list[CardElement]:
    stays = (*STAYS, "settings") if notice.named else STAYS
    refused = [words.text(f"erasure-left-{each}") for each in notice.left]
    return [
        subheading(words.text("erasure-stays")),
        bullets([*refused, *(words.text(f"erasure-stays-{each}") for each in stays)]),
    ]

"""One owner is left alone: what owners are told unasked, and what to do about it."""

from __future__ import annotations

from cards.kit.elements import Rendered, card, heading, para
from cards.kit.render import renders
from cards.kit.words import Words
from cards.programme.successor import naming
from mentoring.domain.cycle import ENOUGH_OWNERS
from mentoring.usecases.programme.last_owner import LastOwnerNotice


@renders(LastOwnerNotice)
def last_owner(notice: LastOwnerNotice, words: Words) -> Rendered:
    """Who is left, whose account does not work, and how a second is found."""
    if notice.able >= ENOUGH_OWNERS:
        title = words.text("last-owner-over")
        return card([para(title)], summary=title)
    title = words.text("last-owner-title")
    body = [heading(title), para(_who(notice, words))]
    if notice.shut_off:
        names = words.listed([words.who(each) for each in notice.shut_off])
        body.append(para(words.text("last-owner-shut-off", names=names)))
    hint = words.text("need-alone-hint" if notice.able else "last-owner-find")
    buttons = [naming(words)] if notice.able else []
    return card([*body, para(hint)], buttons, summary=title, live=True)


def _who(notice: LastOwnerNotice, words: Words) -> str:
    if not notice.able:
        return words.text("last-owner-nobody")
    if not notice.name:
        return words.text("last-owner-one")
    return words.text("last-owner-named", name=notice.name)

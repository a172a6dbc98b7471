"""What was given up, in plain words, and the button that has it tried again."""

from __future__ import annotations

from cards.kit.actions import CardAction
from cards.kit.elements import Rendered, bullets, button, card, heading, para, small
from cards.kit.render import renders
from cards.kit.words import Words
from mentoring.usecases.programme.given_up import GivenUpNotice


class TryAgain(CardAction, verb="given_up.again"):
    """Have all of it tried again."""


@renders(GivenUpNotice)
def given_up(notice: GivenUpNotice, words: Words) -> Rendered:
    """How much of what; never whose."""
    title = words.text("given-up-title")
    if not notice.kinds:
        return card([heading(title), para(words.text("given-up-none"))], summary=title, live=True)
    body = [
        heading(title),
        bullets(_line(kind, many, words) for kind, many in notice.kinds.items()),
        para(words.text("given-up-text")),
        small(f"🔒 {words.text('given-up-seen')}"),
    ]
    return card(body, [button(words.text("given-up-again"), TryAgain())], summary=title, live=True)


def _line(kind: str, many: int, words: Words) -> str:
    what = words.text(f"given-up-{kind.replace('_', '-')}")
    return words.text("given-up-line", what=what, many=many)

"""The question whether the tandem fits, as its person sees it."""

from __future__ import annotations

from typing import Literal

from microsoft_teams.cards import ActionSet, ExecuteAction
from microsoft_teams.cards.core import CardElement

from cards.common.contact import contact_line
from cards.kit.actions import CardAction
from cards.kit.elements import Rendered, button, card, heading, para, seen
from cards.kit.render import renders
from cards.kit.words import Words, called
from cards.sessions.leaving import leaving_button
from mentoring.domain.fit import Feeling
from mentoring.usecases.tandem.fit import FitNotice


class SayFit(CardAction, verb="fit.say"):
    """How it fits; empty: the answer is taken back."""

    tandem: str
    feeling: Feeling | Literal[""]


@renders(FitNotice)
def fit(notice: FitNotice, words: Words) -> Rendered:
    """Two answers to be tapped, and a third that sends nothing but unfolds the way out."""
    contact = contact_line(notice.programme.contact, words)
    if notice.is_over:
        text = words.text("fit-over")
        return card([para(text), contact], summary=text)
    title = words.text("fit-title", partner=called(notice.partner, words))
    leave = leaving_button(notice.tandem, notice.programme, words, "fit-rather-not")
    answers = [_answer(notice, each, words) for each in Feeling]
    body = [
        heading(title),
        para(words.text("fit-question", name=called(notice.viewer, words))),
        ActionSet(actions=[*answers, leave]),
        *_then(notice, words),
        seen(words.text("fit-seen")),
        contact,
    ]
    return card(body, summary=title, live=True)


def _answer(notice: FitNotice, feeling: Feeling, words: Words) -> ExecuteAction:
    name = words.text(f"fit-{feeling.replace('_', '-')}")
    is_said = feeling is notice.said
    press = SayFit(tandem=notice.tandem.id, feeling="" if is_said else feeling)
    return button(f"✓ {name}" if is_said else name, press)


def _then(notice: FitNotice, words: Words) -> list[CardElement]:
    """A word to what was answered."""
    if notice.said is None:
        return []
    return [para(words.text(f"fit-{notice.said.replace('_', '-')}-then"))]

"""What somebody may do whose tandem is not the right one: ask for another partner, or turn to
somebody who is not of the programme.
"""

from __future__ import annotations

from urllib.parse import quote

from microsoft_teams.cards import ActionSet, AdaptiveCard, OpenUrlAction, ShowCardAction

from cards.kit.actions import CardAction
from cards.kit.elements import button, link, para, small
from cards.kit.words import Words
from mentoring.domain.programme import Boundary, Programme
from mentoring.domain.tandem import Tandem


class SwitchPartner(CardAction, verb="switch.partner"):
    """Another partner, after having been asked back."""

    tandem: str


def leaving_line(tandem: Tandem, programme: Programme, words: Words) -> ActionSet:
    """*Not the right fit?*, which unfolds what a switch means and asks back."""
    return ActionSet(actions=[leaving_button(tandem, programme, words)])


def leaving_button(
    tandem: Tandem, programme: Programme, words: Words, called: str = "switch-open"
) -> ShowCardAction:
    """The same as a button, whose title is the text of the key ``called``; that it was opened
    nobody hears of, the bot neither.
    """
    away = _boundary(programme.boundary, words)
    body = [para(words.text("switch-what")), para(words.text("switch-question"))]
    named = _named(programme.boundary)
    crossed = [small(words.text("switch-boundary", name=named))] if away else []
    sure = button(words.text("switch-yes"), SwitchPartner(tandem=tandem.id))
    unfolded = AdaptiveCard(version="1.5", body=[*body, *crossed], actions=[sure, *away])
    return ShowCardAction(title=words.text(called), card=unfolded)


def _boundary(boundary: Boundary, words: Words) -> list[OpenUrlAction]:
    """A link alone, so whoever presses it does so without us."""
    if not boundary.email:
        return []
    address = f"mailto:{quote(boundary.email, safe='@')}"
    return [link(words.text("switch-boundary-write", name=_named(boundary)), address)]


def _named(boundary: Boundary) -> str:
    return boundary.name or boundary.email

"""After two lost sessions: help for the two, and, if one of them asks for it, what owners read."""

from __future__ import annotations

from cards.common.contact import contact_line
from cards.kit.actions import CardAction
from cards.kit.elements import Rendered, button, card, heading, para, small
from cards.kit.render import renders
from cards.kit.words import Words, called
from mentoring.usecases.polls.lost_sessions import HelpOfferNotice, NeedsHelpNotice


class AskForSupport(CardAction, verb="tandem.support"):
    """The tandem would like support."""

    tandem: str


@renders(HelpOfferNotice)
def help_offer(notice: HelpOfferNotice, words: Words) -> Rendered:
    """The offer, with who would read what; afterwards, what was told."""
    partner = called(notice.partner, words)
    contact = contact_line(notice.contact, words)
    if notice.over or notice.asked:
        text = words.text(f"help-offer-{'over' if notice.over else 'asked'}", partner=partner)
        return card([para(text), contact], summary=text, live=not notice.over)
    title = words.text("help-offer-title", partner=partner)
    body = [
        heading(title),
        para(words.text("help-offer-text")),
        small(f"🔒 {words.text('help-offer-seen', number=notice.tandem.number)}"),
        contact,
    ]
    ask = AskForSupport(tandem=notice.tandem.id)
    return card(body, [button(words.text("help-offer-ask"), ask)], summary=title, live=True)


@renders(NeedsHelpNotice)
def needs_help(notice: NeedsHelpNotice, words: Words) -> Rendered:
    """Which tandem, and what one might do; neither who asked nor what happened."""
    named = {"mentor": words.who(notice.mentor), "mentee": words.who(notice.mentee)}
    title = words.text("needs-help-title", number=notice.tandem.number, **named)
    return card(
        [
            heading(title),
            para(words.text("needs-help-text")),
            small(f"🔒 {words.text('needs-help-seen')}"),
        ],
        summary=title,
    )

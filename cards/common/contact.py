"""Whom to ask."""

from __future__ import annotations

from microsoft_teams.cards.core import CardElement

from cards.kit.elements import para
from cards.kit.words import Words
from mentoring.domain.programme import Contact


def contact_line(contact: Contact, words: Words) -> CardElement | None:
    """Whom to ask."""
    if not contact.name:
        return None
    name = f"[{contact.name}](mailto:{contact.email})" if contact.email else contact.name
    return para(words.text("invitation-contact", contact=name))

"""Whom to ask."""

from __future__ import annotations

import re

from microsoft_teams.cards.core import CardElement

from cards.kit.elements import para
from cards.kit.neutral import Marked, unmarked
from cards.kit.words import Words
from mentoring.domain.programme import Contact

BRACKETS = re.compile(r"[\[\]]")


def contact_line(contact: Contact, words: Words) -> CardElement | None:
    """Whom to ask."""
    if not contact.name:
        return None
    if not contact.email:
        return para(words.text("invitation-contact", contact=contact.name))
    name = f"[{BRACKETS.sub('', unmarked(contact.name))}](mailto:{contact.email})"
    return para(Marked(words.text("invitation-contact", contact=name)))

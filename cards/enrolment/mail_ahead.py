"""What owners may send by mail ahead of the invitations: ready to be copied, in every language."""

from __future__ import annotations

from microsoft_teams.cards.core import CardElement

from cards.enrolment.invitation import cost
from cards.kit.elements import Button, small, unfolding
from cards.kit.inputs import line
from cards.kit.spoken import language_name
from cards.kit.words import Words
from mentoring.domain.language import LANGUAGES
from mentoring.domain.people import Role
from mentoring.domain.programme import Programme

LONGEST = 2000


def mail_ahead(programme: Programme, role: Role, words: Words) -> Button:
    """The text to unfold, the programme's own language first; it can be changed before it is
    copied, and nothing is kept of that.
    """
    codes = sorted(LANGUAGES, key=lambda code: code != programme.language)
    fields = [_field(programme, role, words.in_language(code), words) for code in codes]
    return unfolding(words.text("mail-ahead"), [small(words.text("mail-how")), *fields])


def _field(programme: Programme, role: Role, spoken: Words, words: Words) -> CardElement:
    label, text = language_name(spoken.language, words), _text(programme, role, spoken)
    return line(f"mail_{spoken.language}", label, text, longest=LONGEST, several_lines=True)


def _text(programme: Programme, role: Role, words: Words) -> str:
    contact = " · ".join(filter(None, (programme.contact.name, programme.contact.email)))
    parts = [
        words.text("mail-subject", programme=programme.name),
        words.text("mail-hello"),
        words.text("mail-soon", programme=programme.name),
        words.text(f"mail-what-{role}"),
        words.text("mail-voluntary", cost=cost(programme, words)),
        words.text("mail-contact", contact=contact) if contact else "",
        words.text("mail-bye"),
        programme.sponsor.name or programme.contact.name,
    ]
    return "\n\n".join(filter(None, parts))

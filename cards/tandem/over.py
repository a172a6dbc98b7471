"""What is left of a card of the two once their tandem is over: that it is, nothing of theirs."""

from __future__ import annotations

from typing import Protocol

from cards.common.contact import contact_line
from cards.kit.elements import Rendered, card, para
from cards.kit.words import Words, called
from mentoring.domain.people import Person
from mentoring.domain.programme import Programme


class OfTwo(Protocol):
    """A notice that one of the two reads about what is theirs."""

    @property
    def partner(self) -> Person:
        """The other one."""
        ...

    @property
    def programme(self) -> Programme:
        """Theirs."""
        ...

    @property
    def undone(self) -> bool:
        """Whether the launch was taken back, and the two stand ready as another tandem."""
        ...


def over(notice: OfTwo, what: str, words: Words) -> Rendered:
    """The card; ``what`` is how its texts begin (``agreement-over``, ``agreement-undone``)."""
    key = f"{what}-{'undone' if notice.undone else 'over'}"
    text = words.text(key, partner=called(notice.partner, words))
    return card([para(text), contact_line(notice.programme.contact, words)], summary=text)

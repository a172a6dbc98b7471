"""Words that leave the product outside a card."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from mentoring.domain.circle import Circle
from mentoring.domain.language import Language
from mentoring.domain.tandem import Tandem


class Wording(Protocol):
    """Words that leave the product outside a card: what stands in an event or beside a channel's
    name.
    """

    def tandem_name(self, tandem: Tandem) -> str:
        """The neutral name of a tandem, which its events bear: no person's name, no rank."""
        ...

    def channel_name(self, tandem: Tandem) -> str:
        """The same for its channel, unique beside those of earlier programmes (a deleted name stays
        taken for 30 days).
        """
        ...

    def channel_description(self, languages: Sequence[Language]) -> str:
        """The rules of the protected space and the contact, at most 1,024 characters."""
        ...

    def circle_name(self, circle: Circle) -> str:
        """The name of a circle's channel, unique beside those of other cycles, at most 50
        characters.
        """
        ...

    def circle_description(self, circle: Circle) -> str:
        """What a circle is and its rules, at most 1,024 characters."""
        ...

    def series_body(self, languages: Sequence[Language], channel_url: str) -> str:
        """The event's body (HTML): agenda, channel link, rules."""
        ...

    def kickoff_subject(self) -> str:
        """What the kick-off is called in calendars."""
        ...

    def kickoff_body(self) -> str:
        """What the kick-off's event says (HTML)."""
        ...

    def cancel_comment(self, languages: Sequence[Language], cause: str = "no-slot") -> str:
        """Why a session does not take place, as the other one reads it in Outlook:
        ``session-cancelled-<cause>``.
        """
        ...

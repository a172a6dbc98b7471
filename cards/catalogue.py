"""All cards, imported so that they register themselves."""

from cards import enrolment, invitation, launch, matching, offers, said, session_reminder, sessions, status
from cards.render import CARDS, render

MODULES = (enrolment, invitation, launch, matching, offers, said, session_reminder, sessions, status)

__all__ = ["CARDS", "MODULES", "render"]

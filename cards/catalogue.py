"""All cards, imported so that they register themselves."""

from cards import enrolment, invitation, launch, matching, offers, said, sessions, status
from cards.render import CARDS, render

MODULES = (enrolment, invitation, launch, matching, offers, said, sessions, status)

__all__ = ["CARDS", "MODULES", "render"]

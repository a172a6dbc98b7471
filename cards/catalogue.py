"""All cards, imported so that they register themselves."""

from cards import (
    absence,
    agreement,
    closing,
    deputies,
    enrolment,
    invitation,
    kickoff,
    launch,
    losses,
    matching,
    offers,
    said,
    session_reminder,
    sessions,
    status,
)
from cards.render import CARDS, render

MODULES = (
    absence,
    agreement,
    closing,
    deputies,
    losses,
    enrolment,
    invitation,
    kickoff,
    launch,
    matching,
    offers,
    said,
    session_reminder,
    sessions,
    status,
)

__all__ = ["CARDS", "MODULES", "render"]

"""What the buttons of the settings send back."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from cards.kit.actions import CardAction
from mentoring.domain.setting import SECTIONS

PARTS = "|".join((*SECTIONS, "dates", "topics", "file", "history"))
Part = Annotated[str, Field(pattern=rf"^({PARTS}|topic:[a-z0-9_]{{0,60}}|version:\d{{1,6}})?$")]
"""A part of the card; empty for all at a glance."""
Version = Annotated[int, Field(ge=0, le=10_000_000)]
"""The version of the settings that the card shows; 0 on cards of earlier versions."""
Day = Annotated[str, Field(pattern=r"^(\d{4}-\d\d-\d\d)?$")]
"""A day in ISO; empty for none."""


class LookAtSettings(CardAction, verb="settings.look"):
    """Another part of the settings."""

    part: Part = ""
    page: Annotated[int, Field(ge=0, le=10_000)] = 0


class SaveSettings(CardAction, verb="settings.save"):
    """Let what stands in the inputs of this part count; ``then`` is the part that is shown next."""

    sends_inputs = True
    part: Part
    then: Part = ""
    shown: Version = 0


class SaveTopic(CardAction, verb="settings.topic"):
    """Let the topic be as it stands in the inputs; ``part`` names it, or is a new one's."""

    sends_inputs = True
    part: Part
    shown: Version = 0


class RemoveTopic(CardAction, verb="settings.remove_topic"):
    """Offer the topic no longer."""

    topic: str


class SaveEnrolmentEnd(CardAction, verb="settings.dates"):
    """Let the enrolment end with the day in the input; ``shown`` is the day that the card has
    shown, ``then`` the part that is shown next.
    """

    sends_inputs = True
    part: Part = "dates"
    then: Part = ""
    shown: Day | None = None


class UndoEnrolmentEnd(CardAction, verb="settings.undo_dates"):
    """Let the enrolment end with the day that it had ``before`` (empty: none) once more; ``shown``
    is the one that the card has shown.
    """

    before: Day = ""
    shown: Day = ""


class UndoSettings(CardAction, verb="settings.undo"):
    """Take back what this version has changed."""

    version: int


class ImportSettings(CardAction, verb="settings.import"):
    """Let the programme file in the input count."""

    sends_inputs = True
    part: Part = "file"
    shown: Version = 0


class ExportSettings(CardAction, verb="settings.export"):
    """Offer the settings as a file."""


class ReadInvitation(CardAction, verb="settings.invitation"):
    """Show the invitation as people will read it, beside the settings."""


class OpenTexts(CardAction, verb="texts.open"):
    """Show the texts, beside the settings."""

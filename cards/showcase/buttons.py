"""What the buttons of the texts send back."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from cards.kit.actions import CardAction

Voice = Annotated[str, Field(max_length=20)]
Part = Annotated[str, Field(max_length=400, pattern=r"^[^\x00-\x1f]*$")]


class LookAtTexts(CardAction, verb="texts.look"):
    """Look at another part, or at the same in another voice."""

    voice: Voice
    part: Part = ""
    page: Annotated[int, Field(ge=0, le=10_000)] = 0


class FindTexts(CardAction, verb="texts.find"):
    """Look for the words in the input."""

    sends_inputs = True
    voice: Voice


class TryText(CardAction, verb="texts.try"):
    """Show what stands in the inputs as people would see it."""

    sends_inputs = True
    voice: Voice
    key: Part
    part: Part


class SaveText(CardAction, verb="texts.save"):
    """Let what was shown count."""

    voice: Voice
    part: Part


class ResetText(CardAction, verb="texts.reset"):
    """Let the text of the product count again."""

    voice: Voice
    part: Part


class ExportTexts(CardAction, verb="texts.export"):
    """Offer all texts as one document."""

    voice: Voice

"""The switch to the other language."""

from __future__ import annotations

from cards.kit.actions import CardAction
from cards.kit.elements import Button, button
from cards.kit.words import Words


class SwitchLanguage(CardAction, verb="language"):
    """Show everything in the other language from now on."""

    language: str


def other_language(words: Words) -> Button:
    """The switch to the other language, in that language."""
    other = "en" if words.language == "de" else "de"
    return button(words.text("language-other"), SwitchLanguage(language=other))

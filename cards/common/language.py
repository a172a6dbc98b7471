"""The switch to another language."""

from __future__ import annotations

from cards.kit.actions import CardAction
from cards.kit.elements import Button, button
from cards.kit.words import Words
from mentoring.domain.language import LANGUAGES


class SwitchLanguage(CardAction, verb="language"):
    """Show everything in another language from now on."""

    language: str


def other_languages(words: Words) -> list[Button]:
    """The switches to the other languages, each in its own."""
    others = (code for code in LANGUAGES if code != words.language)
    return [
        button(
            Words(code, formal=words.formal).text("language-switch"), SwitchLanguage(language=code)
        )
        for code in others
    ]

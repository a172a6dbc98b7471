"""The switch to another language."""

from __future__ import annotations

from collections.abc import Callable

from cards.kit.actions import CardAction
from cards.kit.elements import Button, button
from cards.kit.words import Words
from mentoring.domain.language import LANGUAGES, Language


class SwitchLanguage(CardAction, verb="language"):
    """Show everything in another language from now on."""

    language: str


def _switch(code: Language) -> CardAction:
    return SwitchLanguage(language=code)


def other_languages(
    words: Words, switch: Callable[[Language], CardAction] = _switch
) -> list[Button]:
    """The switches to the other languages, each in its own; ``switch`` is what one sends."""
    others = (code for code in LANGUAGES if code != words.language)
    return [
        button(words.in_language(code).text("language-switch"), switch(code)) for code in others
    ]

"""What a voice is called, and the way to the others."""

from __future__ import annotations

from cards.kit.elements import Button, button
from cards.kit.words import Words
from cards.programme.values import language_name
from cards.showcase.buttons import LookAtTexts
from mentoring.domain.language import LANGUAGES, voices
from mentoring.usecases.programme.texts import Place


def voice_title(voice: str, words: Words) -> str:
    """The language's name, with the tone where it has two."""
    language, formal = voices()[voice]
    name = language_name(language, words)
    if not LANGUAGES[language].formal:
        return name
    return words.text("texts-voice-sie" if formal else "texts-voice-du", language=name)


def other_voices(place: Place, words: Words) -> list[Button]:
    """The same in the other voices."""
    return [
        button(voice_title(voice, words), LookAtTexts(voice=voice, part=place.part))
        for voice in voices()
        if voice != place.voice
    ]

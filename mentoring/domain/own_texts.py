"""The house's own words: texts of the product that owners have replaced, by voice and key.

Which texts there are, and what has to stand in one, is known to ``cards/kit/originals.py``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, TypeAlias

from pydantic import AfterValidator, BeforeValidator, StringConstraints
from pydantic_core import PydanticCustomError

from mentoring.domain.language import voices

LONGEST_TEXT = 2000
Text = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_TEXT)
]
OwnText: TypeAlias = Text | dict[str, Text]
"""One wording, or one for each case that the text tells apart (one person, several …)."""
InVoice: TypeAlias = dict[str, OwnText]
"""The replaced texts of a voice, by their keys."""


def _all_voices(given: object) -> object:
    """Every voice has a table, so that each text is a setting of its own: it is compared, told and
    undone alone.
    """
    return {**{voice: {} for voice in voices()}, **given} if isinstance(given, Mapping) else given


def _a_voice(name: str) -> str:
    if name not in voices():
        raise PydanticCustomError(
            "one_of", "has to be one of {allowed}", {"allowed": ", ".join(voices())}
        )
    return name


OwnTexts: TypeAlias = Annotated[
    dict[Annotated[str, AfterValidator(_a_voice)], InVoice],
    BeforeValidator(_all_voices),
]


def wordings(text: str | Mapping[str, str]) -> Mapping[str, str]:
    """The wordings by case; a text without cases has the empty one."""
    return {"": text} if isinstance(text, str) else text


def as_written(said: Mapping[str, str]) -> str | dict[str, str]:
    """The other way round: what settings hold of these wordings."""
    return said.get("", {**said})


PATH = "texts"


def path_of(voice: str, key: str) -> str:
    """The path of a text among the settings."""
    return f"{PATH}.{voice}.{key}"

"""What owners ask of whoever comes by themselves, beyond what the directory knows: a sentence in
their own words, to which an applicant says yes or does not apply.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import (
    Field,
    SerializerFunctionWrapHandler,
    StringConstraints,
    model_serializer,
    model_validator,
)

from mentoring.domain.language import LANGUAGES, Language, by_language
from mentoring.domain.tables import Table

PREFIX = "text_"
Sentence = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)]
SENIORITY = re.compile(
    r"""\b(?:seit|vor|länger\ als|for|longer\ than)(?:\s+\w+){0,3}?\s+(?:jahr(?:en?)?|years?)\b
    |(?:\d+\s+)?\bjahre?n?\s+(?:im|in|bei|beim|hier|dabei|\w*erfahrung|\w*zugehörigkeit)\b
    |(?:\d+\s+)?\byears?\W+(?:of\ (?!age)|in|with|here|ago|at\ (?!most|least)|experience)
    |\b(?:\w*ein\w*|dies\w*|nächst\w*|letzt\w*|pro|im|halb\w*|ganz\w*)\s+jahr(?:es)?\b
    |\b(?:an?|one|this|next|last|per|every|whole)\s+year\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""For how long somebody has been there or done something, or how often in a year."""
AGE = re.compile(
    r"""\b(?:alt|alter|alters\w*|\w*lebensjahr\w*|(?:\d+-?|voll|minder)jährig\w*|jahrgang
    |jahre?n?|jung|jünger\w*|älter\w*|geboren\w*|[uü]-?\d{2}
    |age|aged|ages|years?|young\w*|old|older|born)\b
    |\b(?:unter|über|höchstens|mindestens|maximal|bis|ab|zwischen\ \d{2}\ und|ich\ bin|keine|nicht
    |under|over|below|above|most|least|than|to|between\ \d{2}\ and|i\ am|i['’]m|not|yet)
    \s+(?:1[6-9]|[2-6]\d)
    (?=\s*(?:$|[.,;:!)](?!\s*(?:\d|jan|feb|mär|apr|mai|jun|jul|aug|sep|okt|nov|dez))
    |(?:und|oder|and|or|bin|bis|to)\b))""",
    re.IGNORECASE | re.VERBOSE,
)
"""Words that hint at an age, and numbers that can hardly be anything else; too many are better than
too few, because owners are only warned.
"""


class Condition(Table):
    """The sentence, by language; a file and a row hold each as ``text_<code>``. Without any nothing
    is asked.
    """

    written_as: ClassVar[tuple[str, ...]] = tuple(f"{PREFIX}{code}" for code in LANGUAGES)
    texts: dict[Language, Sentence] = Field(default_factory=dict)

    @model_validator(mode="before")
    @classmethod
    def _gathered(cls, given: object) -> object:
        if not isinstance(given, Mapping):
            return given
        said = by_language(given, PREFIX)
        rest = {key: value for key, value in given.items() if key.removeprefix(PREFIX) not in said}
        told = {code: text for code, text in said.items() if str(text).strip()}
        return {**rest, "texts": told} if said else rest

    @model_serializer(mode="wrap")
    def _flat(self, dump: SerializerFunctionWrapHandler) -> dict[str, object]:
        written: dict[str, object] = dump(self)
        written.pop("texts", None)
        return {**written, **{f"{PREFIX}{code}": said for code, said in self.texts.items()}}

    def said_in(self, language: Language) -> str:
        """The sentence in this language, else as it was written; empty if nothing is asked."""
        told = {code: said for code, said in self.texts.items() if said}
        return told.get(language) or next(iter(told.values()), "")

    @property
    def is_about_age(self) -> bool:
        """Whether it seems to ask for an age, for which German law wants a reason (AGG § 10)."""
        return any(AGE.search(SENIORITY.sub(" ", said)) for said in self.texts.values())

"""What a session kit says, as a file holds it: one table a language, with limits that fit a card on
a phone.

``mentoring/kits`` and ``[[kits]]`` of a programme file have the same form.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal, Self, TypeVar, get_args

from pydantic import (
    AfterValidator,
    Field,
    SerializerFunctionWrapHandler,
    StringConstraints,
    model_serializer,
    model_validator,
)
from pydantic_core import PydanticCustomError

from mentoring.domain.language import LANGUAGES, Language, by_language
from mentoring.domain.people import Role
from mentoring.domain.tables import Table

Depth = Literal["discover", "try", "use"]
"""How far a kit goes: a first look, a try together, use in one's own work."""
DEPTHS: tuple[Depth, ...] = get_args(Depth)

Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]
Short = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=140)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=240)]
Passage = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=400)]
Hint = Annotated[str, StringConstraints(strip_whitespace=True, max_length=240)]
"""A line that may be missing."""


def _plain(kit_id: str) -> str:
    if not re.fullmatch(r"[a-z][a-z0-9_-]*", kit_id):
        raise PydanticCustomError("kit_id", "small letters, digits, hyphens and underscores")
    return kit_id


KitId = Annotated[str, AfterValidator(_plain)]


class Ways(Table):
    """How the trying goes for a mentee who would rather talk, be shown, or use their own hands;
    empty where it makes no difference.
    """

    talk: Hint = ""
    demo: Hint = ""
    hands_on: Hint = ""


class KitTexts(Table):
    """A kit in one language.

    ``talk``, ``try_out``, ``open_talk`` and ``look_back`` are the parts of a session; ``longer`` is
    what a long one has time for beside them. ``bring`` are the mentee's lines, everything else is
    the mentor's.
    """

    title: Title
    aim: Short
    talk: Passage
    try_out: Annotated[tuple[Line, ...], Field(min_length=2, max_length=4)]
    longer: Hint = ""
    open_talk: Passage
    look_back: Short
    questions: Annotated[tuple[Short, ...], Field(min_length=3, max_length=3)]
    exercise: Line
    bring: Annotated[tuple[Short, ...], Field(min_length=1, max_length=2)]
    ways: Ways = Ways()


class LessonTexts(Table):
    """A lesson in one language: read in two minutes."""

    title: Title
    paragraphs: Annotated[tuple[Passage, ...], Field(min_length=3, max_length=5)]
    takeaway: Short


class Worded(Table):
    """A table whose ``texts`` lie under their languages' codes, in a file and in a row. One
    language at least has to be there.
    """

    @model_validator(mode="before")
    @classmethod
    def _gathered(cls, given: object) -> object:
        if not isinstance(given, Mapping):
            return given
        texts = by_language(given)
        rest = {key: value for key, value in given.items() if key not in texts}
        return {"texts": texts, **rest}

    @model_validator(mode="after")
    def _in_some_language(self) -> Self:
        if not getattr(self, "texts", None):
            named = ", ".join(LANGUAGES)
            raise PydanticCustomError("no_texts", "a table for {allowed}", {"allowed": named})
        return self

    @model_serializer(mode="wrap")
    def _flat(self, dump: SerializerFunctionWrapHandler) -> dict[str, object]:
        written: dict[str, object] = dump(self)
        texts = written.pop("texts")
        return {**written, **texts} if isinstance(texts, dict) else written


class Kit(Worded):
    """What two people do with a topic in one session, as far as ``depth`` goes."""

    written_as: ClassVar[tuple[str, ...]] = ("id", "topic", "depth", *LANGUAGES)
    id: KitId
    topic: str
    depth: Depth
    texts: dict[Language, KitTexts]


class Form(Worded):
    """A kit that grows around something: ``{subject}`` stands for an open question or, where there
    is a depth, for a topic that has no kits.
    """

    written_as: ClassVar[tuple[str, ...]] = ("id", "depth", *LANGUAGES)
    id: KitId
    depth: Depth | None = None
    texts: dict[Language, KitTexts]


class Lesson(Worded):
    """Two minutes of reading for one of the two, before the first session."""

    written_as: ClassVar[tuple[str, ...]] = ("id", "role", *LANGUAGES)
    id: KitId
    role: Role
    texts: dict[Language, LessonTexts]


T = TypeVar("T")


def said_in(texts: Mapping[Language, T], language: Language) -> T:
    """The texts in this language; where it is missing, in the first that there is."""
    return texts.get(language) or next(iter(texts.values()))

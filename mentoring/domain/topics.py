"""What mentors can pass on, and the twelve topics of a first cycle."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import AfterValidator, Field, model_serializer, model_validator
from pydantic_core import PydanticCustomError

from mentoring.domain.language import LANGUAGES, Language, by_language
from mentoring.domain.tables import Table


def _plain(topic_id: str) -> str:
    if not re.fullmatch(r"[a-z][a-z0-9_]*", topic_id):
        raise PydanticCustomError("topic_id", "small letters, digits and underscores")
    return topic_id


class Topic(Table):
    """Something a mentor can pass on. ``names`` are those that the programme gives it, by language.

    A file and a row hold each name under its language's code. The twelve topics of a first cycle
    have no names of their own: theirs are ``topic-<id>`` in the texts.
    """

    written_as: ClassVar[tuple[str, ...]] = ("id", *LANGUAGES)
    id: Annotated[str, AfterValidator(_plain)]
    names: dict[Language, str] = Field(default_factory=dict)

    @model_validator(mode="before")
    @classmethod
    def _named(cls, given: object) -> object:
        if not isinstance(given, Mapping):
            return given
        names = by_language(given)
        rest = {key: value for key, value in given.items() if key not in names}
        return {**rest, "names": names} if names else rest

    @model_serializer
    def _flat(self) -> dict[str, str]:
        return {"id": self.id, **self.names}


TOPICS: tuple[Topic, ...] = tuple(
    Topic(id=key)
    for key in (
        *(
            "ai",
            "data",
            "automation",
            "collaboration",
            "social_media",
            "social_intranet",
            "digital_business",
        ),
        *("customers_of_tomorrow", "new_work", "feedback_culture", "cyber_security", "agile"),
    )
)

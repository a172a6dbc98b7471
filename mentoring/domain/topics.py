"""What mentors can pass on, and the twelve topics of a first cycle."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, ClassVar

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
from mentoring.domain.tables import Table


def _plain(topic_id: str) -> str:
    if not re.fullmatch(r"[a-z][a-z0-9_]*", topic_id):
        raise PydanticCustomError("topic_id", "small letters, digits and underscores")
    return topic_id


def _secure(address: str) -> str:
    if not re.fullmatch(r"https://\S+", address):
        raise PydanticCustomError("link", "not an https address")
    return address


class HouseLink(Table):
    """A page of the house that helps with a topic."""

    name: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]
    address: Annotated[str, AfterValidator(_secure)]


Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Rule = Annotated[str, StringConstraints(strip_whitespace=True, max_length=300)]


class Topic(Table):
    """Something a mentor can pass on. ``names`` are those that the programme gives it, by language;
    ``links`` and ``rules`` are what the house says about it, and its kits show them.

    A file and a row hold each name under its language's code, each rule under ``rules_<code>``. The
    twelve topics of a first cycle have no names of their own: theirs are ``topic-<id>`` in the
    texts.
    """

    written_as: ClassVar[tuple[str, ...]] = (
        *("id", *LANGUAGES, "links"),
        *(f"rules_{code}" for code in LANGUAGES),
    )
    id: Annotated[str, AfterValidator(_plain)]
    names: dict[Language, Name] = Field(default_factory=dict)
    links: Annotated[tuple[HouseLink, ...], Field(max_length=3)] = ()
    rules: dict[Language, Rule] = Field(default_factory=dict)

    @model_validator(mode="before")
    @classmethod
    def _named(cls, given: object) -> object:
        if not isinstance(given, Mapping):
            return given
        names, rules = by_language(given), by_language(given, "rules_")
        taken = {*names, *(f"rules_{code}" for code in rules)}
        rest = {key: value for key, value in given.items() if key not in taken}
        found = {"names": names, "rules": rules}
        return {**rest, **{key: said for key, said in found.items() if said}}

    @model_serializer(mode="wrap")
    def _flat(self, dump: SerializerFunctionWrapHandler) -> dict[str, object]:
        written: dict[str, object] = dump(self)
        rules = {f"rules_{code}": rule for code, rule in self.rules.items()}
        links = {"links": written["links"]} if self.links else {}
        return {"id": self.id, **self.names, **links, **rules}


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

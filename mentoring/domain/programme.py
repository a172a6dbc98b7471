"""The programme's facts: its name, topics, people who stand for it, rhythm, rules.

``programme.toml`` holds the same facts as a file.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    SerializerFunctionWrapHandler,
    ValidationError,
    model_serializer,
    model_validator,
)

from mentoring.domain.errors import ProgrammeInvalid
from mentoring.domain.language import Language, by_language
from mentoring.domain.matching.settings import MatchingSettings, without_retired
from mentoring.domain.questionnaire import Offered
from mentoring.domain.scheduling.settings import SchedulingRules
from mentoring.domain.topics import TOPICS, Topic

FEWEST = 5
"""No group of fewer people is ever reported: somebody in it could be recognised."""
RETIRED: Mapping[str, str] = MappingProxyType(
    {
        "room": "there is no such setting any more, because each tandem meets in a private channel "
        "of its own: remove the line",
        "matching.parameters.mentor_generations": "there is no such setting any more, because who "
        "may take part never depends on an answer that is given freely: remove the line, and "
        "invite those whom you mean; mentee_level_at_most and levels_between limit the level in "
        "the company",
    }
)
"""What a file that still names one of these is told; stored settings are read without them."""


class Facts(BaseModel):
    """Base of the tables of the programme file: frozen, and unknown keys are errors."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Sponsor(Facts):
    """The member of the top management who stands for the programme and opens the invitation.

    ``sentences``: what they say, by language; a file and a row hold each as ``sentence_<code>``.
    ``picture`` is an ``https`` address or a small ``data:`` image; without it the directory's photo
    of ``email`` is shown.
    """

    name: str = ""
    title: str = ""
    email: str = ""
    sentences: dict[Language, str] = Field(default_factory=dict)
    picture: Annotated[
        str, Field(pattern=r"^(https://\S+|data:image/(png|jpeg);base64,\S+)?$", max_length=12_000)
    ] = ""

    @model_validator(mode="before")
    @classmethod
    def _quoted(cls, given: object) -> object:
        if not isinstance(given, Mapping):
            return given
        said = by_language(given, "sentence_")
        rest = {
            key: value for key, value in given.items() if key.removeprefix("sentence_") not in said
        }
        return {**rest, "sentences": {**said}} if said else rest

    @model_serializer(mode="wrap")
    def _flat(self, dump: SerializerFunctionWrapHandler) -> dict[str, object]:
        written: dict[str, object] = dump(self)
        written.pop("sentences", None)
        return {**written, **{f"sentence_{code}": said for code, said in self.sentences.items()}}


class Contact(Facts):
    """Whom participants ask when something is unclear."""

    name: str = ""
    email: str = ""


class Offers(Facts):
    """How offers are put to people: how many days they have to answer, and how many days before
    the deadline they are reminded.
    """

    days: Annotated[int, Field(ge=1, le=30)] = 5
    reminders: Annotated[tuple[int, ...], Field(max_length=2)] = (3, 1)


class Retention(Facts):
    """How many months after the end of a cycle is kept who was with whom, so that nobody is brought
    together twice. What people have said goes after fourteen days, and nobody can set that.
    """

    months: Annotated[int, Field(ge=1, le=120)] = 24


class Programme(Facts):
    """Everything that owners may set, with the defaults of a first cycle."""

    name: str = "Tandem"
    cycles: Literal["fixed", "rolling"] = "fixed"
    language: Language = "de"
    tone: Literal["du", "sie"] = "du"
    sponsor: Sponsor = Sponsor()
    contact: Contact = Contact()
    topics: Annotated[tuple[Topic, ...], Field(min_length=1)] = TOPICS
    languages: tuple[str, ...] = ("de", "en", "fr", "es", "it", "pl", "nl", "pt", "zh", "ja")
    organizer: Literal["mentor", "mentee"] = "mentor"
    apply_as: tuple[Literal["mentor", "mentee"], ...] = ("mentor",)
    smallest_group: Annotated[int, Field(ge=FEWEST)] = FEWEST
    offers: Offers = Offers()
    retention: Retention = Retention()
    sessions: SchedulingRules = SchedulingRules()
    matching: MatchingSettings = MatchingSettings()

    @property
    def offered(self) -> Offered:
        """The lists from which answers may come."""
        return Offered(frozenset(topic.id for topic in self.topics), frozenset(self.languages))

    def topic(self, topic_id: str) -> Topic:
        """The topic of this id; one that the programme does not know bears its id as its name."""
        known = {topic.id: topic for topic in self.topics}
        return known.get(topic_id) or Topic.model_construct(id=topic_id, names={})


def as_kept(stored: Mapping[str, object]) -> dict[str, object]:
    """Stored settings (not yet validated) as they count today: without what has been retired, and
    with no smaller group than ``FEWEST``.
    """
    kept = {key: value for key, value in stored.items() if key not in RETIRED}
    matching, group = stored.get("matching"), stored.get("smallest_group")
    if isinstance(matching, Mapping):
        kept["matching"] = without_retired(matching)
    if isinstance(group, int):
        kept["smallest_group"] = max(group, FEWEST)
    return kept


def read_programme(text: str, source: str) -> Programme:
    """The programme written in a TOML text; ``source`` names the file in errors.

    Raises:
        ProgrammeInvalid: with every error at once, each naming its line and what is allowed.
    """
    try:
        return Programme.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise ProgrammeInvalid(source, (f"{source}: {error}",)) from error
    except ValidationError as error:
        raise ProgrammeInvalid(
            source, tuple(_sentence(source, text, item) for item in error.errors())
        ) from error


def _sentence(source: str, text: str, error: object) -> str:
    item = dict(error)  # type: ignore[call-overload]  # pydantic's ErrorDetails is a TypedDict behind an optional import
    path = ".".join(str(part) for part in item["loc"])
    said = RETIRED.get(path, item["msg"])
    return f"{source}, line {_line_of(text, item['loc'])}: {path}: {said}"


def _line_of(text: str, loc: tuple[int | str, ...]) -> int:
    """The line (from 1) of the key that ``loc`` names, or of the last part of it that the text
    has.
    """
    table, best = "", 1
    names = [str(part) for part in loc if isinstance(part, str)]
    for number, line in enumerate(text.splitlines(), start=1):
        header = re.match(r"\s*\[+\s*([\w.]+)", line)
        table = header[1] if header else table
        key = re.match(r"\s*([\w-]+)\s*=", line)
        dotted = [*filter(None, table.split(".")), *([key[1]] if key else [])]
        if dotted and names[: len(dotted)] == dotted:
            best = number
    return best

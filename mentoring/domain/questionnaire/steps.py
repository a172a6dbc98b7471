"""What each step of the questionnaire asks: one frozen type per step, whose fields are the
card's inputs.

The types say what is accepted; a card's inputs (all of them texts) and stored answers (JSON) are
read into them by ``answers``. What is stored must stay readable: a new field needs a default, and a
limit is never made tighter (``tests/storage/kept_answers.jsonl`` holds what was ever stored).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field

from mentoring.domain.people import Role

MOST_PEOPLE = 20


def _split(value: object) -> object:
    """What a multiple choice sends: one comma-joined text, empty if nothing is chosen."""
    if not isinstance(value, str):
        return value
    return tuple(part.strip() for part in value.split(",") if part.strip())


def _none_if_blank(value: object) -> object:
    return None if isinstance(value, str) and not value.strip() else value


def _explicit(agreed: bool) -> bool:
    if not agreed:
        raise ValueError("the rules must be agreed to")
    return agreed


Weekday = Literal["mon", "tue", "wed", "thu", "fri"]
TimeOfDay = Literal["morning", "midday", "afternoon"]
Never = Literal[
    "mon-morning", "mon-midday", "mon-afternoon", "tue-morning", "tue-midday", "tue-afternoon",
    "wed-morning", "wed-midday", "wed-afternoon", "thu-morning", "thu-midday", "thu-afternoon",
    "fri-morning", "fri-midday", "fri-afternoon",
]  # fmt: skip
Place = Literal["in_person", "remote", "either"]
Format = Literal["talk", "demo", "hands_on"]
Generation = Literal["before_1965", "1965_1980", "1981_1996", "after_1996"]
Gender = Literal["female", "male", "diverse"]
Background = Literal[
    "technology", "business", "law", "natural_science", "social", "creative", "craft", "other"
]
Several = BeforeValidator(_split)
IfWished = BeforeValidator(_none_if_blank)
People = Annotated[tuple[str, ...], Several, Field(max_length=MOST_PEOPLE)]
"""Ids of people in the company's directory; their names are kept beside them."""


@dataclass(frozen=True)
class Offered:
    """The programme's lists from which answers may come: ids of topics, codes of languages."""

    topics: frozenset[str]
    languages: frozenset[str]


@dataclass(frozen=True)
class Position:
    """A place in the questionnaire: a step, and for a mentor's topic cards the topic."""

    step: str
    topic: str = ""

    def __str__(self) -> str:
        return f"{self.step}:{self.topic}" if self.topic else self.step

    @staticmethod
    def read(text: str) -> Position:
        """The position that ``str`` wrote."""
        name, _, topic = text.partition(":")
        return Position(name, topic)


@dataclass(frozen=True)
class Step:
    """What one step asks. ``roles`` says whom; ``later`` who may leave it for another day.

    ``people`` are the inputs in which people of the company are named; what stands in
    ``topic_inputs`` and ``language_inputs`` has to be one of the programme's. ``enterable`` are
    those that owners may fill in on somebody's behalf.
    """

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(str_strip_whitespace=True)
    name: ClassVar[str]
    roles: ClassVar[tuple[Role, ...]] = (Role.MENTEE, Role.MENTOR)
    later: ClassVar[tuple[Role, ...]] = ()
    people: ClassVar[tuple[str, ...]] = ()
    topic_inputs: ClassVar[tuple[str, ...]] = ()
    language_inputs: ClassVar[tuple[str, ...]] = ()
    enterable: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls, *, name: str) -> None:
        super().__init_subclass__()
        cls.name = name

    @property
    def position(self) -> Position:
        """Where in the questionnaire this was answered."""
        return Position(self.name)

    def not_offered(self, offered: Offered) -> str:
        """The first input with something that the programme does not offer; empty for none."""
        topics = dict.fromkeys(self.topic_inputs, offered.topics)
        languages = dict.fromkeys(self.language_inputs, offered.languages)
        lists = {**topics, **languages}.items()
        return next((name for name, known in lists if not known.issuperset(self._chosen(name))), "")

    def naming(self, person_id: str) -> str:
        """The first input in which this person is named; empty for none."""
        return next((name for name in self.people if person_id in self._chosen(name)), "")

    def _chosen(self, name: str) -> tuple[str, ...]:
        value: tuple[str, ...] | str | None = getattr(self, name)
        return value if isinstance(value, tuple) else (value,) if value else ()


@dataclass(frozen=True)
class About(Step, name="about"):
    """Who you are, beyond what the company's directory says."""

    language_inputs = ("languages",)
    enterable = ("languages",)
    languages: Annotated[tuple[str, ...], Several, Field(min_length=1)]
    background: Annotated[Background | None, IfWished] = None
    about_me: Annotated[str, Field(max_length=200)] = ""
    generation: Annotated[Generation | None, IfWished] = None
    gender: Annotated[Gender | None, IfWished] = None


@dataclass(frozen=True)
class Wishes(Step, name="wishes"):
    """A mentee's topics, the most wished first."""

    roles = (Role.MENTEE,)
    topic_inputs = ("wish_1", "wish_2", "wish_3")
    enterable = topic_inputs
    wish_1: Annotated[str, Field(min_length=1)]
    wish_2: Annotated[str | None, IfWished] = None
    wish_3: Annotated[str | None, IfWished] = None

    @property
    def topics(self) -> tuple[str, ...]:
        """The wishes in their order, each once."""
        wishes = (self.wish_1, self.wish_2, self.wish_3)
        return tuple(dict.fromkeys(wish for wish in wishes if wish))


@dataclass(frozen=True)
class Topics(Step, name="topics"):
    """What a mentor can pass on; one small card follows for each topic."""

    roles = (Role.MENTOR,)
    topic_inputs = ("topics",)
    enterable = topic_inputs
    topics: Annotated[tuple[str, ...], Several, Field(min_length=1)]


@dataclass(frozen=True)
class TopicSkill(Step, name="topic"):
    """How well a mentor knows one topic, and what professional experience backs it.

    ``level`` goes from 1 to 3. ``topic`` is given by the card: it is none of its inputs.
    """

    roles = (Role.MENTOR,)
    topic: str
    level: Annotated[int, Field(ge=1, le=3)]
    experience: Annotated[str, Field(min_length=1, max_length=200)]

    @property
    def position(self) -> Position:
        """One position for each topic."""
        return Position(self.name, self.topic)


@dataclass(frozen=True)
class Competence(Step, name="standing"):
    """Digital competence from 1 to 10: the baseline for a later comparison."""

    competence: Annotated[int, Field(ge=1, le=10)]


@dataclass(frozen=True)
class Purpose(Step, name="purpose"):
    """What the tandem is for, and the preferred way of learning."""

    later = (Role.MENTEE,)
    goal: Annotated[str, Field(max_length=300)] = ""
    format: Annotated[Format | None, IfWished] = None


@dataclass(frozen=True)
class When(Step, name="when"):
    """When sessions suit, how they are held, and who keeps the calendar.

    No weekdays or times mean any. ``capacity`` is in how many tandems a mentor takes part.
    ``never`` are the parts of the week at which the person cannot come at all: Outlook tells one
    beginning and one end of work for all days. ``names`` has the deputy's name by id.
    """

    later = (Role.MENTEE,)
    people = ("deputy",)
    enterable = ("weekdays", "times", "never")
    weekdays: Annotated[tuple[Weekday, ...], Several] = ()
    times: Annotated[tuple[TimeOfDay, ...], Several] = ()
    place: Annotated[Place | None, IfWished] = None
    capacity: Annotated[int, Field(ge=1, le=2)] = 1
    deputy: Annotated[People, Field(max_length=1)] = ()
    private: bool = False
    never: Annotated[tuple[Never, ...], Several] = ()
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class NotWith(Step, name="not_with"):
    """Confidential: people one would rather not be paired with, and people whose decisions touch
    one's targets.

    ``names`` has their names by id.
    """

    later = (Role.MENTEE,)
    people = ("not_with", "kpi_people")
    not_with: People = ()
    kpi_people: People = ()
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class ProtectedSpace(Step, name="protected_space"):
    """The rules of confidentiality, agreed to explicitly."""

    agreed: Annotated[bool, AfterValidator(_explicit)]

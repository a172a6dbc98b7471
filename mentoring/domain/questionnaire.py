"""The questionnaire: its steps in their order, what each asks, and which answers are complete.

Adding a step: one class here with ``@step``, its card beside it in ``cards/enrolment/steps.py``, and its words.
Answers are kept as ``{step: {field: value}}``; the mentor's chosen topics follow as one position each (``topic:ai``).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from mentoring.domain.errors import Refusal
from mentoring.domain.people import Role

Answers = Mapping[str, Mapping[str, Any]]
Offered = Mapping[str, Collection[str]]
MOST_PEOPLE = 20


def _split(value: object) -> object:
    """What a multiple choice sends: one comma-joined text, empty if nothing is chosen."""
    return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value


def _none_if_blank(value: object) -> object:
    return None if isinstance(value, str) and not value.strip() else value


Chosen = Annotated[tuple[str, ...], BeforeValidator(_split), Field(min_length=1)]
Optional_ = BeforeValidator(_none_if_blank)
People = Annotated[tuple[str, ...], BeforeValidator(_split), Field(max_length=MOST_PEOPLE)]
Weekdays = Annotated[tuple[Literal["mon", "tue", "wed", "thu", "fri"], ...], BeforeValidator(_split)]
Times = Annotated[tuple[Literal["morning", "midday", "afternoon"], ...], BeforeValidator(_split)]
Generation = Literal["before_1965", "1965_1980", "1981_1996", "after_1996"]
Gender = Literal["female", "male", "diverse"]
Background = Literal["technology", "business", "law", "natural_science", "social", "creative", "craft", "other"]


class StepAnswers(BaseModel):
    """What one step asks. ``roles`` says whom; ``later`` whether it may be left for another day.

    ``people`` are the fields that hold people's ids; ``offered`` says from which of the programme's lists (``topics``,
    ``languages``) the values of a field come.
    """

    model_config = ConfigDict(frozen=True, extra="ignore", str_strip_whitespace=True)
    name: ClassVar[str]
    roles: ClassVar[tuple[Role, ...]] = (Role.MENTEE, Role.MENTOR)
    later: ClassVar[tuple[Role, ...]] = ()
    people: ClassVar[tuple[str, ...]] = ()
    offered: ClassVar[Mapping[str, str]] = {}


STEPS: dict[str, type[StepAnswers]] = {}
S = TypeVar("S", bound=StepAnswers)


def step(name: str) -> Callable[[type[S]], type[S]]:
    """Register a step of the questionnaire; the order of registration is the order of asking."""

    def register(cls: type[S]) -> type[S]:
        cls.name = name
        STEPS[name] = cls
        return cls

    return register


@step("about")
class About(StepAnswers):
    """Who you are, beyond what the company's directory says."""

    offered = {"languages": "languages"}
    languages: Chosen
    background: Annotated[Background | None, Optional_] = None
    about_me: Annotated[str, Field(max_length=200)] = ""
    generation: Annotated[Generation | None, Optional_] = None
    gender: Annotated[Gender | None, Optional_] = None


@step("wishes")
class Wishes(StepAnswers):
    """A mentee's topics, the most wished first."""

    roles = (Role.MENTEE,)
    offered = {"wish_1": "topics", "wish_2": "topics", "wish_3": "topics"}
    wish_1: Annotated[str, Field(min_length=1)]
    wish_2: Annotated[str | None, Optional_] = None
    wish_3: Annotated[str | None, Optional_] = None

    @property
    def topics(self) -> tuple[str, ...]:
        """The wishes in their order, each once."""
        return tuple(dict.fromkeys(wish for wish in (self.wish_1, self.wish_2, self.wish_3) if wish))


@step("topics")
class Topics(StepAnswers):
    """What a mentor can pass on; one small card follows for each topic."""

    roles = (Role.MENTOR,)
    offered = {"topics": "topics"}
    topics: Chosen


@step("topic")
class TopicSkill(StepAnswers):
    """How well a mentor knows one topic, and which professional experience qualifies."""

    roles = (Role.MENTOR,)
    level: Annotated[int, Field(ge=1, le=3)]
    experience: Annotated[str, Field(min_length=1, max_length=200)]


@step("standing")
class Standing(StepAnswers):
    """Digital competence from 1 to 10: the baseline of the later comparison."""

    competence: Annotated[int, Field(ge=1, le=10)]


@step("purpose")
class Purpose(StepAnswers):
    """What the tandem is for, and the preferred way of learning."""

    later = (Role.MENTEE,)
    goal: Annotated[str, Field(max_length=300)] = ""
    format: Annotated[Literal["talk", "demo", "hands_on"] | None, Optional_] = None


@step("when")
class When(StepAnswers):
    """When sessions suit, how they are held, and who keeps the calendar."""

    later = (Role.MENTEE,)
    people = ("deputy",)
    weekdays: Weekdays = ()
    times: Times = ()
    place: Annotated[Literal["in_person", "remote", "either"] | None, Optional_] = None
    capacity: Annotated[int, Field(ge=1, le=2)] = 1
    deputy: Annotated[People, Field(max_length=1)] = ()
    private: bool = False
    names: dict[str, str] = Field(default_factory=dict)


@step("not_with")
class NotWith(StepAnswers):
    """Confidential: people one would rather not be paired with, and whose decisions touch one's targets."""

    later = (Role.MENTEE,)
    people = ("not_with", "kpi_people")
    not_with: People = ()
    kpi_people: People = ()
    names: dict[str, str] = Field(default_factory=dict)


@step("protected_space")
class ProtectedSpace(StepAnswers):
    """The rules of confidentiality, agreed to explicitly."""

    agreed: bool

    @model_validator(mode="after")
    def _explicit(self) -> ProtectedSpace:
        if not self.agreed:
            raise ValueError("the rules must be agreed to")
        return self


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


SUMMARY = Position("summary")


def positions(role: Role, answers: Answers) -> tuple[Position, ...]:
    """All positions of this role in their order, those that may wait included, the summary last."""
    found: list[Position] = []
    for name, cls in STEPS.items():
        if role not in cls.roles:
            continue
        if name == "topic":
            found += [Position(name, topic) for topic in answers.get("topics", {}).get("topics", ())]
        else:
            found.append(Position(name))
    return (*found, SUMMARY)


def required(role: Role, answers: Answers) -> tuple[Position, ...]:
    """The positions that must be answered before the enrolment can be sent."""
    return tuple(p for p in positions(role, answers) if p != SUMMARY and role not in STEPS[p.step].later)


def open_positions(role: Role, answers: Answers) -> tuple[Position, ...]:
    """The required positions that still lack a valid answer."""
    return tuple(p for p in required(role, answers) if str(p) not in answers)


def later_positions(role: Role, answers: Answers) -> tuple[Position, ...]:
    """The positions left for another day that have no answer yet."""
    settled = {SUMMARY, *required(role, answers)}
    return tuple(p for p in positions(role, answers) if p not in settled and str(p) not in answers)


def following(role: Role, answers: Answers, position: Position) -> Position:
    """Where the person goes after ``position``: the next open required position, else the summary."""
    order = positions(role, answers)
    start = order.index(position) + 1 if position in order else 0
    still_open = set(open_positions(role, answers))
    ahead = [p for p in order[start:] if p in still_open]
    behind = [p for p in order[:start] if p in still_open]
    return next(iter((*ahead, *behind)), SUMMARY)


def before(role: Role, answers: Answers, position: Position) -> Position:
    """The position before this one among those of the person's own way; the first stays where it is."""
    own = {SUMMARY, position, *required(role, answers)}
    way = [p for p in positions(role, answers) if p in own or str(p) in answers]
    place = way.index(position) if position in way else 0
    return way[max(place - 1, 0)]


def check(position: Position, raw: Mapping[str, object], offered: Offered) -> dict[str, Any]:
    """The valid answers of one step, as they are stored; ``offered`` holds the programme's lists by name.

    Raises:
        Refusal: ``answer``, naming the field, if an input is missing or out of its range.
    """
    step_class = STEPS[position.step]
    try:
        valid = step_class.model_validate(dict(raw))
    except ValidationError as error:
        first = error.errors()[0]
        field = str(first["loc"][0]) if first["loc"] else next(iter(step_class.model_fields))
        raise Refusal("answer", field=field) from error
    for field, name in step_class.offered.items():
        if not set(_values(getattr(valid, field))) <= set(offered.get(name, ())):
            raise Refusal("answer", field=field)
    return valid.model_dump(mode="json")


def _values(answer: object) -> Iterable[str]:
    if isinstance(answer, str):
        return (answer,)
    return answer if isinstance(answer, tuple) else ()


def still_valid(role: Role, answers: Answers, offered: Offered) -> dict[str, dict[str, Any]]:
    """Those answers of an earlier questionnaire that would be taken today, in this role.

    Agreeing to the rules of the protected space is not among them: it is done anew each time.
    """
    kept: dict[str, dict[str, Any]] = {}
    for position in positions(role, answers):
        raw = answers.get(str(position))
        if raw is None or position.step == "protected_space":
            continue
        with suppress(Refusal):
            kept[str(position)] = check(position, raw, offered)
    return kept


def merged(answers: Answers, position: Position, saved: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """The answers with this step's put in; cards of topics no longer chosen are dropped."""
    joined: dict[str, Mapping[str, Any]] = {**answers, str(position): dict(saved)}
    chosen = set(joined.get("topics", {}).get("topics", ()))
    return {key: value for key, value in joined.items() if not key.startswith("topic:") or key[6:] in chosen}

"""What one person has answered, one typed part per step; read from a card's inputs, kept as JSON.

What is stored is ``{position: {field: value}}``, a mentor's topic cards as ``topic:<id>``, and what
stands in a step that was left unfinished as ``draft:<position>``, or as ``entered:<position>`` if
somebody else has put it there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import datetime
from functools import cache, cached_property
from typing import Any, get_args, get_type_hints

from pydantic import (
    SerializerFunctionWrapHandler,
    TypeAdapter,
    ValidationError,
    model_serializer,
    model_validator,
)

from mentoring.domain.errors import Refusal
from mentoring.domain.questionnaire.steps import (
    About,
    Competence,
    NotWith,
    Position,
    ProtectedSpace,
    Purpose,
    Step,
    Topics,
    TopicSkill,
    When,
    Wishes,
)

SKILL = f"{TopicSkill.name}:"
DRAFT = "draft:"
ENTERED = "entered:"


@dataclass(frozen=True)
class Line:
    """An input that an owner has filled in on the author's behalf, who did so last, and when."""

    filled: str
    entered_by: str
    entered_at: datetime | None = None


@dataclass(frozen=True)
class Draft:
    """What stands in the inputs of a step that its author has left without answering it; shown to
    them alone, and nothing follows from it.

    ``lines``: what owners have put there on the author's behalf; it is theirs, and counts, once
    they have gone on with *next*. No owner can read it.
    """

    position: str
    typed: Mapping[str, str]
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True)
class Answers:
    """One person's answers: the fields are the steps, by name, in the order in which they are
    asked; None where nothing has been answered yet.

    ``skills`` has one entry for each chosen topic whose card is answered, in the order of choice.
    ``drafts`` are no answers, but lie beside them, so that they go with them.
    """

    about: About | None = None
    wishes: Wishes | None = None
    topics: Topics | None = None
    skills: tuple[TopicSkill, ...] = ()
    standing: Competence | None = None
    purpose: Purpose | None = None
    when: When | None = None
    not_with: NotWith | None = None
    protected_space: ProtectedSpace | None = None
    drafts: tuple[Draft, ...] = ()

    @property
    def parts(self) -> Iterator[Step]:
        """What has been answered, in the order of asking."""
        for each in fields(self):
            value = () if each.name == "drafts" else getattr(self, each.name)
            yield from value if isinstance(value, tuple) else () if value is None else (value,)

    @cached_property
    def answered(self) -> frozenset[Position]:
        """Where something has been answered."""
        return frozenset(part.position for part in self.parts)

    @property
    def named(self) -> Mapping[str, str]:
        """The names of all people of the company who are named in the answers, by id."""
        asked = (self.when, self.not_with)
        return {key: name for part in asked if part for key, name in part.names.items()}

    def at(self, position: Position) -> Step | None:
        """What has been answered there."""
        return next((part for part in self.parts if part.position == position), None)

    @property
    def entered(self) -> tuple[Draft, ...]:
        """What owners have put there on the author's behalf, and nobody has confirmed."""
        return tuple(draft for draft in self.drafts if draft.lines)

    @property
    def own(self) -> Answers:
        """What the author has said or begun, without what was entered for them."""
        return replace(self, drafts=tuple(draft for draft in self.drafts if not draft.lines))

    def draft_at(self, position: Position) -> Draft:
        """What stands in the inputs there that is no answer yet; an empty one for nothing."""
        found = (draft for draft in self.drafts if draft.position == str(position))
        return next(found, Draft(str(position), {}))

    def typed_at(self, position: Position) -> Mapping[str, str]:
        """What is typed in the inputs there and no answer yet; empty for nothing."""
        return self.draft_at(position).typed

    def drafted(self, draft: Draft) -> Answers:
        """The answers with this draft in place of any earlier one; without one if it is empty."""
        others = [each for each in self.drafts if each.position != draft.position]
        made = [draft] if draft.typed else []
        return replace(self, drafts=(*others, *made)) if made or self.drafts else self

    def put(self, *parts: Step) -> Answers:
        """The answers with these parts put in, replacing what was answered there before."""
        answers = self
        for part in parts:
            answers = answers._with(part).drafted(Draft(str(part.position), {}))
        return answers

    def _with(self, part: Step) -> Answers:
        if isinstance(part, TopicSkill):
            skills = {skill.topic: skill for skill in self.skills} | {part.topic: part}
            return replace(self, skills=tuple(skills.values()))
        by_name: dict[str, Any] = {part.name: part}
        return replace(self, **by_name)

    def without_dropped_topics(self) -> Answers:
        """The answers without the cards of topics that are no longer chosen; the other cards are in
        the order of choice.
        """
        chosen = self.topics.topics if self.topics else ()
        skills = {skill.topic: skill for skill in self.skills}
        return replace(self, skills=tuple(skills[topic] for topic in chosen if topic in skills))

    @model_validator(mode="before")
    @classmethod
    def _of_stored(cls, stored: Any) -> Any:  # noqa: ANN401 - JSON, or the answers themselves
        if not isinstance(stored, dict):
            return stored
        cards = {key: card for key, card in stored.items() if key.startswith(SKILL)}
        skills = [{**card, "topic": key.removeprefix(SKILL)} for key, card in cards.items()]
        return {**stored, "skills": skills, "drafts": [*_stored_drafts(stored)]}

    @model_serializer(mode="wrap")
    def _as_stored(self, dump: SerializerFunctionWrapHandler) -> dict[str, Any]:
        by_field = dump(self)
        cards = {f"{SKILL}{card.pop('topic')}": card for card in by_field.pop("skills")}
        drafts = dict(_as_stored_draft(each) for each in by_field.pop("drafts"))
        return {key: part for key, part in by_field.items() if part is not None} | cards | drafts


def _stored_drafts(stored: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for key, found in stored.items():
        if key.startswith(DRAFT):
            yield {"position": key.removeprefix(DRAFT), "typed": found}
        elif key.startswith(ENTERED):
            position = key.removeprefix(ENTERED)
            lines = found["lines"] if "lines" in found else _by_one(position, found)
            yield {"position": position, "typed": found["typed"], "lines": lines}


def _by_one(position: str, found: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The lines of a draft as earlier versions wrote it, with one author for all of it."""
    known = STEPS.get(Position.read(position).step)
    names = [name for name in known.enterable if name in found["typed"]] if known else []
    return [
        {"filled": name, "entered_by": found["entered_by"], "entered_at": found["entered_at"]}
        for name in names
    ]


def _as_stored_draft(draft: dict[str, Any]) -> tuple[str, Any]:
    position = draft.pop("position")
    if draft["lines"]:
        lines = [{**each, "entered_at": _text(each["entered_at"])} for each in draft["lines"]]
        return f"{ENTERED}{position}", {**draft, "lines": lines}
    return f"{DRAFT}{position}", draft["typed"]


def _text(at: datetime | None) -> str | None:
    return str(at) if at else None


def _steps() -> Iterator[type[Step]]:
    for hint in get_type_hints(Answers).values():
        kinds = (each for each in get_args(hint) if isinstance(each, type))
        yield from (each for each in kinds if issubclass(each, Step))


STEPS: Mapping[str, type[Step]] = {step.name: step for step in _steps()}
"""Every step by its name, in the order of asking."""


@cache
def _reader(step: str) -> TypeAdapter[Step]:
    return TypeAdapter(STEPS[step])


def inputs_of(position: Position) -> frozenset[str]:
    """The names of the inputs of the card at this position that hold no people."""
    step = STEPS.get(position.step)
    if step is None:
        return frozenset()
    return frozenset(each.name for each in fields(step)) - {*step.people, "names", "topic"}


def read(position: Position, inputs: Mapping[str, object]) -> Step:
    """What somebody has put into the inputs of the card at this position.

    Raises:
        Refusal: ``stale`` if there is no such card; ``answer``, naming the field, if an input is
            missing or out of its range.
    """
    if position.step not in STEPS:
        raise Refusal("stale")
    try:
        said = _reader(position.step).validate_python({**inputs, "topic": position.topic})
    except ValidationError as error:
        # Not chained: the error quotes what was typed, which is nobody else's business.
        raise Refusal("answer", field=str(error.errors()[0]["loc"][0])) from None
    if said.position != position:
        raise Refusal("stale")
    return said

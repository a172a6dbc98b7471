"""A kit laid out for one session: its parts and their minutes, for the mentee's way of learning."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, get_args

from mentoring.domain.kits.choice import Chosen
from mentoring.domain.kits.texts import KitTexts, said_in
from mentoring.domain.language import Language
from mentoring.domain.questionnaire.steps import Format
from mentoring.domain.scheduling.settings import Length
from mentoring.domain.topics import HouseLink, Topic

PartName = Literal["talk", "try_out", "open_talk", "look_back"]
PARTS: tuple[PartName, ...] = get_args(PartName)
Minutes = tuple[int, int, int, int]
"""The minutes of the four parts, in their order."""
MINUTES: Mapping[Length, Minutes] = MappingProxyType(
    {
        45: (10, 15, 15, 5),
        60: (15, 20, 20, 5),
        75: (15, 30, 20, 10),
        90: (20, 35, 25, 10),
        120: (25, 50, 30, 15),
    }
)
SHIFTED: Mapping[Format | None, Minutes] = MappingProxyType(
    {"talk": (0, -5, 5, 0), "hands_on": (-5, 5, 0, 0)}
)
"""What somebody's way of learning moves from one part to another."""
LONG = 90
"""From so many minutes on there is time for more than the usual steps; in a session that is not
longer than ``SHORT`` the last of these is for the case that time is left.
"""
SHORT = 45


@dataclass(frozen=True)
class Part:
    """A part of the session. ``lines`` are done one after the other, ``spare`` if time is left;
    ``hint`` says how it goes best for this mentee, if that makes a difference.
    """

    name: PartName
    minutes: int
    lines: tuple[str, ...]
    spare: tuple[str, ...] = ()
    hint: str = ""


@dataclass(frozen=True)
class Link:
    """A page of the house on the topic."""

    name: str
    address: str


@dataclass(frozen=True)
class SessionKit:
    """Everything that a mentor gets for a session; of it, ``title``, ``aim`` and ``bring`` are also
    the mentee's.

    ``links`` and ``rules`` are what the house says about the topic.
    """

    id: str
    title: str
    aim: str
    parts: tuple[Part, ...]
    questions: tuple[str, ...]
    exercise: str
    bring: tuple[str, ...]
    links: tuple[Link, ...] = ()
    rules: str = ""


def length_of(minutes: int) -> Length:
    """The length that a session of so many minutes is laid out for: the longest that fits, the
    shortest where none does.
    """
    fitting = [length for length in MINUTES if length <= minutes]
    return max(fitting, default=min(MINUTES))


def minutes_of(length: Length, way: Format | None = None) -> Minutes:
    """How the minutes of a session are shared among its parts, for a mentee's way of learning."""
    shift = SHIFTED.get(way, (0, 0, 0, 0))
    talk, try_out, open_talk, look_back = (
        usual + more for usual, more in zip(MINUTES[length], shift, strict=True)
    )
    return talk, try_out, open_talk, look_back


def session_kit(
    chosen: Chosen,
    language: Language,
    length: Length,
    way: Format | None = None,
    *,
    subject: str = "",
    house: Topic | None = None,
) -> SessionKit:
    """The kit for a session of ``length`` minutes, in one language.

    ``subject`` is the question, or the topic's name in this language, around which it has grown;
    ``house`` the topic as the programme has it.
    """
    texts = _about(said_in(chosen.texts, language), subject)
    parts = tuple(_parts(texts, length, way))
    kit = (texts.title, texts.aim, parts, texts.questions, texts.exercise, texts.bring)
    links = tuple(_link(link) for link in house.links) if house else ()
    rules = said_in(house.rules, language) if house and house.rules else ""
    return SessionKit(chosen.id, *kit, links, rules)


def _parts(texts: KitTexts, length: Length, way: Format | None) -> Iterator[Part]:
    steps, spare = _steps(texts, length)
    hint: str = getattr(texts.ways, way) if way else ""
    lines = ((texts.talk,), steps, (texts.open_talk,), (texts.look_back,))
    for name, minutes, said in zip(PARTS, minutes_of(length, way), lines, strict=True):
        more = (spare, hint) if name == "try_out" else ((), "")
        yield Part(name, minutes, said, *more)


def _steps(texts: KitTexts, length: Length) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What is tried in so many minutes, and what if time is left."""
    more = (texts.longer,) if texts.longer else ()
    if length <= SHORT:
        return texts.try_out[:-1], texts.try_out[-1:]
    return ((*texts.try_out, *more), ()) if length >= LONG else (texts.try_out, more)


def _link(link: HouseLink) -> Link:
    return Link(link.name, link.address)


def _about(texts: KitTexts, subject: str) -> KitTexts:
    """The texts with what they have grown around."""
    talk = texts.talk.replace("{subject}", subject)
    return texts.model_copy(update={"talk": talk})

"""Which kit comes next in a tandem: never the same twice, as deep as the mentee and the mentor are.

First the wishes in their order, then the questions that are open, then the wishes again and deeper,
then whatever else the mentor teaches.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from mentoring.domain.kits.library import Library
from mentoring.domain.kits.texts import DEPTHS, Depth, Form, Kit, KitTexts
from mentoring.domain.language import Language

QUESTION, TOPIC = "question", "topic"
"""How the id of a kit begins that has grown around a question or a topic: ``question:<form>:<its
id>``. Ids of the library have no colon.
"""
UNKNOWN_LEVEL = 1
"""The mentor's level in a topic that they have not named: both take a first look."""


@dataclass(frozen=True)
class Step:
    """One session's step: a topic, or the id of a question that was left open."""

    topic: str = ""
    question: str = ""

    @property
    def key(self) -> str:
        """What it is called where it is kept."""
        return f"{QUESTION}:{self.question}" if self.question else f"{TOPIC}:{self.topic}"


def step_of(key: str) -> Step:
    """The step with this key."""
    kind, _, found = key.partition(":")
    return Step(question=found) if kind == QUESTION else Step(found)


@dataclass(frozen=True)
class Pairing:
    """What the choice depends on: the mentee's wishes in their order, and the mentor's level (1 to
    3) by topic, in the order of choice. ``dropped`` are steps that they do not want.
    """

    wishes: tuple[str, ...] = ()
    levels: Mapping[str, int] = field(default_factory=dict)
    dropped: frozenset[Step] = frozenset()

    def deepest(self, topic: str) -> int:
        """How deep the mentor can go, as an index of ``DEPTHS``."""
        return self.levels.get(topic, UNKNOWN_LEVEL) - 1


@dataclass(frozen=True)
class Chosen:
    """The kit of a step. ``id`` is what is remembered of it: it never comes again in a tandem.

    Where the kit has grown around something, ``{subject}`` in its texts stands for the question or
    the topic's name.
    """

    id: str
    step: Step
    texts: Mapping[Language, KitTexts]
    depth: Depth | None = None


def kit_for(
    step: Step, pairing: Pairing, library: Library, come: Sequence[str] = ()
) -> Chosen | None:
    """The kit for a step, when those with the ids ``come`` have been there, in their order; None if
    nothing new is left.
    """
    options = (
        _grown(step, library, come) if step.question else _of_topic(step, pairing, library, come)
    )
    return next((each for each in options if each.id not in come), None)


def _grown(step: Step, library: Library, come: Sequence[str]) -> Iterator[Chosen]:
    """Around a question: each of the forms, beginning after those that came so far."""
    forms = library.for_questions
    had = sum(1 for each in come if _around(each)[0] == QUESTION)
    for place in range(len(forms)):
        form = forms[(had + place) % len(forms)]
        yield Chosen(f"{QUESTION}:{form.id}:{step.question}", step, form.texts)


def deeper(
    than: Chosen, pairing: Pairing, library: Library, come: Sequence[str]
) -> Iterator[Chosen]:
    """The same topic for whoever knows this much of it already, the next depth first, as far as the
    mentor reaches.
    """
    for each in _of_topic(than.step, pairing, library, (*come, than.id)):
        if _index(each) > _index(than) and each.id not in come:
            yield each


def _of_topic(
    step: Step, pairing: Pairing, library: Library, come: Sequence[str]
) -> Iterator[Chosen]:
    """From the depth at which the step should be, first deeper and then back: no further back than
    where the topic began, no deeper than the mentor can reach.
    """
    kits = [_about(step, kit) for kit in library.of_topic(step.topic)] or [
        _about(step, form) for depth in DEPTHS for form in library.for_topics(depth)
    ]
    deepest = pairing.deepest(step.topic)
    had = [kit for each in come for kit in kits if kit.id == each]
    first = min(_index(had[0]), deepest) if had else 0
    wanted = min(first + len(had), deepest)
    for depth in (*range(wanted, deepest + 1), *range(wanted - 1, first - 1, -1)):
        yield from (kit for kit in kits if kit.depth == DEPTHS[depth])


def _index(chosen: Chosen) -> int:
    return DEPTHS.index(chosen.depth) if chosen.depth else 0


def _about(step: Step, kit: Kit | Form) -> Chosen:
    kit_id = kit.id if isinstance(kit, Kit) else f"{TOPIC}:{kit.id}:{step.topic}"
    return Chosen(kit_id, step, kit.texts, kit.depth)


@dataclass(frozen=True)
class Road:
    """What has been and what is known to come: the ids of kits that came, in their order, and the
    open questions by id, the oldest first. ``planned`` are the steps that the two have settled for
    what is to come; they go before all others.
    """

    come: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    planned: tuple[Step, ...] = ()

    def then(self, chosen: Chosen) -> Road:
        """The road after one more session. A question is not proposed again for one of those
        ahead: it may well be answered by then, and if it is not, it comes back.
        """
        planned = [*self.planned]
        if chosen.step in planned:
            planned.remove(chosen.step)
        questions = tuple(each for each in self.questions if each != chosen.step.question)
        come = (*self.come, chosen.id)
        return replace(self, come=come, questions=questions, planned=tuple(planned))


NEW_ROAD = Road()


def proposed(
    sessions: int, pairing: Pairing, library: Library, road: Road = NEW_ROAD
) -> tuple[Chosen, ...]:
    """A kit for each of so many sessions to come; fewer where nothing is left that is new.

    Each step follows from those before it, so this is also what comes next alone.
    """
    found: list[Chosen] = []
    while len(found) < sessions:
        chosen = next(candidates(pairing, library, road), None)
        if chosen is None:
            break
        found.append(chosen)
        road = road.then(chosen)
    return tuple(found)


def candidates(pairing: Pairing, library: Library, road: Road = NEW_ROAD) -> Iterator[Chosen]:
    """What could come next, the best first, each once: a kit a step."""
    found: set[str] = set()
    for step in _by_preference(pairing, library, road):
        chosen = kit_for(step, pairing, library, road.come)
        if chosen and chosen.id not in found:
            found.add(chosen.id)
            yield chosen


def recalled(kit_id: str, step: Step, library: Library) -> Chosen | None:
    """The kit of this id for a step, as it was chosen once; None if the library has it no more."""
    _, _, rest = kit_id.partition(":")
    if not rest:
        kit = next((each for each in library.kits if each.id == kit_id), None)
        return Chosen(kit_id, step, kit.texts, kit.depth) if kit else None
    form = next((each for each in library.forms if each.id == rest.partition(":")[0]), None)
    return Chosen(kit_id, step, form.texts, form.depth) if form else None


def _by_preference(pairing: Pairing, library: Library, road: Road) -> Iterator[Step]:
    """The steps that could be next, the best first: what the two have settled, then the rest."""
    for step in road.planned:
        if not step.question or step.question in road.questions:
            yield step
    for step in _by_itself(pairing, library, road):
        if step not in pairing.dropped:
            yield step


def _by_itself(pairing: Pairing, library: Library, road: Road) -> Iterator[Step]:
    wishes = sorted(pairing.wishes, key=lambda topic: _times(topic, library, road))
    fresh = [topic for topic in wishes if not _times(topic, library, road)]
    asked = sorted(road.questions, key=lambda question: _talked(question, road))
    new = [question for question in asked if not _talked(question, road)]
    others = [topic for topic in pairing.levels if topic not in pairing.wishes]
    others.sort(key=lambda topic: _times(topic, library, road))
    yield from (Step(topic=topic) for topic in fresh)
    yield from (Step(question=question) for question in new)
    yield from (Step(topic=topic) for topic in (*wishes, *others))
    yield from (Step(question=question) for question in asked)


def _times(topic: str, library: Library, road: Road) -> int:
    """How often the topic has come."""
    kits = {kit.id for kit in library.of_topic(topic)}
    return sum(1 for each in road.come if each in kits or _around(each) == (TOPIC, topic))


def _talked(question: str, road: Road) -> int:
    """How often a session was about the question."""
    return sum(1 for each in road.come if _around(each) == (QUESTION, question))


def _around(kit_id: str) -> tuple[str, str]:
    """What a kit has grown around, by its kind and id; empty for one of the library's."""
    kind, _, rest = kit_id.partition(":")
    return kind, rest.partition(":")[2]

"""The road map of a tandem, as one of the two sees it."""

from __future__ import annotations

from collections.abc import Sequence

from microsoft_teams.cards import Container
from microsoft_teams.cards.core import CardElement

from cards.common.contact import contact_line
from cards.common.said import sentence
from cards.kit.actions import CardAction
from cards.kit.elements import (
    Button,
    Rendered,
    button,
    card,
    heading,
    para,
    row,
    seen,
    small,
    subheading,
    typed,
    unfolding,
)
from cards.kit.inputs import choice, marked
from cards.kit.render import renders
from cards.kit.words import Words, called, topic_name
from cards.sessions.buttons import questions_button
from cards.sessions.course import how_far
from cards.tandem.over import over
from mentoring.domain.kits.texts import said_in
from mentoring.usecases.tandem.road_map import RoadMapNotice, Stop

BEHIND, AHEAD = 2, 6
"""How many steps behind the two and ahead of them stand open; the rest can be unfolded."""


class LookAtStep(CardAction, verb="road_map.look"):
    """Change the step at a place; without one, back to the whole."""

    tandem: str
    place: int | None = None


class MoveStep(CardAction, verb="road_map.move"):
    """Put the step at another place, counted from 0 as its own is."""

    tandem: str
    step: str
    place: int
    version: int
    to: int


class PutInstead(CardAction, verb="road_map.instead"):
    """Put what is chosen in the place of the step that was there (``old``)."""

    sends_inputs = True
    tandem: str
    old: str
    place: int
    version: int


class PutBefore(CardAction, verb="road_map.before"):
    """Put what is chosen before the step that is there (``old``)."""

    sends_inputs = True
    tandem: str
    old: str
    place: int
    version: int


class TakeOut(CardAction, verb="road_map.out"):
    """Take the step out."""

    tandem: str
    step: str
    place: int
    version: int


@renders(RoadMapNotice)
def road_map(notice: RoadMapNotice, words: Words) -> Rendered:
    """One step a session, or the step that is changed; once the tandem is over, nothing of it."""
    if notice.is_over:
        return over(notice, "road-map", words)
    partner, contact = called(notice.partner, words), contact_line(notice.programme.contact, words)
    title = words.text("road-map-title", partner=partner)
    if notice.looked_at is not None:
        return _step(notice, notice.looked_at, title, words)
    lines = _lines(notice, words)
    behind = sum(1 for each in notice.stops if each.is_over)
    first = max(0, behind - BEHIND)
    body = [
        heading(title),
        how_far(notice.course, words),
        para(_what(notice, words)),
        *_changed(notice, words),
        *lines[first : behind + AHEAD],
        seen(words.text("road-map-seen")),
        contact,
    ]
    buttons = [
        *_folded("road-map-later", lines[behind + AHEAD :], words),
        *_folded("road-map-earlier", lines[:first], words),
        questions_button(notice.tandem, words),
    ]
    return card(body, buttons, summary=title, live=True)


def _what(notice: RoadMapNotice, words: Words) -> str:
    """What it is, and how it is changed, if any of it still can be."""
    how = [words.text("road-map-how")] if notice.changeable else []
    return " ".join([words.text("road-map-what"), *how])


def _changed(notice: RoadMapNotice, words: Words) -> list[CardElement]:
    if notice.changed_by is None:
        return []
    whose = "own" if notice.changed_by is notice.role else "theirs"
    return [small(words.text(f"road-map-changed-{whose}", partner=called(notice.partner, words)))]


def _folded(key: str, lines: Sequence[CardElement], words: Words) -> list[Button]:
    """Steps that stand too far away, to be unfolded."""
    return [unfolding(words.text(key, number=len(lines)), lines)] if lines else []


def _lines(notice: RoadMapNotice, words: Words) -> list[CardElement]:
    """All steps in their order; one whose kit does not stand yet is pressed to be changed."""
    found: list[CardElement] = []
    place = 0
    for number, stop in enumerate(notice.stops, 1):
        name = words.text("road-map-step", number=number, name=_about(notice, stop, words))
        if stop.is_over or stop.stands:
            found.append(_fixed(f"✓ {name}" if stop.is_over else f"▸ {name}", notice, stop, words))
        else:
            change = LookAtStep(tandem=notice.tandem.id, place=place)
            label = words.text("road-map-change", what=name)
            found.append(row(name, Container(items=_tried(stop, words)), label, change))
            place += 1
    return found


def _fixed(name: str, notice: RoadMapNotice, stop: Stop, words: Words) -> CardElement:
    title = subheading(name)
    title.spacing = "None"
    body = [title, *_tried(stop, words), *_swapped(notice, stop, words)]
    return Container(items=body, separator=True, spacing="Small")


def _swapped(notice: RoadMapNotice, stop: Stop, words: Words) -> list[CardElement]:
    """Where the step is changed whose kit stands."""
    if not stop.stands:
        return []
    partner = called(notice.partner, words)
    return [small(words.text(f"road-map-kit-{notice.role}", partner=partner))]


def _about(notice: RoadMapNotice, stop: Stop, words: Words) -> str:
    if stop.kit is None:
        return words.text("road-map-without" if stop.is_over else "road-map-open")
    topic = stop.kit.step.topic
    if not topic:
        return words.text("road-map-question")
    return topic_name(notice.programme.topic(topic), words)


def _tried(stop: Stop, words: Words) -> list[CardElement]:
    """The question, if it is about one, and what to try."""
    below: list[CardElement] = [typed(stop.about)] if stop.about else []
    if stop.kit is None:
        return [] if stop.is_over else [small(words.text("road-map-nothing"))]
    return [*below, small(said_in(stop.kit.texts, words.language).title)]


def _step(notice: RoadMapNotice, place: int, title: str, words: Words) -> Rendered:
    """The step at a place, to be moved, replaced or taken out."""
    stop = notice.changeable[place]
    number = notice.number_of(place)
    name = words.text("road-map-step", number=number, name=_about(notice, stop, words))
    problem = notice.problem
    field = _instead(notice, stop, words)
    body = [
        heading(title),
        subheading(name),
        *_tried(stop, words),
        *(marked([field], "step", sentence(problem, words)) if problem else [field]),
        *([small(words.text("road-map-out-how"))] if stop.step else []),
        contact_line(notice.programme.contact, words),
    ]
    instead = PutInstead(
        tandem=notice.tandem.id, old=stop.step, place=place, version=notice.version
    )
    buttons = [
        button(words.text("road-map-instead"), instead, "positive"),
        *_before(notice, stop, place, words),
        *_moves(notice, stop, place, words),
        button(words.text("road-map-back"), LookAtStep(tandem=notice.tandem.id)),
    ]
    return card(body, buttons, summary=title, live=True)


def _before(notice: RoadMapNotice, stop: Stop, place: int, words: Words) -> list[Button]:
    """Where something stands, something else can come before it."""
    if not stop.step:
        return []
    before = PutBefore(tandem=notice.tandem.id, old=stop.step, place=place, version=notice.version)
    return [button(words.text("road-map-before"), before)]


def _instead(notice: RoadMapNotice, stop: Stop, words: Words) -> CardElement:
    topics = [
        (topic_name(notice.programme.topic(each), words), f"topic:{each}") for each in notice.topics
    ]
    asked = [
        (words.text("road-map-about", question=each.text[:60]), f"question:{each.id}")
        for each in notice.questions
    ]
    said = notice.raw.get("step", stop.step)
    return choice("step", words.text("road-map-instead-what"), [*topics, *asked], said)


def _moves(notice: RoadMapNotice, stop: Stop, place: int, words: Words) -> list[Button]:
    """Earlier, later, out: always to a place, never by a step."""
    if not stop.step:
        return []
    last = sum(1 for each in notice.changeable if each.step) - 1
    tandem, version, step = notice.tandem.id, notice.version, stop.step
    moves = [
        MoveStep(tandem=tandem, step=step, place=place, version=version, to=to)
        for to in (place - 1, place + 1)
        if 0 <= to <= last
    ]
    out = TakeOut(tandem=tandem, step=step, place=place, version=version)
    return [*(_move(each, words) for each in moves), button(words.text("road-map-out"), out)]


def _move(move: MoveStep, words: Words) -> Button:
    key = "road-map-sooner" if move.to < move.place else "road-map-further"
    return button(words.text(key), move)

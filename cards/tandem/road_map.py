"""The road map of a tandem, as one of the two sees it."""

from __future__ import annotations

from collections.abc import Sequence

from microsoft_teams.cards import Container
from microsoft_teams.cards.core import CardElement

from cards.common.contact import contact_line
from cards.kit.elements import (
    Button,
    Rendered,
    card,
    heading,
    para,
    seen,
    small,
    subheading,
    typed,
    unfolding,
)
from cards.kit.render import renders
from cards.kit.words import Words, called, topic_name
from cards.sessions.buttons import questions_button
from cards.sessions.course import how_far
from mentoring.domain.kits.texts import said_in
from mentoring.usecases.tandem.road_map import RoadMapNotice, Stop

BEHIND, AHEAD = 2, 6
"""How many steps behind the two and ahead of them stand open; the rest can be unfolded."""
Placed = tuple[int, Stop]


@renders(RoadMapNotice)
def road_map(notice: RoadMapNotice, words: Words) -> Rendered:
    """One step a session; once the tandem is over, nothing of it."""
    partner, contact = called(notice.partner, words), contact_line(notice.programme.contact, words)
    if notice.is_over:
        key = "road-map-undone" if notice.undone else "road-map-over"
        text = words.text(key, partner=partner)
        return card([para(text), contact], summary=text)
    title = words.text("road-map-title", partner=partner)
    behind, ahead = _parts(notice)
    body = [
        heading(title),
        how_far(notice.course, words),
        para(words.text("road-map-what")),
        *_lines(notice, [*behind[-BEHIND:], *ahead[:AHEAD]], words),
        seen(words.text("road-map-seen")),
        contact,
    ]
    buttons = [
        *_folded(notice, "road-map-later", ahead[AHEAD:], words),
        *_folded(notice, "road-map-earlier", behind[:-BEHIND], words),
        questions_button(notice.tandem, words),
    ]
    return card(body, buttons, summary=title, live=True)


def _parts(notice: RoadMapNotice) -> tuple[list[Placed], list[Placed]]:
    """What lies behind the two and what is ahead, each with its number."""
    placed = list(enumerate(notice.stops, 1))
    behind = [(number, stop) for number, stop in placed if stop.is_over]
    return behind, [(number, stop) for number, stop in placed if not stop.is_over]


def _lines(notice: RoadMapNotice, placed: Sequence[Placed], words: Words) -> list[CardElement]:
    return [_line(notice, number, stop, words) for number, stop in placed]


def _folded(
    notice: RoadMapNotice, key: str, placed: Sequence[Placed], words: Words
) -> list[Button]:
    """Steps that stand too far away, to be unfolded."""
    if not placed:
        return []
    return [unfolding(words.text(key, number=len(placed)), _lines(notice, placed, words))]


def _line(notice: RoadMapNotice, number: int, stop: Stop, words: Words) -> CardElement:
    """A step: what it is about, and what to try."""
    name = words.text("road-map-step", number=number, name=_about(notice, stop, words))
    title = subheading(f"✓ {name}" if stop.is_over else name)
    title.spacing = "None"
    below: list[CardElement] = [typed(stop.about)] if stop.about else []
    items = [title, *below, *_tried(stop, words)]
    return Container(items=items, separator=True, spacing="Small")


def _about(notice: RoadMapNotice, stop: Stop, words: Words) -> str:
    if stop.kit is None:
        return words.text("road-map-without" if stop.is_over else "road-map-open")
    topic = stop.kit.step.topic
    if not topic:
        return words.text("road-map-question")
    return topic_name(notice.programme.topic(topic), words)


def _tried(stop: Stop, words: Words) -> list[CardElement]:
    return [small(said_in(stop.kit.texts, words.language).title)] if stop.kit else []

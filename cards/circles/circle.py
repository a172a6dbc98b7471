"""A circle as one of those sees it whom it is for: what it is, who sees what, join and leave."""

from __future__ import annotations

from cards.common.contact import contact_line
from cards.kit.actions import CardAction
from cards.kit.elements import Button, Rendered, button, card, heading, link, para, seen
from cards.kit.render import renders
from cards.kit.words import Words, called, topic_name
from mentoring.domain.circle import FEWEST, CircleState, Place
from mentoring.usecases.circles.card import CircleNotice


class JoinCircle(CardAction, verb="circle.join"):
    """Be in the circle."""

    place: str


class LeaveCircle(CardAction, verb="circle.leave"):
    """Be in it no more."""

    place: str


@renders(CircleNotice)
def circle(notice: CircleNotice, words: Words) -> Rendered:
    """Before one joins it says that the others see one's name; leaving takes one tap."""
    kind, stands = notice.circle.kind, _stands(notice)
    topic = _topic(notice, words)
    title = words.text(f"circle-{kind}-title", topic=topic)
    name = called(notice.viewer, words)
    offers = notice.place is None and notice.may_join
    body = [
        heading(title),
        para(words.text(f"circle-{kind}-question", name=name, topic=topic)) if offers else None,
        para(words.text(f"circle-{stands}", fewest=FEWEST)),
        para(words.text("circle-another")) if _is_another(notice) else None,
        seen(words.text("circle-seen")) if _is_asked(notice) else None,
        contact_line(notice.programme.contact, words),
    ]
    buttons = _buttons(notice, words)
    return card(body, buttons, summary=title, live=bool(buttons) or not notice.is_settled)


def _topic(notice: CircleNotice, words: Words) -> str:
    topic = notice.circle.topic
    return topic_name(notice.programme.topic(topic), words) if topic else ""


def _stands(notice: CircleNotice) -> str:
    """How the viewer stands to the circle, and how far that is."""
    if notice.is_over:
        archived = f"{notice.circle.kind}-archived"
        return archived if notice.place in {Place.IN, Place.JOINING} else "ended"
    if notice.place is None:
        return f"offered-{_far(notice)}" if notice.may_join else "over"
    return f"{notice.place}-{_far(notice)}" if notice.place is Place.JOINING else notice.place


def _far(notice: CircleNotice) -> str:
    return "open" if notice.circle.state is CircleState.OPEN else "waiting"


def _is_another(notice: CircleNotice) -> bool:
    """Whether the channel, or the one that is to come, is not the first, for whoever is in it."""
    within = notice.place in {Place.IN, Place.JOINING}
    return bool(notice.circle.earlier) and within and not notice.is_over


def _is_asked(notice: CircleNotice) -> bool:
    return not notice.is_over and (notice.may_join or notice.place is not None)


def _buttons(notice: CircleNotice, words: Words) -> list[Button]:
    if notice.place in {Place.IN, Place.JOINING}:
        leave = button(words.text("circle-leave"), LeaveCircle(place=notice.key))
        return [*_way_in(notice, words), leave]
    join = button(words.text("circle-join"), JoinCircle(place=notice.key))
    return [join] if notice.may_join else []


def _way_in(notice: CircleNotice, words: Words) -> list[Button]:
    """The way into the channel, for whoever is in it."""
    is_in = notice.place is Place.IN and notice.circle.channel_url
    return [link(words.text("circle-channel"), notice.circle.channel_url)] if is_in else []

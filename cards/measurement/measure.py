"""What is asked at the start, in the middle and at the end, one question at a time; and one's own
line, then and now.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from microsoft_teams.cards import ActionSet, Image
from microsoft_teams.cards.core import CardElement
from pydantic import Field

from cards.common.contact import contact_line
from cards.kit.actions import CardAction
from cards.kit.elements import (
    Button,
    Rendered,
    asking,
    button,
    card,
    facts,
    heading,
    para,
    seen,
    small,
    subheading,
)
from cards.kit.render import renders
from cards.kit.words import Words, topic_name
from cards.measurement.picture import then_and_now
from mentoring.domain.measurement.items import HIGHEST, LOWEST, Item, MeasureState, Stage, Waiting
from mentoring.usecases.measurement.measure import MeasureNotice

IN_A_ROW = 5
"""How many buttons stand in a row: Teams puts those beyond the sixth into a menu."""


class TapMeasure(CardAction, verb="measure.tap"):
    """An answer; ``mark`` 0: none."""

    measure: str
    item: Item
    mark: Annotated[int, Field(ge=0, le=10)]


class TurnMeasure(CardAction, verb="measure.turn"):
    """Another question; one page beyond the last: all are over."""

    measure: str
    page: Annotated[int, Field(ge=0, le=10)] = 0


class ConsentToMeasures(CardAction, verb="measure.consent"):
    """Whether one likes to be asked while one waits for a tandem."""

    measure: str
    yes: bool = False


class AgreeToFollowUps(CardAction, verb="follow_up.agree"):
    """Be asked some months after the end, or not after all."""

    measure: str
    yes: bool = False


class StopMeasures(CardAction, verb="measure.stop"):
    """Erase what one has said, and be asked no more."""

    measure: str


class ResumeMeasures(CardAction, verb="measure.resume"):
    """Be asked again."""

    measure: str


@renders(MeasureNotice)
def measure(notice: MeasureNotice, words: Words) -> Rendered:
    """The question, or what was said."""
    if notice.measure.state is MeasureState.STOPPED:
        return _stopped(notice, words)
    if notice.asks_to_agree:
        return _agreeing(notice, words)
    return _question(notice, notice.question, words) if notice.question else _said(notice, words)


def _stopped(notice: MeasureNotice, words: Words) -> Rendered:
    title = words.text("measure-stopped")
    again = button(words.text("measure-resume"), ResumeMeasures(measure=notice.measure.id))
    text = para(words.text("measure-stopped-text"))
    return card([heading(title), text, _contact(notice, words)], [again], summary=title)


def _agreeing(notice: MeasureNotice, words: Words) -> Rendered:
    """Of somebody who waits: whether they like to be asked; they may think about it again."""
    declined = notice.measure.waiting is Waiting.DECLINED
    title = words.text(f"measure-waiting-{'declined' if declined else 'title'}")
    text = "measure-waiting-declined-text" if declined else "measure-waiting-text"
    body = [
        heading(title),
        para(words.text(text)),
        None if declined else _seen(notice, words),
        _contact(notice, words),
    ]
    yes = ConsentToMeasures(measure=notice.measure.id, yes=True)
    no = ConsentToMeasures(measure=notice.measure.id)
    if declined:
        return card(body, [button(words.text("measure-resume"), yes)], summary=title)
    buttons = [
        button(words.text("measure-waiting-yes"), yes, "positive"),
        button(words.text("measure-waiting-no"), no),
    ]
    return card(body, buttons, summary=title, live=True)


def _question(notice: MeasureNotice, item: Item, words: Words) -> Rendered:
    found, page = notice.measure, notice.page
    title = words.text(f"measure-title-{found.stage}")
    questions = len(found.items)
    waits = found.waiting is not Waiting.NO
    about = "waiting" if waits else found.stage
    intro = words.text(f"measure-intro-{about}", questions=questions)
    body = [
        heading(title),
        para(intro) if page == 0 else None,
        small(words.text("measure-where", number=page + 1, questions=questions)),
        subheading(_asks(notice, item, words)),
        small(words.text("measure-competence-hint")) if item is Item.COMPETENCE else None,
        *_answers(notice, item, words),
        _seen(notice, words),
        _contact(notice, words),
    ]
    return card(body, _beside(notice, item, words), summary=title, live=True)


def _seen(notice: MeasureNotice, words: Words) -> CardElement:
    waits = notice.measure.waiting is not Waiting.NO
    key = "measure-seen-waiting" if waits else "measure-seen"
    return seen(words.text(key, group=notice.programme.smallest_group))


def _contact(notice: MeasureNotice, words: Words) -> CardElement | None:
    return contact_line(notice.programme.contact, words)


def _asks(notice: MeasureNotice, item: Item, words: Words) -> str:
    """The question, of the usage with its topic."""
    if item is not Item.USAGE:
        return words.text(f"measure-{item}")
    return words.text("measure-usage", topic=_topic(notice, words))


def _topic(notice: MeasureNotice, words: Words) -> str:
    return topic_name(notice.programme.topic(notice.measure.said.topic), words)


def _answers(notice: MeasureNotice, item: Item, words: Words) -> Iterator[CardElement]:
    """A button for each, with a tick on what was said."""
    chosen = notice.measure.said.of(item)
    buttons = [
        button(
            f"✓ {_named(item, mark, words)}" if mark == chosen else _named(item, mark, words),
            TapMeasure(measure=notice.measure.id, item=item, mark=mark),
        )
        for mark in range(LOWEST, HIGHEST[item] + 1)
    ]
    for first in range(0, len(buttons), IN_A_ROW):
        yield ActionSet(actions=[*buttons[first : first + IN_A_ROW]])


def _named(item: Item, mark: int, words: Words) -> str:
    """An answer in words; of digital competence the number."""
    if item is Item.COMPETENCE:
        return str(mark)
    return words.text(f"measure-{'usage' if item is Item.USAGE else 'agrees'}-{mark}")


def _beside(notice: MeasureNotice, item: Item, words: Words) -> list[Button]:
    """No answer, the question before, and no more questions."""
    found = notice.measure
    was_said = found.said.of(item) is not None
    skip = words.text("measure-take-back" if was_said else "measure-skip")
    back = TurnMeasure(measure=found.id, page=notice.page - 1) if notice.page else None
    return [
        button(skip, TapMeasure(measure=found.id, item=item, mark=0)),
        *([button(words.text("measure-back"), back)] if back else []),
        _stop(notice, words),
    ]


def _stop(notice: MeasureNotice, words: Words) -> Button:
    sure = button(words.text("measure-stop-yes"), StopMeasures(measure=notice.measure.id))
    return asking(words.text("measure-stop"), words.text("measure-stop-sure"), sure)


def _said(notice: MeasureNotice, words: Words) -> Rendered:
    """What was said: at the start by itself, later beside it."""
    found = notice.measure
    title = words.text(f"measure-said-{found.stage}")
    alone = [*_alone(notice, words)]
    parts = [*_line(notice, words), *alone]
    no_start = bool(alone) and found.stage is not Stage.START
    nothing = None if parts else para(words.text("measure-nothing"))
    can_change = found.stage is Stage.START and found.state is MeasureState.OPEN
    ahead = can_change and bool(parts) and found.waiting is Waiting.NO
    body = [
        heading(title),
        para(words.text("measure-ahead")) if ahead else None,
        *parts,
        small(words.text("measure-no-start")) if no_start else None,
        nothing,
        *_later(notice, words),
        _seen(notice, words),
        _contact(notice, words),
    ]
    return card(body, _after(notice, words), summary=title, live=True)


def _after(notice: MeasureNotice, words: Words) -> list[Button]:
    found = notice.measure
    change = button(words.text("measure-change"), TurnMeasure(measure=found.id))
    is_open = found.state is MeasureState.OPEN
    return [*_follows(notice, words), *([change] if is_open else []), _stop(notice, words)]


def _later(notice: MeasureNotice, words: Words) -> list[CardElement]:
    """That one can be asked, or will be, whether one still uses it some months later."""
    if notice.follows is None:
        return []
    key = "follow-up-agreed" if notice.follows else "follow-up-offer"
    return [
        subheading(words.text("follow-up-lasts")),
        para(words.text(key, topic=_topic(notice, words))),
    ]


def _follows(notice: MeasureNotice, words: Words) -> list[Button]:
    if notice.follows is None:
        return []
    key = "follow-up-disagree" if notice.follows else "follow-up-agree"
    asked = AgreeToFollowUps(measure=notice.measure.id, yes=not notice.follows)
    return [button(words.text(key), asked)]


def _line(notice: MeasureNotice, words: Words) -> Iterator[CardElement]:
    """Then and now: in words, and as a picture of the same."""
    for item, then, now in notice.line:
        was, is_now = _named(item, then, words), _named(item, now, words)
        name = _name(notice, item, words)
        yield subheading(name)
        key = "measure-as-before" if then == now else "measure-then-now"
        said = words.text(key, then=was, now=is_now)
        yield para(said)
        picture = then_and_now(then, now, LOWEST, HIGHEST[item])
        yield Image(url=picture, alt_text=f"{name}: {said}", spacing="Small")


def _name(notice: MeasureNotice, item: Item, words: Words) -> str:
    if item is Item.USAGE:
        return words.text("measure-name-usage", topic=_topic(notice, words))
    return words.text(f"measure-name-{item}")


def _alone(notice: MeasureNotice, words: Words) -> list[CardElement]:
    """What was said now alone."""
    compared = {item for item, _, _ in notice.line}
    said = [
        (_name(notice, item, words), _named(item, mark, words))
        for item in notice.measure.items
        if item not in compared and (mark := notice.measure.said.of(item))
    ]
    return [facts(said)] if said else []

"""What is asked some months after the end: one question, answered with a tap."""

from __future__ import annotations

from cards.common.contact import contact_line
from cards.kit.actions import CardAction
from cards.kit.elements import (
    Button,
    Rendered,
    asking,
    button,
    card,
    heading,
    para,
    seen,
    small,
    subheading,
)
from cards.kit.render import renders
from cards.kit.words import Words, topic_name
from mentoring.usecases.measurement.follow_up import FollowUpNotice


class AnswerFollowUp(CardAction, verb="follow_up.answer"):
    """Whether one still uses it."""

    follow_up: str
    still: bool = False


class StopFollowUps(CardAction, verb="follow_up.stop"):
    """Erase what one has said, and be asked no more."""

    follow_up: str


@renders(FollowUpNotice)
def follow_up(notice: FollowUpNotice, words: Words) -> Rendered:
    """The question with what was said; once it is counted it is over."""
    if notice.is_ahead:
        return _agreed(notice, words)
    found = notice.found
    title, topic = words.text("follow-up-title", months=found.months), _topic(notice, words)
    answered = found.said.still is not None
    body = [
        heading(title),
        subheading(words.text("follow-up-question", topic=topic)) if notice.is_open else None,
        None if notice.is_open else para(words.text("follow-up-over")),
        small(words.text("follow-up-thanks")) if notice.is_open and answered else None,
        seen(words.text("follow-up-seen", group=notice.programme.smallest_group)),
        contact_line(notice.programme.contact, words),
    ]
    buttons = [*_answers(notice, words), _stop(notice, words)]
    return card(body, buttons, summary=title, live=True)


def _agreed(notice: FollowUpNotice, words: Words) -> Rendered:
    """What will be asked, as long as it is not."""
    title = words.text("follow-up-lasts")
    body = [
        heading(title),
        para(words.text("follow-up-agreed", topic=_topic(notice, words))),
        seen(words.text("follow-up-seen", group=notice.programme.smallest_group)),
        contact_line(notice.programme.contact, words),
    ]
    stop = StopFollowUps(follow_up=notice.found.id)
    return card(body, [button(words.text("follow-up-disagree"), stop)], summary=title, live=True)


def _topic(notice: FollowUpNotice, words: Words) -> str:
    return topic_name(notice.programme.topic(notice.found.said.topic), words)


def _answers(notice: FollowUpNotice, words: Words) -> list[Button]:
    """Yes and no, with a tick on what was said."""
    if not notice.is_open:
        return []
    said, key = notice.found.said.still, notice.found.id
    names = {True: words.text("follow-up-yes"), False: words.text("follow-up-no")}
    return [
        button(f"✓ {name}" if said is still else name, AnswerFollowUp(follow_up=key, still=still))
        for still, name in names.items()
    ]


def _stop(notice: FollowUpNotice, words: Words) -> Button:
    sure = button(words.text("measure-stop-yes"), StopFollowUps(follow_up=notice.found.id))
    return asking(words.text("measure-stop"), words.text("follow-up-stop-sure"), sure)

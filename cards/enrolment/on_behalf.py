"""What owners enter on somebody's behalf: an empty form, then that it was done, never what."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from microsoft_teams.cards.core import CardElement

from cards.common.said import sentence
from cards.enrolment.steps import options, parts_of_week
from cards.kit.actions import CardAction
from cards.kit.elements import Rendered, button, card, folded, heading, para, seen, wrong
from cards.kit.inputs import Options, choice, drop_down_of_several, marked
from cards.kit.render import renders
from cards.kit.spoken import language_name
from cards.kit.words import Words, topic_name
from mentoring.domain.people import Role
from mentoring.domain.questionnaire.steps import TimeOfDay, Weekday, Wishes
from mentoring.usecases.enrolment.on_behalf import Entering, EntryNotice


class EnterFor(CardAction, verb="entry.enter"):
    """Keep what stands in the inputs for the person."""

    sends_inputs = True
    enrolment: str


class TakeEntryBack(CardAction, verb="entry.take_back"):
    """Take back what the person has not confirmed."""

    enrolment: str


@renders(EntryNotice)
def entry(notice: EntryNotice, words: Words) -> Rendered:
    """The form, or what has become of it."""
    done = notice.kind is Entering.DONE
    if notice.gone or done:
        text = _text(notice, "gone" if notice.gone else "done", words)
        return card([para(text)], summary=text, live=True)
    return _form(notice, words) if notice.kind is Entering.FORM else _was_done(notice, words)


def _text(notice: EntryNotice, part: str, words: Words) -> str:
    """Of one role: somebody in both has a card for each."""
    role = words.text(f"role-{notice.role}")
    return words.text(f"entry-{part}", name=notice.name, role=role)


def _was_done(notice: EntryNotice, words: Words) -> Rendered:
    text = _text(notice, notice.kind, words)
    entered = notice.kind is Entering.ENTERED
    more = seen(words.text("entry-seen", name=notice.name)) if entered else None
    back = button(words.text("entry-take-back"), TakeEntryBack(enrolment=notice.enrolment))
    return card([para(text), more], [back] if entered else [], summary=text, live=True)


def _form(notice: EntryNotice, words: Words) -> Rendered:
    title = _text(notice, "title", words)
    parts = [
        ("languages", "entry-languages-part", [_languages(notice, words)]),
        ("topics-part", "entry-topics-part", _topics(notice, words)),
        ("times-part", "entry-times-part", _times(notice, words)),
    ]
    body = [
        heading(title),
        para(words.text("entry-what", name=notice.name)),
        _problem(notice, words),
        *(part for each in parts for part in _folded(notice, *each, words)),
        seen(words.text("entry-seen", name=notice.name)),
    ]
    enter = button(words.text("entry-enter"), EnterFor(enrolment=notice.enrolment), "positive")
    return card(body, [enter], summary=title, live=True)


def _problem(notice: EntryNotice, words: Words) -> CardElement | None:
    """What is wrong with no input in particular."""
    if notice.problem and not notice.problem.field:
        return wrong(sentence(notice.problem, words))
    return None


def _folded(
    notice: EntryNotice, key: str, title: str, inputs: Sequence[CardElement | None], words: Words
) -> list[CardElement]:
    """A part of the form, open where something was filled in or has to be put right."""
    names, problem = {getattr(each, "id", "") for each in inputs}, notice.problem
    raw = notice.raw.get
    is_wrong = problem is not None and problem.field in names
    if problem and is_wrong:
        inputs = marked(inputs, problem.field or "", sentence(problem, words))
    filled = any(raw(name) for name in names)
    return folded(f"part-{key}", words.text(title), inputs, is_open=is_wrong or filled)


def _languages(notice: EntryNotice, words: Words) -> CardElement:
    spoken = [(language_name(code, words), code) for code in notice.programme.languages]
    label, raw = words.text("entry-languages"), notice.raw.get
    return drop_down_of_several("languages", label, spoken, raw("languages"))


def _times(notice: EntryNotice, words: Words) -> list[CardElement]:
    raw = notice.raw.get
    days = options(words, "weekday", get_args(Weekday))
    times = options(words, "time", get_args(TimeOfDay))
    never = parts_of_week(words)
    return [
        drop_down_of_several("weekdays", words.text("entry-weekdays"), days, raw("weekdays")),
        drop_down_of_several("times", words.text("entry-times"), times, raw("times")),
        drop_down_of_several("never", words.text("entry-never"), never, raw("never")),
    ]


def _topics(notice: EntryNotice, words: Words) -> list[CardElement]:
    """A mentee's wishes in their order, or all that a mentor can pass on."""
    offered: Options = [(topic_name(each, words), each.id) for each in notice.programme.topics]
    raw = notice.raw.get
    if notice.role is Role.MENTOR:
        return [drop_down_of_several("topics", words.text("entry-topics"), offered, raw("topics"))]
    return [
        choice(name, words.text("entry-wish", place=place), offered, raw(name))
        for place, name in enumerate(Wishes.topic_inputs, start=1)
    ]

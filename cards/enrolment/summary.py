"""The summary of an enrolment: every answer a line that can be pressed to change it, what may follow later, and the way out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from microsoft_teams.cards.core import CardElement

from cards.common.language import other_language
from cards.enrolment.buttons import GoTo, Send, Withdraw
from cards.kit.elements import Button, Rendered, asking, button, card, heading, para, row, small, subheading, typed
from cards.kit.words import Words, called
from mentoring.domain import questionnaire
from mentoring.domain.enrolment import EnrolmentState
from mentoring.domain.questionnaire import SUMMARY, Position, Wishes
from mentoring.usecases.enrolment.enrolment import EnrolmentNotice

Answer = Mapping[str, Any]


def summary(notice: EnrolmentNotice, words: Words) -> Rendered:
    """All answers, before and after they are handed in."""
    done = notice.enrolment.state is EnrolmentState.DONE
    title = words.text("summary-done" if done else "summary-title", name=called(notice.person, words))
    body: list[CardElement | None] = [
        heading(title),
        para(words.text("summary-next" if done else "summary-check")),
        *_answered(notice, words),
        small(words.text("summary-press")),
        *_later(notice, words),
    ]
    return card(body, _buttons(notice, words), summary=title, live=True)


def _buttons(notice: EnrolmentNotice, words: Words) -> list[Button]:
    enrolled = notice.enrolment
    withdraw = button(words.text("summary-withdraw-sure"), Withdraw(enrolment=enrolled.id), "destructive")
    send = button(words.text("summary-send"), Send(enrolment=enrolled.id), "positive")
    return [
        *([send] if enrolled.state is not EnrolmentState.DONE else []),
        asking(words.text("summary-withdraw"), words.text("summary-withdraw-question"), withdraw),
        other_language(words),
    ]


def _answered(notice: EnrolmentNotice, words: Words) -> list[CardElement]:
    answers, role = notice.enrolment.answers, notice.enrolment.role
    answered = [position for position in questionnaire.positions(role, answers) if str(position) in answers]
    return [_row(notice, position, words) for position in answered]


def _row(notice: EnrolmentNotice, position: Position, words: Words) -> CardElement:
    title, shown = step_title(notice, position, words), _value(notice, position, words)
    if position.step == "protected_space":
        return para(f"✓ {title}: {shown}")
    return row(title, typed(shown), words.text("summary-change", title=title), _go(notice, position))


def _later(notice: EnrolmentNotice, words: Words) -> list[CardElement]:
    """What may wait, a line each."""
    waiting = questionnaire.later_positions(notice.enrolment.role, notice.enrolment.answers)
    if not waiting:
        return []
    return [subheading(words.text("summary-later")), *(_later_row(notice, position, words) for position in waiting)]


def _later_row(notice: EnrolmentNotice, position: Position, words: Words) -> CardElement:
    title, why = step_title(notice, position, words), small(words.text(f"later-{_key(position.step)}"))
    return row(title, why, title, _go(notice, position), "+")


def _go(notice: EnrolmentNotice, position: Position) -> GoTo:
    return GoTo(enrolment=notice.enrolment.id, position=str(position), since=str(SUMMARY))


def step_title(notice: EnrolmentNotice, position: Position, words: Words) -> str:
    """What a step is called; a mentor's topic card by its topic."""
    if position.topic:
        return words.text("step-topic-of", topic=notice.programme.topic(position.topic).name(words.language))
    return words.text(f"step-{_key(position.step)}-title")


def _value(notice: EnrolmentNotice, position: Position, words: Words) -> str:
    """What was answered in a step, in a line."""
    parts = SUMMED_UP[position.step](notice, notice.enrolment.answers[str(position)], words)
    return " · ".join(part for part in parts if part) or "–"


def _about(_: EnrolmentNotice, answer: Answer, words: Words) -> list[str]:
    spoken = [words.text(f"language-{code}") for code in answer["languages"]]
    background = answer["background"]
    known = words.text(f"background-{_key(background)}") if background else ""
    return [*spoken, known, str(answer["about_me"])]


def _wishes(notice: EnrolmentNotice, answer: Answer, words: Words) -> list[str]:
    return [_topic(notice, wish, words) for wish in Wishes.model_construct(**answer).topics]


def _topics(notice: EnrolmentNotice, answer: Answer, words: Words) -> list[str]:
    return [_topic(notice, topic, words) for topic in answer["topics"]]


def _skill(_: EnrolmentNotice, answer: Answer, words: Words) -> list[str]:
    return [words.text("level", level=answer["level"]), str(answer["experience"])]


def _standing(_: EnrolmentNotice, answer: Answer, words: Words) -> list[str]:
    return [words.text("standing-of", competence=answer["competence"])]


def _purpose(_: EnrolmentNotice, answer: Answer, words: Words) -> list[str]:
    way = answer["format"]
    return [str(answer["goal"]), words.text(f"format-{_key(way)}") if way else ""]


def _not_with(_: EnrolmentNotice, answer: Answer, words: Words) -> list[str]:
    people = len(answer["not_with"]) + len(answer["kpi_people"])
    return [words.text("summary-kept", people=people)]


def _agreed(_: EnrolmentNotice, _answer: Answer, words: Words) -> list[str]:
    return [words.text("summary-agreed")]


def _when(notice: EnrolmentNotice, answer: Answer, words: Words) -> list[str]:
    days = ", ".join(words.text(f"weekday-{name}") for name in answer["weekdays"]) or words.text("summary-any-day")
    times = ", ".join(words.text(f"time-{name}") for name in answer["times"])
    place = words.text(f"place-{_key(answer['place'])}") if answer["place"] else ""
    deputies = ", ".join(notice.names.get(person, "") for person in answer["deputy"])
    private = words.text("summary-private") if answer.get("private") else ""
    return [days, times, place, words.text("summary-deputy", name=deputies) if deputies else "", private]


def _topic(notice: EnrolmentNotice, topic_id: str, words: Words) -> str:
    return notice.programme.topic(topic_id).name(words.language)


def _key(name: str) -> str:
    return name.replace("_", "-")


SUMMED_UP: dict[str, Callable[[EnrolmentNotice, Answer, Words], list[str]]] = {
    "about": _about,
    "wishes": _wishes,
    "topics": _topics,
    "topic": _skill,
    "standing": _standing,
    "purpose": _purpose,
    "when": _when,
    "not_with": _not_with,
    "protected_space": _agreed,
}
"""By step, what the summary says of its answers, in parts that stand in one line; empty ones fall away."""

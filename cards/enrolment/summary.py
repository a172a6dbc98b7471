"""The summary of an enrolment: every answer a line that can be pressed to change it, what may
follow later, and the way out.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from microsoft_teams.cards import ExecuteAction
from microsoft_teams.cards.core import CardElement

from cards.common.language import other_languages
from cards.enrolment.both_roles import also_button, which_role
from cards.enrolment.buttons import GoTo, Send, Withdraw
from cards.enrolment.entered import on_summary
from cards.enrolment.steps import parts_of_week
from cards.kit.dates import day
from cards.kit.elements import (
    Button,
    Rendered,
    asking,
    button,
    card,
    heading,
    para,
    row,
    small,
    subheading,
    typed,
)
from cards.kit.spoken import language_name
from cards.kit.words import Words, called, topic_name
from mentoring.domain.enrolment import Application, Clearance, EnrolmentState
from mentoring.domain.questionnaire import (
    SUMMARY,
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
    way,
)
from mentoring.usecases.enrolment.card import EnrolmentNotice

S = TypeVar("S", bound=Step)
SumUp = Callable[[EnrolmentNotice, S, Words], list[str]]
SUMMED_UP: dict[type[Step], SumUp[Any]] = {}


def sums_up(step: type[S]) -> Callable[[SumUp[S]], SumUp[S]]:
    """Register what the summary says of a step, in parts that stand in one line; empty ones fall
    away.
    """

    def register(sum_up: SumUp[S]) -> SumUp[S]:
        SUMMED_UP[step] = sum_up
        return sum_up

    return register


def summary(notice: EnrolmentNotice, words: Words) -> Rendered:
    """All answers, before and after they are handed in."""
    how, *then = _how_far(notice)
    title = words.text(f"summary-{how}", name=called(notice.person, words))
    body: list[CardElement | None] = [
        heading(title),
        *which_role(notice, words),
        *(para(words.text(f"summary-{each}")) for each in then),
        _until(notice, words),
        *_answered(notice, words),
        small(words.text("summary-press")),
        *_later(notice, words),
    ]
    return card(body, _buttons(notice, words), summary=title, live=True)


def _how_far(notice: EnrolmentNotice) -> tuple[str, ...]:
    """Its title, and what comes next, as keys of texts."""
    if notice.enrolment.state is not EnrolmentState.DONE:
        return "title", "check"
    clearing = ["clearing-next"] if notice.enrolment.clearance is Clearance.WAITS else []
    if notice.enrolment.application is Application.OPEN:
        return "applied", "applied-next", *clearing
    if clearing and notice.in_tandem:
        return "done", "clearing-tandem"
    if clearing:
        return "clearing", *clearing
    return "done", "in-tandem" if notice.in_tandem else "next"


def _until(notice: EnrolmentNotice, words: Words) -> CardElement | None:
    """Until when they are waited for, or wait for an answer, where that is a day of their own."""
    if notice.due is None:
        return None
    applied = notice.enrolment.state is EnrolmentState.DONE
    key = "summary-applied-until" if applied else "enrolment-until"
    return small(words.text(key, date=day(notice.due, words)))


def _buttons(notice: EnrolmentNotice, words: Words) -> list[Button]:
    enrolled = notice.enrolment
    withdraw = withdraw_button(notice, words)
    send = button(words.text("summary-send"), Send(enrolment=enrolled.id), "positive")
    return [
        *also_button(notice, words),
        *([send] if enrolled.state is not EnrolmentState.DONE else []),
        asking(words.text("summary-withdraw"), withdraw_question(notice, words), withdraw),
        *other_languages(words),
    ]


def withdraw_question(notice: EnrolmentNotice, words: Words) -> str:
    """What follows from a withdrawal."""
    ends = notice.in_tandem
    return words.text("summary-withdraw-tandem" if ends else "summary-withdraw-question")


def withdraw_button(notice: EnrolmentNotice, words: Words) -> ExecuteAction:
    """*Withdraw*, really."""
    key = "summary-withdraw-end" if notice.in_tandem else "summary-withdraw-sure"
    return button(words.text(key), Withdraw(enrolment=notice.enrolment.id), "destructive")


def _answered(notice: EnrolmentNotice, words: Words) -> list[CardElement]:
    answers, role = notice.enrolment.answers, notice.enrolment.role
    asked = (answers.at(position) for position in way.positions(role, answers))
    return [_row(notice, said, words) for said in asked if said]


def _row(notice: EnrolmentNotice, said: Step, words: Words) -> CardElement:
    position = said.position
    title, shown = step_title(notice, position, words), _value(notice, said, words)
    if isinstance(said, ProtectedSpace):
        return para(f"✓ {title}: {shown}")
    return row(
        title, typed(shown), words.text("summary-change", title=title), _go(notice, position)
    )


def _later(notice: EnrolmentNotice, words: Words) -> list[CardElement]:
    """What may wait, a line each."""
    waiting = way.later_positions(notice.enrolment.role, notice.enrolment.answers)
    if not waiting:
        return []
    return [
        subheading(words.text("summary-later")),
        *(_later_row(notice, position, words) for position in waiting),
    ]


def _later_row(notice: EnrolmentNotice, position: Position, words: Words) -> CardElement:
    title = step_title(notice, position, words)
    why = on_summary(notice, position, words) or small(words.text(f"later-{_key(position.step)}"))
    return row(title, why, title, _go(notice, position), "+")


def _go(notice: EnrolmentNotice, position: Position) -> GoTo:
    return GoTo(enrolment=notice.enrolment.id, position=str(position), since=str(SUMMARY))


def step_title(notice: EnrolmentNotice, position: Position, words: Words) -> str:
    """What a step is called; a mentor's topic card by its topic."""
    if position.topic:
        return words.text(
            "step-topic-of", topic=topic_name(notice.programme.topic(position.topic), words)
        )
    return words.text(f"step-{_key(position.step)}-title")


def _value(notice: EnrolmentNotice, said: Step, words: Words) -> str:
    """What was answered in a step, in a line."""
    parts = SUMMED_UP[type(said)](notice, said, words)
    return " · ".join(part for part in parts if part) or "–"


@sums_up(About)
def _about(_: EnrolmentNotice, said: About, words: Words) -> list[str]:
    spoken = [language_name(code, words) for code in said.languages]
    known = words.text(f"background-{_key(said.background)}") if said.background else ""
    return [*spoken, known, said.about_me]


@sums_up(Wishes)
def _wishes(notice: EnrolmentNotice, said: Wishes, words: Words) -> list[str]:
    return [_topic(notice, wish, words) for wish in said.topics]


@sums_up(Topics)
def _topics(notice: EnrolmentNotice, said: Topics, words: Words) -> list[str]:
    return [_topic(notice, topic, words) for topic in said.topics]


@sums_up(TopicSkill)
def _skill(_: EnrolmentNotice, said: TopicSkill, words: Words) -> list[str]:
    return [words.text("level", level=said.level), said.experience]


@sums_up(Competence)
def _competence(_: EnrolmentNotice, said: Competence, words: Words) -> list[str]:
    return [words.text("standing-of", competence=said.competence)]


@sums_up(Purpose)
def _purpose(_: EnrolmentNotice, said: Purpose, words: Words) -> list[str]:
    return [said.goal, words.text(f"format-{_key(said.format)}") if said.format else ""]


@sums_up(When)
def _when(notice: EnrolmentNotice, said: When, words: Words) -> list[str]:
    days = ", ".join(words.text(f"weekday-{name}") for name in said.weekdays)
    times = ", ".join(words.text(f"time-{name}") for name in said.times)
    place = words.text(f"place-{_key(said.place)}") if said.place else ""
    deputies = ", ".join(notice.names.get(person, "") for person in said.deputy)
    deputy = words.text("summary-deputy", name=deputies) if deputies else ""
    private = words.text("summary-private") if said.private else ""
    parts = ", ".join(title for title, name in parts_of_week(words) if name in said.never)
    never = words.text("summary-never", times=parts) if parts else ""
    return [days or words.text("summary-any-day"), times, never, place, deputy, private]


@sums_up(NotWith)
def _not_with(_: EnrolmentNotice, said: NotWith, words: Words) -> list[str]:
    people = len(said.not_with) + len(said.kpi_people)
    return [words.text("summary-kept", people=people)]


@sums_up(ProtectedSpace)
def _agreed(_: EnrolmentNotice, _said: ProtectedSpace, words: Words) -> list[str]:
    return [words.text("summary-agreed")]


def _topic(notice: EnrolmentNotice, topic_id: str, words: Words) -> str:
    return topic_name(notice.programme.topic(topic_id), words)


def _key(name: str) -> str:
    return name.replace("_", "-")

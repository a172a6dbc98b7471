"""What each step of the questionnaire asks: one function a step, with who will see the answer beside what is sensitive."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, get_args

from microsoft_teams.cards.core import CardElement

from cards.kit.elements import facts, panel, para, points, seen, small
from cards.kit.inputs import Options, buttons_of, choice, line, number, people, several, toggle
from cards.kit.words import Words
from mentoring.domain.people import Role
from mentoring.domain.questionnaire import Background, Gender, Generation
from mentoring.usecases.enrolment.enrolment import EnrolmentNotice

StepCard = CardElement
Inputs = Callable[[EnrolmentNotice, Words], Sequence[StepCard]]
STEP_CARDS: dict[str, Inputs] = {}
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri")
TIMES = ("morning", "midday", "afternoon")


def step_card(step: str) -> Callable[[Inputs], Inputs]:
    """Register the inputs of a step."""

    def register(inputs: Inputs) -> Inputs:
        STEP_CARDS[step] = inputs
        return inputs

    return register


def value(notice: EnrolmentNotice, field: str, otherwise: object = None) -> Any:  # noqa: ANN401 - as the person gave it
    """What stands in an input: what was just typed, else what is saved, else a suggestion."""
    if field in notice.raw:
        return notice.raw[field]
    return notice.enrolment.answers.get(notice.enrolment.position, {}).get(field, otherwise)


def options(words: Words, prefix: str, names: Sequence[str]) -> Options:
    """The words for a fixed list of answers."""
    return [(words.text(f"{prefix}-{name.replace('_', '-')}"), name) for name in names]


def _topics(notice: EnrolmentNotice, words: Words) -> Options:
    return [(topic.name(words.language), topic.id) for topic in notice.programme.topics]


@step_card("about")
def about(notice: EnrolmentNotice, words: Words) -> Sequence[StepCard]:
    """The directory's facts to read, then languages, background, and what is given only if one wishes."""
    spoken = value(notice, "languages", (notice.person.language,))
    offered = options(words, "language", notice.programme.languages)
    return [
        *_directory(notice, words),
        several("languages", words.text("about-languages"), offered, spoken, required=words.text("answer-missing")),
        _wished(notice, words, "background", get_args(Background)),
        line(
            "about_me", words.text("about-me"), value(notice, "about_me"), longest=200, several_lines=True,
            hint=words.text("about-me-hint"),
        ),
        seen(words.text("about-me-seen")),
        _wished(notice, words, "generation", get_args(Generation)),
        _wished(notice, words, "gender", get_args(Gender)),
        seen(words.text("about-differ")),
    ]  # fmt: skip


def _directory(notice: EnrolmentNotice, words: Words) -> Sequence[StepCard]:
    """What the company's directory says: to read, not to type."""
    profile = notice.person.profile
    known = (
        ("about-department", profile.department),
        ("about-job-title", profile.job_title),
        ("about-location", profile.location),
        ("about-zone", profile.zone.replace("_", " ")),
    )
    rows = [(words.text(label), text) for label, text in known if text]
    return [panel([small(words.text("about-directory")), facts(rows)])] if rows else []


def _wished(notice: EnrolmentNotice, words: Words, field: str, names: Sequence[str]) -> StepCard:
    """A drop-down that may stay empty."""
    return choice(
        field, words.text(f"about-{field}"), options(words, field, names), value(notice, field), hint=words.text("choose-or-not")
    )


@step_card("wishes")
def wishes(notice: EnrolmentNotice, words: Words) -> Sequence[StepCard]:
    """A mentee's three wishes, the first one needed."""
    topics, hint, later = _topics(notice, words), words.text("wishes-hint"), words.text("wishes-hint-later")
    needed = words.text("answer-missing")
    return [
        para(words.text("wishes-intro")),
        choice("wish_1", words.text("wishes-first"), topics, value(notice, "wish_1"), required=needed, hint=hint),
        choice("wish_2", words.text("wishes-second"), topics, value(notice, "wish_2"), hint=later),
        choice("wish_3", words.text("wishes-third"), topics, value(notice, "wish_3"), hint=later),
    ]


@step_card("topics")
def topics(notice: EnrolmentNotice, words: Words) -> Sequence[StepCard]:
    """What a mentor can pass on."""
    chosen, needed = value(notice, "topics"), words.text("answer-missing")
    return [
        para(words.text("topics-intro")),
        several("topics", words.text("topics-which"), _topics(notice, words), chosen, required=needed),
    ]


@step_card("topic")
def topic(notice: EnrolmentNotice, words: Words) -> Sequence[StepCard]:
    """One topic: how well, and which professional experience qualifies."""
    levels = [(words.text("level", level=level), str(level)) for level in (1, 2, 3)]
    return [
        buttons_of("level", words.text("topic-level"), levels, value(notice, "level"), required=words.text("answer-missing")),
        line(
            "experience", words.text("topic-experience"), value(notice, "experience"), longest=200,
            required=words.text("refusal-answer-experience"), hint=words.text("topic-experience-hint"),
        ),
        seen(words.text("topic-seen")),
    ]  # fmt: skip


@step_card("standing")
def standing(notice: EnrolmentNotice, words: Words) -> Sequence[StepCard]:
    """Digital competence from 1 to 10, and who sees it."""
    said, needed = value(notice, "competence"), words.text("standing-range")
    return [
        para(words.text("standing-intro")),
        number("competence", words.text("standing-competence"), said, 1, 10, required=needed),
        seen(words.text("standing-seen", group=notice.programme.smallest_group)),
    ]


@step_card("purpose")
def purpose(notice: EnrolmentNotice, words: Words) -> Sequence[StepCard]:
    """What for, and how one learns best."""
    role = notice.enrolment.role
    formats = options(words, "format", ("talk", "demo", "hands_on"))
    ask = words.text(f"purpose-format-{role}")
    return [
        line("goal", words.text(f"purpose-goal-{role}"), value(notice, "goal"), longest=300, several_lines=True),
        choice("format", ask, formats, value(notice, "format"), hint=words.text("choose-or-not")),
        seen(words.text("purpose-seen")),
    ]


@step_card("when")
def when(notice: EnrolmentNotice, words: Words) -> Sequence[StepCard]:
    """Days, times, place; a mentor's number of tandems; who keeps the calendar."""
    rules = notice.programme.sessions
    rhythm = words.text("when-rhythm", minutes=rules.length_minutes, rhythm=words.text(f"rhythm-{rules.rhythm}"))
    places = options(words, "place", ("in_person", "remote", "either"))
    return [
        para(rhythm),
        several("weekdays", words.text("when-weekdays"), options(words, "weekday", WEEKDAYS), value(notice, "weekdays")),
        several("times", words.text("when-times"), options(words, "time", TIMES), value(notice, "times")),
        choice("place", words.text("when-place"), places, value(notice, "place"), hint=words.text("choose-or-not")),
        *_capacity(notice, words),
        people("deputy", words.text("when-deputy"), value(notice, "deputy"), notice.names, words.text("people-hint"), many=False),
        seen(words.text("when-deputy-may")),
        toggle("private", words.text("when-private"), on=value(notice, "private") in {True, "true"}),
    ]


def _capacity(notice: EnrolmentNotice, words: Words) -> Sequence[StepCard]:
    if notice.enrolment.role is not Role.MENTOR:
        return []
    numbers = [(words.text("when-tandems", number=number), str(number)) for number in (1, 2)]
    return [choice("capacity", words.text("when-capacity"), numbers, value(notice, "capacity", 1))]


@step_card("not_with")
def not_with(notice: EnrolmentNotice, words: Words) -> Sequence[StepCard]:
    """Confidential: with whom rather not, and whose decisions touch one's targets."""
    hint = words.text("people-hint")
    asked: list[StepCard] = [
        para(words.text("not-with-intro")),
        people("not_with", words.text("not-with-people"), value(notice, "not_with"), notice.names, hint),
    ]
    if notice.enrolment.role is Role.MENTOR:
        asked.append(people("kpi_people", words.text("not-with-targets"), value(notice, "kpi_people"), notice.names, hint))
    return [*asked, seen(words.text("not-with-seen"))]


@step_card("protected_space")
def protected_space(notice: EnrolmentNotice, words: Words) -> Sequence[StepCard]:
    """The rules in plain words, with what IT can technically see; the button beside them is the agreement."""
    del notice
    rules = (("🤝", "between"), ("📝", "records"), ("✋", "stop"), ("🖥", "it"), ("🤖", "bot"))
    rows = [(sign, words.text(f"space-{name}-label"), words.text(f"space-{name}")) for sign, name in rules]
    return [para(words.text("space-intro")), points(rows), small(words.text("space-agree"))]

"""What each step of the questionnaire asks: one function a step, with who will see the answer beside what is sensitive."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, get_args

from microsoft_teams.cards.core import CardElement

from cards.kit import Options, choice, facts, line, number, para, people, several, small
from cards.words import Words
from mentoring.domain.people import Role
from mentoring.domain.questionnaire import Background, Gender, Generation
from mentoring.usecases.enrolment import EnrolmentNotice

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
    profile = notice.person.profile
    known = [
        (words.text("about-department"), profile.department),
        (words.text("about-job-title"), profile.job_title),
        (words.text("about-location"), profile.location),
        (words.text("about-zone"), profile.zone),
    ]
    spoken = value(notice, "languages", (notice.person.language,))
    return [
        small(words.text("about-directory")),
        facts([(title, text) for title, text in known if text]),
        several(
            "languages",
            words.text("about-languages"),
            options(words, "language", notice.programme.languages),
            spoken,
            required=words.text("answer-missing"),
        ),
        choice(
            "background",
            words.text("about-background"),
            options(words, "background", get_args(Background)),
            value(notice, "background"),
        ),
        line("about_me", words.text("about-me"), value(notice, "about_me"), longest=200, several_lines=True),
        small(words.text("about-me-seen")),
        choice(
            "generation",
            words.text("about-generation"),
            options(words, "generation", get_args(Generation)),
            value(notice, "generation"),
        ),
        choice("gender", words.text("about-gender"), options(words, "gender", get_args(Gender)), value(notice, "gender")),
        small(words.text("about-differ")),
    ]


@step_card("wishes")
def wishes(notice: EnrolmentNotice, words: Words) -> Sequence[StepCard]:
    """A mentee's three wishes, the first one needed."""
    topics = _topics(notice, words)
    return [
        para(words.text("wishes-intro")),
        choice("wish_1", words.text("wishes-first"), topics, value(notice, "wish_1"), required=words.text("answer-missing")),
        choice("wish_2", words.text("wishes-second"), topics, value(notice, "wish_2")),
        choice("wish_3", words.text("wishes-third"), topics, value(notice, "wish_3")),
    ]


@step_card("topics")
def topics(notice: EnrolmentNotice, words: Words) -> Sequence[StepCard]:
    """What a mentor can pass on."""
    return [
        several(
            "topics",
            words.text("topics-which"),
            _topics(notice, words),
            value(notice, "topics"),
            required=words.text("answer-missing"),
        )
    ]


@step_card("topic")
def topic(notice: EnrolmentNotice, words: Words) -> Sequence[StepCard]:
    """One topic: how well, and which professional experience qualifies."""
    levels = [(words.text("level", level=level), str(level)) for level in (1, 2, 3)]
    return [
        choice("level", words.text("topic-level"), levels, value(notice, "level"), required=words.text("answer-missing")),
        line(
            "experience",
            words.text("topic-experience"),
            value(notice, "experience"),
            longest=200,
            required=words.text("answer-missing"),
        ),
        small(words.text("topic-seen")),
    ]


@step_card("standing")
def standing(notice: EnrolmentNotice, words: Words) -> Sequence[StepCard]:
    """Digital competence from 1 to 10, and who sees it."""
    return [
        para(words.text("standing-intro")),
        number(
            "competence",
            words.text("standing-competence"),
            value(notice, "competence"),
            1,
            10,
            required=words.text("standing-range"),
        ),
        small(words.text("standing-seen", group=notice.programme.smallest_group)),
    ]


@step_card("purpose")
def purpose(notice: EnrolmentNotice, words: Words) -> Sequence[StepCard]:
    """What for, and how one learns best."""
    role = notice.enrolment.role
    return [
        line("goal", words.text(f"purpose-goal-{role}"), value(notice, "goal"), longest=300, several_lines=True),
        choice(
            "format",
            words.text("purpose-format"),
            options(words, "format", ("talk", "demo", "hands_on")),
            value(notice, "format"),
        ),
        small(words.text("purpose-seen")),
    ]


@step_card("when")
def when(notice: EnrolmentNotice, words: Words) -> Sequence[StepCard]:
    """Days, times, place; a mentor's number of tandems; who keeps the calendar."""
    rules = notice.programme.sessions
    rhythm = words.text("when-rhythm", minutes=rules.length_minutes, rhythm=words.text(f"rhythm-{rules.rhythm}"))
    asked = [
        para(rhythm),
        several("weekdays", words.text("when-weekdays"), options(words, "weekday", WEEKDAYS), value(notice, "weekdays")),
        several("times", words.text("when-times"), options(words, "time", TIMES), value(notice, "times")),
        choice(
            "place", words.text("when-place"), options(words, "place", ("in_person", "remote", "either")), value(notice, "place")
        ),
    ]
    if notice.enrolment.role is Role.MENTOR:
        numbers = [(words.text("when-tandems", number=number), str(number)) for number in (1, 2)]
        asked.append(choice("capacity", words.text("when-capacity"), numbers, value(notice, "capacity", 1)))
    return [
        *asked,
        people("deputy", words.text("when-deputy"), value(notice, "deputy"), notice.names),
        small(words.text("when-deputy-may")),
    ]


@step_card("not_with")
def not_with(notice: EnrolmentNotice, words: Words) -> Sequence[StepCard]:
    """Confidential: with whom rather not, and whose decisions touch one's targets."""
    asked: list[StepCard] = [
        para(words.text("not-with-intro")),
        people("not_with", words.text("not-with-people"), value(notice, "not_with"), notice.names),
    ]
    if notice.enrolment.role is Role.MENTOR:
        asked.append(people("kpi_people", words.text("not-with-targets"), value(notice, "kpi_people"), notice.names))
    return [*asked, small(words.text("not-with-seen"))]


@step_card("protected_space")
def protected_space(notice: EnrolmentNotice, words: Words) -> Sequence[StepCard]:
    """The rules in plain words, with what IT can technically see; the button beside them is the agreement."""
    del notice
    return [para(words.text("space-rules")), para(words.text("space-it")), small(words.text("space-agree"))]

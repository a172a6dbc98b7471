"""What each step of the questionnaire asks: one function a step, with who will see the answer
beside what is sensitive.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, get_args

from microsoft_teams.cards.core import CardElement

from cards.kit.dates import clock_name
from cards.kit.elements import facts, panel, para, points, seen, small
from cards.kit.inputs import (
    Options,
    buttons_of,
    choice,
    drop_down_of_several,
    line,
    number,
    people,
    several,
    toggle,
)
from cards.kit.spoken import language_name
from cards.kit.words import Words, topic_name
from mentoring.domain.people import Role
from mentoring.domain.questionnaire import (
    STEPS,
    About,
    Competence,
    Never,
    NotWith,
    ProtectedSpace,
    Purpose,
    Step,
    Topics,
    TopicSkill,
    When,
    Wishes,
)
from mentoring.domain.questionnaire.steps import (
    Background,
    Format,
    Gender,
    Generation,
    Place,
    TimeOfDay,
    Weekday,
)
from mentoring.usecases.enrolment.card import EnrolmentNotice, taken_topics

StepCard = CardElement
S = TypeVar("S", bound=Step)


@dataclass(frozen=True)
class Filled(Generic[S]):
    """What stands in a step's inputs: what was typed (``raw``), just now or before the step was
    left, else what is saved, else a suggestion.
    """

    raw: Mapping[str, object]
    saved: S | None

    def __call__(self, field: str, kept: Callable[[S], object], otherwise: object = None) -> object:
        """The value of one input; ``kept`` reads it from what is saved."""
        if field in self.raw:
            return self.raw[field]
        return otherwise if self.saved is None else kept(self.saved)


Inputs = Callable[[EnrolmentNotice, Filled[S], Words], Sequence[StepCard]]
STEP_CARDS: dict[type[Step], Inputs[Any]] = {}


def step_card(step: type[S]) -> Callable[[Inputs[S]], Inputs[S]]:
    """Register the inputs of a step; each has the id of the field that takes it."""

    def register(inputs: Inputs[S]) -> Inputs[S]:
        STEP_CARDS[step] = inputs
        return inputs

    return register


def inputs_of(notice: EnrolmentNotice, words: Words) -> Sequence[StepCard]:
    """The inputs of the step that the person is on."""
    enrolled = notice.enrolment
    typed = notice.raw or enrolled.answers.typed_at(enrolled.at)
    filled = Filled(typed, enrolled.answers.at(enrolled.at))
    return STEP_CARDS[STEPS[enrolled.at.step]](notice, filled, words)


def options(words: Words, prefix: str, names: Sequence[str]) -> Options:
    """The words for a fixed list of answers."""
    return [(words.text(f"{prefix}-{name.replace('_', '-')}"), name) for name in names]


def _needed(label: str, words: Words) -> str:
    """The label of an input that must be filled in.

    The client is not told so: it would let nobody go back who has not filled it in yet, or would
    send nothing of what they have.
    """
    return f"{words.text(label)} *"


def _topics(notice: EnrolmentNotice, words: Words) -> Options:
    """The topics to choose from, without those of the person's other role; what they have chosen
    here before stays in sight.
    """
    taken = {*notice.taken_topics} - {*taken_topics(notice.enrolment)}
    offered = (each for each in notice.programme.topics if each.id not in taken)
    return [(topic_name(topic, words), topic.id) for topic in offered]


def _taken(notice: EnrolmentNotice, words: Words) -> list[StepCard]:
    """Which topics are missing, and why."""
    if not notice.taken_topics:
        return []
    named = [topic_name(notice.programme.topic(each), words) for each in notice.taken_topics]
    text = f"both-taken-{notice.enrolment.role}"
    return [small(words.text(text, topics=", ".join(named)))]


@step_card(About)
def about(notice: EnrolmentNotice, said: Filled[About], words: Words) -> Sequence[StepCard]:
    """The directory's facts, read-only, then languages, background, and what people give only if
    they wish.
    """
    return [
        *_directory(notice, words),
        _languages(notice, said, words),
        _wished("background", Background, said("background", lambda it: it.background), words),
        _about_me(said, words),
        seen(words.text("about-me-seen")),
        _wished("generation", Generation, said("generation", lambda it: it.generation), words),
        _wished("gender", Gender, said("gender", lambda it: it.gender), words),
        seen(words.text("about-differ")),
    ]


def _languages(notice: EnrolmentNotice, said: Filled[About], words: Words) -> StepCard:
    """The languages the person speaks; the one they use here is suggested."""
    spoken = said("languages", lambda it: it.languages, (notice.person.language,))
    offered = [(language_name(code, words), code) for code in notice.programme.languages]
    return several("languages", _needed("about-languages", words), offered, spoken)


def _about_me(said: Filled[About], words: Words) -> StepCard:
    text, hint = said("about_me", lambda it: it.about_me), words.text("about-me-hint")
    label = words.text("about-me")
    return line("about_me", label, text, longest=200, several_lines=True, hint=hint)


def _directory(notice: EnrolmentNotice, words: Words) -> Sequence[StepCard]:
    """What the company's directory says, read-only."""
    profile = notice.person.profile
    known = (
        ("about-department", profile.department),
        ("about-job-title", profile.job_title),
        ("about-location", profile.location),
        ("about-zone", clock_name(profile.zone, words) if profile.zone_known else ""),
    )
    rows = [(words.text(label), text) for label, text in known if text]
    return [panel([small(words.text("about-directory")), facts(rows)])] if rows else []


def _wished(field: str, names: object, chosen: object, words: Words) -> StepCard:
    """A drop-down over the names of a ``Literal`` that may stay empty."""
    label, hint = words.text(f"about-{field}"), words.text("choose-or-not")
    return choice(field, label, options(words, field, get_args(names)), chosen, hint=hint)


@step_card(Wishes)
def wishes(notice: EnrolmentNotice, said: Filled[Wishes], words: Words) -> Sequence[StepCard]:
    """A mentee's three wishes, of which only the first is required."""
    first = said("wish_1", lambda it: it.wish_1)
    second = said("wish_2", lambda it: it.wish_2)
    third = said("wish_3", lambda it: it.wish_3)
    topics = _topics(notice, words)
    hint, later = words.text("wishes-hint"), words.text("wishes-hint-later")
    return [
        para(words.text("wishes-intro")),
        *_taken(notice, words),
        choice("wish_1", _needed("wishes-first", words), topics, first, hint=hint),
        choice("wish_2", words.text("wishes-second"), topics, second, hint=later),
        choice("wish_3", words.text("wishes-third"), topics, third, hint=later),
    ]


@step_card(Topics)
def topics(notice: EnrolmentNotice, said: Filled[Topics], words: Words) -> Sequence[StepCard]:
    """What a mentor can pass on."""
    chosen, offered = said("topics", lambda it: it.topics), _topics(notice, words)
    return [
        para(words.text("topics-intro")),
        *_taken(notice, words),
        several("topics", _needed("topics-which", words), offered, chosen),
    ]


@step_card(TopicSkill)
def topic(_: EnrolmentNotice, said: Filled[TopicSkill], words: Words) -> Sequence[StepCard]:
    """One topic: how well, and which professional experience qualifies."""
    levels = [(words.text("level", level=level), str(level)) for level in (1, 2, 3)]
    level = said("level", lambda it: it.level)
    return [
        buttons_of("level", _needed("topic-level", words), levels, level),
        _experience(said, words),
        seen(words.text("topic-seen")),
    ]


def _experience(said: Filled[TopicSkill], words: Words) -> StepCard:
    text, hint = said("experience", lambda it: it.experience), words.text("topic-experience-hint")
    return line("experience", _needed("topic-experience", words), text, longest=200, hint=hint)


@step_card(Competence)
def competence(
    notice: EnrolmentNotice, said: Filled[Competence], words: Words
) -> Sequence[StepCard]:
    """Digital competence from 1 to 10, and who sees it."""
    rating = said("competence", lambda it: it.competence)
    return [
        para(words.text("standing-intro")),
        number("competence", _needed("standing-competence", words), rating, 1, 10),
        seen(words.text("standing-seen", group=notice.programme.smallest_group)),
    ]


@step_card(Purpose)
def purpose(notice: EnrolmentNotice, said: Filled[Purpose], words: Words) -> Sequence[StepCard]:
    """What for, and how one learns best."""
    role, hint = notice.enrolment.role, words.text("choose-or-not")
    goal, ask = said("goal", lambda it: it.goal), words.text(f"purpose-goal-{role}")
    way, how = said("format", lambda it: it.format), words.text(f"purpose-format-{role}")
    return [
        line("goal", ask, goal, longest=300, several_lines=True),
        choice("format", how, options(words, "format", get_args(Format)), way, hint=hint),
        seen(words.text("purpose-seen")),
    ]


@step_card(When)
def when(notice: EnrolmentNotice, said: Filled[When], words: Words) -> Sequence[StepCard]:
    """Days, times, place; a mentor's number of tandems; who keeps the calendar."""
    rules = notice.programme.sessions
    rhythm = words.text(f"rhythm-{rules.rhythm}")
    private = said("private", lambda it: it.private) in {True, "true"}
    return [
        para(words.text("when-rhythm", minutes=rules.length_minutes, rhythm=rhythm)),
        *_times(said, words),
        *_capacity(notice, said, words),
        _deputy(notice, said, words),
        seen(words.text("when-deputy-may")),
        toggle("private", words.text("when-private"), on=private),
    ]


def _times(said: Filled[When], words: Words) -> Sequence[StepCard]:
    """On which days, at which times of day, and where."""
    days = options(words, "weekday", get_args(Weekday))
    times = options(words, "time", get_args(TimeOfDay))
    places = options(words, "place", get_args(Place))
    place, hint = said("place", lambda it: it.place), words.text("choose-or-not")
    never = said("never", lambda it: it.never)
    return [
        several(
            "weekdays", words.text("when-weekdays"), days, said("weekdays", lambda it: it.weekdays)
        ),
        several("times", words.text("when-times"), times, said("times", lambda it: it.times)),
        drop_down_of_several("never", words.text("when-never"), parts_of_week(words), never),
        choice("place", words.text("when-place"), places, place, hint=hint),
        seen(words.text("when-place-seen")),
    ]


def parts_of_week(words: Words) -> Options:
    """The weekdays, each in the morning, at midday and in the afternoon."""
    return [
        (
            words.text(
                "when-part",
                day=words.text(f"weekday-{name.partition('-')[0]}"),
                time=words.text(f"time-{name.partition('-')[2]}"),
            ),
            name,
        )
        for name in get_args(Never)
    ]


def _capacity(notice: EnrolmentNotice, said: Filled[When], words: Words) -> Sequence[StepCard]:
    if notice.enrolment.role is not Role.MENTOR:
        return []
    numbers = [(words.text("when-tandems", number=number), str(number)) for number in (1, 2)]
    chosen = said("capacity", lambda it: it.capacity, 1)
    return [choice("capacity", words.text("when-capacity"), numbers, chosen)]


def _names(notice: EnrolmentNotice) -> Mapping[str, str]:
    """The people chosen in it, and those who were just picked."""
    return {**notice.names, **notice.picked}


def _deputy(notice: EnrolmentNotice, said: Filled[When], words: Words) -> StepCard:
    named, hint = said("deputy", lambda it: it.deputy), words.text("people-hint")
    return people("deputy", words.text("when-deputy"), named, _names(notice), hint, many=False)


@step_card(NotWith)
def not_with(notice: EnrolmentNotice, said: Filled[NotWith], words: Words) -> Sequence[StepCard]:
    """Confidential: with whom rather not, and whose decisions affect one's targets."""
    hint, names = words.text("people-hint"), _names(notice)
    others = said("not_with", lambda it: it.not_with)
    asked: list[StepCard] = [
        para(words.text("not-with-intro")),
        people("not_with", words.text("not-with-people"), others, names, hint),
    ]
    if notice.enrolment.role is Role.MENTOR:
        deciding = said("kpi_people", lambda it: it.kpi_people)
        asked.append(people("kpi_people", words.text("not-with-targets"), deciding, names, hint))
    return [*asked, seen(words.text("not-with-seen"))]


@step_card(ProtectedSpace)
def protected_space(
    _: EnrolmentNotice, __: Filled[ProtectedSpace], words: Words
) -> Sequence[StepCard]:
    """The rules in plain words, with what IT can technically see; the button beside them is the
    agreement.
    """
    rules = (("🤝", "between"), ("📝", "records"), ("✋", "stop"), ("🖥", "it"), ("🤖", "bot"))
    rows = [
        (sign, words.text(f"space-{name}-label"), words.text(f"space-{name}"))
        for sign, name in rules
    ]
    return [para(words.text("space-intro")), points(rows), small(words.text("space-agree"))]

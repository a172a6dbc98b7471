"""Somebody's way through the questionnaire: the steps in their order, and which are still open."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from mentoring.domain.people import Role
from mentoring.domain.questionnaire.answers import STEPS, Answers
from mentoring.domain.questionnaire.steps import (
    About,
    Competence,
    NotWith,
    Offered,
    Position,
    ProtectedSpace,
    Step,
    TopicSkill,
    When,
)

SUMMARY = Position("summary")
OF_THE_PERSON = (About, Competence, When, NotWith)
"""Steps whose answers are the same whichever role somebody takes part in."""
MOST_CHOICES = 500
"""For this many choices of topics the way that follows from them is cached."""


def positions(role: Role, answers: Answers) -> tuple[Position, ...]:
    """All positions of this role in their order, those that may wait included, the summary last."""
    return _positions(role, _chosen(answers))


def required(role: Role, answers: Answers) -> tuple[Position, ...]:
    """The positions that must be answered before the enrolment can be sent."""
    return _required(role, _chosen(answers))


def _chosen(answers: Answers) -> tuple[str, ...]:
    return answers.topics.topics if answers.topics else ()


@lru_cache(MOST_CHOICES)
def _positions(role: Role, chosen: tuple[str, ...]) -> tuple[Position, ...]:
    """The way follows from role and chosen topics alone, and a card asks for it again and again."""
    found: list[Position] = []
    for step in STEPS.values():
        if role not in step.roles:
            continue
        if step is TopicSkill:
            found += [Position(step.name, topic) for topic in chosen]
        else:
            found.append(Position(step.name))
    return (*found, SUMMARY)


@lru_cache(MOST_CHOICES)
def _required(role: Role, chosen: tuple[str, ...]) -> tuple[Position, ...]:
    ways = _positions(role, chosen)
    return tuple(p for p in ways if p != SUMMARY and role not in STEPS[p.step].later)


def open_positions(role: Role, answers: Answers) -> tuple[Position, ...]:
    """The required positions that still lack a valid answer."""
    answered = answers.answered
    return tuple(p for p in required(role, answers) if p not in answered)


def later_positions(role: Role, answers: Answers) -> tuple[Position, ...]:
    """The positions left for another day that have no answer yet."""
    settled = {SUMMARY, *required(role, answers), *answers.answered}
    return tuple(p for p in positions(role, answers) if p not in settled)


def following(role: Role, answers: Answers, position: Position) -> Position:
    """Where the person goes after ``position``: the next open required position, else the
    summary.
    """
    order = positions(role, answers)
    start = order.index(position) + 1 if position in order else 0
    still_open = set(open_positions(role, answers))
    ahead = [p for p in order[start:] if p in still_open]
    behind = [p for p in order[:start] if p in still_open]
    return next(iter((*ahead, *behind)), SUMMARY)


def before(role: Role, answers: Answers, position: Position) -> Position:
    """The position before this one among those of the person's own way; the first stays where it
    is.

    Whoever answers something voluntary, or changes what is complete, comes from the summary and
    goes back there.
    """
    if position not in required(role, answers) or not open_positions(role, answers):
        return SUMMARY
    own = {SUMMARY, position, *required(role, answers), *answers.answered}
    way = [p for p in positions(role, answers) if p in own]
    place = way.index(position) if position in way else 0
    return way[max(place - 1, 0)]


def still_valid(role: Role, answers: Answers, offered: Offered) -> Answers:
    """Those answers of an earlier questionnaire that would be accepted today, in this role.

    Agreeing to the rules of the protected space is not among them: it is done anew each time.
    """
    given = (answers.at(position) for position in positions(role, answers))
    kept = (part for part in given if part and not isinstance(part, ProtectedSpace))
    return Answers().put(*(part for part in kept if not part.not_offered(offered)))


def shared(role: Role, answers: Answers, offered: Offered) -> Answers:
    """Those answers of somebody's other role that hold in this one as well; in how many tandems
    they take part is said anew.
    """
    kept = (p for p in still_valid(role, answers, offered).parts if isinstance(p, OF_THE_PERSON))
    return Answers().put(
        *(replace(part, capacity=1) if isinstance(part, When) else part for part in kept)
    )


def with_entered(role: Role, answers: Answers, before: Answers) -> Answers:
    """The answers with what owners had entered in those ``before``, where this role is asked and
    nothing has been said.
    """
    asked = {str(each) for each in positions(role, answers) if each not in answers.answered}
    for draft in before.entered:
        if draft.position in asked and not answers.typed_at(Position.read(draft.position)):
            answers = answers.drafted(draft)
    return answers


def saved(answers: Answers, said: Step) -> Answers:
    """The answers with this step's put in; cards of topics no longer chosen are dropped."""
    return answers.put(said).without_dropped_topics()

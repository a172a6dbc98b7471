"""What owners may enter on somebody's behalf: topics, languages and times, and nothing else.

It lies beside the answers as a draft that says who has entered it. It counts once the person has
gone on with *next*, changed or not; until then it is nobody's answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from mentoring.domain.errors import Refusal
from mentoring.domain.people import Role
from mentoring.domain.questionnaire.answers import STEPS, Answers, Draft, read
from mentoring.domain.questionnaire.steps import Offered, Position, Step

ENTERABLE: Mapping[str, tuple[str, ...]] = {
    "about": ("languages",),
    "wishes": ("wish_1", "wish_2", "wish_3"),
    "topics": ("topics",),
    "when": ("weekdays", "times", "never"),
}
"""By step, the inputs that owners may fill in for somebody."""


def entered(
    role: Role, inputs: Mapping[str, object], offered: Offered, by: str, at: datetime
) -> tuple[Draft, ...]:
    """What an owner has put into the inputs for somebody, a draft a step.

    Raises:
        Refusal: ``entry-nothing``; ``answer``, naming the field, if it is none that is offered.
    """
    steps = [STEPS[name] for name in ENTERABLE if role in STEPS[name].roles]
    typed = {step: _typed(step, inputs) for step in steps}
    drafts = [Draft(step.name, said, by, at) for step, said in typed.items() if said]
    if not drafts:
        raise Refusal("entry-nothing")
    for each in drafts:
        if strange := read(Position(each.position), each.typed).not_offered(offered):
            raise Refusal("answer", field=strange)
    return tuple(drafts)


def _typed(step: type[Step], inputs: Mapping[str, object]) -> dict[str, str]:
    said = {name: str(inputs.get(name) or "").strip() for name in ENTERABLE[step.name]}
    return {name: text for name, text in said.items() if text}


def put_in(answers: Answers, drafts: Iterable[Draft]) -> Answers:
    """The answers with these drafts, where the person has neither answered nor begun themselves;
    what they have added to an earlier one stays, and so does what was entered in other inputs.
    """
    for draft in drafts:
        at = Position.read(draft.position)
        there = answers.draft_at(at)
        if at in answers.answered or (there.typed and not there.entered_by):
            continue
        answers = answers.drafted(replace(draft, typed={**there.typed, **draft.typed}))
    return answers


def as_left(before: Draft, typed: Mapping[str, str]) -> Draft:
    """What stands in the inputs of a step as its person leaves it: what was entered for them is
    their own from now on, if they have changed anything of it.
    """
    names = ENTERABLE.get(before.position, ())
    left = replace(before, typed=typed)
    if all(_chosen(typed, each) == _chosen(before.typed, each) for each in names):
        return left
    return replace(left, entered_by="", entered_at=None)


def _chosen(typed: Mapping[str, str], name: str) -> set[str]:
    return set(typed.get(name, "").split(",")) - {""}


def taken_back(answers: Answers) -> Answers:
    """The answers without what was entered for the person and is not confirmed; what they have
    added to it themselves stays, as their own.
    """
    for draft in answers.entered:
        answers = answers.drafted(replace(_without_entered(draft), entered_by="", entered_at=None))
    return answers


def _without_entered(draft: Draft) -> Draft:
    names = ENTERABLE.get(draft.position, ())
    return replace(draft, typed={k: v for k, v in draft.typed.items() if k not in names})

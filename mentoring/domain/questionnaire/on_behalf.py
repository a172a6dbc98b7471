"""What owners may enter on somebody's behalf: topics, languages and times, and nothing else.

It lies beside the answers as a draft whose lines say who has entered them. It counts once the
person has gone on with *next*, changed or not; until then it is nobody's answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from mentoring.domain.errors import Refusal
from mentoring.domain.people import Role
from mentoring.domain.questionnaire.answers import STEPS, Answers, Draft, Line, read
from mentoring.domain.questionnaire.steps import Offered, Position, Step


def entered(
    role: Role, inputs: Mapping[str, object], offered: Offered, by: str, at: datetime
) -> tuple[Draft, ...]:
    """What an owner has put into the inputs for somebody, a draft a step.

    Raises:
        Refusal: ``entry-nothing``; ``answer``, naming the field, if it is none that is offered.
    """
    steps = [step for step in STEPS.values() if step.enterable and role in step.roles]
    typed = {step: _typed(step, inputs) for step in steps}
    drafts = [_draft(step, said, by, at) for step, said in typed.items() if said]
    if not drafts:
        raise Refusal("entry-nothing")
    for each in drafts:
        if strange := read(Position(each.position), each.typed).not_offered(offered):
            raise Refusal("answer", field=strange)
    return tuple(drafts)


def _typed(step: type[Step], inputs: Mapping[str, object]) -> dict[str, str]:
    said = {name: str(inputs.get(name) or "").strip() for name in step.enterable}
    return {name: text for name, text in said.items() if text}


def _draft(step: type[Step], typed: Mapping[str, str], by: str, at: datetime) -> Draft:
    return Draft(step.name, typed, tuple(Line(name, by, at) for name in typed))


def put_in(answers: Answers, drafts: Iterable[Draft]) -> Answers:
    """The answers with these drafts, where the person has neither answered nor begun themselves;
    what they have added to an earlier one stays, and so do the lines of others.
    """
    for draft in drafts:
        at = Position.read(draft.position)
        there = answers.draft_at(at)
        if at in answers.answered or (there.typed and not there.lines):
            continue
        answers = answers.drafted(_over(there, draft))
    return answers


def _over(there: Draft, draft: Draft) -> Draft:
    """The draft over what others have entered there; of one input the last is the author."""
    others = tuple(line for line in there.lines if line.filled not in draft.typed)
    typed = {**there.typed, **draft.typed}
    return replace(draft, typed=typed, lines=(*others, *draft.lines))


def as_left(before: Draft, typed: Mapping[str, str]) -> Draft:
    """What stands in the inputs of a step as its person leaves it: what was entered for them is
    their own from now on, if they have changed anything of it.
    """
    names = _enterable(before.position)
    left = replace(before, typed=typed)
    if all(_chosen(typed, each) == _chosen(before.typed, each) for each in names):
        return left
    return replace(left, lines=())


def _enterable(position: str) -> tuple[str, ...]:
    step = STEPS.get(Position.read(position).step)
    return step.enterable if step else ()


def _chosen(typed: Mapping[str, str], name: str) -> set[str]:
    return set(typed.get(name, "").split(",")) - {""}


def taken_back(answers: Answers, entered_at: str) -> Answers:
    """The answers without the lines that were entered at this time (the beginning of one in ISO
    8601; empty for any) and are not confirmed; those of others stay, and so does what the person
    has added to them.
    """
    for draft in answers.entered:
        gone = {line.filled for line in draft.lines if _is_of(line, entered_at)}
        typed = {name: text for name, text in draft.typed.items() if name not in gone}
        left = tuple(line for line in draft.lines if line.filled not in gone)
        answers = answers.drafted(replace(draft, typed=typed, lines=left))
    return answers


def _is_of(line: Line, entered_at: str) -> bool:
    return line.entered_at is None or line.entered_at.isoformat().startswith(entered_at)

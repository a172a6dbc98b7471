"""How somebody fills in the questionnaire of their enrolment: it is begun, kept, handed in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from mentoring.domain.enrolment import KEEPS, Enrolment, EnrolmentState, NextTime
from mentoring.domain.errors import Refusal
from mentoring.domain.questionnaire import (
    SUMMARY,
    Answers,
    Offered,
    Position,
    ProtectedSpace,
    Step,
    way,
)
from mentoring.domain.questionnaire.on_behalf import as_left


def begin(enrolment: Enrolment) -> Enrolment:
    """*Take part*: the questionnaire opens; somebody who said no or left may come back."""
    if enrolment.state in {EnrolmentState.BEGUN, EnrolmentState.DONE}:
        return enrolment
    first = way.following(enrolment.role, enrolment.answers, Position(""))
    return replace(
        enrolment,
        state=EnrolmentState.BEGUN,
        position=str(first),
        erased_at=None,
        rests=False,
        released=False,
        next_time=NextTime.UNSAID,
    )


def again(enrolment: Enrolment, kept: Answers, offered: Offered) -> Enrolment:
    """*Again*: the questionnaire opens with the answers of last time, as far as they still fit.

    The rules of the protected space are agreed to anew.
    """
    answers = way.still_valid(enrolment.role, kept, offered)
    answers = way.with_entered(enrolment.role, answers, enrolment.answers)
    return begin(replace(enrolment, answers=answers))


def save(enrolment: Enrolment, said: Step, offered: Offered) -> Enrolment:
    """One step's answers, kept; the person goes on to the next open step.

    Only the step that the person is on can be saved; the same answers sent twice (a double click)
    change nothing. Somebody whose enrolment was done and who opens a new question by an edit (a
    mentor's new topic) has begun again.

    Raises:
        Refusal: ``stale`` if the enrolment is not open or the person is elsewhere, ``answer`` if
            the programme does not offer what was chosen.
    """
    if enrolment.state not in {EnrolmentState.BEGUN, EnrolmentState.DONE}:
        raise Refusal("stale")
    if said.position not in way.positions(enrolment.role, enrolment.answers):
        raise Refusal("stale")
    if said.position != enrolment.at:
        return _sent_twice(enrolment, said)
    _require_sense(enrolment, said, offered)
    answers = way.saved(enrolment.answers, said)
    onward = way.following(enrolment.role, answers, said.position)
    saved = replace(enrolment, answers=answers, position=str(onward))
    if way.open_positions(saved.role, saved.answers):
        return replace(saved, state=EnrolmentState.BEGUN, done_at=None)
    return saved


def _require_sense(enrolment: Enrolment, said: Step, offered: Offered) -> None:
    """What was chosen is on offer, and nobody names themselves as somebody else."""
    if strange := said.not_offered(offered):
        raise Refusal("answer", field=strange)
    if oneself := said.naming(enrolment.person_id):
        raise Refusal("oneself", field=oneself)


def leave(
    enrolment: Enrolment,
    since: Position,
    typed: Mapping[str, str],
    said: Step | None,
    offered: Offered,
) -> Enrolment:
    """Keep what stands in the inputs of the step that the person leaves without *next*.

    Of a voluntary step it is kept as its answer, if it is one (``said``) and not empty; everything
    else as a draft, from which nothing follows: nobody takes part otherwise by going back, nor
    confirms what an owner has entered for them.
    """
    if enrolment.at != since or enrolment.state not in KEEPS:
        return enrolment
    answers = enrolment.answers
    voluntary = since not in way.required(enrolment.role, answers)
    before = answers.draft_at(since)
    draft = as_left(before, typed)
    may_count = voluntary and not before.lines
    if not may_count or said is None or not _makes_sense(enrolment, said, offered):
        return replace(enrolment, answers=answers.drafted(draft))
    known = answers.at(since)
    if said == known or (known is None and said == type(said)()):
        return enrolment
    return replace(enrolment, answers=way.saved(answers, said))


def _makes_sense(enrolment: Enrolment, said: Step, offered: Offered) -> bool:
    return not said.not_offered(offered) and not said.naming(enrolment.person_id)


def _sent_twice(enrolment: Enrolment, said: Step) -> Enrolment:
    if enrolment.answers.at(said.position) != said:
        raise Refusal("stale")
    return enrolment


def agree(enrolment: Enrolment, offered: Offered, now: datetime) -> Enrolment:
    """The rules of the protected space are agreed to; with that the questionnaire is handed in, if
    nothing else is open.

    Raises:
        Refusal: ``stale`` as for ``save``.
    """
    saved = save(enrolment, ProtectedSpace(agreed=True), offered)
    return saved if way.open_positions(saved.role, saved.answers) else send(saved, now)


def go(enrolment: Enrolment, position: Position, since: Position) -> Enrolment:
    """Go from the step ``since`` to any of the person's own steps, to look or to edit.

    Raises:
        Refusal: ``stale`` if the enrolment is not open, the step is unknown, or the person is no
            longer at ``since``.
    """
    if enrolment.state not in {EnrolmentState.BEGUN, EnrolmentState.DONE} or enrolment.at not in {
        since,
        position,
    }:
        raise Refusal("stale")
    if position not in way.positions(enrolment.role, enrolment.answers):
        raise Refusal("stale")
    return replace(enrolment, position=str(position))


def send(enrolment: Enrolment, now: datetime) -> Enrolment:
    """The questionnaire is complete and handed in; sending twice changes nothing.

    Raises:
        Refusal: ``incomplete`` while a required step is open.
    """
    if enrolment.state is EnrolmentState.DONE:
        return enrolment
    if way.open_positions(enrolment.role, enrolment.answers):
        raise Refusal("incomplete")
    return replace(enrolment, state=EnrolmentState.DONE, done_at=now, position=str(SUMMARY))

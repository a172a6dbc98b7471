"""The enrolment's card: which one is shown follows from the enrolment's state; here stand the
questionnaire's steps.

A step's inputs are one function with ``@step_card`` in ``cards/enrolment/steps.py``; its words are
``step-<name>-…``.
"""

from __future__ import annotations

from functools import partial

from microsoft_teams.cards.core import CardElement

from cards.common.contact import contact_line
from cards.common.language import other_languages
from cards.common.said import sentence
from cards.enrolment.both_roles import other_stays, taken_over, which_role
from cards.enrolment.buttons import Agree, Leave, SaveStep, SayAge, SpeakOtherwise, TakePart
from cards.enrolment.entered import on_step
from cards.enrolment.invitation import invitation
from cards.enrolment.same_answers import same_answers
from cards.enrolment.steps import inputs_of
from cards.enrolment.summary import step_title, summary, withdraw_button, withdraw_question
from cards.kit.dates import day
from cards.kit.elements import (
    Button,
    Rendered,
    asking,
    button,
    card,
    heading,
    para,
    progress,
    small,
)
from cards.kit.inputs import marked
from cards.kit.render import renders
from cards.kit.words import Words, called
from mentoring.domain.enrolment import HAS_LEFT, Clearance, Enrolment, EnrolmentState
from mentoring.domain.language import Language
from mentoring.domain.questionnaire import SUMMARY, Position, ProtectedSpace, way
from mentoring.usecases.enrolment.card import EnrolmentNotice, TakenOutNotice, other_role


@renders(EnrolmentNotice)
def enrolment(notice: EnrolmentNotice, words: Words) -> Rendered:
    """The card for the state in which the enrolment is."""
    state = notice.enrolment.state
    if notice.closed or state is EnrolmentState.UNREACHABLE:
        return _closed(notice, words)
    if state is EnrolmentState.INVITED:
        return invitation(notice, words)
    if state in HAS_LEFT:
        return _left(notice, words)
    if notice.enrolment.erased_at:
        text = words.text("enrolment-erased")
        return card([para(text)], summary=text)
    if notice.over:
        return _over(notice, words)
    if notice.leaving:
        return _leaving(notice, words)
    return _taking_part(notice, words)


def _taking_part(notice: EnrolmentNotice, words: Words) -> Rendered:
    """Whoever has begun, or has handed in."""
    if notice.enrolment.clearance is Clearance.ASKED:
        return _age(notice, words)
    return summary(notice, words) if notice.enrolment.at == SUMMARY else _step(notice, words)


@renders(TakenOutNotice)
def taken_out(notice: TakenOutNotice, words: Words) -> Rendered:
    """Owners have ended the enrolment; nothing can be pressed any more."""
    text = words.text(f"enrolment-{notice.how}")
    return card([para(text), contact_line(notice.contact, words)], summary=text)


def _over(notice: EnrolmentNotice, words: Words) -> Rendered:
    """The cycle has ended, and with it what was asked for."""
    text = words.text("enrolment-over", name=called(notice.person, words))
    said, buttons = same_answers(notice.enrolment, words, rolls=notice.rolls)
    body = [para(text), *said, contact_line(notice.programme.contact, words)]
    return card(body, buttons, summary=text, live=bool(buttons))


def _leaving(notice: EnrolmentNotice, words: Words) -> Rendered:
    """Somebody has written that they want to withdraw: it asks back."""
    title = words.text("leaving-title")
    body = [heading(title), para(withdraw_question(notice, words))]
    stay = small(words.text("leaving-stay"))
    really = withdraw_button(notice, words)
    role, other = which_role(notice, words), other_stays(notice, words)
    return card([*role, *body, *other, stay], [really], summary=title, live=True)


def _age(notice: EnrolmentNotice, words: Words) -> Rendered:
    """Whoever took part before it was asked says whether they are of age; neither weighs more."""
    title, enrolled = words.text("age-title"), notice.enrolment
    goes_on = "age-since-tandem" if notice.in_tandem else "age-since-next"
    body = [
        heading(title),
        *which_role(notice, words),
        para(words.text("age-since")),
        para(words.text(goes_on)),
        small(words.text("age-kept")),
    ]
    said = (("age-is", True), ("age-is-not", False))
    buttons = [
        button(words.text(key), SayAge(enrolment=enrolled.id, of_age=so), "positive")
        for key, so in said
    ]
    withdraw = withdraw_button(notice, words)
    leave = asking(words.text("summary-withdraw"), withdraw_question(notice, words), withdraw)
    return card(body, [*buttons, leave, *other_languages(words)], summary=title, live=True)


def _closed(notice: EnrolmentNotice, words: Words) -> Rendered:
    text = words.text("enrolment-closed")
    return card([para(text), contact_line(notice.programme.contact, words)], summary=text)


def _left(notice: EnrolmentNotice, words: Words) -> Rendered:
    """Somebody said *not now* or withdrew, and may come back."""
    if notice.in_other_role:
        text = words.text(f"again-is-{other_role(notice.enrolment.role)}")
        return card([para(text)], summary=text)
    text = _gone(notice, words)
    again = button(
        words.text("enrolment-take-part-after-all"), TakePart(enrolment=notice.enrolment.id)
    )
    return card([para(text), *other_stays(notice, words)], [again], summary=text, live=True)


def _gone(notice: EnrolmentNotice, words: Words) -> str:
    """What somebody reads who said so, or who has said nothing and is waited for no more."""
    if notice.let_go_until:
        until = day(notice.let_go_until, words)
        return words.text("enrolment-let-go-begun", date=until)
    how = "let-go" if notice.let_go else str(notice.enrolment.state)
    return words.text(f"enrolment-{how}")


def _step(notice: EnrolmentNotice, words: Words) -> Rendered:
    enrolled, title = notice.enrolment, step_title(notice, notice.enrolment.at, words)
    inputs: list[CardElement | None] = list(inputs_of(notice, words))
    if notice.problem:
        inputs = marked(inputs, notice.problem.field or "", sentence(notice.problem, words))
    body = [
        *_progress(enrolled, words),
        small(words.text("enrolment-reminder")) if notice.reminder else None,
        heading(title),
        *which_role(notice, words),
        *taken_over(notice, words),
        small(words.text("again-still-there")) if _are_still_there(notice) else None,
        _until(notice, words),
        *on_step(notice, words),
        *inputs,
    ]
    return card(body, _step_buttons(enrolled, words), summary=title, live=True)


def _until(notice: EnrolmentNotice, words: Words) -> CardElement | None:
    """Until when they are waited for, where that is a day of their own."""
    if notice.due is None or notice.enrolment.state is not EnrolmentState.BEGUN:
        return None
    return small(words.text("enrolment-until", date=day(notice.due, words)))


def _are_still_there(notice: EnrolmentNotice) -> bool:
    """Whether last time's answers brought the person straight to the rules, so that they have seen
    none of them yet; where they are erased, everything was answered just now.
    """
    return notice.kept and notice.enrolment.at.step == "protected_space"


def _step_buttons(enrolled: Enrolment, words: Words) -> list[Button]:
    """Next and back, which for a step that may wait is *later*; on the very first step, the switch
    to another language. Whatever one presses, what stands in the inputs is kept.
    """
    forward, previous = (
        _forward(enrolled, words),
        way.before(enrolled.role, enrolled.answers, enrolled.at),
    )
    if previous == enrolled.at:
        return [forward, *other_languages(words, partial(_speak, enrolled))]
    waits = enrolled.at in way.later_positions(enrolled.role, enrolled.answers)
    title = words.text("enrolment-later" if waits else "enrolment-back")
    return [forward, button(title, _go(enrolled, previous))]


def _speak(enrolled: Enrolment, code: Language) -> SpeakOtherwise:
    return SpeakOtherwise(enrolment=enrolled.id, position=str(enrolled.at), language=code)


def _go(enrolled: Enrolment, position: Position) -> Leave:
    return Leave(enrolment=enrolled.id, position=str(position), since=str(enrolled.at))


def _forward(enrolled: Enrolment, words: Words) -> Button:
    """The way on; at the rules of the protected space the button itself is the agreement."""
    at = str(enrolled.at)
    if enrolled.at.step == ProtectedSpace.name:
        others = [
            p for p in way.open_positions(enrolled.role, enrolled.answers) if p != enrolled.at
        ]
        title = words.text("enrolment-agree" if others else "enrolment-agree-and-send")
        return button(title, Agree(enrolment=enrolled.id, position=at), "positive")
    return button(
        words.text("enrolment-next"), SaveStep(enrolment=enrolled.id, position=at), "positive"
    )


def _progress(enrolled: Enrolment, words: Words) -> list[CardElement]:
    order = way.required(enrolled.role, enrolled.answers)
    if enrolled.at not in order:
        return [small(words.text("enrolment-later-step"))]
    at = order.index(enrolled.at) + 1
    return [progress(words.text("enrolment-progress", step=at, steps=len(order)), at, len(order))]

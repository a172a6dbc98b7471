"""The question box of a tandem, as one of the two sees it."""

from __future__ import annotations

from collections.abc import Sequence

from microsoft_teams.cards import ActionSet, ExecuteAction
from microsoft_teams.cards.core import CardElement

from cards.common.contact import contact_line
from cards.common.said import sentence
from cards.kit.actions import CardAction
from cards.kit.elements import (
    Button,
    Rendered,
    button,
    card,
    heading,
    panel,
    para,
    seen,
    small,
    subheading,
    typed,
)
from cards.kit.inputs import line, marked
from cards.kit.render import renders
from cards.kit.words import Words, called
from cards.tandem.over import over
from mentoring.domain.question import LONGEST, MOST_OPEN, Question
from mentoring.usecases.tandem.question_box import QuestionBoxNotice, WhichBoxNotice


class PutQuestion(CardAction, verb="questions.put"):
    """Put what was typed into the box; ``at_once``: the other one is to read it now."""

    sends_inputs = True
    tandem: str
    at_once: bool = False


class SendQuestion(CardAction, verb="questions.send"):
    """*Send it now*."""

    question: str


class TakeQuestionBack(CardAction, verb="questions.take_back"):
    """*Take it back*."""

    question: str


class SwitchQuestions(CardAction, verb="questions.switch"):
    """What is asked between two sessions is told, or no more."""

    tandem: str
    tells: bool


class SayAnswered(CardAction, verb="questions.answered"):
    """*Answered*, or *still open* after all."""

    question: str
    yes: bool


@renders(WhichBoxNotice)
def which_box(notice: WhichBoxNotice, words: Words) -> Rendered:
    """What was asked, to be copied into the box that is meant."""
    text = words.text("questions-which")
    return card([para(text), typed(notice.question)], summary=text)


@renders(QuestionBoxNotice)
def question_box(notice: QuestionBoxNotice, words: Words) -> Rendered:
    """What is open both ways, and a line for one more; once the tandem is over, no question."""
    if notice.is_over:
        return over(notice, "questions", words)
    partner = called(notice.partner, words)
    title = words.text("questions-title", partner=partner)
    body = [
        heading(title),
        None if notice.own or notice.theirs else para(words.text("questions-none")),
        *_part("questions-theirs", notice, notice.theirs, words),
        *_part("questions-own", notice, notice.own, words),
        *_answered(notice, words),
        *_asking(notice, words),
        None if notice.tells else small(words.text("questions-off")),
        seen(words.text("questions-seen")),
        contact_line(notice.programme.contact, words),
    ]
    return card(body, _buttons(notice, words), summary=title, live=True)


def _part(
    key: str, notice: QuestionBoxNotice, questions: Sequence[Question], words: Words
) -> list[CardElement]:
    if not questions:
        return []
    title = subheading(words.text(key, partner=called(notice.partner, words)))
    return [title, *(_question(notice, each, words) for each in questions)]


def _question(notice: QuestionBoxNotice, question: Question, words: Words) -> CardElement:
    """The question, where it is, and what may be done with it."""
    own = question.author_id == notice.viewer.id
    where = "waits" if question.waits else "told"
    state = words.text(f"questions-{where}", partner=called(notice.partner, words))
    return panel(
        [
            typed(question.text),
            small(state) if own else None,
            ActionSet(actions=[*_choices(question, words, own=own)]),
        ]
    )


def _choices(question: Question, words: Words, *, own: bool) -> list[ExecuteAction]:
    send = button(words.text("questions-send"), SendQuestion(question=question.id))
    done = button(words.text("questions-answered"), SayAnswered(question=question.id, yes=True))
    back = button(words.text("questions-take-back"), TakeQuestionBack(question=question.id))
    if not own:
        return [done]
    return [send, back] if question.waits else [done, back]


def _answered(notice: QuestionBoxNotice, words: Words) -> list[CardElement]:
    if not notice.answered:
        return []
    found = [
        panel(
            [
                typed(each.text),
                ActionSet(
                    actions=[
                        button(
                            words.text("questions-still-open"),
                            SayAnswered(question=each.id, yes=False),
                        )
                    ]
                ),
            ]
        )
        for each in notice.answered
    ]
    return [subheading(f"✓ {words.text('questions-were-answered')}"), *found]


def _asking(notice: QuestionBoxNotice, words: Words) -> list[CardElement | None]:
    """The line for one more, with what was wrong with the last."""
    if len(notice.own) >= MOST_OPEN:
        return [small(words.text("questions-enough", most=MOST_OPEN))]
    label = words.text("questions-new", partner=called(notice.partner, words))
    field = line(
        "text",
        label,
        notice.raw.get("text"),
        longest=LONGEST,
        required=words.text("questions-empty"),
        several_lines=True,
        hint=words.text(f"questions-hint-{notice.role}"),
    )
    problem = notice.problem
    return marked([field], "text", sentence(problem, words)) if problem else [field]


def _buttons(notice: QuestionBoxNotice, words: Words) -> list[Button]:
    tandem = notice.tandem.id
    switch = SwitchQuestions(tandem=tandem, tells=not notice.tells)
    told = button(words.text(f"questions-{'on-again' if switch.tells else 'no-more'}"), switch)
    if len(notice.own) >= MOST_OPEN:
        return [told]
    later = PutQuestion(tandem=tandem)
    now = PutQuestion(tandem=tandem, at_once=True)
    return [
        button(words.text("questions-for-session"), later, "positive"),
        button(words.text("questions-at-once"), now),
        told,
    ]

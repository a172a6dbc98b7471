"""The invitation, the questionnaire's steps, and the summary. Which one is shown follows from the enrolment's state.

A step's inputs are one function with ``@step_card`` beside the others; its words are ``step-<name>-…``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from cards.actions import CardAction
from cards.dates import day
from cards.enrolment_steps import STEP_CARDS, StepCard
from cards.kit import Button, Rendered, button, card, facts, heading, para, small, subheading
from cards.render import renders
from cards.said import sentence
from cards.words import Words
from mentoring.domain import questionnaire
from mentoring.domain.enrolment import Enrolment, EnrolmentState
from mentoring.domain.questionnaire import SUMMARY, Position
from mentoring.usecases.enrolment import EnrolmentNotice


class TakePart(CardAction, verb="enrolment.begin"):
    """*Take part* on the invitation."""

    enrolment: str


class NotNow(CardAction, verb="enrolment.not_now"):
    """*Not now* on the invitation."""

    enrolment: str


class SaveStep(CardAction, verb="enrolment.save"):
    """*Next*: the step's inputs come beside it."""

    enrolment: str
    position: str


class Agree(SaveStep, verb="enrolment.agree"):
    """*I agree* under the rules of the protected space: the button itself is the agreement."""

    agreed: bool = True


class GoTo(CardAction, verb="enrolment.go"):
    """*Back*, *edit* or one of the steps left for later."""

    enrolment: str
    position: str


class Send(CardAction, verb="enrolment.send"):
    """The summary is right: hand it in."""

    enrolment: str


class Withdraw(CardAction, verb="enrolment.withdraw"):
    """Leave the programme; the answers are erased."""

    enrolment: str


class SwitchLanguage(CardAction, verb="language"):
    """Show everything in the other language from now on."""

    language: str


@renders(EnrolmentNotice)
def enrolment(notice: EnrolmentNotice, words: Words) -> Rendered:
    """The card for the state in which the enrolment is."""
    if notice.closed:
        return _closing(words, "enrolment-closed")
    state = notice.enrolment.state
    if state is EnrolmentState.INVITED:
        return _invitation(notice, words)
    if state is EnrolmentState.DECLINED:
        return _left(notice, words, "declined")
    if state is EnrolmentState.WITHDRAWN:
        return _left(notice, words, "withdrawn")
    if state is EnrolmentState.UNREACHABLE:
        return _closing(words, "enrolment-closed")
    return _summary(notice, words) if notice.enrolment.at == SUMMARY else _step(notice, words)


def _closing(words: Words, key: str) -> Rendered:
    return card([para(words.text(key))], summary=words.text(key))


def _left(notice: EnrolmentNotice, words: Words, how: str) -> Rendered:
    back = button(words.text("enrolment-take-part-after-all"), TakePart(enrolment=notice.enrolment.id))
    text = words.text(f"enrolment-{how}")
    return card([para(text)], [back], summary=text, live=True)


def _invitation(notice: EnrolmentNotice, words: Words) -> Rendered:
    programme, role = notice.programme, notice.enrolment.role
    text = words.text(f"invitation-{role}-what", name=notice.person.first_name, programme=programme.name)
    cost = words.text(
        "invitation-cost",
        minutes=programme.sessions.length_minutes,
        rhythm=words.text(f"rhythm-{programme.sessions.rhythm}"),
        months=programme.sessions.months,
    )
    body = [
        heading(words.text("invitation-title", programme=programme.name)),
        *_sponsor(notice, words),
        small(words.text("enrolment-reminder")) if notice.reminder else None,
        para(text),
        facts(
            [
                (words.text("invitation-cost-label"), cost),
                (words.text("invitation-voluntary-label"), words.text("invitation-voluntary")),
                (words.text("invitation-seen-label"), words.text("invitation-seen")),
                (words.text("invitation-stored-label"), words.text("invitation-stored")),
                *_until(notice, words),
            ]
        ),
        small(words.text("invitation-contact", **_contact(notice))) if notice.programme.contact.name else None,
    ]
    buttons: list[Button] = [
        button(words.text("invitation-yes"), TakePart(enrolment=notice.enrolment.id), "positive"),
        button(words.text("invitation-no"), NotNow(enrolment=notice.enrolment.id), "destructive"),
        _other_language(words),
    ]
    return card(body, buttons, summary=text, live=True)


def _sponsor(notice: EnrolmentNotice, words: Words) -> list[StepCard | None]:
    sponsor = notice.programme.sponsor
    said = sponsor.sentence_de if words.language == "de" else sponsor.sentence_en
    if not sponsor.name:
        return []
    return [para(f"_{said}_") if said else None, small(f"{sponsor.name}, {sponsor.title}".rstrip(", "))]


def _until(notice: EnrolmentNotice, words: Words) -> list[tuple[str, str]]:
    return [(words.text("invitation-until-label"), day(notice.closes, words))] if notice.closes else []


def _contact(notice: EnrolmentNotice) -> dict[str, str]:
    contact = notice.programme.contact
    return {"contact": f"{contact.name} ({contact.email})" if contact.email else contact.name}


def _other_language(words: Words) -> Button:
    other = "en" if words.language == "de" else "de"
    return button(words.text("language-other"), SwitchLanguage(language=other))


def _step(notice: EnrolmentNotice, words: Words) -> Rendered:
    enrolled, at = notice.enrolment, notice.enrolment.at
    title = words.text(f"step-{_key(at.step)}-title")
    if at.topic:
        topic = notice.programme.topic(at.topic)
        title = words.text("step-topic-of", topic=topic.name(words.language))
    body = [
        small(_progress(enrolled, words)),
        small(words.text("enrolment-reminder")) if notice.reminder else None,
        heading(title),
        para(sentence(notice.problem, words)) if notice.problem else None,
        *STEP_CARDS[at.step](notice, words),
    ]
    buttons: list[Button] = [button(*_forward(enrolled, words), "positive")]
    previous = questionnaire.before(enrolled.role, enrolled.answers, at)
    if previous != at:
        buttons.append(button(words.text("enrolment-back"), GoTo(enrolment=enrolled.id, position=str(previous))))
    return card(body, buttons, summary=title, live=True)


def _forward(enrolled: Enrolment, words: Words) -> tuple[str, SaveStep]:
    """The way on; at the rules of the protected space the button itself is the agreement."""
    if enrolled.at.step == "protected_space":
        return words.text("enrolment-agree"), Agree(enrolment=enrolled.id, position=str(enrolled.at))
    return words.text("enrolment-next"), SaveStep(enrolment=enrolled.id, position=str(enrolled.at))


def _progress(enrolled: Enrolment, words: Words) -> str:
    order = questionnaire.required(enrolled.role, enrolled.answers)
    if enrolled.at not in order:
        return words.text("enrolment-later-step")
    return words.text("enrolment-progress", step=order.index(enrolled.at) + 1, steps=len(order))


def _summary(notice: EnrolmentNotice, words: Words) -> Rendered:
    enrolled = notice.enrolment
    done = enrolled.state is EnrolmentState.DONE
    title = words.text("summary-done" if done else "summary-title", name=notice.person.first_name)
    body: list[StepCard | None] = [heading(title)]
    if done:
        body.append(para(words.text("summary-next")))
    body.append(facts(_answered(notice, words)))
    later = questionnaire.later_positions(enrolled.role, enrolled.answers)
    if later:
        body.append(subheading(words.text("summary-later")))
    return card(body, _summary_buttons(notice, words, later), summary=title, live=True)


def _summary_buttons(notice: EnrolmentNotice, words: Words, later: tuple[Position, ...]) -> list[Button]:
    enrolled = notice.enrolment
    buttons: list[Button] = []
    if enrolled.state is not EnrolmentState.DONE:
        buttons.append(button(words.text("summary-send"), Send(enrolment=enrolled.id), "positive"))
    for position in later:
        title = words.text(f"step-{_key(position.step)}-title")
        buttons.append(button(title, GoTo(enrolment=enrolled.id, position=str(position))))
    first = questionnaire.positions(enrolled.role, enrolled.answers)[0]
    buttons.append(button(words.text("summary-edit"), GoTo(enrolment=enrolled.id, position=str(first))))
    buttons.append(button(words.text("summary-withdraw"), Withdraw(enrolment=enrolled.id)))
    buttons.append(_other_language(words))
    return buttons


def _answered(notice: EnrolmentNotice, words: Words) -> list[tuple[str, str]]:
    answers, role = notice.enrolment.answers, notice.enrolment.role
    answered = [position for position in questionnaire.positions(role, answers) if str(position) in answers]
    return [(_row_title(notice, position, words), _row_value(notice, position, words)) for position in answered]


def _row_title(notice: EnrolmentNotice, position: Position, words: Words) -> str:
    if position.topic:
        return notice.programme.topic(position.topic).name(words.language)
    return words.text(f"step-{_key(position.step)}-title")


def _row_value(notice: EnrolmentNotice, position: Position, words: Words) -> str:
    shown: dict[str, Callable[[Mapping[str, Any]], str]] = {
        "about": lambda a: ", ".join(words.text(f"language-{code}") for code in a["languages"]),
        "wishes": lambda a: ", ".join(_topic(notice, wish, words) for wish in (a["wish_1"], a["wish_2"], a["wish_3"]) if wish),
        "topics": lambda a: ", ".join(_topic(notice, topic, words) for topic in a["topics"]),
        "topic": lambda a: f"{words.text('level', level=a['level'])}: {a['experience']}",
        "standing": lambda a: words.text("standing-of", competence=a["competence"]),
        "purpose": lambda a: str(a["goal"]) or (words.text(f"format-{_key(a['format'])}") if a["format"] else "–"),
        "when": lambda a: ", ".join(words.text(f"weekday-{day}") for day in a["weekdays"]) or words.text("summary-any-day"),
        "not_with": lambda a: words.text("summary-kept", people=len(a["not_with"]) + len(a["kpi_people"])),
        "protected_space": lambda _: words.text("summary-agreed"),
    }
    return shown[position.step](notice.enrolment.answers[str(position)])


def _topic(notice: EnrolmentNotice, topic_id: str, words: Words) -> str:
    return notice.programme.topic(topic_id).name(words.language)


def _key(name: str) -> str:
    return name.replace("_", "-")

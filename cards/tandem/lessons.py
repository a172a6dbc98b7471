"""The short lessons, one at a time."""

from __future__ import annotations

from typing import Annotated

from microsoft_teams.cards.core import CardElement
from pydantic import Field

from cards.common.contact import contact_line
from cards.kit.actions import CardAction
from cards.kit.elements import (
    Button,
    Rendered,
    bullets,
    button,
    card,
    heading,
    panel,
    para,
    small,
    subheading,
)
from cards.kit.render import renders
from cards.kit.words import Words
from mentoring.domain.kits.texts import said_in
from mentoring.usecases.tandem.lessons import LessonsNotice


class TurnLesson(CardAction, verb="lessons.turn"):
    """Another lesson; one page beyond the last: all are read."""

    enrolment: str
    page: Annotated[int, Field(ge=0, le=100)] = 0


@renders(LessonsNotice)
def lessons(notice: LessonsNotice, words: Words) -> Rendered:
    """The lesson that is open, or what to keep of all of them."""
    contact = contact_line(notice.programme.contact, words)
    if notice.is_over or not notice.lessons:
        text = words.text("lessons-over")
        return card([para(text), contact], summary=text)
    if notice.page == len(notice.lessons):
        return _read(notice, words, contact)
    lesson = said_in(notice.lessons[notice.page].texts, words.language)
    number, many = notice.page + 1, len(notice.lessons)
    where = words.text("lessons-where", number=number, lessons=many)
    body = [
        para(words.text(f"lessons-intro-{notice.enrolment.role}")) if notice.page == 0 else None,
        small(where) if many > 1 else None,
        heading(lesson.title),
        *(para(each) for each in lesson.paragraphs),
        panel([subheading(words.text("lessons-keep")), para(lesson.takeaway)]),
        small(words.text("lessons-free")),
        contact,
    ]
    summary = words.text("lessons-title", title=lesson.title)
    return card(body, _buttons(notice, words), summary=summary, live=True)


def _read(notice: LessonsNotice, words: Words, contact: CardElement | None) -> Rendered:
    title = words.text("lessons-read")
    kept = [said_in(each.texts, words.language).takeaway for each in notice.lessons]
    again = button(words.text("lessons-again"), TurnLesson(enrolment=notice.enrolment.id))
    return card([heading(title), bullets(kept), contact], [again], summary=title, live=True)


def _buttons(notice: LessonsNotice, words: Words) -> list[Button]:
    """Onward, and back."""
    last = notice.page + 1 == len(notice.lessons)

    def to(page: int) -> TurnLesson:
        return TurnLesson(enrolment=notice.enrolment.id, page=page)

    onward = words.text("lessons-done" if last else "lessons-next")
    back = [button(words.text("lessons-back"), to(notice.page - 1))] if notice.page else []
    return [button(onward, to(notice.page + 1), "positive"), *back]

"""What somebody wishes for next time: asked at the end, changed and taken back there as well."""

from __future__ import annotations

from microsoft_teams.cards import ActionSet, ExecuteAction
from microsoft_teams.cards.core import CardElement

from cards.common.contact import contact_line
from cards.enrolment.buttons import WishNextTime
from cards.kit.elements import (
    Rendered,
    button,
    card,
    heading,
    para,
    seen,
    subheading,
)
from cards.kit.render import renders
from cards.kit.words import Words
from mentoring.domain.enrolment import Enrolment, NextTime
from mentoring.usecases.enrolment.card import other_role
from mentoring.usecases.enrolment.wishes import WishNotice


@renders(WishNotice)
def wished(notice: WishNotice, words: Words) -> Rendered:
    """What somebody has wished once they were thanked, asked for with a word to the bot."""
    if not notice.is_open:
        text = words.text("next-time-over")
        return card([para(text)], summary=text)
    title = words.text("next-time-title")
    _, *answers = next_time(notice.enrolment, words, at_once=False)
    body = [heading(title), *answers, contact_line(notice.contact, words)]
    return card(body, summary=title, live=True)


def next_time(enrolment: Enrolment, words: Words, *, at_once: bool) -> list[CardElement | None]:
    """Three answers of the same weight; ``at_once``: they count now, where cycles have no end."""
    said = enrolment.next_time
    wishes = (NextTime.AGAIN, NextTime.OTHER, NextTime.NOT)
    asked = ActionSet(actions=[_answer(enrolment, each, words) for each in wishes])
    rows: list[CardElement | None] = [asked]
    if said is not NextTime.UNSAID:
        back = WishNextTime(enrolment=enrolment.id, wish=NextTime.UNSAID)
        rows.append(ActionSet(actions=[button(words.text("next-time-back"), back)]))
        rows += [] if at_once else [para(words.text("next-time-change"))]
    note = "next-time-at-once" if at_once else "next-time-seen"
    return [subheading(words.text("next-time-title")), *rows, seen(words.text(note))]


def _answer(enrolment: Enrolment, wish: NextTime, words: Words) -> ExecuteAction:
    other = f"-{other_role(enrolment.role)}" if wish is NextTime.OTHER else ""
    name = words.text(f"next-time-{wish}{other}")
    press = WishNextTime(enrolment=enrolment.id, wish=wish)
    return button(f"✓ {name}" if wish is enrolment.next_time else name, press)

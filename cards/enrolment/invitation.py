"""The invitation: who stands behind the programme, what it costs, that it is voluntary, who sees it, what is stored."""

from __future__ import annotations

from microsoft_teams.cards import TextBlock
from microsoft_teams.cards.core import CardElement

from cards.common.contact import contact_line
from cards.enrolment.buttons import NotNow, TakePart, other_language
from cards.kit.dates import day
from cards.kit.elements import NO, Button, Rendered, button, card, heading, para, person, points, small
from cards.kit.words import Words, called
from mentoring.usecases.enrolment.enrolment import EnrolmentNotice


def invitation(notice: EnrolmentNotice, words: Words) -> Rendered:
    """The first thing that somebody sees of the programme."""
    title, text = _title(notice, words), _what(notice, words)
    reminder = small(words.text("enrolment-reminder-invitation")) if notice.reminder else None
    buttons: list[Button] = [
        button(words.text("invitation-yes"), TakePart(enrolment=notice.enrolment.id), "positive"),
        button(words.text("invitation-no"), NotNow(enrolment=notice.enrolment.id), says=NO),
        other_language(words),
    ]
    return card([reminder, *invitation_body(notice, words)], buttons, summary=f"{title}. {text}", live=True)


def invitation_body(notice: EnrolmentNotice, words: Words) -> list[CardElement]:
    """All that the invitation says, without its buttons."""
    body = [
        _sponsor(notice, words),
        heading(_title(notice, words)),
        para(_what(notice, words)),
        points(_points(notice, words)),
        contact_line(notice.programme.contact, words),
    ]
    return [element for element in body if element]


def _title(notice: EnrolmentNotice, words: Words) -> str:
    return words.text("invitation-title", programme=notice.programme.name)


def _what(notice: EnrolmentNotice, words: Words) -> str:
    key = f"invitation-{notice.enrolment.role}-what"
    return words.text(key, name=called(notice.person, words), programme=notice.programme.name)


def _sponsor(notice: EnrolmentNotice, words: Words) -> CardElement | None:
    sponsor = notice.programme.sponsor
    if not sponsor.name:
        return None
    said = sponsor.sentence_de if words.language == "de" else sponsor.sentence_en
    marks = ("„", "“") if words.language == "de" else ("“", "”")
    sentence = TextBlock(text=f"{marks[0]}{said}{marks[1]}", wrap=True, size="Medium") if said else None
    name = small(", ".join(part for part in (sponsor.name, sponsor.title) if part))
    return person(sponsor.picture or notice.photo, sponsor.name, [sentence, name])


def _points(notice: EnrolmentNotice, words: Words) -> list[tuple[str, str, str]]:
    rules, room = notice.programme.sessions, notice.programme.room.replace("_", "-")
    cost = words.text(
        "invitation-cost", minutes=rules.length_minutes, rhythm=words.text(f"rhythm-{rules.rhythm}"), months=rules.months
    )
    rows = [
        ("⏱", words.text("invitation-cost-label"), cost),
        ("🙋", words.text("invitation-voluntary-label"), words.text("invitation-voluntary")),
        ("👀", words.text("invitation-seen-label"), words.text(f"invitation-seen-{room}")),
        ("🔒", words.text("invitation-stored-label"), words.text("invitation-stored")),
    ]
    if notice.closes:
        rows.append(("📅", words.text("invitation-until-label"), day(notice.closes, words)))
    return rows

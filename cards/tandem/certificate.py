"""The certificate: the hours are asked for, then it stands in the card as a picture, and can be had
as a PDF.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from babel.dates import format_date
from microsoft_teams.cards import Image
from microsoft_teams.cards.core import CardElement

from cards.common.contact import contact_line
from cards.common.said import sentence
from cards.kit.actions import CardAction
from cards.kit.documents import Document, writes
from cards.kit.elements import Rendered, button, card, facts, heading, para, seen, small
from cards.kit.inputs import marked, number
from cards.kit.render import renders
from cards.kit.sheets import Line, Sheet
from cards.kit.words import Words, called, topic_name
from mentoring.usecases.tandem.certificate import MOST_HOURS, CertificateNotice, Part, input_of

MOST_LINES = 3
"""Of so many tandems each has a line with its hours on the sheet."""


class ConfirmHours(CardAction, verb="certificate.confirm"):
    """So many hours it were."""

    sends_inputs = True
    tandem: str


class AskHours(CardAction, verb="certificate.hours"):
    """Correct the hours."""

    tandem: str


class CertificateAsFile(CardAction, verb="certificate.file"):
    """Have it as a PDF."""

    tandem: str


@renders(CertificateNotice)
def certificate(notice: CertificateNotice, words: Words) -> Rendered:
    """The question how many hours it were, or the certificate."""
    if notice.is_over:
        text = words.text("certificate-over")
        return card([para(text), _contact(notice, words)], summary=text)
    return _shown(notice, words) if notice.hours else _asks(notice, words)


def _asks(notice: CertificateNotice, words: Words) -> Rendered:
    title = words.text("certificate-title")
    body = [
        heading(title),
        para(words.text("certificate-intro")),
        facts(_facts(notice, words)),
        *_hours(notice, words),
        _proposed(notice, words),
        seen(words.text("certificate-kept")),
        _contact(notice, words),
    ]
    make = ConfirmHours(tandem=notice.tandem.id)
    buttons = [button(words.text("certificate-make"), make, "positive")]
    return card(body, buttons, summary=title, live=True)


def _contact(notice: CertificateNotice, words: Words) -> CardElement | None:
    return contact_line(notice.programme.contact, words)


def _facts(notice: CertificateNotice, words: Words) -> list[tuple[str, str]]:
    """What will stand on it beside the hours."""
    topics = dict.fromkeys(_topics([part], words) for part in notice.parts)
    told = {
        "name": notice.viewer.full_name,
        "role": words.text(f"certificate-role-{notice.role}"),
        "topics": "; ".join(filter(None, topics)),
    }
    return [(words.text(f"certificate-{what}"), text) for what, text in told.items() if text]


def _topics(parts: Iterable[Part], words: Words) -> str:
    """Each once."""
    named = (topic_name(each, words) for part in parts for each in part.topics)
    return ", ".join(dict.fromkeys(named))


def _hours(notice: CertificateNotice, words: Words) -> list[CardElement | None]:
    """An input for each tandem; of several, one may have had no hours."""
    parts = notice.parts or (None,)
    fields: list[CardElement | None] = []
    for place, part in enumerate(parts):
        label = words.text("certificate-hours")
        if part and len(parts) > 1:
            label = words.text("certificate-hours-with", partner=called(part.partner, words))
        key, least = input_of(place), 0 if len(parts) > 1 else 1
        said = notice.raw.get(key, (part.proposed if part else 0) or "")
        fields.append(number(key, label, said, least, MOST_HOURS, required=label))
    problem = notice.problem
    return marked(fields, problem.field or "hours", sentence(problem, words)) if problem else fields


def _proposed(notice: CertificateNotice, words: Words) -> CardElement | None:
    """Where the numbers come from that stand there."""
    sessions = sum(part.sessions for part in notice.parts)
    if not any(part.proposed for part in notice.parts):
        return None
    key = "certificate-proposed-each" if len(notice.parts) > 1 else "certificate-proposed"
    return small(words.text(key, sessions=sessions))


def _shown(notice: CertificateNotice, words: Words) -> Rendered:
    from cards.kit.drawing import picture

    sheet, title = _sheet(notice, words), words.text("certificate-title")
    said = ". ".join(line.text for line in sheet.lines)
    body = [
        heading(title),
        small(words.text("certificate-no-files")) if notice.as_file else None,
        Image(url=picture(sheet), alt_text=said),
        None if notice.as_file else seen(words.text("certificate-kept")),
        _contact(notice, words),
    ]
    tandem = notice.tandem.id
    buttons = [
        button(words.text("certificate-pdf"), CertificateAsFile(tandem=tandem), "positive"),
        button(words.text("certificate-change"), AskHours(tandem=tandem)),
    ]
    return card(body, [] if notice.as_file else buttons, summary=title, live=not notice.as_file)


def _sheet(notice: CertificateNotice, words: Words) -> Sheet:
    """The certificate itself, which speaks of its person to others."""
    title = words.text("certificate-sheet-title")
    return Sheet(title, words.language, (Line(title, 20, 0), *_lines(notice, words)))


def _lines(notice: CertificateNotice, words: Words) -> Iterator[Line]:
    programme = notice.programme.name
    yield Line(notice.viewer.full_name, 15, 16, whole=True)
    yield Line(words.text(f"certificate-sheet-{notice.role}", programme=programme), 8.5, 10)
    if when := _when(notice, words):
        yield Line(when, 8.5, 10)
    yield from _parts(notice, words)
    yield Line(words.text("certificate-sheet-hours", hours=notice.hours), 11, 14)
    yield Line(words.text("certificate-sheet-own"), 6.5, 4)
    issued = str(format_date(notice.issued, "long", locale=words.locale))
    yield Line(words.text("certificate-sheet-issued", date=issued), 6.5, 18)


def _parts(notice: CertificateNotice, words: Words) -> Iterator[Line]:
    """The topics; of several tandems with the hours of each, in which nobody is named. Of many the
    topics stand together, as a sheet has room for a few lines.
    """
    several = len(notice.told) > 1
    if len(notice.told) > MOST_LINES:
        listed = _topics(notice.told, words)
        yield Line(words.text("certificate-sheet-topics", topics=listed), 8.5, 10)
        return
    for place, part in enumerate(notice.told):
        topics = _topics([part], words)
        hours = words.text("certificate-sheet-hours", hours=part.hours)
        text = words.text("certificate-sheet-topics", topics=topics) if topics else ""
        if several:
            text = words.text("certificate-sheet-part", topics=text, hours=hours) if text else hours
        if text:
            yield Line(text, 8.5, 7 if place else 10)


def _when(notice: CertificateNotice, words: Words) -> str:
    """From which month to which; empty if no session is known."""
    first = [part.first for part in notice.told if part.first]
    last = [part.last for part in notice.told if part.last]
    if not first or not last:
        return ""
    months = [
        str(format_date(each, "LLLL y", locale=words.locale)) for each in (min(first), max(last))
    ]
    if months[0] == months[-1]:
        return months[0]
    return words.text("certificate-sheet-when", first=months[0], last=months[-1])


@writes(CertificateNotice)
def as_pdf(notice: CertificateNotice, words: Words) -> Document:
    """The same as a PDF."""
    from cards.kit.drawing import pdf

    about = words.text("certificate-file-about", programme=notice.programme.name)
    name = f"{words.text('certificate-sheet-title')}.pdf"
    return Document(name, about, pdf(_sheet(notice, words)))

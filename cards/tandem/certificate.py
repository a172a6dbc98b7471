"""The certificate: the hours are asked for, then it stands in the card as a picture, and can be had
as a PDF.
"""

from __future__ import annotations

from collections.abc import Iterator

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
from cards.kit.words import Words, topic_name
from mentoring.usecases.tandem.certificate import MOST_HOURS, CertificateNotice


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
    told = {
        "name": notice.viewer.full_name,
        "role": words.text(f"certificate-role-{notice.role}"),
        "topics": _topics(notice, words),
    }
    return [(words.text(f"certificate-{what}"), text) for what, text in told.items() if text]


def _topics(notice: CertificateNotice, words: Words) -> str:
    return ", ".join(topic_name(each, words) for each in notice.topics)


def _hours(notice: CertificateNotice, words: Words) -> list[CardElement | None]:
    label, problem = words.text("certificate-hours"), notice.problem
    said = notice.raw.get("hours", notice.proposed or "")
    field = number("hours", label, said, 1, MOST_HOURS, required=label)
    return marked([field], "hours", sentence(problem, words)) if problem else [field]


def _proposed(notice: CertificateNotice, words: Words) -> CardElement | None:
    """Where the number comes from that stands there."""
    if not notice.proposed:
        return None
    return small(words.text("certificate-proposed", sessions=notice.sessions))


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
    if notice.first and notice.last:
        yield Line(_when(notice, words), 8.5, 10)
    if notice.topics:
        yield Line(words.text("certificate-sheet-topics", topics=_topics(notice, words)), 8.5, 10)
    yield Line(words.text("certificate-sheet-hours", hours=notice.hours), 11, 14)
    yield Line(words.text("certificate-sheet-own"), 6.5, 4)
    issued = str(format_date(notice.issued, "long", locale=words.locale))
    yield Line(words.text("certificate-sheet-issued", date=issued), 6.5, 18)


def _when(notice: CertificateNotice, words: Words) -> str:
    """From which month to which."""
    months = [
        str(format_date(each, "LLLL y", locale=words.locale))
        for each in (notice.first, notice.last)
        if each
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

"""Pausing, and what the other one is asked meanwhile."""

from __future__ import annotations

from cards.common.contact import contact_line
from cards.kit.actions import CardAction
from cards.kit.dates import day, session_time
from cards.kit.elements import Rendered, bullets, button, card, heading, para
from cards.kit.render import renders
from cards.kit.words import Words, called
from cards.sessions.buttons import resume_button
from mentoring.domain.tandem import TandemState
from mentoring.usecases.changes.absence import AbsenceNotice, PartnerBackNotice
from mentoring.usecases.sessions.partner_away import PartnerAwayNotice


class WaitOrMove(CardAction, verb="absence.answer"):
    """Wait for the other one, or move the session."""

    session: str
    move: bool


@renders(AbsenceNotice)
def absence(notice: AbsenceNotice, words: Words) -> Rendered:
    """The person's own pause."""
    if notice.until is None:
        text = words.text("absence-over", name=called(notice.person, words))
        return card([para(text), contact_line(notice.contact, words)], summary=text)
    text = words.text("absence-paused", day=day(notice.until, words))
    return card(
        [para(text), contact_line(notice.contact, words)],
        [resume_button(notice.person.id, words)],
        summary=text,
        live=True,
    )


@renders(PartnerAwayNotice)
def partner_away(notice: PartnerAwayNotice, words: Words) -> Rendered:
    """The partner is away: wait for them, or move the session."""
    partner = called(notice.partner, words)
    if notice.answer and notice.tandem.state is not TandemState.CLOSED:
        text = words.text(f"away-{notice.answer}", partner=partner)
        return card([para(text), contact_line(notice.contact, words)], summary=text)
    until = notice.until
    title = (
        words.text("away-until", partner=partner, day=day(until, words))
        if until
        else words.text("away", partner=partner)
    )
    zone = notice.viewer.profile.zone
    times = [
        session_time(s.start, s.end, zone, words) for s in notice.sessions if s.start and s.end
    ]
    if not times or notice.tandem.state is TandemState.CLOSED:
        text = words.text("away-settled", partner=partner)
        return card([para(text), contact_line(notice.contact, words)], summary=text)
    session = notice.sessions[0].id
    buttons = [
        button(words.text("away-button-move"), WaitOrMove(session=session, move=True), "positive"),
        button(words.text("away-button-wait"), WaitOrMove(session=session, move=False)),
    ]
    return card(
        [
            heading(title),
            para(words.text("away-question")),
            bullets(times),
            contact_line(notice.contact, words),
        ],
        buttons,
        summary=title,
        live=True,
    )


@renders(PartnerBackNotice)
def partner_back(notice: PartnerBackNotice, words: Words) -> Rendered:
    """The other one is back earlier than said."""
    partner = called(notice.partner, words)
    body = [para(words.text("back-told", partner=partner))]
    body += [para(words.text("back-times"))] if notice.times else []
    text = words.text("back-told", partner=partner)
    return card([*body, contact_line(notice.contact, words)], summary=text)

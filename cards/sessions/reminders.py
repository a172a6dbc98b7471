"""The reminder of a session: when, with whom, and the way there."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

from microsoft_teams.cards.core import CardElement

from cards.common.contact import contact_line
from cards.kit.actions import CardAction
from cards.kit.dates import session_time
from cards.kit.elements import (
    NO,
    Button,
    Rendered,
    bullets,
    button,
    card,
    heading,
    link,
    panel,
    para,
    person,
    small,
    subheading,
)
from cards.kit.render import renders
from cards.kit.words import Words, called
from cards.sessions.buttons import kit_button, questions_button, retrospective_button
from mentoring.domain.tandem import TandemState
from mentoring.usecases.sessions.late import LateNotice
from mentoring.usecases.sessions.reminders import SessionNotice

PARTS = ("arrive", "topic", "try", "look-back")


class TenMinutesLate(CardAction, verb="session.late"):
    """*I am ten minutes late*: the other one is told."""

    session: str


class SayMet(CardAction, verb="session.met"):
    """*We met*, or *we did not*."""

    session: str
    met: bool


@renders(LateNotice)
def late(notice: LateNotice, words: Words) -> Rendered:
    """What the one who waits reads."""
    key = "session-late-over" if notice.over else "session-late-told"
    text = words.text(key, partner=called(notice.partner, words))
    shown = text if notice.over else f"🕙 {text}"
    return card(
        [para(shown), contact_line(notice.contact, words)], summary=text, live=not notice.over
    )


@renders(SessionNotice)
def session(notice: SessionNotice, words: Words) -> Rendered:
    """The session that is near; once it is over, a quiet line."""
    partner = notice.partner
    if notice.tandem.state is TandemState.CLOSED and not (notice.over and notice.said):
        key = "session-undone" if notice.undone else "session-ended"
        text = words.text(key, partner=called(partner, words))
        return card([para(text), _contact(notice, words)], summary=text)
    if notice.rearranged or notice.session.start is None:
        text = words.text("session-rearranged", partner=called(partner, words))
        return card([para(text), _contact(notice, words)], summary=text, live=True)
    if notice.over:
        return _after(notice, words)
    when = _when(notice, words)
    title = words.text(
        "session-soon", when=words.text(f"session-{_day(notice)}"), partner=called(partner, words)
    )
    body = [
        person(
            notice.photo,
            words.text("photo-of", name=partner.profile.name),
            [heading(title), small(when)],
        ),
        small(words.text("session-move-asked")) if notice.asked else None,
        small(f"🕙 {words.text('session-late-sent', partner=called(partner, words))}")
        if notice.told_late
        else None,
        panel(
            [
                subheading(words.text("session-agenda")),
                bullets(words.text(f"agenda-{part}") for part in PARTS),
            ]
        ),
        _contact(notice, words),
    ]
    return card(body, _buttons(notice, words), summary=f"{title}: {when}", live=True)


def _after(notice: SessionNotice, words: Words) -> Rendered:
    """Whether they have met; what is said stays between the two."""
    partner = called(notice.partner, words)
    if notice.said:
        text = words.text(f"session-{notice.said}", partner=partner)
        running = notice.tandem.state is not TandemState.CLOSED
        back = [retrospective_button(notice.session, words)] if notice.said == "met" else []
        buttons = [*back, questions_button(notice.tandem, words)] if running else []
        return card([para(text), _contact(notice, words)], buttons, summary=text)
    title = words.text("session-did-you-meet", partner=partner)
    body = [
        heading(title),
        small(_when(notice, words)),
        small(f"🔒 {words.text('session-met-seen')}"),
        _contact(notice, words),
    ]
    buttons = [
        button(
            words.text("session-we-met"), SayMet(session=notice.session.id, met=True), "positive"
        ),
        button(
            words.text("session-we-did-not"), SayMet(session=notice.session.id, met=False), says=NO
        ),
    ]
    return card(body, buttons, summary=title, live=True)


def _contact(notice: SessionNotice, words: Words) -> CardElement | None:
    return contact_line(notice.programme.contact, words)


def _day(notice: SessionNotice) -> str:
    start = notice.session.start
    local = start.astimezone(_zone(notice)).date() if start else notice.today
    return {0: "today", 1: "tomorrow"}.get((local - notice.today).days, "soon-day")


def _zone(notice: SessionNotice) -> ZoneInfo:
    return ZoneInfo(notice.viewer.profile.zone)


def _when(notice: SessionNotice, words: Words) -> str:
    start = notice.session.start
    if start is None:
        return ""
    return session_time(
        start, start + timedelta(minutes=notice.session.minutes), notice.viewer.profile.zone, words
    )


def _buttons(notice: SessionNotice, words: Words) -> list[Button]:
    """The way there; from the day itself on also *ten minutes late*, once."""
    tandem = notice.tandem
    found = [
        ("session-join", notice.session.join_url or tandem.join_url),
        ("tandem-channel", tandem.channel_url),
    ]
    buttons: list[Button] = [link(words.text(key), url) for key, url in found if url]
    if _day(notice) == "today" and not notice.told_late:
        buttons.append(
            button(words.text("session-late"), TenMinutesLate(session=notice.session.id))
        )
    kit = kit_button(notice.session, words)
    return [*buttons, kit, questions_button(tandem, words)]

"""The card of a launched tandem, and the words that stand in its events and beside its channel."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from hashlib import sha256

from microsoft_teams.cards import ActionSet
from microsoft_teams.cards.core import CardElement

from cards.common.contact import contact_line
from cards.kit.dates import day, on_two_clocks
from cards.kit.elements import (
    Button,
    Rendered,
    bullets,
    card,
    heading,
    link,
    panel,
    para,
    person,
    quote,
    small,
    subheading,
)
from cards.kit.render import renders
from cards.kit.words import Words, called, programme_words, topic_name
from cards.sessions.buttons import (
    agreement_button,
    change_button,
    circle_button,
    move_button,
    pause_button,
    questions_button,
    resume_button,
    road_map_button,
)
from cards.sessions.by_hand import kept_by_hand
from cards.sessions.course import how_far
from cards.sessions.leaving import leaving_line
from cards.sessions.words import explanation_sentence
from mentoring.domain.circle import Circle
from mentoring.domain.language import LANGUAGES, Language
from mentoring.domain.people import Role
from mentoring.domain.programme import Programme
from mentoring.domain.session import Session
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.usecases.sessions.tandem_card import TandemNotice

NOT_IN_A_NAME = re.compile(r"""[~#%&*{}+/\\:<>?|'",.]""")
"""What the name of a channel may not contain (learn.microsoft.com, limits of Teams)."""
LONGEST_CIRCLE_NAME = 38
"""The cycle stands behind it, and a channel's name has 50 characters at most."""


@renders(TandemNotice)
def tandem(notice: TandemNotice, words: Words) -> Rendered:
    """Partner, channel, dates, and for the mentor a first message to begin with."""
    partner = notice.partner
    title = words.text("tandem-title", partner=partner.profile.name)
    zone = notice.viewer.profile.zone
    where = " · ".join(
        part for part in (partner.profile.job_title, partner.profile.location) if part
    )
    body = [
        person(
            notice.photo,
            words.text("photo-of", name=partner.profile.name),
            [heading(title), small(where) if where else None],
        ),
        para(
            words.text(
                f"tandem-intro-{_stage(notice)}",
                name=called(notice.viewer, words),
                partner=called(partner, words),
            )
        ),
        *_pause(notice, words),
        panel(
            [
                subheading(words.text("tandem-dates")),
                *_dates(notice, zone, words),
                *_explained(notice, words),
            ]
        ),
        *_way(notice, words),
        *_said_by_partner(notice, words),
        *_draft(notice, words),
        small(f"📅 {words.text('tandem-deputy-is-partner', partner=called(partner, words))}")
        if notice.deputy_is_partner
        else None,
        small(f"🤝 {words.text('space-rules')}"),
        leaving_line(notice.tandem, notice.programme, words),
        contact_line(notice.programme.contact, words),
    ]
    if notice.tandem.state is TandemState.CLOSED:
        # Some weeks after the end its sessions are erased: that is no lack of dates.
        had = bool(_standing(notice)) or notice.tandem.by_hand.has_dates
        return card([*body[: 3 if had else 2], body[-1]], summary=title)
    together = [agreement_button(notice.tandem, words), questions_button(notice.tandem, words)]
    buttons = [*_links(notice, words), *together, *_changes(notice, words)]
    return card(body, buttons, summary=title, live=True)


def _stage(notice: TandemNotice) -> str:
    """How far the tandem is: before its first session each side is told how to begin."""
    if notice.tandem.state is TandemState.CLOSED:
        return "undone" if notice.undone else "closed"
    by_hand = "-by-hand" if notice.tandem.by_hand.has_room else ""
    if notice.is_through and not by_hand:
        return "through"
    if notice.has_begun:
        return f"running{by_hand}"
    return "by-hand" if by_hand else str(notice.role)


def _changes(notice: TandemNotice, words: Words) -> list[Button]:
    """What the two may change about their dates."""
    zone = notice.viewer.profile.zone
    viewer, paused = notice.viewer.id, notice.paused_until is not None
    fixed = notice.tandem.by_hand.has_dates or notice.is_through
    return [
        *([move_button(notice.ahead, zone, words)] if notice.ahead else []),
        *([] if fixed else [change_button(notice.tandem, notice.programme.sessions, words)]),
        resume_button(viewer, words) if paused else pause_button(viewer, words),
    ]


def _dates(notice: TandemNotice, zone: str, words: Words) -> list[CardElement]:
    if notice.tandem.by_hand.has_dates:
        return kept_by_hand(notice, words)
    sessions = _standing(notice)
    if not sessions:
        return [para(words.text("tandem-no-dates"))]
    lines = (
        dated(session, zone, words, agreeing=session.id in notice.agreeing) for session in sessions
    )
    return [bullets(lines)]


def _standing(notice: TandemNotice) -> list[Session]:
    """Its sessions; once it is over those that had their time, the others were called off."""
    end = notice.tandem.ended_at
    if notice.tandem.state is not TandemState.CLOSED:
        return list(notice.sessions)
    return [each for each in notice.sessions if each.start and (end is None or each.start <= end)]


def dated(
    session: Session, zone: str, words: Words, *, other: str = "", agreeing: bool = False
) -> str:
    """A session in one line: its time in the zone (IANA), also on the clock of ``other`` where that
    is another zone, or that it has none.
    """
    if session.start is None or session.end is None:
        gone = "skipped" if session.state == "cancelled" else "open"
        return words.text(f"tandem-{gone}-session", number=session.number)
    time = on_two_clocks(session.start, session.end, zone, other or zone, words)
    return words.text("tandem-agreeing-session", time=time) if agreeing else time


def _explained(notice: TandemNotice, words: Words) -> list[CardElement]:
    if notice.tandem.state is TandemState.CLOSED:
        return []
    zone = notice.viewer.profile.zone
    lines = list(
        dict.fromkeys(
            explanation_sentence(e, notice.role, zone, words) for e in notice.explanations
        )
    )
    return [small(line) for line in lines[:6]]


def _draft(notice: TandemNotice, words: Words) -> list[CardElement]:
    if notice.role is not Role.MENTOR or notice.has_begun:
        return []
    theirs = programme_words(notice.programme, notice.draft_language)
    draft = theirs.text(
        "tandem-draft-message",
        partner=called(notice.partner, theirs),
        name=called(notice.viewer, theirs),
    )
    return [subheading(words.text("tandem-draft")), quote(draft)]


def _pause(notice: TandemNotice, words: Words) -> list[CardElement]:
    until = None if notice.tandem.state is TandemState.CLOSED else notice.paused_until
    return [para(f"⏸ {words.text('absence-paused', day=day(until, words))}")] if until else []


def _way(notice: TandemNotice, words: Words) -> list[CardElement]:
    """How far the two are, and the ways to their road map and a mentor's circle."""
    bar = how_far(notice.course, words)
    circle = [circle_button(notice.circle, words)] if notice.circle else []
    ways = ActionSet(actions=[road_map_button(notice.tandem, words), *circle])
    return [*([bar] if bar else []), ways]


def _said_by_partner(notice: TandemNotice, words: Words) -> list[CardElement]:
    """What the other one would like to achieve, and how they like to meet."""
    partner, place = called(notice.partner, words), notice.partner_place
    goal = [subheading(words.text("tandem-goal", partner=partner)), quote(notice.partner_goal)]
    meet = [small(words.text("tandem-place", partner=partner, place=place))] if place else []
    return [*(goal if notice.partner_goal else []), *meet]


def _links(notice: TandemNotice, words: Words) -> list[Button]:
    return (
        [link(words.text("tandem-channel"), notice.tandem.channel_url)]
        if notice.tandem.channel_url
        else []
    )


class CardWording:
    """Words that leave the product outside a card; see ``mentoring.ports.Wording``."""

    def __init__(self, programme: Programme) -> None:
        self._programme = programme

    def tandem_name(self, tandem: Tandem) -> str:
        """``Tandem 007``: no person's name, no rank."""
        return f"Tandem {tandem.number:03d}"

    def channel_name(self, tandem: Tandem) -> str:
        """``Tandem 007 3F9A``: the last part comes from the tandem's id."""
        return f"{self.tandem_name(tandem)} {tandem.id.rsplit('-', 1)[-1][:4].upper()}"

    def channel_description(self, languages: Sequence[Language]) -> str:
        """The rules of the protected space and the contact, in the languages of both, at most 1,024
        characters.
        """
        texts = [
            self._words(language).text("channel-description")
            for language in dict.fromkeys(languages)
        ]
        return " / ".join([*texts, self._programme.contact.email]).rstrip(" /")[:1024]

    def circle_name(self, circle: Circle) -> str:
        """What the circle is, in the programme's language, and its cycle, with a number from the
        second channel on; what Teams takes in no name is left out.
        """
        words = self._words(self._programme.language)
        said = words.text(f"circle-{circle.kind}-name", topic=self._topic(circle, words))
        name = " ".join(NOT_IN_A_NAME.sub(" ", said).split())
        if len(name) > LONGEST_CIRCLE_NAME:  # Two long topics may begin alike.
            end = sha256(circle.topic.encode()).hexdigest()[:4].upper()
            name = f"{name[: LONGEST_CIRCLE_NAME - 5]} {end}"
        which = f" {circle.earlier + 1}" if circle.earlier else ""
        return f"{name} {circle.cycle_id.upper()}{which}"[:50]

    def _topic(self, circle: Circle, words: Words) -> str:
        return topic_name(self._programme.topic(circle.topic), words) if circle.topic else ""

    def circle_description(self, circle: Circle) -> str:
        """What the circle is and its rules, in all languages, and the contact."""
        every = [self._words(language) for language in LANGUAGES]
        texts = [
            words.text(f"circle-{circle.kind}-description", topic=self._topic(circle, words))
            for words in every
        ]
        return " / ".join([*texts, self._programme.contact.email]).rstrip(" /")[:1024]

    def series_body(self, languages: Sequence[Language], channel_url: str) -> str:
        """Agenda, channel link and rules as HTML, in the languages of both."""
        return "<hr>".join(
            self._agenda(self._words(language), channel_url)
            for language in dict.fromkeys(languages)
        )

    def _agenda(self, words: Words, channel_url: str) -> str:
        points = "".join(
            f"<li>{html.escape(words.text(f'agenda-{part}'))}</li>"
            for part in ("arrive", "topic", "try", "look-back")
        )
        address = html.escape(channel_url, quote=True)
        channel = (
            f'<p><a href="{address}">{html.escape(words.text("tandem-channel"))}</a></p>'
            if channel_url
            else ""
        )
        intro, rules = (html.escape(words.text(key)) for key in ("agenda-intro", "space-rules"))
        return f"<p>{intro}</p><ol>{points}</ol>{channel}<p>{rules}</p>"

    def kickoff_subject(self) -> str:
        """The kick-off's name in calendars, in the programme's language."""
        return self._words(self._programme.language).text(
            "kickoff-subject", programme=self._programme.name
        )

    def kickoff_body(self) -> str:
        """What the kick-off's event says, in both languages."""
        texts = [html.escape(self._words(language).text("kickoff-body")) for language in LANGUAGES]
        return "<hr>".join(f"<p>{text}</p>" for text in texts)

    def cancel_comment(self, languages: Sequence[Language], cause: str = "no-slot") -> str:
        """Why a session does not take place, in the languages of both."""
        return " / ".join(
            self._words(language).text(f"session-cancelled-{cause}")
            for language in dict.fromkeys(languages)
        )

    def _words(self, language: Language) -> Words:
        return programme_words(self._programme, language)

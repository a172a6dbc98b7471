"""The offer to one side, in human terms and without a score, and the kind words for whoever is left
over.
"""

from __future__ import annotations

from microsoft_teams.cards import ExecuteAction, TextBlock
from microsoft_teams.cards.core import CardElement

from cards.common.contact import contact_line
from cards.kit.actions import CardAction
from cards.kit.dates import day
from cards.kit.elements import (
    NO,
    Button,
    Rendered,
    asking,
    bullets,
    button,
    card,
    facts,
    heading,
    para,
    person,
    quote,
    small,
    subheading,
    typed,
)
from cards.kit.neutral import unmarked
from cards.kit.render import renders
from cards.kit.words import Words, called, topic_name
from mentoring.domain.matching.results import Reason
from mentoring.domain.people import Role
from mentoring.usecases.matching.left_over import LeftOverNotice
from mentoring.usecases.matching.offers import OfferNotice

TOLD = ("topic", "function", "location", "background", "shared_format", "shared_times")
"""The reasons that the two read.

Generation, gender and hierarchy count in the matching, but are nobody's headline.
"""


MAY_CHANGE = frozenset({"waiting", "accepted", "follows", "started"})
"""The states in which the card does not stay as it is."""


class AnswerOffer(CardAction, verb="offer.answer"):
    """*Yes, gladly* or *rather not*."""

    tandem: str
    yes: bool


@renders(OfferNotice)
def offer(notice: OfferNotice, words: Words) -> Rendered:
    """The offer as this side may see it."""
    if notice.state == "open":
        return _open(notice, words)
    known = {
        "name": called(notice.viewer, words),
        "partner": called(notice.partner, words),
        "day": day(notice.tandem.round_ends_at, words),
    }
    text = words.text(f"offer-{notice.state}", **known)
    return card([para(text)], summary=text, live=notice.state in MAY_CHANGE)


def _open(notice: OfferNotice, words: Words) -> Rendered:
    title = words.text("offer-title", name=called(notice.viewer, words))
    body = [
        small(words.text("offer-reminder")) if notice.reminder else None,
        heading(title),
        para(_introduced(notice, words)),
        _partner(notice, words),
        *_about(notice, words),
        subheading(words.text("offer-why")),
        bullets(_reasons(notice, words)),
        *_skills(notice, words),
        small(f"🔒 {words.text('offer-safe')}"),
        small(f"📅 {words.text('offer-until', day=day(notice.tandem.due_at, words))}"),
    ]
    buttons: list[Button] = [
        button(words.text("offer-yes"), AnswerOffer(tandem=notice.tandem.id, yes=True), "positive"),
        asking(words.text("offer-no"), words.text("offer-no-question"), _no(notice, words)),
    ]
    return card(body, buttons, summary=f"{title}: {notice.partner.profile.name}", live=True)


def _introduced(notice: OfferNotice, words: Words) -> str:
    """Who is offered, and what makes the two fit: a mentor reads which of their topics are wished
    for.
    """
    codes = [reason.topic for reason in notice.tandem.reasons if reason.code == "topic"]
    topics = words.listed([_topic(notice, code, words) for code in codes])
    key = f"offer-to-{notice.role}"
    if notice.role is Role.MENTOR and not topics:
        key = f"{key}-openly"
    return words.text(key, partner=notice.partner.profile.name, topics=topics)


def _no(notice: OfferNotice, words: Words) -> ExecuteAction:
    sent = AnswerOffer(tandem=notice.tandem.id, yes=False)
    return button(words.text("offer-no-sure"), sent, says=NO)


def _partner(notice: OfferNotice, words: Words) -> CardElement:
    """Who the partner is, by the company's directory, with their picture where there is one."""
    profile = notice.partner.profile
    where = " · ".join(part for part in (profile.department_beside_title, profile.location) if part)
    lines = [
        TextBlock(text=unmarked(profile.name), weight="Bolder", size="Medium", wrap=True),
        small(profile.job_title) if profile.job_title else None,
        small(where) if where else None,
    ]
    return person(notice.photo, words.text("photo-of", name=profile.name), lines)


def _about(notice: OfferNotice, words: Words) -> list[CardElement]:
    if not notice.about_partner:
        return []
    return [
        subheading(words.text("offer-about", partner=called(notice.partner, words))),
        quote(notice.about_partner),
    ]


def _reasons(notice: OfferNotice, words: Words) -> list[str]:
    told = [
        _reason(notice, reason, words) for reason in notice.tandem.reasons if reason.code in TOLD
    ]
    return told or [words.text("offer-reason-open")]


def _reason(notice: OfferNotice, reason: Reason, words: Words) -> str:
    """A reason as this side reads it: from their own point of view, and without a number."""
    known: dict[str, str] = {"partner": called(notice.partner, words)}
    if reason.code == "topic":
        topic = topic_name(notice.programme.topic(reason.topic), words)
        rank = "first" if reason.rank == 1 else "other"
        return words.text(f"offer-reason-topic-{notice.role}-{rank}", topic=topic, **known)
    return words.text(f"offer-reason-{reason.code.replace('_', '-')}", **known)


def _skills(notice: OfferNotice, words: Words) -> list[CardElement]:
    """A mentee reads what experience backs up the mentor's topics; a mentor reads what the mentee
    wishes for.
    """
    if notice.role is Role.MENTEE:
        lines = [
            typed(f"{_topic(notice, skill.topic, words)}: {skill.experience}")
            for skill in notice.partner_skills
        ]
        return [subheading(words.text("offer-experience")), *lines] if lines else []
    named = ", ".join(_topic(notice, wish, words) for wish in notice.partner_wishes)
    return [facts([(words.text("offer-wishes"), named)])] if named else []


def _topic(notice: OfferNotice, topic_id: str, words: Words) -> str:
    return topic_name(notice.programme.topic(topic_id), words)


@renders(LeftOverNotice)
def left_over(notice: LeftOverNotice, words: Words) -> Rendered:
    """The words for everybody who has no tandem this time."""
    usual = "left-over-rolling" if notice.rolls else "left-over"
    key = "left-over-shut-out" if notice.shut_out else usual
    text = words.text(key, name=called(notice.person, words))
    about = [para(words.text(f"left-over-as-{notice.role}"))] if notice.role else []
    return card([para(text), *about, contact_line(notice.programme.contact, words)], summary=text)

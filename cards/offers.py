"""The offer to one side, human and without a number, and the kind line for whoever is left over."""

from __future__ import annotations

from microsoft_teams.cards.core import CardElement

from cards.actions import CardAction
from cards.dates import day
from cards.kit import Rendered, bullets, button, card, facts, heading, para, small, subheading
from cards.matching_words import reason_sentence
from cards.render import renders
from cards.words import Words
from mentoring.domain.people import Role
from mentoring.usecases.offers import LeftOverNotice, OfferNotice


class AnswerOffer(CardAction, verb="offer.answer"):
    """*Yes, gladly* or *rather not*."""

    tandem: str
    yes: bool


@renders(OfferNotice)
def offer(notice: OfferNotice, words: Words) -> Rendered:
    """The offer as this side may see it."""
    if notice.state == "open":
        return _open(notice, words)
    text = words.text(f"offer-{notice.state}", name=notice.viewer.first_name)
    return card([para(text)], summary=text, live=notice.state == "waiting")


def _open(notice: OfferNotice, words: Words) -> Rendered:
    title = words.text("offer-title", name=notice.viewer.first_name)
    partner = notice.partner.profile
    body = [
        small(words.text("offer-reminder")) if notice.reminder else None,
        heading(title),
        para(words.text(f"offer-to-{notice.role}", partner=partner.name)),
        facts(
            [
                (words.text(label), text)
                for label, text in (
                    ("about-job-title", partner.job_title),
                    ("about-department", partner.department),
                    ("about-location", partner.location),
                )
                if text
            ]
        ),
        subheading(words.text("offer-why")),
        bullets(_reasons(notice, words)),
        *([subheading(words.text("offer-about")), para(f"„{notice.about_partner}“")] if notice.about_partner else []),
        *_skills(notice, words),
        small(words.text("offer-safe")),
        small(words.text("offer-until", day=day(notice.tandem.due_at, words))),
    ]
    buttons = [
        button(words.text("offer-yes"), AnswerOffer(tandem=notice.tandem.id, yes=True), "positive"),
        button(words.text("offer-no"), AnswerOffer(tandem=notice.tandem.id, yes=False), "destructive"),
    ]
    return card(body, buttons, summary=title, live=True)


def _reasons(notice: OfferNotice, words: Words) -> list[str]:
    return [reason_sentence(reason, notice.programme, words) for reason in notice.tandem.reasons]


def _skills(notice: OfferNotice, words: Words) -> list[CardElement]:
    """A mentee reads which experience stands behind the mentor's topics."""
    if notice.role is Role.MENTOR:
        return []
    known = {key[6:]: answer["experience"] for key, answer in notice.partner_answers.items() if key.startswith("topic:")}
    rows = [(notice.programme.topic(topic).name(words.language), str(experience)) for topic, experience in known.items()]
    return [subheading(words.text("offer-experience")), facts(rows)] if rows else []


@renders(LeftOverNotice)
def left_over(notice: LeftOverNotice, words: Words) -> Rendered:
    """The words for everybody who has no tandem this time."""
    contact = notice.programme.contact.name
    text = words.text("left-over", name=notice.person.first_name)
    return card([para(text), small(words.text("left-over-contact", contact=contact)) if contact else None], summary=text)

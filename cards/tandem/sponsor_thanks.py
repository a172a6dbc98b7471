"""The sponsor's thanks: the question to them, and what each reads who is thanked."""

from __future__ import annotations

from microsoft_teams.cards.core import CardElement

from cards.common.contact import contact_line
from cards.common.said import sentence
from cards.kit.actions import CardAction
from cards.kit.elements import (
    NO,
    Rendered,
    button,
    card,
    heading,
    para,
    person,
    quote,
    seen,
    small,
)
from cards.kit.inputs import line, marked
from cards.kit.render import renders
from cards.kit.words import Words, called
from mentoring.domain.farewell import LONGEST
from mentoring.domain.sponsor_thanks import ThanksState
from mentoring.usecases.tandem.sponsor_thanks import SponsorThanksNotice
from mentoring.usecases.tandem.sponsor_words import SponsorWordsNotice


class ThankAll(CardAction, verb="sponsor.thank"):
    """Thank them all, in these words."""

    sends_inputs = True
    thanks: str


class ThankNobody(CardAction, verb="sponsor.leave"):
    """Not this time."""

    thanks: str


@renders(SponsorThanksNotice)
def sponsor_thanks(notice: SponsorThanksNotice, words: Words) -> Rendered:
    """The question, or what has become of it."""
    if notice.thanks.is_open and not notice.is_over:
        return _question(notice, words)
    if notice.thanks.state is ThanksState.SENT:
        return _sent(notice, words)
    left = notice.thanks.state is ThanksState.LEFT
    text = words.text("sponsor-left" if left else "sponsor-over")
    return card([para(text), _contact(notice, words)], summary=text)


def _contact(notice: SponsorThanksNotice | SponsorWordsNotice, words: Words) -> CardElement | None:
    return contact_line(notice.programme.contact, words)


def _question(notice: SponsorThanksNotice, words: Words) -> Rendered:
    title = words.text("sponsor-title")
    what = words.text(
        "sponsor-what",
        name=called(notice.viewer, words),
        programme=notice.programme.name,
        people=notice.people,
        over="tandems" if notice.is_rolling else "cycle",
    )
    body = [
        heading(title),
        para(what),
        *_line(notice, words),
        seen(words.text("sponsor-seen")),
        _contact(notice, words),
    ]
    thanks = notice.thanks.id
    buttons = [
        button(words.text("sponsor-thank"), ThankAll(thanks=thanks), "positive"),
        button(words.text("sponsor-leave"), ThankNobody(thanks=thanks), says=NO),
    ]
    return card(body, buttons, summary=title, live=True)


def _line(notice: SponsorThanksNotice, words: Words) -> list[CardElement | None]:
    """The words, proposed or as they were typed."""
    said = notice.raw.get("line") if notice.problem else words.text("sponsor-proposal")
    field = line("line", words.text("sponsor-label"), said, longest=LONGEST, several_lines=True)
    return marked([field], "line", sentence(notice.problem, words)) if notice.problem else [field]


def _sent(notice: SponsorThanksNotice, words: Words) -> Rendered:
    title = words.text("sponsor-sent", name=called(notice.viewer, words))
    on_its_way = words.text("sponsor-sent-what", people=notice.people)
    said = quote(notice.thanks.line) if notice.thanks.line else None
    body = [heading(title), para(on_its_way), said, _contact(notice, words)]
    return card(body, summary=title)


@renders(SponsorWordsNotice)
def sponsor_words(notice: SponsorWordsNotice, words: Words) -> Rendered:
    """What the sponsor says to everybody who is thanked."""
    sponsor, name = notice.sponsor, called(notice.viewer, words)
    if not notice.text:
        text = words.text("sponsor-words-over", sponsor=sponsor.name)
        return card([para(text), _contact(notice, words)], summary=text)
    title = words.text("sponsor-words-title", name=name)
    intro = words.text("sponsor-words-what", programme=notice.programme.name)
    signed = small(", ".join(part for part in (sponsor.name, sponsor.title) if part))
    picture = person(sponsor.picture or notice.photo, sponsor.name, [quote(notice.text), signed])
    body = [heading(title), para(intro), picture, _contact(notice, words)]
    return card(body, summary=title)

"""The end of one tandem: what both read, in the same words whatever is behind it, and owners."""

from __future__ import annotations

from microsoft_teams.cards.core import CardElement

from cards.common.contact import contact_line
from cards.kit.actions import CardAction
from cards.kit.elements import NO, Button, Rendered, button, card, heading, para, small
from cards.kit.render import renders
from cards.kit.words import Words, called
from cards.launch.left import left_of_one
from cards.sessions.buttons import certificate_button, measure_button
from mentoring.domain.intervention import may_be_tried
from mentoring.usecases.launch.another_partner import EndedNotice
from mentoring.usecases.launch.free_place import FreePlaceNotice
from mentoring.usecases.launch.thanks import ThanksNotice


class AnotherTandem(CardAction, verb="ended.another"):
    """Whether somebody would like another tandem."""

    tandem: str
    yes: bool


class ClearAfterEnd(CardAction, verb="free_place.again"):
    """Another attempt at what the end could not clear away."""

    tandem: str


@renders(EndedNotice)
def ended(notice: EndedNotice, words: Words) -> Rendered:
    """The end, and the question whether to go on with somebody else."""
    title = words.text("ended-title")
    partner, name = called(notice.partner, words), called(notice.viewer, words)
    facts = {"name": name, "partner": partner, "programme": notice.programme.name}
    body = [
        heading(title),
        para(words.text("ended-text", **facts)),
        para(words.text("ended-channel")) if notice.tandem.channel_id else None,
        small(words.text("ended-why")),
        para(words.text(f"ended-{notice.wish or 'question'}")) if notice.is_open else None,
        contact_line(notice.programme.contact, words),
    ]
    buttons = [*_answers(notice, words), *looking_back(notice, words)]
    return card(body, buttons, summary=title, live=notice.is_open)


def _answers(notice: EndedNotice, words: Words) -> list[Button]:
    """Both answers; who has said no may still say yes."""
    if not notice.is_open or notice.wish == "yes":
        return []
    yes = AnotherTandem(tandem=notice.tandem.id, yes=True)
    found: list[Button] = [button(words.text("ended-say-yes"), yes, "positive")]
    if not notice.wish:
        no = AnotherTandem(tandem=notice.tandem.id, yes=False)
        found.append(button(words.text("ended-say-no"), no, says=NO))
    return found


def looking_back(notice: EndedNotice | ThanksNotice, words: Words) -> list[Button]:
    """What has changed, as long as what its person has said can be opened; so, too, the
    certificate.
    """
    enrolled = notice.enrolment if notice.can_look_back else None
    if enrolled is None:
        return []
    return [measure_button(enrolled, words), certificate_button(notice.tandem, words)]


@renders(FreePlaceNotice)
def free_place(notice: FreePlaceNotice, words: Words) -> Rendered:
    """A tandem has ended; why, owners are not told either, unless it was planned."""
    planned = notice.tandem.as_planned
    kind = "planned-end" if planned else "free-place"
    title = words.text(f"{kind}-title")
    facts = {
        "number": notice.tandem.number,
        "mentor": words.who(notice.mentor),
        "mentee": words.who(notice.mentee),
    }
    body = [
        heading(title),
        para(words.text(f"{kind}-text", **facts)),
        None if planned else small(words.text("free-place-why")),
        *_left(notice, words),
    ]
    again = button(words.text("launch-retry"), ClearAfterEnd(tandem=notice.tandem.id))
    may_try = may_be_tried(notice.left) and not notice.tandem.remains.again
    return card(body, [again] if may_try else [], summary=title, live=bool(notice.left))


def _left(notice: FreePlaceNotice, words: Words) -> list[CardElement]:
    """What is still to be cleared away, or that it is being tried."""
    if not notice.left:
        return []
    if notice.tandem.remains.again:
        return [para(words.text("intervention-again"))]
    return left_of_one(notice.left, words)

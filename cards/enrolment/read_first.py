"""The invitation for owners to read: word for word what people get, with nothing to press but the
way to the other role and language.
"""

from __future__ import annotations

from dataclasses import replace

from cards.common.language import other_languages
from cards.enrolment.invitation import age_question, invitation_body
from cards.kit.actions import CardAction
from cards.kit.elements import Button, Rendered, button, card, small
from cards.kit.render import renders
from cards.kit.words import Words
from mentoring.domain.enrolment import Enrolment, EnrolmentState
from mentoring.domain.people import Person, Profile, Role
from mentoring.usecases.enrolment.card import EnrolmentNotice, other_role
from mentoring.usecases.enrolment.read_first import InvitationToReadNotice

SAMPLE = "sample"
"""The id of nobody."""


class ReadInvitationAs(CardAction, verb="invitation.read_as"):
    """Show it as another role, or in another language, would read it."""

    role: Role
    language: str


@renders(InvitationToReadNotice)
def invitation_to_read(notice: InvitationToReadNotice, words: Words) -> Rendered:
    """What somebody reads, in their language; above it, in the owner's, that nobody has got it."""
    spoken = words.in_language(notice.language or words.language)
    title = words.text("read-first-title", role=notice.role)
    sample = _sample(notice, spoken)
    body = [small(title), *invitation_body(sample, spoken), *age_question(sample, spoken)]
    other = other_role(notice.role)
    as_other = ReadInvitationAs(role=other, language=notice.language)
    buttons: list[Button] = [
        button(words.text(f"read-first-{other}"), as_other),
        *other_languages(spoken, lambda code: ReadInvitationAs(role=notice.role, language=code)),
    ]
    return card(body, buttons, summary=title, live=True)


def _sample(notice: InvitationToReadNotice, spoken: Words) -> EnrolmentNotice:
    name = Profile(SAMPLE, spoken.text("invite-sample-name"), "")
    somebody = Person(SAMPLE, name, spoken.language)
    sample = Enrolment(SAMPLE, SAMPLE, notice.role, EnrolmentState.INVITED, notice.now)
    shown = EnrolmentNotice(sample, somebody, notice.programme, notice.closes, closed=False)
    shown = replace(shown, photo=notice.photo, asks_age=notice.programme.under_18)
    return replace(shown, rolls=notice.rolls)

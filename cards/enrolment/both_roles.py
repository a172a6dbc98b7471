"""What the card of an enrolment says to whoever takes part in both roles, or may do so."""

from __future__ import annotations

from microsoft_teams.cards.core import CardElement

from cards.enrolment.buttons import AlsoAs
from cards.kit.elements import Button, button, small
from cards.kit.words import Words
from mentoring.domain.enrolment import EnrolmentState
from mentoring.usecases.enrolment.card import EnrolmentNotice, other_role


def which_role(notice: EnrolmentNotice, words: Words) -> list[CardElement]:
    """Which of the two enrolments this is."""
    if not notice.in_both:
        return []
    return [small(words.text(f"both-this-{notice.enrolment.role}"))]


def other_stays(notice: EnrolmentNotice, words: Words) -> list[CardElement]:
    """For whoever leaves one role: what becomes of the other."""
    if not notice.in_both:
        return []
    return [small(words.text(f"both-stays-{other_role(notice.enrolment.role)}"))]


def taken_over(notice: EnrolmentNotice, words: Words) -> list[CardElement]:
    """On the first step of the second role: what is answered already."""
    enrolled = notice.enrolment
    begins = enrolled.state is EnrolmentState.BEGUN and enrolled.at.step in {"wishes", "topics"}
    if not (notice.in_both and begins and enrolled.answers.about):
        return []
    return [small(words.text("both-taken-over"))]


def also_button(notice: EnrolmentNotice, words: Words) -> list[Button]:
    """*Also in the other role*, where one may apply for it."""
    if not notice.may_also:
        return []
    key, role = notice.enrolment.id, other_role(notice.enrolment.role)
    return [button(words.text(f"both-also-{role}"), AlsoAs(enrolment=key))]

"""Who waits for the company's clearance, before owners: chosen, then confirmed or not this time."""

from __future__ import annotations

from microsoft_teams.cards.core import CardElement

from cards.kit.actions import CardAction
from cards.kit.elements import Button, Rendered, asking, button, card, heading, para, small
from cards.kit.inputs import several
from cards.kit.render import renders
from cards.kit.words import Words
from mentoring.usecases.enrolment.clearance import ClearanceNotice, Uncleared


class ConfirmClearance(CardAction, verb="clearance.confirm"):
    """The clearance is there for those who are chosen."""

    sends_inputs = True


class NotThisTime(CardAction, verb="clearance.not_this_time"):
    """There is no clearance for those who are chosen."""

    sends_inputs = True


@renders(ClearanceNotice)
def clearance(notice: ClearanceNotice, words: Words) -> Rendered:
    """Those who wait, and what there is to say."""
    title = words.text("clearance-title", people=notice.many)
    if not notice.many:
        return card([heading(title)], summary=title, live=True)
    options = [(_called(each, words), each.enrolment) for each in notice.people]
    body = [
        heading(title),
        para(words.text("clearance-what", people=notice.many)),
        small(words.text("clearance-law")),
        several("people", words.text("clearance-who"), options, ""),
        _more(notice, words),
    ]
    return card(body, _decisions(words), summary=title, live=True)


def _called(person: Uncleared, words: Words) -> str:
    role = words.text(f"role-{person.role}")
    where = [words.text("clearance-in-tandem")] if person.in_tandem else []
    return ", ".join((person.name, role, *where))


def _more(notice: ClearanceNotice, words: Words) -> CardElement | None:
    more = notice.many - len(notice.people)
    return small(words.text("and-more", people=more)) if more > 0 else None


def _decisions(words: Words) -> list[Button]:
    there = button(words.text("clearance-confirm-yes"), ConfirmClearance(), "positive")
    not_now = button(words.text("clearance-not-this-time-yes"), NotThisTime(), "destructive")
    question = words.text(
        "clearance-not-this-time-what", sentence=words.text("enrolment-not-cleared")
    )
    return [
        asking(words.text("clearance-confirm"), words.text("clearance-confirm-what"), there),
        asking(words.text("clearance-not-this-time"), question, not_now),
    ]

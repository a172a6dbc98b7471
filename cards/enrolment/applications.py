"""Who has applied, before owners: chosen, then accepted or kindly declined."""

from __future__ import annotations

from cards.kit.actions import CardAction
from cards.kit.elements import Rendered, asking, button, card, heading, para, small
from cards.kit.inputs import several
from cards.kit.render import renders
from cards.kit.words import Words
from mentoring.usecases.enrolment.applications import Applicant, ApplicationsNotice


class AcceptApplicants(CardAction, verb="applications.accept"):
    """Let those who are chosen take part."""

    sends_inputs = True


class DeclineApplicants(CardAction, verb="applications.decline"):
    """Decline those who are chosen."""

    sends_inputs = True


@renders(ApplicationsNotice)
def applications(notice: ApplicationsNotice, words: Words) -> Rendered:
    """Those who wait."""
    many = len(notice.applicants) + notice.more
    title = words.text("applications-title", people=many)
    if not many:
        return card([heading(title)], summary=title, live=True)
    options = [(_line(notice, each, words), each.enrolment) for each in notice.applicants]
    more = small(words.text("and-more", people=notice.more)) if notice.more else None
    body = [
        heading(title),
        para(words.text("applications-what")),
        several("applicants", words.text("applications-who"), options, ""),
        more,
    ]
    accept = button(words.text("applications-accept"), AcceptApplicants(), "positive")
    really = button(words.text("applications-decline-yes"), DeclineApplicants(), "destructive")
    question = words.text(
        "applications-decline-what", sentence=words.text("enrolment-not-accepted")
    )
    decline = asking(words.text("applications-decline"), question, really)
    return card(body, [accept, decline], summary=title, live=True)


def _line(notice: ApplicationsNotice, each: Applicant, words: Words) -> str:
    """Who, in which role, and whether they meet what is asked of applicants, if anything is."""
    line = f"{each.name}, {words.text(f'role-{each.role}')}"
    if not notice.programme.condition(each.role).said_in(words.language):
        return line
    said = words.text("applications-meets" if each.meets else "applications-not-asked")
    return f"{line} · {said}"

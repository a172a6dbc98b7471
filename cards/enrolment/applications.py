"""Who has applied, before owners: chosen, then accepted or kindly declined."""

from __future__ import annotations

from typing import Annotated

from microsoft_teams.cards.core import CardElement
from pydantic import Field

from cards.enrolment.shut_out import shut_out_lines
from cards.kit.actions import CardAction
from cards.kit.dates import day
from cards.kit.elements import (
    Button,
    Rendered,
    asking,
    button,
    card,
    heading,
    para,
    small,
)
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


class TurnApplications(CardAction, verb="applications.turn"):
    """Another page of those who wait; it changes nothing."""

    page: Annotated[int, Field(ge=0, le=10_000)] = 0


@renders(ApplicationsNotice)
def applications(notice: ApplicationsNotice, words: Words) -> Rendered:
    """Those who wait, a page at a time."""
    title = words.text("applications-title", people=notice.many)
    if not notice.many:
        return card([heading(title)], summary=title, live=True)
    options = [(_line(notice, each, words), each.enrolment) for each in notice.applicants]
    body = [
        heading(title),
        _since(notice, words),
        para(words.text("applications-what")),
        several("applicants", words.text("applications-who"), options, ""),
        *shut_out_lines(_shut_out(notice), words),
        _page(notice, words),
    ]
    buttons = [*_decisions(words), *_turning(notice, words)]
    return card(body, buttons, summary=title, live=True)


def _shut_out(notice: ApplicationsNotice) -> list[tuple[str, str]]:
    return [(each.name, each.shut_out_by) for each in notice.applicants if each.shut_out_by]


def _decisions(words: Words) -> list[Button]:
    accept = button(words.text("applications-accept"), AcceptApplicants(), "positive")
    really = button(words.text("applications-decline-yes"), DeclineApplicants(), "destructive")
    sentence = words.text("enrolment-not-accepted")
    question = words.text("applications-decline-what", sentence=sentence)
    return [accept, asking(words.text("applications-decline"), question, really)]


def _since(notice: ApplicationsNotice, words: Words) -> CardElement | None:
    """How long somebody has waited by now."""
    if notice.since is None:
        return None
    return small(words.text("applications-since", people=notice.many, day=day(notice.since, words)))


def _page(notice: ApplicationsNotice, words: Words) -> CardElement | None:
    """Which page it is, if there are several; what is ticked counts on this one alone."""
    if notice.pages == 1:
        return None
    return small(words.text("applications-page", page=notice.page + 1, pages=notice.pages))


def _turning(notice: ApplicationsNotice, words: Words) -> list[Button]:
    page = notice.page
    pages = [("page-back", page - 1, page > 0), ("page-next", page + 1, page + 1 < notice.pages)]
    return [button(words.text(key), TurnApplications(page=to)) for key, to, there in pages if there]


def _line(notice: ApplicationsNotice, each: Applicant, words: Words) -> str:
    """Who, in which role, and whether they have confirmed what is asked of applicants, if anything
    is.
    """
    line = f"{each.name}, {words.text(f'role-{each.role}')}"
    if not notice.programme.condition(each.role).said_in(words.language):
        return line
    return f"{line} · {words.text(f'applications-confirmed-{each.confirmed}')}"

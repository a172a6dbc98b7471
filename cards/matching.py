"""The owners' proposals: score, reasons, rules as checked, next-best partners; approve one or all."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from microsoft_teams.cards import Container
from microsoft_teams.cards.core import CardElement

from cards.actions import CardAction
from cards.kit import Button, Rendered, bullets, button, card, facts, heading, para, small, subheading
from cards.matching_words import check_sentence, left_over_sentence, reason_sentence
from cards.render import renders
from cards.words import Words
from mentoring.domain.people import Role
from mentoring.domain.programme import Programme
from mentoring.domain.tandem import Proposal, ProposalState, RunState
from mentoring.usecases.matching import ProposalsNotice

NAMED = 20


class Approve(CardAction, verb="matching.approve"):
    """Approve one proposal, or all of the run if none is named."""

    run: str
    proposal: str = ""


class TurnPage(CardAction, verb="matching.page"):
    """Another page of the proposals."""

    run: str
    page: int


@renders(ProposalsNotice)
def proposals(notice: ProposalsNotice, words: Words) -> Rendered:
    """The run as it stands."""
    if notice.run.state is not RunState.PROPOSED:
        text = words.text(f"match-{notice.run.state}")
        return card([para(text)], summary=text, live=notice.run.state is RunState.RUNNING)
    title = words.text("match-title", tandems=notice.total)
    body = [
        heading(title),
        para(_state(notice, words)),
        *(_proposal(notice, proposal, words) for proposal in notice.proposals),
        *_left_over(notice, words),
    ]
    return card(body, _buttons(notice, words), summary=title, live=True)


def _state(notice: ProposalsNotice, words: Words) -> str:
    if notice.approved:
        return words.text("match-approved", approved=notice.approved, total=notice.total, by=notice.decided_by)
    return words.text("match-page", page=notice.page + 1, pages=notice.pages)


def _proposal(notice: ProposalsNotice, proposal: Proposal, words: Words) -> Container:
    names = notice.names
    pair = words.text("match-pair", mentor=names.get(proposal.mentor_id, ""), mentee=names.get(proposal.mentee_id, ""))
    done = proposal.state is ProposalState.APPROVED
    return Container(
        separator=True,
        items=[
            subheading(f"{pair} ✓ {words.text('match-is-approved')}" if done else pair),
            small(words.text("match-score", score=proposal.score)),
            bullets(reason_sentence(reason, notice.programme, words) for reason in proposal.reasons),
            small(f"{words.text('match-rules')} {'; '.join(check_sentence(check, words) for check in proposal.checks)}"),
            *_next_best(notice, proposal, words),
        ],
    )


def _next_best(notice: ProposalsNotice, proposal: Proposal, words: Words) -> list[CardElement]:
    rows = []
    for side in ("mentee", "mentor"):
        others = [other for other in proposal.alternatives if other["for"] == side][:3]
        if others:
            named = ", ".join(f"{notice.names.get(other['id'], '')} ({other['score']})" for other in others)
            rows.append((words.text(f"match-next-{side}"), named))
    return [facts(rows)] if rows else []


def _left_over(notice: ProposalsNotice, words: Words) -> list[CardElement]:
    if not notice.run.unmatched or notice.page != notice.pages - 1:
        return []
    lines = [_left(left, notice.programme, words) for left in notice.run.unmatched[:NAMED]]
    return [subheading(words.text("match-left-over", people=len(notice.run.unmatched))), bullets(lines)]


def _left(left: Mapping[str, Any], programme: Programme, words: Words) -> str:
    role = Role(left["role"])
    return f"{words.text(f'role-{role}')}: {left_over_sentence(left['why'], role, programme, words)}"


def _buttons(notice: ProposalsNotice, words: Words) -> list[Button]:
    run, buttons = notice.run.id, []
    if notice.approved < notice.total:
        buttons.append(
            button(words.text("match-approve-all", tandems=notice.total - notice.approved), Approve(run=run), "positive")
        )
    if notice.page > 0:
        buttons.append(button(words.text("page-back"), TurnPage(run=run, page=notice.page - 1)))
    if notice.page < notice.pages - 1:
        buttons.append(button(words.text("page-next"), TurnPage(run=run, page=notice.page + 1)))
    return list(buttons)

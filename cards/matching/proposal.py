"""One proposal in full: why, which rules were checked, who else would fit, and what one may decide
about it.
"""

from __future__ import annotations

from collections.abc import Sequence

from microsoft_teams.cards.core import CardElement

from cards.common.reasons import reason_sentence
from cards.kit.elements import (
    Button,
    Rendered,
    asking,
    bullets,
    button,
    card,
    heading,
    panel,
    para,
    person,
    row,
    small,
    subheading,
    typed,
)
from cards.kit.words import Words, topic_name
from cards.matching.buttons import Approve, Look, TryPair
from cards.matching.named import named
from cards.matching.words import about, check_sentence, score_of
from mentoring.domain.match_run import DecisionKind
from mentoring.domain.matching.results import Alternative, Reason
from mentoring.domain.matching.settings import UNTOLD
from mentoring.domain.people import Role
from mentoring.domain.proposal import Proposal, ProposalState
from mentoring.usecases.matching.notice import ProposalsNotice

SIGNS = {"waived": "!", "assumed": "?", "passed": "✓"}


def proposal_card(notice: ProposalsNotice, proposal: Proposal, words: Words) -> Rendered:
    """The proposal that the owner looks at."""
    mentor, mentee = (
        named(notice, person, words) for person in (proposal.mentor_id, proposal.mentee_id)
    )
    title = words.text("match-pair", mentor=mentor, mentee=mentee)
    body: list[CardElement | None] = [
        heading(title),
        *(_person(notice, who, words) for who in (proposal.mentor_id, proposal.mentee_id)),
        small(score_of(proposal.score, notice, words)),
        small(f"⚠ {words.text('match-is-weakest')}") if proposal.id == notice.weakest else None,
        *_lock(proposal, words),
        _why(notice, proposal, words),
        subheading(words.text("match-rules")),
        small("  \n".join(_checks(notice, proposal, words))),
        *_next_best(notice, proposal, words),
    ]
    return card(body, _buttons(notice, proposal, words), summary=title, live=True)


def _person(notice: ProposalsNotice, who: str, words: Words) -> CardElement:
    """Name, title, department and picture."""
    name = named(notice, who, words)
    lines = [para(name), small(about(notice.profiles.get(who)) or "–")]
    return person(notice.photos.get(who, ""), words.text("photo-of", name=name), lines)


def _why(notice: ProposalsNotice, proposal: Proposal, words: Words) -> CardElement | None:
    """What speaks for the two. Reasons that people were promised nobody would read are not told:
    one line says so under every pair alike, because its absence would tell as well.
    """
    told = [_reason(notice, each, words) for each in _told(proposal.reasons)]
    weights = notice.run.settings.weights
    untold = small(words.text("match-why-untold")) if weights.told() != weights else None
    parts = [part for part in (bullets(told) if told else None, untold) if part]
    return panel([subheading(words.text("match-why")), *parts]) if parts else None


def _told(reasons: Sequence[Reason]) -> list[Reason]:
    """Topics first, by their codes: their points would tell which is wished for most."""
    told = [each for each in reasons if each.code not in UNTOLD]
    topics = sorted((each for each in told if each.code == "topic"), key=lambda each: each.topic)
    return [*topics, *(each for each in told if each.code != "topic")]


def _reason(notice: ProposalsNotice, reason: Reason, words: Words) -> str:
    if reason.code != "topic":
        return reason_sentence(reason, notice.programme, words)
    topic = topic_name(notice.programme.topic(reason.topic), words)
    return words.text("match-why-topic", topic=topic)


def _lock(proposal: Proposal, words: Words) -> list[CardElement]:
    if proposal.lock is None:
        return []
    reason = proposal.lock.reason
    return [para(f"📌 {words.text('match-is-locked')}"), *([typed(reason)] if reason else [])]


def _checks(notice: ProposalsNotice, proposal: Proposal, words: Words) -> list[str]:
    """The checklist with the parameters of the run: what owners waived first, then what is
    assumed.
    """
    parameters = notice.run.settings.parameters
    return [
        f"{SIGNS[check.state]} {check_sentence(check, parameters, words)}"
        for state in SIGNS
        for check in proposal.checks
        if check.state == state
    ]


def _next_best(notice: ProposalsNotice, proposal: Proposal, words: Words) -> list[CardElement]:
    """Up to three other partners on each side; a press shows what it would cost to take them
    instead.
    """
    found: list[CardElement] = []
    for side in Role:
        others = proposal.alternatives.of(side)[:3]
        whose = proposal.mentee_id if side is Role.MENTEE else proposal.mentor_id
        if others:
            found.append(subheading(words.text("match-next", name=named(notice, whose, words))))
            found += [_other(notice, proposal, side, other, words) for other in others]
    return found


def _other(
    notice: ProposalsNotice, proposal: Proposal, side: Role, other: Alternative, words: Words
) -> CardElement:
    name, score = named(notice, other.id, words), score_of(other.score, notice, words)
    told = " · ".join(filter(None, (about(notice.profiles.get(other.id)), score)))
    if proposal.state is ProposalState.APPROVED:
        return small(f"{name} · {told}")
    pair = (proposal.mentee_id, other.id) if side is Role.MENTEE else (other.id, proposal.mentor_id)
    lock = TryPair(run=notice.run.id, kind=DecisionKind.LOCK, mentee=pair[0], mentor=pair[1])
    return row(name, small(told), words.text("match-instead", name=name), lock, "⇄")


def approving(title: str, sure: Approve, words: Words, tandems: int = 1) -> Button:
    """The button that approves so many: it asks first, because the offers go out at once."""
    question = words.text("match-approve-sure", tandems=tandems)
    return asking(title, question, button(words.text("match-approve-yes"), sure, "positive"))


def _buttons(notice: ProposalsNotice, proposal: Proposal, words: Words) -> list[Button]:
    run, pair = notice.run.id, {"mentee": proposal.mentee_id, "mentor": proposal.mentor_id}
    back = button(words.text("match-to-list"), Look(run=run, page=notice.page))
    if proposal.state is ProposalState.APPROVED:
        return [back]
    sure = Approve(run=run, proposal=proposal.id)
    buttons: list[Button] = [approving(words.text("match-approve"), sure, words)]
    if not proposal.lock:
        buttons.append(
            button(words.text("match-lock"), TryPair(run=run, kind=DecisionKind.LOCK, **pair))
        )
        buttons.append(
            button(words.text("match-forbid"), TryPair(run=run, kind=DecisionKind.FORBID, **pair))
        )
    return [*buttons, back]

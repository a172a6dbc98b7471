"""The owners' proposals: the list, and from there each proposal, what a decision would cost,
figures, and who waits.
"""

from __future__ import annotations

from microsoft_teams.cards import Container
from microsoft_teams.cards.core import CardElement

from cards.kit.elements import Button, Rendered, button, card, heading, panel, para, row, small
from cards.kit.render import renders
from cards.kit.words import Words
from cards.matching.buttons import Approve, Look, MatchAnew, ShowInOwnChat
from cards.matching.decided import decisions
from cards.matching.figures import figures, waiting
from cards.matching.forms import apart, by_hand, levels, settings
from cards.matching.named import named
from cards.matching.proposal import approving, proposal_card
from cards.matching.what_if import what_if
from cards.matching.words import about, left_out, score_of
from mentoring.domain.match_run import RunState
from mentoring.domain.proposal import Proposal, ProposalState
from mentoring.usecases.matching.notice import ProposalsNotice

UNKNOWN = 8
"""So many whom nobody knows are named."""
VIEWS = {
    "figures": figures,
    "waiting": waiting,
    "decisions": decisions,
    "hand": by_hand,
    "apart": apart,
    "levels": levels,
    "settings": settings,
}


@renders(ProposalsNotice)
def proposals(notice: ProposalsNotice, words: Words) -> Rendered:
    """The run as it stands, or the part of it that the owner looks at."""
    if notice.run.state is not RunState.PROPOSED:
        text = words.text(f"match-{notice.run.state}")
        return card([para(text)], summary=text, live=notice.run.state is RunState.RUNNING)
    if notice.run.preview:
        return what_if(notice, notice.run.preview, words)
    if notice.chosen:
        return proposal_card(notice, notice.chosen, words)
    return VIEWS.get(notice.view, _list)(notice, words)


def _list(notice: ProposalsNotice, words: Words) -> Rendered:
    title, dropped = _title(notice, words), notice.run.figures.dropped
    body: list[CardElement | None] = [
        heading(title),
        para(_state(notice, words)),
        panel([para(words.text("match-joined-since", people=notice.joined_since))])
        if notice.joined_since
        else None,
        small(words.text("match-dropped", decisions=dropped)) if dropped else None,
        _unknown(notice, words),
        *(_row(notice, proposal, words) for proposal in notice.proposals),
        small(words.text("match-press")) if notice.proposals else None,
        left_out(notice, words),
        *_ways(notice, words),
    ]
    return card(body, _buttons(notice, words), summary=title, live=True)


def _unknown(notice: ProposalsNotice, words: Words) -> CardElement | None:
    """What the settings name and nobody is known by: a slip would keep nobody apart."""
    if not notice.unknown:
        return None
    shown = ", ".join(notice.unknown[:UNKNOWN]) + (" …" if len(notice.unknown) > UNKNOWN else "")
    return panel([para(words.text("match-unknown", who=shown))])


def _title(notice: ProposalsNotice, words: Words) -> str:
    if notice.left_out and not notice.total:
        return words.text("match-title-elsewhere")
    return words.text("match-title", tandems=notice.total)


def _state(notice: ProposalsNotice, words: Words) -> str:
    if notice.approved:
        return words.text(
            "match-approved", approved=notice.approved, total=notice.total, by=notice.decided_by
        )
    page = (
        words.text("match-page", page=notice.page + 1, pages=notice.pages)
        if notice.pages > 1
        else ""
    )
    automatic = (
        words.text("match-automatic") if notice.run.automatic else words.text("match-nothing-sent")
    )
    return f"{automatic} {page}".strip()


def _row(notice: ProposalsNotice, proposal: Proposal, words: Words) -> CardElement:
    pair = pair_of(notice, proposal, words)
    marks = [score_of(proposal.score, notice, words)]
    marks += [f"⚠ {words.text('match-is-weakest')}"] if proposal.id == notice.weakest else []
    marks += (
        [f"✓ {words.text('match-is-approved')}"] if proposal.state is ProposalState.APPROVED else []
    )
    marks += [f"📌 {words.text('match-is-locked')}"] if proposal.lock else []
    marks += [words.text("match-is-trio", number=proposal.trio)] if proposal.trio else []
    look = Look(run=notice.run.id, view=f"proposal:{proposal.id}", page=notice.page)
    says = words.text("match-look-at", pair=pair)
    told: list[CardElement] = [
        small(who_they_are(notice, proposal)),
        small(" · ".join(marks)),
    ]
    return row(pair, Container(items=told), says, look, "›")


def who_they_are(notice: ProposalsNotice, proposal: Proposal) -> str:
    """Title and department of both, so that two people of one name are told apart."""
    return " → ".join(
        about(notice.profiles.get(person)) or "–"
        for person in (proposal.mentor_id, proposal.mentee_id)
    )


def pair_of(notice: ProposalsNotice, proposal: Proposal, words: Words) -> str:
    """The two by name, the mentor first."""
    mentor, mentee = (
        named(notice, person, words) for person in (proposal.mentor_id, proposal.mentee_id)
    )
    return words.text("match-pair", mentor=mentor, mentee=mentee)


def _ways(notice: ProposalsNotice, words: Words) -> list[CardElement]:
    """What else one can look at."""
    left = len(notice.run.unmatched)
    ways = [
        (
            "waiting",
            words.text("match-left-over", people=left),
            words.text("match-waiting-hint"),
            left > 0,
        ),
        (
            "figures",
            words.text("match-figures"),
            words.text("match-figures-hint"),
            notice.total > 0,
        ),
        (
            "decisions",
            words.text("match-decisions", decisions=len(notice.decisions)),
            words.text("match-decisions-hint"),
            bool(notice.decisions),
        ),
        ("hand", words.text("match-hand"), words.text("match-hand-hint"), True),
        ("apart", words.text("match-apart"), words.text("match-apart-hint"), True),
        ("levels", words.text("match-levels"), words.text("match-levels-hint"), True),
        ("settings", words.text("match-simulate"), words.text("match-simulate-hint"), True),
    ]
    run = notice.run.id
    return [
        row(title, small(hint), title, Look(run=run, view=view), "›")
        for view, title, hint, shown in ways
        if shown
    ]


def _buttons(notice: ProposalsNotice, words: Words) -> list[Button]:
    run, buttons, left = notice.run.id, [], notice.total - notice.approved
    if left:
        title = words.text("match-approve-all", tandems=left)
        buttons.append(approving(title, Approve(run=run), words, left))
    if notice.page > 0:
        buttons.append(button(words.text("page-back"), Look(run=run, page=notice.page - 1)))
    if notice.page < notice.pages - 1:
        buttons.append(button(words.text("page-next"), Look(run=run, page=notice.page + 1)))
    if notice.left_out and not notice.private:
        buttons.append(button(words.text("match-in-own-chat"), ShowInOwnChat(run=run)))
    if notice.joined_since or (left and notice.run.figures.whole_scores):
        buttons.append(button(words.text("match-anew"), MatchAnew(run=run)))
    return list(buttons)

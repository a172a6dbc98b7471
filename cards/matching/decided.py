"""The owners' decisions about a matching that are in force, each with a way to take it back."""

from __future__ import annotations

from microsoft_teams.cards.core import CardElement

from cards.kit.dates import day_of_a_year_and_time
from cards.kit.elements import Rendered, button, card, heading, para, row, small
from cards.kit.words import Words
from cards.matching.buttons import Look, UndoDecision
from cards.matching.named import named
from mentoring.domain.match_run import DecisionKind, OwnerDecision
from mentoring.usecases.matching.notice import NAMED, ProposalsNotice


def decisions(notice: ProposalsNotice, words: Words) -> Rendered:
    """The newest first."""
    title = words.text("match-decisions", decisions=len(notice.decisions))
    newest = [*reversed(notice.decisions)]
    settings = next((each.id for each in newest if each.settings), "")
    more = len(newest) - NAMED
    body: list[CardElement | None] = [
        heading(title),
        para(words.text("decisions-intro")),
        *(_row(notice, each, settings, words) for each in newest[:NAMED]),
        small(words.text("apart-more", entries=more)) if more > 0 else None,
    ]
    back = button(words.text("match-to-list"), Look(run=notice.run.id))
    return card(body, [back], summary=title, live=True)


def _row(notice: ProposalsNotice, each: OwnerDecision, settings: str, words: Words) -> CardElement:
    """Who decided what and when; earlier settings go once the newer ones have gone."""
    mentor, mentee = (named(notice, person, words) for person in (each.mentor_id, each.mentee_id))
    what = words.text(f"decided-{each.kind}", mentor=mentor, mentee=mentee)
    when = words.text(
        "decided-by",
        name=named(notice, each.by, words) or "–",
        day=day_of_a_year_and_time(each.at, words),
    )
    if each.kind is DecisionKind.SETTINGS and each.id != settings:
        return small(f"{what} · {when} · {words.text('decided-newer-first')}")
    back = UndoDecision(run=notice.run.id, decision=each.id)
    return row(what, small(when), words.text("decided-take-back", what=what), back, "↩")

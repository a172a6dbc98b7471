"""Figures of a run in groups, and who waits and why."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from microsoft_teams.cards import TextBlock
from microsoft_teams.cards.core import CardElement

from cards.kit.elements import Button, Rendered, bars, button, card, facts, heading, para, small, subheading
from cards.kit.inputs import number
from cards.kit.words import Words
from cards.matching.buttons import Look, TrySettings
from cards.matching.forms import corrected
from cards.matching.words import left_over_sentence
from mentoring.domain.people import Role
from mentoring.usecases.matching.notice import NAMED, ProposalsNotice


def figures(notice: ProposalsNotice, words: Words) -> Rendered:
    """How the scores are spread, the weakest tandem, and where people stay without one; a limit can be tried out."""
    title, told = words.text("match-figures"), notice.run.figures
    rows = [(f"{bar['low']}–{bar['high']}", int(bar["tandems"])) for bar in told.get("scores", ())]
    lowest = notice.raw.get("lowest_score", notice.run.settings.get("lowest_score", 0))
    body: list[CardElement | None] = [
        heading(title),
        *([subheading(words.text("figures-scores")), bars(rows)] if rows else ()),
        _weakest(notice, words),
        *_shares(told, words),
        small(words.text("figures-groups", smallest=notice.programme.smallest_group)),
        small(words.text("figures-export", run=notice.run.id)),
        number("lowest_score", words.text("setting-lowest-score"), lowest, 0, 1000, required=words.text("figures-number")),
    ]
    buttons: list[Button] = [
        button(words.text("decide-try"), TrySettings(run=notice.run.id), "positive"),
        button(words.text("match-to-list"), Look(run=notice.run.id)),
    ]
    return card(corrected(notice, body, words), buttons, summary=title, live=True)


def _weakest(notice: ProposalsNotice, words: Words) -> CardElement | None:
    weakest = notice.run.figures.get("weakest")
    if not weakest:
        return None
    mentor, mentee = (notice.names.get(weakest[role], "") for role in ("mentor", "mentee"))
    pair = words.text("match-pair", mentor=mentor, mentee=mentee)
    return facts([(words.text("decide-weakest"), f"{pair} ({weakest['score']})")])


def _shares(told: Mapping[str, Any], words: Words) -> list[CardElement]:
    found: list[CardElement] = []
    for field in ("role", "department", "location"):
        shares = [share for share in told.get("shares", ()) if share["field"] == field]
        if shares:
            found += [subheading(words.text(f"figures-{field}")), facts([_share(share, words) for share in shares])]
    return found


def _share(share: Mapping[str, Any], words: Words) -> tuple[str, str]:
    group = share["group"]
    if share["field"] == "role":
        group = words.text(f"role-{group}")
    return group or words.text("figures-small"), words.text("figures-share", without=share["without"], people=share["people"])


def waiting(notice: ProposalsNotice, words: Words) -> Rendered:
    """Everybody left over, who has waited longest first, each with a reason that can be understood."""
    left = sorted(notice.run.unmatched, key=lambda one: (-int(one.get("waited", 1)), one["role"], one["id"]))
    title = words.text("match-left-over", people=len(left))
    more = len(left) - NAMED
    body: list[CardElement | None] = [
        heading(title),
        para(words.text("waiting-intro")),
        *(element for one in left[:NAMED] for element in _left(notice, one, words)),
        small(words.text("and-more", people=more)) if more > 0 else None,
    ]
    return card(body, [button(words.text("match-to-list"), Look(run=notice.run.id))], summary=title, live=True)


def _left(notice: ProposalsNotice, one: Mapping[str, Any], words: Words) -> list[CardElement]:
    role, waited = Role(one["role"]), int(one.get("waited", 1))
    name = f"{notice.names.get(one['id'], '')} ({words.text(f'role-{role}')})"
    why = left_over_sentence(one["why"], role, notice.programme, words)
    again = f" {words.text('waiting-cycles', cycles=waited)}" if waited > 1 else ""
    return [TextBlock(text=name, weight="Bolder", wrap=True, separator=True), small(f"{why}{again}")]

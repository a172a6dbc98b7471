"""Pairing by hand, and trying out other weights, rules and limits."""

from __future__ import annotations

from microsoft_teams.cards.core import CardElement

from cards.inputs import line, number, people, several, toggle
from cards.kit import Button, Rendered, button, card, heading, para, small, subheading
from cards.matching_buttons import Look, TryByHand, TrySettings
from cards.words import Words
from mentoring.domain.matching.settings import MatchingSettings
from mentoring.usecases.decisions import LONGEST_REASON, RULE_NAMES
from mentoring.usecases.matching_notice import ProposalsNotice

WEIGHTS = ("function", "location", "background", "generation", "hierarchy", "gender", "shared_format", "shared_times")


def by_hand(notice: ProposalsNotice, words: Words) -> Rendered:
    """Two people by name, and why."""
    title, hint = words.text("match-hand"), words.text("people-hint")
    body: list[CardElement | None] = [
        heading(title),
        para(words.text("hand-intro")),
        people("mentee", words.text("role-mentee"), None, {}, hint, many=False),
        people("mentor", words.text("role-mentor"), None, {}, hint, many=False),
        line("reason", words.text("hand-reason"), None, longest=LONGEST_REASON, several_lines=True),
        small(words.text("hand-confidential")),
    ]
    buttons: list[Button] = [
        button(words.text("hand-try"), TryByHand(run=notice.run.id), "positive"),
        button(words.text("match-to-list"), Look(run=notice.run.id)),
    ]
    return card(body, buttons, summary=title, live=True)


def settings(notice: ProposalsNotice, words: Words) -> Rendered:
    """All that may be tried out, as it is now."""
    title, now = words.text("match-simulate"), MatchingSettings.model_validate(notice.run.settings)
    needed = words.text("figures-number")
    rules = [(words.text(f"rule-{name}"), name) for name in RULE_NAMES]
    on = [name for name in RULE_NAMES if now.is_on(name)]
    body: list[CardElement | None] = [
        heading(title),
        para(words.text("simulate-intro")),
        subheading(words.text("simulate-weights")),
        *(
            number(f"topic_{rank}", words.text(f"setting-topic-{rank}"), now.weights.of_rank(rank - 1), 0, 1000, required=needed)
            for rank in (1, 2, 3)
        ),
        *(
            number(name, words.text(f"setting-{_key(name)}"), getattr(now.weights, name), 0, 1000, required=needed)
            for name in WEIGHTS
        ),
        several("rules", words.text("simulate-rules"), rules, on),
        number("lowest_score", words.text("setting-lowest-score"), now.lowest_score, 0, 1000, required=needed),
        toggle("trios", words.text("setting-trios"), on=now.trios),
    ]
    buttons: list[Button] = [
        button(words.text("decide-try"), TrySettings(run=notice.run.id), "positive"),
        button(words.text("match-to-list"), Look(run=notice.run.id)),
    ]
    return card(body, buttons, summary=title, live=True)


def _key(name: str) -> str:
    return name.replace("_", "-")

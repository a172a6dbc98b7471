"""Whom a rule will never let into a tandem, as owners read it wherever they decide about them."""

from __future__ import annotations

from collections.abc import Sequence

from microsoft_teams.cards.core import CardElement

from cards.kit.elements import para, small
from cards.kit.words import Words
from mentoring.domain.programme import Programme

NAMED = 10
"""So many people are named; a card has its limits."""


def shut_out_lines(
    people: Sequence[tuple[str, str]], programme: Programme, words: Words
) -> list[CardElement]:
    """A line for each of these people (name, and the rule by its id)."""
    more = len(people) - NAMED
    rest = [small(words.text("and-more", people=more))] if more > 0 else []
    return [*(_line(name, rule, programme, words) for name, rule in people[:NAMED]), *rest]


def _line(name: str, rule: str, programme: Programme, words: Words) -> CardElement:
    depth = programme.matching.parameters.reporting_line_depth
    said = words.text(f"rule-{rule}", depth=depth)
    return para(words.text("invite-shut-out", name=name, rule=said))

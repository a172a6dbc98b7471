"""Whom a rule will never let into a tandem, as owners read it wherever they decide about them."""

from __future__ import annotations

from collections.abc import Sequence

from microsoft_teams.cards.core import CardElement

from cards.kit.elements import para, small
from cards.kit.words import Words
from mentoring.domain.matching.settings import ANY_DEPTH

NAMED = 10
"""So many people are named; a card has its limits."""


def shut_out_lines(people: Sequence[tuple[str, str]], words: Words) -> list[CardElement]:
    """A line for each of these people (name, and the rule by its id)."""
    more = len(people) - NAMED
    rest = [small(words.text("and-more", people=more))] if more > 0 else []
    return [*(_line(name, rule, words) for name, rule in people[:NAMED]), *rest]


def _line(name: str, rule: str, words: Words) -> CardElement:
    """A reporting line shuts somebody out where it counts at any depth, and nowhere else."""
    said = words.text(f"rule-{rule}", depth=ANY_DEPTH)
    return para(words.text("invite-shut-out", name=name, rule=said))

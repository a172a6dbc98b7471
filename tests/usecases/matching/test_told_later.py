"""Proposals that an earlier version has computed tell owners what today's would."""

from __future__ import annotations

from mentoring.domain.matching.results import Alternative, Alternatives, Reason
from mentoring.domain.matching.settings import Weights
from mentoring.domain.proposal import Proposal
from mentoring.usecases.matching.told_later import told_later

WEIGHTS = Weights()


def stored(*reasons: Reason) -> Proposal:
    """A proposal with a whole score, and a next-best partner."""
    best = Alternatives((Alternative("ada", 80),))
    return Proposal("p", "r", "jan", "eva", 97, reasons=reasons, alternatives=best)


def test_each_topic_counts_alike_however_well_the_mentor_knows_it() -> None:
    """A level and the rank of a wish stood in the points."""
    both = (Reason("topic", points=50), Reason("topic", points=7))
    assert told_later(stored(*both), WEIGHTS).score == 2 * WEIGHTS.of_a_topic


def test_what_owners_may_read_counts_in_full() -> None:
    found = told_later(stored(Reason("language", points=11)), WEIGHTS)
    assert found.score == 11


def test_who_else_would_do_is_not_told() -> None:
    """No reasons were kept of them, so nothing says how much of their score may be read."""
    assert told_later(stored(), WEIGHTS).alternatives == Alternatives()

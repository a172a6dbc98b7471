"""Proposals of runs that an earlier version has computed, whose scores hold what owners may not
read: told as scores are told today, as far as that follows from what was kept.
"""

from __future__ import annotations

from dataclasses import replace

from mentoring.domain.matching.results import Alternatives
from mentoring.domain.matching.settings import UNTOLD, Weights
from mentoring.domain.proposal import Proposal


def told_later(proposal: Proposal, weights: Weights) -> Proposal:
    """The proposal with the score that its reasons have for owners, without who else would do: of
    those no reasons were kept.
    """
    topics = sum(each.code == "topic" for each in proposal.reasons)
    others = {*UNTOLD, "topic"}
    rest = sum(each.points for each in proposal.reasons if each.code not in others)
    score = topics * weights.of_a_topic + rest
    return replace(proposal, score=score, alternatives=Alternatives())

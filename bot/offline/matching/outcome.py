"""What ``tandem match`` has found, and the same as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cards.common.reasons import reason_sentence
from cards.kit.words import Words
from cards.matching.words import left_over_sentence
from mentoring.domain.matching.candidates import Candidate
from mentoring.domain.matching.results import MatchingResult, ProposedTandem, Unmatched
from mentoring.domain.matching.run import MatchingRun
from mentoring.domain.programme import Programme


@dataclass(frozen=True)
class Outcome:
    """What is to be shown: the run, its result, names for ids where there are some, and how long it
    took.
    """

    run: MatchingRun
    result: MatchingResult
    programme: Programme
    names: Mapping[str, str]
    seconds: float

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """Everybody who took part."""
        return self.run.table.case.everybody


def plain(outcome: Outcome, words: Words) -> dict[str, Any]:
    """The result as JSON, see docs/matching.md."""
    result = outcome.result
    return {
        "tandems": [_plain_tandem(tandem, outcome.programme, words) for tandem in result.tandems],
        "unmatched": [
            {
                "id": one.id,
                "role": one.role.value,
                "why": {"code": one.why.code, "text": why(one, outcome, words)},
            }
            for one in result.unmatched
        ],
        "total_score": result.total_score,
        "served": result.served,
        "seconds": round(outcome.seconds, 3),
    }


def _plain_tandem(tandem: ProposedTandem, programme: Programme, words: Words) -> dict[str, Any]:
    reasons = [
        {"code": reason.code, "text": reason_sentence(reason, programme, words)}
        for reason in tandem.reasons
    ]
    trio = {} if tandem.trio is None else {"trio": tandem.trio}
    return {
        "mentee": tandem.mentee,
        "mentor": tandem.mentor,
        "score": tandem.score,
        "reasons": reasons,
        **trio,
    }


def why(one: Unmatched, outcome: Outcome, words: Words) -> str:
    """Why somebody is left over, in words."""
    return left_over_sentence(one.why, one.role, outcome.programme, words)

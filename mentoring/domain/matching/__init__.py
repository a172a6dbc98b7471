"""The matching: who becomes a tandem with whom, why, and what another decision would cost.

See docs/matching.md.
"""

from mentoring.domain.matching.candidates import Candidate, Pair
from mentoring.domain.matching.decisions import Decision, Forbid, Lock
from mentoring.domain.matching.settings import MatchingSettings

__all__ = ["Candidate", "Decision", "Forbid", "Lock", "MatchingSettings", "Pair"]

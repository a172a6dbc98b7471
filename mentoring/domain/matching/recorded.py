"""A run as an auditor holds it: without people, but with everything from which the same tandems follow.

:class:`RunFile` is the file's shape. :class:`RecordedTable` takes the place of the table that was made from people; all
else (the optimum, trios, why somebody stays without) is computed again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Annotated, Literal

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, Field

from mentoring.domain.errors import TandemError
from mentoring.domain.matching.candidates import Candidate, Pair
from mentoring.domain.matching.case import Case
from mentoring.domain.matching.decisions import Decision, Forbid, Lock
from mentoring.domain.matching.results import Reason
from mentoring.domain.matching.rules import Rule
from mentoring.domain.matching.run import MatchingRun
from mentoring.domain.matching.scores import TERMS, strongest_first
from mentoring.domain.matching.settings import MatchingSettings
from mentoring.domain.matching.sides import Bools, Ints, Pairs, encode
from mentoring.domain.matching.table import EXCLUDED, Explanation, Table
from mentoring.domain.people import Role

FORMAT = 1
NOT_WRITTEN = -1
WAIVED = "recorded with a reason"


class RunInvalid(TandemError):
    """The run file contradicts itself: export the run again from the people."""


class Part(BaseModel):
    """Base of the parts of a run file: frozen, and unknown keys are errors."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class RecordedMentee(Part):
    """A mentee under a pseudonym, with the wishes in their order."""

    id: str
    wishes: tuple[str, ...]
    waited: Annotated[int, Field(ge=0)] = 0


class RecordedMentor(Part):
    """A mentor under a pseudonym, with the level of each topic."""

    id: str
    teaches: dict[str, int]
    capacity: Annotated[int, Field(ge=1)]
    waited: Annotated[int, Field(ge=0)] = 0


class RecordedReason(Part):
    """What speaks for a pair beyond topics, which follow from the people."""

    code: str
    facts: dict[str, str | int]
    points: int


class RecordedLock(Part):
    """A pair that owners settled, with its score. Who decided, when and why stays with the owners."""

    mentee: str
    mentor: str
    score: int


class RunFile(Part):
    """One run of the matching.

    ``scores``, ``reason_of`` and ``excluded_by`` have one row a mentee and one entry a mentor: the score (null where the pair
    is impossible), the number of the entry in ``reasons`` (-1 where none is written) and in ``exclusions`` (0: not
    excluded). ``shown``: the pairs of the exported result, which decide between answers that are equally good.
    ``companions_excluded``: the numbers of two in one role who must not be in one trio; written only with trios.
    """

    format: Literal[1] = FORMAT
    versions: dict[str, str]
    settings: MatchingSettings
    mentees: tuple[RecordedMentee, ...]
    mentors: tuple[RecordedMentor, ...]
    reasons: tuple[tuple[RecordedReason, ...], ...]
    exclusions: tuple[tuple[str, ...], ...]
    scores: list[list[int | None]]
    reason_of: list[list[int]]
    excluded_by: list[list[int]]
    locks: tuple[RecordedLock, ...] = ()
    forbidden: tuple[Pair, ...] = ()
    standing: tuple[Pair, ...] = ()
    shown: tuple[Pair, ...] = ()
    companions_excluded: dict[Role, list[tuple[int, int]]] = Field(default_factory=dict)


@dataclass(frozen=True)
class RecordedTable(Table):
    """The table of a run file; see :class:`RunFile` for what the added fields hold."""

    file: RunFile
    reason_of: Ints
    excluded_by: Ints

    @staticmethod
    def read(file: RunFile) -> RecordedTable:
        """The table of a run file.

        Raises:
            RunInvalid: a table has another shape than the people, or a score is not the sum of its reasons.
        """
        shape = (len(file.mentees), len(file.mentors))
        case = _case(file)
        rows, columns = encode(case.mentees, case.mentors, case.settings)
        table = RecordedTable(
            case,
            rows,
            columns,
            {},
            _matrix([[EXCLUDED if score is None else score for score in row] for row in file.scores], shape).astype(np.int32),
            file,
            _matrix(file.reason_of, shape),
            _matrix(file.excluded_by, shape),
        )
        table.check()
        return table

    def check(self) -> None:
        """Hold every written score against the sum of its reasons, and the exclusions against the scores."""
        others = np.array([sum(reason.points for reason in reasons) for reasons in self.file.reasons] or [0])
        for block in self.blocks():
            written = self.reason_of[block.rows] != NOT_WRITTEN
            points = TERMS["topics"].count(block, self.case.settings.weights) + others[self.reason_of[block.rows]]
            scores, open_ = self.scores[block.rows], self.excluded_by[block.rows] == 0
            if ((scores != points) & open_ & written).any() or ((scores >= 0) != open_).any() or (open_ & ~written).any():
                raise RunInvalid("a score is not the sum of its reasons: export the run again from the people")

    @cached_property
    def _classes(self) -> dict[str, Bools]:
        """For each name, which entries of ``exclusions`` bear it."""
        names = sorted({name for names in self.file.exclusions for name in names})
        return {name: np.array([name in names for names in self.file.exclusions], dtype=bool) for name in names}

    def causes(self, pairs: Pairs) -> dict[str, Bools]:
        """For each rule that excludes anybody, where it forbids the pair."""
        excluded_by = self.excluded_by[pairs.left(np.arange(len(self.rows))), pairs.right(np.arange(len(self.columns)))]
        return {name: bears[excluded_by] for name, bears in self._classes.items()}

    def assumed(self, _rule: Rule, pairs: Pairs) -> Bools:
        """What was missing is not written."""
        return np.zeros(pairs.shape, dtype=bool)

    def points(self, pairs: Sequence[Pair]) -> Ints:
        """The written score of each pair."""
        return np.array([one.score for one in self.explained(pairs)], dtype=np.int64)

    def _reasons(self, pairs: Pairs) -> list[tuple[Reason, ...]]:
        numbers = self.reason_of[pairs.left(np.arange(len(self.rows))), pairs.right(np.arange(len(self.columns)))]
        written = [self.file.reasons[number] if number != NOT_WRITTEN else () for number in numbers]
        return [tuple(Reason(one.code, one.facts, one.points) for one in reasons) for reasons in written]

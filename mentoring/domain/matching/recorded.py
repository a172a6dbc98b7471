"""A run as an auditor holds it: without people, but with everything from which the same tandems
follow.

:class:`RunFile` is the file's shape. :class:`RecordedTable` takes the place of the table that was
made from people; all else (the optimum, trios, why somebody is left over) is computed again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Annotated, Literal

import numpy as np
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, JsonValue, PlainSerializer

from mentoring.domain.errors import TandemError
from mentoring.domain.language import Language
from mentoring.domain.matching.candidates import Candidate, Pair
from mentoring.domain.matching.case import Case
from mentoring.domain.matching.decisions import Decision, Lock
from mentoring.domain.matching.results import Fact, Reason
from mentoring.domain.matching.rulebook import CONFIDENTIAL, RULEBOOK
from mentoring.domain.matching.rules import Rule
from mentoring.domain.matching.run import MatchingRun
from mentoring.domain.matching.scores import TERMS, strongest_first
from mentoring.domain.matching.settings import MatchingSettings, with_kept_meaning
from mentoring.domain.matching.sides import Bools, Ints, Pairs, encode
from mentoring.domain.matching.table import EXCLUDED, Table
from mentoring.domain.people import Role

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
    facts: dict[str, Fact]
    points: int


def _as_meant(settings: object) -> object:
    return with_kept_meaning(settings) if isinstance(settings, Mapping) else settings


def _in_full(settings: MatchingSettings) -> dict[str, JsonValue]:
    return settings.model_dump(mode="json")


class RunFile(Part):
    """One run of the matching.

    ``topics`` (names by language, where they are the programme's own) and ``language`` serve only
    to put the result into words.

    ``settings`` are always written in full, so that a later default does not change what they
    meant. ``scores``, ``reason_of`` and ``excluded_by`` have one row per mentee and one entry per
    mentor: the score (null where the pair is impossible), the number of the entry in ``reasons``
    (-1 where none is written) and in ``exclusions`` (0: not excluded). ``locks``: who decided, when
    and why stays with the owners. ``shown``: the pairs of the exported result, which decide between
    answers that are equally good. ``companions_excluded``: the numbers (from 0) of two in one role
    who must not be in one trio; written only with trios.
    """

    format: Literal[1] = 1
    versions: dict[str, str]
    language: Language
    topics: dict[str, dict[str, str]]
    settings: Annotated[MatchingSettings, BeforeValidator(_as_meant), PlainSerializer(_in_full)]
    mentees: tuple[RecordedMentee, ...]
    mentors: tuple[RecordedMentor, ...]
    reasons: tuple[tuple[RecordedReason, ...], ...]
    exclusions: tuple[tuple[str, ...], ...]
    scores: list[list[int | None]]
    reason_of: list[list[int]]
    excluded_by: list[list[int]]
    locks: tuple[Pair, ...] = ()
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

    def check(self) -> None:
        """Check every written score against the sum of its reasons, and the scores against the
        exclusions.

        Raises:
            RunInvalid: they contradict each other.
        """
        others = np.array(
            [0, *(sum(one.points for one in reasons) for reasons in self.file.reasons)]
        )
        for block in self.blocks():
            reason_of, scores = self.reason_of[block.rows], self.scores[block.rows]
            points = (
                TERMS["topics"].count(block, self.case.settings.weights) + others[reason_of + 1]
            )
            possible = self.excluded_by[block.rows] == 0
            if ((scores >= 0) != possible).any() or (
                possible & ((scores != points) | (reason_of == NOT_WRITTEN))
            ).any():
                raise RunInvalid(
                    "a score is not the sum of its reasons: export the run again from the people"
                )

    def causes(self, pairs: Pairs) -> dict[str, Bools]:
        """For each rule that excludes anybody, where it forbids the pair."""
        excluded_by = _at(self.excluded_by, pairs)
        written = {name for names in self.file.exclusions for name in names}
        bears = {
            name: np.array([name in names for names in self.file.exclusions], dtype=bool)
            for name in (*RULEBOOK, CONFIDENTIAL)
            if name in written
        }
        return {name: has[excluded_by] for name, has in bears.items()}

    def assumed(self, _rule: Rule, pairs: Pairs) -> Bools:
        """Nowhere: what was missing is not written."""
        return np.zeros(pairs.shape, dtype=bool)

    def reasons(self, pairs: Pairs) -> list[tuple[Reason, ...]]:
        """What speaks for each of these pairs."""
        found = []
        for (mentee, mentor), number in zip(
            self.people(pairs), _at(self.reason_of, pairs), strict=True
        ):
            topics = TERMS["topics"].say(mentee, mentor, self.case.settings.weights, 0)
            others = self.file.reasons[number] if number != NOT_WRITTEN else ()
            found.append(
                strongest_first(
                    [*topics, *(Reason(one.code, one.facts, one.points) for one in others)]
                )
            )
        return found

    def points(self, pairs: Sequence[Pair]) -> Ints:
        """The score of each of these pairs."""
        return np.array([one.score for one in self.explained(pairs)], dtype=np.int64)

    def companions_excluded(self, role: Role, people: Ints, companions: Ints) -> Bools:
        """Where two of the same role must not be in one trio."""
        size = len(self.rows) if role is Role.MENTEE else len(self.columns)
        together = np.zeros((size, size), dtype=bool)
        for one, other in self.file.companions_excluded.get(role, ()):
            together[[one, other], [other, one]] = True
        return together[np.ix_(people, companions)]

    def with_decision(self, decision: Decision) -> Table:
        """The table after one more lock or forbidden pair."""
        case = self.case.with_decision(decision)
        if isinstance(decision, Lock):
            return replace(self, case=case)
        at = (case.mentee_rows[decision.mentee], case.mentor_columns[decision.mentor])
        scores, excluded_by = self.scores.copy(), self.excluded_by.copy()
        scores[at], excluded_by[at] = EXCLUDED, len(self.file.exclusions)
        names = tuple(sorted({*self.file.exclusions[self.excluded_by[at]], "forbidden"}))
        file = self.file.model_copy(update={"exclusions": (*self.file.exclusions, names)})
        return replace(self, case=case, scores=scores, excluded_by=excluded_by, file=file)


def recorded_run(file: RunFile) -> MatchingRun:
    """The run of a file, solved again.

    Raises:
        RunInvalid: the file contradicts itself.
        Refusal: a lock is impossible.
    """
    if not {name for names in file.exclusions for name in names} <= {*RULEBOOK, CONFIDENTIAL}:
        raise RunInvalid(
            "a rule is named that this version does not have: run it with the version that is "
            "written in it"
        )
    case = _case(file)
    rows, columns = encode(case.mentees, case.mentors, case.settings)
    shape = (len(rows), len(columns))
    scores = _matrix(
        [[EXCLUDED if score is None else score for score in row] for row in file.scores], shape
    )
    reason_of = _matrix(file.reason_of, shape, NOT_WRITTEN, len(file.reasons))
    excluded_by = _matrix(file.excluded_by, shape, 0, len(file.exclusions))
    table = RecordedTable(
        case, rows, columns, {}, scores.astype(np.int32), file, reason_of, excluded_by
    )
    table.check()
    return MatchingRun.on(table, file.shown)


def _case(file: RunFile) -> Case:
    """The case in the order of the file, which is the order of the people's ids."""
    mentees = [
        Candidate(
            id=one.id,
            role=Role.MENTEE,
            level=0,
            languages=frozenset(),
            wishes=one.wishes,
            waited=one.waited,
        )
        for one in file.mentees
    ]
    mentors = [
        Candidate(
            id=one.id,
            role=Role.MENTOR,
            level=0,
            languages=frozenset(),
            teaches=one.teaches,
            capacity=one.capacity,
            waited=one.waited,
        )
        for one in file.mentors
    ]
    locks = tuple(Lock(*pair, reason=WAIVED) for pair in file.locks)
    return Case(
        tuple(mentees), tuple(mentors), file.settings, locks, file.forbidden, standing=file.standing
    )


def _matrix(
    rows: list[list[int]], shape: tuple[int, int], lowest: int = EXCLUDED, below: int = 2**31
) -> Ints:
    """The rows as an array of this shape, with numbers from ``lowest`` to one less than
    ``below``.
    """
    if len(rows) != shape[0] or any(len(row) != shape[1] for row in rows):
        raise RunInvalid(
            f"a table has not {shape[0]} rows of {shape[1]} entries: export the run again from the "
            "people"
        )
    found = np.array(rows, dtype=np.int64).reshape(shape)
    if found.size and not lowest <= found.min() <= found.max() < below:
        raise RunInvalid(
            "a table names an entry that does not exist: export the run again from the people"
        )
    return found


def _at(matrix: Ints, pairs: Pairs) -> Ints:
    """The entries of a matrix for these pairs, in their shape."""
    rows, columns = np.arange(matrix.shape[0]), np.arange(matrix.shape[1])
    return matrix[pairs.left(rows), pairs.right(columns)]

"""A run as a file with which an auditor can run the matching again without learning who anybody is.

Ids become keyed pseudonyms. Of a person only what the result needs is written: topics, places,
cycles waited. Of a pair: its score, what speaks for it, and which rules exclude it. All
confidential rules bear one name, and none at all where an open rule excludes the pair as well.
:mod:`mentoring.domain.matching.recorded` reads the file back.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from mentoring.domain.language import Language
from mentoring.domain.matching.candidates import Pair
from mentoring.domain.matching.recorded import (
    NOT_WRITTEN,
    RecordedMentee,
    RecordedMentor,
    RecordedReason,
    RunFile,
)
from mentoring.domain.matching.rulebook import CONFIDENTIAL
from mentoring.domain.matching.rules import active
from mentoring.domain.matching.run import MatchingRun
from mentoring.domain.matching.scores import TERMS
from mentoring.domain.matching.settings import MatchingSettings
from mentoring.domain.matching.sides import Bools, Ints, Pairs
from mentoring.domain.matching.table import Table
from mentoring.domain.people import Role
from mentoring.domain.topics import Topic

OTHER_TERMS = tuple(name for name in TERMS if name != "topics")
"""What speaks for a pair other than topics; those follow from the people, who are written with
their topics.
"""


@dataclass(frozen=True)
class Pseudonyms:
    """Names that only the holder of the key can connect with people; the same id always has the
    same one.
    """

    key: bytes

    def of(self, person: str) -> str:
        """The pseudonym of an id: 64 bits of its HMAC with SHA-256."""
        return "p" + hmac.new(self.key, person.encode(), hashlib.sha256).hexdigest()[:16]

    def pairs(self, pairs: Iterable[tuple[str, str]]) -> tuple[Pair, ...]:
        """The pairs under pseudonyms, in their order."""
        return tuple(Pair(self.of(one), self.of(other)) for one, other in pairs)


def run_file(
    run: MatchingRun,
    key: bytes,
    topics: Iterable[Topic],
    language: Language,
    versions: Mapping[str, str],
) -> RunFile:
    """The run as a file under the pseudonyms of this key.

    ``topics`` and ``language`` are the programme's, ``versions`` name what computed the run.
    """
    table, case, under = run.table, run.table.case, Pseudonyms(key)
    reasons, reason_of = _reasons(table, run.pairs)
    exclusions, excluded_by = _exclusions(table)
    return RunFile(
        versions=dict(versions),
        language=language,
        topics={topic.id: dict(topic.names) for topic in topics},
        settings=_settings(case.settings, under),
        mentees=tuple(
            RecordedMentee(id=under.of(p.id), wishes=p.wishes, waited=p.waited)
            for p in case.mentees
        ),
        mentors=tuple(
            RecordedMentor(
                id=under.of(p.id), teaches=dict(p.teaches), capacity=p.capacity, waited=p.waited
            )
            for p in case.mentors
        ),
        reasons=reasons,
        exclusions=exclusions,
        scores=[[score if score >= 0 else None for score in row] for row in table.scores.tolist()],
        reason_of=reason_of.tolist(),
        excluded_by=excluded_by.tolist(),
        locks=under.pairs(lock.pair for lock in case.locks),
        forbidden=under.pairs(case.forbidden),
        standing=under.pairs(case.standing),
        shown=under.pairs(run.pairs),
        companions_excluded=_companions(table) if case.settings.trios else {},
    )


def _settings(settings: MatchingSettings, under: Pseudonyms) -> MatchingSettings:
    """The settings under pseudonyms; a group's name could tell who is in it, so groups are
    numbered.
    """
    groups = tuple(
        group.model_copy(update={"name": str(number), "people": tuple(map(under.of, group.people))})
        for number, group in enumerate(settings.exclusion_groups, start=1)
    )
    pairs = under.pairs(settings.blocked_pairs)
    # Who is in which KPI group, or stands on which level, is told by the exclusions and scores that
    # follow, and by nothing else.
    told = {"exclusion_groups": groups, "blocked_pairs": pairs, "kpi_groups": (), "levels": ()}
    return settings.model_copy(update=told)


def _reasons(
    table: Table, shown: Iterable[Pair]
) -> tuple[tuple[tuple[RecordedReason, ...], ...], Ints]:
    """All different sets of reasons beyond topics, and for each pair that is possible or shown the
    number of its set.
    """
    written = table.scores >= 0
    for pair in shown:
        written[table.case.mentee_rows[pair.mentee], table.case.mentor_columns[pair.mentor]] = True
    reason_of = np.full(written.shape, NOT_WRITTEN, dtype=np.int64)
    rows, columns = np.nonzero(written)
    listed = Pairs(table.rows, table.columns, table.relations, rows, columns, is_block=False)
    amounts = np.stack(
        [TERMS[name].count(listed, table.case.settings.weights) for name in OTHER_TERMS], axis=1
    )
    _, first, number = np.unique(amounts, axis=0, return_index=True, return_inverse=True)
    reason_of[rows, columns] = number
    return tuple(
        _said(table, int(rows[at]), int(columns[at]), amounts[at].tolist()) for at in first
    ), reason_of


def _said(table: Table, row: int, column: int, amounts: list[int]) -> tuple[RecordedReason, ...]:
    mentee, mentor = table.case.mentees[row], table.case.mentors[column]
    return tuple(
        RecordedReason(code=reason.code, facts=dict(reason.facts), points=reason.points)
        for name, amount in zip(OTHER_TERMS, amounts, strict=True)
        if amount
        for reason in TERMS[name].say(mentee, mentor, table.case.settings.weights, amount)
    )


def _exclusions(table: Table) -> tuple[tuple[tuple[str, ...], ...], Ints]:
    """All different sets of excluding rules, the empty one first, and for each pair the number of
    its set.
    """
    rules = active(table.case.settings)
    open_ = sum(1 << bit for bit, rule in enumerate(rules) if not rule.traits.confidential)
    hidden = 1 << len(rules)
    found = np.zeros(table.scores.shape, dtype=np.int64)
    for block in table.blocks():
        causes = table.causes(block)
        bits = sum(
            (causes[rule.name].astype(np.int64) << bit for bit, rule in enumerate(rules)),
            np.int64(0),
        )
        found[block.rows] = np.where((bits != 0) & (bits & open_ == 0), hidden, bits & open_)
    sets = np.union1d([0], found)
    names = [*(rule.name for rule in rules), CONFIDENTIAL]
    return tuple(
        tuple(n for bit, n in enumerate(names) if int(s) >> bit & 1) for s in sets
    ), np.searchsorted(sets, found)


def _companions(table: Table) -> dict[Role, list[tuple[int, int]]]:
    found = {}
    for role, people in ((Role.MENTEE, table.case.mentees), (Role.MENTOR, table.case.mentors)):
        everybody = np.arange(len(people))
        excluded: Bools = table.companions_excluded(role, everybody, everybody)
        found[role] = [
            (int(one), int(other))
            for one, other in zip(*np.nonzero(np.triu(excluded, 1)), strict=True)
        ]
    return found

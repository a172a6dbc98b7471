"""From people to numbers: what is left to assign when locked pairs and standing tandems have taken
their places.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from mentoring.domain.matching.candidates import Candidate, Pair
from mentoring.domain.matching.case import Case
from mentoring.domain.matching.mutual import Both
from mentoring.domain.matching.problem import NOBODY, Problem, Scale, scale_for
from mentoring.domain.matching.sides import Ints
from mentoring.domain.matching.table import Table


def problem_of(table: Table, seen: Ints, scale: Scale | None = None) -> Problem:
    """The assignment of everybody who is not settled; ``seen`` is the column of the mentor
    already seen beside each mentee, or ``NOBODY``, shape ``(mentees,)``.

    Raises:
        NotProven: the weights are too large to be added exactly.
    """
    case, settled = table.case, table.case.settled
    taken = [
        case.mentor_columns[pair.mentor] for pair in settled if pair.mentor in case.mentor_columns
    ]
    used = np.bincount(np.array(taken, dtype=np.int64), minlength=len(case.mentors))
    settled_mentees = {pair.mentee for pair in settled}
    capacity = np.array([mentor.capacity for mentor in case.mentors], dtype=np.int64)
    waited_mentees, waited_mentors = _waited(case.mentees), _waited(case.mentors)
    most_waited = int(waited_mentees.max(initial=0) + waited_mentors.max(initial=0))
    ties_matter = bool((capacity > 1).any() or (seen != NOBODY).any())
    return Problem(
        scale=scale or scale_for(table.scores, ties_matter=ties_matter, most_waited=most_waited),
        scores=table.scores,
        places=np.maximum(capacity - used, 0),
        rows=np.array(
            [row for id_, row in case.mentee_rows.items() if id_ not in settled_mentees],
            dtype=np.int64,
        ),
        unserved=used == 0,
        waited_mentees=waited_mentees,
        waited_mentors=waited_mentors,
        seen=seen,
        barred=_against_settled(case),
    )


def columns_seen(case: Case, seen: Iterable[Pair]) -> Ints:
    """The column of the mentor whom owners have already seen beside each mentee, or ``NOBODY``."""
    found = np.full(len(case.mentees), NOBODY)
    for mentee, mentor in seen:
        if mentee in case.mentee_rows and mentor in case.mentor_columns:
            found[case.mentee_rows[mentee]] = case.mentor_columns[mentor]
    return found


def people_with_both_roles(case: Case) -> Both:
    """The mentee row of everybody who has both roles, by their mentor column."""
    return {
        column: case.mentee_rows[id_]
        for id_, column in case.mentor_columns.items()
        if id_ in case.mentee_rows
    }


def _waited(people: Iterable[Candidate]) -> Ints:
    return np.array([person.waited for person in people], dtype=np.int64)


def _against_settled(case: Case) -> Ints:
    """The other direction of every settled pair: two people are never a tandem in both."""
    keys = [
        case.mentee_rows[mentor] * len(case.mentors) + case.mentor_columns[mentee]
        for mentee, mentor in case.settled
        if mentor in case.mentee_rows and mentee in case.mentor_columns
    ]
    return np.array(sorted(keys), dtype=np.int64)

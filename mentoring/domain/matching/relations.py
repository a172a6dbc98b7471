"""Relations between people (who reports to whom, who will not be paired with whom) as sorted pairs
of row and column.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mentoring.domain.matching.candidates import Candidate


@dataclass(frozen=True)
class Relation:
    """A set of pairs: ``keys`` are ``row * width + column``, sorted, each once."""

    keys: NDArray[np.int64]
    width: int

    def block(
        self, rows: NDArray[np.int64], columns: NDArray[np.int64] | slice
    ) -> NDArray[np.bool_]:
        """Which of these rows are related to which of these columns; shape ``(rows, columns)``.

        A column may come twice.
        """
        if not isinstance(columns, slice):
            each, places = np.unique(columns, return_inverse=True)
            if len(each) < len(columns):
                return self.block(rows, each)[:, places]
        place_of = np.full(self.width, -1)
        place_of[columns] = np.arange(len(place_of[columns]))
        found = np.zeros((len(rows), len(place_of[columns])), dtype=bool)
        first = np.searchsorted(self.keys, rows * self.width)
        counts = np.searchsorted(self.keys, (rows + 1) * self.width) - first
        row = np.repeat(np.arange(len(rows)), counts)
        offset = np.arange(len(row)) - np.repeat(np.cumsum(counts) - counts, counts)
        column = place_of[self.keys[np.repeat(first, counts) + offset] % max(self.width, 1)]
        found[row[column >= 0], column[column >= 0]] = True
        return found

    def listed(self, rows: NDArray[np.int64], columns: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Whether ``rows[k]`` is related to ``columns[k]``; shape ``(n,)``."""
        return np.isin(rows * self.width + columns, self.keys)


def relation(
    rows: Sequence[Candidate], columns: Sequence[Candidate], names: Mapping[str, Collection[str]]
) -> Relation:
    """Who of the rows names, or is named by, who of the columns; ``names`` says whom each id
    names.
    """
    width = len(columns)
    row_of = {person.id: row for row, person in enumerate(rows)}
    column_of = {person.id: column for column, person in enumerate(columns)}
    keys = {
        row_of[one] * width + column_of[other]
        for person, named in names.items()
        for other_person in named
        for one, other in ((person, other_person), (other_person, person))
        if one in row_of and other in column_of
    }
    return Relation(np.array(sorted(keys), dtype=np.int64), width)

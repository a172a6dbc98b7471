"""Every score as a table, with which anybody can check the optimum using a solver of their own."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import IO

from mentoring.domain.matching.table import Table

HEADER = ("mentee", "mentor", "score", "excluded_by")


def write_scores(table: Table, out: IO[str]) -> None:
    """Write every pair of the table as CSV."""
    lines = csv.writer(out, lineterminator="\n")
    lines.writerow(HEADER)
    lines.writerows(all_scores(table))


def all_scores(table: Table) -> Iterator[tuple[str, str, int | str, str]]:
    """Every mentee with every mentor, as ``HEADER``: the score, or empty and the rules that exclude
    the pair.
    """
    mentors = [mentor.id for mentor in table.case.mentors]
    for block in table.blocks():
        causes = {
            name: forbids.tolist() for name, forbids in table.causes(block).items() if forbids.any()
        }
        for place, row in enumerate(block.rows.tolist()):
            mentee, scores = table.case.mentees[row].id, table.scores[row].tolist()
            excluding = [
                [name if forbids else "" for forbids in causes[name][place]] for name in causes
            ]
            for column, score in enumerate(scores):
                rules = ";".join(filter(None, (names[column] for names in excluding)))
                yield mentee, mentors[column], score if score >= 0 else "", rules

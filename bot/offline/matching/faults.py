"""What is wrong with a file that ``tandem match`` reads, as a code with facts and in words.

The words are ``match-file-<code>`` in ``cards/texts/*/matching/matching.ftl``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from cards.kit.words import Words
from mentoring.domain.errors import TandemError


@dataclass(frozen=True)
class Fault:
    """Something wrong in a file: its line (from 1), the column's name and place (from 1; 0: the
    whole line), code and facts.
    """

    line: int
    column: str
    place: int
    code: str
    facts: Mapping[str, str] = field(default_factory=dict)


class MatchFileInvalid(TandemError):
    """A file of people or of a run is malformed: correct every fault that is named and start
    again. The ``warnings`` say what would not count, which may be why something is missing.
    """

    def __init__(self, faults: Iterable[Fault], warnings: Iterable[Fault] = ()) -> None:
        self.warnings = tuple(warnings)
        self.faults = tuple(sorted(faults, key=lambda fault: (fault.line, fault.place, fault.code)))
        super().__init__(
            "; ".join(f"line {fault.line}, {fault.column}: {fault.code}" for fault in self.faults)
        )


def fault_sentence(path: Path, fault: Fault, words: Words) -> str:
    """A fault of this file in words, with its place."""
    text = words.text(f"match-file-{fault.code}", column=fault.column, **fault.facts)
    at = {"file": str(path), "line": str(fault.line), "fault": text}
    if not fault.place:
        return words.text("match-file-at-line", **at)
    return words.text("match-file-at-cell", **at, place=str(fault.place), column=fault.column)

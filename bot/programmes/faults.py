"""What is wrong with a programme file, as a code with facts and in words.

The words are ``programme-file-<code>`` in ``cards/texts/*/programme/file.ftl``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from cards.kit.words import Words
from mentoring.domain.errors import TandemError
from mentoring.domain.language import Language


@dataclass(frozen=True)
class Fault:
    """Something wrong in a file: its line (from 1), the setting by its path (empty for the whole
    line), code and facts.
    """

    line: int
    path: str
    code: str
    facts: Mapping[str, str | int] = field(default_factory=dict)


class ProgrammeInvalid(TandemError):
    """The programme file has errors: correct the lines that are named and start again.

    ``source`` names the file; ``language`` is the file's own, as far as it can be read.
    """

    def __init__(self, source: str, language: Language, faults: Iterable[Fault]) -> None:
        self.source = source
        self.language = language
        self.faults = tuple(sorted(faults, key=lambda fault: (fault.line, fault.path, fault.code)))
        super().__init__("\n".join(self.sentences(Words(language))))

    def sentences(self, words: Words) -> list[str]:
        """Every error in words, each with its place."""
        return [_sentence(self.source, fault, words) for fault in self.faults]


def _sentence(source: str, fault: Fault, words: Words) -> str:
    text = words.text(f"programme-file-{fault.code}", **fault.facts)
    key = "programme-file-at-key" if fault.path else "programme-file-at-line"
    return words.text(key, file=source, line=str(fault.line), path=fault.path, fault=text)

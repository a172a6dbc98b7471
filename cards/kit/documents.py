"""From a notice to a file: one function for each type of notice that people may take with them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from cards.kit.words import Words
from mentoring.notices import Notice


@dataclass(frozen=True)
class Document:
    """A file: its name with its ending, one sentence on what is in it, and its bytes."""

    name: str
    description: str
    data: bytes


N = TypeVar("N", bound=Notice)
WRITERS: dict[type[Notice], Callable[[Any, Words], Document]] = {}


def writes(
    notice: type[N],
) -> Callable[[Callable[[N, Words], Document]], Callable[[N, Words], Document]]:
    """Register how a type of notice is written down as a file."""

    def register(function: Callable[[N, Words], Document]) -> Callable[[N, Words], Document]:
        WRITERS[notice] = function
        return function

    return register


def document_of(notice: Notice, words: Words) -> Document:
    """The notice as a file in the person's language and tone.

    Raises:
        KeyError: nothing writes this type of notice down: write it with ``@writes`` in ``cards``.
    """
    if type(notice) not in WRITERS:
        raise KeyError(
            f"nothing writes {type(notice).__name__} into a file: write it with @writes in cards/"
        )
    return WRITERS[type(notice)](notice, words)

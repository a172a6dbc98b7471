"""People as arrays, so that a rule or a score is one line for a single pair and for a hundred
million alike.

A :class:`Side` holds some people as columns of codes. :class:`Pairs` puts two sides against each
other, either as a *block* (every row with every column, shape ``(rows, columns)``) or as a *list*
(one by one, shape ``(n,)``); what is asked of it reads the same in both shapes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from mentoring.domain.matching.candidates import Candidate
from mentoring.domain.matching.relations import Relation
from mentoring.domain.matching.settings import MatchingSettings

Bools = NDArray[np.bool_]
Ints = NDArray[np.int64]
Codes = NDArray[np.int32]
Levels = NDArray[np.int8]
Bits = NDArray[np.uint64]
Scalar = TypeVar("Scalar", bound=np.generic)

WORDS = ("department", "location", "background", "generation", "gender", "kpi_group", "manager")
SETS = ("languages", "formats", "times", "exclusion_groups")
NUMBERS = ("level",)
TOP = 1


class Vocabulary:
    """Numbers for words, the same for all sides that are encoded with it."""

    def __init__(self) -> None:
        self._codes: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self._codes)

    def code(self, word: str) -> int:
        """The number of a word; -1 for the empty one."""
        return self._codes.setdefault(word, len(self._codes)) if word else -1


@lru_cache(maxsize=10_000)
def fold(word: str) -> str:
    """A word as it is compared: case and surplus spaces make no difference."""
    return " ".join(word.split()).casefold()


@dataclass(frozen=True)
class Side:
    """Some people as columns.

    ``codes[field]``: one integer a person, negative where unknown; equal codes mean equal words.
    ``sets[field]``: one bit for each word, shape ``(people, words / 64)``. ``numbers[field]``:
    plain integers, negative where unknown. ``wishes``: the topic of each wish by rank, shape
    ``(people, ranks)``; ``levels``: how well each topic is taught, shape ``(topics + 1, people)``.
    The last topic is nobody's: it stands for a wish that is not there.
    """

    people: tuple[Candidate, ...]
    codes: Mapping[str, Codes]
    sets: Mapping[str, Bits]
    numbers: Mapping[str, Codes]
    wishes: Ints
    levels: Levels

    def __len__(self) -> int:
        return len(self.people)


@dataclass(frozen=True)
class Pairs:
    """Rows against columns, as a block or as a list; see the module's docstring."""

    row_side: Side
    column_side: Side
    relations: Mapping[str, Relation]
    rows: Ints
    columns: Ints | slice
    is_block: bool

    @property
    def shape(self) -> tuple[int, ...]:
        """``(rows, columns)`` of a block, ``(n,)`` of a list."""
        if not self.is_block:
            return (len(self.rows),)
        return (len(self.rows), len(np.arange(len(self.column_side))[self.columns]))

    def left(self, column: NDArray[Scalar]) -> NDArray[Scalar]:
        """A column of the rows' side, in the shape that combines with :meth:`right`."""
        chosen = column[self.rows]
        return chosen[:, None] if self.is_block else chosen

    def right(self, column: NDArray[Scalar]) -> NDArray[Scalar]:
        """A column of the columns' side, in the shape that combines with :meth:`left`."""
        chosen = column[self.columns]
        return chosen[None, :] if self.is_block else chosen

    def same(self, field: str) -> Bools:
        """Both have the same word."""
        left, right = (
            self.left(self.row_side.codes[field]),
            self.right(self.column_side.codes[field]),
        )
        same: Bools = (left == right) & (left >= 0)
        return same

    def differ(self, field: str) -> Bools:
        """Both words are known, and they are not the same."""
        left, right = (
            self.left(self.row_side.codes[field]),
            self.right(self.column_side.codes[field]),
        )
        differ: Bools = (left != right) & (left >= 0) & (right >= 0)
        return differ

    def unknown(self, field: str) -> Bools:
        """The word of at least one of the two is not known."""
        left, right = (
            self.left(self.row_side.codes[field]),
            self.right(self.column_side.codes[field]),
        )
        return (left < 0) | (right < 0)

    def common(self, field: str) -> NDArray[np.uint8]:
        """How many words of a set both have."""
        left, right = self.row_side.sets[field], self.column_side.sets[field]
        found = np.zeros(self.shape, dtype=np.uint8)
        for bits in range(left.shape[1]):
            found += np.bitwise_count(self.left(left[:, bits]) & self.right(right[:, bits]))
        return found

    def ranks(self) -> range:
        """The ranks of the wishes that somebody among the rows has, the first wish being 0."""
        return range(self.row_side.wishes.shape[1])

    def wish_level(self, rank: int) -> Levels:
        """How well the mentor teaches the mentee's wish of this rank, from 1 to 3; 0 for not at
        all.
        """
        topics = self.row_side.wishes[self.rows, rank]
        levels = self.column_side.levels
        found: Levels = (
            levels[topics][:, self.columns] if self.is_block else levels[topics, self.columns]
        )
        return found

    def related(self, name: str) -> Bools:
        """Whether one of the two names the other in the relation of this name."""
        relation = self.relations[name]
        if self.is_block:
            return relation.block(self.rows, self.columns)
        return relation.listed(self.rows, np.arange(relation.width)[self.columns])


def encode(
    mentees: Sequence[Candidate], mentors: Sequence[Candidate], settings: MatchingSettings
) -> tuple[Side, Side]:
    """Both roles as sides with common codes."""
    sides = (tuple(mentees), tuple(mentors))
    words = {field: _codes(sides, field) for field in WORDS}
    sets = {field: _sets(sides, field, settings) for field in SETS}
    topics = _topics(sides)
    first, second = (
        Side(
            people=people,
            codes={field: words[field][number] for field in WORDS},
            sets={field: sets[field][number] for field in SETS},
            numbers={field: _numbers(people, field) for field in NUMBERS},
            wishes=_wishes(people, topics),
            levels=_levels(people, topics),
        )
        for number, people in enumerate(sides)
    )
    return first, second


def _word(person: Candidate, field: str) -> str:
    """The word of a field. Whoever is at the top has no manager, which is a fact and not a gap."""
    if field == "manager":
        return (
            person.managers[0]
            if person.managers
            else (f"nobody above {person.id} as {person.role}" if person.level == TOP else "")
        )
    return fold(getattr(person, field))


def _codes(sides: tuple[tuple[Candidate, ...], ...], field: str) -> tuple[Codes, ...]:
    vocabulary = Vocabulary()
    return tuple(
        np.array([vocabulary.code(_word(p, field)) for p in people], dtype=np.int32)
        for people in sides
    )


def _words(person: Candidate, field: str, settings: MatchingSettings) -> frozenset[str]:
    if field == "exclusion_groups":
        return frozenset(
            str(n) for n, group in enumerate(settings.exclusion_groups) if person.id in group.people
        )
    words: frozenset[str] = getattr(person, field)
    return words


def _sets(
    sides: tuple[tuple[Candidate, ...], ...], field: str, settings: MatchingSettings
) -> tuple[Bits, ...]:
    vocabulary = Vocabulary()

    @cache  # most people have a set that somebody else has, too
    def bits(words: frozenset[str]) -> int:
        return sum(1 << vocabulary.code(word) for word in set(filter(None, map(fold, words))))

    found = [[bits(_words(person, field, settings)) for person in people] for people in sides]
    return tuple(_split(of_people, -(-len(vocabulary) // 64)) for of_people in found)


def _split(bits: list[int], parts: int) -> Bits:
    """Integers of any length as ``parts`` parts of 64 bits, the lowest first."""
    found = [[some >> 64 * part & 2**64 - 1 for part in range(parts)] for some in bits]
    return np.array(found, dtype=np.uint64).reshape(len(bits), parts)


def _numbers(people: tuple[Candidate, ...], field: str) -> Codes:
    values = (getattr(person, field) for person in people)
    return np.array([-1 if value is None else value for value in values], dtype=np.int32)


def _topics(sides: tuple[tuple[Candidate, ...], ...]) -> dict[str, int]:
    """A number for each topic that somebody wishes and somebody teaches; no other can ever
    count.
    """
    wished = {topic for people in sides for person in people for topic in person.wishes}
    taught = {topic for people in sides for person in people for topic in person.teaches}
    return {topic: number for number, topic in enumerate(sorted(wished & taught))}


def _wishes(people: tuple[Candidate, ...], topics: Mapping[str, int]) -> Ints:
    ranks = max((len(person.wishes) for person in people), default=0)
    found = np.full((len(people), ranks), len(topics), dtype=np.int64)
    for row, person in enumerate(people):
        found[row, : len(person.wishes)] = [
            topics.get(topic, len(topics)) for topic in person.wishes
        ]
    return found


def _levels(people: tuple[Candidate, ...], topics: Mapping[str, int]) -> Levels:
    found = np.zeros((len(topics) + 1, len(people)), dtype=np.int8)
    for column, person in enumerate(people):
        for topic, level in person.teaches.items():
            if topic in topics:
                found[topics[topic], column] = level
    return found

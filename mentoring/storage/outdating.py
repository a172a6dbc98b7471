"""Statements that make cards older than what they should show."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from sqlalchemy import ColumnElement, Table, Update, and_, bindparam, or_, update

from mentoring.domain.posting import OLDER
from mentoring.ports.rows import Those
from mentoring.storage import tables
from mentoring.storage.conditions import (
    Selected,
    Usual,
    given,
    one_of,
    portions,
    those_where,
    usual,
)
from mentoring.storage.quick import Quick

THEIRS = "their_"
"""How the parameters of a query within another one begin."""


def known_outdating(
    equals: Mapping[str, object], those: Selected | None
) -> tuple[Quick, dict[str, object]] | None:
    """The statement with its values, if it is of the usual kind, which is built once."""
    conditions = usual(tables.postings, equals)
    if conditions is None:
        return None
    if those is None:
        return _outdating(conditions), given(equals)
    theirs = usual(those.table, those.equals)
    if theirs is None:
        return None
    values = given(equals) | given(those.equals, THEIRS)
    return _outdating_those(conditions, those.of, theirs), values


@cache
def _outdating(conditions: Usual) -> Quick:
    return Quick(newer(conditions.conditions(), of_kind="kind" in conditions.names))


@cache
def _outdating_those(conditions: Usual, of: str, theirs: Usual) -> Quick:
    found = those_where(theirs.table, of, theirs.conditions(THEIRS))
    about = tables.postings.c.subject_id.in_(found)
    return Quick(newer([*conditions.conditions(), about], of_kind="kind" in conditions.names))


def newer(conditions: Iterable[ColumnElement[bool]], *, of_kind: bool) -> Update:
    """Makes the cards that meet the conditions older, and returns them; ``of_kind``: those of a
    kind, of which a card that stands above a newer copy is left out.
    """
    table = tables.postings
    live = [table.c.view != OLDER] if of_kind else []
    return (
        update(table).where(*conditions, *live).values(wanted=table.c.wanted + 1).returning(table)
    )


@cache
def outdating_kinds(kinds: int, places: int) -> Quick:
    """The statement for so many kinds, each with so many places for its subjects. Each kind is a
    condition of its own: from a list of pairs SQLite made a scan of all postings as soon as it had
    a handful. All have the same number of places, or there would be a statement for each mixture.
    """
    table = tables.postings.c
    about = [
        and_(
            table.kind == bindparam(f"kind{nth}"),
            one_of(table.subject_id, f"about{nth}", places),
        )
        for nth in range(kinds)
    ]
    return Quick(newer([or_(*about)], of_kind=True))


@dataclass(frozen=True)
class _Alike:
    """What is chosen for cards of these kinds, but for the value of the last condition."""

    table: Table
    of: str
    kinds: tuple[str, ...]
    others: tuple[tuple[str, str], ...]
    last: str

    def having(self, values: Collection[str]) -> Selected:
        """All that has one of these values."""
        value = next(iter(values)) if len(values) == 1 else tuple(values)
        return Selected(self.table, self.of, {**dict(self.others), self.last: value})


def joined(those: Mapping[Those, Collection[str]]) -> Iterator[tuple[Those, tuple[str, ...]]]:
    """What is chosen for cards of some kinds, with these kinds: a unit that changes a tandem's six
    sessions, or ten tandems, asks once for all rows that belong to one of them.
    """
    alike: dict[_Alike, set[str]] = defaultdict(set)
    for each, kinds in those.items():
        known = _alike(each, tuple(sorted(kinds)))
        if known is None:
            yield each, tuple(sorted(kinds))
        else:
            alike[known[0]].add(known[1])
    for choice, values in alike.items():
        yield from ((choice.having(some), choice.kinds) for some in portions(values))


def _alike(those: Those, kinds: tuple[str, ...]) -> tuple[_Alike, str] | None:
    """With the last condition's value, if each condition is one text."""
    if not isinstance(those, Selected):
        return None
    texts = [(name, value) for name, value in those.equals.items() if isinstance(value, str)]
    if not texts or len(texts) < len(those.equals):
        return None
    last, value = texts.pop()
    return _Alike(those.table, those.of, kinds, tuple(texts), last), value

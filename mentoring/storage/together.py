"""What whoever shows a card needs is read in one query: a posting, its cycle, its programme, its
person.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from sqlalchemy import FromClause, Join, Select, bindparam, select

from mentoring.storage import tables
from mentoring.storage.quick import Quick
from mentoring.storage.shape import version_of

HOME = ("cycles", "programmes")
AT_HOME = ("postings", *HOME, "people")
"""What is read together; none of them is locked by being read."""


@cache
def quick(query: Callable[[bool], Select[Any]], versioned: bool) -> Quick:
    """The query, with versions if others are at work; built once."""
    return Quick(query(versioned))


def homes(versioned: bool) -> Select[Any]:
    """Reads a cycle and its programme, each with its version if others are at work."""
    found = _together(versioned, HOME).select_from(_belonging(tables.cycles))
    return found.where(tables.cycles.c.id == bindparam("key"))


def homes_now(versioned: bool) -> Select[Any]:
    """Reads a programme and the cycle that it is in, likewise."""
    is_now = tables.programmes.c.cycle_id == tables.cycles.c.id
    joined = tables.cycles.join(tables.programmes, is_now)
    found = _together(versioned, HOME).select_from(joined)
    return found.where(tables.programmes.c.id == bindparam("key"))


def postings_at_home(versioned: bool) -> Select[Any]:
    """Reads a posting with its cycle, its programme and its person, if there is one, likewise."""
    postings, people = tables.postings.c, tables.people.c
    in_cycle = tables.postings.join(tables.cycles, tables.cycles.c.id == postings.cycle_id)
    joined = _belonging(in_cycle).outerjoin(tables.people, people.id == postings.person_id)
    found = _together(versioned, AT_HOME).select_from(joined)
    return found.where(postings.id == bindparam("key"))


def _belonging(cycles: FromClause) -> Join:
    """With the programme to which the cycle belongs."""
    return cycles.join(tables.programmes, tables.programmes.c.id == tables.cycles.c.programme_id)


def _together(versioned: bool, names: Sequence[str]) -> Select[Any]:
    found = [tables.metadata.tables[name] for name in names]
    versions = [[version_of(table)] if versioned else [] for table in found]
    columns = [[*table.c, *version] for table, version in zip(found, versions, strict=True)]
    return select(*(column for each in columns for column in each))

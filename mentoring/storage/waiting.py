"""Statements that find what waits: timers that are due, effects that nobody carries out, messages
that are older than what they should show.
"""

from __future__ import annotations

from functools import cache

from sqlalchemy import Integer, bindparam, or_, select, update

from mentoring.storage import tables
from mentoring.storage.conditions import one_of
from mentoring.storage.quick import Quick

DUE = Quick(
    select(tables.timers)
    .where(tables.timers.c.due_at <= bindparam("now"))
    .order_by(tables.timers.c.due_at, tables.timers.c.id)
    .limit(bindparam("most", type_=Integer))
)
BEHIND = Quick(
    select(tables.postings)
    .where(tables.BEHIND)
    .order_by(tables.postings.c.id)
    .limit(bindparam("most", type_=Integer))
)
IS_READY = (
    tables.WAITING,
    or_(
        tables.effects.c.not_before.is_(None),
        tables.effects.c.not_before <= bindparam("now", type_=tables.AwareDateTime),
    ),
)
OF_KIND = tables.effects.c.kind
READY = (
    select(tables.effects)
    .where(*IS_READY)
    .order_by(tables.effects.c.not_before.asc().nulls_first(), tables.effects.c.id)
    .limit(bindparam("most", type_=Integer))
)
"""What was asked for without a time comes first: somebody waits for it."""
READY_KINDS = Quick(select(tables.effects.c.kind).where(*IS_READY).distinct())


@cache
def ready(places: int | None, locks: bool) -> Quick:
    """Finds effects whose time has come, of one of so many kinds or of any; what somebody else has
    locked is left out.
    """
    found = READY if places is None else READY.where(one_of(OF_KIND, "kind", places))
    return Quick(found.with_for_update(skip_locked=True) if locks else found)


@cache
def marked_done(places: int) -> Quick:
    """Writes down of so many effects that they are done."""
    table = tables.effects
    done = update(table).where(one_of(table.c.id, "key", places))
    at = bindparam("at", type_=tables.AwareDateTime)
    return Quick(done.values(done=True, done_at=at))

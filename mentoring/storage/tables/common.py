"""The tables of what all rooms stand on: people, cards, effects, timers."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Double, Index, Table, false, true

from mentoring.storage.tables.columns import (
    HELD,
    SCOPED,
    cycle,
    flag,
    key,
    metadata,
    moment,
    nested,
    number,
    secret,
    text,
)

people = Table(
    "people",
    metadata,
    key(),
    nested("profile"),
    text("language"),
    flag("chose_language"),
    text("conversation"),
    text("service_url"),
)
postings = Table(
    "postings",
    metadata,
    key(),
    cycle(),
    text("kind"),
    text("subject_id"),
    text("person_id"),
    text("conversation"),
    text("service_url"),
    text("activity_id"),
    number("wanted"),
    number("shown"),
    number("page"),
    text("view"),
    flag("is_own"),
    Index("ix_postings_subject", "kind", "subject_id"),
    Index("ix_postings_person", "person_id"),
    info=SCOPED,
)
BEHIND = (postings.c.wanted > postings.c.shown) & (postings.c.activity_id != "")
"""The postings whose message is older than what it should show."""
Index("ix_postings_behind", postings.c.id, sqlite_where=BEHIND, postgresql_where=BEHIND)
files = Table(
    "files",
    metadata,
    key(),
    cycle(),
    text("person_id", index=True),
    text("kind"),
    text("subject_id"),
    moment("offered_at"),
    text("state"),
    text("name"),
    secret("upload_url"),
    text("content_url"),
    text("unique_id"),
    text("file_type"),
    info={**HELD, **SCOPED},
)
changes = Table("changes", metadata, key(), cycle(), text("kind"), text("subject_id"))
effects = Table(
    "effects",
    metadata,
    key(),
    cycle(),
    text("kind"),
    text("subject_id"),
    Column("done", Boolean, nullable=False),
    number("attempt"),
    moment("not_before", nullable=True),
    moment("done_at", nullable=True),
    text("flow"),
    text("failed"),
    Index("ix_effects_subject", "kind", "subject_id", "done"),
    info=HELD,
)
UNDONE = effects.c.done == false()
"""The effects that are not done yet."""
Index("ix_effects_waiting", effects.c.id, sqlite_where=UNDONE, postgresql_where=UNDONE)
WAITING = UNDONE & (effects.c.flow == "")
"""Those among them that nobody carries out."""
Index("ix_effects_ready", effects.c.not_before, sqlite_where=WAITING, postgresql_where=WAITING)
DONE = effects.c.done == true()
"""The effects that have been had, which go some time afterwards."""
Index("ix_effects_done", effects.c.done_at, sqlite_where=DONE, postgresql_where=DONE)
timers = Table(
    "timers",
    metadata,
    key(),
    cycle(),
    text("kind"),
    text("subject_id"),
    moment("due_at", index=True),
    info=HELD,
)
facts = Table("facts", metadata, key(), text("value"))
heard = Table(
    "heard",
    metadata,
    key(),
    text("person_id", index=True),
    secret("said"),
    text("by"),
    moment("at"),
)
"""What people have written and is being obeyed just now."""
heartbeats = Table("heartbeats", metadata, key(), moment("beat_at"))
lanes = Table(
    "lanes",
    metadata,
    key(),
    Column("free_at", Double, nullable=False),
    Column("noted_at", Double, nullable=False),
    text("held_by"),
)
"""Until when each lane is full, and when that was noted, in seconds since 1970 by the database's
clock; and which replica has taken it for itself.
"""

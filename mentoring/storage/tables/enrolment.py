"""The tables of who is invited and who takes part."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, Table, Text

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

enrolments = Table(
    "enrolments",
    metadata,
    key(),
    cycle(),
    text("person_id"),
    text("role"),
    text("state", index=True),
    moment("invited_at"),
    text("position"),
    secret("answers"),
    moment("done_at", nullable=True),
    moment("reminded_at", nullable=True),
    number("priority"),
    text("earlier"),
    moment("erased_at", nullable=True),
    flag("rests"),
    flag("released"),
    text("application"),
    moment("met_condition_at", nullable=True),
    text("met_condition"),
    moment("accepted_at", nullable=True),
    text("clearance"),
    text("cleared_by"),
    moment("cleared_at", nullable=True),
    text("next_time"),
    moment("let_go_at", nullable=True),
    Index("ix_enrolments_cycle", "cycle_id", "state"),
    Index("ix_enrolments_person_id", "person_id", "cycle_id"),
    Index("ix_enrolments_earlier", "earlier", "cycle_id"),
    info={**HELD, **SCOPED},
)
invites = Table(
    "invites",
    metadata,
    key(),
    cycle(),
    text("by"),
    moment("created_at"),
    Column("role", Text),
    text("state"),
    nested("entries"),
    moment("starts_at", nullable=True),
    text("undone_by"),
    moment("undone_at", nullable=True),
    Column("stayed", Integer),
    info={**HELD, **SCOPED},
)

"""The tables of programmes, their settings and their cycles."""

from __future__ import annotations

from sqlalchemy import Column, Date, Index, Table, Text

from mentoring.storage.tables.columns import (
    HELD,
    SCOPED,
    cycle,
    key,
    metadata,
    moment,
    nested,
    number,
    text,
)

programmes = Table(
    "programmes",
    metadata,
    key(),
    Column("team_id", Text, nullable=False, unique=True),
    text("cycle_id"),
    number("version"),
    text("channel"),
    text("service_url"),
    nested("teams"),
    nested("owners"),
    nested("shut_off"),
    moment("alone_since", nullable=True),
)
settings_versions = Table(
    "settings_versions",
    metadata,
    key(),
    text("programme_id"),
    number("number"),
    text("by"),
    moment("at"),
    text("source"),
    nested("settings"),
)
cycles = Table(
    "cycles",
    metadata,
    key(),
    text("programme_id"),
    number("number"),
    moment("began_at"),
    text("kind"),
    text("state"),
    Column("enrolment_end", Date),
    moment("closed_at", nullable=True),
    text("tried_by"),
    text("tried_in"),
)
successions = Table(
    "successions",
    metadata,
    key(),
    text("programme_id"),
    text("by"),
    moment("noted_at"),
    text("state"),
    text("person_id"),
    text("name"),
    nested("choices"),
    text("withdrawn_by"),
    info={**HELD, "scope": "programme_id"},
)
acts = Table(
    "acts",
    metadata,
    key(),
    cycle(),
    text("card"),
    text("what"),
    text("by"),
    moment("at"),
    number("tandem"),
    nested("concerns"),
    text("how"),
    text("before"),
    text("after"),
    Index("ix_acts_card", "card", "id"),
    Index("ix_acts_what", "cycle_id", "what", "id"),
    info=SCOPED,
)

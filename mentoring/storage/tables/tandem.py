"""The tables of what the two of a tandem have for each other, and of who thanks them."""

from __future__ import annotations

from sqlalchemy import Column, Table, Text

from mentoring.storage.tables.columns import (
    HELD,
    PART_OF_TANDEM,
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

questions = Table(
    "questions",
    metadata,
    key(),
    text("tandem_id", index=True),
    text("author_id", index=True),
    secret("text"),
    moment("asked_at"),
    moment("told_at", nullable=True),
    moment("answered_at", nullable=True),
    info=PART_OF_TANDEM,
)
kit_choices = Table(
    "kit_choices",
    metadata,
    key(),
    text("tandem_id", index=True),
    text("kit_id"),
    text("topic"),
    text("question"),
    Column("way", Text),
    text("state"),
    info=PART_OF_TANDEM,
)
agreements = Table(
    "agreements",
    metadata,
    key(),
    text("tandem_id", index=True),
    secret("terms"),
    number("version"),
    Column("changed_by", Text),
    moment("changed_at", nullable=True),
    nested("agreed"),
    secret("valid"),
    moment("valid_since", nullable=True),
    info=PART_OF_TANDEM,
)
farewells = Table(
    "farewells",
    metadata,
    key(),
    text("tandem_id", index=True),
    text("author_id", index=True),
    secret("text"),
    moment("at"),
    info=PART_OF_TANDEM,
)
sponsor_thanks = Table(
    "sponsor_thanks",
    metadata,
    key(),
    cycle(),
    text("author_id", index=True),
    moment("asked_at"),
    number("people"),
    text("state"),
    secret("line"),
    moment("sent_at", nullable=True),
    info={**HELD, **SCOPED},
)
fits = Table(
    "fits",
    metadata,
    key(),
    text("tandem_id", index=True),
    text("author_id", index=True),
    secret("feeling"),
    moment("at"),
    info=PART_OF_TANDEM,
)
further_wishes = Table(
    "further_wishes",
    metadata,
    key(),
    text("tandem_id", index=True),
    text("author_id", index=True),
    secret("going_on"),
    moment("at"),
    info=PART_OF_TANDEM,
)
road_maps = Table(
    "road_maps",
    metadata,
    key(),
    text("tandem_id", index=True),
    secret("steps"),
    secret("dropped"),
    number("version"),
    Column("changed_by", Text),
    moment("changed_at", nullable=True),
    info=PART_OF_TANDEM,
)
retrospectives = Table(
    "retrospectives",
    metadata,
    key(),
    text("tandem_id", index=True),
    text("session_id"),
    text("author_id", index=True),
    text("role"),
    moment("at"),
    secret("said"),
    flag("shared"),
    info=PART_OF_TANDEM,
)

"""The tables of circles and who is in them."""

from __future__ import annotations

from sqlalchemy import Table

from mentoring.storage.tables.columns import (
    HELD,
    SCOPED,
    cycle,
    flag,
    key,
    metadata,
    moment,
    number,
    text,
)

circles = Table(
    "circles",
    metadata,
    key(),
    cycle(),
    text("kind"),
    text("state"),
    text("name"),
    text("team_id", index=True),
    text("channel_id"),
    text("channel_url"),
    text("topic"),
    number("earlier"),
    info={**HELD, **SCOPED},
)
circle_members = Table(
    "circle_members",
    metadata,
    key(),
    cycle(),
    text("circle_id", index=True),
    text("person_id", index=True),
    text("state"),
    moment("at"),
    flag("founder"),
    info=SCOPED,
)

"""The tables of what is asked about what a tandem changes."""

from __future__ import annotations

from sqlalchemy import Table

from mentoring.storage.tables.columns import (
    HELD,
    SCOPED,
    cycle,
    key,
    metadata,
    moment,
    nested,
    secret,
    text,
)

measures = Table(
    "measures",
    metadata,
    key(),
    cycle(),
    text("person_id", index=True),
    text("role"),
    text("stage"),
    moment("asked_at"),
    secret("said"),
    text("state"),
    text("waiting"),
    info={**HELD, **SCOPED},
)
figures = Table(
    "figures",
    metadata,
    key(),
    cycle(),
    nested("shares"),
    nested("progress"),
    nested("compared"),
    info=SCOPED,
)

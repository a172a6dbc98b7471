"""The tables of what is asked about what a tandem changes."""

from __future__ import annotations

from sqlalchemy import Table

from mentoring.storage.tables.columns import (
    HELD,
    PART_OF_TANDEM,
    SCOPED,
    cycle,
    key,
    metadata,
    moment,
    nested,
    number,
    sealed_text,
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
follow_ups = Table(
    "follow_ups",
    metadata,
    key(),
    cycle(),
    text("person_id", index=True),
    number("months"),
    moment("agreed_at"),
    secret("said"),
    moment("due_at", nullable=True),
    moment("asked_at", nullable=True),
    info={**HELD, **SCOPED},
)
results = Table(
    "results",
    metadata,
    key(),
    text("tandem_id", index=True),
    text("author_id", index=True),
    secret("line"),
    moment("at"),
    secret("figure"),
    text("agreed_by", index=True),
    info=PART_OF_TANDEM,
)
reported_results = Table(
    "reported_results",
    metadata,
    key(),
    cycle(),
    text("tandem_id", index=True),
    text("author_id", index=True),
    text("agreed_by", index=True),
    sealed_text("line"),
    text("topic"),
    moment("at"),
    text("figure"),
    info=SCOPED,
)
key_figures = Table(
    "key_figures",
    metadata,
    key(),
    cycle(),
    number("number"),
    text("by"),
    moment("at"),
    text("source"),
    nested("figures"),
    info=SCOPED,
)
figures = Table(
    "figures",
    metadata,
    key(),
    cycle(),
    nested("shares"),
    nested("progress"),
    nested("compared"),
    nested("lasting"),
    info=SCOPED,
)

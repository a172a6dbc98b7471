"""The tables of sessions, of new times that are agreed on, and of what changes them."""

from __future__ import annotations

from sqlalchemy import Column, Date, Index, Table

from mentoring.storage.tables.columns import (
    PART_OF_TANDEM,
    flag,
    key,
    metadata,
    moment,
    nested,
    number,
    secret,
    text,
)

sessions = Table(
    "sessions",
    metadata,
    key(),
    text("tandem_id", index=True),
    number("number"),
    moment("planned"),
    number("minutes"),
    text("state"),
    moment("start", nullable=True, index=True),
    moment("offer", nullable=True),
    text("event_id", index=True),
    text("join_url"),
    moment("declined", nullable=True),
    text("outcome"),
    nested("given_up"),
    info=PART_OF_TANDEM,
)
polls = Table(
    "polls",
    metadata,
    key(),
    text("tandem_id"),
    text("session_id"),
    text("cause"),
    number("minutes"),
    moment("created_at"),
    text("state", index=True),
    text("rhythm"),
    text("asked_by"),
    number("round"),
    nested("options"),
    nested("accepted"),
    nested("seen"),
    moment("wished", nullable=True),
    moment("not_before", nullable=True),
    flag("shorter"),
    number("further"),
    flag("taken"),
    moment("due_at", nullable=True),
    text("organizer_id"),
    Index("ix_polls_tandem_id", "tandem_id", "state", "session_id"),
    Index("ix_polls_session_id", "session_id", "state"),
    info=PART_OF_TANDEM,
)
watches = Table(
    "watches",
    metadata,
    key(),
    text("subscription_id", index=True),
    secret("secret"),
    moment("expires_at"),
    flag("lasting"),
)
absences = Table(
    "absences", metadata, key(), moment("since"), Column("until", Date, nullable=False)
)

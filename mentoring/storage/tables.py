"""The tables: one for each kind of entity; a column has the name of the entity's field.

``info={"encrypted": True}`` marks what only its author may read: it is stored as ciphertext. So is
what is ``sealed``, because it follows from such answers (reasons, who was left over), or because
beside other columns it would tell who has declined; what earlier versions stored unencrypted is
sealed at the next start (``SqlStore.seal``). ``HELD`` marks tables whose rows a unit locks
when it gets them by id, because it decides by what they say; rows that are ``part_of`` a tandem are
locked with it. All other rows are read by many at once and locked by nobody.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    DateTime,
    Double,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    false,
    true,
)

from mentoring.domain.errors import aware

if TYPE_CHECKING:
    from sqlalchemy.engine import Dialect

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class AwareDateTime(TypeDecorator[datetime]):
    """An aware moment, stored in UTC; SQLite has no time zones, so UTC is put back on reading."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse naive moments; store the rest in UTC."""
        if value is None:
            return None
        utc = aware(value).astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Every moment comes back aware, in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if dialect.name == "sqlite" else value.astimezone(UTC)


HELD: dict[str, Any] = {"held": True}
SCOPED: dict[str, Any] = {"scope": "cycle_id"}
PART_OF_TANDEM: dict[str, Any] = {"part_of": ("tandems", "tandem_id")}


def _id() -> Column[str]:
    return Column("id", String(200), primary_key=True)


def _text(name: str, *, index: bool = False) -> Column[str]:
    return Column(name, Text, nullable=False, index=index)


def _cycle() -> Column[str]:
    """The cycle that the row belongs to; empty for what belongs to a person alone."""
    return Column("cycle_id", Text, nullable=False)


def _number(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)


def _flag(name: str) -> Column[bool]:
    return Column(name, Boolean, nullable=False)


def _moment(name: str, *, nullable: bool = False, index: bool = False) -> Column[datetime]:
    return Column(name, AwareDateTime, nullable=nullable, index=index)


def _nested(name: str) -> Column[Any]:
    return Column(name, JSON, nullable=False)


def _sealed(name: str) -> Column[Any]:
    return Column(name, JSON, nullable=False, info={"sealed": True})


def _sealed_text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False, info={"sealed": True})


def _secret(name: str) -> Column[str]:
    return Column(name, Text, nullable=False, info={"encrypted": True})


people = Table(
    "people",
    metadata,
    _id(),
    _nested("profile"),
    _text("language"),
    _flag("chose_language"),
    _text("conversation"),
    _text("service_url"),
)
enrolments = Table(
    "enrolments",
    metadata,
    _id(),
    _cycle(),
    _text("person_id", index=True),
    _text("role"),
    _text("state", index=True),
    _moment("invited_at"),
    _text("position"),
    _secret("answers"),
    _moment("done_at", nullable=True),
    _moment("reminded_at", nullable=True),
    _number("priority"),
    _text("earlier"),
    _moment("erased_at", nullable=True),
    _flag("rests"),
    _flag("released"),
    Index("ix_enrolments_cycle", "cycle_id", "state"),
    info={**HELD, **SCOPED},
)
invites = Table(
    "invites",
    metadata,
    _id(),
    _cycle(),
    _text("by"),
    _moment("created_at"),
    Column("role", Text),
    _text("state"),
    _nested("entries"),
    _moment("starts_at", nullable=True),
    _text("undone_by"),
    _moment("undone_at", nullable=True),
    Column("stayed", Integer),
    info={**HELD, **SCOPED},
)
runs = Table(
    "runs",
    metadata,
    _id(),
    _cycle(),
    _text("started_by"),
    _moment("started_at"),
    _text("state"),
    _number("tandems"),
    _number("total_score"),
    _sealed("unmatched"),
    _number("version"),
    _flag("automatic"),
    _nested("settings"),
    _nested("figures"),
    _sealed("preview"),
    _sealed_text("record"),
    info={**HELD, **SCOPED},
)
decisions = Table(
    "decisions",
    metadata,
    _id(),
    _cycle(),
    _text("kind"),
    _text("by"),
    _moment("at"),
    _text("mentee_id"),
    _text("mentor_id"),
    _text("reason"),
    _nested("settings"),
    _text("undone_by"),
    info=SCOPED,
)
proposals = Table(
    "proposals",
    metadata,
    _id(),
    _cycle(),
    _text("run_id"),
    _text("mentor_id"),
    _text("mentee_id"),
    _number("score"),
    _text("state"),
    _sealed("reasons"),
    _sealed("checks"),
    _sealed("alternatives"),
    _number("trio"),
    _nested("lock"),
    _text("decided_by"),
    _moment("decided_at", nullable=True),
    Index("ix_proposals_run", "run_id", "state"),
    Index("ix_proposals_state", "state"),
    Index("ix_proposals_cycle", "cycle_id", "state"),
    info=SCOPED,
)
tandems = Table(
    "tandems",
    metadata,
    _id(),
    _cycle(),
    _number("number"),
    _text("proposal_id"),
    _text("mentor_id", index=True),
    _text("mentee_id", index=True),
    _text("state", index=True),
    _moment("due_at"),
    _moment("round_ends_at"),
    _sealed("reasons"),
    _text("launch_id"),
    _text("team_id"),
    _text("channel_id"),
    _text("channel_url"),
    _text("series_id"),
    _text("join_url"),
    _nested("plan"),
    _text("trouble"),
    _sealed_text("mentor_agreed"),
    _flag("told_left_over"),
    _text("organizer_id", index=True),
    _number("minutes"),
    _text("rhythm"),
    _number("lost_in_a_row"),
    _text("closing_id", index=True),
    _moment("ended_at", nullable=True),
    _text("dates_for"),
    _text("by_hand"),
    _nested("foreseen"),
    _text("added_by"),
    Index("ix_tandems_launch", "launch_id", "state"),
    Index("ix_tandems_team", "team_id"),
    Index("ix_tandems_series", "series_id"),
    Index("ix_tandems_round", "told_left_over", "state", "round_ends_at"),
    Index("ix_tandems_cycle", "cycle_id", "state"),
    info={**HELD, **SCOPED},
)
sessions = Table(
    "sessions",
    metadata,
    _id(),
    _text("tandem_id", index=True),
    _number("number"),
    _moment("planned"),
    _number("minutes"),
    _text("state"),
    _moment("start", nullable=True, index=True),
    _moment("offer", nullable=True),
    _text("event_id", index=True),
    _text("join_url"),
    _moment("declined", nullable=True),
    _text("outcome"),
    _nested("given_up"),
    info=PART_OF_TANDEM,
)
polls = Table(
    "polls",
    metadata,
    _id(),
    _text("tandem_id", index=True),
    _text("session_id", index=True),
    _text("cause"),
    _number("minutes"),
    _moment("created_at"),
    _text("state", index=True),
    _text("rhythm"),
    _text("asked_by"),
    _number("round"),
    _nested("options"),
    _nested("accepted"),
    _nested("seen"),
    _moment("wished", nullable=True),
    _moment("not_before", nullable=True),
    _flag("shorter"),
    _number("further"),
    _flag("taken"),
    _moment("due_at", nullable=True),
    info=PART_OF_TANDEM,
)
watches = Table(
    "watches",
    metadata,
    _id(),
    _text("subscription_id", index=True),
    _secret("secret"),
    _moment("expires_at"),
    _flag("lasting"),
)
absences = Table(
    "absences", metadata, _id(), _moment("since"), Column("until", Date, nullable=False)
)
closings = Table(
    "closings",
    metadata,
    _id(),
    _cycle(),
    _text("by"),
    _text("state"),
    _number("tandems"),
    _number("ended"),
    _nested("troubled"),
    _moment("started_at", nullable=True),
    _moment("done_at", nullable=True),
    _moment("prepared_at", nullable=True),
    info={**HELD, **SCOPED},
)
interventions = Table(
    "interventions",
    metadata,
    _id(),
    _cycle(),
    _text("kind"),
    _text("by"),
    _text("state"),
    _text("tandem_id", index=True),
    _text("mentor_id"),
    _text("mentee_id"),
    _text("reason"),
    _number("sessions"),
    _text("made_id"),
    _nested("receipt"),
    _moment("prepared_at", nullable=True),
    _moment("started_at", nullable=True),
    _moment("done_at", nullable=True),
    info={**HELD, **SCOPED},
)
undoings = Table(
    "undoings",
    metadata,
    _id(),
    _cycle(),
    _text("by"),
    _text("launch_id", index=True),
    _text("state"),
    _number("tandems"),
    _number("done"),
    _moment("started_at", nullable=True),
    _moment("done_at", nullable=True),
    _moment("prepared_at", nullable=True),
    info={**HELD, **SCOPED},
)
taken_back = Table(
    "taken_back",
    metadata,
    _id(),
    _cycle(),
    _text("undoing_id", index=True),
    _text("made_id", index=True),
    _number("met"),
    _number("cancelled"),
    _number("left_team"),
    _flag("archived"),
    _flag("clear"),
    _moment("done_at", nullable=True),
    info={**HELD, **SCOPED},
)
programmes = Table(
    "programmes",
    metadata,
    _id(),
    Column("team_id", Text, nullable=False, unique=True),
    _text("cycle_id"),
    _number("version"),
    _text("channel"),
    _text("service_url"),
    _nested("teams"),
    _nested("owners"),
)
settings_versions = Table(
    "settings_versions",
    metadata,
    _id(),
    _text("programme_id"),
    _number("number"),
    _text("by"),
    _moment("at"),
    _text("source"),
    _nested("settings"),
)
cycles = Table(
    "cycles",
    metadata,
    _id(),
    _text("programme_id"),
    _number("number"),
    _moment("began_at"),
    _text("kind"),
    _text("state"),
    Column("enrolment_end", Date),
    _moment("closed_at", nullable=True),
    _text("tried_by"),
)
pairs = Table(
    "pairs",
    metadata,
    _id(),
    _text("programme_id"),
    _text("mentor_id"),
    _text("mentee_id"),
    _text("kind"),
    _moment("noted_at", nullable=True),
    info={"scope": "programme_id"},
)
launches = Table(
    "launches",
    metadata,
    _id(),
    _cycle(),
    _text("by"),
    Column("start", Date, nullable=False),
    _text("state"),
    _number("tandems"),
    _nested("totals"),
    _moment("started_at", nullable=True),
    _moment("done_at", nullable=True),
    _moment("prepared_at", nullable=True),
    _moment("looked_at", nullable=True),
    info=SCOPED,
)
launch_decisions = Table(
    "launch_decisions",
    metadata,
    _id(),
    _cycle(),
    _text("launch_id", index=True),
    _text("tandem_id"),
    _text("choice"),
    _text("code"),
    _text("batch", index=True),
    _text("by", index=True),
    _moment("at"),
    info=SCOPED,
)
launch_teams = Table(
    "launch_teams",
    metadata,
    _id(),
    _cycle(),
    _text("launch_id"),
    _text("team_id"),
    _flag("is_filled"),
    Index("ix_launch_teams_launch", "launch_id"),
    info={**HELD, **SCOPED},
)
kickoffs = Table(
    "kickoffs",
    metadata,
    _id(),
    _cycle(),
    _text("by"),
    _nested("dates"),
    _text("state"),
    _moment("prepared_at", nullable=True),
    info={**HELD, **SCOPED},
)
seats = Table(
    "seats",
    metadata,
    _id(),
    _text("kickoff_id"),
    _text("person_id"),
    _number("number"),
    Index("ix_seats_date", "kickoff_id", "number"),
    Index("ix_seats_person", "person_id"),
)
questions = Table(
    "questions",
    metadata,
    _id(),
    _text("tandem_id", index=True),
    _text("author_id", index=True),
    _secret("text"),
    _moment("asked_at"),
    _moment("told_at", nullable=True),
    _moment("answered_at", nullable=True),
    info=PART_OF_TANDEM,
)
kit_choices = Table(
    "kit_choices",
    metadata,
    _id(),
    _text("tandem_id", index=True),
    _text("kit_id"),
    _text("topic"),
    _text("question"),
    Column("way", Text),
    _text("state"),
    info=PART_OF_TANDEM,
)
findings = Table(
    "findings",
    metadata,
    _id(),
    _text("tandem_id", index=True),
    _text("what"),
    _text("person_id", index=True),
    _moment("found_at"),
    _text("state"),
    _text("decided_by"),
    info=PART_OF_TANDEM,
)
postings = Table(
    "postings",
    metadata,
    _id(),
    _cycle(),
    _text("kind"),
    _text("subject_id"),
    _text("person_id"),
    _text("conversation"),
    _text("service_url"),
    _text("activity_id"),
    _number("wanted"),
    _number("shown"),
    _number("page"),
    _text("view"),
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
    _id(),
    _cycle(),
    _text("person_id", index=True),
    _text("kind"),
    _text("subject_id"),
    _moment("offered_at"),
    _text("state"),
    _text("name"),
    _secret("upload_url"),
    _text("content_url"),
    _text("unique_id"),
    _text("file_type"),
    info={**HELD, **SCOPED},
)
changes = Table("changes", metadata, _id(), _cycle(), _text("kind"), _text("subject_id"))
effects = Table(
    "effects",
    metadata,
    _id(),
    _cycle(),
    _text("kind"),
    _text("subject_id"),
    Column("done", Boolean, nullable=False),
    _number("attempt"),
    _moment("not_before", nullable=True),
    _moment("done_at", nullable=True),
    _text("flow"),
    _text("failed"),
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
    _id(),
    _cycle(),
    _text("kind"),
    _text("subject_id"),
    _moment("due_at", index=True),
    info=HELD,
)
facts = Table("facts", metadata, _id(), _text("value"))
heartbeats = Table("heartbeats", metadata, _id(), _moment("beat_at"))
lanes = Table("lanes", metadata, _id(), Column("free_at", Double, nullable=False))
"""Until when each lane is full, in seconds since 1970 by the database's clock."""

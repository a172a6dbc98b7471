"""Sessions that are moved, lost and found again; agreements on slots; watched calendars; absences; the closing."""

import sqlalchemy as sa
from alembic import op

from mentoring.storage.tables import AwareDateTime

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

NEW_COLUMNS = (
    (
        "tandems",
        (
            ("organizer_id", sa.Text(), ""),
            ("minutes", sa.Integer(), "0"),
            ("rhythm", sa.Text(), ""),
            ("lost_in_a_row", sa.Integer(), "0"),
        ),
    ),
    ("sessions", (("event_id", sa.Text(), ""), ("join_url", sa.Text(), ""), ("outcome", sa.Text(), ""))),
)
INDEXES = (("tandems", "organizer_id"), ("sessions", "event_id"))


def upgrade() -> None:
    with op.batch_alter_table("sessions", schema=None) as batch_op:
        batch_op.add_column(sa.Column("declined", AwareDateTime(timezone=True), nullable=True))
    for table, columns in NEW_COLUMNS:
        with op.batch_alter_table(table, schema=None) as batch_op:
            for name, kind, start in columns:
                batch_op.add_column(sa.Column(name, kind, nullable=False, server_default=start))
    for table, column in INDEXES:
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column])
    op.create_table(
        "agreements",
        sa.Column("id", sa.String(length=200), nullable=False),
        sa.Column("tandem_id", sa.Text(), nullable=False),
        sa.Column("session_id", sa.Text(), nullable=False),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("created_at", AwareDateTime(timezone=True), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("rhythm", sa.Text(), nullable=False),
        sa.Column("asked_by", sa.Text(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("options", sa.JSON(), nullable=False),
        sa.Column("accepted", sa.JSON(), nullable=False),
        sa.Column("seen", sa.JSON(), nullable=False),
        sa.Column("wished", AwareDateTime(timezone=True), nullable=True),
        sa.Column("not_before", AwareDateTime(timezone=True), nullable=True),
        sa.Column("shorter", sa.Boolean(), nullable=False),
        sa.Column("taken", sa.Boolean(), nullable=False),
        sa.Column("due_at", AwareDateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreements")),
    )
    op.create_index(op.f("ix_agreements_tandem_id"), "agreements", ["tandem_id"])
    op.create_index(op.f("ix_agreements_state"), "agreements", ["state"])
    op.create_table(
        "watches",
        sa.Column("id", sa.String(length=200), nullable=False),
        sa.Column("subscription_id", sa.Text(), nullable=False),
        sa.Column("secret", sa.Text(), nullable=False),
        sa.Column("expires_at", AwareDateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_watches")),
    )
    op.create_index(op.f("ix_watches_subscription_id"), "watches", ["subscription_id"])
    op.create_table(
        "absences",
        sa.Column("id", sa.String(length=200), nullable=False),
        sa.Column("since", AwareDateTime(timezone=True), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absences")),
    )
    op.create_table(
        "closings",
        sa.Column("id", sa.String(length=200), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("tandems", sa.Integer(), nullable=False),
        sa.Column("ended", sa.JSON(), nullable=False),
        sa.Column("troubled", sa.JSON(), nullable=False),
        sa.Column("started_at", AwareDateTime(timezone=True), nullable=True),
        sa.Column("done_at", AwareDateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_closings")),
    )
    op.create_table(
        "kickoffs",
        sa.Column("id", sa.String(length=200), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("dates", sa.JSON(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kickoffs")),
    )
    op.create_table(
        "seats",
        sa.Column("id", sa.String(length=200), nullable=False),
        sa.Column("kickoff_id", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seats")),
    )
    op.create_index(op.f("ix_seats_kickoff_id"), "seats", ["kickoff_id"])


def downgrade() -> None:
    for table in ("seats", "kickoffs", "closings", "absences", "watches", "agreements"):
        op.drop_table(table)
    for table, column in INDEXES:
        op.drop_index(op.f(f"ix_{table}_{column}"), table_name=table)
    for table, columns in NEW_COLUMNS:
        with op.batch_alter_table(table, schema=None) as batch_op:
            for name, _, _ in columns:
                batch_op.drop_column(name)
    with op.batch_alter_table("sessions", schema=None) as batch_op:
        batch_op.drop_column("declined")

"""What a tandem has brought, released by both; and what owners read of it."""

import sqlalchemy as sa
from alembic import op

from mentoring.storage.tables import AwareDateTime

revision = "0058"
down_revision = "0057"

OWN = ("tandem_id", "author_id", "line", "figure", "agreed_by")
REPORTED = ("cycle_id", *OWN, "topic")


def _made(name: str, texts: tuple[str, ...]) -> None:
    op.create_table(
        name,
        sa.Column("id", sa.String(length=200), nullable=False),
        *(sa.Column(text, sa.Text(), nullable=False) for text in texts),
        sa.Column("at", AwareDateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
    )


def upgrade() -> None:
    for table, texts in (("results", OWN), ("reported_results", REPORTED)):
        _made(table, texts)
        for name in ("tandem_id", "author_id", "agreed_by"):
            op.create_index(f"ix_{table}_{name}", table, [name])

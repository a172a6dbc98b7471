"""What a mentee writes to their mentor at the end."""

import sqlalchemy as sa
from alembic import op

from mentoring.storage.tables import AwareDateTime

revision = "0044"
down_revision = "0043"

TEXTS = ("tandem_id", "author_id", "text")


def upgrade() -> None:
    op.create_table(
        "farewells",
        sa.Column("id", sa.String(length=200), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in TEXTS),
        sa.Column("at", AwareDateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_farewells"),
    )
    op.create_index("ix_farewells_tandem_id", "farewells", ["tandem_id"])
    op.create_index("ix_farewells_author_id", "farewells", ["author_id"])

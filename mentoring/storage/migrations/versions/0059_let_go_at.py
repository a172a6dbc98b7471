"""Since when nobody waits for somebody who has said nothing; until here their card alone knew."""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

from mentoring.storage.tables import AwareDateTime

revision = "0059"
down_revision = "0058"
SILENT = sa.text(
    "SELECT e.id, p.id FROM postings AS p JOIN enrolments AS e ON e.id = p.subject_id"
    " WHERE p.kind = 'enrolment' AND p.view = 'let-go' AND e.state = 'declined' ORDER BY p.id"
)
ENROLMENTS = sa.table(
    "enrolments",
    sa.column("id", sa.Text()),
    sa.column("let_go_at", AwareDateTime(timezone=True)),
)


def upgrade() -> None:
    with op.batch_alter_table("enrolments") as table:
        table.add_column(sa.Column("let_go_at", AwareDateTime(timezone=True), nullable=True))
    for enrolment, posting in op.get_bind().execute(SILENT).all():
        here = ENROLMENTS.c.id == enrolment
        op.get_bind().execute(sa.update(ENROLMENTS).where(here).values(let_go_at=_at(posting)))


def _at(posting: str) -> datetime:
    """The last part of the card's id is when it was asked for; of several the latest counts."""
    return datetime.strptime(posting.rpartition(":")[2], "%Y%m%d%H%M%S").replace(tzinfo=UTC)

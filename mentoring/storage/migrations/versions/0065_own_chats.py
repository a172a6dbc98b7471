"""Which cards were sent to their person's own chat, which Teams may call by another id later."""

import sqlalchemy as sa
from alembic import op

revision = "0065"
down_revision = "0064"


def upgrade() -> None:
    with op.batch_alter_table("postings") as table:
        own: sa.Column[bool] = sa.Column(
            "is_own", sa.Boolean(), nullable=False, server_default=sa.false()
        )
        table.add_column(own)
    postings = sa.table(
        "postings", sa.column("is_own"), sa.column("person_id"), sa.column("conversation")
    )
    people = sa.table("people", sa.column("id"), sa.column("conversation"))
    theirs = sa.select(people.c.id).where(
        people.c.id == postings.c.person_id, people.c.conversation == postings.c.conversation
    )
    op.execute(
        postings.update()
        .where(postings.c.conversation != "", theirs.exists())
        .values(is_own=sa.true())
    )

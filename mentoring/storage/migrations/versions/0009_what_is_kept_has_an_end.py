"""What is kept has an end: when answers were erased, a pair was noted, an effect was done."""

import sqlalchemy as sa
from alembic import op

from mentoring.storage.tables import AwareDateTime

revision = "0009"
down_revision = "0008"

NEW = (("enrolments", "erased_at"), ("pairs", "noted_at"), ("effects", "done_at"))


def upgrade() -> None:
    for table, name in NEW:
        with op.batch_alter_table(table) as changed:
            changed.add_column(sa.Column(name, AwareDateTime(timezone=True), nullable=True))
    # When they were noted or done nobody knows any more: their time begins today.
    _today("pairs", "noted_at", "1 = 1")
    on_sqlite, on_postgresql = sa.text("done = 1"), sa.text("done = true")
    here = on_sqlite if op.get_bind().dialect.name == "sqlite" else on_postgresql
    _today("effects", "done_at", here.text)
    op.create_index("ix_effects_done", "effects", ["done_at"], sqlite_where=on_sqlite, postgresql_where=on_postgresql)
    op.create_index("ix_seats_person", "seats", ["person_id"])
    # It lies encrypted from now on, as text: beside *released* it told who has declined.
    with op.batch_alter_table("tandems") as changed:
        changed.alter_column(
            "mentor_agreed", existing_type=sa.Boolean(), type_=sa.Text(), postgresql_using="mentor_agreed::text"
        )


def _today(table: str, column: str, where: str) -> None:
    there = sa.table(table, sa.column(column))
    op.get_bind().execute(sa.update(there).where(sa.text(where)).values({column: sa.func.now()}))

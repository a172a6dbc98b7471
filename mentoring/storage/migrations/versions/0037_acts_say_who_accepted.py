"""By whom an application was accepted is said by the acts of owners alone."""

from alembic import op

revision = "0037"
down_revision = "0036"


def upgrade() -> None:
    with op.batch_alter_table("enrolments") as table:
        table.drop_column("accepted_by")

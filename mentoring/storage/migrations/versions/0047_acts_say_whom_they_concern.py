"""Acts say of which tandem they are, and, by keys, whom they concern. Of those that were written before,
only the ones that are about the programme are known to concern nobody alone.
"""

import sqlalchemy as sa
from alembic import op

revision = "0047"
down_revision = "0046"

OF_PROGRAMMES = ("settings.", "texts.", "cycle.", "call.", "invite.", "remind.", "kickoff.", "closing.")
NOT_KNOWN = ["?"]


def upgrade() -> None:
    with op.batch_alter_table("acts") as table:
        table.add_column(sa.Column("tandem", sa.Integer(), nullable=False, server_default="0"))
        table.add_column(sa.Column("concerns", sa.JSON(), nullable=False, server_default="[]"))
    acts = sa.table("acts", sa.column("what", sa.Text), sa.column("concerns", sa.JSON))
    known = sa.or_(*(acts.c.what.startswith(each) for each in OF_PROGRAMMES))
    op.execute(acts.update().where(sa.not_(known)).values(concerns=NOT_KNOWN))

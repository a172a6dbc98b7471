"""The ids of teams are in small letters, however an operator has written them: those that the settings name
are read so, and a team must be found under the same id as before.
"""

import sqlalchemy as sa
from alembic import op

revision = "0048"
down_revision = "0047"

PROGRAMMES = sa.table(
    "programmes", sa.column("id", sa.Text), sa.column("team_id", sa.Text), sa.column("teams", sa.JSON)
)


def upgrade() -> None:
    op.execute("UPDATE tandems SET team_id = lower(team_id) WHERE team_id <> lower(team_id)")
    connection = op.get_bind()
    rows = connection.execute(sa.select(PROGRAMMES)).all()
    taken = {row.team_id for row in rows}
    for row in rows:
        small = row.team_id.lower()
        team = row.team_id if small in taken else small
        changed = {"team_id": team, "teams": [each.lower() for each in row.teams or ()]}
        connection.execute(PROGRAMMES.update().where(PROGRAMMES.c.id == row.id).values(**changed))

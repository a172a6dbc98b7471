"""Acts know their cards by a key, because whoever knows ids of people finds them by a plain hash. Of those
that were written before, the cards stay known whose ids name nobody; of the others it is forgotten.
"""

import hashlib

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0035"

NAMING_NOBODY = {
    "launches": "launch",
    "undoings": "undoing_card",
    "interventions": "intervention_card",
    "invites": "invite",
    "closings": "closing",
    "kickoffs": "kickoff",
    "runs": "matching",
    "programmes": "settings_card",
}
"""The kind of the cards about the rows of these tables."""


def upgrade() -> None:
    table = sa.table("acts", sa.column("card", sa.Text))
    known = _known()
    for (card,) in op.get_bind().execute(sa.select(table.c.card).distinct()).all():
        op.execute(table.update().where(table.c.card == card).values(card=known.get(card, "")))
    op.drop_index("ix_acts_card", "acts")
    op.create_index("ix_acts_card", "acts", ["card", "id"])
    op.create_index("ix_acts_what", "acts", ["cycle_id", "what", "id"])


def _known() -> dict[str, str]:
    """The cards' names, by their hash."""
    names = [f"{kind}|{key}" for table, kind in NAMING_NOBODY.items() for key in _ids(table)]
    return {hashlib.sha256(name.encode()).hexdigest()[:32]: name for name in names}


def _ids(table: str) -> list[str]:
    key = sa.column("id", sa.Text)
    return list(op.get_bind().execute(sa.select(key).select_from(sa.table(table))).scalars())

"""Which owner has decided what on which card, and when; what earlier versions noted comes along."""

import hashlib

import sqlalchemy as sa
from alembic import op

from mentoring.storage.tables import AwareDateTime

revision = "0033"
down_revision = "0032"

TEXTS = ("cycle_id", "card", "what", "by")
EARLIER = (
    ("launches", "by", "started_at", "launch", "launch.confirm"),
    ("undoings", "by", "started_at", "undoing_card", "undo.confirm"),
    ("interventions", "by", "started_at", "intervention_card", "intervention.confirm"),
    ("invites", "undone_by", "undone_at", "invite", "invite.undo"),
)
"""Where it stood, the columns of who and when, the kind of the card, and the button."""


def upgrade() -> None:
    acts = op.create_table(
        "acts",
        sa.Column("id", sa.String(length=200), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in TEXTS),
        sa.Column("at", AwareDateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_acts"),
    )
    op.create_index("ix_acts_card", "acts", ["card"])
    for table, by, at, kind, what in EARLIER:
        op.bulk_insert(acts, _noted(table, by, at, kind, what))


def _noted(table: str, by: str, at: str, kind: str, what: str) -> list[dict[str, object]]:
    key, cycle, who = (sa.column(name, sa.Text) for name in ("id", "cycle_id", by))
    moment = sa.column(at, AwareDateTime(timezone=True))
    found = sa.select(key, cycle, who.label("by"), moment.label("at")).select_from(sa.table(table))
    rows = op.get_bind().execute(found.where(moment.is_not(None), who != ""))
    return [
        {
            "id": f"{row.at:%Y%m%d%H%M%S%f}:{row.id}",
            "cycle_id": row.cycle_id,
            "card": _card_of(kind, row.id),
            "what": what,
            "by": row.by,
            "at": row.at,
        }
        for row in rows
    ]


def _card_of(kind: str, key: str) -> str:
    return hashlib.sha256(f"{kind}|{key}".encode()).hexdigest()[:32]

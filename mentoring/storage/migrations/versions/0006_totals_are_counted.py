"""What a launch has brought and how far a closing is are counted, not added up one by one."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from mentoring.storage.tables import AwareDateTime

revision = "0006"
down_revision = "0005"

SLOTS = ("kept", "moved")


def upgrade() -> None:
    launches, closings = _rows("launches", "id"), _rows("closings", "id", "ended", "troubled")
    _add("launches", sa.Column("totals", sa.JSON(), nullable=False, server_default="{}"))
    _add("tandems", sa.Column("closing_id", sa.Text(), nullable=False, server_default=""))
    _add("tandems", sa.Column("ended_at", AwareDateTime(timezone=True), nullable=True))
    op.create_index("ix_tandems_closing_id", "tandems", ["closing_id"])
    for launch in launches:
        _write("launches", launch["id"], totals=_totals(launch["id"]))
    for closing in closings:
        _end(closing["id"], set(closing["ended"]), set(closing["troubled"]))
    with op.batch_alter_table("launches") as table:
        table.drop_column("launched")
    with op.batch_alter_table("closings") as table:
        table.drop_column("ended")
        table.add_column(sa.Column("ended", sa.Integer(), nullable=False, server_default="0"))
    for closing in closings:
        _write("closings", closing["id"], ended=len(closing["ended"]))


def _end(closing: str, ended: set[str], troubled: set[int]) -> None:
    """The tandems of a closing say by themselves that they belong to it, and which have ended, and how."""
    numbers = {row["id"]: row["number"] for row in _rows("tandems", "id", "number")}
    for effect in _rows("effects", "subject_id", "kind"):
        of, _, tandem = effect["subject_id"].partition(":")
        if effect["kind"] == "end_tandem" and of == closing:
            left = {"trouble": "not_clear"} if numbers.get(tandem) in troubled else {}
            over = {"ended_at": sa.func.now()} if tandem in ended else {}
            _write("tandems", tandem, closing_id=closing, **left, **over)


def _totals(launch: str) -> dict[str, Any]:
    own = [
        row
        for row in _rows("tandems", "id", "number", "launch_id", "state", "channel_id", "trouble")
        if row["launch_id"] == launch
    ]
    started = {row["id"] for row in own if row["state"] in {"launched", "closed"}}
    states = [row["state"] for row in _rows("sessions", "tandem_id", "state") if row["tandem_id"] in started]
    return {
        "launched": len(started),
        "channels": sum(bool(row["channel_id"]) for row in own),
        "sessions": sum(state in SLOTS for state in states),
        "moved": states.count("moved"),
        "without_slot": sum(state not in SLOTS for state in states),
        "troubled": sorted([row["number"], row["trouble"]] for row in own if row["trouble"]),
    }


def _rows(table: str, *columns: str) -> list[dict[str, Any]]:
    nested = {"ended": sa.JSON(), "troubled": sa.JSON()}
    there = sa.table(table, *(sa.column(name, nested.get(name)) for name in columns))
    return [dict(row) for row in op.get_bind().execute(sa.select(there)).mappings()]


def _write(table: str, key: str, **values: Any) -> None:
    types = {"totals": sa.JSON()}
    there = sa.table(table, sa.column("id"), *(sa.column(name, types.get(name)) for name in values))
    op.get_bind().execute(sa.update(there).where(there.c.id == key).values(**values))


def _add(table: str, column: "sa.Column[Any]") -> None:
    with op.batch_alter_table(table) as changed:
        changed.add_column(column)

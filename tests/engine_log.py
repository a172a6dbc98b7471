"""The engine's own log, as it lies in the database."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Engine, MetaData, Table, delete, select, update

from mentoring.storage.tables import metadata

SCHEMA = {"postgresql": "dbos"}
RECORDED = {"inputs", "output", "error", "value", "message", "context"}
"""The columns in which the engine keeps what it is given and what comes of it."""


@dataclass(frozen=True)
class Recorded:
    """A text of the engine's; ``how`` is how its row says that it is written, None where no row
    says that.
    """

    column: str
    how: str | None
    text: str

    @property
    def is_json(self) -> bool:
        """Whether it is JSON, and its row says nothing else."""
        try:
            json.loads(self.text)
        except ValueError:
            return False
        return self.how in {None, "json"}


def engine_tables(engine: Engine) -> dict[str, Table]:
    """The engine's tables by name; none in a database in which it has not run."""
    found = MetaData()
    found.reflect(engine, schema=SCHEMA.get(engine.dialect.name))
    ours = {*metadata.tables, "alembic_version"}
    return {
        table.name: table for table in found.sorted_tables if table.schema or table.name not in ours
    }


def recorded(engine: Engine) -> list[Recorded]:
    """All that the engine has recorded of arguments, results and errors."""
    return [each for table in engine_tables(engine).values() for each in _recorded(engine, table)]


def _recorded(engine: Engine, table: Table) -> Iterator[Recorded]:
    with engine.connect() as connection:
        for row in connection.execute(select(table)).mappings():
            for column in RECORDED & row.keys():
                if row[column] is not None:
                    yield Recorded(column, row.get("serialization"), row[column])


def plant(engine: Engine, where: str, column: str, pickled: str) -> int:
    """Put a pickle into a column of the rows of workflows or of their steps, and mark them so; how
    many rows there are.
    """
    planted, tables = 0, engine_tables(engine)
    other = {"output": "error", "error": "output"}.get(column, "")
    with engine.begin() as connection:
        for table in tables.values():
            is_steps = table.name == "operation_outputs"
            if {column, "serialization"} <= {*table.c.keys()} and is_steps == (where == "step"):
                values = {column: pickled, "serialization": "py_pickle"} | (
                    {other: None} if other in table.c else {}
                )
                planted += connection.execute(update(table).values(**values)).rowcount
    return planted


def crash_after(engine: Engine, step: str) -> None:
    """Leave the log as a crash leaves it when this step has just been recorded."""
    tables = engine_tables(engine)
    flows, steps = tables["workflow_status"], tables["operation_outputs"]
    with engine.begin() as connection:
        last = select(steps.c.function_id).where(steps.c.function_name == step).scalar_subquery()
        connection.execute(delete(steps).where(steps.c.function_id > last))
        connection.execute(update(flows).values(status="PENDING", output=None, completed_at=None))
        if "workflow_output" in tables:
            connection.execute(delete(tables["workflow_output"]))

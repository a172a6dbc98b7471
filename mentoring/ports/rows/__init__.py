"""What is kept, as the heart sees it: entities by id, within one transaction."""

from __future__ import annotations

from mentoring.ports.rows.conditions import (
    Above,
    Among,
    Cases,
    Containing,
    Meeting,
    NoneOf,
    Other,
    Saying,
    Those,
    UpTo,
)
from mentoring.ports.rows.entities import Altered, Row, Rows
from mentoring.ports.rows.store import Store
from mentoring.ports.rows.unit import UnitOfWork, kinds, rows_of

__all__ = [
    "Above",
    "Altered",
    "Among",
    "Cases",
    "Containing",
    "Meeting",
    "NoneOf",
    "Other",
    "Row",
    "Rows",
    "Saying",
    "Store",
    "Those",
    "UnitOfWork",
    "UpTo",
    "kinds",
    "rows_of",
]

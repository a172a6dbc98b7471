"""All that a database holds, told without the moments at which it was written."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from mentoring.ports.rows import UnitOfWork
from mentoring.storage.unit import ENTITIES, PSEUDONYMS

PASSING = frozenset({"changes", "heartbeats"})
"""What is worked off and gone."""


def written(uow: UnitOfWork) -> dict[str, list[Any]]:
    """The rows of each kind by id, without the cards that somebody has asked for in their own chat,
    what sends these, and the installation's own secret, which is another one in each.
    """
    found = {}
    for kind in ENTITIES:
        rows = [] if kind in PASSING else list(getattr(uow.everywhere, kind).all())
        found[kind] = [_told(each) for each in rows if not _is_left_out(each.id)]
    return found


def _is_left_out(key: str) -> bool:
    return "asked by" in key or key == PSEUDONYMS


def _told(row: Any) -> dict[str, Any]:
    return {each.name: getattr(row, each.name) for each in fields(row)}

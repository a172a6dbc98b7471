"""Tandems that owners have decided about go their own way, with the batch of the last decision: no
longer with their launch, nor with the batch of an earlier one that may still be at work.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from mentoring.domain.launch import decision_number
from mentoring.ports.rows import UnitOfWork


def decided_in(uow: UnitOfWork, launch_id: str) -> frozenset[str]:
    """The ids of the launch's tandems that something was decided about."""
    found = uow.launch_decisions.columns("tandem_id", launch_id=launch_id)
    return frozenset(key for (key,) in found)


def last_batches(uow: UnitOfWork, launch_id: str, tandem_ids: Collection[str]) -> Mapping[str, str]:
    """The batch of what was decided last in the launch about each of these tandems (by id), where
    anything was.
    """
    if not tandem_ids:
        return {}
    these: dict[str, object] = {"launch_id": launch_id, "tandem_id": sorted(tandem_ids)}
    rows = uow.launch_decisions.columns("id", "tandem_id", "batch", **these)
    ordered = sorted(rows, key=lambda row: decision_number(row[0]))
    return {tandem_id: batch for _, tandem_id, batch in ordered}

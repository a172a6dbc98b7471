"""Tandems that owners have decided about go their own way, with the batch of the last decision: no
longer with their launch, nor with the batch of an earlier one that may still be at work.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from mentoring.domain.launch import decision_id, decision_number
from mentoring.ports.rows import UnitOfWork


def undecided(uow: UnitOfWork, launch_id: str, tandem_ids: Iterable[str]) -> list[str]:
    """Those of these tandems (by id, in their order) that nothing was decided about in the launch.

    Each is asked for by the id of its first decision: a launch may have hundreds of them.
    """
    asked = list(tandem_ids)
    firsts = [decision_id(launch_id, tandem_id, 0) for tandem_id in asked]
    found = uow.launch_decisions.columns("tandem_id", id=firsts) if firsts else ()
    decided = frozenset(tandem_id for (tandem_id,) in found)
    return [tandem_id for tandem_id in asked if tandem_id not in decided]


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

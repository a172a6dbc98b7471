"""Working for another cycle than the unit's own: a person's calendar and absences count for all."""

from __future__ import annotations

from mentoring.domain.cycle import is_try
from mentoring.ports.rows import UnitOfWork


def for_cycle(uow: UnitOfWork, cycle_id: str) -> UnitOfWork:
    """The same transaction, at work for this cycle: what it writes belongs there."""
    if cycle_id == uow.cycle_id:
        return uow
    other = uow.everywhere
    if cycle_id:
        other.bind(cycle_id, cycle_id if is_try(cycle_id) else _programme(other, cycle_id))
    return other


def _programme(uow: UnitOfWork, cycle_id: str) -> str:
    return uow.cycles.need(cycle_id).programme_id

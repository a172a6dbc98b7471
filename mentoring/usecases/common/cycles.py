"""Working for another cycle than the unit's own: a person's calendar and absences count for all."""

from __future__ import annotations

from collections.abc import Collection

from mentoring.domain.cycle import is_try, version_id
from mentoring.domain.programme import Programme
from mentoring.ports.rows import UnitOfWork


def for_cycle(uow: UnitOfWork, cycle_id: str) -> UnitOfWork:
    """The same transaction, at work for this cycle: what it writes belongs there."""
    if cycle_id == uow.cycle_id:
        return uow
    other = uow.everywhere
    if cycle_id:
        other.bind(cycle_id, cycle_id if is_try(cycle_id) else _programme(other, cycle_id))
    return other


def in_force(uow: UnitOfWork, homes: Collection[str] | None = None) -> list[Programme]:
    """The settings in force of all programmes, or of those with these ids."""
    every = uow.everywhere
    found = every.programmes.all() if homes is None else every.programmes.all(id=sorted(homes))
    return [settings_of(uow, each.cycle_id) for each in found]


def settings_of(uow: UnitOfWork, cycle_id: str) -> Programme:
    """The settings in force in the programme of this cycle, whichever the unit works for."""
    every = uow.everywhere
    _, home = every.home_of(cycle_id)
    return every.settings_versions.need(version_id(home.id, home.version)).settings


def _programme(uow: UnitOfWork, cycle_id: str) -> str:
    return uow.cycles.need(cycle_id).programme_id

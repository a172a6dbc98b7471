"""Cycles: which one is meant, how far it has come, and the next one, in which everybody is asked
anew.
"""

from __future__ import annotations

from dataclasses import replace

from mentoring.domain.cycle import Cycle, CycleKind, CycleState, advanced, cycle_id
from mentoring.domain.errors import Refusal
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.privacy.ageing import watch_age
from mentoring.usecases.privacy.retention import cycle_closed


def cycle_of_team(uow: UnitOfWork, _moment: Moment, team_id: str) -> str:
    """The id of the running cycle of an owners' team's programme.

    Raises:
        Refusal: ``wrong-team`` if the team runs none.
    """
    home = uow.everywhere.programmes.first(team_id=team_id)
    if home is None:
        raise Refusal("wrong-team")
    return home.cycle_id


def cycle_of_person(uow: UnitOfWork, moment: Moment, person_id: str) -> str:
    """The id of the cycle in which the person was last asked to take part.

    After its closing it is the running one of the same programme; for a stranger the first
    programme's.
    """
    everywhere = uow.everywhere
    asked = everywhere.enrolments.columns("invited_at", "cycle_id", person_id=person_id)
    if not asked:
        return moment.home.cycle_id
    cycle = everywhere.cycles.need(max(asked)[1])
    if cycle.state is not CycleState.CLOSED:
        return cycle.id
    return everywhere.programmes.need(cycle.programme_id).cycle_id


def require_running(moment: Moment) -> None:
    """Owners' commands are for a cycle that is not being closed.

    Raises:
        Refusal: ``cycle-over``.
    """
    if moment.cycle.is_over:
        raise Refusal("cycle-over", cycle=moment.cycle.number)


def require_still_running(uow: UnitOfWork, moment: Moment) -> None:
    """The same as it stands now, for a unit that has waited for another one meanwhile.

    Raises:
        Refusal: ``cycle-over``.
    """
    require_running(replace(moment, cycle=uow.cycles.need(moment.cycle.id)))


def open_next(uow: UnitOfWork, moment: Moment) -> Cycle:
    """The next cycle of the programme runs from now on; its kind follows from the settings."""
    old = uow.cycles.need(moment.cycle.id)
    closed_at = old.closed_at or moment.now
    closed = uow.cycles.put(replace(old, state=CycleState.CLOSED, closed_at=closed_at))
    if old.closed_at is None:
        cycle_closed(uow, moment, closed)
    number = old.number + 1
    key = cycle_id(old.programme_id, number)
    kind = CycleKind(moment.programme.cycles)
    new = uow.cycles.put(Cycle(key, old.programme_id, number, moment.now, kind))
    uow.programmes.put(replace(uow.programmes.need(moment.home.id), cycle_id=key))
    return new


def next_of(uow: UnitOfWork, cycle: Cycle) -> Cycle | None:
    """The cycle after this one, if it has been opened."""
    return uow.cycles.get(cycle_id(cycle.programme_id, cycle.number + 1))


def advance(uow: UnitOfWork, moment: Moment, state: CycleState) -> None:
    """The cycle has come this far; it never goes back."""
    watch_age(uow, moment)
    cycle = uow.cycles.need(moment.cycle.id)
    if advanced(cycle, state) is not cycle.state:
        uow.cycles.put(replace(cycle, state=state))

"""Cycles: which one is meant, how far it has come, and the next one, in which everybody is asked anew."""

from __future__ import annotations

from dataclasses import replace

from mentoring.domain.cycle import CycleState, advanced
from mentoring.domain.errors import Refusal
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork


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
    """The id of the cycle in which the person was last asked to take part, else the first programme's."""
    asked = uow.everywhere.enrolments.columns("invited_at", "cycle_id", person_id=person_id)
    return max(asked)[1] if asked else moment.home.cycle_id


def advance(uow: UnitOfWork, moment: Moment, state: CycleState) -> None:
    """The cycle has come this far; it never goes back."""
    cycle = uow.cycles.need(moment.cycle.id)
    if advanced(cycle, state) is not cycle.state:
        uow.cycles.put(replace(cycle, state=state))

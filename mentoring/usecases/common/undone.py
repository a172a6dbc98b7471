"""A launch that is or was taken back, for all rooms: its tandems have not come to their end, but
the same two stand ready again, as a tandem with an id of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from mentoring.domain.errors import Refusal
from mentoring.domain.tandem import Tandem, is_known_over
from mentoring.domain.undoing import UndoingState
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Among, UnitOfWork
from mentoring.usecases.common.showing import Asked

Goes = Callable[[UnitOfWork, Moment, Tandem, Tandem], None]
GOING_ON: list[Goes] = []


def goes_on(rule: Goes) -> Goes:
    """Register what the two take along from the tandem whose launch is taken back into the one as
    which they stand ready again; the rule is given both, in this order.
    """
    GOING_ON.append(rule)
    return rule


def let_go_on(uow: UnitOfWork, moment: Moment, before: Tandem, made: Tandem) -> None:
    """Take it along."""
    for rule in GOING_ON:
        rule(uow, moment, before, made)


def is_undoing(uow: UnitOfWork) -> bool:
    """Whether a launch of the cycle is being taken back."""
    return uow.undoings.any(state=UndoingState.RUNNING)


def require_no_undoing(uow: UnitOfWork) -> None:
    """Nothing is launched or closed while a launch is being taken back.

    Raises:
        Refusal: ``launch-undo-running``.
    """
    if is_undoing(uow):
        raise Refusal("launch-undo-running")


def not_undone(uow: UnitOfWork) -> Mapping[str, object]:
    """The columns of a tandem whose launch was not taken back, for counting tandems."""
    return {"id": Among(others=(uow.taken_back.those(),))}


def is_undone(uow: UnitOfWork, tandem_id: str) -> bool:
    """Whether the tandem's launch was taken back: it has not come to its end, but goes on as
    another.
    """
    return uow.taken_back.any(id=tandem_id)


def as_it_stands(uow: UnitOfWork, tandem: Tandem) -> Tandem:
    """The tandem as which the two stand now, however often their launch was taken back."""
    while found := uow.taken_back.get(tandem.id):
        made = uow.tandems.get(found.made_id)
        if made is None:
            break
        tandem = made
    return tandem


def goes_on_as_another(uow: UnitOfWork, tandem: Tandem) -> bool:
    """Whether its launch was taken back, and the two know of no end since."""
    now = as_it_stands(uow, tandem)
    return now.id != tandem.id and not is_known_over(now)


def with_earlier(tandem_id: str) -> Asked:
    """The cards about the tandem, and those about the ones as which the same two stood before."""
    return Asked(stood_as, tandem_id)


def stood_as(uow: UnitOfWork, tandem_id: str) -> list[str]:
    """The tandem's id and, after it, those under which the same two stood before."""
    found = [tandem_id]
    while earlier := uow.taken_back.columns("id", made_id=found[-1]):
        found.append(earlier[0][0])
    return found

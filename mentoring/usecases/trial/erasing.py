"""The end of a try: its cards go out of the owner's chat, and everything that it has written is
erased, the invented people included.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import fields
from functools import partial

from mentoring.domain.cycle import RegisteredProgramme
from mentoring.domain.errors import Refusal
from mentoring.domain.people import Role
from mentoring.domain.posting import Posting
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Containing, UnitOfWork, kinds, rows_of
from mentoring.ports.world import World
from mentoring.usecases.common.effects import one_step
from mentoring.usecases.common.taking_out import standing, take_out
from mentoring.usecases.trial.cast import invented_id

FIELDS = {entity: {each.name for each in fields(entity)} for entity in kinds().values()}
PARTS_OF_A_CYCLE = [
    entity
    for entity, names in FIELDS.items()
    if "cycle_id" in names and entity is not RegisteredProgramme
]
PARTS_OF_A_TANDEM = [
    entity
    for entity, names in FIELDS.items()
    if "tandem_id" in names and entity not in PARTS_OF_A_CYCLE
]
"""Whatever tells its cycle, or its tandem and by that its cycle; nothing has to be named here."""


@one_step(queue="work")
async def erase_trial(world: World, trial_id: str) -> None:
    """Take the cards of a try out of its owner's chat, then erase it; ``world`` is that of the
    programme's own cycle.
    """
    if not await world.run(_stop, trial_id):
        return
    await take_out(world, partial(_left_or_erased, trial_id=trial_id))


def _stop(uow: UnitOfWork, _moment: Moment, trial_id: str) -> bool:
    """Nothing of the try happens any more; False if it is gone already."""
    uow.everywhere.effects.delete_all(cycle_id=trial_id)
    uow.everywhere.timers.delete_all(cycle_id=trial_id)
    return uow.everywhere.cycles.get(trial_id) is not None


def _left_or_erased(
    uow: UnitOfWork, moment: Moment, taken: Set[str], *, trial_id: str
) -> list[Posting]:
    """The cards that still stand in the chat, one that has just arrived there among them; if there
    are none, the try is erased, when no unit of it runs any more (``World.run``).
    """
    uow.alone(trial_id)
    left = standing(uow.everywhere.postings.all(cycle_id=trial_id), taken)
    if not left:
        erase(uow, moment, trial_id)
    return left


def erase(uow: UnitOfWork, _moment: Moment, trial_id: str) -> None:
    """Erase everything that a try has written.

    Raises:
        Refusal: ``not-a-try`` for a real cycle, with people in it.
    """
    everywhere = uow.everywhere
    if not everywhere.cycles.need(trial_id).tried_by:
        raise Refusal("not-a-try")
    tandems = everywhere.tandems.those(cycle_id=trial_id)
    for entity in PARTS_OF_A_TANDEM:
        rows_of(everywhere, entity).delete_all(tandem_id=tandems)
    everywhere.seats.delete_all(kickoff_id=everywhere.kickoffs.those(cycle_id=trial_id))
    everywhere.pairs.delete_all(programme_id=trial_id)
    for entity in PARTS_OF_A_CYCLE:
        rows_of(everywhere, entity).delete_all(cycle_id=trial_id)
    people = [invented_id(trial_id, role) for role in Role]
    for rows in (everywhere.people, everywhere.absences):
        rows.delete_all(id=people)
    for named in (f"{trial_id}.", f"{trial_id}:", *people):
        everywhere.facts.delete_all(id=Containing(named))
    everywhere.cycles.delete(trial_id)
    uow.altered()  # nobody has a card of it any more

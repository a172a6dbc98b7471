"""A tandem has ended by itself or by one of the two: owners hear that a place is free, and no
more. Of a planned end they hear only where something is left of it in Microsoft 365.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mentoring.domain.intervention import Part
from mentoring.domain.tandem import NOT_CLEAR, Tandem, what_remains
from mentoring.notices import Notice, Scene, shows
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Altered, UnitOfWork
from mentoring.usecases.common.own_tandem import leave_to_others, readers_of
from mentoring.usecases.common.people import name_of
from mentoring.usecases.common.showing import depends
from mentoring.usecases.programme.owners_channel import tell_owners as tell_owners_about


@dataclass(frozen=True)
class FreePlaceNotice(Notice):
    """Which tandem has ended, with both names; not why, and not by whose wish."""

    tandem: Tandem
    mentor: str
    mentee: str

    @property
    def left(self) -> tuple[Part, ...]:
        """What is left of it in Microsoft 365."""
        return what_remains(self.tandem) if self.tandem.trouble == NOT_CLEAR else ()


@shows(to="owners")
def free_place_card(uow: UnitOfWork, scene: Scene) -> FreePlaceNotice:
    """What owners see; nobody reads it of their own."""
    tandem = uow.tandems.need(scene.posting.subject_id)
    both = tandem.mentor_id, tandem.mentee_id
    leave_to_others("", both, readers=readers_of(uow, scene.moment, scene.posting))
    return FreePlaceNotice(tandem, *(name_of(uow, person) for person in both))


@depends(free_place_card, Tandem)
def _cleared(_uow: UnitOfWork, change: Altered) -> Iterable[str]:
    """What is left of it, and that it is being cleared away."""
    told = change.row.ended_at and change.alters("trouble", "remains")
    return [change.row.id] if told else ()


def tell_owners(uow: UnitOfWork, moment: Moment, tandem: Tandem) -> None:
    """Tell the owners, once."""
    both = {tandem.mentor_id, tandem.mentee_id}
    tell_owners_about(uow, moment, free_place_card, tandem.id, both, stamp="ended")

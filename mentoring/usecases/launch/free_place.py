"""A tandem has ended by itself or by one of the two: owners hear that a place is free, and no
more.
"""

from __future__ import annotations

from dataclasses import dataclass

from mentoring.domain.tandem import Tandem
from mentoring.notices import Notice, Scene, shows
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.own_tandem import leave_to_others, readers_of
from mentoring.usecases.common.people import name_of
from mentoring.usecases.programme.owners_channel import tell_owners as tell_owners_about


@dataclass(frozen=True)
class FreePlaceNotice(Notice):
    """Which tandem has ended, with both names; not why, and not by whose wish."""

    tandem: Tandem
    mentor: str
    mentee: str


@shows(to="owners")
def free_place_card(uow: UnitOfWork, scene: Scene) -> FreePlaceNotice:
    """What owners see; nobody reads it of their own."""
    tandem = uow.tandems.need(scene.posting.subject_id)
    both = tandem.mentor_id, tandem.mentee_id
    leave_to_others("", both, readers=readers_of(uow, scene.moment, scene.posting))
    return FreePlaceNotice(tandem, *(name_of(uow, person) for person in both))


def tell_owners(uow: UnitOfWork, moment: Moment, tandem: Tandem) -> None:
    """Tell the owners, once."""
    both = {tandem.mentor_id, tandem.mentee_id}
    tell_owners_about(uow, moment, free_place_card, tandem.id, both, stamp="ended")

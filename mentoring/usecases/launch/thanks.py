"""What both of a tandem read when it has come to its planned end, or the cycle has and it never
began.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mentoring.domain.enrolment import Enrolment, enrolment_id
from mentoring.domain.people import Person
from mentoring.domain.programme import Programme
from mentoring.domain.tandem import Tandem
from mentoring.notices import Notice, Scene, shows
from mentoring.ports.rows import Altered, UnitOfWork, UpTo
from mentoring.usecases.common.people import tandems_with
from mentoring.usecases.common.showing import depends


@dataclass(frozen=True)
class ThanksNotice(Notice):
    """A tandem that is over, as one of the two sees it; ``enrolment`` is their own. ``past`` of its
    sessions have had their time in the calendar.
    """

    tandem: Tandem
    viewer: Person
    partner: Person
    programme: Programme
    enrolment: Enrolment | None = None
    past: int = 0


@shows(to="person", in_hours=True, stored_as="closed")
def thanks_card(uow: UnitOfWork, scene: Scene) -> ThanksNotice:
    """What one of the two reads at the end."""
    tandem = uow.tandems.need(scene.posting.subject_id)
    viewer = uow.people.need(scene.posting.person_id)
    role = tandem.role_of(viewer.id)
    return ThanksNotice(
        tandem,
        viewer,
        uow.people.need(tandem.partner_of(viewer.id)),
        scene.programme,
        uow.enrolments.get(enrolment_id(uow.cycle_id, role, viewer.id)),
        uow.sessions.count(tandem_id=tandem.id, start=UpTo(tandem.ended_at or scene.now)),
    )


@depends(thanks_card, Enrolment)
def _answered(uow: UnitOfWork, change: Altered) -> Iterable[str]:
    """Whether one's answers are kept, and that they are gone."""
    told = change.alters("released", "answers", "state", "erased_at")
    return tandems_with(uow, change.row.person_id) if told else ()

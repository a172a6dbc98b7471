"""The mentoring agreement as a card: what is proposed, who has agreed, and what is valid. It is of
these two alone, whoever keeps their calendars.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from mentoring.domain.agreement import Agreement, Item, Terms
from mentoring.domain.people import Person, Role
from mentoring.domain.posting import Posting
from mentoring.domain.programme import Programme
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.domain.undoing import TakenBack
from mentoring.domain.upkeep import Fact
from mentoring.notices import Correctable, Scene, matters, shows
from mentoring.ports.rows import Altered, UnitOfWork
from mentoring.usecases.common.postings import came_before
from mentoring.usecases.common.showing import Subjects, depends
from mentoring.usecases.common.undone import goes_on_as_another, with_earlier
from mentoring.usecases.tandem.wanted import WITHOUT_AGREEMENT, brings, those

NOTHING = Agreement("", "", Terms())


@dataclass(frozen=True)
class AgreementNotice(Correctable):
    """A tandem's agreement as one of the two sees it; ``item`` is what they are changing.

    Once the tandem ``is_over``, nothing of it is shown any more; ``undone``: its launch was taken
    back, and the two stand ready as another tandem, which has the agreement. ``tells``: whether the
    viewer is told of what the other one says to it.
    """

    tandem: Tandem
    viewer: Person
    partner: Person
    programme: Programme
    agreement: Agreement = NOTHING
    item: Item | None = None
    undone: bool = False
    tells: bool = True

    @property
    def role(self) -> Role:
        """The viewer's."""
        return self.tandem.role_of(self.viewer.id)

    @property
    def is_over(self) -> bool:
        """Whether the tandem has come to its end, or goes on as another."""
        return self.undone or self.tandem.state is not TandemState.LAUNCHED

    def expects(self) -> Mapping[str, object] | None:
        """What is being changed."""
        return {"item": self.item.value} if self.item else None


@shows(to="person", in_hours=True)
def agreement_card(uow: UnitOfWork, scene: Scene) -> AgreementNotice:
    """What the posting's person sees of it."""
    tandem = uow.tandems.need(scene.posting.subject_id)
    viewer = uow.people.need(scene.posting.person_id)
    partner = uow.people.need(tandem.partner_of(viewer.id))
    undone = goes_on_as_another(uow, tandem)
    empty = AgreementNotice(tandem, viewer, partner, scene.programme, undone=undone)
    if empty.is_over:
        return empty
    found = uow.agreements.need(tandem.id)
    item = Item(scene.posting.view) if scene.posting.view else None
    tells = brings(uow, tandem.id, viewer.id, WITHOUT_AGREEMENT)
    return replace(empty, agreement=found, item=item, tells=tells)


@depends(agreement_card, Agreement, Tandem, TakenBack, Fact)
def _tandems(_uow: UnitOfWork, change: Altered) -> Subjects:
    """What is agreed on, whether the tandem runs or goes on as another, and whether one is told."""
    if isinstance(change.row, Agreement):
        return [change.row.tandem_id]
    if isinstance(change.row, Fact):
        return those(change.row, WITHOUT_AGREEMENT)
    if isinstance(change.row, TakenBack) or change.alters("state", "told_left_over"):
        return with_earlier(change.row.id)
    return ()


@matters(agreement_card)
def _is_to_agree(uow: UnitOfWork, posting: Posting, _now: datetime) -> bool:
    """Whether the tandem runs, and this side has not agreed yet; to whoever has opened it, what
    still stands as the product proposes it says nothing new.
    """
    tandem, found = uow.tandems.get(posting.subject_id), uow.agreements.get(posting.subject_id)
    if tandem is None or found is None or tandem.state is not TandemState.LAUNCHED:
        return False
    as_proposed = not found.agreed and found.changed_by is None
    is_known = as_proposed and came_before(uow, posting)
    return not is_known and not found.has_agreed(tandem.role_of(posting.person_id))

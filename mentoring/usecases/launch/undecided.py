"""Which proposals nobody has decided before a launch, and whose turn it is with those about owners.

Those about owners are shown to nobody whom they are about, so they wait in the other owners' own
chats, where a preview in the channel would never remind of them.
"""

from __future__ import annotations

from dataclasses import dataclass

from mentoring.domain.tandem import ProposalState
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork


@dataclass(frozen=True)
class Undecided:
    """How many proposals about no owner wait (``proposals``), and how many about owners
    (``about_owners``). ``turn`` are the names of the owners who may decide one of the latter,
    sorted; empty if each of them is about every owner.
    """

    proposals: int = 0
    about_owners: int = 0
    turn: tuple[str, ...] = ()


def undecided(uow: UnitOfWork, moment: Moment) -> Undecided:
    """The proposals that a launch now would leave waiting."""
    owners = frozenset(moment.home.owners)
    pairs = uow.proposals.columns("mentor_id", "mentee_id", state=ProposalState.PROPOSED)
    concerned = [owners & set(pair) for pair in pairs if not owners.isdisjoint(pair)]
    may_decide = {who for those in concerned for who in owners - those}
    people = uow.people.all(id=may_decide) if may_decide else ()
    names = sorted(each.profile.name for each in people if each.profile.name)
    return Undecided(len(pairs) - len(concerned), len(concerned), tuple(names))

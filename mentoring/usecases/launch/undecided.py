"""Which proposals nobody has decided before a launch, and whether anybody can decide those about
owners.

Those about owners are shown to nobody whom they are about, so they wait in the other owners' own
chats, where a preview in the channel would never remind of them. It counts them and names nobody:
the one name that is missing would tell whom a proposal is about.
"""

from __future__ import annotations

from dataclasses import dataclass

from mentoring.domain.proposal import ProposalState
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork


@dataclass(frozen=True)
class Undecided:
    """How many proposals about no owner wait (``proposals``), and how many about owners
    (``about_owners``), of which nobody can decide ``stuck``: each owner who could is in it.
    """

    proposals: int = 0
    about_owners: int = 0
    stuck: int = 0


def undecided(uow: UnitOfWork, moment: Moment) -> Undecided:
    """The proposals that a launch now would leave waiting."""
    owners, able = frozenset(moment.home.owners), frozenset(moment.home.able)
    pairs = uow.proposals.columns("mentor_id", "mentee_id", state=ProposalState.PROPOSED)
    concerned = [pair for pair in pairs if not owners.isdisjoint(pair)]
    stuck = sum(able <= set(pair) for pair in concerned)
    return Undecided(len(pairs) - len(concerned), len(concerned), stuck)

"""Cards are taken out of their chats, those among them that arrive in the meantime."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass

from mentoring.domain.posting import Posting
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.unsending import taken_out

Left = Callable[[UnitOfWork, Moment, Set[str]], Sequence[Posting]]
"""Which cards still stand in chats, those of these ids apart; if there are none, it does in the
same unit what has waited for that.
"""


@dataclass(frozen=True)
class Taken:
    """The ids of the cards that were to be taken out, and whether one of them ``stays`` where it
    is, because Teams has not let it go yet.
    """

    ids: frozenset[str] = frozenset()
    stays: bool = False


async def take_out(world: World, left: Left, taken: Taken | None = None) -> Taken:
    """Take cards out of their chats until none is ``left`` but those that were ``taken`` before;
    returns what was taken in all.
    """
    taken = taken or Taken()
    while found := await world.run(left, taken.ids):
        for posting in found:
            stays = not await taken_out(world, posting)
            taken = Taken(taken.ids | {posting.id}, taken.stays or stays)
    return taken


def standing(postings: Sequence[Posting], taken: Set[str]) -> list[Posting]:
    """Those of the cards that stand in chats and were not taken out yet."""
    return [each for each in postings if each.activity_id and each.id not in taken]

"""Past pairs from before Tandem: owners enter them, and they are never proposed again; what was
entered by mistake is taken back with the same lines.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mentoring.domain.errors import Refusal
from mentoring.domain.pair import Pair, PairKind, pair_id
from mentoring.domain.pasted import names_in
from mentoring.domain.people import Profile
from mentoring.ports.moment import Moment, unit
from mentoring.ports.repeating import nobody_hurries
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.own_tandem import leave_to_others
from mentoring.usecases.common.people import people_named
from mentoring.usecases.programme.acts import by_command

MOST = 500
Two = tuple[str, str]


async def enter(world: World, owner: str, text: str) -> int:
    """Enter one pair per line, two names or e-mails each, in either order; returns how many there
    were.

    Nothing is kept unless every line is understood.

    Raises:
        Refusal: ``pairs-none``, ``pairs-too-many``; ``pairs-two`` or ``pairs-person`` with the
            line; ``decide-own`` for a pair with the owner themselves.
    """
    pairs = await _pairs(world, owner, text)
    await world.run(by_command(owner, "past-pairs", unit(_keep, pairs)))
    return len(pairs)


async def take_back(world: World, owner: str, text: str) -> int:
    """Let the pairs of these lines be as if they had never been entered; returns how many lines
    there were. Two who have been put to each other here stay past or asked, whoever entered them.

    Raises:
        Refusal: as ``enter``.
    """
    pairs = await _pairs(world, owner, text)
    await world.run(by_command(owner, "undo-past-pairs", unit(_let_go, pairs)))
    return len(pairs)


async def _pairs(world: World, owner: str, text: str) -> list[Two]:
    lines = [line for line in text.splitlines() if line.strip()]
    if not lines:
        raise Refusal("pairs-none")
    if len(lines) > MOST:
        raise Refusal("pairs-too-many", most=MOST)
    with nobody_hurries():
        known = await world.directory.find_each([each for line in lines for each in names_in(line)])
        pairs = [await _pair(world, at, line, known) for at, line in enumerate(lines, start=1)]
    leave_to_others(owner, (person for pair in pairs for person in pair))
    return pairs


async def _pair(
    world: World, number: int, line: str, known: Mapping[str, tuple[Profile, ...]]
) -> Two:
    try:
        found = list(await people_named(world, "pairs", line, known))
    except Refusal as refusal:
        name = str(refusal.facts.get("name", line))
        raise Refusal("pairs-person", line=number, name=name) from refusal
    if len(found) != 2:
        raise Refusal("pairs-two", line=number)
    return found[0], found[1]


def _keep(uow: UnitOfWork, moment: Moment, pairs: Sequence[Two]) -> None:
    """Keep each pair in both orders: who was the mentor then says nothing about who may be now. Two
    who were asked here, and did not both say yes, stay so: that no reason waives.
    """
    entered = [
        Pair(pair_id(uow.programme_id, mentor, mentee), mentor, mentee, PairKind.PAST, moment.now)
        for mentor, mentee in _both_orders(pairs)
    ]
    asked = uow.pairs.columns("id", id=[pair.id for pair in entered], kind=PairKind.NOT_AGAIN)
    stay = {key for (key,) in asked}
    uow.pairs.put_all(pair for pair in entered if pair.id not in stay)


def _both_orders(pairs: Sequence[Two]) -> list[Two]:
    return [order for one, other in pairs for order in ((one, other), (other, one))]


def _let_go(uow: UnitOfWork, _moment: Moment, pairs: Sequence[Two]) -> None:
    for pair in pairs:
        if not _met_here(uow, pair):
            for mentor, mentee in _both_orders([pair]):
                uow.pairs.delete(pair_id(uow.programme_id, mentor, mentee))


def _met_here(uow: UnitOfWork, pair: Two) -> bool:
    """Whether the two have been put to each other in any cycle of this programme."""
    both, everywhere = {"mentor_id": pair, "mentee_id": pair}, uow.everywhere
    cycles = {cycle for (cycle,) in everywhere.tandems.columns("cycle_id", **both)}
    return bool(cycles) and (
        everywhere.cycles.any(id=sorted(cycles), programme_id=uow.programme_id)
    )

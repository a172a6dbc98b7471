"""What a cycle has brought, as owners read it before the next."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from mentoring.domain.enrolment import Enrolment, EnrolmentState, enrolment_id
from mentoring.domain.people import Role
from mentoring.domain.session import Session, met_on
from mentoring.domain.tandem import ByHand, TandemState
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.enrolment import next_cycle
from tests.usecases.company import shown
from tests.usecases.enrolled import NOW
from tests.usecases.enrolment.two_cycles import CHAT, a_tandem, clock, store, world

__all__ = ["clock", "store", "world"]


async def test_owners_read_what_the_cycle_has_brought_before_the_next(world: World) -> None:
    await world.run(lambda uow, _: a_tandem(uow, TandemState.CLOSED))
    await world.run(next_cycle.prepare, "owner", CHAT)
    found = (await shown(world, "next_cycle", "p1c1", "owner")).review
    assert (found.asked, found.mentees, found.mentors) == (3, 2, 1)
    assert (found.tandems, found.running, found.waiting) == (1, 0, 1)


async def test_whoever_reads_it_is_not_counted(world: World) -> None:
    """The overview leaves owners out: from both one could subtract that one waits."""
    await world.run(lambda uow, _: a_tandem(uow, TandemState.CLOSED))
    await world.run(next_cycle.prepare, "owner", CHAT)
    before = (await shown(world, "next_cycle", "p1c1", "owner")).review

    def takes_part(uow: UnitOfWork, _moment: Moment) -> None:
        theirs = enrolment_id("p1c1", Role.MENTOR, "owner")
        uow.enrolments.put(Enrolment(theirs, "owner", Role.MENTOR, EnrolmentState.DONE, NOW))

    await world.run(takes_part)
    assert (await shown(world, "next_cycle", "p1c1", "owner")).review == before


async def test_sessions_are_counted_in_groups_only(world: World) -> None:
    """Those whose time has come: whether two met is theirs."""

    def tandems(uow: UnitOfWork, _moment: Moment, number: int) -> None:
        made = replace(a_tandem(uow, TandemState.LAUNCHED), id=f"p1c1.tandem-{number}")
        uow.tandems.put(made)
        for place, days in ((1, -7), (2, 7)):
            at = NOW + timedelta(days=days)
            session = Session(f"{made.id}:{place}", made.id, place, at, 120, "kept", at)
            uow.sessions.put(session)

    for number in range(1, 5):
        await world.run(tandems, number)
    assert (await shown(world, "next_cycle", "p1c1", "owner")).review.sessions is None
    await world.run(tandems, 5)
    assert (await shown(world, "next_cycle", "p1c1", "owner")).review.sessions == 5


async def test_what_two_say_of_their_own_dates_counts_only_in_a_group(world: World) -> None:
    """Of fewer tandems than a group the number would tell how often they have met."""

    def tandem(uow: UnitOfWork, _moment: Moment, number: int) -> None:
        made = replace(a_tandem(uow, TandemState.LAUNCHED), id=f"p1c1.tandem-{number}")
        uow.tandems.put(replace(made, by_hand=ByHand.DATES))
        bare = Session(f"{made.id}:1", made.id, 1, NOW, 120, "by_hand")
        uow.sessions.put(met_on(bare, NOW.date(), NOW))

    def running(uow: UnitOfWork, _moment: Moment) -> None:
        uow.tandems.put(replace(a_tandem(uow, TandemState.LAUNCHED), id="p1c1.tandem-9"))

    await world.run(running)
    for number in range(1, 5):
        await world.run(tandem, number)
    assert (await shown(world, "next_cycle", "p1c1", "owner")).review.sessions == 0
    await world.run(tandem, 5)
    assert (await shown(world, "next_cycle", "p1c1", "owner")).review.sessions == 5

"""What one press costs with which an owner decides about everybody, a tandem.

`python -m tests.bench.presses` prints each at 250 and at 2,000 tandems (SQLite), and ends with 1
where a tandem costs more than 1.3 times as much in the larger programme: then something is looked
through for each of them.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any, cast

from mentoring.domain.cycle import CycleState
from mentoring.domain.enrolment import EnrolmentState
from mentoring.domain.invitation import Entry, Invite, InviteState
from mentoring.domain.launch import LaunchState
from mentoring.domain.match_run import MatchRun, RunState
from mentoring.domain.people import Role
from mentoring.domain.proposal import ProposalState
from mentoring.domain.tandem import TandemState
from mentoring.domain.upkeep import Timer
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.storage.store import SqlStore
from mentoring.usecases.enrolment import inviting, next_cycle
from mentoring.usecases.launch import closing, confirming, undoing
from mentoring.usecases.matching import offers, runs
from tests.bench.support.databases import Databases, servers
from tests.bench.support.programme import CYCLE, LAUNCH, NOW, SERVICE, seed
from tests.bench.units import world_of

SMALL, LARGE, ROUNDS = 250, 2000, 5
MOST_GROWTH = 1.3
CHAT = Chat("19:owner", SERVICE)
Unit = Callable[[UnitOfWork, Moment], Any]


def _approve(uow: UnitOfWork, moment: Moment) -> None:
    runs.approve(uow, moment, "owner", "run-1")


def _proposed(uow: UnitOfWork, _moment: Moment) -> None:
    uow.tandems.delete_all(state=tuple(TandemState))
    uow.runs.put(MatchRun("run-1", "owner", NOW, RunState.PROPOSED))
    uow.proposals.put_all(
        replace(each, state=ProposalState.PROPOSED) for each in uow.proposals.all()
    )


def _launch(uow: UnitOfWork, moment: Moment) -> None:
    confirming.confirm(uow, moment, f"{LAUNCH[:-1]}2")


def _accepted(uow: UnitOfWork, moment: Moment) -> None:
    _launch_is(uow, LaunchState.UNDONE)
    _all_are(uow, TandemState.ACCEPTED, launch_id="", team_id="", channel_id="", series_id="")
    start = (NOW + timedelta(days=21)).date()
    confirming.prepare(uow, moment, "owner", start, CHAT)


def _close(uow: UnitOfWork, moment: Moment) -> None:
    closing.confirm(uow, moment, uow.closings.all()[0].id)


def _to_close(uow: UnitOfWork, moment: Moment) -> None:
    _running(uow)
    closing.prepare(uow, moment, "owner", CHAT)


def _undo(uow: UnitOfWork, moment: Moment) -> None:
    undoing.confirm(uow, moment, "owner", uow.undoings.all()[0].id)


def _to_undo(uow: UnitOfWork, moment: Moment) -> None:
    _running(uow)
    undoing.prepare(uow, moment, "owner", LAUNCH, CHAT)


def _invite(uow: UnitOfWork, moment: Moment) -> None:
    inviting.start_inviting(uow, moment, Timer("t", "start_inviting", "invite-2", NOW))


def _to_invite(uow: UnitOfWork, _moment: Moment) -> None:
    mentees = uow.enrolments.columns("person_id", role=Role.MENTEE, state=EnrolmentState.DONE)
    entries = [Entry(person, person, person) for (person,) in mentees]
    uow.enrolments.delete_all(state=tuple(EnrolmentState))
    uow.tandems.delete_all(state=tuple(TandemState))
    uow.invites.put(Invite("invite-2", "owner", NOW, Role.MENTEE, InviteState.SOON, entries))


def _next_cycle(uow: UnitOfWork, moment: Moment) -> None:
    next_cycle.open_and_ask(uow, moment, CYCLE)


def _over(uow: UnitOfWork, _moment: Moment) -> None:
    _running(uow)
    _all_are(uow, TandemState.CLOSED)
    uow.cycles.put(replace(uow.cycles.need(CYCLE), state=CycleState.CLOSED))


def _end_offers(uow: UnitOfWork, moment: Moment) -> None:
    offers.close_round(uow, moment, everything=True)


def _asked(uow: UnitOfWork, _moment: Moment) -> None:
    _all_are(uow, TandemState.ASKED_MENTOR, launch_id="")


def _running(uow: UnitOfWork) -> None:
    _launch_is(uow, LaunchState.DONE)
    _all_are(uow, TandemState.LAUNCHED, launch_id=LAUNCH)


def _launch_is(uow: UnitOfWork, state: LaunchState) -> None:
    uow.launches.put(replace(uow.launches.need(LAUNCH), state=state))


def _all_are(uow: UnitOfWork, state: TandemState, **more: Any) -> None:
    uow.tandems.put_all(replace(each, state=state, **more) for each in uow.tandems.all())


PRESSES: dict[str, tuple[Unit, Unit]] = {
    "approve": (_proposed, _approve),
    "launch": (_accepted, _launch),
    "close": (_to_close, _close),
    "undo launch": (_to_undo, _undo),
    "invite": (_to_invite, _invite),
    "next cycle": (_over, _next_cycle),
    "offers end": (_asked, _end_offers),
}
"""What stands before the press, and what the press does."""


def main() -> int:
    """Measure and print; 1 if a limit is missed."""
    lines, fine = ["press          250 tandems  2,000 tandems  ratio"], True
    with servers() as databases:
        for name in PRESSES:
            small, large = (_a_tandem(databases, name, size) for size in (SMALL, LARGE))
            fine = fine and large / small < MOST_GROWTH
            lines.append(f"{name:<14} {small:8.2f} ms  {large:10.2f} ms  {large / small:6.2f}")
    sys.stdout.write("\n".join([*lines, ""]))
    return int(not fine)


def _a_tandem(databases: Databases, name: str, tandems: int) -> float:
    """Milliseconds of processor time for each of so many tandems, in the middle of some rounds."""
    rounds = ROUNDS if tandems == SMALL else 1
    taken = [asyncio.run(_pressed(databases, name, tandems)) for _ in range(rounds)]
    return 1000 * statistics.median(taken) / tandems


async def _pressed(databases: Databases, name: str, tandems: int) -> float:
    world = world_of(databases.new("sqlite"))
    store = cast("SqlStore", world.store)
    seed(store, tandems)
    before, press = PRESSES[name]
    await world.run(partial(before))
    begun = time.process_time()
    await world.run(press)
    taken = time.process_time() - begun
    store.close()
    return taken


if __name__ == "__main__":
    sys.exit(main())

"""From the confirmed card of the next cycle to its beginning: many are asked five minutes later,
and until then it can be stopped.
"""

from __future__ import annotations

from datetime import timedelta

import pytest

from mentoring.domain.cycle import CycleState
from mentoring.domain.enrolment import EnrolmentState
from mentoring.domain.invitation import SMALL, TIME_TO_STOP
from mentoring.domain.people import Role
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.ports.messenger import Chat
from mentoring.usecases.enrolment import next_cycle
from mentoring.usecases.enrolment.next_cycle import NextCycleNotice, next_cycle_card
from mentoring.usecases.enrolment.opening_next import confirm, stop
from mentoring.usecases.programme import with_the_cycle
from tests.usecases.company import (
    FIRST,
    NOW,
    Company,
    all_of,
    change,
    enrol,
    one,
    put,
    refused,
    shown,
)

CHAT = Chat("19:owners", "https://service.example/")
SECOND_CYCLE = "p1c2"
MANY = [f"p{number}" for number in range(SMALL + 1)]
SECOND = timedelta(seconds=1)


@pytest.fixture
async def over(programmes: Company) -> Company:
    """One more than twenty took part in a cycle that has ended."""
    for key in MANY:
        made = await enrol(programmes.first, Role.MENTEE, key)
        await change(programmes.first, "enrolments", made.id, state=EnrolmentState.DONE)
    await programmes.first.run(next_cycle.prepare, "otto", CHAT)
    return programmes


async def card_of(company: Company) -> str:
    [posting] = await all_of(company.first, "postings", kind=next_cycle_card.name)
    return str(posting.id)


async def read(company: Company) -> NextCycleNotice:
    found = await shown(company.first, next_cycle_card.name, FIRST, "otto")
    assert isinstance(found, NextCycleNotice)
    return found


async def asked(company: Company) -> int:
    return len(await all_of(company.unbound, "enrolments", cycle_id=SECOND_CYCLE))


async def test_more_than_twenty_are_asked_five_minutes_later(over: Company) -> None:
    """issue 14: a long list of invitations could be stopped, the next cycle asked all at once."""
    for _ in range(2):
        await over.first.run(confirm, FIRST, await card_of(over))
    await over.at(NOW + TIME_TO_STOP - SECOND)
    assert ((await read(over)).soon, await asked(over)) == (True, 0)
    await over.at(NOW + TIME_TO_STOP)
    found = await read(over)
    assert (found.soon, found.opened is not None, await asked(over)) == (False, True, len(MANY))


async def test_stopped_in_time_nobody_is_asked(over: Company) -> None:
    await over.first.run(confirm, FIRST, await card_of(over))
    await over.at(NOW + TIME_TO_STOP - SECOND)
    await over.first.run(stop, FIRST, await card_of(over))
    await over.at(NOW + timedelta(hours=1))
    assert ((await read(over)).soon, await asked(over)) == (False, 0)
    posting = await one(over.first, "postings", await card_of(over))
    assert posting.view == next_cycle.DISCARDED


async def test_stopped_too_late_it_goes_on(over: Company) -> None:
    await over.first.run(confirm, FIRST, await card_of(over))
    await over.at(NOW + TIME_TO_STOP)
    await over.first.run(stop, FIRST, await card_of(over))
    assert ((await read(over)).opened is not None, await asked(over)) == (True, len(MANY))


async def test_twenty_are_asked_at_once(over: Company) -> None:
    await change(
        over.first, "enrolments", f"{FIRST}:mentee:{MANY[0]}", state=EnrolmentState.DECLINED
    )
    await over.first.run(confirm, FIRST, await card_of(over))
    assert await asked(over) == SMALL


async def test_the_day_of_a_preview_may_end_in_the_five_minutes(over: Company) -> None:
    over.clock.moment = NOW + timedelta(days=1) - SECOND
    await over.first.run(confirm, FIRST, await card_of(over))
    await over.at(over.clock.moment + TIME_TO_STOP)
    assert await asked(over) == len(MANY)


async def test_if_a_tandem_runs_again_by_then_nobody_is_asked(over: Company) -> None:
    await over.first.run(confirm, FIRST, await card_of(over))
    tandem = Tandem(f"{FIRST}.tandem-1", 1, "", "jan", "eva", TandemState.LAUNCHED, NOW, NOW)
    await put(over.first, "tandems", tandem)
    await over.at(NOW + TIME_TO_STOP)
    assert ((await read(over)).soon, await asked(over)) == (False, 0)
    with refused("cycle-runs"):
        await over.first.run(confirm, FIRST, await card_of(over))


async def test_another_programme_does_not_know_the_cycle(over: Company) -> None:
    await over.first.run(confirm, FIRST, await card_of(over))
    for act in (confirm, stop):
        with refused("gone"):
            await over.second.run(act, FIRST, "")
    assert (await read(over)).soon


@pytest.mark.parametrize("closed", [False, True])
async def test_what_ends_with_the_cycle_ends_once_also_without_a_closing(
    over: Company, monkeypatch: pytest.MonkeyPatch, *, closed: bool
) -> None:
    """The circle of its mentors stood on, an open *replace* waited for ever, and the sponsor was
    asked for no thanks.
    """
    ended: list[str] = []
    for rules in ("ENDING", "FOLLOWING"):
        monkeypatch.setattr(with_the_cycle, rules, [lambda uow, _: ended.append(uow.cycle_id)])
    if closed:
        await change(over.first, "cycles", FIRST, state=CycleState.CLOSED, closed_at=NOW)
    await over.first.run(confirm, FIRST, await card_of(over))
    await over.at(NOW + TIME_TO_STOP)
    assert await asked(over) == len(MANY)
    assert ended == ([] if closed else [FIRST, FIRST])

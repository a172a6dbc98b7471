"""What fails for the moment is repeated by one layer, and nothing is repeated for ever (issue 13,
L6).
"""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from cryptography.fernet import Fernet, MultiFernet
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from structlog.testing import capture_logs

from mentoring.domain.cycle import cycle_id
from mentoring.domain.errors import Throttled, Undeliverable
from mentoring.domain.upkeep import Effect
from mentoring.ports.rows import UnitOfWork
from mentoring.storage.store import SqlStore
from mentoring.workflows import carrying
from mentoring.workflows.carrying import ANEW, Carrier, patiently
from tests.workflows.probing import AWAY, FAULT, NOW, Clock, Probe, effect, stored
from tests.worlds import world_of


async def test_what_passes_in_a_moment_is_repeated_at_once(store: SqlStore, probe: Probe) -> None:
    probe.fails = [AWAY, Throttled("slowly", 0.01)]
    await Carrier(world_of(store, Clock())).carry_out(stored(store))
    assert (probe.tried, effect(store).done, effect(store).attempt) == (3, True, 1)


async def test_what_does_not_goes_back_for_a_while_and_takes_nobodys_place(
    store: SqlStore, probe: Probe
) -> None:
    probe.fails = [AWAY] * 3
    await Carrier(world_of(store, Clock())).carry_out(stored(store))
    left = effect(store)
    assert (probe.tried, left.done, left.attempt, left.flow) == (3, False, 2, "")
    assert left.not_before == NOW + ANEW[0]


async def test_who_is_asked_to_wait_long_is_asked_for_no_sooner(
    store: SqlStore, probe: Probe
) -> None:
    probe.fails = [Throttled("slowly", 900)]
    await Carrier(world_of(store, Clock())).carry_out(stored(store))
    assert (probe.tried, effect(store).not_before) == (1, NOW + timedelta(seconds=900))


@pytest.mark.parametrize("jump", [timedelta(hours=-1), timedelta(minutes=1), timedelta(hours=1)])
async def test_while_the_clock_jumps_it_is_carried_out_once_and_its_pause_begins_then(
    store: SqlStore, probe: Probe, jump: timedelta
) -> None:
    """issue 13: the pause counts from the moment that the clock shows afterwards, not before."""
    clock = Clock()
    carrier = Carrier(world_of(store, clock))
    probe.fails = [AWAY] * 3
    probe.meanwhile = lambda: setattr(clock, "moment", NOW + jump)
    await carrier.carry_out(stored(store))
    assert effect(store).not_before == NOW + jump + ANEW[0]
    await carrier.carry_out(stored(store))
    assert (effect(store).done, effect(store).done_at) == (True, NOW + jump)


async def test_what_is_called_off_while_it_fails_is_no_fault(store: SqlStore, probe: Probe) -> None:
    """Each end of a try left errors in the log that asked for somebody to look."""
    probe.fails = [FAULT]
    probe.meanwhile = lambda: store.run_now(lambda uow: uow.effects.delete("e"))
    with capture_logs() as told:
        await Carrier(world_of(store, Clock())).carry_out(stored(store))
    assert [each["log_level"] for each in told] == ["info"]
    assert (probe.tried, probe.given_up) == (1, [])


@pytest.mark.parametrize("attempt", [1, 3])
async def test_what_belongs_to_a_try_that_is_gone_goes_with_it(
    store: SqlStore, probe: Probe, attempt: int
) -> None:
    """Given up, it could be written down nowhere, and so each beat ended before it had looked after
    the other effects.
    """
    stored(store, "other")
    stored(store, attempt=attempt)
    of_a_try = replace(effect(store), cycle_id=cycle_id("p1", 9, trial=True))
    store.run_now(lambda uow: uow.effects.put(of_a_try))
    await Carrier(world_of(store, Clock())).begin_anew(["e", "other"], "f")
    assert store.read_now(lambda uow: [each.id for each in uow.effects.all()]) == ["other"]
    assert (effect(store, "other").attempt, probe.given_up) == (2, [])


class TestAClockThatIsHoursAhead:
    """issue 13: what its replica put off was tried again by nobody for hours."""

    async def test_what_it_put_off_the_others_begin_after_the_longest_pause(
        self, store: SqlStore, probe: Probe
    ) -> None:
        ahead = Clock()
        ahead.moment = NOW + timedelta(hours=5)
        probe.fails = [AWAY] * 3
        await Carrier(world_of(store, ahead)).carry_out(stored(store))
        assert effect(store).not_before == ahead.moment + ANEW[0]
        await Carrier(world_of(store, Clock())).pull_back()
        assert effect(store).not_before == NOW + ANEW[-1]

    @pytest.mark.usefixtures("probe")
    @pytest.mark.parametrize(
        ("attempt", "hours"), [(1, 72), (4, 72), (2, 1)], ids=["asked for", "begun anew", "near"]
    )
    async def test_what_has_a_time_of_its_own_keeps_it(
        self, store: SqlStore, attempt: int, hours: int
    ) -> None:
        """The end of a tandem comes days later on purpose."""
        due = NOW + timedelta(hours=hours)
        waiting = replace(stored(store, attempt=attempt), flow="", not_before=due)
        store.run_now(lambda uow: uow.effects.put(waiting))
        await Carrier(world_of(store, Clock())).pull_back()
        assert effect(store) == waiting

    async def test_no_service_has_it_put_off_for_longer(
        self, store: SqlStore, probe: Probe
    ) -> None:
        probe.fails = [Throttled("slowly", 86_400)]
        await Carrier(world_of(store, Clock())).carry_out(stored(store))
        assert effect(store).not_before == NOW + carrying.LONGEST


@pytest.fixture
def marked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many effects each unit has written down as done."""
    written: list[int] = []
    mark = carrying._all_done

    def noting(uow: UnitOfWork, effects: Collection[str], now: datetime) -> None:
        written.append(len(effects))
        mark(uow, effects, now)

    monkeypatch.setattr(carrying, "_all_done", noting)
    return written


async def test_what_is_done_in_the_same_moment_is_written_down_together(
    store: SqlStore, probe: Probe, marked: list[int]
) -> None:
    carrier = Carrier(world_of(store, Clock()))
    rows = [stored(store, f"e{number:02}") for number in range(20)]
    await asyncio.gather(*map(carrier.carry_out, rows))
    assert sum(marked) == 20
    assert len(marked) < 5
    assert store.read_now(lambda uow: uow.effects.count(done=True)) == 20


async def test_what_is_done_one_after_another_is_written_down_together(
    store: SqlStore, probe: Probe, marked: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a launch each of some ten effects of a tandem had a transaction of its own."""
    moment_over = asyncio.Event()
    monkeypatch.setattr(carrying, "_gathered", moment_over.wait)
    carrier = Carrier(world_of(store, Clock()))
    for key in ("e1", "e2"):
        stored(store, key)
    first = asyncio.create_task(carrier._mark_done("e1"))
    await asyncio.sleep(0)
    second = asyncio.create_task(carrier._mark_done("e2"))
    await asyncio.sleep(0)
    moment_over.set()
    await asyncio.gather(first, second)
    assert marked == [2]


async def test_one_that_fails_stops_no_other(store: SqlStore, probe: Probe) -> None:
    carrier = Carrier(world_of(store, Clock()))
    rows = [stored(store, key) for key in "abcd"]
    probe.fails = [FAULT]
    await asyncio.gather(*map(carrier.carry_out, rows))
    assert [effect(store, key).done for key in "abcd"].count(True) == 3
    assert probe.tried == 4


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (Undeliverable("404 ConversationNotFound", "chat-gone"), ("warning", "workflow.put_off")),
        (FAULT, ("error", "workflow.failed")),
    ],
)
async def test_that_a_chat_takes_nothing_is_told_as_no_fault_of_ours(
    store: SqlStore, probe: Probe, error: Exception, told: tuple[str, str]
) -> None:
    probe.fails = [error]
    with capture_logs() as lines:
        await Carrier(world_of(store, Clock())).carry_out(stored(store))
    assert [(line["log_level"], line["event"]) for line in lines] == [told]


async def test_what_could_not_be_written_down_keeps_nobody_waiting(
    store: SqlStore, probe: Probe
) -> None:
    """Whoever waits is told, and what is done afterwards is written down again."""
    carrier = Carrier(world_of(store, Clock()))
    rows = [stored(store, key) for key in "ab"]
    renamed(store, "done", "gone")
    with pytest.raises(DBAPIError, match="done"):
        await asyncio.wait_for(carrier.carry_out(rows[0]), 30)
    renamed(store, "gone", "done")
    await asyncio.wait_for(carrier.carry_out(rows[1]), 30)
    assert [effect(store, key).done for key in "ab"] == [False, True]


def renamed(store: SqlStore, before: str, after: str) -> None:
    with store.engine.begin() as connection:
        connection.execute(text(f"ALTER TABLE effects RENAME COLUMN {before} TO {after}"))


async def test_an_attempt_that_others_have_taken_over_ends_nothing(
    store: SqlStore, probe: Probe
) -> None:
    before = stored(store)
    store.run_now(lambda uow: uow.effects.put(Effect("e", "probe", "s", attempt=2, flow="newer")))
    probe.fails = [FAULT]
    await Carrier(world_of(store, Clock())).carry_out(before)
    assert (effect(store).attempt, effect(store).flow) == (2, "newer")


async def test_what_two_replicas_claim_is_given_to_one(migrated_url: str, store: SqlStore) -> None:
    """Each effect to whoever asks first; nobody waits for the other one."""
    waiting = [Effect(str(n), "probe", "s", cycle_id="c") for n in range(6)]
    store.run_now(lambda uow: uow.effects.put_all(waiting))
    other = SqlStore(migrated_url, MultiFernet([Fernet(Fernet.generate_key())]))
    found: list[str] = []

    def claim(uow: UnitOfWork) -> None:
        ready = uow.ready(NOW, 3)
        found.extend(each.id for each in ready)
        uow.effects.put_all(Effect(**{**vars(each), "flow": "f"}) for each in ready)

    try:
        await asyncio.gather(store.run(claim), other.run(claim))
    finally:
        other.close()
    assert sorted(found) == list("012345")
    assert store.read_now(lambda uow: uow.ready(NOW, 10)) == []


async def test_what_is_ready_is_what_nobody_carries_out_and_whose_time_has_come(
    store: SqlStore,
) -> None:
    rows = [
        Effect("a", "probe", "s"),
        Effect("b", "probe", "s", not_before=NOW),
        Effect("c", "probe", "s", not_before=NOW + timedelta(seconds=1)),
        Effect("d", "probe", "s", flow="f"),
        Effect("e", "probe", "s", done=True),
        Effect("f", "other", "s"),
    ]
    store.run_now(lambda uow: uow.effects.put_all(rows))
    assert [each.id for each in store.run_now(lambda uow: uow.ready(NOW, 9))] == ["a", "f", "b"]
    assert [e.id for e in store.run_now(lambda uow: uow.ready(NOW, 9, ["probe"]))] == ["a", "b"]
    assert [e.id for e in store.read_now(lambda uow: uow.ready(NOW, 1))] == ["a"]
    assert await store.glance(lambda uow: uow.ready_kinds(NOW)) == {"probe", "other"}


def test_what_was_done_is_written_down_for_these_alone(store: SqlStore) -> None:
    store.run_now(
        lambda uow: uow.effects.put_all(Effect(each, "probe", "s", flow="f") for each in "abc")
    )
    store.run_now(lambda uow: uow.mark_done(["a", "c"], NOW))
    marked = store.read_now(lambda uow: uow.effects.columns("id", "done_at", id=list("abc")))
    assert marked == [("a", NOW), ("b", None), ("c", NOW)]


async def test_a_step_brings_what_it_brings() -> None:
    async def brings() -> int:
        return 7

    assert await patiently("step", brings) == 7

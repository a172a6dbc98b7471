"""Timers: what falls due happens once, in the cycle that waits for it, and not before."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import pytest

from mentoring.domain.errors import Unavailable
from mentoring.domain.upkeep import Timer
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common import timers
from mentoring.usecases.common.timers import (
    Due,
    fire_after_all,
    fire_due,
    set_timer,
    timer_of,
    when_due,
)
from tests.usecases.company import FIRST, NOW, SECOND, Company, all_of, asked_for, put

Rung = list[tuple[str, str, str]]
SOON = NOW + timedelta(hours=1)
EGG, UNHEARD_OF = (Due(name, lambda _uow, _moment, _timer: None) for name in ("egg", "unheard of"))


@pytest.fixture
def rung(monkeypatch: pytest.MonkeyPatch) -> Rung:
    """What the rule for eggs was asked to look at: subject, the unit's cycle, the moment's."""
    seen: Rung = []
    monkeypatch.setattr(timers, "TIMERS", {})

    @when_due()
    def egg(uow: UnitOfWork, moment: Moment, timer: Timer) -> None:
        seen.append((timer.subject_id, uow.cycle_id, moment.cycle.id))

    return seen


async def test_nothing_happens_before_its_time_and_then_once(
    programmes: Company, rung: Rung
) -> None:
    await programmes.first.run(lambda uow, _: set_timer(uow, EGG, "soft", SOON))
    assert await fire_due(programmes.unbound) == 0
    programmes.clock.moment = SOON
    assert [await fire_due(programmes.unbound) for _ in range(2)] == [1, 0]
    assert rung == [("soft", FIRST, FIRST)]


async def test_a_timer_rings_in_its_own_cycle(programmes: Company, rung: Rung) -> None:
    await programmes.second.run(lambda uow, _: set_timer(uow, EGG, "soft", NOW))
    await fire_due(programmes.unbound)
    assert rung == [("soft", SECOND, SECOND)]


async def test_a_timer_set_anew_takes_the_place_of_the_one_before(
    programmes: Company, rung: Rung
) -> None:
    for due in (NOW, SOON):
        await programmes.first.run(lambda uow, _, at: set_timer(uow, EGG, "soft", at), due)
    assert await fire_due(programmes.unbound) == 0
    assert [timer.due_at for timer in await all_of(programmes.first, "timers")] == [SOON]


async def test_two_may_wait_for_the_same_subject(programmes: Company, rung: Rung) -> None:
    def unit(uow: UnitOfWork, _moment: Moment) -> None:
        set_timer(uow, EGG, "soft", NOW, suffix=":eva")
        uow.timers.put(timer_of(EGG, "soft", NOW, suffix=":jan"))

    await programmes.first.run(unit)
    assert await fire_due(programmes.unbound) == 2


async def test_the_longest_due_comes_first_and_the_rest_next_time(
    programmes: Company, rung: Rung
) -> None:
    for hours, name in ((1, "late"), (3, "early"), (2, "middle")):
        await put(programmes.first, "timers", timer_of(EGG, name, NOW - timedelta(hours=hours)))
    assert [await fire_due(programmes.unbound, limit=2) for _ in range(2)] == [2, 1]
    assert [subject for subject, *_ in rung] == ["early", "middle", "late"]


async def test_what_another_replica_has_put_off_meanwhile_waits(
    programmes: Company, rung: Rung
) -> None:
    seen = timer_of(EGG, "soft", NOW)
    await programmes.first.run(lambda uow, _: set_timer(uow, EGG, "soft", SOON))
    await programmes.first.run(timers._fire, seen, NOW)
    assert rung == []
    assert len(await all_of(programmes.first, "timers")) == 1


async def test_what_another_replica_has_done_meanwhile_is_not_done_again(
    programmes: Company, rung: Rung
) -> None:
    await programmes.first.run(timers._fire, timer_of(EGG, "soft", NOW), NOW)
    assert rung == []


async def test_a_rule_may_set_its_own_timer_again(
    programmes: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timers, "TIMERS", {})

    @when_due()
    def egg(uow: UnitOfWork, moment: Moment, timer: Timer) -> None:
        set_timer(uow, EGG, timer.subject_id, moment.now + timedelta(days=1))

    await programmes.first.run(lambda uow, _: set_timer(uow, EGG, "soft", NOW))
    await fire_due(programmes.unbound)
    waiting = await all_of(programmes.first, "timers")
    assert [timer.due_at for timer in waiting] == [NOW + timedelta(days=1)]


def _falls(_uow: UnitOfWork, _moment: Moment, _timer: Timer) -> None:
    raise ZeroDivisionError("by zero")


class TestARuleThatFails:
    """It was tried every two minutes for ever, and nobody ever heard of it but the log."""

    @pytest.fixture
    async def fallen(self, programmes: Company, monkeypatch: pytest.MonkeyPatch) -> Company:
        """The rule for eggs has failed once."""
        monkeypatch.setattr(timers, "TIMERS", {})
        when_due(stored_as="egg")(_falls)
        await programmes.first.run(lambda uow, _: set_timer(uow, EGG, "soft", NOW))
        with pytest.RaisesGroup(pytest.RaisesExc(ZeroDivisionError, match="by zero")):
            await fire_due(programmes.unbound)
        return programmes

    async def test_is_tried_again_until_owners_hear_of_it(self, fallen: Company) -> None:
        [again] = await all_of(fallen.first, "effects", kind=fire_after_all.name)
        assert (again.not_before, again.cycle_id) == (NOW + timers.AFTER_A_FAULT, FIRST)
        assert fire_after_all.is_heard_of
        with pytest.raises(ZeroDivisionError, match="by zero"):
            await fire_after_all(fallen.first, again.subject_id)
        assert len(await all_of(fallen.first, "timers")) == 1
        assert await fire_due(fallen.unbound) == 0, "the loop leaves it alone meanwhile"

    async def test_rings_once_after_all(
        self, fallen: Company, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        rung = list[str]()
        mended = Due("egg", lambda _uow, _moment, timer: rung.append(timer.subject_id))
        monkeypatch.setattr(timers, "TIMERS", {"egg": mended})
        [again] = await asked_for(fallen.first, fire_after_all.name)
        for _ in range(2):
            await fire_after_all(fallen.first, again)
        assert (rung, await all_of(fallen.first, "timers")) == (["soft"], [])

    async def test_does_not_ring_where_it_was_set_anew_meanwhile(self, fallen: Company) -> None:
        await fallen.first.run(lambda uow, _: set_timer(uow, EGG, "soft", SOON))
        [again] = await asked_for(fallen.first, fire_after_all.name)
        await fire_after_all(fallen.first, again)
        assert [each.due_at for each in await all_of(fallen.first, "timers")] == [SOON]

    async def test_falls_due_once_more_where_nobody_has_had_it_tried(self, fallen: Company) -> None:
        fallen.clock.moment = NOW + timers.SET_ASIDE
        with pytest.RaisesGroup(ZeroDivisionError):
            await fire_due(fallen.unbound)
        assert len(await asked_for(fallen.first, fire_after_all.name)) == 2


async def test_rules_that_fail_hold_up_none_of_those_behind_them(
    programmes: Company, rung: Rung
) -> None:
    """They are tried again a while later, so that even many of them leave the others their turn."""
    when_due(stored_as="shell")(_falls)
    shell = timers.TIMERS["shell"]
    for name in ("a", "b"):
        await put(programmes.first, "timers", timer_of(shell, name, NOW - timedelta(hours=1)))
    await programmes.first.run(lambda uow, _: set_timer(uow, EGG, "soft", NOW))
    with pytest.RaisesGroup(ZeroDivisionError, ZeroDivisionError):
        await fire_due(programmes.unbound, limit=2)
    assert [await fire_due(programmes.unbound, limit=2) for _ in range(2)] == [1, 0]
    assert rung == [("soft", FIRST, FIRST)]
    assert len(await asked_for(programmes.first, fire_after_all.name)) == 2


async def test_while_the_database_is_away_no_timer_is_put_off(
    programmes: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timers, "TIMERS", {})

    @when_due()
    def egg(_uow: UnitOfWork, _moment: Moment, _timer: Timer) -> None:
        raise Unavailable("away")

    await programmes.first.run(lambda uow, _: set_timer(uow, EGG, "soft", NOW))
    with pytest.raises(Unavailable, match="away"):
        await fire_due(programmes.unbound)
    assert [each.due_at for each in await all_of(programmes.first, "timers")] == [NOW]


async def test_a_timer_of_a_cycle_that_is_gone_goes_and_those_behind_it_fall_due(
    programmes: Company, rung: Rung
) -> None:
    gone = replace(timer_of(EGG, "gone", NOW - timedelta(hours=1)), cycle_id="p1t9")
    await programmes.store.run(lambda uow: uow.timers.put(gone))
    await programmes.first.run(lambda uow, _: set_timer(uow, EGG, "soft", NOW))
    assert [await fire_due(programmes.unbound) for _ in range(2)] == [2, 0]
    assert rung == [("soft", FIRST, FIRST)]


async def test_a_timer_without_a_rule_says_what_to_write(programmes: Company) -> None:
    await programmes.first.run(lambda uow, _: set_timer(uow, UNHEARD_OF, "soft", NOW))
    with pytest.RaisesGroup(pytest.RaisesExc(KeyError, match="write one with @when_due")):
        await fire_due(programmes.unbound)


@dataclass
class Jumping:
    """A clock that shows these moments one after another, and the last one from then on."""

    moments: list[datetime]

    def now(self) -> datetime:
        return self.moments.pop(0) if len(self.moments) > 1 else self.moments[0]


class TestAWrongClock:
    """issue 13: one replica's clock is a minute off, or jumps."""

    MINUTE = timedelta(minutes=1)

    async def test_what_a_fast_clock_has_done_no_other_does_again(
        self, programmes: Company, rung: Rung
    ) -> None:
        await programmes.first.run(lambda uow, _: set_timer(uow, EGG, "soft", SOON))
        fast = replace(programmes.unbound, clock=Jumping([SOON]))
        assert await fire_due(fast) == 1
        programmes.clock.moment = SOON + self.MINUTE
        assert await fire_due(programmes.unbound) == 0
        assert rung == [("soft", FIRST, FIRST)]

    async def test_what_a_slow_clock_leaves_the_others_do(
        self, programmes: Company, rung: Rung
    ) -> None:
        await programmes.first.run(lambda uow, _: set_timer(uow, EGG, "soft", SOON))
        programmes.clock.moment = SOON
        slow = replace(programmes.unbound, clock=Jumping([SOON - self.MINUTE]))
        assert [await fire_due(each) for each in (slow, programmes.unbound, slow)] == [0, 1, 0]
        assert len(rung) == 1

    @pytest.mark.parametrize("jump", [-60 * MINUTE, -MINUTE, MINUTE, 60 * MINUTE])
    async def test_while_it_jumps_each_rings_once(
        self, programmes: Company, rung: Rung, jump: timedelta
    ) -> None:
        for name in ("soft", "hard"):
            await programmes.first.run(lambda uow, _, egg: set_timer(uow, EGG, egg, SOON), name)
        jumping = replace(programmes.unbound, clock=Jumping([SOON, SOON + jump]))
        programmes.clock.moment = SOON + jump
        assert [await fire_due(jumping) for _ in range(2)] == [2, 0]
        programmes.clock.moment = SOON
        assert await fire_due(programmes.unbound) == 0
        assert sorted(subject for subject, *_ in rung) == ["hard", "soft"]

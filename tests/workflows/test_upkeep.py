"""The loops of a replica look when something was written for them, and end when they are told
to.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, replace
from typing import Any, cast

import pytest

from graph.own_lanes import OwnLanes
from mentoring.domain.errors import Unavailable
from mentoring.domain.posting import Posting, Written
from mentoring.usecases.common import changes, updating
from mentoring.usecases.enrolment.card import enrolment_card
from mentoring.workflows.upkeep import APART_SECONDS, BREATH_SECONDS, TELLING, Upkeep

NOTHING = cast("Any", None)
LONG = 30.0


class Looks:
    """Loops that only count how often they look."""

    def __init__(self) -> None:
        self.upkeep = Upkeep(NOTHING, NOTHING, OwnLanes())
        self.seen: dict[str, int] = {}
        for name in (*TELLING, "beat"):
            self.seen[name] = 0
            self.upkeep._begin(name, lambda name=name: self._look(name), LONG)  # type: ignore[misc]

    async def _look(self, name: str) -> None:
        self.seen[name] += 1

    async def after(self, breaths: float = 1.5) -> dict[str, int]:
        """How often each has looked, when there was time for it."""
        await asyncio.sleep(breaths * max(BREATH_SECONDS.values()))
        return dict(self.seen)


@pytest.mark.parametrize("turns", range(6))
async def test_a_loop_that_was_just_stirred_still_ends(turns: int) -> None:
    """A stop that came in the same moment as a stir was swallowed (asyncio.wait_for before Python
    3.12), and the server hung.
    """
    looks = Looks()
    for _ in range(5):
        await asyncio.sleep(0)
    looks.upkeep.stir()
    for _ in range(turns):
        await asyncio.sleep(0)
    loops = tuple(looks.upkeep._tasks)
    async with asyncio.timeout(60):
        await looks.upkeep.stop()
    assert {loop.done() for loop in loops} == {True}


@pytest.mark.parametrize(
    ("rows", "looking"),
    [
        ({"effects"}, {"effects"}),
        ({"postings", "enrolments"}, {"cards"}),
        ({"timers", "effects"}, {"timers", "effects"}),
        ({"facts"}, {"tidying"}),
        ({"people", "heartbeats"}, set()),
    ],
)
async def test_only_the_loops_look_for_which_something_was_written(
    rows: set[str], looking: set[str]
) -> None:
    looks = Looks()
    before = await looks.after()
    looks.upkeep.written(rows)
    after = await looks.after()
    assert {name for name in after if after[name] > before[name]} == looking
    await looks.upkeep.stop()


async def test_much_that_is_written_at_once_is_looked_at_together() -> None:
    looks = Looks()
    before = await looks.after()
    for _ in range(100):
        looks.upkeep.written({"postings"})
        await asyncio.sleep(0)
    after = await looks.after()
    assert after["cards"] - before["cards"] < 10
    await looks.upkeep.stop()


async def test_signs_of_life_are_given_at_their_own_pace() -> None:
    looks = Looks()
    before = await looks.after()
    looks.upkeep.stir()
    after = await looks.after()
    assert {name for name in after if after[name] > before[name]} == set(TELLING)
    await looks.upkeep.stop()


async def test_what_a_loop_writes_itself_is_no_reason_for_it_to_look() -> None:
    looks = Looks()
    before = await looks.after()

    async def write() -> int:
        looks.upkeep.written({"postings", "effects"})
        return 0

    showing = asyncio.create_task(write())
    looks.upkeep._showing["p"] = showing
    await asyncio.gather(showing, asyncio.create_task(write(), name="cards"))
    after = await looks.after()
    assert {name for name in after if after[name] > before[name]} == {"effects"}
    await looks.upkeep.stop()


@dataclass
class Messages:
    """Messages into which one card after another is put; each update takes until ``go``."""

    go: asyncio.Event = field(default_factory=asyncio.Event)
    given: list[tuple[str, int]] = field(default_factory=list)

    async def update(self, posting: Posting) -> int:
        self.given.append((posting.id, posting.wanted))
        await self.go.wait()
        return posting.wanted


@dataclass
class Postings:
    """The rows of the postings, and how often anybody wrote into them."""

    rows: dict[str, Posting] = field(default_factory=dict)
    notes: list[dict[str, int]] = field(default_factory=list)

    def of(self, _cycle_id: str) -> Postings:
        """They all belong to one cycle."""
        return self

    async def run(self, _unit: Any, written: dict[str, Written]) -> list[str]:
        self.notes.append({key: each.version for key, each in written.items()})
        self.rows |= {
            key: replace(self.rows[key], shown=each.version) for key, each in written.items()
        }
        return []

    @property
    def store(self) -> Postings:
        """They are their own store."""
        return self

    async def glance(self, unit: Any) -> Any:
        """Those that are behind; nothing shared has changed, and everybody can be reached."""
        if unit is updating.behind:
            return [row for row in self.rows.values() if row.is_behind]
        return unit is not changes._any_change


def behind(key: str, wanted: int = 2, kind: str = enrolment_card.name) -> Posting:
    return Posting(key, kind, key, "p", "chat", "https://s.example/", "a", wanted=wanted, shown=1)


async def showing(
    *standing: Posting, lanes: OwnLanes | None = None
) -> tuple[Upkeep, Messages, Postings]:
    """A cards' loop over these postings, which has not looked yet."""
    messages, rows = Messages(), Postings({each.id: each for each in standing})
    rows.messenger = messages  # type: ignore[attr-defined]  # the part of a world that is needed here
    upkeep = Upkeep(cast("Any", rows), NOTHING, lanes or OwnLanes())
    upkeep._stirred["cards"] = asyncio.Event()
    return upkeep, messages, rows


async def test_a_message_that_is_being_updated_is_not_updated_beside_that() -> None:
    upkeep, messages, _ = await showing(behind("a"))
    upkeep.show(behind("a"))
    upkeep.show(behind("a", 3))
    await upkeep._cards()
    await asyncio.sleep(0)
    assert messages.given == [("a", 2)]
    await upkeep.stop()


async def test_what_many_messages_show_is_noted_in_one_unit() -> None:
    upkeep, messages, rows = await showing(*(behind(key) for key in "abc"))
    messages.go.set()
    await upkeep._cards()
    await asyncio.gather(*upkeep._showing.values())
    await asyncio.sleep(0)
    await upkeep._cards()
    assert rows.notes == [{"a": 2, "b": 2, "c": 2}]
    assert len(messages.given) == 3


async def test_a_message_that_shows_the_newest_is_not_updated_again_before_that_is_noted() -> None:
    upkeep, messages, _ = await showing(behind("a"))
    messages.go.set()
    upkeep.show(behind("a"))
    await asyncio.gather(*upkeep._showing.values())
    await asyncio.sleep(0)
    await upkeep.lanes.let_go({"card a": upkeep._held["card a"]}, 0)
    upkeep.show(behind("a"))
    upkeep.show(behind("a", 3))
    await asyncio.sleep(0)
    assert messages.given == [("a", 2), ("a", 3)]
    await upkeep.stop()


async def test_of_two_replicas_one_updates_a_message() -> None:
    """L7: both sent each update."""
    lanes = OwnLanes()
    (one, first, _), (other, second, _) = [
        await showing(*(behind(key) for key in "abc"), lanes=lanes) for _ in range(2)
    ]
    other.show(behind("b"))
    await asyncio.gather(one._cards(), other._cards())
    await asyncio.sleep(0)
    assert sorted(first.given + second.given) == [("a", 2), ("b", 2), ("c", 2)]
    assert ("b", 2) in second.given
    await one.stop()
    await other.stop()


async def test_what_many_look_at_is_updated_at_most_every_two_seconds_to_the_latest_state(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """L7: 23 of 26 gaps were shorter."""
    monkeypatch.setattr("mentoring.workflows.upkeep.APART_SECONDS", 0.3)
    upkeep, messages, rows = await showing(behind("a", kind="status"))
    messages.go.set()
    began = asyncio.get_running_loop().time()
    await upkeep._cards()
    await asyncio.gather(*upkeep._showing.values())
    for wanted in (3, 4, 5):
        rows.rows["a"] = replace(rows.rows["a"], wanted=wanted)
        await upkeep._cards()
        upkeep.show(rows.rows["a"])
        await asyncio.sleep(0.01)
    assert messages.given == [("a", 2)]
    upkeep._stirred["cards"].clear()
    await upkeep._stirred["cards"].wait()  # it looks once more by itself
    await upkeep._cards()
    await asyncio.sleep(0)
    assert messages.given == [("a", 2), ("a", 5)]
    assert asyncio.get_running_loop().time() - began >= 0.3
    await upkeep.stop()


@pytest.mark.parametrize("noted", [False, True])
async def test_a_card_of_one_person_follows_each_press(*, noted: bool) -> None:
    """Their other device showed it four seconds late when they pressed twice."""
    upkeep, messages, _ = await showing(behind("a"))
    messages.go.set()
    for wanted in (2, 3, 4):
        upkeep.show(behind("a", wanted))
        await asyncio.gather(*upkeep._showing.values())
        await asyncio.sleep(0)
        if noted:
            await upkeep._cards()
    assert messages.given == [("a", 2), ("a", 3), ("a", 4)]
    await upkeep.stop()


@pytest.mark.parametrize("arrived", [False, True])
async def test_a_message_that_is_updated_while_the_last_time_is_noted_stays_this_replicas(
    *, arrived: bool
) -> None:
    lanes = OwnLanes()
    upkeep, messages, rows = await showing(behind("a"), lanes=lanes)
    messages.go.set()
    upkeep.show(behind("a"))
    await asyncio.gather(*upkeep._showing.values())
    await asyncio.sleep(0)
    note = rows.run

    async def noted_meanwhile(_unit: Any, written: dict[str, Written]) -> list[str]:
        if not arrived:
            messages.go.clear()
        upkeep.show(behind("a", 3))
        for _ in range(5):
            await asyncio.sleep(0)
        return await note(_unit, written)

    rows.run = noted_meanwhile  # type: ignore[method-assign]
    await upkeep._cards()
    assert messages.given == [("a", 2), ("a", 3)]
    assert not await lanes.take(["card a"], 1)
    await upkeep.stop()


async def test_a_message_that_could_not_be_updated_is_tried_again_by_whoever_comes_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("mentoring.workflows.upkeep.APART_SECONDS", 0.05)
    lanes = OwnLanes()
    upkeep, messages, _ = await showing(behind("a"), lanes=lanes)

    async def away(posting: Posting) -> int:
        raise Unavailable("Teams is away")

    messages.update = away  # type: ignore[method-assign]
    await upkeep._cards()
    await asyncio.gather(*upkeep._showing.values(), return_exceptions=True)
    await asyncio.sleep(0.1)
    assert set(await lanes.take(["card a"], 1)) == {"card a"}
    await upkeep.stop()


async def test_a_message_that_another_replica_has_taken_over_stays_with_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Who was too slow let it go all the same, and a third one wrote into it at the same time."""
    monkeypatch.setattr("mentoring.workflows.upkeep.SENT_SECONDS", 0.05)
    monkeypatch.setattr("mentoring.workflows.upkeep.APART_SECONDS", 0.0)
    lanes = OwnLanes()
    upkeep, messages, _ = await showing(behind("a"), lanes=lanes)
    await upkeep._cards()
    await asyncio.sleep(0.1)
    assert set(await lanes.take(["card a"], 60)) == {"card a"}
    messages.go.set()
    await asyncio.gather(*upkeep._showing.values())
    await asyncio.sleep(0)
    await upkeep._cards()
    assert await lanes.take(["card a"], 60) == {}
    await upkeep.stop()


@pytest.mark.parametrize("looks_anyway", [False, True])
async def test_a_press_in_the_moment_in_which_its_message_is_let_go_is_shown_in_the_next_one(
    *, looks_anyway: bool
) -> None:
    """It was found to be taken, and shown two seconds later, though it came free at once."""
    lanes = OwnLanes()
    upkeep, messages, rows = await showing(behind("a", 3), lanes=lanes)
    messages.go.set()
    if looks_anyway:
        upkeep._look_again(APART_SECONDS)
    taken = await lanes.take(["card a"], 60)
    upkeep.show(rows.rows["a"])
    await asyncio.gather(*upkeep._showing.values())
    await lanes.let_go(taken, 0)
    assert upkeep._again
    assert upkeep._again.when() <= asyncio.get_running_loop().time() + BREATH_SECONDS["cards"]
    async with asyncio.timeout(60):
        await upkeep._stirred["cards"].wait()
    await upkeep._cards()
    await asyncio.sleep(0)
    assert messages.given == [("a", 3)]
    await upkeep.stop()


async def test_a_message_that_is_up_to_date_is_left_alone() -> None:
    upkeep, messages, _ = await showing()
    upkeep.show(replace(behind("a"), shown=2))
    upkeep.show(replace(behind("b"), activity_id=""))
    await asyncio.sleep(0)
    assert messages.given == []

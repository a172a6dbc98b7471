"""What somebody writes is obeyed once, however often and to whichever replica it is delivered."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, cast

import pytest
from cryptography.fernet import Fernet, MultiFernet

import cards.catalogue  # noqa: F401 - cards register themselves
from bot import commands, handlers  # noqa: F401 - commands and handlers register themselves
from bot.commands import understanding
from bot.commands.registry import Command
from bot.desk import Desk
from bot.listening import Listening
from bot.owners import Owners
from bot.portraits import Portraits
from bot.router import Router
from bot.screen import Screen
from bot.turn import Inbound, Turn
from mentoring.domain.programme import Programme
from mentoring.notices import Notice, Said
from mentoring.ports.messenger import Chat
from mentoring.storage.store import SqlStore
from mentoring.usecases.common.hearing import left_by, obey_after_all
from tests.databases import migrated_sqlite
from tests.worlds import world_of

NOBODY = cast("Any", None)
NOW = datetime(2027, 2, 1, 8, tzinfo=UTC)


@dataclass
class Watch:
    """A clock that is set by hand."""

    moment: datetime = NOW

    def now(self) -> datetime:
        return self.moment


CLOCK = Watch()


class NoOwners(Owners):
    """Nobody runs a programme."""

    async def teams_of(self, _person_id: str) -> tuple[str, ...]:
        return ()


class Obeyed:
    """A command that notes how often it was obeyed; the first times fail."""

    def __init__(self, failing: int = 0) -> None:
        self.times, self.failing = 0, failing

    async def __call__(self, *_: Any) -> Notice:
        await asyncio.sleep(0)
        if self.failing:
            self.failing -= 1
            raise RuntimeError("a fault of ours")
        self.times += 1
        return Said.of("thanks")


@pytest.fixture
def replicas(tmp_path: Path) -> Iterator[list[Router]]:
    """Two, on one database."""
    url, cipher = migrated_sqlite(tmp_path), MultiFernet([Fernet(Fernet.generate_key())])
    stores = [SqlStore(url, cipher), SqlStore(url, cipher)]
    yield [
        Router(_desk(store), lambda _: None, replica=f"replica-{number}")
        for number, store in enumerate(stores)
    ]
    for store in stores:
        store.close()


def _desk(store: SqlStore) -> Desk:
    world = world_of(store, CLOCK, Programme())
    screen = Screen(store, world.moments, Portraits(NOBODY))
    return Desk(world, NoOwners(NOBODY, ["owners"], NOBODY), screen)


@pytest.fixture
def obeyed(monkeypatch: pytest.MonkeyPatch) -> Obeyed:
    made = Obeyed()
    found = Command("help", "everybody", made), ""
    monkeypatch.setattr(understanding, "find", lambda _text: found)
    monkeypatch.setattr(CLOCK, "moment", NOW)
    return made


def message(key: str, chat: str = "19:eva") -> Turn:
    raw = {
        "type": "message", "id": key, "text": "help", "channelId": "msteams",
        "serviceUrl": "https://s.example/", "from": {"id": "29:x", "aadObjectId": "eva"},
        "recipient": {"id": "28:bot"}, "conversation": {"id": chat, "conversationType": "personal"},
    }  # fmt: skip
    return Turn(Inbound.model_validate(raw))


async def said(router: Router, *turns: Turn) -> int:
    """How often the bot answers what is delivered at the same moment."""
    answers: list[Mapping[str, Any]] = []

    async def reply(answer: Mapping[str, Any]) -> str:
        answers.append(answer)
        return "a"

    await asyncio.gather(*(router(turn, reply) for turn in turns))
    return len(answers)


async def test_what_is_delivered_twice_at_the_same_moment_is_obeyed_once(
    replicas: list[Router], obeyed: Obeyed
) -> None:
    assert await said(replicas[0], message("m"), message("m")) == 1
    assert obeyed.times == 1


async def test_also_by_two_replicas(replicas: list[Router], obeyed: Obeyed) -> None:
    answered = await asyncio.gather(*(said(each, message("m")) for each in replicas))
    assert (sum(answered), obeyed.times) == (1, 1)


async def test_also_a_while_later(replicas: list[Router], obeyed: Obeyed) -> None:
    """Teams waits ten to fifteen seconds for an answer."""
    assert await said(replicas[0], message("m")) == 1
    CLOCK.moment += timedelta(seconds=20)
    assert await said(replicas[1], message("m")) == 0
    assert obeyed.times == 1


@pytest.mark.parametrize("other", [message("n"), message("m", "19:jan")])
async def test_another_message_is_another_command(
    replicas: list[Router], obeyed: Obeyed, other: Turn
) -> None:
    await said(replicas[0], message("m"))
    assert await said(replicas[0], other) == 1
    assert obeyed.times == 2


async def test_without_an_id_nothing_is_known_again(replicas: list[Router], obeyed: Obeyed) -> None:
    assert await said(replicas[0], message(""), message("")) == 2
    assert obeyed.times == 2


async def test_what_came_to_nothing_is_obeyed_when_it_is_delivered_again(
    replicas: list[Router], obeyed: Obeyed
) -> None:
    obeyed.failing = 1
    with pytest.raises(RuntimeError, match="a fault of ours"):
        await said(replicas[0], message("m"))
    assert await said(replicas[1], message("m")) == 1
    assert obeyed.times == 1


async def test_of_what_was_obeyed_only_that_is_kept(replicas: list[Router], obeyed: Obeyed) -> None:
    await said(replicas[0], message("m"))
    [kept] = await replicas[0]._desk.world.read(lambda uow, _: uow.heard.all())
    assert (kept.person_id, kept.said, kept.by) == ("eva", "", "")
    assert not await replicas[0]._desk.world.read(lambda uow, _: uow.timers.all())


@dataclass
class WayOut:
    """The way out: what was said where."""

    heard: list[str] = field(default_factory=list)

    async def say(self, chat: Chat, _message: Mapping[str, Any]) -> str:
        self.heard.append(chat.conversation)
        return "a"


async def dying(replica: Router, monkeypatch: pytest.MonkeyPatch) -> asyncio.Task[int]:
    """The replica has heard the message, and will never come to obey it."""
    begun = asyncio.Event()

    async def dies(*_: object) -> None:
        begun.set()
        await asyncio.Event().wait()

    monkeypatch.setattr(replica._hearing, "obey", dies)
    lost = asyncio.create_task(said(replica, message("m")))
    await begun.wait()
    return lost


async def obeyed_elsewhere(replica: Router) -> list[str]:
    """Where the other one answers that obeys after all, however often it is begun."""
    out = WayOut()
    world = replace(replica._desk.world, listener=Listening(cast("Any", out), replica))
    await world.run(left_by, "replica-0")
    orders = await world.read(lambda uow, _: uow.effects.all(kind=obey_after_all.name))
    for order in [*orders] * 2:
        await obey_after_all(world, order.subject_id)
    return out.heard


async def test_what_a_replica_has_not_obeyed_before_it_died_is_obeyed_once_by_another(
    replicas: list[Router], obeyed: Obeyed, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was noted as heard, so that it was skipped when it was delivered again."""
    lost = await dying(replicas[0], monkeypatch)
    assert await said(replicas[1], message("m")) == 0
    assert await obeyed_elsewhere(replicas[1]) == ["19:eva"]
    assert obeyed.times == 1
    lost.cancel()
    await asyncio.wait({lost})


async def test_also_what_it_did_not_come_to_when_it_was_stopped(
    replicas: list[Router], obeyed: Obeyed, monkeypatch: pytest.MonkeyPatch
) -> None:
    lost = await dying(replicas[0], monkeypatch)
    lost.cancel()
    await asyncio.wait({lost})
    assert await obeyed_elsewhere(replicas[1]) == ["19:eva"]


async def test_a_fault_of_ours_that_is_met_then_is_told(
    replicas: list[Router], obeyed: Obeyed, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is not tried again."""
    lost = await dying(replicas[0], monkeypatch)
    lost.cancel()
    await asyncio.wait({lost})
    obeyed.failing = 1
    out = WayOut()
    listener = Listening(cast("Any", out), replicas[1])
    with pytest.raises(RuntimeError, match="a fault of ours"):
        await listener.obey(message("m").as_sent)
    assert (obeyed.times, out.heard) == (0, ["19:eva"])

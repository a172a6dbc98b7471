"""The bot's desk without Teams: what renders a card and takes a press, over rows of a test."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, cast

import cards.catalogue  # noqa: F401 - cards register themselves
from bot import commands, handlers  # noqa: F401 - commands and handlers register themselves
from bot.desk import Desk
from bot.owners import Owners
from bot.portraits import Portraits
from bot.screen import Screen
from cards.sessions.tandem import CardWording
from mentoring.domain.people import Profile
from mentoring.ports.world import World
from mentoring.storage.store import SqlStore
from mentoring.usecases.common.showing import settle
from mentoring.usecases.programme.moments import ReadMoments
from mentoring.usecases.trial.imagined import imagined
from tests.cards.furnished import DEPUTY, NOW, OTHER_TEAM, OWNER, OWNERS_TEAM, guid
from tests.matcher import InThisProcess
from tests.people import berliner
from tests.worlds import by_half

NOBODY = cast("Any", None)


@dataclass(frozen=True)
class Standing:
    """A clock that stands."""

    def now(self) -> datetime:
        return NOW.astimezone(UTC)


class Outside:
    """Directory, teams and chats, as far as a press reaches them."""

    hands_over_files = True

    async def find(self, text: str) -> tuple[Profile, ...]:
        name = text.partition("@")[0].lower()
        return (berliner(guid(name), name.title(), text),)

    async def find_each(self, words: Sequence[str]) -> dict[str, tuple[Profile, ...]]:
        return {each: await self.find(each) for each in words}

    async def profile(self, person: str) -> Profile:
        return berliner(person, "Mia", "mia@firma.example")

    async def names(self, ids: Iterable[str]) -> dict[str, str]:
        return dict.fromkeys(ids, "Ute Still")

    async def standings(self, _ids: Iterable[str], _depth: int | None) -> dict[str, object]:
        return {}

    async def photo(self, _person: str) -> str:
        return ""

    async def members(self, _team: str) -> frozenset[str]:
        return frozenset({OWNER, DEPUTY})


def desk_over(store: SqlStore) -> Desk:
    """The desk over these rows, at the moment at which they are furnished."""
    outside, clock = cast("Any", Outside()), Standing()
    moments = ReadMoments(clock, CardWording, {}, 200, by_half)
    world = World(
        store=store,
        moments=moments,
        settle=settle,
        clock=clock,
        directory=outside,
        calendar=NOBODY,
        channels=outside,
        messenger=outside,
        matcher=InThisProcess(),
        imagined=imagined,
    )
    owners = Owners(outside, [OWNERS_TEAM, OTHER_TEAM], NOBODY)
    return Desk(world, owners, Screen(store, moments, Portraits(outside)))

"""What handlers and commands work with, put together once by the composition root."""

from __future__ import annotations

from dataclasses import dataclass

from bot.messenger import Screen
from bot.owners import Owners
from bot.turn import Turn
from cards.kit.words import Words
from mentoring.domain.people import Language
from mentoring.domain.programme import Programme
from mentoring.ports.world import World
from mentoring.usecases.common.people import spoken


@dataclass(frozen=True)
class Desk:
    """The world, the owners, and the screen that turns postings into cards."""

    world: World
    owners: Owners
    screen: Screen

    @property
    def programme(self) -> Programme:
        """The programme's facts."""
        return self.world.programme

    async def words(self, turn: Turn) -> Words:
        """The words for whoever speaks: their own language if we know them, else that of their Teams."""
        person = await self.world.store.read(lambda uow: uow.people.get(turn.person_id))
        language: Language = person.language if person else spoken(turn.locale, self.programme)
        return self.screen.words(language)

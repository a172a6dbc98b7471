"""What handlers and commands work with, put together once by the composition root."""

from __future__ import annotations

from dataclasses import dataclass

from bot.messenger import Screen, words_of
from bot.owners import Owners
from bot.turn import Turn
from cards.kit.words import Words
from mentoring.domain.people import Person
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.people import spoken


@dataclass(frozen=True)
class Desk:
    """The world, the owners, and the screen that turns postings into cards."""

    world: World
    owners: Owners
    screen: Screen

    async def words(self, turn: Turn) -> Words:
        """The words for whoever speaks: their own language if we know them, else that of their Teams."""
        return await self.world.glance(_words, turn)


def _words(uow: UnitOfWork, moment: Moment, turn: Turn) -> Words:
    return words_for(uow.people.get(turn.person_id), moment, turn)


def words_for(person: Person | None, moment: Moment, turn: Turn) -> Words:
    """The words for whoever speaks, known or not."""
    spoken_here = person.language if person else spoken(turn.locale, moment.programme)
    return words_of(moment, spoken_here)

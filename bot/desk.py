"""What handlers and commands work with, put together once by the composition root."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar
from zoneinfo import ZoneInfo

from bot.owners import Owners
from bot.screen import Screen
from bot.seen import words_of
from bot.turn import Turn
from cards.kit.words import Words
from mentoring.domain.language import language_of
from mentoring.domain.people import Person
from mentoring.ports.moment import Moment, Unit
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.own_tandem import Readers
from mentoring.usecases.programme.cycles import cycle_of_person, cycle_of_team
from mentoring.usecases.programme.period import today_of

T = TypeVar("T")


@dataclass(frozen=True)
class Desk:
    """The world, the owners, and the screen that turns postings into cards."""

    world: World
    owners: Owners
    screen: Screen

    def of(self, cycle_id: str) -> Desk:
        """The same desk, at work for a cycle."""
        return replace(self, world=self.world.of(cycle_id))

    async def of_owner(self, turn: Turn) -> Desk:
        """At work for the running cycle of the programme for which an owner speaks.

        Raises:
            Refusal: as ``Owners.require``.
        """
        team = await self.owners.require(turn)
        return self.of(await self.world.read(cycle_of_team, team))

    async def of_person(self, turn: Turn) -> Desk:
        """At work for the cycle in which somebody was last asked to take part."""
        return self.of(await self.world.read(cycle_of_person, turn.person_id))

    async def words(self, turn: Turn) -> Words:
        """The words for whoever speaks: their own language if we know them, else that of their
        Teams.
        """
        return await self.world.glance(_words, turn)

    async def today(self, turn: Turn) -> date:
        """The day that it is where whoever speaks is: by the clock that the directory knows, else
        by that of their Teams.
        """
        return await self.world.glance(_today, turn)


def _today(uow: UnitOfWork, moment: Moment, turn: Turn) -> date:
    person = uow.people.get(turn.person_id)
    known = person is not None and person.profile.zone_known
    if turn.zone and not known:
        return moment.now.astimezone(ZoneInfo(turn.zone)).date()
    return today_of(uow, moment, turn.person_id)


def _words(uow: UnitOfWork, moment: Moment, turn: Turn) -> Words:
    return words_for(uow.people.get(turn.person_id), moment, turn)


def words_for(person: Person | None, moment: Moment, turn: Turn) -> Words:
    """The words for whoever speaks, known or not."""
    spoken_here = person.language if person else language_of(turn.locale, moment.programme.language)
    return words_of(moment, spoken_here)


def readers_here(moment: Moment, turn: Turn) -> Readers:
    """Who reads what an owner is answered: in a channel every owner."""
    own = frozenset({turn.person_id})
    return own | frozenset(moment.home.owners) if turn.scope == "channel" else own


def for_readers(turn: Turn, use_case: Callable[..., T], *args: object, **more: object) -> Unit[T]:
    """What owners confirm, as a unit: ``use_case(uow, moment, *args, **more)`` with the ``readers``
    of the card that they have seen.
    """
    return lambda uow, moment: use_case(
        uow, moment, *args, readers=readers_here(moment, turn), **more
    )


def as_owner(turn: Turn, use_case: Callable[..., T], *args: object, **more: object) -> Unit[T]:
    """What an owner does about people, as a unit: ``use_case(uow, moment, owner, *args, **more)``
    with the ``readers`` who would read along.
    """
    return for_readers(turn, use_case, turn.person_id, *args, **more)

"""The end of what is recorded of a closed cycle: who was with whom, and who decided it.

It is kept for as many months as the programme sets, so that nobody is brought together twice. Then
the people go out of it; what stays are numbers: how many tandems there were, channels, sessions.
The owners' cards show that, and are forgotten after them: what nobody brings up to date any more
would keep the names for good.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import fields
from datetime import datetime, timedelta

from mentoring.domain.people import Person
from mentoring.domain.posting import Change, Posting
from mentoring.domain.programme import Programme
from mentoring.domain.upkeep import Effect, Fact, Timer
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork, UpTo, rows_of
from mentoring.ports.world import World
from mentoring.usecases.common.effects import ask, one_step
from mentoring.usecases.common.holdings import HOLDINGS, Until
from mentoring.usecases.common.showing import is_recorded_no_more
from mentoring.usecases.common.timers import set_timer, when_due
from mentoring.usecases.privacy.erasing import Expiring, erase, expiring

PORTION = 50
"""How many rows are gone through in one unit of work."""
PASSING = frozenset({Person, Change, Effect, Timer, Fact})
"""What is held of somebody as long as they are known, or until it has served."""
OF_A_CYCLE = (Until.LAST_TANDEM, Until.CLOSING)
UNTIL_SHOWN = timedelta(days=14)
"""So much later the cards are forgotten that show the end of the records: as those of people."""


def records_until(closed_at: datetime, programme: Programme) -> datetime:
    """Until when the records of a cycle that was closed then are kept."""
    return months_later(closed_at, programme.retention.months)


def months_later(moment: datetime, months: int) -> datetime:
    """The same day so many months later, or the last one of a shorter month."""
    year, month = divmod(moment.month - 1 + months, 12)
    last = calendar.monthrange(moment.year + year, month + 1)[1]
    return moment.replace(year=moment.year + year, month=month + 1, day=min(moment.day, last))


@when_due(stored_as="records-due")
def records_due(uow: UnitOfWork, moment: Moment, timer: Timer) -> None:
    """The records of a closed cycle have been kept for as long as the programme sets now."""
    end = records_until(moment.cycle.closed_at or moment.now, moment.programme)
    if end > moment.now:
        set_timer(uow, records_due, timer.subject_id, end)
    else:
        ask(uow, forget_records, timer.subject_id)


@one_step(queue="work")
async def forget_records(world: World, _cycle_id: str) -> None:
    """Let the people go out of everything that is recorded of the cycle, some rows at a time; then
    whoever is in nothing any more, deputies and sponsors, too, who were asked for nothing. What
    stands in chats shows it.
    """
    for each in expiring(*OF_A_CYCLE):
        if each.holding.entity is not Posting:
            await _forget_all(world, each)
    await _forget_all_strangers(world)
    await world.run(_show_what_is_left)


def _show_what_is_left(uow: UnitOfWork, moment: Moment) -> None:
    is_recorded_no_more(uow)
    set_timer(uow, cards_due, moment.cycle.id, moment.now + UNTIL_SHOWN)


@when_due()
def cards_due(uow: UnitOfWork, moment: Moment, timer: Timer) -> None:
    """The cards of a cycle have shown for long enough that nothing is recorded any more."""
    ask(uow, forget_cards, timer.subject_id, once=f"{moment.now:%Y%m%d}")


@one_step(queue="work")
async def forget_cards(world: World, _cycle_id: str) -> None:
    """Forget the cycle's cards: first of whoever is known because of them alone, and them; what
    stands before others shows that for as long again, and is forgotten then.
    """
    [cards] = [each for each in expiring(*OF_A_CYCLE) if each.holding.entity is Posting]
    of_strangers = await world.read(_cards_of_strangers)
    if not of_strangers:
        await _forget_all(world, cards)
        return
    for portion in portions(of_strangers):
        await world.run(forget_rows, cards, portion)
    await _forget_all_strangers(world)
    await world.run(_show_what_is_left)


def _cards_of_strangers(uow: UnitOfWork, _moment: Moment) -> list[str]:
    """The ids of the cycle's cards that speak to whoever is in nothing else."""
    cards = uow.postings.columns("id", "person_id")
    strangers = {
        person_id
        for person_id in {person_id for _, person_id in cards if person_id}
        if not any(each.cycle_id != uow.cycle_id for each in _cards(uow, person_id))
        and not is_in_something(uow.everywhere, person_id, PASSING | {Posting})
    }
    return [key for key, person_id in cards if person_id in strangers]


def _cards(uow: UnitOfWork, person_id: str) -> Sequence[Posting]:
    return uow.everywhere.postings.all(person_id=person_id)


async def _forget_all(world: World, each: Expiring) -> None:
    keys = await world.read(_rows_of_cycle, each.holding.entity)
    for portion in portions(keys):
        await world.run(forget_rows, each, portion)


async def _forget_all_strangers(world: World) -> None:
    for portion in portions(await world.read(_known)):
        await world.run(forget_strangers, portion)


def portions(keys: Sequence[str]) -> Iterator[Sequence[str]]:
    """So many ids as are gone through at once."""
    return (keys[first : first + PORTION] for first in range(0, len(keys), PORTION))


def _known(uow: UnitOfWork, _moment: Moment) -> list[str]:
    return sorted(person for (person,) in uow.everywhere.people.columns("id"))


def _rows_of_cycle(uow: UnitOfWork, moment: Moment, entity: type) -> list[str]:
    """The ids of the entity's rows that belong to the cycle, or were noted before its end."""
    found = belonging(uow, moment, entity)
    return [key for (key,) in rows_of(uow, entity).columns("id", **found)]


def belonging(uow: UnitOfWork, moment: Moment, entity: type) -> Mapping[str, object]:
    """The condition under which the entity's rows go with the cycle.

    Raises:
        KeyError: nothing tells; write here what does.
    """
    closed = UpTo(moment.cycle.closed_at or moment.now)
    known: dict[str, dict[str, object]] = {
        "cycle_id": {"cycle_id": moment.cycle.id},
        "tandem_id": {"tandem_id": uow.tandems.those()},
        "kickoff_id": {"kickoff_id": uow.kickoffs.those()},
        "noted_at": {"programme_id": uow.programme_id, "noted_at": closed},
        "number": {"programme_id": uow.programme_id, "at": closed},
    }
    return next(known[name] for name in known if name in _names(entity))


def _names(entity: type) -> set[str]:
    return {each.name for each in fields(entity)}


def forget_rows(uow: UnitOfWork, _moment: Moment, each: Expiring, keys: Sequence[str]) -> None:
    """Let the people go out of these rows."""
    for key in keys:
        erase(uow, each.holding.entity, key, each.parts)


def forget_strangers(uow: UnitOfWork, _moment: Moment, people: Sequence[str]) -> None:
    """Whoever is in nothing any more is no longer known to the bot."""
    everywhere = uow.everywhere
    for person_id in people:
        if not any(_stands(everywhere, person_id)):
            forget_if_in_nothing(uow, person_id)


def forget_if_in_nothing(uow: UnitOfWork, person_id: str) -> None:
    """Whoever is in nothing any more, in any programme, is no longer known to the bot.

    The whole database is searched for them; what passes by itself does not count.
    """
    everywhere = uow.everywhere
    if not is_in_something(everywhere, person_id, PASSING):
        everywhere.people.delete(person_id)


def is_in_something(everywhere: UnitOfWork, person_id: str, beside: Set[type]) -> bool:
    """Whether anything of the person is held, beside entities that do not count."""
    lasting = (each for each in HOLDINGS if each.entity not in beside)
    return any(True for each in lasting for _ in each.find(everywhere, person_id))


def _stands(everywhere: UnitOfWork, person_id: str) -> Iterator[bool]:
    """Where most people stand who are in something: the whole database is searched for others."""
    yield everywhere.enrolments.any(person_id=person_id)
    yield everywhere.tandems.any(mentor_id=person_id)
    yield everywhere.tandems.any(mentee_id=person_id)
    yield everywhere.postings.any(person_id=person_id)
    yield everywhere.settings_versions.any(by=person_id)

"""Watching calendars: Graph tells of changes to them, and whatever it told nobody of is found by
looking.

A notification is matched with our own events by id, and dropped otherwise.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from mentoring.domain.errors import NotAllowed, NotThere, Rejected
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.domain.upkeep import Timer
from mentoring.domain.watching import Watch
from mentoring.ports.calendar import Subscribed
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.changes.looking import (
    look_soon,
)
from mentoring.usecases.common.changes import follows
from mentoring.usecases.common.effects import ask, one_step
from mentoring.usecases.common.previews import STAMP
from mentoring.usecases.common.timers import set_timer, when_due
from mentoring.usecases.privacy.leaving import on_leaving
from mentoring.usecases.sessions.booking import CALENDARS

LASTS = timedelta(days=6)
"""Graph allows 10,080 minutes, exactly a week; a day is left for clocks that differ."""
RENEWED_BEFORE = timedelta(days=2)
TRIED_AGAIN = timedelta(hours=1)


@dataclass(frozen=True)
class Told:
    """One notification as it came in, not yet verified: which subscription, its secret, the event's
    id, and what Graph says of it.
    """

    subscription_id: str
    secret: str
    event_id: str = ""
    lifecycle: str = ""


def notified(uow: UnitOfWork, moment: Moment, notifications: Sequence[Told]) -> int:
    """Note what the notifications are about, in one transaction; returns how many concerned us.

    A forged one changes nothing.
    """
    return sum(_note(uow, moment, told) for told in notifications)


def _note(uow: UnitOfWork, moment: Moment, told: Told) -> bool:
    watches = uow.watches.all(subscription_id=told.subscription_id) if told.subscription_id else ()
    watch = next(iter(watches), None)
    if watch is None or not hmac.compare_digest(watch.secret.encode(), told.secret.encode()):
        return False
    if told.lifecycle:
        ask(uow, watch_calendar, watch.id, once=secrets.token_hex(8))
        return True
    tandem = _ours(uow.everywhere, told.event_id)
    if tandem:
        look_soon(uow, tandem, moment.now)
    return tandem is not None


def _ours(uow: UnitOfWork, event_id: str) -> Tandem | None:
    """The tandem to whose sessions the event belongs; None if it is not one of ours."""
    if not event_id:
        return None
    series = uow.tandems.first(series_id=event_id, state=TandemState.LAUNCHED)
    single = None if series else uow.sessions.first(event_id=event_id)
    return uow.tandems.get(single.tandem_id) if single else series


@follows(CALENDARS)
def _watch_anew(uow: UnitOfWork, _moment: Moment, organizer: str) -> None:
    """The calendar has its first session of ours, or has lost its last one."""
    ask(uow, watch_calendar, organizer, once=secrets.token_hex(8))


@on_leaving
def is_watched(uow: UnitOfWork, _moment: Moment, person_id: str) -> bool:
    """Whether the calendar of somebody who is to be forgotten is still watched; that ends with
    their last tandem.
    """
    return uow.watches.get(person_id) is not None


@one_step(queue="sessions", stored_as="watch")
async def watch_calendar(world: World, organizer: str) -> None:
    """Subscribe to an organizer's calendar, renew it, or end it where no tandem runs any more; then
    see what was missed.
    """
    watch, tandems = await world.glance(
        lambda uow, _: (uow.watches.get(organizer), _running(uow, organizer))
    )
    if not tandems:
        if watch:
            await world.calendar.unsubscribe(watch.subscription_id)
            await world.run(lambda uow, _: uow.watches.delete(organizer))
        return
    kept = await _subscribed(world, organizer, watch)
    await world.run(_watched, kept, tandems)


def _watched(
    uow: UnitOfWork, moment: Moment, kept: Watch | None, tandems: Iterable[Tandem]
) -> None:
    if kept:
        _keep(uow, kept)
    _look_at_all(uow, moment, tandems)


def _running(uow: UnitOfWork, organizer: str) -> Sequence[Tandem]:
    return uow.everywhere.tandems.all(organizer_id=organizer, state=TandemState.LAUNCHED)


async def _subscribed(world: World, organizer: str, watch: Watch | None) -> Watch | None:
    """The subscription, new or renewed, that is to be kept."""
    until = world.clock.now() + LASTS
    if watch and not watch.lasting:
        await world.calendar.unsubscribe(watch.subscription_id)
    elif watch:
        try:
            renewed = await world.calendar.renew(watch.subscription_id, until)
        except NotThere:
            await world.run(lambda uow, _: uow.watches.delete(organizer))
        else:
            return replace(watch, expires_at=renewed.expires_at)
    secret = secrets.token_urlsafe(32)
    try:
        made = await world.calendar.subscribe(organizer, secret, until)
    except (NotAllowed, NotThere, Rejected):
        # Until the next attempt the daily look still finds everything.
        again = world.clock.now() + TRIED_AGAIN
        await world.run(lambda uow, _: set_timer(uow, watch_renewal, organizer, again))
        return None
    return _watch(organizer, secret, made) if made else None


def _watch(organizer: str, secret: str, made: Subscribed) -> Watch:
    return Watch(organizer, made.id, secret, made.expires_at)


def _keep(uow: UnitOfWork, watch: Watch) -> None:
    uow.watches.put(watch)
    set_timer(uow, watch_renewal, watch.id, watch.expires_at - RENEWED_BEFORE)


@when_due(stored_as="watch-renewal")
def watch_renewal(uow: UnitOfWork, moment: Moment, timer: Timer) -> None:
    """A subscription is about to lapse."""
    ask(uow, watch_calendar, timer.subject_id, once=f"{moment.now:{STAMP}}")


def _look_at_all(uow: UnitOfWork, moment: Moment, tandems: Iterable[Tandem]) -> None:
    for tandem in tandems:
        look_soon(uow, tandem, moment.now)

"""What an attempt at a launch has opened or booked without our learning of it: the answer was lost,
or a later step was refused. It is found by what it was asked for with.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from mentoring.domain.tandem import NOT_CLEAR, Tandem
from mentoring.ports.calendar import Booked
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.teams import Channel
from mentoring.ports.world import World
from mentoring.usecases.polls.unheard import booked_under
from mentoring.usecases.sessions.booking import keep_booked
from mentoring.usecases.sessions.calendars import organizer_of

ANYTHING = frozenset({"away", NOT_CLEAR})
BOOKED = "series"
"""What was refused may have been the single sessions of the series, which itself stood by then."""


@dataclass(frozen=True)
class Traces:
    """By what it would be found: the channel's name, and the series' key in the organizer's
    calendar; each is empty where nothing of the kind can have been left.
    """

    tandem: Tandem
    name: str = ""
    organizer: str = ""


async def find_left_behind(world: World, tandem_id: str) -> int:
    """From now on what was left behind is known as the tandem's own; returns how much was found."""
    traces = await world.read(_traces, tandem_id)
    tandem, channel, booked = traces.tandem, None, None
    if traces.name:
        both = tandem.mentor_id, tandem.mentee_id
        channel = await world.channels.find_channel(tandem.team_id, traces.name, both)
    if traces.organizer:
        booked = await booked_under(world, traces.organizer, tandem.id)
    if channel or booked:
        await world.run(_keep, traces, channel, booked)
    return bool(channel) + bool(booked)


def _traces(uow: UnitOfWork, moment: Moment, tandem_id: str) -> Traces:
    tandem = uow.tandems.need(tandem_id)
    decided = uow.launch_decisions.columns("code", tandem_id=tandem_id)
    met = {tandem.trouble, *(code for (code,) in decided)}
    name = moment.wording.channel_name(tandem) if _may_have_room(tandem, met) else ""
    organizer = organizer_of(moment, tandem) if _may_have_dates(tandem, met) else ""
    return Traces(tandem, name, organizer)


def _may_have_room(tandem: Tandem, met: set[str]) -> bool:
    """Whether a channel may have been opened for a tandem that has met these troubles."""
    unknown = bool(tandem.team_id) and not (tandem.channel_id or tandem.by_hand.has_room)
    return unknown and any(each in ANYTHING or each.startswith("channel") for each in met)


def _may_have_dates(tandem: Tandem, met: set[str]) -> bool:
    """Whether a series may have been booked for it, also where the two keep other dates since: only
    ours are found by its key.
    """
    return not tandem.series_id and any(each in ANYTHING or each.startswith(BOOKED) for each in met)


def _keep(
    uow: UnitOfWork, _moment: Moment, traces: Traces, channel: Channel | None, booked: Booked | None
) -> None:
    tandem = uow.tandems.need(traces.tandem.id)
    if channel:
        tandem = replace(tandem, channel_id=channel.id, channel_url=channel.url)
    uow.tandems.put(tandem)
    if booked:
        keep_unheard(uow, tandem, traces.organizer, booked)


def keep_unheard(uow: UnitOfWork, tandem: Tandem, organizer: str, booked: Booked) -> None:
    """What was booked for the tandem without our learning of it is its own from now on."""
    tandem, pattern = replace(tandem, organizer_id=organizer), tandem.plan.pattern
    if pattern:
        keep_booked(uow, tandem, pattern, None, booked)
    else:
        uow.tandems.put(replace(tandem, series_id=booked.id))

"""Asking harmlessly whether a permission has been granted, for ``tandem doctor``.

What only reads is asked for what is there anyway. What writes is asked for something that cannot
be: a team without a name, an event that does not exist. Graph judges the token before it judges
the request, so who may not is answered 403, and who may is told what is wrong with the request.

Adding one: a function with ``@proves`` that makes such a call. A permission that the registry
declares and nothing here proves fails ``tests/graph/test_probes.py``.
"""

from __future__ import annotations

import contextlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from graph.apps import SELF, apps_in_catalogue, installations
from graph.channel_calls import (
    NOBODY,
    add_to_channel,
    add_to_team,
    archive,
    channel_members,
    create_channel,
    create_team,
    private_channels,
    team_members,
    team_operation,
)
from graph.client import Graph
from graph.directory_calls import groups_named, mailbox_settings, user_with_managers
from graph.events import NO_ITEM, cancel_event, events_named
from graph.overlooked import NO_CHANNEL, NO_EVENT
from mentoring.domain.errors import NotAllowed, NotThere, NotYet, Rejected, Unavailable
from mentoring.ports.repeating import somebody_repeats

NOTHING = "Tandem doctor"


@dataclass(frozen=True)
class Sample:
    """What the calls are about: a person and a team, by their ids, and the manifest's id."""

    person_id: str
    team_id: str
    app_id: str


Ask = Callable[[Graph, Sample], Awaitable[object]]


@dataclass(frozen=True)
class Probe:
    """A harmless call that needs the permission; ``of_mailbox``: the answer counts for the sample's
    mailbox alone, because Exchange may grant it for some (RBAC for Applications).
    """

    permission: str
    ask: Ask
    of_mailbox: bool

    async def __call__(self, graph: Graph, sample: Sample) -> bool | None:
        """Whether it is granted; None if this sample cannot tell, because there is no mailbox.

        Raises:
            OutsideError: Graph is away, or wants to be left alone.
        """
        try:
            await self._asked(graph, sample)
        except NotAllowed:
            return False
        except NotThere as missing:
            return True if not self.of_mailbox or missing.code == NO_ITEM else None
        except Rejected:
            return True
        return True

    async def _asked(self, graph: Graph, sample: Sample) -> None:
        """Ask; where nothing is found, that alone tells that one may look, so nobody looks for it
        once more. A mailbox has to be there to tell.
        """
        if not self.of_mailbox:
            with contextlib.suppress(Unavailable):
                await self._asked_once(graph, sample)
                return
        await self.ask(graph, sample)

    async def _asked_once(self, graph: Graph, sample: Sample) -> None:
        with somebody_repeats(), contextlib.suppress(NotYet):
            await self.ask(graph, sample)


PROBES: dict[str, Probe] = {}


def proves(permission: str, *, of_mailbox: bool = False) -> Callable[[Ask], Ask]:
    """Register a harmless call that only who has the permission may make."""

    def register(ask: Ask) -> Ask:
        if permission in PROBES:
            raise ValueError(f"{permission} is proved twice: keep one")
        PROBES[permission] = Probe(permission, ask, of_mailbox)
        return ask

    return register


@proves("User.Read.All")
async def _user(graph: Graph, of: Sample) -> object:
    return await user_with_managers(graph, user_id=of.person_id or NOBODY)


@proves("GroupMember.Read.All")
async def _group(graph: Graph, of: Sample) -> object:
    return await groups_named(graph, name=of.team_id)


@proves("AppCatalog.Read.All")
async def _catalogue(graph: Graph, of: Sample) -> object:
    return await apps_in_catalogue(graph, external_id=of.app_id)


@proves(SELF)
async def _installed(graph: Graph, of: Sample) -> object:
    return await installations(graph, user_id=of.person_id or NOBODY, external_id=of.app_id)


@proves("Team.Create")
async def _nameless_team(graph: Graph, of: Sample) -> object:
    return await create_team(graph, name="", description="", owner=of.person_id or NOBODY)


@proves("Team.ReadBasic.All")
async def _operation(graph: Graph, of: Sample) -> object:
    return await team_operation(graph, team_id=of.team_id, operation_id=NOBODY)


@proves("TeamMember.Read.All")
async def _members(graph: Graph, of: Sample) -> object:
    return await team_members(graph, team_id=of.team_id)


@proves("TeamMember.ReadWriteNonOwnerRole.All")
async def _no_members(graph: Graph, of: Sample) -> object:
    return await add_to_team(graph, team_id=of.team_id, people=[])


@proves("Channel.ReadBasic.All")
async def _channels(graph: Graph, of: Sample) -> object:
    return await private_channels(graph, team_id=of.team_id)


@proves("Channel.Create")
async def _nameless_channel(graph: Graph, of: Sample) -> object:
    return await create_channel(graph, team_id=of.team_id, name="", description="", members=[])


@proves("ChannelMember.Read.All")
async def _members_of_none(graph: Graph, of: Sample) -> object:
    return await channel_members(graph, team_id=of.team_id, channel_id=NO_CHANNEL)


@proves("ChannelMember.ReadWrite.All")
async def _nobody_into_none(graph: Graph, of: Sample) -> object:
    none = {"team_id": of.team_id, "channel_id": NO_CHANNEL}
    return await add_to_channel(graph, **none, person_id=NOBODY)


@proves("ChannelSettings.ReadWrite.All")
async def _archived_none(graph: Graph, of: Sample) -> object:
    return await archive(graph, team_id=of.team_id, channel_id=NO_CHANNEL)


@proves("MailboxSettings.Read", of_mailbox=True)
async def _settings(graph: Graph, of: Sample) -> object:
    return await mailbox_settings(graph, user_id=of.person_id)


@proves("Calendars.Read", of_mailbox=True)
async def _no_events(graph: Graph, of: Sample) -> object:
    return await events_named(graph, user_id=of.person_id, subject=NOTHING)


@proves("Calendars.ReadWrite", of_mailbox=True)
async def _cancelled_none(graph: Graph, of: Sample) -> object:
    return await cancel_event(graph, user_id=of.person_id, event_id=NO_EVENT, comment="")

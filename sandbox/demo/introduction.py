"""The owners add the bot to their channels: as soon as somebody looks, in that visitor's language,
because a bot greets once.
"""

from __future__ import annotations

import asyncio

from sandbox.connector.clients import Clients
from sandbox.connector.places import Place, place_of
from sandbox.conversations import BOT
from sandbox.demo.seats import Seats
from sandbox.directory import Person
from sandbox.state import TenantState
from sandbox.teams import ProgrammeTeams


class Introduction:
    """Introduces the bot to each owners' channel in which it has said nothing yet, once it is
    ``ready``.
    """

    def __init__(self, state: TenantState, clients: Clients, seats: Seats) -> None:
        self._state = state
        self._clients = clients
        self._seats = seats
        self._alone = asyncio.Lock()
        self.ready = asyncio.Event()

    async def make(self) -> None:
        """Wait until the bot runs, then let each programme's owner add it where it is new."""
        await self.ready.wait()
        async with self._alone:
            owners = (self._seats.owner, self._seats.second)
            for programme, owner in zip(self._state.programmes, owners, strict=False):
                await self._introduced(programme, owner)

    async def _introduced(self, programme: ProgrammeTeams, owner: Person) -> None:
        place = place_of(self._state, programme.owners_channel_id)
        if place is None:
            raise LookupError("The tenant has no owners' channel.")
        said = self._state.conversations.in_conversation(place.id)
        if not any(message.sender_id == BOT for message in said):
            here = Place(place.kind, place.id, "", None, place.team, place.channel)
            await self._clients.bot_joined(owner, here)

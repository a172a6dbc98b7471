"""What the bot is told although nobody writes to it: that it was added or removed, and who comes
into a team or leaves it.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import TypeAlias

from sandbox.apps import Installation
from sandbox.connector import activities
from sandbox.connector.activities import Activity
from sandbox.connector.delivery import Delivered, Delivery
from sandbox.connector.places import Place, people_in, place_of
from sandbox.directory import Person
from sandbox.state import TenantState
from sandbox.teams import Team

Begin: TypeAlias = Callable[[Coroutine[object, object, object]], None]


async def tell_added(
    state: TenantState, delivery: Delivery, person: Person, place: Place
) -> list[Delivered]:
    """Tell the bot that `person` added it there: `installationUpdate`, then
    `conversationUpdate`.
    """
    first = await delivery.post(activities.installation(state, person, place, "add"))
    return [first, await delivery.post(activities.bot_added(state, person, place))]


class Tidings:
    """Tells the bot what happens in the tenant; `begin` does so without keeping anybody waiting."""

    def __init__(self, state: TenantState, delivery: Delivery, begin: Begin) -> None:
        self._state = state
        self._delivery = delivery
        self._begin = begin

    def listen(self) -> None:
        """Tell it from now on."""
        self._state.installed.append(self._on_installed)
        self._state.uninstalled.append(self._on_uninstalled)
        self._state.joined_team.append(self._on_joined)
        self._state.left_team.append(self._on_left)

    async def _on_installed(self, installation: Installation) -> None:
        for person, place in self._whose(installation):
            self._begin(tell_added(self._state, self._delivery, person, place))

    async def _on_uninstalled(self, installation: Installation) -> None:
        for person, place in self._whose(installation):
            gone = activities.installation(self._state, person, place, "remove")
            self._begin(self._delivery.post(gone))

    def _whose(self, installation: Installation) -> list[tuple[Person, Place]]:
        """Whose chat with the bot it is; nobody's where it is in a team."""
        place = place_of(self._state, installation.chat_id or "")
        return [(person, place) for person in people_in(self._state, place)[:1]] if place else []

    def _on_joined(self, team: Team, person: Person) -> None:
        self._tell(team, person, activities.member_added)

    def _on_left(self, team: Team, person: Person) -> None:
        self._tell(team, person, activities.member_removed)

    def _tell(
        self, team: Team, person: Person, what: Callable[[TenantState, Person, Place], Activity]
    ) -> None:
        """Tell the bot what has happened to a member, where it is installed."""
        installed = self._state.installation_of("team", team.id)
        place = place_of(self._state, team.thread_id) if installed else None
        if place is not None:
            self._begin(self._delivery.post(what(self._state, person, place)))

"""All invented people of a rehearsal at once, and what can be said of them together."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from sandbox import cards
from sandbox.connector.clients import Clients
from sandbox.personas import Cast
from sandbox.rehearse.actor import RUNNING, Actor, Stage
from sandbox.rehearse.waiting import describe
from sandbox.state import Installation, TenantState

Test = Callable[[Actor], bool]


class Crowd:
    """The actors of a cast; `async with` lets them live."""

    def __init__(self, state: TenantState, clients: Clients, cast: Cast, seed: int) -> None:
        self.stage = Stage()
        self.actors = [Actor(state, clients, persona, self.stage, seed) for persona in cast.personas()]
        self._of_tandems = {persona.person.id for persona in [*cast.mentees, *cast.mentors]}
        self._state = state
        self._clients = clients
        self._tasks: list[asyncio.Task[None]] = []

    async def __aenter__(self) -> Crowd:
        self._state.installed.append(self._on_installed)
        self._tasks = [asyncio.create_task(actor.live()) for actor in self.actors]
        return self

    async def __aexit__(self, *_: object) -> None:
        self._state.installed.remove(self._on_installed)
        await self._rest()

    async def go_on(self) -> None:
        """After the launch: everybody looks at what waits for them, and answers whatever comes from now on."""
        await self._rest()
        self.stage.name = RUNNING
        self._tasks = [asyncio.create_task(actor.live()) for actor in self.actors]

    @property
    def busy(self) -> bool:
        """Whether somebody is going to answer a card."""
        return any(actor.busy for actor in self.actors)

    @property
    def in_tandems(self) -> list[Actor]:
        """Those of whom the tandems are made."""
        return [actor for actor in self.actors if actor.persona.person.id in self._of_tandems]

    def check(self) -> None:
        """Raise what ended an actor, if anything did."""
        for task in self._tasks:
            if task.done() and not task.cancelled() and (error := task.exception()) is not None:
                raise error

    def all_met(self) -> bool:
        """Whether everybody reachable has been written to."""
        return self._all(lambda actor: actor.met)

    def all_through(self) -> bool:
        """Whether everybody has answered what they wanted to answer."""
        return self._all(lambda actor: actor.through)

    def any_offered(self) -> bool:
        """Whether somebody has an offer on the screen or has answered one."""
        asked = (actor.asked for actor in self.actors if actor.persona.enrols)
        return any(asked)

    def all_accepted(self) -> bool:
        """Whether both sides of every tandem have said yes to their offer, and those who say no have."""
        said_no = all(actor.declined for actor in self.actors if actor.persona.declines == "offer")
        return said_no and all(actor.accepted for actor in self.in_tandems)

    def missing(self, test: Test, among: list[Actor] | None = None) -> str:
        """Who does not pass the test: how many, the first names, and the first one's screen."""
        late = [actor for actor in (among or self.actors) if not test(actor)]
        if not late:
            return "Everybody is there."
        names = ", ".join(actor.name for actor in late[:5])
        complaints = [f"{actor.name}: {text}" for actor in late for text in actor.memory.refusals[-1:]][:3]
        screen = describe(late[0].newest())
        return "\n".join([f"{len(late)} of {len(self.actors)} are missing: {names} …", *complaints, f"{late[0].name}: {screen}"])

    async def answers_gone(self) -> list[str]:
        """The acknowledged answers that the product asks for again with another value, after everybody looked afresh."""
        for actor in self.actors:
            await actor.look_afresh()
        return [answer for actor in self.actors for answer in _gone(actor)]

    async def _rest(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _all(self, test: Test) -> bool:
        return all(test(actor) for actor in self.actors)

    async def _on_installed(self, installation: Installation) -> None:
        for actor in self.actors:
            if installation.scope == "user" and installation.target_id == actor.persona.person.id:
                actor.installed.set()


def _gone(actor: Actor) -> list[str]:
    waiting = actor.waiting_card()
    shown = {} if waiting is None or waiting.card is None else cards.inputs(waiting.card)
    known = actor.memory.acknowledged
    lost = [one for one in shown.values() if known.get(one.id) and one.value != known[one.id]]
    return [f"{actor.name} had answered {one.id} with {known[one.id]!r}; now it is {one.value!r}" for one in lost]

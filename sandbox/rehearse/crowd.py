"""All invented people of a rehearsal at once, and what can be said of them together."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence

from sandbox import cards
from sandbox.apps import Installation
from sandbox.connector.clients import Clients
from sandbox.personas import Cast, Persona
from sandbox.rehearse.actor import Actor
from sandbox.rehearse.habits import Answered, Habits, Words
from sandbox.rehearse.roll_call import RollCall
from sandbox.rehearse.staging import Stage
from sandbox.rehearse.waiting import describe
from sandbox.state import TenantState

Test = Callable[[Actor], bool]


class Crowd:
    """The actors of one cast or several; `async with` lets them live."""

    def __init__(
        self, state: TenantState, clients: Clients, casts: Sequence[Cast], seed: int
    ) -> None:
        self.stage = Stage()
        parts: dict[str, list[Persona]] = {}
        for persona in (persona for cast in casts for persona in cast.personas()):
            parts.setdefault(persona.person.id, []).append(persona)
        self._by_id = {
            key: Actor(state, clients, found, self.stage, seed) for key, found in parts.items()
        }
        self._at_rest = RollCall(self.actors, lambda actor: not actor.busy)
        self._through = RollCall(self.actors, lambda actor: actor.through)
        self._state = state
        self._clients = clients
        self._tasks: dict[Actor, asyncio.Task[None]] = {}

    @property
    def actors(self) -> list[Actor]:
        """Everybody."""
        return list(self._by_id.values())

    def of(self, personas: Sequence[Persona]) -> list[Actor]:
        """Those who play these parts."""
        return [self._by_id[persona.person.id] for persona in personas]

    def actor(self, person_id: str) -> Actor | None:
        """Who this person is, None if they play no part."""
        return self._by_id.get(person_id)

    async def __aenter__(self) -> Crowd:
        self._state.installed.append(self._on_installed)
        self._live()
        return self

    async def __aexit__(self, *_: object) -> None:
        self._state.installed.remove(self._on_installed)
        await self._rest()

    def have_habits(self, words: Words, answered: Answered, *, wishes: bool = False) -> None:
        """Let everybody do in their tandem what people do there; `wishes`: they also say what they
        would like next time.
        """
        for person, actor in self._by_id.items():
            actor.habits = Habits(person, words, answered, wishes=wishes)

    async def begin(self, cycle: int) -> None:
        """A cycle begins: what was said in the last one is over, and everybody waits to be
        asked.
        """
        await self._rest()
        for actor in self.actors:
            actor.begin()
        self.stage.name, self.stage.cycle = "enrolment", cycle
        self.stage.since = self._state.clock.now()
        self._live()

    def expect_offers(self) -> None:
        """The matching begins: whoever is asked from now on is asked to an offer."""
        for actor in self.actors:
            actor.expect_offers()
        self.stage.name = "offer"

    def let_choose(self, people: Iterable[str]) -> None:
        """Let these people, who are in tandems without dates, look again and take times that suit
        only so-so.
        """
        for actor in (
            actor
            for person in people
            if (actor := self._by_id.get(person)) and not actor.is_dateless
        ):
            actor.is_dateless = True
            self._tasks[actor].cancel()
            self._tasks[actor] = asyncio.create_task(actor.live())

    @property
    def busy(self) -> bool:
        """Whether somebody is going to answer a card."""
        return not self._at_rest.all_pass()

    def check(self) -> None:
        """Raise what ended an actor, if anything did."""
        for task in self._tasks.values():
            if task.done() and not task.cancelled() and (error := task.exception()) is not None:
                raise error

    def all_through(self) -> bool:
        """Whether everybody has answered what they wanted to answer."""
        return self._through.all_pass()

    def missing(self, test: Test, among: Sequence[Actor] = ()) -> str:
        """Who does not pass the test: how many, the first names, and the first one's screen."""
        late = [actor for actor in (among or self.actors) if not test(actor)]
        if not late:
            return "Everybody is there."
        names = ", ".join(actor.name for actor in late[:5])
        complaints = [
            f"{actor.name}: {text}" for actor in late for text in actor.memory.refusals[-1:]
        ][:3]
        screen = describe(late[0].newest())
        return "\n".join(
            [
                f"{len(late)} of {len(self.actors)} are missing: {names} …",
                *complaints,
                f"{late[0].name}: {screen}",
            ]
        )

    async def answers_gone(self) -> list[str]:
        """The acknowledged answers that the product asks for again with another value, after
        everybody looked afresh.
        """
        for actor in self.actors:
            await actor.look_afresh()
        return [answer for actor in self.actors for answer in _gone(actor)]

    def _live(self) -> None:
        self._tasks = {actor: asyncio.create_task(actor.live()) for actor in self.actors}

    async def _rest(self) -> None:
        for task in self._tasks.values():
            task.cancel()
        await asyncio.gather(*self._tasks.values(), return_exceptions=True)

    async def _on_installed(self, installation: Installation) -> None:
        actor = self._by_id.get(installation.target_id)
        if installation.scope == "user" and actor is not None:
            actor.installed.set()


def _gone(actor: Actor) -> list[str]:
    waiting = actor.waiting_card()
    shown = {} if waiting is None or waiting.card is None else cards.inputs(waiting.card)
    known = actor.memory.acknowledged
    lost = [one for one in shown.values() if known.get(one.id) and one.value != known[one.id]]
    return [
        f"{actor.name} had answered {one.id} with {known[one.id]!r}; now it is {one.value!r}"
        for one in lost
    ]

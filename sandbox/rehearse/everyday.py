"""The life of the tandems between their sessions: people ask questions in their own chat, and one
tandem in ten wants other partners.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from datetime import datetime

from sandbox.rehearse.actor import Actor
from sandbox.rehearse.baseline import Pair
from sandbox.rehearse.crowd import Crowd
from sandbox.rehearse.habits import ASKED, Words, Written
from sandbox.rehearse.sessions import Session
from sandbox.state import TenantState

SWITCH = "switch.partner"
"""What the button sends by which one of the two asks for another partner."""
ONE_IN = 10
ASKING = 0.5
"""How often one of the two asks something after a session."""
MY_DATA = "my data"
"""What people say to read what is stored about them."""
CURIOUS = 0.2
"""How often one of the two does after a session."""


class Everyday:
    """That of one cycle. `passed` at each stop of the clock."""

    def __init__(
        self, state: TenantState, crowd: Crowd, words: Words, pairs: Iterable[Pair]
    ) -> None:
        self.switched: set[Pair] = set()
        """The tandems of which one has asked for another partner."""
        self._state = state
        self._crowd = crowd
        self._words = words
        self._chance = random.Random(f"{words.seed} everyday")  # noqa: S311 - a whim
        self._met: dict[Pair, int] = {}
        self._pairs = sorted(pairs, key=sorted)
        self._unhappy = set(self._pairs[::ONE_IN])

    async def passed(self, sessions: Sequence[Session], now: datetime) -> bool:
        """Let those who have met since the last stop do what they do then; whether anybody did."""
        met = dict.fromkeys(self._met, 0) | {one.pair: 0 for one in sessions}
        for one in sessions:
            met[one.pair] += one.end <= now
        just = [pair for pair, times in met.items() if times > self._met.get(pair, 0)]
        self._met = {pair: max(times, self._met.get(pair, 0)) for pair, times in met.items()}
        acted = [await self._after(pair) for pair in sorted(just, key=sorted)]
        return any(acted)

    async def _after(self, pair: Pair) -> bool:
        one = self._crowd.actor(self._chance.choice(sorted(pair)))
        if one is None or pair in self.switched:
            return False
        if pair in self._unhappy:
            return await self._switch(pair)
        asked = self._chance.random() < ASKING and await self._ask(one)
        return (self._chance.random() < CURIOUS and await one.say(MY_DATA)) or asked

    async def _ask(self, actor: Actor) -> bool:
        by, now = Written(actor.persona.person.id, ASKED), self._state.clock.now()
        return await actor.say(f"question {self._words.line(by, now.isoformat())}")

    async def _switch(self, pair: Pair) -> bool:
        """Have somebody press it who is in no other tandem; where the product does not take it,
        after the next session.
        """
        one = self._crowd.actor(self._chance.choice(self._of_one(pair)))
        if one is not None and await one.press(SWITCH):
            self.switched.add(pair)
        return pair in self.switched

    def _of_one(self, pair: Pair) -> list[str]:
        """Those of the two who are in this tandem alone; a mentee always is."""
        return [one for one in sorted(pair) if sum(one in other for other in self._pairs) == 1]

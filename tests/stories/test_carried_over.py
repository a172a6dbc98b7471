"""A launch that an older version began is brought to its end by this one, and nothing is done
twice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from mentoring.storage.engines import engine_for
from mentoring.storage.migrate import upgrade
from sandbox import outlook
from sandbox.conversations import BOT
from sandbox.mailbox import Appointment
from sandbox.rehearse.product import free_port
from sandbox.server import serving
from sandbox.teams import Channel
from tests.carried import load
from tests.engine_log import Recorded, recorded
from tests.stories.carried_tenant import tenant_of
from tests.stories.stage import QUICK, Actor, Stage, product, until

RECEIPT = "Alle 4 Tandems sind gestartet. Fertig!"
PAIRS = [("Amir", "Anna"), ("Ben", "Berta"), ("Cem", "Clara"), ("Deniz", "Dora")]
NOT_GONE_OUT = {"Ben": 2, "Berta": 1, "Hans": 1, "Cem": 1, "Clara": 1, "Deniz": 1, "Dora": 1}
"""How many messages are new to whom: Ben's poll and card, Berta's card, Hans's invitation, and the
cards of the last two.
"""


@dataclass
class Carried:
    """The stage after the change of versions, and what stood on it before."""

    stage: Stage
    url: str
    messages: Counter[str] = field(default_factory=Counter)
    """How many the bot had written, by conversation."""

    def named(self, name: str) -> Actor:
        """Somebody by their first name, who speaks German."""
        actor = self.stage.named(f"{name}@nordwind.example")
        actor.locale = "de-DE"
        return actor

    def channels(self) -> Iterator[Channel]:
        """The private ones."""
        for team in self.stage.tenant.state.teams.values():
            yield from (
                each for each in team.channels.values() if each.membership_type == "private"
            )

    def series(self) -> Iterator[Appointment]:
        """Each once, as it stands at its organizer's."""
        for mailbox in self.stage.tenant.state.mailboxes.values():
            own = (each.appointment for each in mailbox.entries.values() if each.is_organizer)
            yield from (each for each in own if each.recurrence)

    def recorded(self) -> list[Recorded]:
        """What the engine has written down."""
        engine = engine_for(self.url)
        try:
            return recorded(engine)
        finally:
            engine.dispose()

    def in_channels(self) -> list[tuple[str, ...]]:
        """Whom each private channel belongs to."""
        return sorted(self._names(each.members) for each in self.channels())

    def in_series(self) -> list[tuple[str, ...]]:
        """Who meets in each series."""
        return sorted(
            self._names([each.organizer_id, *self._invited(each)]) for each in self.series()
        )

    def _invited(self, appointment: Appointment) -> list[str]:
        return [self.stage.named(each.address).person.id for each in appointment.attendees]

    def _names(self, people: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(self.stage.tenant.state.people[person].given_name for person in people))

    def written(self) -> Counter[str]:
        """How many messages the bot has written, by conversation."""
        held = self.stage.tenant.state.conversations.messages
        return Counter(
            {key: sum(each.sender_id == BOT for each in messages) for key, messages in held.items()}
        )

    def new_messages(self) -> dict[str, int]:
        """How many it has written since, by who reads them in their chat, or by the channel."""
        whose = {
            chat.conversation_id: self._names(chat.members)[0]
            for chat in self.stage.tenant.state.chats.values()
        }
        return {
            whose.get(key, key): count for key, count in (self.written() - self.messages).items()
        }


@pytest.fixture
async def carried(database_url: str, tmp_path: Path) -> AsyncIterator[Carried]:
    """The older version's database and tenant; the product of today starts on them."""
    port = free_port()
    state = tenant_of(database_url, f"http://127.0.0.1:{port}", replace(QUICK))
    async with serving(state) as tenant:
        load(database_url, tenant.url)
        upgrade(database_url)
        found = Carried(Stage(tenant), database_url)
        found.messages = found.written()
        async with product(tenant, tmp_path, database_url, port=port):
            yield found


@pytest.mark.long
async def test_the_launch_is_ended_and_each_tandem_launched_once(carried: Carried) -> None:
    """What Teams and Exchange had made in the moment of the stop is adopted, and the owners' card
    is the same message.
    """
    channels = {each.id for each in carried.channels()}
    await carried.named("olga").reads(RECEIPT, carried.stage.owners_channel)
    await until(
        lambda: carried.new_messages() == NOT_GONE_OUT,
        "what had not gone out goes out, and nothing else",
    )
    assert carried.in_channels() == PAIRS
    assert {each.id for each in carried.channels()} == channels
    assert carried.in_series() == [pair for pair in PAIRS if pair != ("Ben", "Berta")]
    assert [each for each in carried.recorded() if not each.is_json] == []


@pytest.mark.long
async def test_cards_and_calendars_from_before_go_on(carried: Carried) -> None:
    gerd, anna, amir = (carried.named(name) for name in ("gerd", "anna", "amir"))
    await gerd.presses("positive", await gerd.reads("Schritt 3"), competence="4")
    await gerd.reads("Schritt 4")
    await anna.presses(
        "positive", await anna.reads("am Mo., 8. März 2027, 08:00–10:00 klappt nicht")
    )
    await amir.reads("- Mo., 8. März 2027, 10:00–12:00")
    state = carried.stage.tenant.state
    series = next(
        each
        for each in state.mailboxes[amir.person.id].entries.values()
        if each.appointment.recurrence
    )
    outlook.delete(state, outlook.find(state, amir.person, series.id, 5))
    await anna.reads("vom Mo., 10. Mai 2027, 08:00–10:00 steht nicht mehr im Kalender")

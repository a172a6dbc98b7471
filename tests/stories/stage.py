"""The whole product against the simulated tenant, both in this process, and people who act through
their Teams.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from aiohttp import web

from bot import app
from bot.server import Runner
from graph.client import OPERATIONS
from graph.limits import Limit
from graph.throttle import Throttle
from sandbox.connector.clients import Shown
from sandbox.connector.places import Place, personal_place, place_of
from sandbox.connector.pressing import Answered
from sandbox.directory import Person
from sandbox.page.pulse import Pulse
from sandbox.rehearse.product import free_port
from sandbox.server import Tenant, running
from sandbox.state import Delays
from tests.bare_settings import BareSettings
from tests.databases import migrated_sqlite
from tests.matcher import InThisProcess

NOW = datetime(2026, 11, 2, 8, tzinfo=UTC)
PATIENCE_SECONDS = 90.0
"""Against hanging alone: whatever is waited for comes as soon as the machine has done it."""
LOOK_SECONDS = 0.05
PULSES: list[Pulse] = []
"""That of the tenant in which the story plays."""
QUICK = Delays(
    team_seconds=0.1,
    team_listed_seconds=0.1,
    team_settling_seconds=0.05,
    membership_seconds=0.05,
    archive_seconds=0.05,
    notification_seconds=0.05,
    installation_seconds=0.0,
)
"""A story does not wait for the service where nothing depends on how long it takes; rehearsals
do.
"""


class Unhurried(Throttle):
    """Keeps no pace, because the tenant of a story has its limits switched off; rehearsals keep to
    them.
    """

    async def turn(self, limit: Limit, key: str) -> None:
        """Go at once."""

    async def turns(self, lanes: Sequence[tuple[Limit, str]]) -> list[Callable[[bool], None]]:
        """Go at once."""
        return [self.goes(limit, key) for limit, key in lanes]


async def until(reached: Callable[[], Any], what: str, seconds: float = PATIENCE_SECONDS) -> Any:
    """What ``reached`` gives as soon as it gives something; fails with ``what`` after a while.

    It looks whenever something has happened in the tenant, and now and then, because some things
    only the product notices.
    """
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        [pulse] = PULSES
        beats = pulse.beats
        found = reached()
        if found:
            return found
        await pulse.after(beats, LOOK_SECONDS)
    raise AssertionError(f"in vain: {what}")


def is_noted(folder: Path, which: str) -> bool:
    """Whether the product's database has such a row: ``which`` is a table and a condition."""
    with closing(sqlite3.connect(folder / "tandem.sqlite")) as connection:
        return connection.execute(f"SELECT 1 FROM {which} LIMIT 1").fetchone() is not None


def is_at_rest(folder: Path, now: datetime) -> bool:
    """Whether the product has done everything that is due by now."""
    by = now.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")
    due = f"timers WHERE due_at <= '{by}'"
    open_ = f"effects WHERE NOT done AND (not_before IS NULL OR not_before <= '{by}')"
    return not any(is_noted(folder, each) for each in (due, open_, "changes WHERE 1"))


def words_of(card: dict[str, Any] | None) -> str:
    """Everything that a card says, as one text."""
    found: list[str] = []

    def walk(part: Any) -> None:
        if isinstance(part, list):
            for each in part:
                walk(each)
        elif isinstance(part, dict):
            found.extend(
                str(part[key])
                for key in ("text", "title", "value", "label")
                if isinstance(part.get(key), str)
            )
            for key, each in part.items():
                if key not in {"fallback", "refresh", "data"}:
                    walk(each)

    walk(card)
    return "\n".join(found)


@dataclass
class Actor:
    """Somebody with Teams open on a device."""

    stage: Stage
    person: Person
    device: str = "laptop"
    locale: str = ""

    def on(self, device: str) -> Actor:
        """The same person on another device."""
        return Actor(self.stage, self.person, device, self.locale)

    @property
    def place(self) -> Place:
        """The chat with the bot."""
        return self.stage.tenant.clients.place(self.person)

    async def add_app(self) -> None:
        """Find the bot by search and add it."""
        await self.stage.tenant.clients.add_app(self.person)

    async def says(self, text: str, place: Place | None = None, *, mention: bool = False) -> None:
        """Write to the bot; owners in their channel with a mention."""
        where = place or self.place
        _, delivered = await self.stage.tenant.clients.say(
            self.person, text, where, mention=mention, locale=self.locale
        )
        assert delivered is None or delivered.status in {200, 202}, f"{delivered}"

    def still_shows(self, message: Shown) -> None:
        """The device shows the message as it was read then, as one does that was asleep."""
        device = self.stage.tenant.state.conversations.device(self.person.id, self.device)
        assert message.card
        device.views[message.message.id] = message.card

    def sees(self, place: Place | None = None) -> list[Shown]:
        """The bot's messages as this device shows them; none before the bot is installed."""
        where = place or personal_place(self.stage.tenant.state, self.person.id)
        if where is None:
            return []
        shown = self.stage.tenant.clients.look(self.person, where, self.device)
        return [each for each in shown if each.sender == "Tandem"]

    def card(self, place: Place | None = None) -> dict[str, Any]:
        """The latest card."""
        return next(each.card for each in reversed(self.sees(place)) if each.card) or {}

    async def reads(self, phrase: str, place: Place | None = None, *, naming: str = "") -> Shown:
        """The latest message whose card says ``phrase`` and names what is meant, as soon as it is
        there: another one that said the same may say it once more for a moment, if an edit was
        under way when it was pressed.
        """

        def found() -> Shown | None:
            told = ((each, words_of(each.card)) for each in reversed(self.sees(place)))
            return next((each for each, said in told if phrase in said and naming in said), None)

        try:
            shown: Shown = await until(found, phrase)
        except AssertionError:
            raise AssertionError(
                f"{self.person.display_name} never read {phrase!r}:\n{self.screen(place)}"
            ) from None
        return shown

    def screen(self, place: Place | None = None) -> str:
        """All that stands there, for a failing test's message."""
        return "\n---\n".join(words_of(each.card) for each in self.sees(place))

    async def presses(
        self,
        button: str,
        message: Shown,
        place: Place | None = None,
        *,
        old_client: bool = False,
        data: dict[str, Any] | None = None,
        **answers: str,
    ) -> Answered:
        """Press a button (its style, title or verb) on a message; of several of one name the one
        with exactly this data.
        """
        return await self._clicks(button, message, answers, place, old_client, data)

    async def fills_in(
        self, message: Shown, answers: Mapping[str, str], *, old_client: bool = False
    ) -> Answered:
        """Answer what a card asks, and go on by its positive button."""
        return await self._clicks("positive", message, answers, None, old_client, None)

    async def _clicks(
        self,
        button: str,
        message: Shown,
        answers: Mapping[str, str],
        place: Place | None,
        old_client: bool,
        data: dict[str, Any] | None,
    ) -> Answered:
        where = place or self.place
        return await self.stage.tenant.clients.click(
            self.person,
            where,
            self.device,
            message.message.id,
            button,
            dict(answers),
            old_client=old_client,
            data=data,
        )


@dataclass
class Stage:
    """The tenant and the product."""

    tenant: Tenant

    @property
    def owners(self) -> list[Actor]:
        """The programme owners."""
        team = self.tenant.state.teams[self.tenant.state.owners_team_id]
        return [Actor(self, self.tenant.state.people[person]) for person in team.members]

    @property
    def owners_channel(self) -> Place:
        """The owners' channel."""
        found = place_of(self.tenant.state, self.tenant.state.owners_channel_id)
        assert found is not None
        return found

    def named(self, name: str) -> Actor:
        """Somebody by id, e-mail or name."""
        return Actor(self, self.tenant.clients.person(name))

    def pair(self) -> tuple[Actor, Actor]:
        """A mentor and a mentee whom no rule keeps apart: other department, other manager, no
        reporting line.
        """
        found = next((a, b) for a in self.people() for b in self.people() if self._apart(a, b))
        return Actor(self, found[0]), Actor(self, found[1])

    def people(self) -> list[Person]:
        """Whoever may take part."""
        owners = {owner.person.id for owner in self.owners}
        people = self.tenant.state.people.values()
        return [
            p
            for p in people
            if p.account_enabled and p.licensed and p.user_type == "Member" and p.id not in owners
        ]

    def _apart(self, mentor: Person, mentee: Person) -> bool:
        chains = self._chain(mentor), self._chain(mentee)
        related = (
            mentee.id in chains[0]
            or mentor.id in chains[1]
            or mentor.manager_id == mentee.manager_id
        )
        readable = mentor.zone == mentee.zone == "Europe/Berlin"
        return (
            readable
            and not related
            and mentor.department != mentee.department
            and len(chains[0]) > len(chains[1]) > 0
        )

    def _chain(self, person: Person) -> list[str]:
        chain = []
        above = person.manager_id
        while above:
            chain.append(above)
            above = self.tenant.state.people[above].manager_id
        return chain

    def later(self, **time_passing: float) -> None:
        """Let the tenant's time pass."""
        self.tenant.state.clock.advance(timedelta(**time_passing).total_seconds())

    async def later_and_noticed(self, **time_passing: float) -> None:
        """The same, and wait until the product has noticed."""
        self.later(**time_passing)
        clock = self.tenant.state.clock
        await until(
            lambda: clock.known_seconds == clock.offset_seconds, "the product follows the clock"
        )

    async def later_and_at_rest(self, folder: Path, **time_passing: float) -> None:
        """The same, and wait until it has done what was due by then: what comes of one day decides
        about the next one.
        """
        await self.later_and_noticed(**time_passing)
        now = self.tenant.state.clock.now
        await until(lambda: is_at_rest(folder, now()), "everything that is due is done")


@asynccontextmanager
async def on_stage(folder: Path) -> AsyncIterator[Stage]:
    """Tenant and product, running, with fresh data; the app has the permissions that its calls
    declare, and no other.
    """
    async with running(limits="off", now=NOW, delays=replace(QUICK)) as tenant:
        tenant.state.permissions = {operation.permission for operation in OPERATIONS.values()}
        async with product(tenant, folder, migrated_sqlite(folder)):
            yield Stage(tenant)


@asynccontextmanager
async def product(
    tenant: Tenant, folder: Path, url: str, programme: str = "", port: int = 0, **other: str
) -> AsyncIterator[None]:
    """The product alone, in this process, on a port of its own or on this one; ``other`` are
    settings that are not as the tenant has them.
    """
    chosen: dict[str, Any] = {
        key.removeprefix("TANDEM_").lower(): value for key, value in tenant.env.items()
    } | other
    if programme:
        chosen["programme_file"] = folder / "programme.toml"
        chosen["programme_file"].write_text(programme, encoding="utf-8")
    port = port or free_port()
    chosen["public_url"] = f"http://127.0.0.1:{port}"
    settings = BareSettings(database_url=url, **chosen)
    async with app.running(settings, Unhurried(), InThisProcess()) as application:
        runner = Runner(application)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", port)
        await site.start()
        tenant.state.product_urls[:] = [chosen["public_url"]]
        PULSES[:] = [Pulse(tenant.state)]
        try:
            yield
        finally:
            tenant.state.product_urls.clear()
            await runner.cleanup()

"""A rehearsal: the phases of a cycle up to the launch, played by invented people, counted by the tenant."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from sandbox.connector.places import Place, place_of
from sandbox.personas import Cast
from sandbox.rehearse.actor import Actor
from sandbox.rehearse.cards_posted import cards_posted, repeated_cards, wrote_about
from sandbox.rehearse.crowd import Crowd
from sandbox.rehearse.owner import Owner
from sandbox.rehearse.product import Product
from sandbox.rehearse.report import Report, limit_seconds
from sandbox.rehearse.script import invitations, launch_day
from sandbox.rehearse.tally import Baseline, Tally, conflicts, count
from sandbox.rehearse.timeline import Timeline
from sandbox.rehearse.waiting import Stuck, until
from sandbox.server import Tenant

QUIET_SECONDS = 3.0
GIVE_UP_QUIET_SECONDS = 75.0
"""Longer than the longest wait a limit imposes (a rolling minute)."""


@dataclass(frozen=True)
class Options:
    """How to rehearse. `kill_every` in seconds, 0 for never; `start` the first day of the cycle, None for soon."""

    tandems: int
    kill_every: float = 0.0
    seed: int = 1
    session_minutes: int = 120
    start: date | None = None


class Rehearsal:
    """One run. `say` gets a line for each thing that happens."""

    def __init__(self, tenant: Tenant, parts: Cast, product: Product, options: Options, say: Callable[[str], None]) -> None:
        state = tenant.state
        self._state = state
        self._clients = tenant.clients
        self._parts = parts
        self._product = product
        self._options = options
        self._say = say
        self._timeline = Timeline(state.journal)
        self._begun = time.monotonic()
        self._launched_at = state.clock.now()
        self._answers_gone = 0

    async def run(self) -> Report:
        """Play everything up to the launch and count.

        Raises:
            Stuck, ProductFailed: the product did not get there; the text says where it stopped.
        """
        baseline = Baseline.of(self._state)
        await self._start_product()
        try:
            return await self._play(baseline)
        except Stuck:
            for line in self._timeline.refused():
                self._say(f"The tenant refused {line}")
            raise

    async def _play(self, baseline: Baseline) -> Report:
        async with Crowd(self._state, self._clients, self._parts, self._options.seed) as crowd, self._killing():
            owner = await self._owner()
            await self._invite(owner, crowd)
            await self._match(owner, crowd)
            await self._launch(owner, crowd)
            tally = await self._finish(baseline, crowd)
        return await self._report(owner, tally, crowd)

    def _patience(self) -> float:
        """How long a phase may take: the people's share, the limits' share, and time for restarts."""
        return 90.0 + 2.0 * self._options.tandems + (90.0 if self._options.kill_every else 0.0)

    async def _start_product(self) -> None:
        self._say("The product starts …")
        await self._product.start()
        self._state.product_urls[:] = self._product.urls
        self._say(f"It is ready on {', '.join(self._product.urls)}.")

    async def _owner(self) -> Owner:
        """The first programme owner, in the owners' channel, to which the bot was just added."""
        team = self._state.teams[self._state.owners_team_id]
        person = self._state.people[next(iter(team.members.values())).person_id]
        place = place_of(self._state, self._state.owners_channel_id)
        if place is None:
            raise LookupError("The tenant has no owners' channel.")
        home = Place(place.kind, place.id, "", None, place.team, place.channel)
        await self._clients.bot_joined(person, home)
        return Owner(self._state, self._clients, person, home)

    async def _invite(self, owner: Owner, crowd: Crowd) -> None:
        parts = self._parts
        for role in ("mentee", "mentor"):
            self._say(f"{owner.person.display_name} invites {len(parts.invited(role))} {role}s.")
            invited = [actor for actor in crowd.actors if actor.persona.role == role]
            for text in invitations(parts, role):
                there = [actor for actor in invited if actor.persona.person.mail in text]
                await owner.command(text, partial(_all_met, there), "everybody has a card", self._patience())
        self._say("Everybody who can be reached has the invitation; they answer.")
        await until(
            crowd.all_through, "everybody is through the questionnaire", self._patience(),
            lambda: crowd.missing(lambda actor: actor.through),
        )  # fmt: skip
        self._answers_gone = await crowd.answers_gone()

    async def _match(self, owner: Owner, crowd: Crowd) -> None:
        self._say("Everybody has answered. The owner has them matched and approves.")
        crowd.stage.name = "offer"
        await owner.command("match", crowd.any_offered, "offers go out after the approval", self._patience())
        await until(
            crowd.all_accepted, "both sides of every tandem have said yes", self._patience(),
            lambda: crowd.missing(lambda actor: actor.memory.accepted_offer, crowd.in_tandems),
        )  # fmt: skip

    async def _launch(self, owner: Owner, crowd: Crowd) -> None:
        crowd.stage.name = "launched"
        self._state.limits.launched = True
        self._launched_at = self._state.clock.now()
        day = self._options.start or launch_day(self._launched_at.date())
        self._say(f"All have said yes. The owner launches for {day:%Y-%m-%d}.")
        begun = lambda: self._timeline.launch_begun  # noqa: E731 - a name for the condition
        await owner.command(f"launch {day:%Y-%m-%d}", begun, "the launch begins", self._patience())

    async def _finish(self, baseline: Baseline, crowd: Crowd) -> Tally:
        """Wait until everything is there and the tenant is quiet, or nothing has happened for a long while."""
        while True:
            crowd.check()
            quiet = time.monotonic() - self._timeline.last_effect
            if quiet > QUIET_SECONDS:
                tally = count(self._state, baseline, self._options.session_minutes)
                if self._lost(tally, crowd) == 0 or quiet > GIVE_UP_QUIET_SECONDS:
                    return tally
            await asyncio.sleep(0.5)

    def _lost(self, tally: Tally, crowd: Crowd) -> int:
        wanted = self._options.tandems
        missing = max(0, wanted - len(tally.with_channel)) + max(0, wanted - len(tally.with_series))
        outside = sum(1 for actor in crowd.in_tandems if actor.persona.person.id not in tally.team_members)
        return missing + outside + self._cards_missing(tally, crowd) + self._answers_gone

    def _cards_missing(self, tally: Tally, crowd: Crowd) -> int:
        """How many of the people in tandems have not been told with whom."""
        partner = {person: other for pair in tally.with_channel for person in pair for other in pair - {person}}
        told = 0
        for actor in crowd.in_tandems:
            other, place = self._state.people.get(partner.get(actor.persona.person.id, "")), actor.place
            told += int(
                other is not None and place is not None and wrote_about(self._state, place, other.display_name, self._launched_at)
            )
        return len(crowd.in_tandems) - told

    async def _report(self, owner: Owner, tally: Tally, crowd: Crowd) -> Report:
        end, began = self._timeline.last_effect, owner.pressed_monotonic
        meter, state = self._product.meter, self._state
        meter.sample()
        teams = max(1, len(state.programme_team_ids))
        for line in self._remarks(tally):
            self._say(line)
        return Report(
            tandems=tally.tandems,
            channels=tally.channels,
            series=tally.series,
            occurrences=tally.occurrences,
            moved=tally.moved,
            memberships=tally.memberships,
            cards=cards_posted(state),
            repeated_cards=repeated_cards(state),
            duplicates=tally.duplicates,
            lost=self._lost(tally, crowd),
            throttled=sum(state.limits.throttled.values()),
            injected=sum(state.faults.injected.values()),
            seconds=end - began,
            limit_seconds=limit_seconds(self._options.tandems, teams),
            graph_requests=self._timeline.graph_requests(began),
            cpu_seconds=meter.at(end) - meter.at(began),
            total_seconds=end - self._begun,
            total_graph_requests=self._timeline.graph_requests(),
            total_cpu_seconds=meter.at(end),
            peak_rss_mb=meter.peak_rss_mb,
        )

    def _remarks(self, tally: Tally) -> list[str]:
        """What the figures do not say."""
        state = self._state
        found = [f"{name}: {number} requests throttled." for name, number in state.limits.throttled.items()]
        if number := conflicts(state, tally):
            found.append(f"{number} sessions lie on something else in a calendar.")
        if self._product.kills:
            found.append(f"The product was killed {self._product.kills} times.")
        return found

    @asynccontextmanager
    async def _killing(self) -> AsyncIterator[None]:
        """Kill and restart a replica every so often, as long as this lasts."""
        task = asyncio.create_task(self._kill_now_and_then()) if self._options.kill_every else None
        try:
            yield
        finally:
            if task is not None:
                task.cancel()
                with suppress(asyncio.CancelledError):
                    await task

    async def _kill_now_and_then(self) -> None:
        chance = random.Random(self._options.seed)  # noqa: S311 - which replica is hit, not a secret
        while True:
            await asyncio.sleep(self._options.kill_every)
            replica = chance.choice(self._product.replicas)
            self._say(f"{replica.name} is killed and starts again.")
            await self._product.kill_and_restart(replica)


def _all_met(actors: list[Actor]) -> bool:
    return all(actor.met for actor in actors)


def log_file(directory: Path) -> Path:
    """Where the product's output of a rehearsal goes."""
    return directory / "product.log"

"""A rehearsal: the phases of a cycle up to its launch or its closing, played by invented people."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from sandbox.connector.places import Place, place_of
from sandbox.personas import Cast
from sandbox.rehearse.actor import Actor
from sandbox.rehearse.crowd import Crowd
from sandbox.rehearse.killing import Killer
from sandbox.rehearse.owner import Owner
from sandbox.rehearse.product import Product
from sandbox.rehearse.quiet import Quiet
from sandbox.rehearse.report import Report
from sandbox.rehearse.running import Plan, Running
from sandbox.rehearse.script import invitations, launch_day
from sandbox.rehearse.tally import Baseline, Tally, count, private_channels
from sandbox.rehearse.timeline import Span, Timeline
from sandbox.rehearse.verdict import Finding, Verdict
from sandbox.rehearse.waiting import Stuck, until
from sandbox.server import Tenant
from sandbox.state import Channel
from sandbox.tenant_file import FileChange, FileTandem

QUIET_SECONDS = 3.0
GIVE_UP_QUIET_SECONDS = 75.0
"""Longer than the longest wait a limit imposes (a rolling minute)."""
SLOWLY = 2.5
"""How much more time the product needs where requests fail or servers are killed."""


@dataclass(frozen=True)
class Options:
    """How to rehearse. `kill_every` in seconds, 0 for never; `start` the first day of the cycle, None for soon.

    `closing`: go on after the launch until the cycle is closed; `changes` are what people then do in Outlook, in order of
    time, and `pairs` the tandems of which they speak.
    """

    tandems: int
    kill_every: float = 0.0
    seed: int = 1
    session_minutes: int = 120
    start: date | None = None
    closing: bool = False
    changes: tuple[FileChange, ...] = ()
    pairs: tuple[FileTandem, ...] = ()


class Rehearsal:
    """One run. `say` gets a line for each thing that happens."""

    def __init__(self, tenant: Tenant, parts: Cast, product: Product, options: Options, say: Callable[[str], None]) -> None:
        self._state = tenant.state
        self._clients = tenant.clients
        self._parts = parts
        self._product = product
        self._options = options
        self._say = say
        self._timeline = Timeline(tenant.state.journal)
        self._crowd = Crowd(tenant.state, tenant.clients, parts, options.seed)
        self._killer = Killer(product, options.kill_every, options.seed, say)
        self._verdict = Verdict(tenant.state, self._crowd, options.tandems, tenant.state.clock.now())
        self._confirmed: float | None = None
        self._launched: Span | None = None
        self._found: Finding | None = None
        """What there was before the closing; None as long as it is not said."""
        self.stuck = False
        """Whether the product did not get to the end."""

    async def run(self) -> Report:
        """Play everything that is wanted, as far as it gets (`stuck` says where it stopped), and count.

        Raises:
            ProductFailed: the product does not run.
        """
        baseline, began = Baseline.of(self._state), time.monotonic()
        await self._start_product()
        async with AsyncExitStack() as stack:
            await stack.enter_async_context(self._crowd)
            await stack.enter_async_context(self._killer)
            try:
                await self._play(baseline)
            except Stuck as stop:
                self._tell_stuck(stop)
        found = self._found or self._verdict.found(self._count(baseline))
        for line in self._verdict.remarks(found, self._product):
            self._say(line)
        launched = self._launched or self._timeline.launched(self._confirmed)
        return self._verdict.report(found, self._timeline, self._product, began, launched)

    async def _play(self, baseline: Baseline) -> None:
        owner = await self._owner()
        await self._invite(owner)
        await self._enrol()
        gone = await self._crowd.answers_gone()
        await self._match(owner)
        self._verdict = replace(self._verdict, launched_at=self._state.clock.now(), answers_gone=tuple(gone))
        await self._launch(owner)
        self._confirmed = owner.pressed_monotonic
        await self._finish(baseline)
        self._launched = self._timeline.launched(self._confirmed)
        if self._options.closing:
            await self._run_and_close(owner, baseline)

    async def _run_and_close(self, owner: Owner, baseline: Baseline) -> None:
        """Let the cycle run, count, and close it."""
        quiet = Quiet(self._state, lambda: self._crowd.busy or not self._product.is_up)
        moved_in_launch = self._count(baseline).moved
        running = Running(self._state, baseline, self._plan(), quiet, self._say, self._check)
        await self._crowd.go_on()
        self._say("Everything is there. Time passes, and the tandems meet.")
        await running.run()
        running.tell()
        self._verdict = replace(self._verdict, sessions_gone=running.lost())
        self._found = self._verdict.found(replace(running.tally(), moved=moved_in_launch))
        await self._close(owner, private_channels(self._state, baseline), quiet)

    def _plan(self) -> Plan:
        options = self._options
        slowly = SLOWLY if options.kill_every or self._state.faults.rate else 1.0
        return Plan(options.changes, options.pairs, options.session_minutes, slowly)

    async def _close(self, owner: Owner, channels: list[Channel], quiet: Quiet) -> None:
        """The owner closes the cycle; wait until all channels are archived and nothing happens any more."""
        self._say(f"All sessions are over. On {self._state.clock.now():%Y-%m-%d} the owner closes the cycle.")
        before = owner.pressed_monotonic

        def closed() -> bool:
            return owner.pressed_monotonic > before and all(channel.archived for channel in channels)

        await self._command(owner, "close", closed, "the channels of all tandems are archived")
        await quiet.settled(QUIET_SECONDS, QUIET_SECONDS, self._check)
        self._say(f"{len(channels)} channels are archived.")

    def _tell_stuck(self, stop: Stuck) -> None:
        self.stuck = True
        self._say(f"Stuck: {stop}")
        for line in self._timeline.refused():
            self._say(f"The tenant refused {line}")

    @property
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

    async def _invite(self, owner: Owner) -> None:
        for role in ("mentee", "mentor"):
            self._say(f"{owner.person.display_name} invites {len(self._parts.invited(role))} {role}s.")
            invited = [actor for actor in self._crowd.actors if actor.persona.role == role]
            for text in invitations(self._parts, role):
                there = [actor for actor in invited if actor.persona.person.mail in text]
                await self._command(owner, text, partial(_all_met, there), "everybody has a card")

    async def _enrol(self) -> None:
        self._say("Everybody who can be reached has the invitation; they answer.")
        late = partial(self._crowd.missing, _is_through)
        through = self._watched(self._crowd.all_through)
        await until(through, "everybody is through the questionnaire", self._patience, late)

    async def _match(self, owner: Owner) -> None:
        self._say("Everybody has answered. The owner has them matched and approves.")
        self._crowd.stage.name = "offer"
        await self._command(owner, "match", self._crowd.any_offered, "offers go out after the approval")
        late = partial(self._crowd.missing, _has_accepted, self._crowd.in_tandems)
        accepted = self._watched(self._crowd.all_accepted)
        await until(accepted, "both sides of every tandem have said yes", self._patience, late)

    async def _launch(self, owner: Owner) -> None:
        self._crowd.stage.name = "launched"
        self._state.limits.launched = True
        day = self._options.start or launch_day(self._state.clock.now().date())
        self._say(f"All have said yes. The owner launches for {day:%Y-%m-%d}.")
        await self._command(owner, f"launch {day:%Y-%m-%d}", lambda: self._timeline.launch_begun, "the launch begins")

    async def _finish(self, baseline: Baseline) -> None:
        """Wait until everything is there and the tenant is quiet, or nothing has happened for a long while."""
        while True:
            self._check()
            quiet = time.monotonic() - self._timeline.last_effect
            enough = quiet > QUIET_SECONDS and self._verdict.lost(self._count(baseline)) == 0
            if enough or quiet > GIVE_UP_QUIET_SECONDS:
                return
            await asyncio.sleep(0.5)

    def _count(self, baseline: Baseline) -> Tally:
        return count(self._state, baseline, self._options.session_minutes)

    async def _command(self, owner: Owner, text: str, reached: Callable[[], bool], what: str) -> None:
        await owner.command(text, self._watched(reached), what, self._patience)

    def _watched(self, reached: Callable[[], bool]) -> Callable[[], bool]:
        """The condition, looked at only while product and people are well."""

        def look() -> bool:
            self._check()
            return reached()

        return look

    def _check(self) -> None:
        self._crowd.check()
        self._killer.check()
        self._product.check()


def _all_met(actors: list[Actor]) -> bool:
    return all(actor.met for actor in actors)


def _is_through(actor: Actor) -> bool:
    return actor.through


def _has_accepted(actor: Actor) -> bool:
    return actor.accepted

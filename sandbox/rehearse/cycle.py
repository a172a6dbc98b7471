"""One cycle of a rehearsal, in all programmes side by side: enrolment, matching, launch, and the
way to the closing.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Set
from dataclasses import replace
from datetime import timedelta

from sandbox.rehearse.actor import Actor
from sandbox.rehearse.awake import stay_awake
from sandbox.rehearse.baseline import Baseline, Pair, tandem_channels
from sandbox.rehearse.everyday import Everyday
from sandbox.rehearse.life import with_ended, with_further
from sandbox.rehearse.onlooker import RUNNING
from sandbox.rehearse.play import Play, is_disturbed
from sandbox.rehearse.report import Launch, limit_seconds
from sandbox.rehearse.roll_call import RollCall
from sandbox.rehearse.rolling import ended_by_themselves
from sandbox.rehearse.running import Plan, Running
from sandbox.rehearse.script import launch_day
from sandbox.rehearse.tally import Tally, count
from sandbox.rehearse.timeline import Span
from sandbox.rehearse.undone import left_standing
from sandbox.rehearse.verdict import Finding, Verdict
from sandbox.rehearse.waiting import side_by_side

QUIET_SECONDS = 3.0
GIVE_UP_QUIET_SECONDS = 75.0
"""Longer than the longest wait a limit imposes (a rolling minute)."""
SLOWLY = 2.5
"""How much more time the product needs where requests fail or servers are killed: what one of them
had begun is taken over within a minute, and by then another one may have been killed.
"""


class Cycle:
    """A cycle, counted from 1. `run` once."""

    def __init__(self, play: Play, number: int) -> None:
        self._play = play
        self._number = number
        self._baseline = Baseline.of(play.state)
        now = play.state.clock.now()
        self._verdict = Verdict(
            play.state, play.crowd, play.programmes, play.ledger, play.options.wanted.tandems, now
        )
        self.confirmed_monotonic: float | None = None
        """When the owners pressed what launches; None as long as they have not."""
        self._launched: Span | None = None
        self._found: Finding | None = None
        """What there was before the closing; None as long as it is not said."""

    async def run(self) -> None:
        """Play the cycle. Raises Stuck, ProductFailed."""
        await self._enrol()
        gone = await self._play.crowd.answers_gone()
        await self._match()
        self._verdict = replace(
            self._verdict, launched_at=self._play.state.clock.now(), answers_gone=tuple(gone)
        )
        await self._launch()
        await self._finish()
        if self._play.options.undo:
            await self._undo_and_launch_again()
        self._launched = self._play.timeline.launched(self.confirmed_monotonic)
        if self._play.options.closing:
            await self._run_and_close()

    def finding(self) -> Finding:
        """What was found before the closing, or else what is found now."""
        return self._found or self._verdict.found(self._count())

    def launch(self) -> Launch:
        """What the launch has cost, as far as it got."""
        span, meter = (
            self._launched or self._play.timeline.launched(self.confirmed_monotonic),
            self._play.product.meter,
        )
        meter.sample()
        wanted, programmes = self._play.options.wanted, self._play.state.programmes
        limits = self._play.state.limits
        teams = sum(len(programme.team_ids) for programme in programmes)
        return Launch(
            seconds=span.last_effect - span.confirmed,
            limit_seconds=limit_seconds(wanted.tandems * wanted.programmes, max(1, teams)),
            graph_requests=span.graph_requests,
            cpu_seconds=meter.at(span.last_effect) - meter.at(span.confirmed),
            throttled_in_launch=limits.refused_between(span.confirmed, span.last_effect),
        )

    async def _enrol(self) -> None:
        """Ask everybody, and wait until they have answered."""
        play = self._play
        play.state.limits.launched = False
        await play.crowd.begin(self._number)
        asked = sum(
            persona.is_asked(self._number)
            for one in play.programmes
            for persona in one.cast.personas()
        )
        play.say(f"Cycle {self._number}: {asked} people who can be reached are asked.")
        await side_by_side(
            one.ask(play.crowd, self._number, play.until_morning) for one in play.programmes
        )
        play.say("Everybody who can be reached has been asked; they answer.")
        await play.until_morning.until(
            play.crowd.all_through,
            "everybody is through the questionnaire",
            lambda: play.crowd.missing(_is_through),
        )

    async def _match(self) -> None:
        play = self._play
        play.say("Everybody has answered. The owners have them matched and approve.")
        stay_awake()
        play.crowd.expect_offers()
        await side_by_side(one.match(play.crowd, play.until_morning) for one in play.programmes)
        people, refusing = self._in_tandems(), self._refusing()
        said_no = RollCall(refusing, lambda actor: actor.declined)
        said_yes = RollCall(people, _has_accepted)
        await play.until_morning.until(
            lambda: said_no.all_pass() and said_yes.all_pass(),
            "both sides of every tandem have said yes",
            lambda: play.crowd.missing(_has_accepted, people),
        )

    def _in_tandems(self) -> list[Actor]:
        play = self._play
        found = {
            id(actor): actor
            for one in play.programmes
            for actor in one.in_tandems(play.crowd, self._number)
        }
        return list(found.values())

    def _refusing(self) -> list[Actor]:
        """Those who say no to their offer."""
        refusing = [one for one in self._play.crowd.actors if one.persona.declines == "offer"]
        return [actor for actor in refusing if actor.persona.takes_part(self._number)]

    async def _launch(self) -> None:
        play = self._play
        stay_awake()
        play.crowd.stage.name = RUNNING
        play.state.limits.launched = True
        play.timeline.launched_in.clear()
        start = play.options.start if self._number == 1 else None
        today = play.state.clock.now().date()
        if start and start <= today:
            play.say(f"{start} is today or past. The owners ask for it all the same.")
            await side_by_side(one.ask_for(start, play.patience) for one in play.programmes)
        day = max(start, today + timedelta(days=1)) if start else launch_day(today)
        play.say(f"All have said yes. The owners launch for {day:%Y-%m-%d}.")
        await side_by_side(one.launch(day, play.timeline, play.patience) for one in play.programmes)
        self.confirmed_monotonic = min(one.pressed_monotonic for one in play.programmes)
        play.absence.begin()

    async def _undo_and_launch_again(self) -> None:
        """Nothing of the first launch may stand; the second one is counted."""
        play, before = self._play, self._baseline
        channels = tandem_channels(play.state, before)
        play.say(f"Everything is there. The owners take it back: {len(channels)} channels.")
        await side_by_side(one.undo(channels, play.patience) for one in play.programmes)
        await play.quiet.settled(QUIET_SECONDS, QUIET_SECONDS)
        left = left_standing(play.state, before)
        self._baseline = Baseline.of(play.state)
        self._verdict = replace(
            self._verdict, launched_at=play.state.clock.now(), left_standing=left
        )
        await self._launch()
        await self._finish()

    @property
    def _slowly(self) -> float:
        """How much more time the product needs here."""
        return SLOWLY if is_disturbed(self._play.state, self._play.options) else 1.0

    async def _finish(self) -> None:
        """Wait until everything is there and the tenant is quiet, or nothing has happened for a
        long while. Only a quiet tenant is counted: it answers nobody while it looks through all
        calendars.
        """
        play, end = self._play, time.monotonic() + self._play.patience.seconds
        while time.monotonic() < end:
            play.check()
            quiet = time.monotonic() - play.timeline.last_effect
            if not play.absence.is_over:
                quiet = 0.0
            if quiet > QUIET_SECONDS and not play.crowd.busy:
                tally = self._count()
                if self._verdict.lost(tally) == 0:
                    return
                self._let_choose(tally)
            if quiet > GIVE_UP_QUIET_SECONDS * self._slowly and not play.product.labours:
                return
            await asyncio.sleep(0.5)

    def _let_choose(self, tally: Tally) -> None:
        """Pairs without dates are asked by card, each in their own hours."""
        undecided = tally.with_channel - tally.with_series
        self._play.crowd.let_choose(person for pair in undecided for person in pair)
        if undecided:
            self._play.until_morning.meanwhile()

    async def _run_and_close(self) -> None:
        """Let the cycle run, count, and close it."""
        play, launched = self._play, self._count()
        everyday = self._everyday(launched)
        running = Running(play.state, self._baseline, self._plan(everyday), play.quiet, play.say)
        if play.life:
            await side_by_side(one.name_a_figure(play.patience) for one in play.programmes)
        play.say("Everything is there. Time passes, and the tandems meet.")
        await running.run()
        running.tell()
        await self._search()
        self._look_at_circles(everyday.switched if everyday else set())
        self._verdict = replace(self._verdict, sessions_gone=running.lost())
        tally = replace(running.tally(), moved=launched.moved)
        tally = with_ended(tally, launched, everyday.switched if everyday else set())
        tally = with_further(tally, play.life.answered.gone_on if play.life else {})
        self._found = self._verdict.found(tally)
        play.ledger.close(tally)
        await self._close()

    async def _search(self) -> None:
        """Look for what people wrote, also in what owners read and take then, and in an auditor's
        record.
        """
        play = self._play
        if play.life:
            await side_by_side(one.look_around(play.patience) for one in play.programmes)
            await play.product.export()
        play.search()

    def _look_at_circles(self, switched: Set[Pair]) -> None:
        """Before the closing: with their last tandem mentors leave a circle that runs."""
        if self._play.life:
            self._play.life.circles.look(frozenset().union(*switched))

    def _everyday(self, launched: Tally) -> Everyday | None:
        play = self._play
        if play.life is None:
            return None
        return Everyday(play.state, play.crowd, play.life.words, launched.pairs)

    def _plan(self, everyday: Everyday | None) -> Plan:
        options = self._play.options
        slowly = self._slowly
        return Plan(options.changes, options.pairs, options.sessions, slowly, everyday)

    async def _close(self) -> None:
        """The cycle is closed; wait until all channels are archived and nothing happens any
        more.
        """
        play = self._play
        channels = tandem_channels(play.state, self._baseline)
        if play.options.rolling:
            play.say("All sessions are over. Days pass, and each tandem ends by itself.")
            await ended_by_themselves(play.state.clock, channels, play.quiet)
        else:
            play.say(
                f"All sessions are over. On {play.state.clock.now():%Y-%m-%d} the owners close the "
                "cycle."
            )
            await side_by_side(one.close(channels, play.patience) for one in play.programmes)
        await play.quiet.settled(QUIET_SECONDS, QUIET_SECONDS)
        play.say(f"{len(channels)} channels are archived.")
        if play.life:
            play.life.over_since = play.state.clock.now()

    def _count(self) -> Tally:
        return count(self._play.state, self._baseline, self._play.options.sessions)


def _is_through(actor: Actor) -> bool:
    return actor.through


def _has_accepted(actor: Actor) -> bool:
    return actor.accepted

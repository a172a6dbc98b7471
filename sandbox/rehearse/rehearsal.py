"""A rehearsal: one cycle after the other, in programmes side by side, played by invented people."""

from __future__ import annotations

import time
from contextlib import AsyncExitStack
from datetime import datetime, timedelta

from sandbox.rehearse.awake import stay_awake
from sandbox.rehearse.cards_posted import cards_posted, repeated_cards
from sandbox.rehearse.cycle import Cycle
from sandbox.rehearse.life import AFTERWARDS
from sandbox.rehearse.play import Play
from sandbox.rehearse.report import Report, Whole
from sandbox.rehearse.waiting import Stuck, side_by_side

WEEK = timedelta(days=7)
FIRST_DAYS = (14, 10, *[24] * 13)
"""The hours of the first steps of time after a closing, which is in the evening. They make whole
days: the weeks go on at an hour at which people work, in America, too. Until answers are erased,
two weeks later, each day counts: nobody is written to unasked twice on one.
"""
SATURDAY = 5
REPORTED = 1
"""In which week, counted from 0, owners read what pairs have released."""
WEEK_SECONDS = 1.3
"""What a new week brings has begun by then."""


def over_the_weekend(now: datetime) -> timedelta:
    """How long it is from then to a day of the week on which people work, at the same hour: none of
    the weeks that pass would end on one otherwise, and what waits for working hours never came.
    """
    return timedelta(days=7 - now.weekday() if now.weekday() >= SATURDAY else 0)


class Rehearsal:
    """One run."""

    def __init__(self, play: Play) -> None:
        self._play = play
        self._cycles: list[Cycle] = []
        self._begun: list[datetime] = []
        """When each cycle began, on the tenant's clock."""
        self.stuck = False
        """Whether the product did not get to the end."""

    async def run(self) -> Report:
        """Play everything that is wanted, as far as it gets (`stuck` says whether it stopped), and
        count.

        Raises:
            ProductFailed: the product does not run.
        """
        play, began = self._play, time.monotonic()
        await self._start_product()
        async with AsyncExitStack() as stack:
            await stack.enter_async_context(play.crowd)
            await stack.enter_async_context(play.killer)
            await stack.enter_async_context(play.wrong_clock)
            try:
                await self._run_cycles()
            except Stuck as stop:
                self._tell_stuck(stop)
            play.search()
            if play.life:
                play.life.circles.look()
        self._tell()
        return self._report(began)

    async def _run_cycles(self) -> None:
        stay_awake()
        for programme in self._play.programmes:
            await programme.set_up(self._play.patience)
        for number in range(1, self._play.options.wanted.cycles + 1):
            self._begun.append(self._play.state.clock.now())
            self._cycles.append(Cycle(self._play, number))
            await self._cycles[-1].run()
        if self._play.life:
            await self._half_a_year()

    async def _half_a_year(self) -> None:
        """Time passes after the last closing; who is asked then answers. The first days pass one by
        one: people are thanked in their working hours.
        """
        play, weeks = self._play, AFTERWARDS // WEEK
        for hours in FIRST_DAYS:
            play.state.clock.advance(hours * 3600)
            await play.quiet.settled(WEEK_SECONDS, WEEK_SECONDS)
        play.state.clock.advance(over_the_weekend(play.state.clock.now()).total_seconds())
        play.say(f"{weeks} weeks pass.")
        for week in range(weeks):
            play.state.clock.advance(WEEK.total_seconds())
            await play.quiet.settled(WEEK_SECONDS, WEEK_SECONDS)
            if week == REPORTED:
                await side_by_side(one.read_figures(play.patience) for one in play.programmes)

    async def _start_product(self) -> None:
        play = self._play
        play.say("The product starts …")
        await play.product.start()
        play.state.product_urls[:] = play.product.urls
        play.say(f"It is ready on {', '.join(play.product.urls)}.")

    def _tell_stuck(self, stop: Stuck) -> None:
        self.stuck = True
        self._play.say(f"Stuck: {stop}")
        for line in self._play.timeline.refused():
            self._play.say(f"The tenant refused {line}")

    def _tell(self) -> None:
        """Say what the figures do not."""
        play = self._play
        lines = [line for cycle in self._cycles for line in cycle.finding().told()]
        lines += [
            f"{name}: {number} requests throttled."
            for name, number in play.state.limits.throttled.items()
        ]
        lines += play.life.told() if play.life else []
        if play.product.kills:
            lines.append(f"The product was killed {play.product.kills} times.")
        for line in lines:
            play.say(line)

    def _report(self, began: float) -> Report:
        """All figures; `began` is the monotonic time of the start."""
        state, timeline, meter = self._play.state, self._play.timeline, self._play.product.meter
        meter.sample()
        whole = Whole(
            cards=cards_posted(state),
            repeated_cards=repeated_cards(state, self._begun),
            throttled=state.limits.throttled.total(),
            injected=state.faults.injected.total(),
            total_seconds=timeline.last_effect - began,
            total_graph_requests=timeline.graph_requests(),
            total_cpu_seconds=meter.at(timeline.last_effect),
            peak_rss_mb=meter.peak_rss_mb,
            yardstick_ms=self._yardstick_ms(),
        )
        found = [(cycle.finding(), cycle.launch()) for cycle in self._cycles]
        return Report(found, whole, self._play.life.figures() if self._play.life else {})

    def _yardstick_ms(self) -> float:
        """From the first launch on, or from the start where there was none."""
        confirmed = (cycle.confirmed_monotonic for cycle in self._cycles)
        first = min((moment for moment in confirmed if moment is not None), default=0.0)
        return self._play.product.yardstick.between(first, self._play.timeline.last_effect)

"""A cycle between its launch and its closing: time passes in the tenant, and people change their
sessions in Outlook.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sandbox.mailbox import occurrence_on
from sandbox.outlook import NotInOutlook
from sandbox.recurrence import days_of
from sandbox.rehearse.baseline import Baseline
from sandbox.rehearse.everyday import Everyday
from sandbox.rehearse.fates import Fates, Played, told, told_of_series, touched
from sandbox.rehearse.meetings import singles
from sandbox.rehearse.quiet_tenant import QuietTenant
from sandbox.rehearse.sessions import sessions
from sandbox.rehearse.stops import next_stop, wanted
from sandbox.rehearse.tally import Tally, count
from sandbox.state import TenantState
from sandbox.tenant_changes import apply_change, series_of
from sandbox.tenant_file import TO_THE_SERIES, USUAL, CycleSessions, FileChange, FileTandem

PAUSE_SECONDS = 1.3
"""Who looks every second for what is due, and asks for the clock as often, has begun by then."""
SESSION_SECONDS = 2.0
CHANGE_SECONDS = 4.0
"""A change is told after a moment, and worked off later."""
STEP_SECONDS = 1.3
"""What follows from what has just happened has begun by then."""
RESCUE_SECONDS = 20.0
"""How long to wait after a change until a session that was taken away has another time."""
LONGEST = timedelta(days=366)
"""Sessions later than this after the launch are not waited for: a series may have no end."""


@dataclass(frozen=True)
class Plan:
    """What happens after the launch: the changes, in order of time, the tandems they speak of, the
    sessions of a cycle.

    `slowly` is by how much more patience is needed, because requests fail or servers are killed;
    `everyday` the life of the tandems, if it is played.
    """

    changes: Sequence[FileChange] = ()
    tandems: Sequence[FileTandem] = ()
    cycle: CycleSessions = USUAL
    slowly: float = 1.0
    everyday: Everyday | None = None


class Running:
    """One running cycle. `say` gets a line for each thing that happens."""

    def __init__(
        self,
        state: TenantState,
        since: Baseline,
        plan: Plan,
        quiet: QuietTenant,
        say: Callable[[str], None],
    ) -> None:
        self.played: list[Played] = []
        self.to_series: list[FileChange] = []
        """What was done to whole series, which takes no session away."""
        self.refused = 0
        """How many changes Outlook did not allow."""
        self._state = state
        self._since = since
        self._plan = plan
        self._quiet = quiet
        self._say = say
        self._fates = Fates(state, since, plan.cycle.minutes)
        self._cancelled_before = self._cancelled()
        self._until = state.clock.now() + LONGEST

    async def run(self) -> None:
        """Let time pass until all sessions are over and all changes played; people answer
        meanwhile.
        """
        await self._settle(SESSION_SECONDS)
        waiting = list(self._plan.changes)
        while (stop := self._next()) is not None or waiting:
            if waiting and (stop is None or waiting[0].at <= stop[0]):
                await self._change(waiting.pop(0))
            elif stop is not None:
                self._state.clock.set(stop[0])
                await self._settle(stop[1])
                await self._live()

    async def _live(self) -> None:
        """Let the tandems live until nothing comes of it any more."""
        everyday, now = self._plan.everyday, self._state.clock.now()
        if everyday and await everyday.passed(sessions(self._count()), now):
            await self._settle(SESSION_SECONDS)

    def tally(self) -> Tally:
        """What the tenant holds, counted as after the launch; single meetings that replace nothing
        are too many.
        """
        found = self._count()
        return found.with_surplus(self._fates.surplus(found.of_pairs))

    def lost(self) -> int:
        """How many sessions people took away for which nothing has come."""
        return sum(fate.lost for fate in self._fates.of(self.played))

    def tell(self) -> None:
        """Say how many changes there were, and what became of each."""
        pairs = {pair for pair, _ in self._count().of_pairs}
        booked = sum(len(singles(self._state, self._since, pair)) for pair in pairs)
        number = len(self.played) + len(self.to_series)
        self._say(
            f"{number} changes were played, {self.refused} more were not possible in Outlook."
        )
        cancelled = self._cancelled() - self._cancelled_before
        self._say(
            f"{cancelled} sessions were cancelled singly, {booked} single sessions were booked "
            "instead."
        )
        fates = {fate.played: fate for fate in self._fates.of(self.played)}
        for one in self.played:
            self._say(told(one, fates.get(one), self._plan.tandems))
        for change in self.to_series:
            self._say(told_of_series(change, self._plan.tandems))

    def _next(self) -> tuple[datetime, float] | None:
        """The next stop and how long it has to be quiet there, None if nothing lies ahead."""
        moments = self._moments()
        stop = next_stop(self._state.clock.now(), moments, each=self._lives)
        return (
            None if stop is None else (stop, SESSION_SECONDS if stop in moments else PAUSE_SECONDS)
        )

    def _moments(self) -> list[datetime]:
        tally = self._count()
        ahead = [one for one in sessions(tally) if one.start <= self._until]
        people = {person for one in ahead for person in one.pair}
        zones = {ZoneInfo(self._state.people[person].zone) for person in people}
        return wanted(ahead, zones, each=self._lives)

    @property
    def _lives(self) -> bool:
        """Whether the life of the tandems is played, in which the hour before a session matters."""
        return self._plan.everyday is not None

    def _count(self) -> Tally:
        return count(self._state, self._since, self._plan.cycle, touched(self.played))

    def _cancelled(self) -> int:
        return sum(len(series.cancelled) for series in self._count().booked)

    async def _change(self, change: FileChange) -> None:
        """Play a change at its time, at once if that is past, and wait for what the product and the
        people make of it.
        """
        if change.at > self._state.clock.now():
            self._state.clock.set(change.at)
            await self._settle(PAUSE_SECONDS)
        try:
            played = self._play(change)
        except NotInOutlook as reason:
            self.refused += 1
            number = self._plan.tandems.index(change.tandem) + 1
            what = "the series" if change.do in TO_THE_SERIES else f"session {change.occurrence}"
            self._say(f"Tandem {number}, {what}: {change.do} is not possible in Outlook. {reason}")
            return
        self.played += [played] if played else []
        self.to_series += [] if played else [change]
        await self._settle(CHANGE_SECONDS)
        if played:
            await self._rescued(played)

    def _play(self, change: FileChange) -> Played | None:
        """None if it was done to the whole series. Raises NotInOutlook."""
        series, now = series_of(self._state, change.tandem), self._state.clock.now()
        days = days_of(series.recurrence) if series.recurrence else ()
        before = [occurrence_on(series, day).start for day in days]
        meeting = apply_change(self._state, change)
        if meeting.day is None:
            return None
        do = "propose" if change.do == "move" and not meeting.entry.is_organizer else change.do
        start, series = before[change.occurrence - 1], meeting.entry.appointment
        return Played(change, series, meeting.day, start, now, do)

    async def _rescued(self, played: Played) -> None:
        """Wait for the session's new time, if it needs one; in vain only for a while."""
        end = time.monotonic() + RESCUE_SECONDS * self._plan.slowly
        while self._is_lost(played) and time.monotonic() < end:
            await self._settle(1.0)

    def _is_lost(self, played: Played) -> bool:
        return any(fate.lost for fate in self._fates.of(self.played) if fate.played is played)

    async def _settle(self, seconds: float) -> None:
        slowly = self._plan.slowly
        await self._quiet.settled(seconds * slowly, STEP_SECONDS * slowly)

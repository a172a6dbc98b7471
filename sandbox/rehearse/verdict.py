"""What came of a launch and of its sessions, by the tenant's own account: what is missing, and the figures of the report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sandbox.rehearse.actor import Actor
from sandbox.rehearse.cards_posted import cards_posted, repeated_cards, wrote_about
from sandbox.rehearse.crowd import Crowd
from sandbox.rehearse.product import Product
from sandbox.rehearse.report import Report, limit_seconds
from sandbox.rehearse.tally import Tally, conflicts
from sandbox.rehearse.timeline import Span, Timeline
from sandbox.state import TenantState


@dataclass(frozen=True)
class Finding:
    """What was found in the tenant at one moment: a tally, what is missing, and sessions that lie on something else."""

    tally: Tally
    losses: dict[str, int]
    conflicts: int

    @property
    def lost(self) -> int:
        """How much is missing."""
        return sum(self.losses.values())


@dataclass(frozen=True)
class Verdict:
    """What was expected (`tandems`, made of the crowd's people) against what a tally found.

    `launched_at` is the tenant's time of the launch, `answers_gone` which acknowledged answers were asked for again,
    `sessions_gone` how many sessions people took away for which nothing has come.
    """

    state: TenantState
    crowd: Crowd
    tandems: int
    launched_at: datetime
    answers_gone: tuple[str, ...] = ()
    sessions_gone: int = 0

    def found(self, tally: Tally) -> Finding:
        """What the tally says, to be kept from what happens later."""
        return Finding(tally, self.losses(tally), conflicts(self.state, tally))

    def lost(self, tally: Tally) -> int:
        """How much should be there and is not."""
        return sum(self.losses(tally).values())

    def losses(self, tally: Tally) -> dict[str, int]:
        """Channels, series, memberships, launch cards, answers and sessions that should be there and are not."""
        actors = self.crowd.in_tandems
        return {
            "channels": max(0, self.tandems - len(tally.with_channel)),
            "complete series": max(0, self.tandems - len(tally.with_series)),
            "memberships": sum(1 for actor in actors if actor.persona.person.id not in tally.team_members),
            "cards that name the partner": sum(1 for actor in actors if not self._was_told(tally, actor)),
            "acknowledged answers": len(self.answers_gone),
            "sessions that were deleted or declined": self.sessions_gone,
        }

    def report(self, found: Finding, timeline: Timeline, product: Product, began: float, launch: Span) -> Report:
        """All figures; `began` is the monotonic time of the start."""
        meter, tally = product.meter, found.tally
        meter.sample()
        return Report(
            tandems=tally.tandems,
            channels=tally.channels,
            series=tally.series,
            occurrences=tally.occurrences,
            moved=tally.moved,
            memberships=tally.memberships,
            cards=cards_posted(self.state),
            repeated_cards=repeated_cards(self.state),
            duplicates=tally.duplicates,
            lost=found.lost,
            throttled=self.state.limits.throttled.total(),
            injected=self.state.faults.injected.total(),
            seconds=launch.last_effect - launch.confirmed,
            limit_seconds=limit_seconds(self.tandems, max(1, len(self.state.programme_team_ids))),
            graph_requests=launch.graph_requests,
            cpu_seconds=meter.at(launch.last_effect) - meter.at(launch.confirmed),
            total_seconds=timeline.last_effect - began,
            total_graph_requests=timeline.graph_requests(),
            total_cpu_seconds=meter.at(timeline.last_effect),
            peak_rss_mb=meter.peak_rss_mb,
        )

    def remarks(self, found: Finding, product: Product) -> list[str]:
        """What the figures do not say."""
        lines = [f"Missing: {number} {what}." for what, number in found.losses.items() if number]
        lines += self.answers_gone
        lines += [f"{name}: {number} requests throttled." for name, number in self.state.limits.throttled.items()]
        if found.conflicts:
            lines.append(f"{found.conflicts} sessions lie on something else in a calendar.")
        if product.kills:
            lines.append(f"The product was killed {product.kills} times.")
        return lines

    def _was_told(self, tally: Tally, actor: Actor) -> bool:
        """Whether a card since the launch names the person's partner."""
        own = actor.persona.person.id
        partners = [other for pair in tally.with_channel if own in pair for other in pair - {own}]
        names = [self.state.people[partner].display_name for partner in partners]
        place = actor.place
        return place is not None and any(wrote_about(self.state, place, name, self.launched_at) for name in names)

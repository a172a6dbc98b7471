"""What came of a launch, by the tenant's own account: what is missing, and the figures of the report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sandbox.rehearse.actor import Actor
from sandbox.rehearse.cards_posted import cards_posted, repeated_cards, wrote_about
from sandbox.rehearse.crowd import Crowd
from sandbox.rehearse.product import Product
from sandbox.rehearse.report import Report, limit_seconds
from sandbox.rehearse.tally import Tally, conflicts
from sandbox.rehearse.timeline import Timeline
from sandbox.state import TenantState


@dataclass(frozen=True)
class Verdict:
    """What was expected (`tandems`, made of the crowd's people) against what a tally found.

    `launched_at` is the tenant's time of the launch, `answers_gone` which acknowledged answers were asked for again.
    """

    state: TenantState
    crowd: Crowd
    tandems: int
    launched_at: datetime
    answers_gone: tuple[str, ...] = ()

    def lost(self, tally: Tally) -> int:
        """How much should be there and is not."""
        return sum(self.losses(tally).values())

    def losses(self, tally: Tally) -> dict[str, int]:
        """Channels, series, memberships, launch cards and answers that should be there and are not."""
        actors = self.crowd.in_tandems
        return {
            "channels": max(0, self.tandems - len(tally.with_channel)),
            "complete series": max(0, self.tandems - len(tally.with_series)),
            "memberships": sum(1 for actor in actors if actor.persona.person.id not in tally.team_members),
            "cards that name the partner": sum(1 for actor in actors if not self._was_told(tally, actor)),
            "acknowledged answers": len(self.answers_gone),
        }

    def report(self, tally: Tally, timeline: Timeline, product: Product, began: float, launch: float | None) -> Report:
        """All figures; `began` and `launch` are the monotonic times of the start and of the confirmed launch, if any."""
        meter, end = product.meter, timeline.last_effect
        confirmed = end if launch is None else launch
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
            lost=self.lost(tally),
            throttled=self.state.limits.throttled.total(),
            injected=self.state.faults.injected.total(),
            seconds=end - confirmed,
            limit_seconds=limit_seconds(self.tandems, max(1, len(self.state.programme_team_ids))),
            graph_requests=timeline.graph_requests(confirmed),
            cpu_seconds=meter.at(end) - meter.at(confirmed),
            total_seconds=end - began,
            total_graph_requests=timeline.graph_requests(),
            total_cpu_seconds=meter.at(end),
            peak_rss_mb=meter.peak_rss_mb,
        )

    def remarks(self, tally: Tally, product: Product) -> list[str]:
        """What the figures do not say."""
        found = [f"Missing: {number} {what}." for what, number in self.losses(tally).items() if number]
        found += self.answers_gone
        found += [f"{name}: {number} requests throttled." for name, number in self.state.limits.throttled.items()]
        if number := conflicts(self.state, tally):
            found.append(f"{number} sessions lie on something else in a calendar.")
        if product.kills:
            found.append(f"The product was killed {product.kills} times.")
        return found

    def _was_told(self, tally: Tally, actor: Actor) -> bool:
        """Whether a card since the launch names the person's partner."""
        own = actor.persona.person.id
        partners = [other for pair in tally.with_channel if own in pair for other in pair - {own}]
        names = [self.state.people[partner].display_name for partner in partners]
        place = actor.place
        return place is not None and any(wrote_about(self.state, place, name, self.launched_at) for name in names)

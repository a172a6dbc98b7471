"""Where somebody works, as far as days off depend on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mentoring.domain.people import Profile
from mentoring.domain.scheduling.days_off import knows_holidays, knows_state, public_holidays
from mentoring.domain.scheduling.settings import SchedulingRules


@dataclass(frozen=True)
class Site:
    """A country and a part of it, however they are spelt."""

    country: str
    state: str

    @property
    def is_known(self) -> bool:
        """Whether its public holidays are known."""
        return knows_holidays(self.country) and knows_state(self.country, self.state)


def site_of(profile: Profile, rules: SchedulingRules) -> Site:
    """Where the person works: as the programme says for their state (their place, where there is
    none), else as the directory does.
    """
    told = (profile.state or profile.location).strip().casefold()
    for region in rules.regions:
        if told and region.directory.strip().casefold() == told:
            return Site(region.holidays.partition("-")[0], region.holidays)
    return Site(profile.country, profile.state)


def days_off(profile: Profile, rules: SchedulingRules, first: int, last: int) -> frozenset[date]:
    """The public holidays of the person's site and the company's closing days, of these years."""
    site = site_of(profile, rules)
    return public_holidays(site.country, site.state, first, last) | frozenset(rules.closing_days)

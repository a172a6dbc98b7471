"""Dates on which nobody meets: the public holidays of a person's site (source: the ``holidays``
package).
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from mentoring.domain.scheduling.places import country_code, part_with_holidays
from mentoring.domain.scheduling.public_holidays import COUNTRIES, country_holidays


@lru_cache(maxsize=512)
def public_holidays(country: str, state: str, first_year: int, last_year: int) -> frozenset[date]:
    """The public holidays of a site in these years, both included.

    ``country`` and ``state`` (a part of it) are codes or names, however they are spelt. An unknown
    state has its country's holidays, an unknown country none; ``knows_holidays`` and
    ``knows_state`` tell.
    """
    if not knows_holidays(country):
        return frozenset()
    code, years = country_code(country), range(first_year, last_year + 1)
    part = part_with_holidays(code, state) or None
    return frozenset(country_holidays(code, subdiv=part, years=years))


@lru_cache(maxsize=512)
def knows_holidays(country: str) -> bool:
    """Whether the public holidays of a country are known."""
    return country_code(country) in COUNTRIES


def knows_state(country: str, state: str) -> bool:
    """Whether it is known which part of its country a site lies in, or its part does not matter for
    the holidays.
    """
    return part_with_holidays(country_code(country), state) is not None

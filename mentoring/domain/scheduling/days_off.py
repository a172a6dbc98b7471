"""Dates on which nobody meets: the public holidays of a person's site (source: the ``holidays``
package).
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import holidays
from holidays.registry import COUNTRIES


@lru_cache(maxsize=512)
def public_holidays(country: str, state: str, first_year: int, last_year: int) -> frozenset[date]:
    """The public holidays of a site in these years, both included.

    ``country`` is an ISO 3166 code or an English name, ``state`` a code or name of a part of it,
    both in upper or lower case. An unknown state has its country's holidays, an unknown country
    none; ``knows_holidays`` tells.
    """
    if not knows_holidays(country):
        return frozenset()
    code, years = _codes()[_plain(country)], range(first_year, last_year + 1)
    return frozenset(
        holidays.country_holidays(code, subdiv=_states(code).get(_plain(state)), years=years)
    )


def knows_holidays(country: str) -> bool:
    """Whether the public holidays of a country are known."""
    return _plain(country) in _codes()


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    """The two-letter code of each country by all its codes and its English name."""
    return {_plain(alias): aliases[1] for aliases in COUNTRIES.values() for alias in aliases}


@lru_cache(maxsize=256)
def _states(code: str) -> dict[str, str]:
    """The parts of a country that have holidays of their own, by code and by name."""
    country = holidays.country_holidays(code)
    aliases = getattr(country, "subdivisions_aliases", {})
    return {
        _plain(name): part
        for name, part in (*((part, part) for part in country.subdivisions), *aliases.items())
    }


def _plain(name: str) -> str:
    return name.casefold().replace(" ", "").replace("-", "")

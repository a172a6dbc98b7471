"""People as the tests know them: they live by Berlin's clock, unless it is said otherwise."""

from __future__ import annotations

from typing import Any

from mentoring.domain.people import Profile


def berliner(*known: Any, **more: Any) -> Profile:
    """A profile, by the fields of ``Profile``."""
    return Profile(*known, **{"zone": "Europe/Berlin", "zone_known": True, **more})

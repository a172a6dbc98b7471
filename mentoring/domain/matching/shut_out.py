"""Whom the rules will never let into a tandem, whoever else takes part: as far as it follows from
their place in the company alone.
"""

from __future__ import annotations

from mentoring.domain.matching.settings import ANY_DEPTH, MatchingSettings
from mentoring.domain.people import Profile, Role


def shut_out_by(profile: Profile, role: Role, settings: MatchingSettings) -> str:
    """The rule that excludes the person in this role from everybody; empty if there is none.

    Everybody reports to the top in the end; a mentor stands below the mentee; mentees may have to
    stand high enough.
    """
    limits = settings.parameters
    level = settings.level_of(*profile.names) or profile.level
    highest = limits.mentee_level_at_most
    causes = {
        "reporting_line": role is Role.MENTEE
        and not profile.managers
        and limits.reporting_line_depth == ANY_DEPTH,
        "hierarchy": role is Role.MENTOR and level <= limits.levels_between,
        "role_eligibility": role is Role.MENTEE and highest is not None and level > highest,
    }
    return next((rule for rule, holds in causes.items() if holds and settings.is_on(rule)), "")

"""The hard rules by name, in the order of the checklist, and how each may be treated.

Why these rules: docs/matching.md.

A rule is an entry here and a function of the same name in :mod:`mentoring.domain.matching.rules`,
which says what it excludes; one without the other fails the import. This module needs no arrays, so
settings, cards and the server know the rules without the matching itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, kw_only=True)
class Traits:
    """How a rule may be treated.

    ``on``: it counts unless owners switch it off. ``switchable``: they may do so. ``by_entry``: it
    excludes only what owners enter for it (a group, a limit), so it needs no switch beside the
    entry. ``waivable``: they may break it for one pair, with a written reason. ``confidential``:
    owners see no more of it than "not possible". ``answered``: it follows from what the two have
    answered, so owners who try out a pair read "not possible" here, too. ``tried``: owners may try
    it switched off. ``needs``: the fields without which it cannot exclude and is only *assumed*.
    ``of_companions``: it also holds between the two people of a trio who are in the same role.
    """

    on: bool = True
    switchable: bool = True
    by_entry: bool = False
    waivable: bool = True
    confidential: bool = False
    answered: bool = False
    tried: bool = True
    of_companions: bool = False
    needs: tuple[str, ...] = ()


RULEBOOK: Mapping[str, Traits] = MappingProxyType(
    {
        "same_person": Traits(switchable=False, waivable=False, of_companions=True),
        "reporting_line": Traits(needs=("manager",), of_companions=True),
        "same_manager": Traits(needs=("manager",)),
        "same_department": Traits(needs=("department",)),
        "kpi_group": Traits(needs=("kpi_group",), of_companions=True),
        "kpi_dependency": Traits(
            switchable=False, waivable=False, confidential=True, of_companions=True
        ),
        "not_with": Traits(switchable=False, waivable=False, confidential=True, of_companions=True),
        "not_again": Traits(switchable=False, waivable=False, confidential=True),
        "past_pair": Traits(),
        "hierarchy": Traits(),
        # Whatever owners switch off, "not possible" keeps a cause that is not confidential, else
        # they could find out by trying whom somebody has named. Only a file switches this off.
        "language": Traits(waivable=False, answered=True, tried=False),
        "topic": Traits(waivable=False, answered=True),
        "exclusion_group": Traits(by_entry=True, of_companions=True),
        "blocked_pair": Traits(switchable=False, of_companions=True),
        "forbidden": Traits(switchable=False),
        "capacity": Traits(switchable=False),
        "lowest_score": Traits(by_entry=True),
        "role_eligibility": Traits(on=False),
    }
)

SWITCHES: tuple[str, ...] = tuple(
    name
    for name, traits in RULEBOOK.items()
    if traits.switchable and traits.tried and not traits.by_entry
)
"""The rules for which the owners' forms have a switch, in the order of the checklist."""

CONFIDENTIAL = "confidential"
"""The one name that all confidential rules bear in an exported run."""


def is_confidential(rule: str) -> bool:
    """Whether owners must not see more of this rule than "not possible"."""
    return rule == CONFIDENTIAL or RULEBOOK[rule].confidential


def is_untold(rule: str) -> bool:
    """Whether owners read "not possible" where this rule excludes: it is confidential, or follows
    from what the two have answered.
    """
    return is_confidential(rule) or RULEBOOK[rule].answered

"""What each hard rule excludes: one function per rule, named as in the rulebook, and one sentence
per language (``rule-<name>`` in ``cards/texts/*/matching/matching.ftl``; beside it
``left-because-<name>`` says the same of people left over).

A rule that compares two people is registered with :func:`comparing` and says for whole blocks of
pairs where it excludes them; one in which people name others is registered with :func:`naming` and
says whom a person names. The docstring of each rule says what holds for the pairs that it allows;
how each may be treated stands in :mod:`mentoring.domain.matching.rulebook`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

import numpy as np

from mentoring.domain.matching.candidates import Candidate
from mentoring.domain.matching.case import Case
from mentoring.domain.matching.relations import Relation, relation
from mentoring.domain.matching.rulebook import RULEBOOK, Traits
from mentoring.domain.matching.scores import told_points
from mentoring.domain.matching.settings import ANY_DEPTH, MatchingSettings
from mentoring.domain.matching.sides import Bools, Pairs, Side

Compare = Callable[[Pairs, MatchingSettings], Bools]
Name = Callable[[Candidate, Case], Collection[str]]


@dataclass(frozen=True)
class Rule:
    """A hard rule: its name, how it decides, and how it may be treated."""

    name: str
    compare: Compare
    names: Name | None = None
    unknown: Compare | None = None

    @property
    def traits(self) -> Traits:
        """How the rule may be treated, as the rulebook says."""
        return RULEBOOK[self.name]

    def assumed(self, pairs: Pairs, settings: MatchingSettings) -> Bools:
        """Where the rule could not be checked because a fact is missing."""
        if self.unknown is not None:
            return self.unknown(pairs, settings)
        missing = [pairs.unknown(field) for field in self.traits.needs]
        return np.logical_or.reduce(missing) if missing else np.zeros((), dtype=bool)


_registered: dict[str, Rule] = {}


def _register(rule: Rule) -> None:
    if rule.name not in RULEBOOK:
        raise LookupError(
            f"{rule.name} is not in the rulebook: write its entry in "
            "mentoring/domain/matching/rulebook.py"
        )
    _registered[rule.name] = rule


def comparing(*, unknown: Compare | None = None) -> Callable[[Compare], Compare]:
    """Register a rule that compares two people; its name is the function's.

    ``unknown`` says where facts are missing.
    """

    def register(compare: Compare) -> Compare:
        _register(Rule(compare.__name__, compare, unknown=unknown))
        return compare

    return register


def naming(names: Name) -> Name:
    """Register a rule in which people name others: it excludes a pair if either of the two names
    the other.
    """

    def compare(pairs: Pairs, _: MatchingSettings) -> Bools:
        return pairs.related(names.__name__)

    _register(Rule(names.__name__, compare, names=names))
    return names


@naming
def same_person(person: Candidate, _: Case) -> Collection[str]:
    """Nobody is paired with themselves."""
    return (person.id,)


@naming
def reporting_line(person: Candidate, case: Case) -> Collection[str]:
    """Neither reports to the other, directly or through others, as far up as the programme says."""
    depth = case.settings.parameters.reporting_line_depth
    return person.managers if depth == ANY_DEPTH else person.managers[:depth]


@comparing()
def same_manager(pairs: Pairs, _: MatchingSettings) -> Bools:
    """The two do not report to the same person, who need not take part."""
    return pairs.same("manager")


@comparing()
def same_department(pairs: Pairs, _: MatchingSettings) -> Bools:
    """The two work in different departments."""
    return pairs.same("department")


@comparing()
def kpi_group(pairs: Pairs, _: MatchingSettings) -> Bools:
    """The two are not measured by the same targets, as far as owners know."""
    return pairs.same("kpi_group")


@naming
def kpi_dependency(person: Candidate, _: Case) -> Collection[str]:
    """Neither has said that the other's decisions touch their targets."""
    return person.kpi_people


@naming
def not_with(person: Candidate, _: Case) -> Collection[str]:
    """Neither has said that they would rather not be paired with the other."""
    return person.not_with


@naming
def not_again(person: Candidate, case: Case) -> Collection[str]:
    """The two have not been kept apart for a cause that nobody may see (a declined offer, say)."""
    return case.apart["not_again"].get(person.id, ())


@naming
def past_pair(person: Candidate, _: Case) -> Collection[str]:
    """The two have not been a tandem before, whichever of them remembers it."""
    return person.past_partners


@comparing()
def hierarchy(pairs: Pairs, settings: MatchingSettings) -> Bools:
    """The mentor stands lower in the company than the mentee."""
    mentee, mentor = (
        pairs.left(pairs.row_side.numbers["level"]),
        pairs.right(pairs.column_side.numbers["level"]),
    )
    return mentor < mentee + settings.parameters.levels_between


@comparing()
def language(pairs: Pairs, settings: MatchingSettings) -> Bools:
    """The two have a language in common."""
    return pairs.common("languages") < settings.parameters.common_languages


@comparing()
def topic(pairs: Pairs, settings: MatchingSettings) -> Bools:
    """The mentor teaches a topic that the mentee wishes."""
    found = np.zeros(pairs.shape, dtype=bool)
    for rank in pairs.ranks():
        found |= pairs.wish_level(rank) >= settings.parameters.topic_level
    return ~found


@comparing()
def exclusion_group(pairs: Pairs, _: MatchingSettings) -> Bools:
    """The two are not in a group that owners keep apart."""
    return pairs.common("exclusion_groups") > 0


@naming
def blocked_pair(person: Candidate, case: Case) -> Collection[str]:
    """Owners have not blocked the two, in whichever roles."""
    return case.apart["blocked"].get(person.id, ())


@naming
def forbidden(person: Candidate, case: Case) -> Collection[str]:
    """Owners have not forbidden this tandem in this cycle."""
    return case.apart["forbidden"].get(person.id, ())


@comparing()
def capacity(_pairs: Pairs, _: MatchingSettings) -> Bools:
    """Nobody gets more partners than they have places.

    No pair breaks this by itself: the solution as a whole keeps it.
    """
    return np.zeros((), dtype=bool)


@comparing()
def lowest_score(pairs: Pairs, settings: MatchingSettings) -> Bools:
    """The score that owners read is not below the lowest that they allow: nothing counts for it
    that people answer in confidence, or need not tell at all.
    """
    if not settings.lowest_score:
        return np.zeros((), dtype=bool)
    return told_points(pairs, settings) < settings.lowest_score


@comparing()
def role_eligibility(pairs: Pairs, settings: MatchingSettings) -> Bools:
    """Both stand on a level of the company that the programme provides for their role."""
    limits = settings.parameters
    mentees, mentors = pairs.row_side.numbers["level"], pairs.column_side.numbers["level"]
    lowest, highest = limits.mentee_level_at_most, limits.mentor_level_at_least
    too_low = mentees > (lowest if lowest is not None else mentees)
    too_high = mentors < (highest if highest is not None else mentors)
    return pairs.left(too_low) | pairs.right(too_high)


def in_order(found: Mapping[str, Rule]) -> dict[str, Rule]:
    """These rules in the order of the rulebook.

    Raises:
        LookupError: a rule of the rulebook is not among them.
    """
    missing = [name for name in RULEBOOK if name not in found]
    if missing:
        names = ", ".join(missing)
        raise LookupError(f"write a function with @comparing or @naming in rules.py for {names}")
    return {name: found[name] for name in RULEBOOK}


RULES = in_order(_registered)
"""All rules by name, in the order of the checklist."""


def relations(rows: Side, columns: Side, case: Case) -> dict[str, Relation]:
    """The relations of all naming rules that are on, between the people of two sides."""
    found, everybody = {}, case.everybody
    for name, rule in RULES.items():
        if rule.names is not None and case.settings.is_on(name):
            named: dict[str, set[str]] = {}
            for person in everybody:
                if others := rule.names(person, case):
                    named.setdefault(person.id, set()).update(others)
            found[name] = relation(rows.people, columns.people, named)
    return found


def active(settings: MatchingSettings) -> tuple[Rule, ...]:
    """The rules that count, in the order of the checklist."""
    return tuple(rule for name, rule in RULES.items() if settings.is_on(name))

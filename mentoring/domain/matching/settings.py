"""What owners may set about the matching: the ``[matching]`` table of ``programme.toml``.

The rules are named as in :mod:`mentoring.domain.matching.rulebook`, the weights as in
:mod:`mentoring.domain.matching.scores`; docs/matching.md says what each name means.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, NamedTuple

from pydantic import AfterValidator, Field, StringConstraints, field_validator
from pydantic_core import PydanticCustomError

from mentoring.domain.matching.rulebook import RULEBOOK, SWITCHES
from mentoring.domain.tables import Table

Points = Annotated[int, Field(ge=0, le=1000)]
ANY_DEPTH = 0
"""The ``reporting_line_depth`` at which the whole chain of managers counts."""
DEEPEST = 20
"""The greatest ``reporting_line_depth``; no company has more levels."""

VOLUNTARY = ("generation", "gender")
"""The weights of what people tell only if they like: it makes tandems differ, and never decides who
may be in one.
"""
UNTOLD = frozenset({*VOLUNTARY, "background", "shared_format", "shared_times"})
"""The weights of answers of which the questionnaire promises that owners read none: a reason would
tell them, and so would a score.
"""
LOWEST_LEVEL = 30
"""No company has more levels below its top, which is 1."""

RETIRED_PARAMETERS = frozenset({"mentor_generations", "mentor_years_at_most", "mentor_age_at_most"})
"""These are read no more: who may take part never depends on a voluntary answer, and nothing ever
told how old people are, or how long they have been there.
"""


def _rule(name: str) -> str:
    if name not in RULEBOOK:
        raise PydanticCustomError("one_of", "one of {allowed}", {"allowed": ", ".join(RULEBOOK)})
    return name


def _different(people: tuple[str, ...]) -> tuple[str, ...]:
    known: set[str] = set()
    for place, person in enumerate(people):
        if person.casefold() in known:
            facts = {"person": person, "at": str(place)}
            raise PydanticCustomError("people_twice", "{person} stands twice", facts)
        known.add(person.casefold())
    return people


RuleName = Annotated[str, AfterValidator(_rule)]
SomePerson = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""Somebody by e-mail address, or by the id of the directory (offline: of the people's file)."""


class Weights(Table):
    """Points for each thing that speaks for a pair. Integers from 0 (does not count) to 1000.

    ``topic_ranks`` are the points for the first, second, … wish, times the mentor's level (1 to 3)
    in that topic; wishes beyond the list count as its last. ``hierarchy`` is for each level between
    the two, at most three levels.
    """

    topic_ranks: Annotated[tuple[Points, ...], Field(min_length=1)] = (30, 20, 10)
    function: Points = 20
    location: Points = 20
    background: Points = 25
    generation: Points = 25
    hierarchy: Points = 10
    gender: Points = 10
    shared_format: Points = 10
    shared_times: Points = 10

    @field_validator("topic_ranks")
    @classmethod
    def _falling(cls, ranks: tuple[int, ...]) -> tuple[int, ...]:
        if list(ranks) != sorted(ranks, reverse=True):
            raise PydanticCustomError("falling", "a later wish counts more than an earlier one")
        return ranks

    @property
    def most(self) -> int:
        """The highest score that a pair can have: three wishes, taught at the highest level."""
        topics = 3 * self.of_a_topic
        differing = self.function + self.location + self.background + self.generation + self.gender
        return topics + differing + 3 * self.hierarchy + self.shared_format + self.shared_times

    def told(self) -> Weights:
        """The weights of what owners may read: nothing counts that people answer for the matching
        alone.
        """
        return self.model_copy(update=dict.fromkeys(UNTOLD, 0))

    @property
    def of_a_topic(self) -> int:
        """The points of each topic in common where wishes and levels may not be told apart: three
        of them are as much as three wishes taught at the highest level.
        """
        return sum(self.of_rank(rank) for rank in range(3))

    def of_rank(self, rank: int) -> int:
        """The points of a wish, the first wish being 0; times the mentor's level they are the score
        of the topic.
        """
        return self.topic_ranks[min(rank, len(self.topic_ranks) - 1)]


class Parameters(Table):
    """Parameters of the rules that have some; an empty one does not limit anything.

    ``reporting_line_depth``: how many managers up a reporting line counts, in either direction;
    ``ANY_DEPTH`` for the whole chain. ``levels_between``: the mentor stands at least this many
    levels below the mentee. ``topic_level``: the least level at which a mentor must teach a wished
    topic. The last two belong to ``role_eligibility``; 1 is the top of the company.
    """

    reporting_line_depth: Annotated[int, Field(ge=ANY_DEPTH, le=DEEPEST)] = 2
    levels_between: Annotated[int, Field(ge=1, le=20)] = 1
    common_languages: Annotated[int, Field(ge=1, le=10)] = 1
    topic_level: Annotated[int, Field(ge=1, le=3)] = 1
    mentee_level_at_most: Annotated[int, Field(ge=1)] | None = None
    mentor_level_at_least: Annotated[int, Field(ge=1)] | None = None


class ExclusionGroup(Table):
    """People of whom owners want no two in one tandem, for instance both sides of an audit."""

    name: SomePerson
    people: Annotated[tuple[SomePerson, ...], Field(min_length=2), AfterValidator(_different)]


class KpiGroup(Table):
    """People who are measured by the same targets, for instance all who answer for one region."""

    name: SomePerson
    people: Annotated[tuple[SomePerson, ...], Field(min_length=1), AfterValidator(_different)]


def _in_one_group(groups: tuple[KpiGroup, ...]) -> tuple[KpiGroup, ...]:
    """The groups, if nobody is in two of them: whose targets would count?"""
    found: dict[str, str] = {}
    for place, group in enumerate(groups):
        for person in group.people:
            if person.casefold() in found:
                facts = {"person": person, "group": found[person.casefold()], "at": str(place)}
                raise PydanticCustomError("in_two_groups", "{person} is in {group}", facts)
        found |= {person.casefold(): group.name for person in group.people}
    return groups


class CorrectedLevel(Table):
    """Somebody's level (1 = top of the company) where the chain of managers gives a wrong one."""

    person: SomePerson
    level: Annotated[int, Field(ge=1, le=LOWEST_LEVEL)]


def _one_level_each(levels: tuple[CorrectedLevel, ...]) -> tuple[CorrectedLevel, ...]:
    known: set[str] = set()
    for place, each in enumerate(levels):
        if each.person.casefold() in known:
            facts = {"person": each.person, "at": f"{place}.person"}
            raise PydanticCustomError("people_twice", "{person} stands twice", facts)
        known.add(each.person.casefold())
    return levels


BlockedPair = Annotated[tuple[SomePerson, SomePerson], AfterValidator(_different)]


class MatchingSettings(Table):
    """All that owners may set about the matching.

    ``rules`` switches rules on or off by name; a rule that is not named keeps its default.
    ``lowest_score``: no pair below this score. ``blocked_pairs`` are two people each, in whichever
    roles. ``kpi_groups`` say who is measured by the same targets, ``levels`` where somebody really
    stands.
    """

    rules: dict[RuleName, bool] = Field(default_factory=dict)
    parameters: Parameters = Parameters()
    weights: Weights = Weights()
    lowest_score: Annotated[int, Field(ge=0, le=1000)] = 0
    trios: bool = False
    exclusion_groups: tuple[ExclusionGroup, ...] = ()
    blocked_pairs: tuple[BlockedPair, ...] = ()
    kpi_groups: Annotated[tuple[KpiGroup, ...], AfterValidator(_in_one_group)] = ()
    levels: Annotated[tuple[CorrectedLevel, ...], AfterValidator(_one_level_each)] = ()

    @field_validator("rules")
    @classmethod
    def _switchable(cls, rules: dict[str, bool]) -> dict[str, bool]:
        for name, on in rules.items():
            if not on and not RULEBOOK[name].switchable:
                raise PydanticCustomError("not_switchable", "it always counts", {"at": name})
        return rules

    def is_on(self, rule: str) -> bool:
        """Whether the rule of this name counts."""
        return self.rules.get(rule, RULEBOOK[rule].on)

    @property
    def named(self) -> frozenset[str]:
        """Everybody who is named in these settings, as they are written."""
        groups: tuple[ExclusionGroup | KpiGroup, ...]
        groups = (*self.exclusion_groups, *self.kpi_groups)
        listed = (*self.blocked_pairs, *(group.people for group in groups))
        levels = (each.person for each in self.levels)
        return frozenset((*(person for people in listed for person in people), *levels))

    def kpi_group_of(self, person: str) -> str:
        """The KPI group of whoever has this id; empty for none."""
        groups = (group.name for group in self.kpi_groups if person in group.people)
        return next(groups, "")

    def level_of(self, *names: str) -> int | None:
        """The level that owners have given to whoever is called one of these (id or address); None
        where the chain of managers counts.
        """
        known = {each.casefold() for each in names}
        return next((each.level for each in self.levels if each.person.casefold() in known), None)


def with_ids(settings: MatchingSettings, ids: Mapping[str, str]) -> MatchingSettings:
    """The settings with people's ids in place of their e-mail addresses, as far as ``ids`` (by
    address in lower case) knows them.

    Somebody who stood twice in a group, under both, stands there once.
    """

    def known(people: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(ids.get(person.casefold(), person) for person in people))

    apart, targets = settings.exclusion_groups, settings.kpi_groups
    pairs = [pair for each in settings.blocked_pairs if len(pair := known(each)) == 2]
    levels = {known((each.person,))[0]: each for each in reversed(settings.levels)}
    changed = {
        "exclusion_groups": tuple(
            group.model_copy(update={"people": known(group.people)}) for group in apart
        ),
        "kpi_groups": tuple(
            group.model_copy(update={"people": known(group.people)}) for group in targets
        ),
        "blocked_pairs": tuple(pairs),
        "levels": tuple(
            each.model_copy(update={"person": person}) for person, each in reversed(levels.items())
        ),
    }
    return settings.model_copy(update=changed)


PEOPLE = ("exclusion_groups", "blocked_pairs", "kpi_groups", "levels")
"""The settings that name people."""


@dataclass(frozen=True)
class SettingsWish:
    """What owners would like to change. What is not named, or None, stays as it is.

    ``weights`` and ``parameters`` are those to change, by the name of their field in
    :class:`Weights` and :class:`Parameters`, ``rules`` by their own.
    """

    weights: Mapping[str, int | tuple[int, ...]] = field(default_factory=dict)
    rules: Mapping[str, bool] = field(default_factory=dict)
    lowest_score: int | None = None
    trios: bool | None = None
    exclusion_groups: tuple[ExclusionGroup, ...] | None = None
    blocked_pairs: tuple[tuple[str, str], ...] | None = None
    kpi_groups: tuple[KpiGroup, ...] | None = None
    levels: tuple[CorrectedLevel, ...] | None = None
    parameters: Mapping[str, int] = field(default_factory=dict)

    def applied_to(self, now: MatchingSettings) -> MatchingSettings:
        """The settings as they would be.

        Raises:
            pydantic.ValidationError: one of them would be out of its bounds.
        """
        names = ("lowest_score", "trios", *PEOPLE)
        single = {name: wanted for name in names if (wanted := getattr(self, name)) is not None}
        tables = {
            "weights": Weights.model_validate({**dict(now.weights), **self.weights}),
            "parameters": Parameters.model_validate({**dict(now.parameters), **self.parameters}),
            "rules": {**now.rules, **self.rules},
        }
        wanted = {**dict(now), **single, **tables}
        return MatchingSettings.model_validate(wanted)


Setting = bool | int | str | tuple[int | str, ...] | None
"""The value of a setting; of a list of people, only how many it has."""


class SettingChange(NamedTuple):
    """A setting that is different, before and after; ``path`` is ``weights.function``, say."""

    path: str
    before: Setting
    after: Setting


def settings_changed(
    before: MatchingSettings, after: MatchingSettings
) -> tuple[SettingChange, ...]:
    """Which settings are different, and how."""
    was, now = _by_path(before), _by_path(after)
    return tuple(
        SettingChange(path, was[path], value) for path, value in now.items() if was[path] != value
    )


def _by_path(settings: MatchingSettings) -> dict[str, Setting]:
    """All settings by path, but for people's levels, which are told by name; a rule counts or does
    not, whether it is named or not.
    """
    tables: tuple[tuple[str, Table], ...] = (
        ("parameters", settings.parameters),
        ("weights", settings.weights),
    )
    return {
        **{f"{name}.{key}": value for name, table in tables for key, value in table},
        **{f"rules.{name}": settings.is_on(name) for name in SWITCHES},
        "lowest_score": settings.lowest_score,
        "trios": settings.trios,
        "exclusion_groups": len(settings.exclusion_groups),
        "blocked_pairs": len(settings.blocked_pairs),
        "kpi_groups": sum(len(group.people) for group in settings.kpi_groups),
    }


def with_kept_meaning(plain: Mapping[str, object]) -> dict[str, object]:
    """Stored settings (not yet validated), completed with what could not be set in their time, and
    without what can be set no longer.

    Before there was a ``reporting_line_depth``, a reporting line counted at any depth.
    """
    parameters = plain.get("parameters", {})
    if not isinstance(parameters, Mapping):
        return dict(plain)  # the validation will report it
    return without_retired(
        {**plain, "parameters": {"reporting_line_depth": ANY_DEPTH, **parameters}}
    )


def without_retired(plain: Mapping[str, object]) -> dict[str, object]:
    """Stored settings (not yet validated) without the parameters that there are no more."""
    parameters = plain.get("parameters", {})
    if not isinstance(parameters, Mapping):
        return dict(plain)
    kept = {key: value for key, value in parameters.items() if key not in RETIRED_PARAMETERS}
    return {**plain, "parameters": kept}

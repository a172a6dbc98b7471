"""What owners may set about the matching: the ``[matching]`` table of ``programme.toml``.

The rules are named as in :mod:`mentoring.domain.matching.rulebook`, the weights as in
:mod:`mentoring.domain.matching.scores`; docs/matching.md says what each name means.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, field_validator

from mentoring.domain.matching.rulebook import RULEBOOK, SWITCHES

Points = Annotated[int, Field(ge=0, le=1000)]
ANY_DEPTH = 0
"""The ``reporting_line_depth`` at which the whole chain of managers counts."""
DEEPEST = 20
"""The greatest ``reporting_line_depth``; no company has more levels."""

RETIRED_PARAMETERS = frozenset({"mentor_generations"})
"""Who may take part never depends on a voluntary answer: these are read no more."""


class Table(BaseModel):
    """Base of the tables below: frozen, and an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


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
            raise ValueError(
                "a later wish cannot count more than an earlier one: write the points in falling "
                "order"
            )
        return ranks

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
    topic. The last three belong to ``role_eligibility``.
    """

    reporting_line_depth: Annotated[int, Field(ge=ANY_DEPTH, le=DEEPEST)] = 2
    levels_between: Annotated[int, Field(ge=1, le=20)] = 1
    common_languages: Annotated[int, Field(ge=1, le=10)] = 1
    topic_level: Annotated[int, Field(ge=1, le=3)] = 1
    mentor_years_at_most: Annotated[int, Field(ge=0)] | None = None
    mentor_age_at_most: Annotated[int, Field(ge=0)] | None = None
    mentee_level_at_most: Annotated[int, Field(ge=1)] | None = None


class ExclusionGroup(Table):
    """People of whom owners want no two in one tandem, for instance both sides of an audit."""

    name: Annotated[str, Field(min_length=1)]
    people: Annotated[tuple[str, ...], Field(min_length=2)]


class MatchingSettings(Table):
    """All that owners may set about the matching.

    ``rules`` switches rules on or off by name; a rule that is not named keeps its default.
    ``lowest_score``: no pair below this score. ``blocked_pairs`` are two ids each, in whichever
    roles.
    """

    rules: dict[str, bool] = Field(default_factory=dict)
    parameters: Parameters = Parameters()
    weights: Weights = Weights()
    lowest_score: Annotated[int, Field(ge=0, le=1000)] = 0
    trios: bool = False
    exclusion_groups: tuple[ExclusionGroup, ...] = ()
    blocked_pairs: tuple[tuple[str, str], ...] = ()

    @field_validator("rules")
    @classmethod
    def _known(cls, rules: dict[str, bool]) -> dict[str, bool]:
        unknown = sorted(set(rules) - set(RULEBOOK))
        if unknown:
            raise ValueError(
                f"unknown rule {', '.join(unknown)}; allowed are {', '.join(RULEBOOK)}"
            )
        fixed = sorted(
            name for name, on in rules.items() if not on and not RULEBOOK[name].switchable
        )
        if fixed:
            raise ValueError(f"{', '.join(fixed)} cannot be switched off: remove it from the table")
        return rules

    def is_on(self, rule: str) -> bool:
        """Whether the rule of this name counts."""
        return self.rules.get(rule, RULEBOOK[rule].on)


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
    parameters: Mapping[str, int] = field(default_factory=dict)

    def applied_to(self, now: MatchingSettings) -> MatchingSettings:
        """The settings as they would be.

        Raises:
            pydantic.ValidationError: one of them would be out of its bounds.
        """
        names = ("lowest_score", "trios", "exclusion_groups", "blocked_pairs")
        single = {name: wanted for name in names if (wanted := getattr(self, name)) is not None}
        tables = {
            "weights": Weights.model_validate({**dict(now.weights), **self.weights}),
            "parameters": Parameters.model_validate({**dict(now.parameters), **self.parameters}),
            "rules": {**now.rules, **self.rules},
        }
        wanted = {**dict(now), **single, **tables}
        return MatchingSettings.model_validate(wanted)


Setting = bool | int | str | tuple[int | str, ...] | None
"""The value of a setting; of a list of people, only how many entries it has."""


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
    """All settings by path; a rule counts or does not, whether it is named or not."""
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
    }


def with_kept_meaning(plain: Mapping[str, object]) -> dict[str, object]:
    """Stored settings (not yet validated), completed with what could not be set in their time.

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

"""What owners would have otherwise about the matching, and what that changes."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from mentoring.domain.matching.settings import (
    ExclusionGroup,
    MatchingSettings,
    SettingsWish,
    Weights,
    settings_changed,
)

NOW = MatchingSettings(rules={"hierarchy": False}, weights=Weights(function=5), lowest_score=7)
GROUP = ExclusionGroup(name="audit", people=("ann", "max"))


def test_what_is_not_named_stays_as_it_is() -> None:
    assert SettingsWish().applied_to(NOW) == NOW
    wanted = SettingsWish(weights={"gender": 0}, rules={"language": False}).applied_to(NOW)
    assert wanted == MatchingSettings(
        rules={"hierarchy": False, "language": False},
        weights=Weights(function=5, gender=0),
        lowest_score=7,
    )


def test_nothing_and_nobody_can_be_wished_too() -> None:
    now = MatchingSettings(trios=True, exclusion_groups=(GROUP,), blocked_pairs=(("ann", "max"),))
    wish = SettingsWish(lowest_score=0, trios=False, exclusion_groups=(), blocked_pairs=())
    assert wish.applied_to(now) == MatchingSettings()


@pytest.mark.parametrize(
    ("wish", "field"),
    [
        (SettingsWish(weights={"function": -1}), "function"),
        (SettingsWish(weights={"charm": 1}), "charm"),
        (SettingsWish(weights={"topic_ranks": (10, 20)}), "topic_ranks"),
        (SettingsWish(rules={"charm": True}), "rules"),
        (SettingsWish(rules={"not_with": False}), "rules"),
        (SettingsWish(lowest_score=1001), "lowest_score"),
    ],
)
def test_what_is_out_of_bounds_is_refused_by_its_field(wish: SettingsWish, field: str) -> None:
    with pytest.raises(ValidationError) as refused:
        wish.applied_to(NOW)
    assert refused.value.errors()[0]["loc"][0] == field


def test_a_change_is_told_by_its_path_before_and_after() -> None:
    wish = SettingsWish(
        {"topic_ranks": (40, 20)}, {"hierarchy": True}, trios=True, exclusion_groups=(GROUP,)
    )
    assert settings_changed(NOW, wish.applied_to(NOW)) == (
        ("weights.topic_ranks", (30, 20, 10), (40, 20)),
        ("rules.hierarchy", False, True),
        ("trios", False, True),
        ("exclusion_groups", 0, 1),
    )


def test_a_rule_that_is_only_named_is_no_change() -> None:
    named = SettingsWish(rules={"language": True}).applied_to(NOW)
    assert settings_changed(NOW, named) == ()

"""What owners fill in to try out other settings of the matching."""

from __future__ import annotations

import pytest

from bot.handlers.matching.runs import wanted_settings
from cards.catalogue import render
from cards.kit.words import Words
from mentoring.domain.errors import Refusal
from mentoring.domain.matching.rulebook import SWITCHES
from mentoring.domain.matching.settings import MatchingSettings, settings_changed
from sandbox.cards import inputs
from tests.cards.samples import everything


def filled(**changed: str) -> dict[str, str]:
    """The form as it stands, with some fields changed."""
    card = render(everything()["match-settings"], Words("de")).content
    return {key: str(one.spec.get("value", "")) for key, one in inputs(card).items()} | changed


def test_a_form_in_which_nothing_was_changed_changes_nothing() -> None:
    now, wanted = MatchingSettings(), wanted_settings(filled())
    different = settings_changed(now, wanted.applied_to(now))
    assert different == ()
    assert set(wanted.rules) == set(SWITCHES)


def test_the_depth_of_the_reporting_line_is_one_of_the_fields() -> None:
    assert wanted_settings(filled(reporting_line_depth="0")).parameters == {
        "reporting_line_depth": 0
    }


@pytest.mark.parametrize("field", ["function", "topic_2", "lowest_score", "reporting_line_depth"])
def test_what_is_no_number_names_its_field(field: str) -> None:
    with pytest.raises(Refusal, match="settings-wrong") as refused:
        wanted_settings(filled(**{field: "viel"}))
    assert refused.value.field == field

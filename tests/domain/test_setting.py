"""Each setting is described by its own type: a card asks for it, or a file holds it, or it is a
topic.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from mentoring.domain.condition import Condition
from mentoring.domain.programme import Programme, Sponsor
from mentoring.domain.setting import (
    BY_FILE,
    SECTIONS,
    Changed,
    changes,
    plain,
    setting,
    value_at,
    with_values,
)

ON_A_CARD = {path for paths in SECTIONS.values() for path in paths}


def paths(settings: Mapping[str, Any], around: str = "") -> Iterator[str]:
    for key, value in settings.items():
        path = f"{around}{key}"
        if isinstance(value, Mapping) and path not in BY_FILE:
            yield from paths(value, f"{path}.")
        else:
            yield path


def test_every_setting_is_on_the_card_or_in_the_file() -> None:
    spoken = Sponsor(sentences={"de": "Ja", "en": "Yes"})
    asked = Condition(texts={"de": "Ja", "en": "Yes"})
    asks = Programme(sponsor=spoken, mentor_condition=asked, mentee_condition=asked)
    every = set(paths(plain(asks)))
    assert every - {*BY_FILE, "topics"} == ON_A_CARD, "name a new setting in SECTIONS, or BY_FILE"


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("name", "line"),
        ("tone", "choice"),
        ("apply_as", "several"),
        ("languages", "list"),
        ("offers.reminders", "numbers"),
        ("sessions.length_minutes", "choice"),
        ("sessions.lengths", "several"),
        ("sessions.months", "number"),
        ("sessions.number", "number"),
        ("sessions.earliest", "time"),
        ("sessions.closing_days", "days"),
        ("sponsor.sentence_en", "line"),
        ("boundary.email", "line"),
    ],
)
def test_what_a_setting_may_be_follows_from_its_type(path: str, kind: str) -> None:
    assert setting(path).kind == kind


def test_bounds_choices_and_what_may_be_empty_follow_from_it_too() -> None:
    months, number = setting("sessions.months"), setting("sessions.number")
    assert (months.lowest, months.highest, months.optional) == (1, 24, False)
    assert (number.lowest, number.highest, number.optional) == (1, 52, True)
    assert setting("sessions.length_minutes").choices == ("45", "60", "75", "90", "120")
    assert setting("boundary.name").longest == 100


def test_other_values_leave_the_rest_as_it_is() -> None:
    before = plain(Programme())
    made = with_values(before, {"sessions.months": 9, "sponsor.sentence_de": "Ja", "name": "X"})
    after = Programme.model_validate(made)
    assert changes(Programme(), after) == (
        Changed("name", "Tandem", "X"),
        Changed("sponsor.sentence_de", None, "Ja"),
        Changed("sessions.months", 6, 9),
    )
    back = with_values(made, {"sessions.months": 6, "sponsor.sentence_de": None, "name": "Tandem"})
    assert Programme.model_validate(back) == Programme()
    assert value_at(made, "sponsor.sentence_fr") is None

"""What is one is said as one: no plural stands beside it, in either language."""

from __future__ import annotations

import pytest

from cards.kit.words import Words


@pytest.mark.parametrize(
    ("key", "facts", "plural"),
    [
        ("where-enrolling", {"enrolled": 1, "asked": 1}, ("Personen", "people")),
        ("refusal-kickoff-seats-taken", {"taken": 1}, ("Personen", "people")),
        ("kept-closing", {"months": 1}, ("Monate", "months")),
        ("settings-said-figures", {"smallest_group": 5, "months": 1}, ("Monate", "months")),
        ("launch-series-of", {"sessions": 1, "minutes": 60}, ("Treffens", "sessions")),
    ],
)
@pytest.mark.parametrize("language", [0, 1], ids=["de", "en"])
def test_one_is_no_plural(
    key: str, facts: dict[str, int], plural: tuple[str, str], language: int
) -> None:
    """Issue 12, U35: "1 von 1 Personen sind angemeldet"."""
    assert plural[language] not in Words(("de", "en")[language]).text(key, **facts)

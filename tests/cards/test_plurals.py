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
        (
            "settings-said-figures",
            {"smallest_group": 5, "months": 1, "wish_to_stay": ""},
            ("Monate", "months"),
        ),
        ("where-enrolling", {"enrolled": 1, "asked": 5}, ("sind", "have")),
        ("launch-running", {"launched": 1, "tandems": 5}, ("sind", "are")),
        ("launch-partly", {"launched": 1, "tandems": 5}, ("sind", "are")),
        ("closing-running", {"closed": 1, "tandems": 5}, ("sind", "are")),
        ("undo-running", {"done": 1, "tandems": 5}, ("sind", "are")),
        ("kickoff-seats", {"taken": 0, "seats": 1}, ("Plätzen", "seats")),
        ("scheduling-wishes-missed", {"sessions": 1, "of": 6}, ("liegen", " are not")),
        ("scheduling-wishes-missed", {"sessions": 1, "of": 1}, ("von", "of 1")),
        ("my-data-more", {"lines": 1}, ("Zeilen", "lines")),
        ("programme-file-reminders", {"days": 2, "most": 1}, ("Tage ", "days before")),
        ("decide-sentence", {"tandems": 0, "people": 0, "points": 1}, ("Punkte", "points")),
        ("trouble-member-disabled", {"person": "Jan", "people": 1}, ("Konten", "accounts")),
        ("undo-then", {"tandems": 1}, ("Jedes", "Each")),
        ("undo-receipt", {"tandems": 1}, ("Tandems", "tandems")),
        ("match-score", {"score": 1, "most": 1}, ("Punkten", "points")),
        ("launch-series-of", {"sessions": 1, "minutes": 60}, ("Treffens", "sessions")),
    ],
)
@pytest.mark.parametrize("language", [0, 1], ids=["de", "en"])
def test_one_is_no_plural(
    key: str, facts: dict[str, int], plural: tuple[str, str], language: int
) -> None:
    """Issue 12, U35: "1 von 1 Personen sind angemeldet"."""
    assert plural[language] not in Words(("de", "en")[language]).text(key, **facts)

"""A card that is over is not edited whenever anything changes for all."""

from __future__ import annotations

from mentoring.usecases.common.showing import DEPENDENCIES, STILL_OPEN

ALWAYS_OPEN = {"status_card", "history_card", "people_card"}
"""Views of a programme as it stands: an older copy of such a card is closed by the newer one."""


def test_each_card_that_changes_with_all_says_when_it_is_over() -> None:
    """Otherwise each receipt of an owners' channel is edited whenever anything changes."""
    everywhere = {
        each.view.name
        for found in DEPENDENCIES.values()
        for each in found
        if "EVERY" in each.find.__code__.co_names
    }
    assert everywhere
    assert sorted(everywhere - STILL_OPEN.keys() - ALWAYS_OPEN) == []

"""Which cards are copies of each other is said by their view."""

from __future__ import annotations

import inspect

import bot.app  # noqa: F401 - everything registers itself
from mentoring.notices import VIEWS

LEAFED_THROUGH = {
    "invitation_to_read",
    "key_figures_card",
    "matching",
    "one_tandem_card",
    "open_call_card",
    "people_card",
    "settings_card",
    "tandems_card",
    "texts_card",
}
"""Cards whose ``view`` says which part of the same is shown."""


def test_a_receipt_or_another_preview_is_no_older_copy_of_a_new_one() -> None:
    """Closed as an older copy it would say that the same stands below, which it does not."""
    looking = {
        name
        for name, view in VIEWS.items()
        if view.audience == "owners" and "posting.view" in inspect.getsource(view.read)
    }
    told_apart = {name for name in looking if VIEWS[name].sides}
    assert told_apart == looking - LEAFED_THROUGH, (
        "say sides=True, or that it only leafs through the same"
    )

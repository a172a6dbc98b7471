"""What owners are shown before it happens is good for a day, and for what they have seen."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from mentoring.usecases.common.previews import (
    GOOD_FOR,
    grows_old,
    is_old,
    require_fresh,
    require_same,
)
from mentoring.usecases.launch import card, confirming
from tests.usecases.company import NOW, Company, one, refused
from tests.usecases.launch.ready import CHAT, START, ready


@pytest.mark.parametrize(
    ("prepared_at", "old"),
    [(NOW, False), (NOW - GOOD_FOR + timedelta(minutes=1), False), (NOW - GOOD_FOR, True)],
)
def test_a_preview_is_good_for_a_day(prepared_at: datetime, old: bool) -> None:
    assert is_old(prepared_at, NOW) is old


def test_one_of_an_earlier_version_does_not_say_when_it_was_made() -> None:
    with refused("preview-old"):
        require_fresh(None, NOW)


def test_what_was_seen_is_what_happens() -> None:
    require_same("3.1.0", "3.1.0")
    require_same("", "a card of an earlier version says nothing")
    with refused("preview-changed"):
        require_same("3.1.0", "4.1.0")


async def test_its_card_is_shown_anew_when_its_day_is_over(programmes: Company) -> None:
    await ready(programmes.first, 1)
    made = await programmes.first.run(confirming.prepare, "otto", START, CHAT)
    shown = f"launch:{made.id}:otto"
    before = (await one(programmes.first, "postings", shown)).wanted
    await programmes.first.run(grows_old, card.launch_card, made.id)
    await programmes.at(NOW + GOOD_FOR)
    assert (await one(programmes.first, "postings", shown)).wanted > before

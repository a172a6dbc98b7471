"""The key figure that a rehearsal's owner names."""

from __future__ import annotations

from datetime import date

import pytest

from sandbox.rehearse.programme import key_figure


@pytest.mark.parametrize("today", [date(2026, 10, 12), date(2026, 11, 30), date(2027, 8, 10)])
def test_its_day_is_behind_the_owner_whenever_the_rehearsal_is(today: date) -> None:
    """A day that was written down once lay ahead of rehearsals that launched before it: the product
    refuses such a day, and they were stuck.
    """
    assert date.fromisoformat(key_figure(today)["start_on"]) < today

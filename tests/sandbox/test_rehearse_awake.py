"""A tenant that looks through its calendars for what nobody needs counts late what came in time:
28 of 3,419 requests of 500 tandems were refused for their pace.
"""

from __future__ import annotations

import gc

from sandbox.rehearse.awake import stay_awake


def test_what_is_there_by_now_is_never_looked_through_again() -> None:
    there = [[] for _ in range(1000)]  # type: list[list[object]]
    assert any(each is there for each in gc.get_objects())
    try:
        stay_awake()
        assert not any(each is there for each in gc.get_objects())
    finally:
        gc.unfreeze()

"""Two who go on have a series behind their first one."""

from __future__ import annotations

import pytest

from sandbox.rehearse.habits import Answered
from sandbox.rehearse.life import with_further
from tests.sandbox.conftest import GraphClient
from tests.sandbox.launching import Launch


@pytest.mark.parametrize(
    ("series", "agreed", "duplicates"), [(2, True, 0), (2, False, 1), (3, True, 1)]
)
async def test_the_series_that_two_have_agreed_on_behind_theirs_is_none_too_many(
    graph: GraphClient, series: int, agreed: bool, duplicates: int
) -> None:
    launch = Launch(graph)
    await launch.members(0, 1)
    await launch.channel("Tandem 1", 0, 1)
    for _ in range(series):
        await launch.series(1, 0)
    tally = launch.count()
    assert with_further(tally, tally.pairs if agreed else ()).duplicates == duplicates


def test_two_go_on_if_both_have_said_so_last() -> None:
    answered = Answered()
    for person, said in (("anna", "yes"), ("ben", "no")):
        answered.would_go_on(person, {"tandem": "t", "going_on": said})
    assert answered.both_go_on() == set()
    answered.would_go_on("ben", {"tandem": "t", "going_on": "yes"})
    assert answered.both_go_on() == {frozenset({"anna", "ben"})}
    answered.would_go_on("anna", {"tandem": "t", "going_on": "no"})
    assert answered.both_go_on() == set()

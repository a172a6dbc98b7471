"""Two who go on have a series behind their first one."""

from __future__ import annotations

import pytest

from sandbox.rehearse.habits import Answered
from sandbox.rehearse.life import with_further
from tests.sandbox.conftest import GraphClient
from tests.sandbox.launching import Launch


@pytest.mark.parametrize(
    ("series", "agreed", "duplicates"), [(2, 1, 0), (2, 0, 1), (3, 1, 1), (3, 2, 0), (1, 1, 0)]
)
async def test_the_series_that_two_have_agreed_on_behind_theirs_are_none_too_many(
    graph: GraphClient, series: int, agreed: int, duplicates: int
) -> None:
    launch = Launch(graph)
    await launch.members(0, 1)
    await launch.channel("Tandem 1", 0, 1)
    for _ in range(series):
        await launch.series(1, 0)
    tally = launch.count()
    times = dict.fromkeys(tally.pairs, agreed)
    assert with_further(tally, times).duplicates == duplicates


def test_two_go_on_as_often_as_both_have_said_so() -> None:
    answered, pair = Answered(), frozenset({"anna", "ben"})

    def said(person: str, going_on: str) -> int:
        answered.would_go_on(person, {"tandem": "t", "going_on": going_on})
        return answered.gone_on[pair]

    assert [said("anna", "yes"), said("anna", "no"), said("ben", "yes")] == [0, 0, 0]
    assert said("anna", "yes") == 1
    assert [said("anna", "yes"), said("ben", "no"), said("ben", "yes")] == [1, 1, 2]

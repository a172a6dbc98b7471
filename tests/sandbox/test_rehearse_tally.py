"""What counts as a tandem, as moved, as missing and as one too many: counted in the tenant, made
through its Graph.
"""

from datetime import timedelta

import pytest

from sandbox.rehearse.tally import conflicts
from sandbox.tenant_file import CycleSessions
from tests.sandbox.conftest import GraphClient
from tests.sandbox.launching import START, Launch


@pytest.fixture
def launch(graph: GraphClient) -> Launch:
    return Launch(graph)


async def test_a_channel_of_two_and_a_complete_series_make_a_tandem(launch: Launch) -> None:
    await launch.members(0, 1)
    await launch.channel("Tandem 1", 0, 1)
    await launch.series(0, 1)
    tally = launch.count()
    pair = frozenset({launch.people[0].id, launch.people[1].id})
    assert tally.pairs == {pair}
    assert (tally.tandems, tally.channels, tally.series, tally.occurrences) == (1, 1, 1, 6)
    assert (tally.memberships, tally.moved, tally.duplicates) == (2, 0, 0)


async def test_what_was_there_before_is_not_counted(launch: Launch) -> None:
    tally = launch.count()
    assert (tally.channels, tally.series, tally.memberships, tally.duplicates) == (0, 0, 0, 0)


async def test_without_series_or_channel_there_is_no_tandem(launch: Launch) -> None:
    await launch.members(0, 1, 2, 3)
    await launch.channel("Tandem 1", 0, 1)
    await launch.series(2, 3)
    tally = launch.count()
    assert (tally.tandems, len(tally.with_channel), len(tally.with_series)) == (0, 1, 1)


async def test_a_channel_with_a_third_member_is_nobodys_tandem(launch: Launch) -> None:
    await launch.members(0, 1, 2)
    await launch.channel("Tandem 1", 0, 1, 2)
    await launch.series(0, 1)
    assert launch.count().tandems == 0


async def test_sessions_of_another_length_or_without_meeting_link_are_not_complete(
    launch: Launch,
) -> None:
    await launch.series(0, 1, minutes=90)
    await launch.series(2, 3, isOnlineMeeting=False, onlineMeetingProvider="unknown")
    assert launch.count().with_series == frozenset()
    assert len(launch.count(CycleSessions(90)).with_series) == 1


async def test_moved_and_cancelled_occurrences_are_counted_and_leave_the_series_complete(
    launch: Launch,
) -> None:
    master = await launch.series(0, 1)
    second, third, fourth, *_ = (await launch.instances(0, master))[1:]
    path = f"/users/{launch.people[0].id}/events"
    later = {
        key: second[key] | {"dateTime": second[key]["dateTime"].replace(old, new)}
        for key, old, new in (("start", "T06:", "T09:"), ("end", "T08:", "T11:"))
    }
    assert (await launch.graph.patch(f"{path}/{second['id']}", later)).status == 200
    assert (
        await launch.graph.post(f"{path}/{third['id']}/cancel", {"comment": "Holiday"})
    ).status == 202
    assert (
        await launch.graph.patch(f"{path}/{fourth['id']}", {"subject": "Retrospective"})
    ).status == 200
    tally = launch.count()
    assert (tally.moved, tally.occurrences, len(tally.with_series)) == (2, 5, 1)


async def test_a_second_channel_or_series_for_a_pair_is_one_too_many(launch: Launch) -> None:
    await launch.members(0, 1)
    await launch.channel("Tandem 1", 0, 1)
    await launch.channel("Tandem 1 again", 0, 1)
    await launch.series(0, 1)
    await launch.series(1, 0)
    tally = launch.count()
    assert (tally.tandems, tally.duplicates) == (1, 2)


async def test_a_series_that_was_called_off_does_not_count(launch: Launch) -> None:
    master = await launch.series(0, 1)
    cancelled = await launch.graph.post(
        f"/users/{launch.people[0].id}/events/{master}/cancel", {"comment": "x"}
    )
    assert cancelled.status == 202
    assert launch.count().series == 0


async def alone(launch: Launch) -> Launch:
    """Two with a channel and without a series."""
    await launch.members(0, 1)
    await launch.channel("Tandem 1", 0, 1)
    return launch


async def test_who_has_no_common_time_for_a_series_needs_as_many_single_sessions_as_a_cycle_has(
    launch: Launch,
) -> None:
    two, found = CycleSessions(number=2), list[tuple[int, int, int]]()
    await alone(launch)
    for week in range(3):
        await launch.single(0, 1, START + timedelta(weeks=week))
        tally = launch.count(two)
        found.append((tally.tandems, tally.occurrences, tally.duplicates))
    assert found == [(0, 1, 0), (1, 2, 0), (1, 3, 1)]


async def test_who_goes_from_session_to_session_needs_the_next_one_and_no_further(
    launch: Launch,
) -> None:
    one_by_one = CycleSessions(one_by_one=True)
    await alone(launch)
    assert launch.count(one_by_one).tandems == 0
    await launch.single(0, 1, START)
    await launch.single(0, 1, START + timedelta(weeks=4))
    tally = launch.count(one_by_one)
    assert (tally.tandems, tally.series, tally.duplicates) == (1, 0, 1)
    launch.state.clock.set(START + timedelta(hours=3))
    assert launch.count(one_by_one).duplicates == 0


async def test_a_single_session_that_is_too_short_or_of_others_completes_nothing(
    launch: Launch,
) -> None:
    await alone(launch)
    await launch.single(0, 1, START, minutes=60)
    await launch.single(2, 3, START)
    assert launch.count(CycleSessions(number=1)).tandems == 0


async def test_sessions_on_something_else_are_found(launch: Launch) -> None:
    for person in launch.people:
        launch.state.mailboxes[person.id].entries.clear()
    await launch.series(0, 1)
    before = conflicts(launch.state, launch.count())
    start, end = (START + timedelta(minutes=shift) for shift in (30, 60))
    busy = {"person": launch.people[1].id, "start": start.isoformat(), "end": end.isoformat()}
    url = f"{launch.graph.tenant.url}/sandbox/busy"
    assert (await launch.graph.post(url, busy)).status == 200
    assert conflicts(launch.state, launch.count()) == before + 1

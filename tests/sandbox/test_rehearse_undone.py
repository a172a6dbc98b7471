"""Of a launch that was taken back nothing stands: no open channel, no session to come, nobody whom
only it had put into a team.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from sandbox.rehearse.undone import left_standing
from tests.sandbox.conftest import GraphClient
from tests.sandbox.launching import START, Launch
from tests.sandbox.test_rehearse_verdict import One

NOTHING = {"channels": 0, "sessions": 0, "memberships": 0}


async def launched(graph: GraphClient) -> Launch:
    launch = Launch(graph)
    await launch.members(0, 1)
    await launch.channel("Tandem 1", 0, 1)
    await launch.series(1, 0)
    return launch


async def test_all_that_was_made_since_then_counts_until_it_is_cleared_away(
    graph: GraphClient,
) -> None:
    launch = await launched(graph)
    state, before = launch.state, launch.baseline
    assert left_standing(state, before) == {"channels": 1, "sessions": 1, "memberships": 2}
    team = state.teams[launch.team]
    for channel in team.channels.values():
        channel.archived = True
    for person in launch.people[:2]:
        [key] = [key for key, each in team.members.items() if each.person_id == person.id]
        del team.members[key]
    state.clock.set(START + timedelta(days=400))
    assert left_standing(state, before) == NOTHING


async def test_what_is_cancelled_is_not_to_come(graph: GraphClient) -> None:
    launch = Launch(graph)
    event = await launch.single(1, 0, START)
    assert left_standing(launch.state, launch.baseline)["sessions"] == 1
    organizer = launch.people[1].id
    await graph.post(f"/users/{organizer}/events/{event}/cancel", {"comment": "Sorry"})
    assert left_standing(launch.state, launch.baseline) == NOTHING


async def test_what_is_left_of_it_is_too_much_and_is_said(graph: GraphClient) -> None:
    one = One(graph)
    verdict = replace(one.verdict, left_standing={**NOTHING, "sessions": 2})
    found = verdict.found(one.launch.count())
    assert found.tally.duplicates == 2
    assert found.told()[-1] == "Taken back, and still there: 2 sessions."

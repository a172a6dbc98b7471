"""A team whose creation was asked for and not answered may stand before any list shows it: until it
would be listed no second one is asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pytest

from mentoring.domain.errors import NotAllowed, NotYet, Throttled, Unavailable
from mentoring.ports.world import World
from mentoring.usecases.launch import carrying_out, opening
from mentoring.usecases.launch.opened_before import ASKED, LISTED_WITHIN, number_of
from tests.usecases.company import Company, all_of, asked_for, change, put
from tests.usecases.launch.ready import confirmed, ready


@pytest.fixture
async def wanted(programmes: Company) -> str:
    """The key of a team that a launch is missing."""
    programmes.teams.people["owners-1"] = {"otto"}
    await change(programmes.unbound, "programmes", "p1", teams=())
    await ready(programmes.first, 1)
    await carrying_out.launch_all(programmes.first, await confirmed(programmes.first))
    [key] = await asked_for(programmes.first, "open_team")
    return str(key)


async def nobody_hears(programmes: Company, wanted: str) -> None:
    """It is opened, the server dies with the answer, and no list shows it."""
    programmes.teams.loses.add("open_team")
    with pytest.raises(Unavailable, match="nobody has heard"):
        await opening.open_team(programmes.first, wanted)
    programmes.teams.loses.clear()
    programmes.teams.unlisted |= set(programmes.teams.opened)


async def places(world: World) -> list[str]:
    return [each.team_id for each in await all_of(world, "tandems")]


async def test_no_second_one_is_asked_for_in_the_meantime(programmes: Company, wanted: str) -> None:
    """It was opened anew, and the first one was known to nobody."""
    await nobody_hears(programmes, wanted)
    with pytest.raises(NotYet, match="not listed"):
        await opening.open_team(programmes.first, wanted)
    programmes.teams.unlisted.clear()
    await opening.open_team(programmes.first, wanted)
    assert list(programmes.teams.opened) == ["team-1"] == await places(programmes.first)


async def test_what_is_not_listed_by_then_was_never_opened(
    programmes: Company, wanted: str
) -> None:
    programmes.teams.refuses["open_team"] = Unavailable("away")
    with pytest.raises(Unavailable, match="away"):
        await opening.open_team(programmes.first, wanted)
    programmes.teams.refuses.clear()
    await programmes.at(programmes.clock.moment + LISTED_WITHIN + timedelta(seconds=1))
    await opening.open_team(programmes.first, wanted)
    assert await places(programmes.first) == ["team-1"]


async def test_nor_by_another_launch_that_takes_up_the_number(
    programmes: Company, wanted: str
) -> None:
    """The launch was given up, and the next one knew nothing of what the first had asked for."""
    await nobody_hears(programmes, wanted)
    launch_id = wanted.rsplit(":", 2)[0]
    again = opening.to_open(launch_id, number_of(wanted))
    await put(programmes.first, "launch_teams", again)
    with pytest.raises(NotYet, match="not listed"):
        await opening.open_team(programmes.first, again.id)
    assert list(programmes.teams.opened) == ["team-1"]


async def test_what_was_refused_for_good_need_not_wait(programmes: Company, wanted: str) -> None:
    programmes.teams.refuses["open_team"] = NotAllowed("a policy")
    await opening.open_team(programmes.first, wanted)
    facts = await all_of(programmes.first, "facts")
    assert [each.id for each in facts if each.id.startswith(ASKED)] == []


async def test_a_service_that_wants_to_be_left_alone_may_have_opened_it(
    programmes: Company, wanted: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says so of a 503, too, in which the team may have come to be: it was opened twice."""
    teams = programmes.teams
    opens = teams.open_team

    async def busy(name: str, description: str, owners: Sequence[str]) -> str:
        teams.unlisted.add(await opens(name, description, owners))
        raise Throttled("later", 1)

    monkeypatch.setattr(teams, "open_team", busy)
    with pytest.raises(Throttled, match="later"):
        await opening.open_team(programmes.first, wanted)
    with pytest.raises(NotYet, match="not listed"):
        await opening.open_team(programmes.first, wanted)
    assert list(teams.opened) == ["team-1"]

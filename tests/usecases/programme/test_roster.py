"""Who the owners are is kept beside their programme, as Teams last told."""

from __future__ import annotations

from functools import partial

import pytest

from mentoring.domain.errors import NotAllowed, Unavailable
from mentoring.usecases.programme import roster
from mentoring.usecases.programme.needs import Need
from tests.usecases.company import Company, one
from tests.usecases.overview import status_of


async def owners(company: Company, programme: str = "p1") -> tuple[str, ...]:
    found: tuple[str, ...] = (await one(company.unbound, "programmes", programme)).owners
    return found


async def test_the_members_of_the_owners_team_are_the_owners(programmes: Company) -> None:
    programmes.teams.people["owners-1"] = {"otto", "eva"}
    await roster.learn(programmes.first)
    assert (await owners(programmes), await owners(programmes, "p2")) == (("eva", "otto"), ())


async def test_who_has_left_the_team_is_none_any_more(programmes: Company) -> None:
    for members in ({"otto", "eva"}, {"otto"}):
        programmes.teams.people["owners-1"] = members
        await roster.learn(programmes.first)
    assert await owners(programmes) == ("otto",)


async def test_who_has_just_joined_counts_before_the_list_tells(programmes: Company) -> None:
    await programmes.store.run(lambda uow: roster.keep(uow, "owners-1", ["otto"]))
    await programmes.store.run(lambda uow: roster.joined(uow, "owners-1", ["eva"]))
    await programmes.store.run(lambda uow: roster.joined(uow, "participants", ["ada"]))
    assert await owners(programmes) == ("eva", "otto")


async def test_who_has_just_left_counts_no_more_before_the_list_tells(programmes: Company) -> None:
    await programmes.store.run(lambda uow: roster.keep(uow, "owners-1", ["otto", "eva"]))
    await programmes.store.run(lambda uow: roster.left(uow, "owners-1", ["eva"]))
    await programmes.store.run(lambda uow: roster.left(uow, "participants", ["otto"]))
    assert await owners(programmes) == ("otto",)


async def test_one_owner_alone_is_told_to_find_a_second(programmes: Company) -> None:
    for members, needed in ((["otto"], True), (["otto", "eva"], False)):
        await programmes.store.run(partial(roster.keep, team_id="owners-1", members=members))
        needs = (await status_of(programmes.first, "otto")).needs
        assert (Need("alone", 1, is_shown=False) in needs) is needed


async def test_where_teams_refuses_those_known_so_far_count(programmes: Company) -> None:
    await programmes.store.run(lambda uow: roster.keep(uow, "owners-1", ["otto"]))
    programmes.teams.refuses["members"] = NotAllowed("no permission")
    await roster.learn(programmes.first)
    assert await owners(programmes) == ("otto",)


async def test_while_teams_is_away_nobody_is_shown_anything(programmes: Company) -> None:
    programmes.teams.refuses["members"] = Unavailable("away")
    with pytest.raises(Unavailable, match="away"):
        await roster.learn(programmes.first)

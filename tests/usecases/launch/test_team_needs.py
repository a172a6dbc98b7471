"""Who needs to be in a participants' team: for a tandem there, or for what another room says."""

from __future__ import annotations

from collections.abc import Collection

import pytest

from mentoring.domain.tandem import TandemState
from mentoring.usecases.launch import team_needs
from tests.usecases.company import TANDEM, Company, change


async def needed(company: Company, who: str, team: str = "team") -> bool:
    return await company.first.read(lambda uow, _: team_needs.needs_team(uow, team, who))


@pytest.mark.parametrize("who", ["jan", "eva"])
async def test_both_of_a_tandem_in_it(company: Company, who: str) -> None:
    assert await needed(company, who)
    assert not await needed(company, who, "another team")


async def test_until_it_is_over(company: Company) -> None:
    await change(company.first, "tandems", TANDEM, state=TandemState.CLOSED)
    assert not await needed(company, "eva")


async def test_or_for_what_another_room_says(
    company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    def rule(_uow: object, team: str, people: Collection[str]) -> Collection[str]:
        return {"dora"}.intersection(people) if team == "team" else ()

    monkeypatch.setattr(team_needs, "FURTHER", [rule])
    assert await needed(company, "dora")
    assert not await needed(company, "otto")

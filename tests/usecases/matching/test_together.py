"""What follows once both have said yes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mentoring.domain.tandem import TandemState
from mentoring.usecases.matching import together
from mentoring.usecases.matching.offers import answer
from mentoring.usecases.matching.together import are_together
from tests.usecases.company import TANDEM, Company, change, one


@pytest.fixture
def followed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the tandems for which something has followed."""
    found: list[str] = []
    rules = [lambda _uow, _moment, tandem: found.append(tandem.id)]
    monkeypatch.setattr(together, "FOLLOWING", rules)
    return found


async def test_it_follows_the_second_yes(company: Company, followed: list[str]) -> None:
    await change(company.first, "tandems", TANDEM, state=TandemState.ASKED_MENTOR)
    for who, after in (("jan", []), ("eva", [TANDEM])):
        await company.first.run(answer, TANDEM, who, yes=True)
        assert followed == after


async def test_nothing_follows_a_no(company: Company, followed: list[str]) -> None:
    await change(company.first, "tandems", TANDEM, state=TandemState.ASKED_MENTEE)
    await company.first.run(lambda uow, now: answer(uow, now, TANDEM, "eva", yes=False))
    assert followed == []


async def test_nor_a_tandem_that_stands_otherwise(company: Company, followed: list[str]) -> None:
    tandem = await one(company.first, "tandems", TANDEM)
    for state in (TandemState.RELEASED, TandemState.CLOSED):
        asked = replace(tandem, state=state)
        await company.first.run(are_together, asked)
    assert followed == []

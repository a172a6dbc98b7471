"""What follows once a tandem runs."""

from __future__ import annotations

import pytest

from mentoring.domain.tandem import TandemState
from mentoring.usecases.launch import running
from mentoring.usecases.launch.one_tandem import launched
from tests.usecases.company import TANDEM, Company, change


@pytest.fixture
def followed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids and states of the tandems for which something has followed."""
    found: list[str] = []
    rules = [lambda _uow, _moment, tandem: found.append(f"{tandem.id} {tandem.state}")]
    monkeypatch.setattr(running, "FOLLOWING", rules)
    return found


async def test_it_follows_the_launch_once(company: Company, followed: list[str]) -> None:
    await change(company.first, "tandems", TANDEM, state=TandemState.LAUNCHING)
    for _ in range(2):
        await company.first.run(launched, TANDEM)
    assert followed == [f"{TANDEM} launched"]


@pytest.mark.parametrize("state", [TandemState.ACCEPTED, TandemState.CLOSED])
async def test_nothing_follows_where_it_does_not_run(
    company: Company, followed: list[str], state: TandemState
) -> None:
    await change(company.first, "tandems", TANDEM, state=state)
    await company.first.run(launched, TANDEM)
    assert followed == []

"""The company as the daily watch sees it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from mentoring.usecases.launch.people_watch import look_at_people
from tests.usecases.company import FIRST, Company, all_of, one, put


@pytest.fixture
async def watched(company: Company) -> Company:
    """Otto owns the programme; its owners' channel is not known, so that he is told in his chat."""
    home = await one(company.first, "programmes", "p1")
    await put(company.first, "programmes", replace(home, owners=("otto",)))
    return company


async def look(company: Company) -> None:
    """A day's look at everybody."""
    await look_at_people(company.first, f"{FIRST}:")


async def kinds(company: Company, state: str = "open") -> list[str]:
    found = await all_of(company.first, "findings", state=state)
    return sorted(str(each.what) for each in found)


def are(company: Company, key: str, **facts: Any) -> None:
    """The directory says something else of somebody from now on."""
    company.people.profiles[key] = replace(company.people.profiles[key], **facts)


async def only(company: Company) -> Any:
    [finding] = await all_of(company.first, "findings")
    return finding

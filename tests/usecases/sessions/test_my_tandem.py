"""``my tandem``: its card once more."""

from __future__ import annotations

import pytest

from mentoring.domain.tandem import TandemState
from mentoring.usecases.sessions.my_tandem import show_again, show_if_any
from tests.usecases.company import OTHER, TANDEM, Company, all_of, change, refused
from tests.usecases.ports import chat_of


async def cards_of(company: Company, person: str) -> list[str]:
    found = await all_of(company.unbound, "postings", kind="tandem", person_id=person)
    return sorted(each.subject_id for each in found if each.conversation)


async def test_of_each_tandem_that_runs(company: Company) -> None:
    await company.unbound.run(show_again, "jan", chat_of("jan"))
    assert await cards_of(company, "jan") == [TANDEM, OTHER]
    assert await cards_of(company, "eva") == []


async def test_asked_twice_at_once_it_comes_once(company: Company) -> None:
    for _ in range(2):
        await company.unbound.run(show_again, "eva", chat_of("eva"))
    assert await cards_of(company, "eva") == [TANDEM]


async def test_a_greeting_shows_it_too_if_there_is_one(company: Company) -> None:
    """Whoever greeted the bot in a running tandem read that tandems are yet to be made."""
    assert await company.unbound.run(show_if_any, "eva", chat_of("eva"))
    assert await cards_of(company, "eva") == [TANDEM]
    assert not await company.unbound.run(show_if_any, "otto", chat_of("otto"))


@pytest.mark.parametrize("who", ["eva", "otto"])
async def test_who_is_in_none_is_told_so(company: Company, who: str) -> None:
    await change(company.first, "tandems", TANDEM, state=TandemState.CLOSED)
    with refused("my-tandem-none"):
        await company.unbound.run(show_again, who, chat_of(who))

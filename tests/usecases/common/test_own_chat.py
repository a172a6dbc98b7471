"""Somebody who takes no part is reached in their own chat: once, and not against their will."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mentoring.domain.errors import NotAllowed, NotThere, OutsideError, Rejected
from mentoring.usecases.common.own_chat import found_chat
from mentoring.usecases.common.reaching import with_hindrance
from tests.usecases.company import Company, one, put
from tests.usecases.ports import chat_of


@pytest.fixture
async def unknown(company: Company) -> Company:
    """The bot has never met Dora."""
    await company.unbound.run(lambda uow, _: uow.people.delete("dora"))
    return company


async def test_the_app_is_installed_for_whoever_does_not_have_it(unknown: Company) -> None:
    assert await found_chat(unknown.first, "dora")
    dora = await one(unknown.unbound, "people", "dora")
    assert (dora.conversation, dora.profile.name) == (chat_of("dora").conversation, "Dora")


async def test_whoever_has_it_gets_it_no_second_time(unknown: Company) -> None:
    assert await found_chat(unknown.first, "dora")
    assert await found_chat(unknown.first, "dora")
    assert unknown.chats.installed == ["dora"]


async def test_whoever_has_removed_it_does_not_get_it_again(company: Company) -> None:
    dora = with_hindrance(await one(company.unbound, "people", "dora"), "app-removed")
    await put(company.unbound, "people", replace(dora, conversation=""))
    assert not await found_chat(company.first, "dora")
    assert company.chats.installed == []


async def test_whoever_has_blocked_it_is_tried_again(company: Company) -> None:
    """They may have let it in again meanwhile."""
    dora = with_hindrance(await one(company.unbound, "people", "dora"), "blocked")
    await put(company.unbound, "people", dora)
    assert await found_chat(company.first, "dora")
    assert not (await one(company.unbound, "people", "dora")).is_shut_out


@pytest.mark.parametrize("error", [NotThere("x"), NotAllowed("x"), Rejected("x")])
async def test_whom_teams_refuses_is_not_found(unknown: Company, error: OutsideError) -> None:
    unknown.chats.refuses["install"] = error
    assert not await found_chat(unknown.first, "dora")

"""Whom nothing reaches: noted once, with the cause, and told to whoever has to know."""

from __future__ import annotations

import pytest

from mentoring.domain.posting import Posting
from mentoring.usecases.common.reaching import SHUT_OUT, is_own_chat, shut_out, with_hindrance
from tests.usecases.company import Company, all_of, one, person
from tests.usecases.ports import chat_of


async def test_it_is_noted_once(programmes: Company) -> None:
    for _ in range(2):
        await programmes.first.run(lambda uow, _: shut_out(uow, "eva", "blocked"))
    assert (await one(programmes.first, "people", "eva")).profile.hindrance == "blocked"
    told = await all_of(programmes.unbound, "changes", kind=SHUT_OUT.name)
    assert [each.subject_id for each in told] == ["eva"]


async def test_of_a_stranger_nothing_is_noted(programmes: Company) -> None:
    await programmes.first.run(lambda uow, _: shut_out(uow, "nobody", "blocked"))
    assert await all_of(programmes.unbound, "changes", kind=SHUT_OUT.name) == []


@pytest.mark.parametrize(
    ("cause", "shut"),
    [("blocked", True), ("app-removed", True), ("", False), ("guest", False), ("disabled", False)],
)
def test_what_the_directory_says_is_no_closed_chat(cause: str, shut: bool) -> None:
    assert with_hindrance(person("eva"), cause).is_shut_out is shut


@pytest.mark.parametrize(
    ("conversation", "own"), [("", True), (chat_of("eva").conversation, True), ("19:owners", False)]
)
def test_an_owners_channel_is_nobodys_own_chat(conversation: str, own: bool) -> None:
    card = Posting("card", "invite", "i", "eva", conversation)
    assert is_own_chat(person("eva"), card) is own
    assert not is_own_chat(None, card)

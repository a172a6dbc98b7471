"""What somebody has said for later is brought by a word to the bot, each room its own."""

from __future__ import annotations

import pytest

from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common import shown_again as again
from tests.usecases.company import Company
from tests.usecases.ports import chat_of


@pytest.mark.parametrize(("found", "any_of_it"), [((), False), ((False, True, True), True)])
async def test_each_room_is_asked_whatever_another_has_found(
    company: Company, monkeypatch: pytest.MonkeyPatch, found: tuple[bool, ...], any_of_it: bool
) -> None:
    asked: list[tuple[int, str]] = []

    def room(number: int, *, finds: bool) -> again.Rule:
        def rule(_uow: UnitOfWork, _moment: Moment, person_id: str, _chat: Chat) -> bool:
            asked.append((number, person_id))
            return finds

        return rule

    monkeypatch.setattr(again, "SHOWN_AGAIN", [])
    for number, each in enumerate(found):
        again.shown_again(room(number, finds=each))
    shown = await company.first.run(again.show_what_is_for_later, "eva", chat_of("eva"))
    assert shown is any_of_it
    assert asked == [(number, "eva") for number in range(len(found))]

"""What ends with its cycle ends when owners have confirmed that the cycle does."""

from __future__ import annotations

import pytest

from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.launch import closing
from mentoring.usecases.launch.closing_card import closing_card
from mentoring.usecases.programme import with_the_cycle
from tests.usecases.company import shown
from tests.usecases.ports import chat_of


async def test_not_before_it_is_confirmed(quiet: World, monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[str] = []

    def rule(uow: UnitOfWork, _: Moment) -> None:
        ended.append(uow.cycle_id)

    monkeypatch.setattr(with_the_cycle, "ENDING", [rule])
    made = await quiet.run(closing.prepare, "otto", chat_of("otto"))
    assert ended == []
    notice = await shown(quiet, closing_card.name, made.id, "otto")
    await quiet.run(closing.confirm, made.id, seen=notice.seen)
    assert ended == ["p1c1"]

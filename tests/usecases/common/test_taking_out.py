"""Cards are taken out of their chats, whatever arrives meanwhile among them."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace

import pytest

from mentoring.domain.errors import NotAllowed, NotThere, OutsideError, Unavailable
from mentoring.domain.posting import Posting
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.taking_out import Taken, standing, take_out
from tests.usecases.common.posted import POSTING
from tests.usecases.company import Company, put

LATE = replace(POSTING, id="late", activity_id="b")


def left(uow: UnitOfWork, _moment: Moment, taken: Set[str]) -> list[Posting]:
    return standing(uow.postings.all(kind=POSTING.kind), taken)


async def test_one_that_arrives_meanwhile_goes_as_well(
    programmes: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    await put(programmes.first, "postings", POSTING, replace(LATE, activity_id=""))
    remove = programmes.chats.remove

    async def while_another_arrives(posting: Posting) -> None:
        await remove(posting)
        await put(programmes.first, "postings", LATE)

    monkeypatch.setattr(programmes.chats, "remove", while_another_arrives)
    assert await take_out(programmes.first, left) == Taken(frozenset({"card", "late"}))
    assert [each.activity_id for each in programmes.chats.removed] == ["a", "b"]


async def test_what_was_taken_out_before_is_not_asked_for_again(programmes: Company) -> None:
    await put(programmes.first, "postings", POSTING, LATE)
    await take_out(programmes.first, left, Taken(frozenset({"card"})))
    assert [each.activity_id for each in programmes.chats.removed] == ["b"]


@pytest.mark.parametrize(("error", "stays"), [(NotThere("gone"), False), (NotAllowed("no"), True)])
async def test_what_teams_does_not_take_out_keeps_nothing_else(
    programmes: Company, error: OutsideError, stays: bool
) -> None:
    await put(programmes.first, "postings", POSTING)
    programmes.chats.refuses["remove"] = error
    assert await take_out(programmes.first, left) == Taken(frozenset({"card"}), stays)


async def test_while_teams_is_away_it_is_tried_again_later(programmes: Company) -> None:
    await put(programmes.first, "postings", POSTING)
    programmes.chats.refuses["remove"] = Unavailable("503")
    with pytest.raises(Unavailable, match="503"):
        await take_out(programmes.first, left)

"""A launch that was taken back: the same two stand ready again, as another tandem."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mentoring.domain.tandem import Tandem, TandemState
from mentoring.domain.undoing import TakenBack, Undoing, UndoingState
from mentoring.usecases.common import undone
from tests.usecases.company import FIRST, TANDEM, Company, one, put, refused

SECOND, THIRD = f"{FIRST}.tandem-2", f"{FIRST}.tandem-3"


@pytest.fixture
async def twice(company: Company) -> Company:
    """The launch of Jan's and Eva's tandem was taken back, and so was the next one."""
    first = await one(company.first, "tandems", TANDEM)
    closed = replace(first, state=TandemState.CLOSED)
    made = replace(first, state=TandemState.ACCEPTED, id=THIRD)
    await put(company.first, "tandems", closed, replace(closed, id=SECOND), made)
    both = TakenBack(TANDEM, "undoing", SECOND), TakenBack(SECOND, "undoing", THIRD)
    await put(company.first, "taken_back", *both)
    return company


async def test_the_two_are_the_tandem_as_which_they_stand_now(twice: Company) -> None:
    first = await one(twice.first, "tandems", TANDEM)
    found = await twice.first.read(lambda uow, _: undone.as_it_stands(uow, first))
    assert found.id == THIRD
    last = await twice.first.read(lambda uow, _: undone.as_it_stands(uow, found))
    assert last == found


async def test_under_which_ids_they_stood_before_is_known(twice: Company) -> None:
    found = await twice.first.read(lambda uow, _: undone.stood_as(uow, THIRD))
    assert found == [THIRD, SECOND, TANDEM]


async def test_of_all_of_these_one_counts(twice: Company) -> None:
    found = await twice.first.read(lambda uow, _: uow.tandems.all(**undone.not_undone(uow)))
    assert [each.id for each in found] == [THIRD]


@pytest.mark.parametrize("state", UndoingState)
async def test_what_is_being_taken_back_is_waited_for(
    company: Company, state: UndoingState
) -> None:
    await put(company.first, "undoings", Undoing("undoing", "otto", "launch", state))
    if state is UndoingState.RUNNING:
        with refused("launch-undo-running"):
            await company.first.run(lambda uow, _: undone.require_no_undoing(uow))
    else:
        await company.first.run(lambda uow, _: undone.require_no_undoing(uow))


class TestWhatGoesOn:
    """Each room registers what the two take along."""

    async def test_it_is_given_what_was_and_what_is(
        self, monkeypatch: pytest.MonkeyPatch, twice: Company
    ) -> None:
        monkeypatch.setattr(undone, "GOING_ON", [])
        seen: list[tuple[str, str]] = []

        @undone.goes_on
        def note(_uow: object, _moment: object, before: Tandem, made: Tandem) -> None:
            seen.append((before.id, made.id))

        first, made = [await one(twice.first, "tandems", each) for each in (TANDEM, SECOND)]
        await twice.first.run(lambda uow, now: undone.let_go_on(uow, now, first, made))
        assert seen == [(TANDEM, SECOND)]

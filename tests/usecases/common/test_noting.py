"""A noted fact is noted once, and forgotten in time."""

from __future__ import annotations

from datetime import timedelta

from mentoring.usecases.common.noting import note
from tests.usecases.company import NOW, Company, all_of


async def test_it_is_noted_once(company: Company) -> None:
    until = NOW + timedelta(days=2)
    first = await company.first.run(lambda uow, _: note(uow, "noticed:eva", "x", until))
    again = await company.first.run(lambda uow, _: note(uow, "noticed:eva", "y", until))
    assert (first, again) == (True, False)
    assert [f.value for f in await all_of(company.first, "facts", id="noticed:eva")] == ["x"]


async def test_it_is_forgotten_then_and_can_be_noted_anew(company: Company) -> None:
    """Issue 12, P1: noted facts stayed for ever."""
    until = NOW + timedelta(days=2)
    await company.first.run(lambda uow, _: note(uow, "noticed:eva", "x", until))
    await company.at(until - timedelta(minutes=1))
    assert await all_of(company.first, "facts", id="noticed:eva") != []
    await company.at(until)
    assert await all_of(company.first, "facts", id="noticed:eva") == []
    assert await company.first.run(lambda uow, _: note(uow, "noticed:eva", "x", until))

"""Places that have become free are noted in a row of their own, which nobody waits for."""

from __future__ import annotations

from mentoring.usecases.matching.places import PLACES, fill
from tests.usecases.company import FIRST, Company, all_of


async def test_that_places_are_free_is_noted_in_ones_own_cycle(programmes: Company) -> None:
    for _ in range(2):
        await programmes.first.run(lambda uow, _: fill(uow))
    found = await all_of(programmes.unbound, "changes")
    assert [(each.kind, each.subject_id, each.cycle_id) for each in found] == [
        (PLACES.name, "", FIRST)
    ] * 2

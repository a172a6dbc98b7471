"""The dates of a launch are found in small groups; what was set aside is in none."""

from __future__ import annotations

from mentoring.usecases.launch import carrying_out, one_tandem
from tests.usecases.company import Company
from tests.usecases.launch.ready import key, under_way


async def test_groups_are_small_and_in_the_order_of_their_numbers(programmes: Company) -> None:
    made = await under_way(programmes.first, 10, 2, 1)
    found = await carrying_out._groups(programmes.first, made, 2)
    assert found == [
        [key(programmes.first, 1), key(programmes.first, 2)],
        [key(programmes.first, 10)],
    ]


async def test_what_was_set_aside_is_in_no_group(programmes: Company) -> None:
    made = await under_way(programmes.first, 1)
    await programmes.first.run(
        lambda uow, _: one_tandem.trouble(uow, key(programmes.first, 1), "member")
    )
    assert await carrying_out._groups(programmes.first, made, 2) == []

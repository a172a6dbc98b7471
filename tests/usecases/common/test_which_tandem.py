"""Which tandem an owner means: by its number, or by one of the two."""

from __future__ import annotations

from functools import partial

from mentoring.domain.tandem import Tandem, TandemState
from mentoring.usecases.common.which_tandem import numbered, of_person
from tests.usecases.company import FIRST, NOW, TANDEM, Company, change, put, refused


async def test_by_its_number(company: Company) -> None:
    assert await company.first.read(numbered, 1) == TANDEM
    with refused("tandem-unknown", number=2):
        await company.first.read(numbered, 2)


async def test_by_one_of_the_two(company: Company) -> None:
    assert await company.first.read(of_person, "otto", "eva", "Eva") == TANDEM
    with refused("tandem-of-nobody", name="Ada"):
        await company.first.read(of_person, "otto", "ada", "Ada")


async def test_in_the_states_that_are_asked_for(company: Company) -> None:
    await change(company.first, "tandems", TANDEM, state=TandemState.ACCEPTED)
    with refused("tandem-unknown"):
        await company.first.read(numbered, 1)
    assert await company.first.read(numbered, 1, {TandemState.ACCEPTED}) == TANDEM


async def test_somebody_in_several_is_named_with_the_numbers(company: Company) -> None:
    other = Tandem(f"{FIRST}.t2", 2, "", "jan", "ada", TandemState.LAUNCHED, NOW, NOW)
    await put(company.first, "tandems", other)
    with refused("tandem-several", numbers="1, 2"):
        await company.first.read(of_person, "otto", "jan", "Jan")
    second = partial(of_person, number=2)
    assert await company.first.read(second, "otto", "jan", "Jan") == other.id
    with refused("tandem-unknown", number=2):
        await company.first.read(second, "otto", "eva", "Eva")


async def test_nobody_finds_their_own(company: Company) -> None:
    with refused("decide-own"):
        await company.first.read(of_person, "jan", "eva", "Eva")

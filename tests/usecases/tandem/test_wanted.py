"""What comes by itself is switched off singly, and on again."""

from __future__ import annotations

import pytest

from mentoring.domain.upkeep import Fact
from mentoring.usecases.launch import closing
from mentoring.usecases.tandem.wanted import WITHOUT_KITS, about, brings, switch
from tests.usecases.company import TANDEM, Company, all_of, refused


async def comes(company: Company, who: str) -> bool:
    return await company.first.read(lambda uow, _: brings(uow, TANDEM, who))


async def switches(company: Company, who: str, *, on: bool) -> None:
    await company.first.run(lambda uow, now: switch(uow, now, TANDEM, who, comes=on))


async def test_by_itself_it_comes(company: Company) -> None:
    assert await comes(company, "eva")


async def test_switched_off_for_one_it_still_comes_to_the_other(company: Company) -> None:
    await switches(company, "eva", on=False)
    assert (await comes(company, "eva"), await comes(company, "jan")) == (False, True)
    await switches(company, "eva", on=True)
    assert await comes(company, "eva")


@pytest.mark.parametrize("who", ["dora", "otto"])
async def test_nobody_else_switches_it(company: Company, who: str) -> None:
    with refused("not-yours"):
        await switches(company, who, on=False)


async def test_with_the_tandem_it_is_forgotten_and_nothing_is_left_that_names_them(
    company: Company,
) -> None:
    """It was kept for three years."""
    for who in ("eva", "jan"):
        await switches(company, who, on=False)
    await company.first.run(closing.ended, "", TANDEM, clear=True)
    for kind, more in (("facts", {}), ("timers", {"kind": "fact-over"})):
        left = await all_of(company.first, kind, **more)
        assert not [each for each in left if TANDEM in getattr(each, "subject_id", each.id)]


async def test_the_fact_says_whose_kits_it_is_about(company: Company) -> None:
    await switches(company, "eva", on=False)
    found = {about(each, WITHOUT_KITS) for each in await all_of(company.first, "facts")}
    assert found - {("", "")} == {(TANDEM, "eva")}
    assert about(Fact("noticed:eva:2027-02-01", ""), WITHOUT_KITS) == ("", "")

"""The address at which Teams was last heard is kept, and written only when it is another one."""

from __future__ import annotations

from mentoring.usecases.common.service import known_service, remember_service
from tests.usecases.company import Company, all_of

EMEA, AMER = "https://smba.example/emea/", "https://smba.example/amer/"


async def known(company: Company) -> str:
    return await company.first.read(lambda uow, _: known_service(uow))


async def test_before_anybody_is_heard_there_is_none(programmes: Company) -> None:
    assert await known(programmes) == ""


async def test_the_last_one_counts_for_all_programmes(programmes: Company) -> None:
    for service in (EMEA, AMER, AMER):
        await programmes.second.run(lambda uow, _, to: remember_service(uow, to), service)
    assert await known(programmes) == AMER
    facts = await all_of(programmes.unbound, "facts")
    assert [fact.id for fact in facts if fact.value == AMER] == ["service_url"]

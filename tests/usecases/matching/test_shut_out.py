"""Whom the rules that count now will never let into a tandem."""

from __future__ import annotations

from collections.abc import Mapping

from mentoring.domain.matching.settings import CorrectedLevel, MatchingSettings, Parameters
from mentoring.domain.people import Role
from mentoring.domain.programme import Programme
from mentoring.usecases.matching.shut_out import shut_out
from tests.usecases.company import Company, person, profile, put

ADA, DORA = ("ada", Role.MENTOR), ("dora", Role.MENTOR)
LOWEST_MENTEE = Programme(
    matching=MatchingSettings(
        rules={"role_eligibility": True}, parameters=Parameters(mentee_level_at_most=1)
    )
)


async def found(
    programmes: Company, programme: Programme, *people: tuple[str, Role]
) -> Mapping[tuple[str, Role], str]:
    await put(programmes.first, "people", person("ada"))
    below = profile("dora", managers=("ada",))
    await put(programmes.first, "people", person("dora", profile=below))
    return await programmes.first.read(lambda uow, _: shut_out(uow, programme, people))


async def test_only_those_whom_a_rule_shuts_out_are_named(programmes: Company) -> None:
    assert await found(programmes, Programme(), ADA, DORA) == {ADA: "hierarchy"}


async def test_it_is_asked_of_each_role(programmes: Company) -> None:
    both = [(key, role) for key in ("ada", "dora") for role in Role]
    rules = {("dora", Role.MENTEE): "role_eligibility", ADA: "hierarchy"}
    assert await found(programmes, LOWEST_MENTEE, *both) == rules


async def test_the_level_that_owners_have_set_counts(programmes: Company) -> None:
    lower = (CorrectedLevel(person="ada", level=3),)
    programme = Programme(matching=MatchingSettings(levels=lower))
    assert await found(programmes, programme, ADA) == {}


async def test_it_counts_by_whichever_address_they_have_named_somebody(
    programmes: Company,
) -> None:
    lower = (CorrectedLevel(person="Former.Name@firma.example", level=3),)
    programme = Programme(matching=MatchingSettings(levels=lower))
    them = profile("ada", aliases=("former.name@firma.example",))
    assert await found(programmes, programme, ADA) == {ADA: "hierarchy"}
    await put(programmes.first, "people", person("ada", profile=them))
    assert await programmes.first.read(lambda uow, _: shut_out(uow, programme, [ADA])) == {}


async def test_of_somebody_unknown_nothing_follows(programmes: Company) -> None:
    assert await found(programmes, Programme(), ("nobody", Role.MENTOR)) == {}

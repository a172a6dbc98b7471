"""Whoever takes part in both roles may wait in one of them while they have a tandem in the other
(issue 14).
"""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from cards.catalogue import render
from cards.kit.words import Words
from mentoring.domain.cycle import CycleKind
from mentoring.domain.people import Role
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.usecases.matching.left_over import left_over_card, would_be_told
from mentoring.usecases.matching.offers import close_round
from tests.answers import COMPLETE
from tests.usecases.company import (
    FIRST,
    NOW,
    Company,
    all_of,
    change,
    enrol,
    person,
    put,
    shown,
)

ROLES = [(Role.MENTOR, Role.MENTEE), (Role.MENTEE, Role.MENTOR)]


async def takes_part(company: Company, who: str, roles: Iterable[Role]) -> None:
    await put(company.first, "people", person(who))
    for role in roles:
        await enrol(company.first, role, who, *COMPLETE[role].parts)


async def priorities(company: Company, who: str) -> dict[Role, int]:
    found = await all_of(company.first, "enrolments", person_id=who)
    return {each.role: each.priority for each in found}


async def said_of(company: Company, who: str) -> Role | None:
    """The role of which their one card speaks, if it names one."""
    (card,) = await all_of(company.first, "postings", person_id=who)
    role: Role | None = (await shown(company.first, card.kind, who, who, view=card.view)).role
    return role


@pytest.mark.parametrize(("has_one", "waits"), ROLES)
async def test_a_tandem_in_one_role_takes_nothing_from_waiting_in_the_other(
    programmes: Company, has_one: Role, waits: Role
) -> None:
    await takes_part(programmes, "jan", Role)
    await takes_part(programmes, "ada", [waits])
    mentor, mentee = ("jan", "ada") if has_one is Role.MENTOR else ("ada", "jan")
    stands = Tandem("p1c1.t", 1, "", mentor, mentee, TandemState.ACCEPTED, NOW, NOW)
    await put(programmes.first, "tandems", stands)
    assert await programmes.first.read(lambda uow, _: would_be_told(uow, everything=True)) == 1
    await programmes.first.run(close_round)
    assert await priorities(programmes, "jan") == {has_one: 0, waits: 1}
    assert await all_of(programmes.first, "postings", person_id="ada") == []
    assert await said_of(programmes, "jan") is waits


async def test_one_card_says_it_of_both_roles(programmes: Company) -> None:
    await takes_part(programmes, "jan", Role)
    await programmes.first.run(close_round)
    (card,) = await all_of(programmes.first, "postings", person_id="jan")
    assert (card.kind, card.view) == (left_over_card.name, "")
    assert await priorities(programmes, "jan") == dict.fromkeys(Role, 1)


async def test_of_the_only_role_nothing_more_is_said(programmes: Company) -> None:
    await takes_part(programmes, "jan", [Role.MENTEE])
    await programmes.first.run(close_round)
    assert await said_of(programmes, "jan") is None


@pytest.mark.parametrize("kind", CycleKind)
async def test_where_no_other_cycle_is_to_come_none_is_promised(
    programmes: Company, kind: CycleKind
) -> None:
    await takes_part(programmes, "jan", [Role.MENTEE])
    await change(programmes.first, "cycles", FIRST, kind=kind)
    notice = await shown(programmes.first, left_over_card.name, "jan", "jan")
    said = render(notice, Words("de")).summary
    assert ("Durchgang" in said, "halben Jahr" in said) == (
        (False, True) if kind is CycleKind.ROLLING else (True, False)
    )


async def test_who_was_told_in_one_role_is_told_in_the_other_once_they_wait_there(
    programmes: Company,
) -> None:
    await takes_part(programmes, "jan", [Role.MENTEE])
    await programmes.first.run(close_round)
    await takes_part(programmes, "jan", [Role.MENTOR])
    assert await programmes.first.read(lambda uow, _: would_be_told(uow, everything=False)) == 1

"""How the programme stands for its owners: counts and states, never an answer, never who
declined.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from mentoring.domain.cycle import CycleState
from mentoring.domain.enrolment import EnrolmentState
from mentoring.domain.people import Role
from mentoring.domain.programme import Programme
from mentoring.domain.scheduling.settings import Region, SchedulingRules
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.usecases.programme.status import StatusNotice, status
from tests.usecases.company import FIRST, NOW, Company, change, enrol, person, profile, put

SOON = NOW + timedelta(days=5)


async def asked(
    company: Company, key: str, state: EnrolmentState, role: Role = Role.MENTEE
) -> None:
    made = await enrol(company.first, role, key)
    await change(company.first, "enrolments", made.id, state=state)


async def paired(company: Company, state: TandemState, **more: object) -> None:
    made = Tandem("p1c1.t-1", 1, "", "jan", "eva", state, NOW, SOON)
    await put(company.first, "tandems", replace(made, **more))  # type: ignore[arg-type]  # fields by name


async def stands(company: Company) -> StatusNotice:
    return await company.first.read(status)


async def test_people_are_counted_by_role_and_state_and_named_by_state(programmes: Company) -> None:
    await asked(programmes, "eva", EnrolmentState.BEGUN)
    await asked(programmes, "ada", EnrolmentState.DONE)
    await asked(programmes, "jan", EnrolmentState.DONE, Role.MENTOR)
    found = await stands(programmes)
    assert found.counts == {Role.MENTEE: {"begun": 1, "done": 1}, Role.MENTOR: {"done": 1}}
    assert found.people == {"begun": ("Eva",), "done": ("Ada", "Jan")}


async def test_sites_whose_holidays_nobody_knows_are_told_and_can_be_set(
    programmes: Company,
) -> None:
    """issue 12, C2: they vanished silently, and only the two were told."""
    for key, where in (("eva", {"state": "Werk Süd"}), ("ada", {"country": "", "location": ""})):
        await put(programmes.first, "people", person(key, profile=profile(key, **where)))
        await asked(programmes, key, EnrolmentState.DONE)
    await put(programmes.first, "people", person("jan", profile=profile("jan", state="Berlin")))
    await asked(programmes, "jan", EnrolmentState.DONE, Role.MENTOR)
    assert (await stands(programmes)).sites == {"": 1, "Werk Süd, DE": 1}
    south = Region(directory="Werk Süd", holidays="DE-BY")
    await programmes.set_up(Programme(sessions=SchedulingRules(regions=(south,))))
    assert (await stands(programmes)).sites == {"": 1}


@pytest.mark.parametrize("state", [EnrolmentState.DECLINED, EnrolmentState.WITHDRAWN])
async def test_nobody_sees_who_said_no(programmes: Company, state: EnrolmentState) -> None:
    await asked(programmes, "eva", state)
    await asked(programmes, "ada", EnrolmentState.INVITED)
    assert (await stands(programmes)).people == {"invited": ("Ada", "Eva")}


@pytest.mark.parametrize(
    ("state", "told", "seen"),
    [
        (TandemState.ASKED_MENTOR, False, "offered"),
        (TandemState.RELEASED, False, "offered"),
        (TandemState.RELEASED, True, "waiting"),
        (TandemState.ACCEPTED, False, "in_tandem"),
        (TandemState.LAUNCHED, False, "in_tandem"),
    ],
)
async def test_a_released_offer_looks_open_until_its_round_is_over(
    programmes: Company, state: TandemState, told: bool, seen: str
) -> None:
    await asked(programmes, "eva", EnrolmentState.DONE)
    await asked(programmes, "jan", EnrolmentState.DONE, Role.MENTOR)
    await paired(programmes, state, told_left_over=told)
    assert (await stands(programmes)).people == {seen: ("Eva", "Jan")}


async def test_after_the_cycle_nobody_waits(programmes: Company) -> None:
    await asked(programmes, "eva", EnrolmentState.DONE)
    await paired(programmes, TandemState.RELEASED, told_left_over=True)
    await change(programmes.unbound, "cycles", FIRST, state=CycleState.CLOSED)
    assert (await stands(programmes)).people == {"done": ("Eva",)}


async def test_offers_are_counted_with_the_day_until_which_they_seem_open(
    programmes: Company,
) -> None:
    await paired(programmes, TandemState.ASKED_MENTEE)
    found = await stands(programmes)
    assert (
        found.offers_open,
        found.offers_until,
        found.accepted,
        found.launched,
        found.closed,
    ) == (1, SOON, 0, 0, 0)


async def test_owners_of_one_programme_see_nothing_of_another(programmes: Company) -> None:
    await asked(programmes, "eva", EnrolmentState.DONE)
    await paired(programmes, TandemState.LAUNCHED)
    found = await programmes.second.read(status)
    assert (found.programme, found.people, found.launched) == ("Tandem Süd", {}, 0)


async def test_owners_who_read_it_are_neither_named_nor_counted(programmes: Company) -> None:
    """issue 12, P12: whether an offer of one's own is open is for its own card to say."""
    await asked(programmes, "eva", EnrolmentState.DONE)
    await asked(programmes, "jan", EnrolmentState.DONE, Role.MENTOR)
    await paired(programmes, TandemState.ASKED_MENTOR)
    found = await programmes.first.read(
        lambda uow, moment: status(uow, moment, frozenset({"eva", "otto"}))
    )
    assert (found.people, found.left_out) == ({"offered": ("Jan",)}, 1)
    assert sum(sum(counts.values()) for counts in found.counts.values()) == 1

"""How the programme stands for its owners: counts and states, never an answer, never who declined."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, timedelta

import pytest

from mentoring.domain.enrolment import EnrolmentState
from mentoring.domain.people import Role
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.usecases.programme.period import set_enrolment_end
from mentoring.usecases.programme.status import StatusNotice, status
from tests.usecases.company import FIRST, NOW, Company, change, enrol, put

DAY = timedelta(days=1)


async def is_in(company: Company, key: str, state: EnrolmentState, role: Role = Role.MENTEE) -> None:
    """Somebody's enrolment stands there."""
    made = await enrol(company.first, role, key)
    await change(company.first, "enrolments", made.id, state=state)


async def a_tandem(company: Company, state: TandemState, number: int = 1, **more: object) -> None:
    """Jan and Eva, both enrolled, are in a tandem or an offer."""
    for role, key in ((Role.MENTOR, "jan"), (Role.MENTEE, "eva")):
        await enrol(company.first, role, key)
    made = Tandem(f"{FIRST}.t{number}", number, "", "jan", "eva", state, NOW + DAY, NOW + 2 * DAY, **more)  # type: ignore[arg-type]  # fields by name
    await put(company.first, "tandems", made)


async def seen(company: Company) -> StatusNotice:
    return await company.first.read(status)


async def test_before_anybody_was_asked_there_is_nobody(programmes: Company) -> None:
    found = await seen(programmes)
    assert (found.counts, found.people) == ({Role.MENTEE: {}, Role.MENTOR: {}}, {})
    assert (found.offers_open, found.offers_until, found.accepted, found.launched) == (0, None, 0, 0)


async def test_people_are_counted_by_role_and_state_and_named_by_state(programmes: Company) -> None:
    await is_in(programmes, "eva", EnrolmentState.DONE)
    await is_in(programmes, "ada", EnrolmentState.BEGUN)
    await is_in(programmes, "jan", EnrolmentState.DONE, Role.MENTOR)
    found = await seen(programmes)
    assert found.counts == {Role.MENTEE: {"done": 1, "begun": 1}, Role.MENTOR: {"done": 1}}
    assert found.people == {"begun": ("Ada",), "done": ("Eva", "Jan")}


@pytest.mark.parametrize("state", [EnrolmentState.DECLINED, EnrolmentState.WITHDRAWN])
async def test_whoever_said_not_now_looks_like_everybody_who_is_invited(programmes: Company, state: EnrolmentState) -> None:
    await is_in(programmes, "eva", state)
    await is_in(programmes, "ada", EnrolmentState.INVITED)
    found = await seen(programmes)
    assert found.people == {"invited": ("Ada", "Eva")}
    assert found.counts[Role.MENTEE] == {"invited": 2}


@pytest.mark.parametrize("state", [TandemState.ACCEPTED, TandemState.LAUNCHING, TandemState.LAUNCHED])
async def test_people_in_a_tandem(programmes: Company, state: TandemState) -> None:
    await a_tandem(programmes, state)
    found = await seen(programmes)
    assert found.people == {"in_tandem": ("Eva", "Jan")}
    assert (found.accepted, found.launched) == (state is TandemState.ACCEPTED, state is TandemState.LAUNCHED)


@pytest.mark.parametrize("state", [TandemState.ASKED_MENTOR, TandemState.ASKED_MENTEE, TandemState.RELEASED])
async def test_an_offer_that_was_declined_looks_open_until_its_round_ends(programmes: Company, state: TandemState) -> None:
    await a_tandem(programmes, state)
    found = await seen(programmes)
    assert found.people == {"offered": ("Eva", "Jan")}
    assert (found.offers_open, found.offers_until) == (1, NOW + 2 * DAY)


async def test_after_the_round_both_wait_whoever_was_the_cause(programmes: Company) -> None:
    await a_tandem(programmes, TandemState.RELEASED, told_left_over=True)
    found = await seen(programmes)
    assert found.people == {"waiting": ("Eva", "Jan")}
    assert (found.offers_open, found.offers_until) == (0, None)


async def test_offers_are_open_until_the_last_round_ends(programmes: Company) -> None:
    await a_tandem(programmes, TandemState.ASKED_MENTOR)
    later = Tandem(f"{FIRST}.t2", 2, "", "jan", "ada", TandemState.ASKED_MENTOR, NOW + DAY, NOW + 9 * DAY)
    await put(programmes.first, "tandems", later)
    found = await seen(programmes)
    assert (found.offers_open, found.offers_until) == (2, NOW + 9 * DAY)


async def test_until_when_one_may_enrol(programmes: Company) -> None:
    await programmes.first.run(set_enrolment_end, date(2027, 2, 12))
    assert ((await seen(programmes)).enrolment_end, (await seen(programmes)).enrolment_open) == (date(2027, 2, 12), True)
    programmes.clock.moment = NOW + 30 * DAY
    assert not (await seen(programmes)).enrolment_open


async def test_another_programme_counts_its_own_people(company: Company) -> None:
    await enrol(company.first, Role.MENTOR, "jan")
    await enrol(company.second, Role.MENTEE, "ada")
    assert (await company.second.read(status)).people == {"in_tandem": ("Ada",)}
    assert (await company.first.read(status)).people == {"in_tandem": ("Jan",)}


def test_there_is_no_place_in_it_for_an_answer() -> None:
    assert {each.name for each in fields(StatusNotice)} == {
        "counts",
        "people",
        "enrolment_end",
        "enrolment_open",
        "offers_open",
        "offers_until",
        "accepted",
        "launched",
    }

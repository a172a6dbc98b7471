"""Short lessons: once both have said yes, in working hours, one after the other on any device."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from mentoring.domain.enrolment import Enrolment
from mentoring.domain.people import Role
from mentoring.domain.posting import Posting
from mentoring.domain.tandem import TandemState
from mentoring.domain.upkeep import Fact
from mentoring.notices import still_matters
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.matching.together import are_together
from mentoring.usecases.tandem.lessons import bring_lessons, turn
from mentoring.usecases.tandem.when_it_fits import bring_what_waits
from tests.usecases.company import (
    FIRST,
    NOW,
    TANDEM,
    Company,
    all_of,
    asked_for,
    change,
    enrol,
    hidden,
    one,
    put,
    refused,
    shown,
    told,
)

HIS, HERS = f"{FIRST}:mentor:jan", f"{FIRST}:mentee:eva"


@pytest.fixture
async def both(company: Company) -> Company:
    """Both are enrolled and have said yes."""
    await enrol(company.first, Role.MENTOR, "jan")
    await enrol(company.first, Role.MENTEE, "eva")
    await change(company.first, "tandems", TANDEM, state=TandemState.ACCEPTED)
    return company


async def brought(company: Company) -> list[str]:
    tandem = await one(company.first, "tandems", TANDEM)
    await company.first.run(lambda uow, now: are_together(uow, now, tandem))
    return await again(company)


async def again(company: Company) -> list[str]:
    for effect in await all_of(company.first, "effects", kind="bring_lessons", done=False):
        await bring_lessons(company.first, effect.subject_id)
        await change(company.first, "effects", effect.id, done=True)
    for person_id in await asked_for(company.first, "bring_what_waits"):
        await bring_what_waits(company.first, person_id)
    return await told(company.first, "lessons_card")


async def test_each_gets_those_of_their_role(both: Company) -> None:
    assert await brought(both) == ["eva", "jan"]
    jan = await shown(both.first, "lessons_card", HIS, "jan")
    eva = await shown(both.first, "lessons_card", HERS, "eva")
    assert [each.role for each in jan.lessons] == [Role.MENTOR] * 3
    assert [each.role for each in eva.lessons] == [Role.MENTEE]


async def test_who_has_had_them_is_left_in_peace(both: Company) -> None:
    await brought(both)
    await both.at(NOW + timedelta(days=1))
    assert await brought(both) == ["eva", "jan"]


async def test_they_wait_for_the_next_day_at_work(both: Company) -> None:
    await put(both.first, "facts", Fact("noticed:jan:2027-02-01", "a session"))
    both.outlook.replying = {"eva": (NOW, NOW + timedelta(hours=9))}
    assert await brought(both) == []
    await both.at(NOW + timedelta(days=1))
    assert await again(both) == ["eva", "jan"]


async def test_where_one_is_stays_in_the_card(both: Company) -> None:
    await brought(both)
    [card] = await all_of(both.first, "postings", kind="lessons_card", person_id="jan")
    await both.first.run(turn, HIS, "jan", card.id, 2)
    assert (await one(both.first, "postings", card.id)).page == 2
    assert (await shown(both.first, "lessons_card", HIS, "jan", page=2)).page == 2
    assert (await shown(both.first, "lessons_card", HIS, "jan", page=99)).page == 3


async def test_nobody_else_reads_or_turns_them(both: Company) -> None:
    await brought(both)
    assert await hidden(both.first, "lessons_card", HIS, "eva") == "not-yours"
    with refused("not-yours"):
        await both.first.run(turn, HIS, "eva", "a card", 1)


async def test_after_the_tandem_they_are_over(both: Company) -> None:
    await brought(both)
    assert not (await shown(both.first, "lessons_card", HIS, "jan")).is_over
    await change(both.first, "tandems", TANDEM, state=TandemState.CLOSED)
    assert (await shown(both.first, "lessons_card", HIS, "jan")).is_over


def becomes(uow: UnitOfWork, state: TandemState) -> None:
    uow.tandems.put(replace(uow.tandems.need(TANDEM), state=state))


async def test_a_launch_changes_nothing_of_them(both: Company) -> None:
    await brought(both)
    before = await all_of(both.first, "postings", kind="lessons_card")
    for state in (TandemState.LAUNCHING, TandemState.LAUNCHED):
        await both.first.run(lambda uow, _, to: becomes(uow, to), state)
    assert await all_of(both.first, "postings", kind="lessons_card") == before
    await both.first.run(lambda uow, _: becomes(uow, TandemState.CLOSED))
    ended = await all_of(both.first, "postings", kind="lessons_card")
    assert [each.wanted for each in ended] == [each.wanted + 1 for each in before]


async def test_they_do_not_come_to_a_tandem_that_is_no_more(both: Company) -> None:
    await change(both.first, "tandems", TANDEM, state=TandemState.RELEASED)
    posting = Posting("p", "lessons_card", HIS, "jan")
    matters = await both.first.read(lambda uow, now: still_matters(uow, posting, now.now))
    await bring_lessons(both.first, HIS)
    assert (matters, await told(both.first, "lessons_card")) == (False, [])


async def test_how_far_somebody_has_read_is_noted_nowhere_else(both: Company) -> None:
    await brought(both)
    before: list[Enrolment] = list(await all_of(both.first, "enrolments"))
    [card] = await all_of(both.first, "postings", kind="lessons_card", person_id="jan")
    await both.first.run(turn, HIS, "jan", card.id, 3)
    assert list(await all_of(both.first, "enrolments")) == before

"""An application that nobody has decided about ends with its cycle: kindly, and nobody has taken
part by it.
"""

from __future__ import annotations

import pytest

import bot.app  # noqa: F401 - everything registers itself
from mentoring.domain.cycle import CycleState
from mentoring.domain.enrolment import Application, EnrolmentState
from mentoring.domain.people import Role
from mentoring.usecases.enrolment import next_cycle
from mentoring.usecases.enrolment.card import (
    EnrolmentNotice,
    TakenOut,
    TakenOutNotice,
    enrolment_card,
)
from mentoring.usecases.launch import closing
from tests.usecases.company import (
    FIRST,
    Company,
    all_of,
    change,
    enrol,
    one,
    refused,
    shown,
    told,
)
from tests.usecases.ports import chat_of

DORA = f"{FIRST}:mentor:dora"


async def applies(company: Company, *, state: EnrolmentState = EnrolmentState.DONE) -> Company:
    """Dora has come by herself; Jan was invited, and has handed in."""
    await enrol(company.first, Role.MENTOR, "jan")
    await enrol(company.first, Role.MENTOR, "dora")
    await change(company.first, "enrolments", DORA, application=Application.OPEN, state=state)
    return company


async def close(company: Company) -> None:
    made = await company.first.run(closing.prepare, "otto", chat_of("otto"))
    await company.first.run(closing.confirm, made.id)


async def open_next(company: Company) -> list[str]:
    """Who is asked in the next cycle."""
    await company.first.run(next_cycle.open_and_ask, FIRST, "a card")
    return [each.person_id for each in await all_of(company.first.of("p1c2"), "enrolments")]


async def test_with_the_closing_it_is_released_and_they_read_why(company: Company) -> None:
    await close(await applies(company))
    assert [each.person_id for each in await all_of(company.first, "enrolments")] == ["jan"]
    assert await told(company.first, enrolment_card.name) == ["dora"]
    [card] = await all_of(company.first, "postings", kind=enrolment_card.name)
    assert card.view == TakenOut.UNDECIDED
    notice = await shown(company.first, enrolment_card.name, DORA, "dora", view=card.view)
    assert isinstance(notice, TakenOutNotice)


async def test_owners_read_before_the_closing_how_many_that_ends(company: Company) -> None:
    made = await company.first.run(closing.prepare, "otto", chat_of("otto"))
    assert (await shown(company.first, "closing", made.id, "otto")).undecided == 0
    await applies(company)
    assert (await shown(company.first, "closing", made.id, "otto")).undecided == 1


async def test_so_it_is_where_the_next_cycle_begins_without_a_closing(programmes: Company) -> None:
    assert await open_next(await applies(programmes)) == ["jan"]
    assert await told(programmes.first, enrolment_card.name) == ["dora"]


async def test_a_cycle_of_applications_alone_has_had_nobody(programmes: Company) -> None:
    await enrol(programmes.first, Role.MENTOR, "dora")
    await change(programmes.first, "enrolments", DORA, application=Application.OPEN)
    with refused("cycle-empty"):
        await programmes.first.run(next_cycle.prepare, "otto", chat_of("otto"))


@pytest.mark.parametrize("state", [EnrolmentState.INVITED, EnrolmentState.BEGUN])
async def test_whoever_has_not_handed_it_in_waits_for_nothing(
    programmes: Company, state: EnrolmentState
) -> None:
    assert await open_next(await applies(programmes, state=state)) == ["jan"]
    assert await told(programmes.first, enrolment_card.name) == []


async def test_the_review_counts_those_who_were_admitted(programmes: Company) -> None:
    await applies(programmes)
    found = await shown(programmes.first, "next_cycle", FIRST, "otto")
    assert (found.people, found.review.asked, found.review.mentors) == (1, 1, 1)


async def test_of_a_cycle_that_was_closed_before_nobody_thanks_them(programmes: Company) -> None:
    await applies(programmes)
    await change(programmes.first, "cycles", FIRST, state=CycleState.CLOSED)
    notice = await shown(programmes.first, enrolment_card.name, DORA, "dora")
    assert isinstance(notice, EnrolmentNotice)
    assert (notice.over, notice.closed) == (False, True)
    assert (await one(programmes.first, "enrolments", DORA)).state is EnrolmentState.DONE

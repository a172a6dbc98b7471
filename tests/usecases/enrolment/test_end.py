"""The last day on which one may enrol: owners name it, unfinished enrolments say it, and say when
it is over.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from mentoring.domain.enrolment import EnrolmentState
from mentoring.domain.people import Role
from mentoring.domain.posting import Posting
from mentoring.usecases.enrolment.card import enrolment_card
from mentoring.usecases.enrolment.end import set_enrolment_end
from tests.usecases.company import (
    FIRST,
    NOW,
    SECOND,
    Company,
    all_of,
    change,
    enrol,
    one,
    person,
    profile,
    put,
    refused,
)

LAST = NOW.date() + timedelta(days=9)


@pytest.fixture
async def asked(programmes: Company) -> Company:
    """Eva has begun, Jan is done; each has their card."""
    for key, role, state in (
        ("eva", Role.MENTEE, EnrolmentState.BEGUN),
        ("jan", Role.MENTOR, EnrolmentState.DONE),
    ):
        made = await enrol(programmes.first, role, key)
        await change(programmes.first, "enrolments", made.id, state=state)
        await put(programmes.first, "postings", Posting(key, enrolment_card.name, made.id, key))
    return programmes


async def old(company: Company) -> dict[str, int]:
    return {each.id: each.wanted - 1 for each in await all_of(company.first, "postings")}


async def test_the_day_counts_for_the_owners_cycle_alone(asked: Company) -> None:
    await asked.first.run(set_enrolment_end, LAST, NOW.date())
    assert (await one(asked.unbound, "cycles", FIRST)).enrolment_end == LAST
    assert (await one(asked.unbound, "cycles", SECOND)).enrolment_end is None


async def test_the_cards_of_those_who_have_not_finished_say_so_and_once_more_when_it_is_over(
    asked: Company,
) -> None:
    await asked.first.run(set_enrolment_end, LAST, NOW.date())
    assert await old(asked) == {"eva": 1, "jan": 0}
    await asked.at(datetime.combine(LAST, datetime.max.time(), UTC))
    assert await old(asked) == {"eva": 2, "jan": 0}, (
        "the day ends at home, an hour before it does in UTC"
    )


async def test_until_then_nothing_is_over(asked: Company) -> None:
    await asked.first.run(set_enrolment_end, LAST, NOW.date())
    await asked.at(datetime.combine(LAST, datetime.min.time(), UTC) + timedelta(hours=20))
    assert await old(asked) == {"eva": 1, "jan": 0}


async def test_a_day_that_was_left_alone_stays_as_another_owner_has_set_it(
    asked: Company,
) -> None:
    await asked.first.run(set_enrolment_end, LAST, NOW.date())
    shown = (LAST - timedelta(days=4)).isoformat()
    await asked.first.run(set_enrolment_end, LAST - timedelta(days=4), NOW.date(), shown=shown)
    assert (await one(asked.unbound, "cycles", FIRST)).enrolment_end == LAST


async def test_a_day_that_nobody_knows_yet_can_be_taken_back(programmes: Company) -> None:
    """issue 14: a day once set could be moved, never removed, and each invitation then had it."""
    await programmes.first.run(set_enrolment_end, LAST, NOW.date())
    await programmes.first.run(set_enrolment_end, None, NOW.date(), shown=LAST.isoformat())
    assert (await one(programmes.unbound, "cycles", FIRST)).enrolment_end is None
    await programmes.at(datetime.combine(LAST, datetime.max.time(), UTC))


async def test_a_day_that_people_have_been_told_can_only_be_moved(asked: Company) -> None:
    await asked.first.run(set_enrolment_end, LAST, NOW.date())
    with refused("end-known", field="date"):
        await asked.first.run(set_enrolment_end, None, NOW.date(), shown=LAST.isoformat())
    assert (await one(asked.unbound, "cycles", FIRST)).enrolment_end == LAST


async def test_a_day_that_has_passed_is_refused(asked: Company) -> None:
    with refused("end-in-past", field="date"):
        await asked.first.run(set_enrolment_end, NOW.date() - timedelta(days=1), NOW.date())


async def test_the_cards_say_so_where_the_day_is_over(asked: Company) -> None:
    """Eva lives in New York: for her the day ends six hours later than at home."""
    abroad = profile("eva", zone="America/New_York")
    await put(asked.first, "people", person("eva", profile=abroad))
    await asked.first.run(set_enrolment_end, LAST, NOW.date())
    midnight = datetime.combine(LAST + timedelta(days=1), datetime.min.time(), UTC)
    await asked.at(midnight + timedelta(hours=4, minutes=59))
    before = await old(asked)
    await asked.at(midnight + timedelta(hours=5))
    assert (await old(asked))["eva"] == before["eva"] + 1

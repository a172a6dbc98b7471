"""Before the enrolment ends whoever has not finished is reminded twice, each when it fits."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from mentoring.domain.enrolment import Application, EnrolmentState
from mentoring.domain.people import Role
from mentoring.domain.posting import REMINDER
from mentoring.domain.upkeep import Fact
from mentoring.domain.watching import Absence
from mentoring.usecases.enrolment.card import enrolment_card
from mentoring.usecases.enrolment.end import set_enrolment_end
from mentoring.usecases.enrolment.reminders import remind
from tests.usecases.company import FIRST, NOW, Company, all_of, change, enrol, put, told

BERLIN = ZoneInfo("Europe/Berlin")
LAST = NOW.date() + timedelta(days=18)
"""A Friday; it is a Monday."""
PEOPLE = {
    "eva": EnrolmentState.INVITED,
    "ada": EnrolmentState.BEGUN,
    "jan": EnrolmentState.DONE,
    "dora": EnrolmentState.DECLINED,
    "olga": EnrolmentState.WITHDRAWN,
    "otto": EnrolmentState.UNREACHABLE,
}
HALF, BOTH = ["ada", "eva"], ["ada", "ada", "eva", "eva"]


@pytest.fixture
async def asked(programmes: Company) -> Company:
    """One person in each state, asked a day ago; the last day is named."""
    for key, state in PEOPLE.items():
        made = await enrol(programmes.first, Role.MENTEE, key)
        await change(
            programmes.first, "enrolments", made.id, state=state, invited_at=NOW - timedelta(days=1)
        )
    await programmes.first.run(set_enrolment_end, LAST, NOW.date())
    return programmes


def evening(days_before: int) -> datetime:
    """The end of work on that many days before the last one, in Berlin."""
    return datetime.combine(LAST - timedelta(days=days_before), time(17), BERLIN).astimezone(UTC)


async def until(company: Company, moment: datetime) -> list[str]:
    """Hour by hour until then; who has been reminded, once for each time."""
    while company.clock.moment < moment:
        await company.at(min(company.clock.moment + timedelta(hours=1), moment))
    return await told(company.first, enrolment_card.name)


async def test_a_week_and_two_days_before_whoever_has_not_finished_reads_it(
    asked: Company,
) -> None:
    assert await until(asked, evening(8)) == []
    assert await until(asked, evening(7)) == HALF
    assert await until(asked, evening(3)) == HALF
    assert await until(asked, evening(2)) == BOTH
    assert await until(asked, evening(-3)) == BOTH
    assert {each.view for each in await all_of(asked.first, "postings")} == {REMINDER}


async def test_it_comes_when_their_work_begins(asked: Company) -> None:
    await until(asked, evening(7))
    at = {each.reminded_at for each in await all_of(asked.first, "enrolments", state="invited")}
    assert [each.astimezone(BERLIN).time() for each in at if each] == [time(8)]


async def test_on_a_weekend_it_waits_for_the_next_day_at_work(asked: Company) -> None:
    sunday = LAST + timedelta(days=9)
    await asked.first.run(set_enrolment_end, sunday, NOW.date())
    await until(asked, evening(-1))
    assert await told(asked.first, enrolment_card.name) == []
    monday = datetime.combine(sunday - timedelta(days=6), time(17), BERLIN).astimezone(UTC)
    assert await until(asked, monday) == HALF


async def test_whoever_was_told_something_that_day_is_reminded_on_the_next(
    asked: Company,
) -> None:
    day = LAST - timedelta(days=7)
    await put(asked.first, "facts", Fact(f"noticed:eva:{day}", "something"))
    assert await until(asked, evening(7)) == ["ada"]
    assert await until(asked, evening(6) + timedelta(days=3)) == HALF


async def test_whoever_has_paused_is_left_in_peace(asked: Company) -> None:
    await put(asked.first, "absences", Absence("eva", NOW, LAST))
    assert await until(asked, evening(0)) == ["ada", "ada"]


async def test_whoever_was_invited_or_reminded_within_a_day_is_not_reminded_again(
    asked: Company,
) -> None:
    await until(asked, evening(8) - timedelta(minutes=1))
    await asked.first.run(remind)
    assert await until(asked, evening(7)) == HALF


async def test_an_end_that_is_near_leaves_out_what_is_past(asked: Company) -> None:
    near = NOW.date() + timedelta(days=4)
    await asked.first.run(set_enrolment_end, near, NOW.date())
    assert await until(asked, evening(0)) == HALF


async def test_an_end_that_is_put_off_is_reminded_of_later(asked: Company) -> None:
    await until(asked, evening(8))
    await asked.first.run(set_enrolment_end, LAST + timedelta(days=14), NOW.date())
    assert await until(asked, evening(0)) == []


async def test_who_has_come_by_themselves_is_reminded_of_what_they_have_begun_alone(
    asked: Company,
) -> None:
    for key in ("eva", "ada"):
        found = f"{FIRST}:mentee:{key}"
        await change(asked.first, "enrolments", found, application=Application.OPEN)
    assert await until(asked, evening(7)) == ["ada"]


@pytest.mark.parametrize(("tried_by", "timers"), [("", 2), ("otto", 0)])
async def test_a_try_reminds_nobody(programmes: Company, tried_by: str, timers: int) -> None:
    await change(programmes.unbound, "cycles", FIRST, tried_by=tried_by)
    await programmes.first.run(set_enrolment_end, LAST, NOW.date())
    assert len(await all_of(programmes.unbound, "timers", kind="ends_soon")) == timers

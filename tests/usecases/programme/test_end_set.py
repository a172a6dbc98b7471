"""What the last day of the enrolment was before somebody set it."""

from __future__ import annotations

from datetime import date, timedelta

from mentoring.domain.act import Act
from mentoring.usecases.programme.end_set import EndSet, day_of, end_set, written
from tests.usecases.company import FIRST, NOW, Company, change, put

DAY = NOW.date() + timedelta(days=9)


async def seen(company: Company, *acts: Act) -> EndSet | None:
    await change(company.unbound, "cycles", FIRST, enrolment_end=DAY)
    await put(company.first, "acts", *acts)
    return await company.first.read(lambda uow, moment: end_set(uow, moment.cycle))


async def test_the_last_act_that_set_it_says_what_it_was_before(programmes: Company) -> None:
    first = Act("1", "", "enrolment", "otto", NOW, after="2027-01-20")
    last = Act("2", "", "settings.dates", "otto", NOW, before="2027-01-20", after=written(DAY))
    assert await seen(programmes, first, last) == EndSet(date(2027, 1, 20), DAY)


async def test_what_an_earlier_version_has_noted_says_nothing(programmes: Company) -> None:
    assert await seen(programmes, Act("1", "", "enrolment", "otto", NOW)) is None


def test_a_day_is_read_as_it_was_written() -> None:
    assert [day_of(written(each)) for each in (DAY, None)] == [DAY, None]

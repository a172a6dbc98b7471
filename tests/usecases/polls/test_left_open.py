"""What the search of the launch left open is put to both, one thing after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from mentoring.domain.people import Role
from mentoring.domain.poll import Cause, Poll
from mentoring.domain.scheduling.plan import Explanation
from mentoring.domain.series import Plan, option_of
from mentoring.domain.session import without_slot
from mentoring.usecases.polls.left_open import agree_on_the_rest
from tests.usecases.company import (
    NOW,
    SECOND_THURSDAY,
    SECOND_TUESDAY,
    STARTS,
    TANDEM,
    Company,
    all_of,
    change,
    one,
    put,
    series_of,
    session,
)

DAY = timedelta(days=1)


async def rest(company: Company) -> Sequence[Poll]:
    """What is put to both."""
    tandem = await one(company.first, "tandems", TANDEM)
    await company.first.run(lambda uow, moment: agree_on_the_rest(uow, moment, tandem))
    return await all_of(company.first, "polls")


async def without_times(company: Company, *offers: tuple[int, datetime | None]) -> None:
    """These sessions, by number, have no slot but perhaps a least bad time."""
    for number, offer in offers:
        found = without_slot(await one(company.first, "sessions", session(number)))
        await put(company.first, "sessions", replace(found, offer=offer))


async def test_where_all_dates_were_found_nothing_is(company: Company) -> None:
    assert await rest(company) == []


async def test_series_are_put_where_a_calendar_cannot_be_read(company: Company) -> None:
    proposals = tuple(
        option_of(TANDEM, series_of(pattern)) for pattern in (SECOND_TUESDAY, SECOND_THURSDAY)
    )
    await change(company.first, "tandems", TANDEM, plan=Plan(proposals=proposals), minutes=90)
    (poll,) = await rest(company)
    assert (poll.cause, poll.session_id, poll.minutes) == (Cause.UNREADABLE, "", 90)
    assert tuple(option.series for option in poll.options) == proposals
    assert {option.sure for option in poll.options} == {False}


async def test_the_first_session_without_a_time_is_put_with_its_least_bad_one(
    company: Company,
) -> None:
    await without_times(company, (3, STARTS[2] + DAY), (2, STARTS[1] + DAY))
    (poll,) = await rest(company)
    assert (poll.cause, poll.session_id) == (Cause.NO_SLOT, session(2))
    assert [option.start for option in poll.options] == [STARTS[1] + DAY]


async def test_each_side_is_told_what_it_would_cost_them_and_not_the_other(
    company: Company,
) -> None:
    offer = STARTS[1] + DAY
    told = (
        Explanation("offer-taken", {"at": offer}, "mentor"),
        Explanation("offer-outside-hours", {"at": offer}, "mentee"),
        Explanation("offer-outside-hours", {"at": offer + DAY}, "mentee"),
        Explanation("open", {"at": offer}),
    )
    plan = (await one(company.first, "tandems", TANDEM)).plan
    await change(company.first, "tandems", TANDEM, plan=replace(plan, explanations=told))
    await without_times(company, (2, offer))
    ((option,),) = [poll.options for poll in await rest(company)]
    assert option.costs == {Role.MENTOR: (told[0],), Role.MENTEE: (told[1],)}


async def test_a_time_that_has_gone_by_is_put_no_more(company: Company) -> None:
    await without_times(company, (1, NOW), (2, None))
    assert await rest(company) == []


async def test_asked_twice_it_is_put_once(company: Company) -> None:
    await without_times(company, (2, STARTS[1] + DAY))
    await rest(company)
    assert len(await rest(company)) == 1

"""The directory refuses the daily look: owners hear of it once, because nobody who leaves is
noticed meanwhile.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from mentoring.domain.cycle import CycleState
from mentoring.domain.errors import NotAllowed, OutsideError, Rejected
from mentoring.domain.posting import Posting
from mentoring.usecases.common.changes import catch_up
from mentoring.usecases.launch.people_watch import look_at_people
from mentoring.usecases.launch.unwatched import unwatched_card
from mentoring.usecases.programme.needs import Need, waiting
from tests.usecases.company import FIRST, TANDEM, Company, all_of, change, one, put, shown
from tests.usecases.launch.looked_up import look

DAY = timedelta(days=1)
UNWATCHED = Need("unwatched", 1)
FORBIDDEN = NotAllowed("User.Read.All")


async def cards(company: Company) -> Sequence[Posting]:
    found: Sequence[Posting] = await all_of(company.first, "postings", kind=unwatched_card.name)
    return found


async def needs(company: Company) -> Sequence[Need]:
    return await company.first.read(lambda uow, moment: waiting(uow, moment, frozenset()))


async def is_so(company: Company) -> bool:
    return bool((await shown(company.first, unwatched_card.name, FIRST, "otto")).is_so)


async def days(company: Company, count: int) -> None:
    """So many days with a look at everybody."""
    for _ in range(count):
        company.clock.moment += DAY
        await look(company)


@pytest.mark.parametrize("refusal", [FORBIDDEN, Rejected("no such question")])
async def test_owners_hear_of_it_once_and_not_every_day(
    watched: Company, refusal: OutsideError
) -> None:
    watched.people.refuses["standings"] = refusal
    await days(watched, 40)
    assert [each.person_id for each in await cards(watched)] == ["otto"]
    assert UNWATCHED in await needs(watched)
    assert await is_so(watched)


async def test_once_the_directory_answers_again_the_card_says_so(watched: Company) -> None:
    watched.people.refuses["standings"] = FORBIDDEN
    await look(watched)
    [card] = await cards(watched)
    await put(watched.first, "postings", replace(card, activity_id="1", shown=card.wanted))
    watched.people.refuses.clear()
    await days(watched, 1)
    await catch_up(watched.unbound)
    assert UNWATCHED not in await needs(watched)
    assert not await is_so(watched)
    [card] = await cards(watched)
    assert card.is_behind


async def test_what_is_refused_anew_later_is_told_anew(watched: Company) -> None:
    for refused in (True, False, True):
        watched.people.refuses |= {"standings": FORBIDDEN}
        if not refused:
            watched.people.refuses.clear()
        await days(watched, 1)
    assert len(await cards(watched)) == 2


async def test_a_refusal_about_some_of_them_is_told_once_too(watched: Company) -> None:
    """Each day the first seven are read, and something is wrong with the eighth tandem."""
    tandem = await one(watched.first, "tandems", TANDEM)
    more = [replace(tandem, id=f"{FIRST}.tandem-{number:03}", number=number) for number in range(8)]
    await put(watched.first, "tandems", *more)
    for _ in range(5):
        watched.clock.moment += DAY
        watched.people.refuses.clear()
        await look(watched)
        watched.people.refuses["standings"] = Rejected("no such id")
        [last] = [each for each in await all_of(watched.first, "effects") if is_next(each)][-1:]
        await look_at_people(watched.first, last.subject_id)
    assert len(await cards(watched)) == 1
    assert UNWATCHED in await needs(watched)


def is_next(effect: object) -> bool:
    return getattr(effect, "kind", "") == look_at_people.name


async def test_after_the_cycle_it_waits_for_nobody(watched: Company) -> None:
    watched.people.refuses["standings"] = FORBIDDEN
    await look(watched)
    await change(watched.unbound, "cycles", FIRST, state=CycleState.CLOSED)
    assert UNWATCHED not in await needs(watched)

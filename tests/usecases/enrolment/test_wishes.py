"""Issue 15: what somebody has wished for next time is shown once more, as long as it can be
changed; *not again* could not be taken back any more once the card of thanks was gone.
"""

from __future__ import annotations

import pytest

from cards.catalogue import render
from cards.kit.words import Words
from mentoring.domain.cycle import CycleState
from mentoring.domain.enrolment import NextTime
from mentoring.domain.people import Role
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.enrolment import opening_next
from mentoring.usecases.enrolment.entrance import show_again
from mentoring.usecases.enrolment.next_time import Who, wish
from mentoring.usecases.enrolment.wishes import wish_card
from mentoring.usecases.launch import closing
from mentoring.usecases.launch.ending import close
from tests.usecases.company import FIRST, NOW, TANDEM, Company, all_of, change, enrol, shown
from tests.usecases.ports import chat_of

EVA = f"{FIRST}:mentee:eva"
NEXT = "p1c2"


@pytest.fixture
async def closed(company: Company) -> Company:
    """The tandem of Eva and Jan has come to its planned end, and then the cycle."""
    for role, who in ((Role.MENTEE, "eva"), (Role.MENTOR, "jan")):
        await enrol(company.first, role, who)
    await company.first.run(lambda uow, _: close(uow, TANDEM))
    await company.first.run(closing.ended, "", TANDEM, clear=True)
    await change(company.first, "cycles", FIRST, state=CycleState.CLOSED, closed_at=NOW)
    return company


async def says(company: Company, wanted: NextTime) -> None:
    await company.first.run(wish, Who(EVA, "eva", chat_of("eva")), wanted)


async def next_one(company: Company) -> None:
    """The next cycle is opened."""
    await company.first.run(opening_next.confirm, FIRST, f"preview:{NOW:%Y%m%d%H%M%S}")


async def asked(company: Company) -> list[str]:
    found = await all_of(company.first.of(NEXT), "enrolments")
    return sorted(each.person_id for each in found)


def _no_cards(uow: UnitOfWork, _: Moment) -> None:
    for each in uow.postings.all(person_id="eva"):
        uow.postings.delete(each.id)


async def writes(company: Company) -> list[str]:
    """Eva writes *hello* months later; the subjects of the cards about wishes that follow."""
    await company.first.run(_no_cards)
    assert await show_again(company.first, "eva", chat_of("eva"), "m1")
    found = await all_of(company.first, "postings", kind=wish_card.name)
    return [each.subject_id for each in found]


async def test_a_word_to_the_bot_brings_what_was_wished(closed: Company) -> None:
    await says(closed, NextTime.NOT)
    assert await writes(closed) == [EVA]
    found = str(render(await shown(closed.first, wish_card.name, EVA, "eva"), Words("de")).content)
    assert "✓ Nicht noch einmal" in found
    assert "Doch noch offenlassen" in found


async def test_there_it_is_changed_and_taken_back(closed: Company) -> None:
    await says(closed, NextTime.NOT)
    await writes(closed)
    await says(closed, NextTime.UNSAID)
    await next_one(closed)
    assert "eva" in await asked(closed)
    assert not (await shown(closed.first, wish_card.name, EVA, "eva")).is_open


async def test_whoever_has_wished_nothing_gets_none(closed: Company) -> None:
    assert not await show_again(closed.first, "eva", chat_of("eva"), "m1")
    assert await all_of(closed.first, "postings", kind=wish_card.name) == []


async def test_once_the_next_cycle_has_asked_it_comes_no_more(closed: Company) -> None:
    await says(closed, NextTime.NOT)
    await next_one(closed)
    await show_again(closed.first, "eva", chat_of("eva"), "m1")
    assert await all_of(closed.first, "postings", kind=wish_card.name) == []

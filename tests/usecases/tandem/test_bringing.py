"""The session kit comes two working days before, once, as one notice of the day at most."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from mentoring.domain.people import Role
from mentoring.domain.questionnaire import Topics, TopicSkill, Wishes
from mentoring.domain.upkeep import Fact
from mentoring.domain.watching import Absence
from mentoring.usecases.sessions.reminders import remind, remind_of
from mentoring.usecases.tandem.bringing import bring_kit, show
from mentoring.usecases.tandem.wanted import switch
from tests.usecases.company import (
    NOW,
    STARTS,
    TANDEM,
    Company,
    all_of,
    asked_for,
    change,
    enrol,
    one,
    put,
    refused,
    told,
)
from tests.usecases.company import session as session_of
from tests.usecases.ports import chat_of

FRIDAY = STARTS[0].replace(day=5, hour=8, minute=1)
"""Two working days before the first session, a Tuesday; a minute past nine in Berlin."""
MONDAY = FRIDAY + timedelta(days=3)
BOTH = ["eva", "jan"]


@pytest.fixture
async def accompanied(company: Company) -> Company:
    await enrol(company.first, Role.MENTEE, "eva", Wishes("ai", "data"))
    await enrol(company.first, Role.MENTOR, "jan", Topics(("ai",)), TopicSkill("ai", 3, "Jahre"))
    tandem = await one(company.first, "tandems", TANDEM)
    await company.first.run(lambda uow, moment: remind_of(uow, tandem, moment))
    return company


async def kits(company: Company) -> list[str]:
    for effect in await all_of(company.first, "effects", kind="bring_kit", done=False):
        await bring_kit(company.first, effect.subject_id)
        await change(company.first, "effects", effect.id, done=True)
    return await told(company.first, "session_kit_card")


async def reminders(company: Company) -> list[str]:
    for subject in await asked_for(company.first, "remind"):
        await remind(company.first, subject)
    return await told(company.first, "session")


async def test_both_get_it_two_working_days_before(accompanied: Company) -> None:
    await accompanied.at(FRIDAY - timedelta(minutes=2))
    assert await kits(accompanied) == []
    await accompanied.at(FRIDAY)
    assert await kits(accompanied) == BOTH


async def test_once_for_a_session_and_again_for_the_next(accompanied: Company) -> None:
    for moment in (FRIDAY, MONDAY, STARTS[1].replace(day=5, hour=8, minute=1)):
        await accompanied.at(moment)
        await kits(accompanied)
    assert await told(accompanied.first, "session_kit_card") == [*BOTH[:1] * 2, *BOTH[1:] * 2]
    assert len({each.kit_id for each in await all_of(accompanied.first, "kit_choices")}) == 2


async def test_the_reminder_comes_on_its_own_day_all_the_same(accompanied: Company) -> None:
    await accompanied.at(FRIDAY)
    await kits(accompanied)
    await accompanied.at(MONDAY)
    assert await reminders(accompanied) == BOTH


async def test_who_was_told_something_that_day_finds_it_at_the_reminder(
    accompanied: Company,
) -> None:
    """The next working day is the reminder's: one notice, which leads to the kit."""
    await put(accompanied.first, "facts", Fact(f"noticed:jan:{FRIDAY.date()}", "a session"))
    await accompanied.at(FRIDAY)
    assert await kits(accompanied) == ["eva"]
    await accompanied.at(MONDAY)
    assert (await kits(accompanied), await reminders(accompanied)) == (["eva"], BOTH)


async def test_nor_does_it_come_to_somebody_away(accompanied: Company) -> None:
    accompanied.outlook.replying = {"eva": (NOW, FRIDAY + timedelta(hours=9))}
    await put(accompanied.first, "absences", Absence("jan", NOW, date(2027, 2, 6)))
    await accompanied.at(FRIDAY)
    assert await kits(accompanied) == []


async def test_who_wants_none_gets_none_by_itself_but_when_they_ask(accompanied: Company) -> None:
    await accompanied.first.run(lambda uow, now: switch(uow, now, TANDEM, "jan", comes=False))
    await accompanied.at(FRIDAY)
    assert await kits(accompanied) == ["eva"]
    await accompanied.first.run(show, session_of(1), "jan", chat_of("jan"))
    assert await kits(accompanied) == BOTH


async def test_a_session_that_does_not_take_place_brings_none(accompanied: Company) -> None:
    await change(accompanied.first, "sessions", session_of(1), declined=STARTS[0])
    await accompanied.at(FRIDAY)
    assert await kits(accompanied) == []


async def test_where_nothing_new_is_left_nobody_hears_anything(company: Company) -> None:
    """Nothing is wished, taught or asked."""
    tandem = await one(company.first, "tandems", TANDEM)
    await company.first.run(lambda uow, moment: remind_of(uow, tandem, moment))
    await company.at(FRIDAY)
    assert await kits(company) == []


async def test_asked_for_it_comes_at_once_to_the_two_alone(accompanied: Company) -> None:
    await accompanied.first.run(show, session_of(2), "eva", chat_of("eva"))
    assert await told(accompanied.first, "session_kit_card") == ["eva"]
    with refused("not-yours"):
        await accompanied.first.run(show, session_of(2), "dora", chat_of("dora"))


async def test_after_the_session_its_cards_are_brought_up_to_date(accompanied: Company) -> None:
    await accompanied.at(FRIDAY)
    await kits(accompanied)
    cards = await all_of(accompanied.first, "postings", kind="session_kit_card")
    for each in cards:
        await change(accompanied.first, "postings", each.id, activity_id="1", shown=each.wanted)
    await accompanied.at(STARTS[0] + timedelta(hours=3))
    behind = await accompanied.first.read(lambda uow, _: uow.behind(99))
    assert {each.id for each in cards} <= {each.id for each in behind}

"""Two working days before a session the two get what prepares them for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

import pytest

from mentoring.domain.question import Question
from mentoring.domain.upkeep import Timer
from mentoring.usecases.sessions.reminders import remind_of
from mentoring.usecases.tandem.asking import put as ask_them
from mentoring.usecases.tandem.bringing import bring_kit
from mentoring.usecases.tandem.wanted import switch
from mentoring.usecases.tandem.when_it_fits import bring_card
from tests.usecases.company import (
    NOW,
    STARTS,
    TANDEM,
    Company,
    all_of,
    asked_for,
    change,
    one,
    put,
    shown,
    told,
)
from tests.usecases.company import session as session_of

FRIDAY = STARTS[0].replace(day=5, hour=8)
"""Two working days before the first session, a Tuesday; nine in Berlin."""
HERS = Question(f"{TANDEM}:1", TANDEM, "eva", "Was ist neu?", NOW)


async def accompanied(company: Company) -> None:
    tandem = await one(company.first, "tandems", TANDEM)
    await company.first.run(lambda uow, moment: remind_of(uow, tandem, moment))
    await put(company.first, "questions", HERS)


async def waits(company: Company) -> bool:
    return bool((await one(company.first, "questions", HERS.id)).waits)


async def test_what_has_waited_is_told_then(company: Company) -> None:
    await accompanied(company)
    await company.at(FRIDAY - timedelta(minutes=1))
    assert await waits(company)
    await company.at(FRIDAY + timedelta(minutes=1))
    assert not await waits(company)
    assert await asked_for(company.first, "bring_kit") == [
        f"{session_of(1)}:eva",
        f"{session_of(1)}:jan",
    ]


@pytest.mark.parametrize(
    "asked_at",
    [
        NOW,
        FRIDAY - timedelta(minutes=1),
        FRIDAY + timedelta(minutes=1),
        STARTS[0] - timedelta(hours=4),
    ],
    ids=["a week before", "just in time", "when his kit has come", "on the morning of the day"],
)
@pytest.mark.parametrize(("author", "other"), [("eva", "jan"), ("jan", "eva")])
async def test_what_is_asked_arrives_before_the_session(
    company: Company, author: str, other: str, asked_at: datetime
) -> None:
    """It stayed hidden until the session after it if it came in the last two working days."""
    await accompanied(company)
    await company.store.run(lambda uow: uow.questions.delete(HERS.id))
    await company.at(asked_at)
    await company.first.run(ask_them, TANDEM, author, "Was ist neu?")
    await company.at(STARTS[0] - timedelta(hours=1))
    for subject in await asked_for(company.first, "bring_kit"):
        await bring_kit(company.first, subject)
    for subject in await asked_for(company.first, "bring_card"):
        await bring_card(company.first, subject)
    assert other in {
        *await told(company.first, "session_kit_card"),
        *await told(company.first, "question_box"),
    }
    box = await shown(company.first, "question_box", TANDEM, other)
    assert [each.text for each in box.theirs] == ["Was ist neu?"]


async def test_where_no_session_is_ahead_it_is_told_at_once(company: Company) -> None:
    """Two who arrange their dates themselves, say."""
    for number in range(1, len(STARTS) + 1):
        await change(company.first, "sessions", session_of(number), start=None)
    await company.first.run(ask_them, TANDEM, "eva", "Was ist neu?")
    assert await asked_for(company.first, "bring_card") == [f"question_box:{TANDEM}:jan"]


async def test_a_session_that_does_not_take_place_is_not_waited_for_nor_the_next_one_hastened(
    company: Company,
) -> None:
    await change(company.first, "sessions", session_of(1), declined=STARTS[0])
    company.clock.moment = FRIDAY + timedelta(minutes=1)
    await company.first.run(ask_them, TANDEM, "eva", "Was ist neu?")
    assert await asked_for(company.first, "bring_card") == []


async def test_what_waits_is_told_when_a_session_is_moved_to_tomorrow(company: Company) -> None:
    await accompanied(company)
    tomorrow = NOW + timedelta(days=1)
    await change(company.first, "sessions", session_of(1), state="moved", start=tomorrow)
    tandem = await one(company.first, "tandems", TANDEM)
    for _ in range(2):
        await company.first.run(lambda uow, moment: remind_of(uow, tandem, moment))
        await company.at(NOW + timedelta(minutes=1))
    assert not await waits(company)
    assert await asked_for(company.first, "bring_card") == [f"question_box:{TANDEM}:jan"]


async def test_who_wants_no_kits_is_told_what_the_other_one_asks_all_the_same(
    company: Company,
) -> None:
    await accompanied(company)
    for who in ("eva", "jan"):
        await company.first.run(partial(switch, tandem_id=TANDEM, person_id=who, comes=False))
    await company.at(FRIDAY + timedelta(minutes=1))
    assert await asked_for(company.first, "bring_kit") == []
    assert await asked_for(company.first, "bring_card") == [f"question_box:{TANDEM}:jan"]


async def test_what_stays_open_comes_back_with_the_next_session(company: Company) -> None:
    await accompanied(company)
    for number, moment in ((1, FRIDAY), (2, STARTS[1].replace(day=5, hour=8))):
        await company.at(moment + timedelta(minutes=1))
        for subject in await asked_for(company.first, "bring_kit"):
            await bring_kit(company.first, subject)
        seen = await shown(company.first, "session_kit_card", session_of(number), "jan")
        assert [each.text for each in seen.asked] == [HERS.text]
    assert await told(company.first, "session_kit_card") == ["eva", "eva", "jan", "jan"]


async def test_it_follows_a_session_that_moves(company: Company) -> None:
    await accompanied(company)
    later = STARTS[0] + timedelta(days=7)
    await change(company.first, "sessions", session_of(1), state="moved", start=later)
    await company.at(FRIDAY + timedelta(minutes=1))
    assert await waits(company)
    await company.at(FRIDAY + timedelta(days=7, minutes=1))
    assert not await waits(company)


async def test_one_that_does_not_take_place_brings_nothing(company: Company) -> None:
    await accompanied(company)
    await change(company.first, "sessions", session_of(1), declined=STARTS[0])
    await company.at(FRIDAY + timedelta(minutes=1))
    assert await waits(company)


async def test_a_tandem_that_ran_before_is_accompanied_from_now_on(company: Company) -> None:
    """The timer that the migration has set."""
    await put(
        company.first, "timers", Timer(f"accompany_anew:{TANDEM}", "accompany_anew", TANDEM, NOW)
    )
    await company.at(NOW)
    found = await all_of(company.first, "timers", kind="session_ahead")
    assert len(found) == 2 * len(STARTS)
    assert replace(found[0], id="").due_at == FRIDAY

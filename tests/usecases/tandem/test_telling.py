"""Whoever is asked something is told once a day at most, while they work and are there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from mentoring.domain.question import Question
from mentoring.domain.upkeep import Fact, Timer
from mentoring.domain.watching import Absence
from mentoring.usecases.common.changes import catch_up
from mentoring.usecases.tandem.asking import put as ask_them
from mentoring.usecases.tandem.question_box import QuestionBoxNotice
from mentoring.usecases.tandem.telling import reveal, tell_of_questions, told_later
from mentoring.usecases.tandem.wanted import WITHOUT_QUESTIONS, switch
from mentoring.usecases.tandem.when_it_fits import bring_card
from tests.usecases.company import NOW, TANDEM, Company, all_of, asked_for, one, put, shown, told

HERS = Question(f"{TANDEM}:1", TANDEM, "eva", "Was ist neu?", NOW)
TO_JAN = f"question_box:{TANDEM}:jan"


async def asks(company: Company, text: str = "Was ist neu?") -> None:
    await company.first.run(
        lambda uow, moment: ask_them(uow, moment, TANDEM, "eva", text, at_once=True)
    )
    await tell(company)


async def tell(company: Company) -> None:
    for subject in set(await asked_for(company.first, "bring_card")):
        await bring_card(company.first, subject)


async def boxes(company: Company) -> list[str]:
    return await told(company.first, "question_box")


async def test_at_work_one_is_told(company: Company) -> None:
    await asks(company)
    assert await boxes(company) == ["jan"]


async def test_more_on_the_same_day_come_with_the_card_that_is_there(company: Company) -> None:
    await asks(company)
    company.clock.moment += timedelta(hours=1)
    await asks(company, "Und noch etwas?")
    assert await boxes(company) == ["jan"]
    await company.at(NOW + timedelta(days=1))
    await tell(company)
    assert await boxes(company) == ["jan", "jan"]


async def test_after_work_one_is_told_the_next_morning(company: Company) -> None:
    company.clock.moment = NOW.replace(hour=20)
    await asks(company)
    assert await boxes(company) == []
    await company.at(NOW + timedelta(days=1))
    await tell(company)
    assert await boxes(company) == ["jan"]


async def test_who_has_been_told_something_today_is_told_tomorrow(company: Company) -> None:
    await put(company.first, "facts", Fact("noticed:jan:2027-02-01", "a session"))
    await asks(company)
    assert await boxes(company) == []
    await company.at(NOW + timedelta(days=1))
    await tell(company)
    assert await boxes(company) == ["jan"]


async def test_nobody_is_told_while_the_mailbox_says_that_they_are_away(company: Company) -> None:
    company.outlook.replying = {"jan": (NOW, NOW + timedelta(days=2))}
    await asks(company)
    await company.at(NOW + timedelta(days=1))
    await tell(company)
    assert await boxes(company) == []
    await company.at(NOW + timedelta(days=3))
    await tell(company)
    assert await boxes(company) == ["jan"]


async def test_nor_in_a_pause(company: Company) -> None:
    await put(company.first, "absences", Absence("jan", NOW, date(2027, 2, 2)))
    await asks(company)
    await company.at(NOW + timedelta(days=1))
    await tell(company)
    assert await boxes(company) == []


async def test_what_is_answered_by_then_is_told_no_more(company: Company) -> None:
    await put(company.first, "questions", replace(HERS, told_at=NOW, answered_at=NOW))
    await bring_card(company.first, TO_JAN)
    assert await boxes(company) == []


async def test_what_waits_is_told_to_nobody_until_it_is_revealed(company: Company) -> None:
    await put(company.first, "questions", HERS)
    await bring_card(company.first, TO_JAN)
    assert await boxes(company) == []
    tandem = await one(company.first, "tandems", TANDEM)
    await company.first.run(lambda uow, moment: reveal(uow, moment, tandem))
    await bring_card(company.first, TO_JAN)
    assert await boxes(company) == ["jan"]
    assert [each.told_at for each in await all_of(company.first, "questions")] == [NOW]


async def test_what_an_earlier_version_has_asked_for_is_told(company: Company) -> None:
    await put(company.first, "questions", replace(HERS, told_at=NOW))
    await tell_of_questions(company.first, f"{TANDEM}:jan")
    assert await boxes(company) == ["jan"]


async def test_so_is_what_it_has_put_off(company: Company) -> None:
    await put(company.first, "questions", replace(HERS, told_at=NOW))
    due = Timer(f"told_later:{TANDEM}:jan", "told_later", TANDEM, NOW)
    await company.first.run(lambda uow, moment: told_later(uow, moment, due))
    assert await asked_for(company.first, "bring_card") == [TO_JAN]


async def test_who_does_not_want_it_is_not_told_and_finds_it_in_the_box(company: Company) -> None:
    await switches(company, on=False)
    await asks(company)
    assert await boxes(company) == []
    box: QuestionBoxNotice = await shown(company.first, "question_box", TANDEM, "jan")
    assert ([each.text for each in box.theirs], box.tells) == (["Was ist neu?"], False)


async def test_who_wants_it_again_is_told_of_the_next_one(company: Company) -> None:
    await switches(company, on=False)
    await asks(company)
    await switches(company, on=True)
    await asks(company, "Und noch etwas?")
    assert await boxes(company) == ["jan"]


async def test_the_open_box_shows_at_once_that_it_is_switched_off(company: Company) -> None:
    await asks(company)
    [box] = await all_of(company.first, "postings", kind="question_box", person_id="jan")
    await switches(company, on=False)
    await catch_up(company.unbound)
    assert (await one(company.first, "postings", box.id)).wanted > box.wanted


async def switches(company: Company, *, on: bool) -> None:
    await company.first.run(switch, TANDEM, "jan", WITHOUT_QUESTIONS, comes=on)

"""What the two take along when the launch of their tandem is taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from mentoring.domain.agreement import Agreement, Terms
from mentoring.domain.kit_choice import KitChoice
from mentoring.domain.question import Question
from mentoring.usecases.tandem import going_on
from mentoring.usecases.tandem.wanted import brings, switch
from tests.usecases.company import NOW, STARTS, TANDEM, Company, all_of, put, session
from tests.usecases.launch.ended import enrolled
from tests.usecases.launch.undone import confirmed, made_anew, started, taken_back_again

__all__ = ["enrolled", "going_on", "started"]
DAY = timedelta(days=1)


async def test_what_the_two_have_asked_each_other_stays_open(started: Company) -> None:
    asked = Question(f"{TANDEM}:1", TANDEM, "eva", "Wie fange ich an?", NOW, NOW)
    done = replace(asked, id=f"{TANDEM}:2", answered_at=NOW)
    await put(started.first, "questions", asked, done)
    await confirmed(started)
    made = await made_anew(started)
    found = {each.id: each.tandem_id for each in await all_of(started.first, "questions")}
    assert found == {asked.id: made.id, done.id: TANDEM}


async def test_no_kit_that_they_have_had_comes_again(started: Company) -> None:
    """However often it is taken back; what was proposed for a session to come is still new."""
    had, to_come = (KitChoice(session(n), TANDEM, f"kit-{n}") for n in (1, 3))
    await put(started.first, "kit_choices", had, to_come)
    started.clock.moment = STARTS[1] + DAY
    await confirmed(started)
    made = await made_anew(started)
    assert await all_of(started.first, "kit_choices", tandem_id=made.id) == [
        replace(had, tandem_id=made.id)
    ]
    again = await taken_back_again(started, made)
    assert await all_of(started.first, "kit_choices", tandem_id=again.id) == [
        replace(had, tandem_id=again.id)
    ]


async def test_who_wants_no_kits_by_themselves_need_not_say_so_twice(started: Company) -> None:
    await started.first.run(lambda uow, now: switch(uow, now, TANDEM, "eva", comes=False))
    await confirmed(started)
    made = await made_anew(started)
    found = {
        who: await started.first.read(lambda uow, _, who=who: brings(uow, made.id, who))
        for who in ("eva", "jan")
    }
    assert found == {"eva": False, "jan": True}


async def test_what_they_have_agreed_on_counts_still(started: Company) -> None:
    agreed = Agreement(TANDEM, TANDEM, Terms("sehen"), valid=Terms("sehen"), valid_since=NOW)
    await put(started.first, "agreements", agreed)
    await confirmed(started)
    made = await made_anew(started)
    assert await all_of(started.first, "agreements") == [
        replace(agreed, id=made.id, tandem_id=made.id)
    ]

"""What the two take along when the launch of their tandem is taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from mentoring.domain.agreement import Agreement, Terms
from mentoring.domain.fit import Feeling, Fit, fit_id
from mentoring.domain.kit_choice import KitChoice
from mentoring.domain.people import Role
from mentoring.domain.posting import Posting
from mentoring.domain.question import Question
from mentoring.domain.retrospective import Retrospective, Taken, retrospective_id
from mentoring.domain.tandem import TandemState
from mentoring.domain.upkeep import Effect
from mentoring.usecases.common.changes import catch_up
from mentoring.usecases.launch.one_tandem import launch_tandem
from mentoring.usecases.launch.taking_back import take_back
from mentoring.usecases.tandem import going_on
from mentoring.usecases.tandem.asking import put as ask_them
from mentoring.usecases.tandem.looking_back import write
from mentoring.usecases.tandem.wanted import WITHOUT_RETROSPECTIVES, brings, switch
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
    refused,
    session,
    shown,
    told,
)
from tests.usecases.launch.ended import enrolled
from tests.usecases.launch.undone import confirmed, made_anew, relaunched, started, taken_back_again

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
        who: await started.first.read(lambda uow, _, each: brings(uow, made.id, each), who)
        for who in ("eva", "jan")
    }
    assert found == {"eva": False, "jan": True}


@pytest.mark.parametrize("card", ["agreement_card", "question_box", "retrospective_card"])
@pytest.mark.parametrize("who", ["eva", "jan"])
async def test_what_is_taken_along_is_not_said_to_have_come_to_its_end(
    started: Company, card: str, who: str
) -> None:
    """Issue 15: from the confirmation on, whatever of the first tandem is still being cleared."""
    await put(started.first, "agreements", Agreement(TANDEM, TANDEM, Terms("sehen")))
    subject = session(1) if card == "retrospective_card" else TANDEM
    old = Posting("card", card, subject, who, activity_id=who, shown=1)
    await put(started.first, "postings", old)
    assert not (await shown(started.first, card, subject, who)).is_over
    await confirmed(started)
    behind = await started.first.read(lambda uow, _: uow.behind(99))
    assert "card" in {each.id for each in behind}
    for _ in ("while it is cleared away", "afterwards"):
        notice = await shown(started.first, card, subject, who)
        assert (notice.is_over, notice.undone) == (True, True)
        await take_back(started.first, TANDEM)


@pytest.mark.parametrize("card", ["agreement_card", "question_box", "retrospective_card"])
async def test_what_has_come_to_its_end_was_not_taken_back(company: Company, card: str) -> None:
    await change(company.first, "tandems", TANDEM, state=TandemState.CLOSED)
    subject = session(1) if card == "retrospective_card" else TANDEM
    notice = await shown(company.first, card, subject, "eva")
    assert (notice.is_over, notice.undone) == (True, False)


@pytest.mark.parametrize("card", ["agreement_card", "question_box", "retrospective_card"])
@pytest.mark.parametrize("end", [TandemState.RELEASED, TandemState.CLOSED])
async def test_once_the_two_have_come_to_their_end_nothing_is_promised_any_more(
    started: Company, card: str, end: TandemState
) -> None:
    """Where one of them has gone before the next launch, no card says so before both are told."""
    await confirmed(started)
    await take_back(started.first, TANDEM)
    await catch_up(started.unbound)
    subject = session(1) if card == "retrospective_card" else TANDEM
    await change(started.first, "tandems", (await made_anew(started)).id, state=end)
    assert (await shown(started.first, card, subject, "eva")).undone is (
        end is TandemState.RELEASED
    )
    old = Posting("card", card, subject, "eva", activity_id="eva", shown=1)
    await put(started.first, "postings", old)
    await change(started.first, "tandems", (await made_anew(started)).id, told_left_over=True)
    behind = await started.first.read(lambda uow, _: uow.behind(99))
    assert "card" in {each.id for each in behind}
    notice = await shown(started.first, card, subject, "eva")
    assert (notice.is_over, notice.undone) == (True, False)


async def test_how_it_fits_they_need_not_say_again(started: Company) -> None:
    """Nor are they asked again: the card that has asked still counts."""
    hers = Fit(fit_id(TANDEM, Role.MENTEE), TANDEM, "eva", Feeling.GOOD, NOW)
    await put(started.first, "fits", hers)
    await put(started.first, "postings", Posting("card", "fit_card", TANDEM, "eva"))
    await confirmed(started)
    made = await made_anew(started)
    [found] = await all_of(started.first, "fits")
    key = fit_id(made.id, Role.MENTEE)
    assert found == replace(hers, id=key, tandem_id=made.id)


async def test_what_they_take_from_their_sessions_is_there_again(started: Company) -> None:
    """From the next launch on they read it, change it and are shown it as before."""
    key = retrospective_id(session(1), Role.MENTEE)
    hers = Retrospective(key, TANDEM, session(1), "eva", Role.MENTEE, NOW, Taken(line="Fragen"))
    await put(started.first, "retrospectives", hers)
    started.clock.moment = STARTS[1] + DAY
    await confirmed(started)
    made = await made_anew(started)
    with refused("stale"):
        await started.first.run(write, session(1), "eva", "Mehr fragen", share=True)
    await relaunched(started, made)
    await started.first.run(write, session(1), "eva", "Mehr fragen", share=True)
    seen = await shown(started.first, "retrospective_card", session(1), "jan")
    assert (seen.is_over, seen.is_earlier, seen.theirs) == (False, True, "Mehr fragen")
    assert [each.tandem_id for each in await all_of(started.first, "retrospectives")] == [made.id]
    subject = f"retrospective_card:{session(1)}:jan"
    assert await asked_for(started.first, "bring_card") == [subject]
    await bring_card(started.first, subject)
    assert "jan" in await told(started.first, "retrospective_card")


async def test_who_is_not_asked_to_look_back_need_not_say_so_again(started: Company) -> None:
    off = WITHOUT_RETROSPECTIVES
    await started.first.run(lambda uow, now: switch(uow, now, TANDEM, "eva", off, comes=False))
    await confirmed(started)
    await relaunched(started, await made_anew(started))
    assert not (await shown(started.first, "retrospective_card", session(1), "eva")).asks


async def test_nothing_is_put_into_what_is_being_taken_back(started: Company) -> None:
    """While something is just being opened for it, it is not over, and would lose it."""
    key = f"{launch_tandem.name}:{TANDEM}"
    await put(started.first, "effects", Effect(key, launch_tandem.name, TANDEM, flow="at work"))
    await confirmed(started)
    assert (await one(started.first, "tandems", TANDEM)).state is TandemState.LAUNCHED
    with refused("stale"):
        await started.first.run(ask_them, TANDEM, "eva", "Wie fange ich an?")


async def test_what_they_have_agreed_on_counts_still(started: Company) -> None:
    agreed = Agreement(TANDEM, TANDEM, Terms("sehen"), valid=Terms("sehen"), valid_since=NOW)
    await put(started.first, "agreements", agreed)
    await confirmed(started)
    made = await made_anew(started)
    assert await all_of(started.first, "agreements") == [
        replace(agreed, id=made.id, tandem_id=made.id)
    ]

"""Looking back: asked after a yes, said for oneself, shown if one likes."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from cards.kit.render import render
from cards.kit.words import Words
from mentoring.domain.people import Role
from mentoring.domain.retrospective import Retrospective, Taken, Tap, retrospective_id
from mentoring.domain.tandem import TandemState
from mentoring.notices import Said
from mentoring.usecases.polls.after_session import tell
from mentoring.usecases.tandem.looking_back import Tapped, hide, show, tap, write
from mentoring.usecases.tandem.wanted import WITHOUT_RETROSPECTIVES, switch
from tests.usecases.company import (
    STARTS,
    TANDEM,
    Company,
    all_of,
    asked_for,
    change,
    one,
    refused,
    session,
    shown,
    told,
)
from tests.usecases.ports import chat_of

FIRST = session(1)


@pytest.fixture
async def over(company: Company) -> Company:
    """The first session is over."""
    company.clock.moment = STARTS[0] + timedelta(hours=3)
    return company


async def of(company: Company, role: Role) -> Retrospective:
    found: Retrospective = await one(company.first, "retrospectives", retrospective_id(FIRST, role))
    return found


async def drawn(over: Company, words: Words) -> str:
    """Jan's card."""
    notice = await shown(over.first, "retrospective_card", FIRST, "jan")
    return json.dumps(render(notice, words).content, ensure_ascii=False)


class TestAsking:
    async def test_who_says_that_they_have_met_is_asked_once(self, over: Company) -> None:
        for _ in range(2):
            await over.first.run(tell, FIRST, "eva", "met")
        assert await told(over.first, "retrospective_card") == ["eva"]

    async def test_who_says_that_they_have_not_is_not(self, over: Company) -> None:
        await over.first.run(tell, FIRST, "eva", "missed")
        assert await told(over.first, "retrospective_card") == []

    async def test_who_does_not_want_it_is_not_asked_but_may_open_it(self, over: Company) -> None:
        off = WITHOUT_RETROSPECTIVES
        await over.first.run(lambda uow, now: switch(uow, now, TANDEM, "eva", off, comes=False))
        await over.first.run(tell, FIRST, "eva", "met")
        await over.first.run(tell, FIRST, "jan", "met")
        assert await told(over.first, "retrospective_card") == ["jan"]
        await over.first.run(show, FIRST, "eva", chat_of("eva"))
        assert await told(over.first, "retrospective_card") == ["eva", "jan"]


class TestSaying:
    async def test_each_tap_and_the_line_is_saved_at_once(self, over: Company) -> None:
        await over.first.run(tap, FIRST, "jan", Tapped(Tap.FIRST, "decisions"))
        assert (await of(over, Role.MENTOR)).said == Taken("decisions")
        await over.first.run(tap, FIRST, "jan", Tapped(Tap.SECOND, "same"))
        await over.first.run(write, FIRST, "jan", "Viel", share=False)
        assert (await of(over, Role.MENTOR)).said == Taken("decisions", "same", "Viel")

    async def test_the_card_says_that_the_line_is_saved(self, over: Company) -> None:
        """Or whoever presses *save* sees nothing happen; not before, nor beside what it says of a
        line that the other one reads.
        """
        words = Words("de")
        said = words.text("retrospective-saved")
        assert said not in await drawn(over, words)
        for share, is_said in ((False, True), (True, False)):
            await over.first.run(write, FIRST, "jan", "Viel", share=share)
            assert (said in await drawn(over, words)) is is_said
        await over.first.run(hide, FIRST, "jan")
        assert said in await drawn(over, words)

    async def test_whoever_saves_nothing_hears_what_has_become_of_it(self, over: Company) -> None:
        """That there is nothing to save, or that the sentence is gone; before, nothing happened."""
        with refused("retrospective-empty"):
            await over.first.run(write, FIRST, "jan", " ", share=False)
        await over.first.run(write, FIRST, "jan", "Viel", share=True)
        said = await over.first.run(write, FIRST, "jan", " ", share=False)
        assert said == Said.of("retrospective-line-gone")
        assert (await of(over, Role.MENTOR)).said == Taken()
        assert (await shown(over.first, "retrospective_card", FIRST, "eva")).theirs == ""

    async def test_what_was_typed_when_one_taps_is_saved_with_it(self, over: Company) -> None:
        await over.first.run(tap, FIRST, "jan", Tapped(Tap.FIRST, "decisions", "Viel"))
        await over.first.run(tap, FIRST, "jan", Tapped(Tap.SECOND, "same"))
        assert (await of(over, Role.MENTOR)).said == Taken("decisions", "same", "Viel")

    async def test_what_was_typed_over_a_line_that_is_shown_stays_ones_own(
        self, over: Company
    ) -> None:
        await over.first.run(write, FIRST, "eva", "Viel", share=True)
        await over.first.run(tap, FIRST, "eva", Tapped(Tap.FIRST, "tried", "Ehrlich gesagt"))
        jan = await shown(over.first, "retrospective_card", FIRST, "jan")
        eva = await shown(over.first, "retrospective_card", FIRST, "eva")
        assert jan.theirs == "Viel"
        assert eva.said == Taken("tried", "", "Viel", "Ehrlich gesagt")

    async def test_and_once_it_is_saved_it_is_the_line(self, over: Company) -> None:
        await over.first.run(write, FIRST, "eva", "Viel", share=True)
        await over.first.run(tap, FIRST, "eva", Tapped(Tap.FIRST, "tried", "Mehr"))
        await over.first.run(write, FIRST, "eva", "Mehr", share=False)
        assert (await of(over, Role.MENTEE)).said == Taken("tried", "", "Mehr")

    async def test_of_what_is_not_shown_nobody_is_told(self, over: Company) -> None:
        await over.first.run(write, FIRST, "jan", "Viel", share=False)
        assert await asked_for(over.first, "bring_card") == []

    async def test_of_what_is_shown_the_other_one_is_told_once(self, over: Company) -> None:
        for line in ("Viel", "Sehr viel"):
            await over.first.run(write, FIRST, "jan", line, share=True)
        assert await asked_for(over.first, "bring_card") == [f"retrospective_card:{FIRST}:eva"]

    async def test_it_is_hidden_again(self, over: Company) -> None:
        await over.first.run(write, FIRST, "jan", "Viel", share=True)
        await over.first.run(hide, FIRST, "jan")
        found = await of(over, Role.MENTOR)
        assert (found.shared, found.said.line) == (False, "Viel")


@pytest.mark.parametrize("who", ["dora", "otto"])
async def test_nobody_else_says_anything(over: Company, who: str) -> None:
    for press in (
        over.first.run(show, FIRST, who, chat_of(who)),
        over.first.run(tap, FIRST, who, Tapped(Tap.FIRST, "tried")),
        over.first.run(write, FIRST, who, "Viel", share=True),
        over.first.run(hide, FIRST, who),
    ):
        with refused("not-yours"):
            await press
    assert await all_of(over.first, "retrospectives") == []


async def test_there_is_nothing_to_look_back_on_before_the_session(company: Company) -> None:
    with refused("session-not-over"):
        await company.first.run(tap, FIRST, "eva", Tapped(Tap.FIRST, "tried"))


async def test_once_the_tandem_is_over_nothing_is_said(over: Company) -> None:
    await change(over.first, "tandems", TANDEM, state=TandemState.CLOSED)
    with refused("stale"):
        await over.first.run(tap, FIRST, "eva", Tapped(Tap.FIRST, "tried"))

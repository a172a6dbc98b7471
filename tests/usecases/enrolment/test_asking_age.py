"""Owners let people under 18 take part while the cycle runs: who takes part already is asked."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta

import pytest

from cards.kit.render import render
from cards.kit.words import Words
from mentoring.domain.cycle import CycleState
from mentoring.domain.enrolment import Application, Clearance, Enrolment, EnrolmentState
from mentoring.domain.people import Role
from mentoring.domain.programme import Programme
from mentoring.domain.tandem import TandemState
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.changes import catch_up
from mentoring.usecases.enrolment.asking_age import say_age
from mentoring.usecases.enrolment.card import ASKS_AGE, enrolment_card
from mentoring.usecases.enrolment.clearance import (
    ClearanceNotice,
    clearance_card,
    confirm,
    not_this_time,
    show,
)
from mentoring.usecases.enrolment.entrance import invite
from mentoring.usecases.launch import closing
from mentoring.usecases.matching import offers
from mentoring.usecases.matching.inputs import inputs
from mentoring.usecases.programme import settings
from tests.usecases.company import (
    FIRST,
    TANDEM,
    Company,
    all_of,
    change,
    enrol,
    one,
    profile,
    refused,
    shown,
    told,
)
from tests.usecases.ports import chat_of

NIA, JAN = f"{FIRST}:mentor:nia", f"{FIRST}:mentor:jan"
BEGUN = EnrolmentState.BEGUN


async def found(company: Company, key: str = NIA) -> Enrolment:
    each: Enrolment = await one(company.first, "enrolments", key)
    return each


async def switch(company: Company, *, on: bool = True) -> None:
    """An owner sets it, and what follows is worked out."""
    await company.first.run(settings.change, "otto", {"under_18": on})
    await catch_up(company.unbound)


async def says(company: Company, key: str = NIA, *, of_age: bool) -> None:
    await company.first.run(say_age, key, key.rpartition(":")[2], of_age=of_age)


async def matched(company: Company) -> set[str]:
    def unit(uow: UnitOfWork, moment: Moment) -> set[str]:
        return {each.id for each in inputs(uow, moment.programme).candidates}

    return await company.first.read(unit)


async def drawn(company: Company, key: str = NIA) -> str:
    notice = await shown(company.first, enrolment_card.name, key, key.rpartition(":")[2])
    return json.dumps(render(notice, Words("de")).content, ensure_ascii=False)


@pytest.fixture
async def enrolled(programmes: Company) -> Company:
    """Nia has handed in as a mentor, before anybody was asked."""
    await programmes.first.run(invite, profile("nia"), Role.MENTOR)
    await enrol(programmes.first, Role.MENTOR, "nia")
    return programmes


@pytest.fixture
async def asked(enrolled: Company) -> Company:
    await switch(enrolled)
    return enrolled


class TestSwitchedOn:
    @pytest.mark.parametrize("state", [EnrolmentState.DONE, BEGUN])
    async def test_whoever_takes_part_already_is_asked(
        self, enrolled: Company, state: EnrolmentState
    ) -> None:
        await change(enrolled.first, "enrolments", NIA, state=state)
        assert "18" not in await drawn(enrolled)
        await switch(enrolled)
        assert await told(enrolled.first, enrolment_card.name) == ["nia"]
        assert "Bist du mindestens 18?" in await drawn(enrolled)

    async def test_so_is_who_is_in_by_a_file(self, enrolled: Company) -> None:
        await enrolled.set_up(Programme(under_18=True))
        await catch_up(enrolled.unbound)
        assert (await found(enrolled)).clearance is Clearance.ASKED

    @pytest.mark.parametrize(
        "state", [EnrolmentState.INVITED, EnrolmentState.DECLINED, EnrolmentState.WITHDRAWN]
    )
    async def test_nobody_else_is(self, enrolled: Company, state: EnrolmentState) -> None:
        """Whoever is invited is asked when they take part."""
        await change(enrolled.first, "enrolments", NIA, state=state)
        await switch(enrolled)
        assert await told(enrolled.first, enrolment_card.name) == []
        assert (await found(enrolled)).clearance is Clearance.NONE

    async def test_until_they_have_said_it_nobody_is_matched(self, asked: Company) -> None:
        assert await matched(asked) == set()
        await says(asked, of_age=True)
        assert await matched(asked) == {"nia"}

    async def test_with_a_no_it_waits_for_the_clearance(self, asked: Company) -> None:
        await says(asked, of_age=False)
        assert await matched(asked) == set()
        assert (await found(asked)).awaits_clearance
        assert "Nichts geht verloren" in await drawn(asked)

    async def test_of_a_yes_nothing_is_kept(self, enrolled: Company) -> None:
        before = await found(enrolled)
        await switch(enrolled)
        await says(enrolled, of_age=True)
        assert await found(enrolled) == before

    async def test_nothing_that_was_said_is_lost(self, enrolled: Company) -> None:
        before = (await found(enrolled)).answers
        await switch(enrolled)
        await says(enrolled, of_age=False)
        assert (await found(enrolled)).answers == before

    async def test_who_has_said_it_is_not_asked_by_another_setting(self, asked: Company) -> None:
        await says(asked, of_age=True)
        await asked.first.run(settings.change, "otto", {"name": "Tandem 2"})
        await catch_up(asked.unbound)
        assert (await found(asked)).clearance is Clearance.NONE

    async def test_a_clearance_that_is_there_stays(self, enrolled: Company) -> None:
        await change(enrolled.first, "enrolments", NIA, clearance=Clearance.GIVEN)
        await switch(enrolled)
        assert (await found(enrolled)).clearance is Clearance.GIVEN

    async def test_in_both_roles_one_answer_counts(self, enrolled: Company) -> None:
        other = (await enrol(enrolled.first, Role.MENTEE, "nia")).id
        await switch(enrolled)
        await says(enrolled, other, of_age=False)
        assert {(await found(enrolled, key)).clearance for key in (NIA, other)} == {Clearance.WAITS}

    async def test_nobody_answers_for_somebody_else(self, asked: Company) -> None:
        with refused("not-yours"):
            await asked.first.run(say_age, NIA, "eva", of_age=True)

    async def test_whoever_keeps_silent_is_asked_twice_more(self, asked: Company) -> None:
        for _ in range(30):
            await asked.at(asked.clock.moment + timedelta(days=1))
        cards = await all_of(asked.first, "postings", kind=enrolment_card.name, view=ASKS_AGE)
        assert len(cards) == 3

    async def test_an_application_waits_for_both(self, enrolled: Company) -> None:
        await change(enrolled.first, "enrolments", NIA, application=Application.OPEN)
        await switch(enrolled)
        await says(enrolled, of_age=True)
        assert (await found(enrolled)).awaits_answer


async def test_switched_off_nobody_is_asked_any_more(asked: Company) -> None:
    other = (await enrol(asked.first, Role.MENTEE, "eva")).id
    await change(asked.first, "enrolments", other, clearance=Clearance.WAITS)
    await switch(asked, on=False)
    assert await matched(asked) == {"nia"}
    assert "18" not in await drawn(asked)
    assert (await found(asked, other)).clearance is Clearance.WAITS


async def test_before_it_counts_owners_read_what_it_touches(asked: Company) -> None:
    async def said() -> str:
        notice = await shown(asked.first, "settings_card", "p1", "otto", view="people")
        return json.dumps(render(notice, Words("de")).content, ensure_ascii=False)

    await change(asked.unbound, "cycles", FIRST, state=CycleState.ENROLLING)
    assert "wird niemand mehr danach gefragt" in await said()
    await switch(asked, on=False)
    assert "werden auch alle danach gefragt, die schon dabei sind" in await said()


class TestAnOffer:
    """An offer is open while they are asked."""

    @pytest.fixture
    async def offered(self, company: Company) -> Company:
        await enrol(company.first, Role.MENTOR, "jan")
        await change(company.first, "tandems", TANDEM, state=TandemState.ASKED_MENTOR)
        await switch(company)
        return company

    async def test_whoever_says_yes_says_that_first(self, offered: Company) -> None:
        with refused("age-first"):
            await offered.first.run(offers.answer, TANDEM, "jan", yes=True)
        await says(offered, JAN, of_age=True)
        await offered.first.run(offers.answer, TANDEM, "jan", yes=True)
        assert (await one(offered.first, "tandems", TANDEM)).state is TandemState.ASKED_MENTEE

    async def test_a_no_needs_nothing(self, offered: Company) -> None:
        await offered.first.run(offers.answer, TANDEM, "jan", yes=False)
        assert (await one(offered.first, "tandems", TANDEM)).state is TandemState.RELEASED

    async def test_without_the_clearance_it_ends_like_any_other(self, offered: Company) -> None:
        await says(offered, JAN, of_age=False)
        assert (await one(offered.first, "tandems", TANDEM)).state is TandemState.RELEASED


class TestInATandem:
    """Jan is in a running one."""

    @pytest.fixture
    async def running(self, company: Company) -> Company:
        await enrol(company.first, Role.MENTOR, "jan")
        await switch(company)
        return company

    async def listed(self, company: Company, decide: Callable[..., int]) -> int:
        await company.first.run(show, "otto", chat_of("otto"))
        [card] = await all_of(company.first, "postings", kind=clearance_card.name)
        return await company.first.run(decide, "otto", [JAN], card.id)

    async def test_it_goes_on_whatever_they_say(self, running: Company) -> None:
        assert "Dein Tandem geht weiter" in await drawn(running, JAN)
        await says(running, JAN, of_age=False)
        assert "geht dein Tandem weiter" in await drawn(running, JAN)
        assert (await one(running.first, "tandems", TANDEM)).state is TandemState.LAUNCHED

    async def test_with_the_clearance_they_read_it(self, running: Company) -> None:
        await says(running, JAN, of_age=False)
        before = len(await told(running.first, enrolment_card.name))
        assert await self.listed(running, confirm) == 1
        assert len(await told(running.first, enrolment_card.name)) == before + 1
        assert "Jugendvertretung" not in await drawn(running, JAN)

    async def test_owners_read_that_they_are_in_one(self, running: Company) -> None:
        await says(running, JAN, of_age=False)
        notice = await shown(running.first, clearance_card.name, FIRST, "otto")
        assert isinstance(notice, ClearanceNotice)
        assert [each.in_tandem for each in notice.people] == [True]
        content = render(notice, Words("de")).content
        assert "schon in einem Tandem" in json.dumps(content, ensure_ascii=False)

    async def test_without_it_the_tandem_ends_first(self, running: Company) -> None:
        await says(running, JAN, of_age=False)
        with refused("correct-in-tandem", name="Jan"):
            await self.listed(running, not_this_time)

    async def test_with_the_cycle_nothing_of_it_is_taken_away(self, running: Company) -> None:
        await says(running, JAN, of_age=False)
        made = await running.first.run(closing.prepare, "otto", chat_of("otto"))
        assert (await shown(running.first, "closing", made.id, "otto")).uncleared == 0
        await running.first.run(closing.confirm, made.id)
        assert (await found(running, JAN)).clearance is Clearance.WAITS

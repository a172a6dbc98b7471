"""Whether somebody would like another tandem."""

from __future__ import annotations

from mentoring.domain.cycle import CycleState
from mentoring.domain.enrolment import Enrolment
from mentoring.usecases.enrolment import enrolment
from mentoring.usecases.launch import another_partner
from mentoring.usecases.launch.another_partner import ended_card
from tests.answers import GERMAN
from tests.usecases.company import (
    FIRST,
    TANDEM,
    Company,
    all_of,
    change,
    hidden,
    one,
    refused,
    shown,
    told,
)
from tests.usecases.launch.ended import DAY, EVA, asked, ends


class TestAnotherPartner:
    """Both are asked alike; whoever says yes waits and comes first, the other is left alone."""

    async def over(self, company: Company) -> None:
        await asked(company)
        await ends(company)

    async def answers(self, company: Company, person: str, *, yes: bool) -> None:
        card = f"{ended_card.name}:{TANDEM}:{person}"
        await company.first.run(another_partner.answer, TANDEM, person, card, yes=yes)

    async def test_until_they_say_so_nobody_is_matched(self, enrolled: Company) -> None:
        await self.over(enrolled)
        assert {each.rests for each in await all_of(enrolled.first, "enrolments")} == {True}

    async def test_a_yes_comes_first(self, enrolled: Company) -> None:
        await self.over(enrolled)
        for _ in range(2):
            await self.answers(enrolled, "eva", yes=True)
        found = await one(enrolled.first, "enrolments", EVA)
        assert (found.rests, found.priority) == (False, 1)
        assert (await shown(enrolled.first, ended_card.name, TANDEM, "eva", view="yes")).wish

    async def test_a_no_is_stored_as_silence_is(self, enrolled: Company) -> None:
        await self.over(enrolled)
        before = await one(enrolled.first, "enrolments", EVA)
        await self.answers(enrolled, "eva", yes=False)
        assert await one(enrolled.first, "enrolments", EVA) == before
        await self.answers(enrolled, "eva", yes=True)
        assert not (await one(enrolled.first, "enrolments", EVA)).rests

    async def test_whose_answers_are_erased_meanwhile_gives_them_anew(
        self, enrolled: Company
    ) -> None:
        await self.over(enrolled)
        await enrolled.at(enrolled.clock.moment + 15 * DAY)
        assert (await one(enrolled.first, "enrolments", EVA)).erased_at
        await self.answers(enrolled, "eva", yes=True)
        found = await one(enrolled.first, "enrolments", EVA)
        assert (found.state, found.rests, found.erased_at) == ("begun", False, None)
        assert "eva" in await told(enrolled.first, "enrolment")

    async def begins_anew(self, company: Company) -> Enrolment:
        """Eva says yes when her answers are gone."""
        await self.over(company)
        await company.at(company.clock.moment + 15 * DAY)
        await self.answers(company, "eva", yes=True)
        found: Enrolment = await one(company.first, "enrolments", EVA)
        return found

    async def test_the_last_day_of_the_enrolment_keeps_nobody_from_giving_them(
        self, enrolled: Company
    ) -> None:
        """It had passed long ago, so the card was closed, and a yes led nowhere."""
        begun = await self.begins_anew(enrolled)
        yesterday = (enrolled.clock.moment - DAY).date()
        await change(enrolled.unbound, "cycles", FIRST, enrolment_end=yesterday)
        assert not (await shown(enrolled.first, "enrolment", EVA, "eva")).closed
        assert begun.position == "about"
        await enrolled.first.run(enrolment.save_step, EVA, "eva", GERMAN)
        assert (await one(enrolled.first, "enrolments", EVA)).answers.about == GERMAN
        await change(enrolled.unbound, "cycles", FIRST, state=CycleState.CLOSING)
        with refused("enrolment-closed"):
            await enrolled.first.run(enrolment.take_part, begun.id, "eva")

    async def test_they_have_as_long_as_everybody_who_is_asked(self, enrolled: Company) -> None:
        """The day of the invitation counted, and they were let go of on the next morning."""
        begun = await self.begins_anew(enrolled)
        assert begun.invited_at == enrolled.clock.moment

    async def test_once_the_cycle_is_being_closed_nobody_is_asked_any_more(
        self, enrolled: Company
    ) -> None:
        await self.over(enrolled)
        await change(enrolled.unbound, "cycles", FIRST, state=CycleState.CLOSING)
        assert not (await shown(enrolled.first, ended_card.name, TANDEM, "eva")).is_open

    async def test_somebody_else_answers_for_nobody(self, enrolled: Company) -> None:
        await self.over(enrolled)
        assert await hidden(enrolled.first, ended_card.name, TANDEM, "otto") == "not-yours"

    async def test_what_has_changed_and_the_certificate_are_there_until_it_is_erased(
        self, enrolled: Company
    ) -> None:
        """Whoever's tandem ended before its time had no button for either."""
        await self.over(enrolled)
        found = await shown(enrolled.first, ended_card.name, TANDEM, "eva")
        assert (found.can_look_back, found.enrolment.id) == (True, EVA)
        await enrolled.at(enrolled.clock.moment + 15 * DAY)
        assert not (await shown(enrolled.first, ended_card.name, TANDEM, "eva")).can_look_back

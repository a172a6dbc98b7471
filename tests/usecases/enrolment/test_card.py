"""The card of one person's enrolment: what it shows."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from mentoring.domain.people import Role
from mentoring.domain.posting import REMINDER
from mentoring.domain.programme import Programme, Sponsor
from mentoring.domain.questionnaire import (
    NotWith,
    When,
)
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.ports.rows import Altered, Those
from mentoring.usecases.common.showing import DEPENDENCIES, Asked, OwnCards
from mentoring.usecases.enrolment import enrolment
from mentoring.usecases.enrolment.card import EnrolmentNotice, enrolment_card, other_role
from tests.usecases.company import (
    FIRST,
    NOW,
    Company,
    change,
    enrol,
    hidden,
    shown,
)
from tests.usecases.enrolment.steps import (
    ANSWERS,
    EVA,
    closes,
    is_done,
)


class TestTheCard:
    """What it shows of an enrolment."""

    async def read(self, company: Company, **where: Any) -> EnrolmentNotice:
        found = await shown(company.first, enrolment_card.name, EVA, "eva", **where)
        assert isinstance(found, EnrolmentNotice)
        return found

    async def test_it_says_until_when_one_may_enrol(self, invited: Company) -> None:
        assert ((await self.read(invited)).closes, (await self.read(invited)).closed) == (
            None,
            False,
        )
        await closes(invited)
        assert ((await self.read(invited)).closes, (await self.read(invited)).closed) == (
            NOW.date(),
            True,
        )

    async def test_whoever_is_done_does_not_read_that_it_is_closed(self, invited: Company) -> None:
        await is_done(invited)
        await closes(invited)
        assert not (await self.read(invited)).closed

    async def test_it_names_the_people_chosen_in_it(self, invited: Company) -> None:
        said = ANSWERS.put(When(names={"dora": "Dora"}), NotWith(names={"jan": "Jan"}))
        await change(invited.first, "enrolments", EVA, answers=said)
        assert (await self.read(invited)).names == {"dora": "Dora", "jan": "Jan"}

    async def test_a_reminder_reminds_as_long_as_something_is_unfinished(
        self, invited: Company
    ) -> None:
        assert (await self.read(invited, view=REMINDER)).reminder
        assert not (await self.read(invited)).reminder
        await is_done(invited)
        assert not (await self.read(invited, view=REMINDER)).reminder

    async def test_a_reminder_that_an_earlier_version_put_there_reminds_as_well(
        self, invited: Company
    ) -> None:
        """It was told by its page."""
        assert (await self.read(invited, page=1)).reminder

    async def test_the_sponsor_opens_the_invitation_unless_the_programme_names_a_picture(
        self, invited: Company
    ) -> None:
        await invited.set_up(Programme(sponsor=Sponsor(email="boss@firma.example")))
        assert (await self.read(invited)).portrays() == "boss@firma.example"
        await invited.first.run(enrolment.take_part, EVA, "eva")
        assert (await self.read(invited)).portrays() == ""
        await invited.set_up(
            Programme(
                sponsor=Sponsor(email="boss@firma.example", picture="https://firma.example/x")
            )
        )
        assert (await self.read(invited)).portrays() == ""

    async def test_what_was_typed_counts_on_the_step_where_one_is(self, invited: Company) -> None:
        await invited.first.run(enrolment.take_part, EVA, "eva")
        found = await self.read(invited)
        assert found.takes({"position": "about"})
        assert not found.takes({"position": "wishes"})
        await invited.first.run(enrolment.withdraw, EVA, "eva")
        assert not (await self.read(invited)).takes({"position": "about"})

    async def test_only_whoever_took_part_before_may_change_the_role(
        self, invited: Company
    ) -> None:
        assert not (await self.read(invited)).may_change_role
        await change(invited.first, "enrolments", EVA, earlier="p1c0:mentee:eva")
        assert (
            (await self.read(invited)).may_change_role,
            (await self.read(invited)).in_other_role,
        ) == (True, False)
        await enrol(invited.first, Role.MENTOR, "eva")
        assert not (await self.read(invited)).may_change_role

    async def test_another_programme_shows_nothing_of_it(self, invited: Company) -> None:
        assert await hidden(invited.second, enrolment_card.name, EVA, "eva") == "erased"


@pytest.mark.parametrize("role", Role)
def test_there_are_two_roles(role: Role) -> None:
    assert {role, other_role(role)} == set(Role)


@pytest.mark.parametrize("state", list(TandemState))
async def test_a_tandem_of_which_nobody_knows_how_it_was_may_have_counted_otherwise(
    invited: Company, state: TandemState
) -> None:
    """*Not read* is not *there was none*."""
    (follows,) = (d for d in DEPENDENCIES[Tandem] if d.view.name == enrolment_card.name)
    tandem = Tandem(f"{FIRST}.t", 1, "", "jan", "eva", state, NOW, NOW, ended_at=NOW)
    unread = Altered(None, replace(tandem, cycle_id=FIRST))
    found = await invited.first.read(lambda uow, _: follows.find(uow, unread))
    assert not isinstance(found, Those | Asked | OwnCards)
    assert EVA in list(found)

"""Somebody is taken out by owners: what they said is gone, and their card says so kindly."""

from __future__ import annotations

from mentoring.domain.posting import OLDER
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.enrolment.card import TakenOut, enrolment_card
from mentoring.usecases.enrolment.invitation import reach
from mentoring.usecases.enrolment.taking_out import take_out
from tests.usecases.company import Company, all_of, change
from tests.usecases.enrolment.steps import EVA, is_done


def eva_out(uow: UnitOfWork, _moment: Moment) -> None:
    take_out(uow, uow.enrolments.need(EVA), TakenOut.TAKEN_BACK)


async def cards(company: Company) -> dict[str, str]:
    """The view that each of Eva's cards shows."""
    found = await all_of(company.first, "postings", kind=enrolment_card.name)
    return {each.activity_id: each.view for each in found}


async def test_the_enrolment_goes_with_all_its_answers(invited: Company) -> None:
    await is_done(invited)
    await invited.first.run(eva_out)
    assert await all_of(invited.first, "enrolments") == []


async def test_a_card_that_stands_says_so_and_one_on_its_way_never_comes(invited: Company) -> None:
    await reach(invited.first, EVA)
    [posting] = await all_of(invited.first, "postings", kind=enrolment_card.name)
    await change(invited.first, "postings", posting.id, activity_id="there")
    for activity, view in (("", ""), ("older", OLDER)):
        copy = f"copy {activity}"
        await invited.first.run(
            lambda uow, _, copy=copy, activity=activity, view=view: uow.postings.put(
                type(posting)(copy, posting.kind, EVA, "eva", activity_id=activity, view=view)
            )
        )
    await invited.first.run(eva_out)
    assert await cards(invited) == {"there": TakenOut.TAKEN_BACK, "older": OLDER}

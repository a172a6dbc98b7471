"""Before somebody is forgotten, whatever they are in comes to its end."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mentoring.domain.tandem import PENDING, Tandem, TandemState
from mentoring.domain.watching import Watch
from mentoring.usecases.launch.another_partner import ended_card
from mentoring.usecases.launch.ending import end_one
from mentoring.usecases.matching.offers import offer_card
from mentoring.usecases.privacy.leaving import LEAVING, has_still_to_end, on_leaving
from tests.usecases.company import (
    FIRST,
    NOW,
    TANDEM,
    Company,
    all_of,
    change,
    one,
    put,
    shown,
    told,
)

DAY = timedelta(days=1)


async def test_whoever_is_in_nothing_can_go_at_once(company: Company) -> None:
    assert not await company.first.run(has_still_to_end, "dora")


async def test_a_running_tandem_ends_within_three_working_days(company: Company) -> None:
    assert await company.first.run(has_still_to_end, "eva")
    [effect] = await all_of(company.first, "effects", kind="end_one")
    assert effect.subject_id == TANDEM
    assert 0 < (effect.not_before - NOW).days + 1 <= 5


async def test_asked_again_it_is_ended_once(company: Company) -> None:
    await company.first.run(has_still_to_end, "eva")
    await company.first.run(has_still_to_end, "eva")
    assert len(await all_of(company.first, "effects", kind="end_one")) == 1


async def test_in_every_programme(company: Company) -> None:
    """Jan teaches in both."""
    await company.first.run(has_still_to_end, "jan")
    ends = await all_of(company.first.of(""), "effects", kind="end_one")
    assert {effect.cycle_id for effect in ends} == {"p1c1", "p2c1"}


async def test_it_waits_until_the_other_one_has_been_thanked(company: Company) -> None:
    await change(company.first, "tandems", TANDEM, state=TandemState.CLOSED, ended_at=NOW)
    assert not await company.first.run(has_still_to_end, "eva")
    await change(company.first, "tandems", TANDEM, ended_at=None)
    assert await company.first.run(has_still_to_end, "eva")


@pytest.mark.parametrize("state", sorted(PENDING))
async def test_an_offer_ends_as_if_it_had_not_been_taken_up(
    company: Company, state: TandemState
) -> None:
    offer = Tandem(f"{FIRST}.t", 9, "", "dora", "ada", state, NOW, NOW)
    await put(company.first, "tandems", offer)
    assert not await company.first.run(has_still_to_end, "dora")
    assert (await one(company.first, "tandems", offer.id)).state is TandemState.RELEASED
    assert [pair.kind for pair in await all_of(company.first, "pairs")] == ["not_again"]


class TestATandemThatHasNotStarted:
    """It ends as every tandem does (issue 13): released at once it had told the other one why, or
    nothing at all.
    """

    @pytest.fixture
    async def agreed(self, company: Company) -> Company:
        both = {"state": TandemState.ACCEPTED, "mentor_agreed": True}
        await change(company.first, "tandems", TANDEM, **both, round_ends_at=NOW - DAY)
        return company

    @pytest.mark.parametrize("who", ["eva", "jan"])
    async def test_it_ends_within_three_working_days(self, agreed: Company, who: str) -> None:
        for _ in range(2):
            assert await agreed.first.run(has_still_to_end, who)
        ends = await all_of(agreed.first, "effects", kind="end_one", subject_id=TANDEM)
        assert [0 < (each.not_before - NOW).days + 1 <= 5 for each in ends] == [True]
        assert (await one(agreed.first, "tandems", TANDEM)).state is TandemState.ACCEPTED

    async def test_until_then_the_other_one_reads_what_they_have_read(
        self, agreed: Company
    ) -> None:
        before = await shown(agreed.first, offer_card.name, TANDEM, "jan")
        await agreed.first.run(has_still_to_end, "eva")
        assert await shown(agreed.first, offer_card.name, TANDEM, "jan") == before

    async def test_then_both_read_it_and_she_can_be_forgotten(self, agreed: Company) -> None:
        await agreed.first.run(has_still_to_end, "eva")
        await end_one(agreed.first, TANDEM)
        assert await told(agreed.first, ended_card.name) == ["eva", "jan"]
        await agreed.at(NOW + 2 * DAY)
        assert not await agreed.first.run(has_still_to_end, "eva")

    async def test_she_reads_it_before(self, agreed: Company) -> None:
        assert (await shown(agreed.first, "erasure", "eva", "eva")).runs


async def test_a_calendar_is_no_longer_watched_first(company: Company) -> None:
    await put(company.first, "watches", Watch("dora", "s", "x", NOW))
    assert await company.first.run(has_still_to_end, "dora")


def test_rooms_register_what_is_theirs() -> None:
    rooms = {each.__module__.split(".")[2] for each in LEAVING}
    assert rooms == {"matching", "launch", "changes", "circles"}
    assert on_leaving(LEAVING[0]) is LEAVING.pop()

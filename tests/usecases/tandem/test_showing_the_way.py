"""The road map is put before whoever asks for it, and before nobody else."""

from __future__ import annotations

from mentoring.domain.tandem import TandemState
from mentoring.usecases.tandem.road_map import road_map_card
from mentoring.usecases.tandem.showing_the_way import show, show_each
from tests.usecases.company import OTHER, TANDEM, Company, all_of, change, refused
from tests.usecases.ports import chat_of


async def test_nobody_is_told_of_it_unasked(company: Company) -> None:
    await company.first.run(show, TANDEM, "eva", chat_of("eva"))
    found = await all_of(company.first, "postings", kind=road_map_card.name)
    assert [each.person_id for each in found] == ["eva"]


async def test_by_words_that_of_each_running_tandem_comes(company: Company) -> None:
    await company.unbound.run(show_each, "jan", chat_of("jan"))
    found = await all_of(company.unbound, "postings", kind=road_map_card.name)
    assert sorted(each.subject_id for each in found) == [TANDEM, OTHER]
    with refused("my-tandem-none"):
        await company.unbound.run(show_each, "otto", chat_of("otto"))


async def test_nobody_else_is_shown_it_nor_anybody_once_the_tandem_is_over(
    company: Company,
) -> None:
    with refused("not-yours"):
        await company.first.run(show, TANDEM, "otto", chat_of("otto"))
    await change(company.first, "tandems", TANDEM, state=TandemState.CLOSED)
    with refused("stale"):
        await company.first.run(show, TANDEM, "eva", chat_of("eva"))

"""The question some months after the end, as its person sees it."""

from __future__ import annotations

from dataclasses import replace

from mentoring.domain.measurement.follow_up import AFTER, agreed
from tests.usecases.company import NOW, Company, change, hidden, put, shown
from tests.usecases.measurement.asked import HERS, both_enrolled


async def test_it_is_open_from_the_day_it_is_asked_until_it_is_counted(company: Company) -> None:
    await both_enrolled(company)
    three, _ = agreed(HERS, "eva", "ai", NOW - AFTER[3], NOW - AFTER[3])
    await put(company.first, "follow_ups", three)
    assert not (await shown(company.first, "follow_up_card", three.id, "eva")).is_open
    await put(company.first, "follow_ups", replace(three, asked_at=NOW))
    assert (await shown(company.first, "follow_up_card", three.id, "eva")).is_open
    await change(company.first, "follow_ups", three.id, due_at=NOW - AFTER[3])
    assert not (await shown(company.first, "follow_up_card", three.id, "eva")).is_open


async def test_what_is_gone_says_only_that_it_is_over(company: Company) -> None:
    await both_enrolled(company)
    assert await hidden(company.first, "follow_up_card", f"{HERS}:3", "eva") == "erased"

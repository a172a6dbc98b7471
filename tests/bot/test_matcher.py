"""The matching in a process of its own answers as it does in this one, refusals included."""

from __future__ import annotations

import pytest

from bot.matcher import ProcessMatcher
from mentoring.domain.errors import Refusal
from mentoring.domain.matching.candidates import Pair
from mentoring.domain.matching.decisions import Forbid
from mentoring.domain.matching.settings import MatchingSettings
from mentoring.domain.programme import Programme
from mentoring.ports.matcher import Inputs, Shown
from mentoring.usecases.matching import solving
from tests.domain.matching.worlds import mentee, mentor

PEOPLE = (mentee("emma"), mentee("kim"), mentor("max"), mentor("mia", teaches={"ai": 2}))
START = Inputs(PEOPLE, MatchingSettings(), decisions=(), not_again=(), standing=())


async def test_a_run_is_solved_in_another_process() -> None:
    here, there = (
        solving.solve(START, Programme()),
        await ProcessMatcher().solve(START, Programme()),
    )
    assert (there.result, there.figures) == (here.result, here.figures)
    assert there.record, "an auditor gets a record"


async def test_another_decision_is_priced_in_another_process_and_an_impossible_one_refused() -> (
    None
):
    shown = Shown((Pair("emma", "max"), Pair("kim", "mia")), total_score=0)
    forbid = Forbid("emma", "max")
    there = await ProcessMatcher().what_if(START, shown, Programme(), forbid)
    assert there == solving.what_if(START, shown, Programme(), forbid)
    with pytest.raises(Refusal, match="unknown-person"):
        await ProcessMatcher().what_if(START, shown, Programme(), Forbid("emma", "nobody"))

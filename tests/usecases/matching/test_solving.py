"""The matching as its own process does it: decision by decision, with a record for an auditor."""

from __future__ import annotations

import base64
import json
import zlib
from dataclasses import replace

import pytest

from mentoring.domain.errors import Refusal
from mentoring.domain.matching.candidates import Pair
from mentoring.domain.matching.decisions import Forbid, Lock
from mentoring.domain.programme import Programme
from mentoring.ports.matcher import Inputs, Shown
from mentoring.ports.world import World
from mentoring.usecases.matching import solving
from mentoring.usecases.matching.inputs import inputs

PROGRAMME = Programme()


@pytest.fixture
async def found(world: World) -> Inputs:
    return await world.read(lambda uow, moment: inputs(uow, moment.programme))


def solved(found: Inputs) -> set[Pair]:
    return {
        Pair(each.mentee, each.mentor) for each in solving.solve(found, PROGRAMME).result.tandems
    }


async def test_everybody_for_whom_there_is_somebody_gets_one(found: Inputs) -> None:
    assert len(solved(found)) == 3


async def test_a_decision_counts_and_undone_the_answer_is_the_one_before(found: Inputs) -> None:
    before = solved(found)
    one = min(before, key=str)
    forbidden = replace(found, decisions=(Forbid(one.mentee, one.mentor),))
    assert one not in solved(forbidden)
    assert solved(replace(forbidden, decisions=())) == before


async def test_a_decision_that_has_become_impossible_is_only_counted(found: Inputs) -> None:
    gone = replace(found, decisions=(Lock("nobody", "mentor1"),))
    answer = solving.solve(gone, PROGRAMME)
    assert answer.figures.dropped == 1
    assert {Pair(each.mentee, each.mentor) for each in answer.result.tandems} == solved(found)


async def test_the_record_has_no_name_and_no_id_of_anybody(found: Inputs) -> None:
    record = zlib.decompress(base64.b64decode(solving.solve(found, PROGRAMME).record)).decode()
    assert set(json.loads(record)) >= {"versions"}
    assert not [each.id for each in found.candidates if each.id in record]


async def test_where_there_are_too_many_pairs_nothing_is_recorded(
    found: Inputs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(solving, "MOST_RECORDED_PAIRS", 11)
    assert solving.solve(found, PROGRAMME).record == ""


async def test_what_if_compares_with_what_is_shown(found: Inputs) -> None:
    standing = solved(found)
    shown = Shown(tuple(standing), solving.solve(found, PROGRAMME).result.total_score)
    one = min(standing, key=str)
    told = solving.what_if(found, shown, PROGRAMME, Forbid(one.mentee, one.mentor))
    assert (told.tandems.before, told.tandems.after) == (3, 3)
    assert one.mentee in {each.id for each in told.changes}


async def test_what_is_impossible_is_refused_with_its_cause(found: Inputs) -> None:
    with pytest.raises(Refusal, match="unknown-person"):
        solving.what_if(found, Shown((), 0), PROGRAMME, Lock("nobody", "mentor1"))


def test_an_auditor_is_told_what_computed() -> None:
    assert set(solving.versions()) == {"python", "tandem", "numpy", "scipy"}


async def test_what_owners_have_locked_is_valued_although_other_rules_forbid_it(
    found: Inputs,
) -> None:
    """12, U28: owners have put them together knowingly, so both matchings have a score."""
    standing = tuple(solved(found))
    locks = tuple(Lock(each.mentee, each.mentor, reason="gewollt") for each in standing)
    stricter = found.settings.model_copy(update={"lowest_score": 110})
    told = solving.what_if(found, Shown(standing, 100), PROGRAMME, stricter)
    assert told.total_score is None
    locked = replace(found, decisions=locks)
    told = solving.what_if(locked, Shown(standing, 100), PROGRAMME, stricter)
    assert told.total_score is not None
    assert told.total_score.before == told.total_score.after


async def test_where_somebody_shown_has_left_only_people_are_compared(found: Inputs) -> None:
    standing = tuple(solved(found))
    heavier = found.settings.weights.model_copy(update={"function": 1})
    other = found.settings.model_copy(update={"weights": heavier})
    told = solving.what_if(found, Shown(standing, 100), PROGRAMME, other)
    assert told.total_score is not None
    left = Pair("gone", standing[0].mentor)
    told = solving.what_if(found, Shown((left, *standing[1:]), 100), PROGRAMME, other)
    assert (told.total_score, told.figures_before) == (None, None)

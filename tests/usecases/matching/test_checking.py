"""Whether two people may be a tandem, asked before anything is computed for all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cards.common.said import sentence
from cards.kit.words import Words
from mentoring.domain.enrolment import enrolment_id
from mentoring.domain.errors import Refusal
from mentoring.domain.matching.decisions import Forbid, Lock
from mentoring.domain.people import Role
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.people import name_of
from mentoring.usecases.matching import runs as matching
from mentoring.usecases.matching.checking import broken_by, explained
from tests.usecases.enrolled import proposed


async def test_a_possible_pair_has_its_score_and_reasons(world: World) -> None:
    why = await world.read(explained, Lock("mentee1", "mentor1"))
    assert why.score == sum(reason.points for reason in why.reasons) > 0
    assert {check.state for check in why.checks} <= {"passed", "assumed"}


async def test_nothing_is_broken_by_what_the_rules_allow(world: World) -> None:
    assert await world.read(broken_by, Lock("mentee1", "mentor1")) == ()
    assert await world.read(broken_by, Forbid("mentee1", "mentor1")) == ()


@pytest.mark.parametrize(
    ("pair", "role"),
    [(Lock("mentee9", "mentor1"), "mentee"), (Lock("mentee1", "mentor9"), "mentor")],
)
async def test_somebody_who_is_not_enrolled_is_refused(pair: Lock, role: str, world: World) -> None:
    """Two are named: owners read which of them is meant."""
    with pytest.raises(Refusal, match="not-enrolled") as refused:
        await world.read(explained, pair)
    assert refused.value.facts["role"] == role
    assert "name" in refused.value.facts


async def test_whose_tandem_has_ended_is_told_from_who_never_enrolled(world: World) -> None:
    """They had been enrolled: *not enrolled in this role* was not true, and named nobody."""

    def rest(uow: UnitOfWork) -> str:
        key = enrolment_id(uow.cycle_id, Role.MENTEE, "mentee1")
        return uow.enrolments.put(replace(uow.enrolments.need(key), rests=True)).person_id

    who = await world.store.run(rest)
    name = await world.read(lambda uow, _: name_of(uow, who))
    with pytest.raises(Refusal, match="rests") as refused:
        await world.read(explained, Lock("mentee1", "mentor1"))
    for language in ("de", "en"):
        assert name in sentence(refused.value, Words(language))


async def test_the_one_whose_place_is_taken_does_not_stand_in_the_way(world: World) -> None:
    await world.run(matching.approve, "owner", await proposed(world))
    [pair, *_] = await world.read(lambda uow, _: uow.tandems.all())
    free = next(f"mentor{n}" for n in (1, 2, 3) if f"mentor{n}" != pair.mentor_id)
    with pytest.raises(Refusal, match="has-tandem"):
        await world.read(explained, Lock(pair.mentee_id, free))
    with pytest.raises(Refusal, match="has-no-place"):
        await world.read(explained, Lock(pair.mentee_id, free), pair.mentor_id)


async def test_who_rests_since_another_tandem_may_stay_in_this_one(world: World) -> None:
    """They are asked when it ends; whoever comes has to want one now."""
    await world.run(matching.approve, "owner", await proposed(world))
    [pair, *_] = await world.read(lambda uow, _: uow.tandems.all())
    free = next(f"mentee{n}" for n in (1, 2, 3) if f"mentee{n}" != pair.mentee_id)

    def alone(uow: UnitOfWork) -> None:
        for each in uow.tandems.all(mentee_id=free):
            uow.tandems.delete(each.id)
        key = enrolment_id(uow.cycle_id, Role.MENTOR, pair.mentor_id)
        uow.enrolments.put(replace(uow.enrolments.need(key), rests=True))

    await world.store.run(alone)
    with pytest.raises(Refusal, match="rests"):
        await world.read(explained, Lock(free, pair.mentor_id))
    assert (await world.read(explained, Lock(free, pair.mentor_id), pair.mentee_id)).score > 0

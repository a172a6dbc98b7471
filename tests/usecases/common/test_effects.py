"""What is asked for outside is carried out once, by the function that was named, whatever it is
called later.
"""

from __future__ import annotations

from datetime import timedelta

import pytest

from mentoring.ports.world import World
from mentoring.usecases.common import effects
from mentoring.usecases.common.effects import DurableEffect, Step, ask, ask_soon, effect, one_step
from tests.usecases.company import NOW, Company, all_of

SOON = NOW + timedelta(seconds=1)


@pytest.fixture
def egg(monkeypatch: pytest.MonkeyPatch) -> DurableEffect:
    """An egg is boiled in two steps."""
    monkeypatch.setattr(effects, "EFFECTS", {})

    @effect(queue="work")
    async def boil(world: World, egg_id: str, step: Step) -> None:
        await step("water", lambda: _brings(world.cycle_id))
        await step("egg", lambda: _brings(egg_id))

    return boil


async def _brings(value: str) -> str:
    return value


async def test_it_is_stored_under_its_functions_name_and_asked_for_once(
    programmes: Company, egg: DurableEffect
) -> None:
    for _ in range(2):
        await programmes.first.run(lambda uow, _: ask(uow, egg, "brown"))
    (found,) = await all_of(programmes.first, "effects")
    assert (found.id, found.kind, found.subject_id, found.not_before) == (
        "boil:brown",
        "boil",
        "brown",
        None,
    )


async def test_for_another_occasion_it_is_asked_for_anew(
    programmes: Company, egg: DurableEffect
) -> None:
    for number in (1, 2, 2):
        await programmes.first.run(lambda uow, _, once: ask(uow, egg, "brown", once=once), number)
    assert [each.id for each in await all_of(programmes.first, "effects")] == [
        "boil:brown:1",
        "boil:brown:2",
    ]


async def test_what_is_to_be_had_soon_is_asked_for_once_until_then(
    programmes: Company, egg: DurableEffect
) -> None:
    for name in ("a", "b"):
        await programmes.first.run(
            lambda uow, _, once: ask_soon(uow, egg, "brown", NOW, SOON, once=once), name
        )
    (found,) = await all_of(programmes.first, "effects")
    assert found.not_before == SOON
    later = SOON + timedelta(seconds=1)
    await programmes.first.run(lambda uow, _: ask_soon(uow, egg, "brown", SOON, later, once="c"))
    assert len(await all_of(programmes.first, "effects")) == 2, (
        "what is due by now may have begun already"
    )


async def test_all_its_steps_are_recorded(programmes: Company, egg: DurableEffect) -> None:
    recorded = []

    async def step(name: str, call: object) -> object:
        recorded.append(name)
        return await call()  # type: ignore[operator]  # as the engine does

    await egg(programmes.first, "brown", step)  # type: ignore[arg-type]  # plainer than the engine's
    assert recorded == ["water", "egg"]


async def test_a_call_may_be_one_step_as_a_whole(
    programmes: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(effects, "EFFECTS", {})
    seen = []

    @one_step(queue="work", stored_as="fry")
    async def roast(world: World, egg_id: str) -> None:
        seen.append((world.cycle_id, egg_id))

    await effects.EFFECTS["fry"](programmes.first, "brown")
    assert seen == [(programmes.first.cycle_id, "brown")]
    assert roast.name == "fry", "a renamed function keeps the name under which it was stored"


def test_two_cannot_be_stored_under_one_name(egg: DurableEffect) -> None:
    with pytest.raises(ValueError, match="stored as 'boil'"):
        one_step(queue="talk", stored_as=egg.name)(lambda _world, _egg: _brings(""))

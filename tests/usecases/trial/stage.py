"""A try in the company: whose owner has a chat, and whatever the try asks for happens at once."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from mentoring.domain.cycle import Cycle
from mentoring.domain.people import Role
from mentoring.domain.upkeep import Effect
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.changes import catch_up
from mentoring.usecases.common.effects import EFFECTS
from mentoring.usecases.trial import playing
from mentoring.usecases.trial.imagined import imagined
from tests.usecases.company import Company, change

BOTH = (Role.MENTEE, Role.MENTOR)
OTTO = "19:otto"


async def trying(company: Company) -> Company:
    """The company, in which Otto, an owner, has a chat with the bot, and tries imagine."""
    first = replace(company.first, imagined=imagined)
    await change(first, "people", "otto", conversation=OTTO, service_url="https://s.example/")
    return replace(company, first=first)


async def begun(company: Company, *roles: Role, voice: str = "de") -> World:
    """The world of a try that Otto has begun."""
    cycle: Cycle = await company.first.run(playing.begin, "otto", roles or BOTH, voice)
    await work_off(company)
    return company.first.of(cycle.id)


async def work_off(company: Company) -> None:
    """Carry out what was asked for, and count what follows, until there is nothing left."""
    while (ready := await company.first.read(lambda uow, _: _ready(uow))) or await catch_up(
        company.first
    ):
        for effect in ready:
            await EFFECTS[effect.kind](company.first.of(effect.cycle_id), effect.subject_id)
            await company.store.run(partial(_done, effect=effect))


def _ready(uow: UnitOfWork) -> list[Effect]:
    return [each for each in uow.everywhere.effects.all(done=False) if not each.not_before]


def _done(uow: UnitOfWork, effect: Effect) -> None:
    if uow.everywhere.effects.get(effect.id):
        uow.everywhere.effects.put(replace(effect, done=True))

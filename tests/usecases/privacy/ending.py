"""The tandem of Jan and Eva comes to its end, the cycle with it, and time passes."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from mentoring.domain.people import Role
from mentoring.domain.questionnaire import NotWith, Step
from mentoring.usecases.common.effects import EFFECTS
from mentoring.usecases.launch import closing, ending
from mentoring.usecases.programme.cycles import open_next
from tests.answers import GERMAN, WISH
from tests.usecases.company import NOW, TANDEM, Company, all_of, asked_for, enrol, put

SAID: tuple[Step, ...] = (GERMAN, WISH, NotWith(("dora",), names={"dora": "Dora"}))
CLOSED = NOW + timedelta(days=100)
DAYS = timedelta(days=1)


async def both_enrolled(company: Company) -> None:
    await enrol(company.first, Role.MENTOR, "jan", GERMAN)
    await enrol(company.first, Role.MENTEE, "eva", *SAID)


async def end(company: Company, at: datetime = CLOSED) -> None:
    """The tandem of Jan and Eva has come to its end."""
    company.clock.moment = at
    await company.first.run(lambda uow, _: ending.close(uow, TANDEM))
    await company.first.run(closing.ended, "", TANDEM, clear=True)


async def close(company: Company, at: datetime = CLOSED) -> None:
    """The cycle is closed, and with it the tandem."""
    await end(company, at)
    await company.first.run(open_next)


async def later(company: Company, days: int) -> None:
    """So many days after the closing; what is due then is carried out."""
    await company.at(CLOSED + timedelta(days=days, minutes=1))
    for name in ("forget_answers", "forget_records", "forget_cards"):
        for cycle in await asked_for(company.first, name):
            await EFFECTS[name](company.first, cycle)
            effects = await all_of(company.first, "effects", kind=name, done=False)
            await put(company.first, "effects", *(replace(each, done=True) for each in effects))

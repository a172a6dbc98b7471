"""A programme whose sponsor may thank all, and what the tests of it do."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from mentoring.domain.cycle import CycleKind
from mentoring.domain.programme import Sponsor
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.domain.upkeep import Timer
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.changes import catch_up
from mentoring.usecases.common.reaching import shut_out
from mentoring.usecases.launch import closing
from mentoring.usecases.launch.closing_card import ClosingNotice, closing_card
from mentoring.usecases.launch.ending import close
from mentoring.usecases.tandem.sponsor_thanks import (
    SponsorThanksNotice,
    seek_sponsor,
    sponsor_due,
    sponsor_thanks_card,
    thank,
    thank_all,
)
from mentoring.usecases.tandem.sponsor_words import sponsor_words_card
from mentoring.usecases.tandem.when_it_fits import bring_card
from tests.usecases.company import (
    FIRST,
    NOW,
    TANDEM,
    Company,
    all_of,
    asked_for,
    change,
    put,
    send_all,
    shown,
)
from tests.usecases.launch.closings import CHAT

DORA = Sponsor(name="Dora Deiters", title="Vorstand", email="dora@firma.example")
LINE = "Danke, dass ihr einander zugehört habt."
ROUND = f"{FIRST}.sponsor-thanks-1"


async def closed(company: Company) -> Company:
    """The cycle is closed, and what follows has followed."""
    made = await company.first.run(closing.prepare, "otto", CHAT)
    await company.first.run(closing.confirm, made.id)
    await company.first.run(lambda uow, _: close(uow, TANDEM))
    await company.first.run(closing.ended, made.id, TANDEM, clear=True)
    await catch_up(company.unbound)
    await sought(company)
    await brought(company)
    await send_all(company.first)
    return company


async def sought(company: Company) -> None:
    for subject in await asked_for(company.first, seek_sponsor.name):
        await seek_sponsor(company.first, subject)


async def brought(company: Company) -> None:
    for subject in await asked_for(company.first, bring_card.name):
        await bring_card(company.first, subject)


async def next_day(company: Company) -> None:
    """Thanks for a tandem and the sponsor's come on different days."""
    await company.at(company.clock.moment + timedelta(days=1))
    await brought(company)
    await send_all(company.first)


async def thanked(company: Company, line: str = LINE) -> None:
    await company.first.run(thank, ROUND, "dora", line)
    for subject in await asked_for(company.first, thank_all.name):
        await thank_all(company.first, subject, now)
    await next_day(company)


async def now(_name: str, work: Any) -> Any:
    """Each step is done at once."""
    return await work()


async def question(company: Company) -> SponsorThanksNotice:
    found = await shown(company.first, sponsor_thanks_card.name, ROUND, "dora")
    assert isinstance(found, SponsorThanksNotice)
    return found


async def readers(company: Company) -> list[str]:
    found = await all_of(company.first, "postings", kind=sponsor_words_card.name)
    return sorted(each.person_id for each in found)


async def ended(company: Company, number: int, mentor: str, mentee: str, **more: object) -> None:
    """Another tandem of the first programme that is over."""
    key, at = f"{FIRST}.tandem-{number}", company.clock.moment
    made = Tandem(key, number, "", mentor, mentee, TandemState.CLOSED, at, at)
    await put(company.first, "tandems", made)
    await change(company.first, "tandems", key, ended_at=at, **more)


async def seen_by_owners(company: Company) -> ClosingNotice:
    found = await shown(company.first, closing_card.name, f"{FIRST}.closing-1", "otto")
    assert isinstance(found, ClosingNotice)
    return found


async def rolling(company: Company) -> Company:
    await change(company.first, "cycles", FIRST, kind=CycleKind.ROLLING)
    return company


async def due(company: Company) -> None:
    timer = Timer("sponsor", sponsor_due.name, FIRST, NOW)
    await company.first.run(lambda uow, m: sponsor_due(uow, m, timer))


async def blocks(company: Company) -> None:
    """The bot hears that the sponsor takes no messages any more."""

    def unit(uow: UnitOfWork, _: Moment) -> None:
        shut_out(uow, "dora", "blocked")

    await company.unbound.run(unit)
    await catch_up(company.unbound)

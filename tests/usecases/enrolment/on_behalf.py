"""An owner enters something for Eva, who reads it and confirms it."""

from __future__ import annotations

from dataclasses import replace

from mentoring.domain.enrolment import Enrolment, EnrolmentState
from mentoring.domain.questionnaire import Position
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.enrolment import on_behalf
from mentoring.usecases.enrolment.card import EnrolmentNotice, enrolment_card
from mentoring.usecases.enrolment.on_behalf import EntryNotice, entry_card
from tests.usecases.company import FIRST, Company, all_of, one, shown
from tests.usecases.enrolment.steps import EVA
from tests.usecases.ports import chat_of

CHAT = chat_of("owners")
WHEN = Position("when")
AS_MENTOR = f"{FIRST}:mentor:eva"
FILLED = {"languages": "de,en", "wish_1": "data", "weekdays": "tue", "times": "morning"}


async def form(company: Company, person: str = "eva") -> str:
    """Otto opens the form for somebody; returns the id of its card."""
    await company.first.run(on_behalf.prepare, "otto", person, CHAT)
    found = await all_of(company.first, "postings", kind=entry_card.name, view="")
    return str(found[-1].id)


async def enter(company: Company, about: str = EVA, **inputs: str) -> str:
    card = await form(company)
    await company.first.run(on_behalf.enter, "otto", about, card, inputs or FILLED)
    return card


async def asked_once_more(company: Company) -> EntryNotice:
    """What Otto reads who would like to enter something for her now."""
    known = {each.id for each in await all_of(company.first, "postings", kind=entry_card.name)}
    await company.first.run(on_behalf.prepare, "otto", "eva", CHAT)
    cards = await all_of(company.first, "postings", kind=entry_card.name)
    (new,) = [each.id for each in cards if each.id not in known]
    return await owners_read(company, new)


async def owners_read(company: Company, card: str) -> EntryNotice:
    posting = await one(company.first, "postings", card)
    found = await shown(company.first, entry_card.name, EVA, "otto", view=posting.view)
    assert isinstance(found, EntryNotice)
    return found


async def eva_reads(company: Company) -> EnrolmentNotice:
    found = await shown(company.first, enrolment_card.name, EVA, "eva")
    assert isinstance(found, EnrolmentNotice)
    return found


def typed(enrolled: Enrolment) -> dict[str, dict[str, str]]:
    return {each.position: dict(each.typed) for each in enrolled.answers.entered}


def becomes(uow: UnitOfWork, key: str, state: EnrolmentState) -> None:
    uow.enrolments.put(replace(uow.enrolments.need(key), state=state))

"""A handover that owners have been shown, and what stands in whose calendar, for its tests."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from mentoring.domain.session import Session
from mentoring.usecases.changes.handover import prepare
from mentoring.usecases.changes.handover_card import handover_card
from tests.usecases.company import TANDEM, Company, all_of, one, shown
from tests.usecases.ports import chat_of

CHAT = chat_of("owners")


async def the_sessions(company: Company) -> Sequence[Session]:
    return await all_of(company.first, "sessions", tandem_id=TANDEM)


def standing(company: Company, organizer: str, invited: str) -> list[datetime]:
    """When the two meet by the organizer's calendar."""
    return [event.start for event in company.outlook.of(organizer) if event.invited == (invited,)]


async def asked(company: Company, owner: str = "otto") -> str:
    """An owner has been shown the handover; the card's subject."""
    await company.first.run(prepare, owner, TANDEM, CHAT)
    (card,) = await all_of(company.first, "postings", kind=handover_card.name)
    subject: str = card.subject_id
    return subject


def card_of(subject: str, owner: str = "otto") -> str:
    return f"{handover_card.name}:{subject}:{owner}"


async def state_of(company: Company, subject: str) -> str:
    posting = await one(company.first, "postings", card_of(subject))
    where = {"view": posting.view, "conversation": CHAT.conversation}
    found = await shown(company.first, handover_card.name, subject, "otto", **where)
    state: str = found.state
    return state

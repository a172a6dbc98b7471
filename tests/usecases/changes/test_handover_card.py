"""A handover is what its card has shown, by whichever card and however often it is pressed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from mentoring.domain.errors import NotAllowed
from mentoring.usecases.changes.handover import confirm, discard, hand_over, let_go, prepare
from mentoring.usecases.changes.handover_card import handover_card
from tests.usecases.company import (
    TANDEM,
    Company,
    all_of,
    asked_for,
    one,
    put,
    refused,
    shown,
)
from tests.usecases.ports import chat_of

CHAT = chat_of("owners")


async def prepared(company: Company) -> str:
    """The subject of the card on which an owner is shown a handover a little later."""
    company.clock.moment += timedelta(seconds=5)
    await company.first.run(prepare, "otto", TANDEM, CHAT)
    cards = await all_of(company.first, "postings", kind=handover_card.name)
    return max(str(each.subject_id) for each in cards)


async def confirmed(company: Company, subject: str) -> None:
    await company.first.run(confirm, "otto", subject, card_of(subject))


async def carried_out(company: Company) -> None:
    """What was asked for is done."""
    [effect] = await all_of(company.first, "effects", kind=hand_over.name, done=False)
    await hand_over(company.first, TANDEM)
    await put(company.first, "effects", replace(effect, done=True))


def card_of(subject: str) -> str:
    return f"{handover_card.name}:{subject}:otto"


async def told(company: Company, subject: str) -> str:
    """From whom to whom a card says that sessions go, and how far that is."""
    posting = await one(company.first, "postings", card_of(subject))
    where = {"view": posting.view, "conversation": CHAT.conversation}
    found = await shown(company.first, handover_card.name, subject, "otto", **where)
    return f"{found.giving} to {found.taking}: {found.state}"


async def organizer(company: Company) -> str:
    return str((await one(company.first, "tandems", TANDEM)).organizer_id)


async def test_another_attempt_goes_the_same_way(company: Company) -> None:
    """Its preview and its receipt said that the sessions go back to whoever is leaving."""
    first = await prepared(company)
    await confirmed(company, first)
    company.outlook.refuses["book"] = NotAllowed("no mailbox")
    await carried_out(company)
    company.outlook.refuses.clear()
    again = await prepared(company)
    assert await told(company, again) == "Jan to Eva: preview"
    await confirmed(company, again)
    assert await told(company, again) == "Jan to Eva: running"
    await carried_out(company)
    assert [await told(company, each) for each in (first, again)] == ["Jan to Eva: done"] * 2


async def test_what_another_owner_has_seen_meanwhile_does_not_lead_back(company: Company) -> None:
    """The sessions went back into the calendar of whoever is leaving."""
    first, other = await prepared(company), await prepared(company)
    await confirmed(company, first)
    await carried_out(company)
    await confirmed(company, other)
    assert await asked_for(company.unbound, hand_over.name) == []
    assert await organizer(company) == "eva"
    assert (await told(company, other)).endswith("discarded")


async def test_while_it_is_done_nobody_begins_another_one(company: Company) -> None:
    first = await prepared(company)
    await confirmed(company, first)
    with refused("intervention-running"):
        await prepared(company)


async def let_go_of(company: Company) -> None:
    await company.first.run(let_go, TANDEM)


@pytest.mark.parametrize("until", [let_go_of, carried_out])
async def test_pressed_again_it_stays_as_it_is(
    company: Company, until: Callable[[Company], Awaitable[None]]
) -> None:
    """It said for good that the sessions are on their way back."""
    first = await prepared(company)
    await confirmed(company, first)
    await until(company)
    before = await told(company, first)
    await confirmed(company, first)
    assert await told(company, first) == before
    assert before.startswith("Jan to Eva")


async def test_what_was_discarded_is_not_begun(company: Company) -> None:
    first = await prepared(company)
    await company.first.run(discard, first, card_of(first))
    await confirmed(company, first)
    assert await asked_for(company.unbound, hand_over.name) == []


async def test_a_second_one_leads_back_and_the_receipt_of_the_first_stays(company: Company) -> None:
    first = await prepared(company)
    await confirmed(company, first)
    await carried_out(company)
    back = await prepared(company)
    assert await told(company, back) == "Eva to Jan: preview"
    await confirmed(company, back)
    await carried_out(company)
    assert await organizer(company) == "jan"
    assert await told(company, first) == "Jan to Eva: done"
    assert await told(company, back) == "Eva to Jan: done"

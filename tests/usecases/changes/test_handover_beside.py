"""What the two agree on or skip and a handover never meet: nothing stands twice."""

from __future__ import annotations

import pytest

from mentoring.domain.errors import NotAllowed, NotYet
from mentoring.usecases.changes.absence import skip_session
from mentoring.usecases.changes.handover import confirm
from mentoring.usecases.changes.handover import hand_over as hand_over_now
from mentoring.usecases.common.effects import ask
from mentoring.usecases.polls.booking import book_slot
from tests.usecases.changes.handed import asked, card_of, standing, state_of, the_sessions
from tests.usecases.company import (
    STARTS,
    TANDEM,
    Company,
    asked_for,
    put,
    refused,
    session,
)
from tests.usecases.polls.opened import KEY, OPTIONS, agreed


async def test_while_a_session_is_being_booked_nothing_is_handed_over(
    company: Company,
) -> None:
    subject = await asked(company)
    await put(company.first, "polls", agreed())
    await company.first.run(lambda uow, _: ask(uow, book_slot, KEY))
    with refused("dates-booking"):
        await company.first.run(confirm, "otto", subject, card_of(subject))
    assert await asked_for(company.unbound, "hand_over") == []
    assert await state_of(company, subject) == "preview"


async def test_what_is_agreed_on_meanwhile_is_booked_afterwards(company: Company) -> None:
    subject = await asked(company)
    await company.first.run(confirm, "otto", subject, card_of(subject))
    await put(company.first, "polls", agreed())
    with pytest.raises(NotYet, match="handed over"):
        await book_slot(company.first, KEY)
    await hand_over_now(company.first, TANDEM)
    await book_slot(company.first, KEY)
    assert standing(company, "eva", "jan") == sorted([OPTIONS[0].start, *STARTS[1:]])
    assert standing(company, "jan", "eva") == []


async def test_what_is_agreed_on_after_a_refusal_stands_once_after_the_next_attempt(
    company: Company,
) -> None:
    company.outlook.refuses["book"] = NotAllowed("no mailbox")
    await hand_over_now(company.first, TANDEM)
    await put(company.first, "polls", agreed())
    await book_slot(company.first, KEY)
    company.outlook.refuses.clear()
    subject = await asked(company)
    await company.first.run(confirm, "otto", subject, card_of(subject))
    await hand_over_now(company.first, TANDEM)
    assert standing(company, "eva", "jan") == sorted([OPTIONS[0].start, *STARTS[1:]])
    assert standing(company, "jan", "eva") == []
    assert [each.start for each in await the_sessions(company)] == standing(company, "eva", "jan")


async def test_a_booking_that_was_given_up_keeps_nobody_from_it(company: Company) -> None:
    """It never ends by itself, so it would have been refused for ever."""
    subject = await asked(company)
    await put(company.first, "polls", agreed())
    await company.first.run(confirm, "otto", subject, card_of(subject))
    assert await asked_for(company.unbound, "hand_over") == [TANDEM]


async def test_what_is_skipped_meanwhile_is_taken_out_of_the_calendar_that_counts_then(
    company: Company,
) -> None:
    """It stood in the new one, although nobody was to come."""
    subject = await asked(company)
    await company.first.run(confirm, "otto", subject, card_of(subject))
    skipped = f"{session(1)}@{STARTS[0]:%Y%m%d%H%M}"
    with pytest.raises(NotYet, match="handed over"):
        await skip_session(company.first, skipped)
    await hand_over_now(company.first, TANDEM)
    await skip_session(company.first, skipped)
    assert standing(company, "eva", "jan") == list(STARTS[1:])
    assert standing(company, "jan", "eva") == []

"""What an owner puts right about Eva, and how her card and theirs look afterwards."""

from __future__ import annotations

import pytest

from mentoring.domain.enrolment import EnrolmentState
from mentoring.usecases.common.sending import deliver
from mentoring.usecases.enrolment import correcting
from mentoring.usecases.enrolment.card import (
    enrolment_card,
)
from mentoring.usecases.enrolment.correcting import Correction, CorrectionNotice, correction_card
from mentoring.usecases.enrolment.reach import reach
from tests.usecases.company import (
    FIRST,
    Company,
    all_of,
    change,
    one,
    shown,
)
from tests.usecases.enrolment.steps import ANSWERS, EVA, is_done
from tests.usecases.ports import chat_of

CHAT = chat_of("owners")


AS_MENTOR = f"{FIRST}:mentor:eva"


@pytest.fixture
async def read(invited: Company) -> Company:
    """Eva has her invitation as a mentee before her."""
    await reach(invited.first, EVA)
    await arrive(invited)
    return invited


async def arrive(company: Company) -> None:
    for each in await all_of(company.first, "postings", kind=enrolment_card.name, activity_id=""):
        await change(company.first, "postings", each.id, activity_id=f"a {each.id}")


async def prepare(company: Company, kind: Correction, person: str = "eva") -> str:
    """Otto looks at it; returns the id of the card."""
    await company.first.run(correcting.prepare, "otto", kind, person, CHAT)
    found = await all_of(company.first, "postings", kind=correction_card.name, view=str(kind))
    return str(found[-1].id)


async def correct(company: Company, kind: Correction) -> str:
    """Otto looks at it, and does it; returns the id of the card."""
    card = await prepare(company, kind)
    await company.first.run(correcting.confirm, "otto", EVA, card)
    return card


async def asked_anew(company: Company) -> None:
    """Eva has waited for half a year in a rolling cycle, and is asked anew."""
    await is_done(company)
    await change(
        company.first, "enrolments", EVA, state=EnrolmentState.INVITED, earlier=EVA, answers=ANSWERS
    )


async def seen(company: Company, card: str) -> CorrectionNotice:
    posting = await one(company.first, "postings", card)
    about, reader = posting.subject_id, posting.person_id
    found = await shown(company.first, correction_card.name, about, reader, view=posting.view)
    assert isinstance(found, CorrectionNotice)
    return found


async def views(company: Company, key: str) -> set[str]:
    found = await all_of(company.first, "postings", kind=enrolment_card.name, subject_id=key)
    return {each.view for each in found}


async def arrives(company: Company, card: str) -> str:
    """The card stands in Teams; returns its view afterwards."""
    await deliver(company.first, card)
    return str((await one(company.first, "postings", card)).view)

"""In the evening somebody is written to."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from mentoring.domain.enrolment import enrolment_id
from mentoring.domain.people import Role
from mentoring.usecases.common.postings import post
from mentoring.usecases.common.sending import send
from mentoring.usecases.enrolment.card import enrolment_card
from tests.usecases.company import (
    FIRST,
    Company,
    all_of,
    change,
)

EVENING = datetime(2027, 2, 5, 17, 30, tzinfo=UTC)
"""A Friday, half past six in Berlin."""
MONDAY = datetime(2027, 2, 8, 7, tzinfo=UTC)
"""Eight o'clock in Berlin, three days later."""
ASKED = enrolment_id(FIRST, Role.MENTEE, "eva")


async def say(company: Company, **how: Any) -> None:
    """The invitation is put before Eva."""
    await company.first.run(lambda uow, _: post(uow, enrolment_card, ASKED, "eva", **how))
    await work_off(company)


async def work_off(company: Company) -> None:
    """Send whatever may be sent by now."""
    for effect in await all_of(company.first, "effects", kind=send.name, done=False):
        if effect.not_before is None or effect.not_before <= company.clock.moment:
            await change(company.first, "effects", effect.id, done=True)
            await send(company.first, effect.subject_id)


async def at(company: Company, moment: datetime) -> None:
    company.clock.moment = moment
    await work_off(company)


def written(company: Company, who: str = "eva") -> list[str]:
    return [each.kind for each in company.chats.messages if each.person_id == who]

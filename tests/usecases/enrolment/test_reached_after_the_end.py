"""Whom nothing reached while the cycle was closed gets what outlasts it, and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mentoring.domain.cycle import CycleState
from mentoring.domain.posting import Posting
from mentoring.usecases.enrolment.reachable import reached_again
from mentoring.usecases.launch.thanks import thanks_card
from mentoring.usecases.sessions.reminders import session_card
from tests.usecases.company import FIRST, TANDEM, Company, all_of, asked_for, change, put

NOT_SENT = Posting("a card", "", TANDEM, "eva")


@pytest.mark.parametrize(("kind", "comes"), [(thanks_card.name, True), (session_card.name, False)])
async def test_who_had_blocked_the_bot_is_thanked_once_they_write(
    company: Company, kind: str, comes: bool
) -> None:
    """Issue 15: with the cycle everything that waited was dropped."""
    await put(company.first, "postings", replace(NOT_SENT, kind=kind))
    await change(company.unbound, "cycles", FIRST, state=CycleState.CLOSED)
    await company.first.run(reached_again, "eva")
    assert ("a card" in await asked_for(company.first, "post")) is comes
    assert bool(await all_of(company.first, "postings", id="a card")) is comes

"""*Until then I will not write to you*: a pause is silent, what was to be said is said afterwards,
and whoever is back earlier finds what was waited for.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from mentoring.domain.people import Role
from mentoring.domain.poll import Cause, PollState
from mentoring.notices import View
from mentoring.usecases.changes import absence
from mentoring.usecases.changes.absence import (
    PartnerBackNotice,
    partner_back_card,
    pause,
    resume,
    skip_session,
)
from mentoring.usecases.common.postings import post
from mentoring.usecases.common.sending import deliver
from mentoring.usecases.enrolment.card import enrolment_card
from mentoring.usecases.launch.thanks import thanks_card
from mentoring.usecases.polls.notice import poll_card
from mentoring.usecases.sessions.late import late_card
from mentoring.usecases.sessions.reminders import session_card
from mentoring.usecases.sessions.tandem_card import tandem_card
from tests.usecases.company import (
    NOW,
    STARTS,
    TANDEM,
    Company,
    all_of,
    asked_for,
    enrol,
    one,
    person,
    put,
    session,
    shown,
    told,
)
from tests.usecases.polls.opened import poll_of
from tests.usecases.ports import chat_of

UNTIL = STARTS[0].date()
MIDNIGHT = datetime(2027, 2, 9, 23, tzinfo=UTC)
"""The end of Eva's pause, where she lives."""
UNASKED: dict[View[Any], str] = {
    tandem_card: TANDEM,
    session_card: session(2),
    poll_card: "poll-1",
    enrolment_card: "p1c1:mentee:eva",
    thanks_card: TANDEM,
}


@pytest.fixture
async def away(company: Company) -> Company:
    """Eva pauses over the first session; a poll about the second is open."""
    await company.first.run(pause, "eva", UNTIL, "eva")
    await put(company.first, "polls", poll_of(session_id=session(2)))
    await enrol(company.first, Role.MENTEE, "eva")
    return company


async def written_to_eva(company: Company) -> list[str]:
    """Whatever waits to be sent is sent; to Eva were these kinds of cards."""
    for key in await asked_for(company.first, "post"):
        await deliver(company.first, key)
    return sorted(each.kind for each in company.chats.messages if each.person_id == "eva")


async def say(company: Company, view: View[Any], subject: str) -> None:
    await company.first.run(lambda uow, _: post(uow, view, subject, "eva", view=Role.MENTEE))


async def test_a_pause_itself_writes_to_nobody_who_has_not_just_asked(away: Company) -> None:
    assert await written_to_eva(away) == []
    assert (await shown(away.first, tandem_card.name, TANDEM, "eva")).paused_until == UNTIL
    await away.first.run(pause, "eva", UNTIL, "eva", chat=chat_of("eva"))
    assert await written_to_eva(away) == ["absence"]


@pytest.mark.parametrize("view", UNASKED, ids=lambda view: view.name)
async def test_nothing_is_written_in_a_pause_and_what_waits_comes_when_it_is_over(
    away: Company, view: View[Any]
) -> None:
    await say(away, view, UNASKED[view])
    assert await written_to_eva(away) == []
    await away.at(MIDNIGHT - timedelta(seconds=1))
    assert await written_to_eva(away) == []
    await away.at(MIDNIGHT)
    assert await written_to_eva(away) == [view.name]


async def test_others_are_written_to_all_the_same(away: Company) -> None:
    await away.first.run(lambda uow, _: post(uow, tandem_card, TANDEM, "jan"))
    await written_to_eva(away)
    assert "tandem" in {each.kind for each in away.chats.messages if each.person_id == "jan"}


async def test_what_matters_no_more_is_not_said_late(away: Company) -> None:
    """A poll that is over, a session that was, and who was late for it."""
    await put(away.first, "polls", poll_of(session_id=session(2), state=PollState.CLOSED))
    for view, subject in (
        (poll_card, "poll-1"),
        (session_card, session(1)),
        (late_card, session(1)),
    ):
        await say(away, view, subject)
    await away.at(MIDNIGHT)
    assert await written_to_eva(away) == []


class TestBackEarlier:
    """*I am back*: the partner is told, and a session that was to be skipped is offered again."""

    async def waited_for(self, company: Company) -> None:
        """Jan has waited, so the first session has no time any more."""
        await company.first.run(absence.wait, session(1), "jan")
        for subject in await asked_for(company.first, "skip_session"):
            await skip_session(company.first, subject)

    async def test_times_are_looked_for_and_the_partner_is_told(self, away: Company) -> None:
        await self.waited_for(away)
        away.clock.moment = NOW + timedelta(days=2)
        for _ in range(2):
            await away.first.run(resume, "eva", "eva")
        again = await all_of(away.first, "polls", cause=Cause.BACK)
        assert [poll.session_id for poll in again] == [session(1)]
        assert await told(away.first, partner_back_card.name) == ["jan"]
        notice = await shown(away.first, partner_back_card.name, TANDEM, "jan")
        assert notice == PartnerBackNotice(person("eva"), times=True)

    async def test_a_session_that_still_stands_stays(self, away: Company) -> None:
        before = await one(away.first, "sessions", session(1))
        await away.first.run(resume, "eva", "eva")
        assert await one(away.first, "sessions", session(1)) == before
        assert await all_of(away.first, "polls", cause=Cause.BACK) == []
        assert await told(away.first, partner_back_card.name) == ["jan"]

    async def test_whoever_was_asked_nothing_is_told_nothing(self, company: Company) -> None:
        await company.first.run(pause, "eva", NOW.date(), "eva")
        await company.first.run(resume, "eva", "eva")
        assert await told(company.first, partner_back_card.name) == []

    async def test_at_the_end_that_was_said_nobody_is_told(self, away: Company) -> None:
        await self.waited_for(away)
        await away.at(MIDNIGHT)
        assert await told(away.first, partner_back_card.name) == []
        assert await all_of(away.first, "polls", cause=Cause.BACK) == []

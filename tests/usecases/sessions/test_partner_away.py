"""Somebody is away: until when, and what the one who is there is asked."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mentoring.domain.upkeep import Fact
from mentoring.domain.watching import Absence
from mentoring.usecases.sessions.partner_away import (
    PartnerAwayNotice,
    answer_key,
    ask_partner,
    is_open,
    partner_away_card,
)
from tests.usecases.company import (
    NOW,
    STARTS,
    TANDEM,
    Company,
    all_of,
    change,
    hidden,
    one,
    person,
    put,
    session,
    shown,
    told,
)

FIRST_DAY = STARTS[0].date()
AWAY = Absence("eva", NOW, FIRST_DAY)


async def ask(company: Company, number: int = 1, **how: bool) -> None:
    """Jan is asked about a session of his and Eva's."""
    found = await one(company.first, "sessions", session(number))
    await company.first.run(lambda uow, _: ask_partner(uow, found, "jan", **how))


async def still_open(company: Company, number: int = 1) -> bool:
    """Whether the question is still one."""
    tandem = await one(company.first, "tandems", TANDEM)
    found = await one(company.first, "sessions", session(number))
    return await company.first.read(lambda uow, _: is_open(uow, tandem, found, "jan"))


class TestTheQuestion:
    """Wait, or move: asked once for a session at its time."""

    async def test_it_is_asked_once(self, company: Company) -> None:
        for _ in range(2):
            await ask(company)
        assert await told(company.first, partner_away_card.name) == ["jan"]

    async def test_a_session_that_has_moved_is_another_question(self, company: Company) -> None:
        await ask(company)
        await change(company.first, "sessions", session(1), start=STARTS[0] + timedelta(days=1))
        await ask(company)
        assert await told(company.first, partner_away_card.name) == ["jan", "jan"]

    async def test_it_is_none_before_it_was_asked(self, company: Company) -> None:
        await put(company.first, "absences", AWAY)
        assert not await still_open(company)

    async def test_it_is_open_as_long_as_the_pause_lasts(self, company: Company) -> None:
        await put(company.first, "absences", AWAY)
        await ask(company)
        assert await still_open(company)
        await company.first.run(lambda uow, _: uow.absences.delete("eva"))
        assert not await still_open(company)

    async def test_a_mailbox_that_replies_has_no_pause_that_could_end(
        self, company: Company
    ) -> None:
        await ask(company, replies=True)
        assert await still_open(company)

    async def test_it_shows_the_session_and_the_last_day_but_no_reason(
        self, company: Company
    ) -> None:
        await put(company.first, "absences", AWAY)
        await ask(company)
        notice = await shown(company.first, partner_away_card.name, session(1), "jan")
        assert notice == PartnerAwayNotice(
            await one(company.first, "tandems", TANDEM),
            person("jan"),
            person("eva"),
            (await one(company.first, "sessions", session(1)),),
            FIRST_DAY,
        )

    async def test_once_answered_it_says_what_was_chosen(self, company: Company) -> None:
        found = await one(company.first, "sessions", session(1))
        await put(company.first, "facts", Fact(answer_key(found, "jan"), "wait"))
        notice = await shown(company.first, partner_away_card.name, session(1), "jan")
        assert (notice.answer, notice.sessions, notice.until) == ("wait", (), None)

    @pytest.mark.parametrize("reader", ["otto", "ada"])
    async def test_nobody_else_reads_it(self, company: Company, reader: str) -> None:
        assert (
            await hidden(company.first, partner_away_card.name, session(1), reader) == "not-yours"
        )

    async def test_another_programme_reads_nothing_of_it(self, company: Company) -> None:
        assert await hidden(company.second, partner_away_card.name, session(1), "jan") == "erased"
        assert await all_of(company.second, "postings", kind=partner_away_card.name) == []

"""Pausing: nobody asks why, it counts for all programmes, it ends by itself, and the other one
says: wait, or move.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from mentoring.domain.people import Role
from mentoring.domain.poll import Cause
from mentoring.domain.programme import Programme
from mentoring.domain.questionnaire import When
from mentoring.domain.scheduling.settings import SchedulingRules
from mentoring.domain.session import Session
from mentoring.domain.tandem import TandemState
from mentoring.domain.upkeep import Fact
from mentoring.domain.watching import Absence
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.changes import absence
from mentoring.usecases.changes.absence import (
    LONGEST,
    AbsenceNotice,
    absence_card,
    pause,
    resume,
    skip_session,
)
from mentoring.usecases.common.postings import post
from mentoring.usecases.polls.notice import poll_card
from mentoring.usecases.programme.registration import register
from mentoring.usecases.sessions.deputies import deputy_card
from mentoring.usecases.sessions.partner_away import answers_of, partner_away_card
from mentoring.usecases.sessions.tandem_card import tandem_card
from tests.usecases.company import (
    FIRST,
    NOW,
    OTHER,
    SECOND,
    STARTS,
    TANDEM,
    Company,
    all_of,
    asked_for,
    change,
    enrol,
    one,
    person,
    profile,
    put,
    refused,
    remove,
    session,
    shown,
    told,
)
from tests.usecases.ports import chat_of

TODAY, DAY = NOW.date(), timedelta(days=1)
FIRST_DAY = STARTS[0].date()
AT = f"{STARTS[0]:%Y%m%d%H%M}"


async def paused(
    company: Company, who: str = "eva", until: date = FIRST_DAY, by: str = "", **how: Any
) -> None:
    """Somebody pauses until the end of that day."""
    await company.first.run(pause, who, until, by or who, **how)


async def asked_about(world: World) -> list[tuple[str, str]]:
    """Who is asked whether to wait or to move, and about which session."""
    return [
        (each.person_id, each.subject_id)
        for each in await all_of(world, "postings", kind=partner_away_card.name)
    ]


class TestWhoMayPauseWhom:
    """Oneself, one's deputy, and owners of a programme in which one has a tandem."""

    @pytest.mark.parametrize("by", ["eva", "dora"])
    async def test_oneself_and_whoever_keeps_ones_calendar(self, company: Company, by: str) -> None:
        await enrol(company.first, Role.MENTEE, "eva", When(deputy=("dora",)))
        await paused(company, by=by)
        assert await all_of(company.first, "absences") == [Absence("eva", NOW, FIRST_DAY)]

    @pytest.mark.parametrize("by", ["jan", "dora", "otto"])
    async def test_nobody_else_by_themselves(self, company: Company, by: str) -> None:
        with refused("not-yours"):
            await paused(company, by=by)

    async def test_owners_whoever_takes_part_in_their_programme(self, company: Company) -> None:
        await paused(company, by="otto", owner=True)
        assert len(await all_of(company.first, "absences")) == 1

    @pytest.mark.parametrize("who", ["dora", "nobody"])
    async def test_whoever_is_in_no_tandem_needs_no_pause(self, company: Company, who: str) -> None:
        with refused("pause-nobody"):
            await paused(company, who)

    async def test_nor_whoever_was_in_one(self, company: Company) -> None:
        await change(company.first, "tandems", TANDEM, state=TandemState.CLOSED)
        with refused("pause-nobody"):
            await paused(company)

    async def test_owners_do_not_learn_who_takes_part_in_another_programme(
        self, company: Company
    ) -> None:
        """Ada is in the second programme alone: to owners of the first she is as anybody without a
        tandem.
        """
        with refused("pause-nobody"):
            await paused(company, "ada", by="otto", owner=True)

    async def test_whoever_is_in_both_pauses_for_both(self, company: Company) -> None:
        await paused(company, "jan", FIRST_DAY + 2 * DAY, by="otto", owner=True)
        assert await asked_about(company.second) == [("ada", session(1, OTHER))]


class TestUntilWhen:
    """A day of the person's own clock: today at the earliest, and at most a year ahead."""

    @pytest.mark.parametrize("until", [TODAY, TODAY + LONGEST])
    async def test_from_today_to_a_year(self, company: Company, until: date) -> None:
        await paused(company, until=until)
        assert (await one(company.first, "absences", "eva")).until == until

    @pytest.mark.parametrize(
        ("until", "code"),
        [(TODAY - DAY, "pause-in-past"), (TODAY + LONGEST + DAY, "pause-too-long")],
    )
    async def test_no_other_day(self, company: Company, until: date, code: str) -> None:
        with refused(code, field="until"):
            await paused(company, until=until)

    async def test_yesterday_may_still_be_today_elsewhere(self, company: Company) -> None:
        there = profile("eva", zone="America/New_York")
        await put(company.first, "people", replace(person("eva"), profile=there))
        company.clock.moment = datetime(2027, 2, 2, 4, tzinfo=UTC)
        await paused(company, until=TODAY)
        assert (await one(company.first, "absences", "eva")).until == TODAY


class TestWhatTheOtherOneIsAsked:
    """Whether to wait or to move, for each session until then."""

    async def test_about_the_sessions_in_the_pause_and_no_others(self, company: Company) -> None:
        await paused(company, until=STARTS[1].date())
        assert await asked_about(company.first) == [("jan", session(1)), ("jan", session(2))]
        assert await asked_about(company.second) == []

    async def test_in_every_programme_by_itself(self, company: Company) -> None:
        await paused(company, "jan", FIRST_DAY + 2 * DAY)
        found = await all_of(company.unbound, "postings", kind=partner_away_card.name)
        assert {each.person_id: each.cycle_id for each in found} == {"eva": FIRST, "ada": SECOND}

    async def test_not_about_what_has_begun(self, company: Company) -> None:
        company.clock.moment = STARTS[0]
        await paused(company)
        assert await asked_about(company.first) == []

    async def test_a_longer_pause_asks_about_what_is_new(self, company: Company) -> None:
        for until in (FIRST_DAY, STARTS[1].date()):
            await paused(company, until=until)
        assert await asked_about(company.first) == [("jan", session(1)), ("jan", session(2))]

    async def test_whoever_has_asked_for_a_pause_is_answered_where_they_did(
        self, company: Company
    ) -> None:
        await paused(company, by="eva", chat=chat_of("eva"))
        assert await told(company.first, absence_card.name) == ["eva"]
        assert await shown(company.first, absence_card.name, "eva", "eva") == AbsenceNotice(
            person("eva"), FIRST_DAY
        )

    async def test_nobody_is_told_why(self) -> None:
        assert [each.name for each in fields(Absence)] == ["id", "since", "until"]


class TestTheEnd:
    """By itself after the last day, or earlier by the person or their deputy."""

    async def test_by_itself_at_midnight(self, company: Company) -> None:
        await paused(company)
        midnight = datetime(2027, 2, 9, 23, tzinfo=UTC)
        await company.at(midnight - timedelta(seconds=1))
        assert len(await all_of(company.first, "absences")) == 1
        await company.at(midnight)
        assert await all_of(company.first, "absences") == []

    async def test_a_pause_that_was_made_longer_goes_on(self, company: Company) -> None:
        for until in (FIRST_DAY, FIRST_DAY + 7 * DAY):
            await paused(company, until=until)
        await company.at(STARTS[0] + 2 * DAY)
        assert len(await all_of(company.first, "absences")) == 1

    @pytest.mark.parametrize("by", ["eva", "dora"])
    async def test_by_the_person_or_whoever_keeps_the_calendar(
        self, company: Company, by: str
    ) -> None:
        await enrol(company.first, Role.MENTEE, "eva", When(deputy=("dora",)))
        await paused(company)
        for _ in range(2):
            await company.first.run(resume, "eva", by)
        assert await all_of(company.first, "absences") == []
        assert await shown(company.first, absence_card.name, "eva", "eva") == AbsenceNotice(
            person("eva"), None
        )

    @pytest.mark.parametrize("by", ["jan", "otto"])
    async def test_by_nobody_else(self, company: Company, by: str) -> None:
        await paused(company)
        with refused("not-yours"):
            await company.first.run(resume, "eva", by)

    async def test_then_there_is_nothing_to_answer_any_more(self, company: Company) -> None:
        await paused(company)
        await company.first.run(resume, "eva", "eva")
        with refused("stale"):
            await company.first.run(absence.wait, session(1), "jan")


async def test_everybodys_cards_show_a_pause_at_once(company: Company) -> None:
    """The two tandems' cards, their deputies', and the question to the partner."""

    def unit(uow: UnitOfWork, _: Moment) -> None:
        post(uow, tandem_card, TANDEM, "x")
        post(uow, deputy_card, OTHER, "x")
        post(uow, partner_away_card, session(2), "x")

    await company.first.run(unit)
    await paused(company, "jan", TODAY)
    wanted = {
        each.kind: each.wanted for each in await all_of(company.first, "postings", person_id="x")
    }
    assert wanted == {tandem_card.name: 2, deputy_card.name: 2, partner_away_card.name: 2}


async def test_an_owner_never_pauses_their_own_partner(company: Company) -> None:
    with refused("decide-own"):
        await paused(company, "jan", TODAY, by="eva", owner=True)
    assert await all_of(company.unbound, "absences") == []


class TestAnswering:
    """*Wait*, or *another time*: the first answer counts."""

    @pytest.fixture
    async def away(self, company: Company) -> Company:
        """Eva pauses over the first session."""
        await paused(company)
        return company

    async def test_whoever_waits_has_the_session_taken_out(self, away: Company) -> None:
        for _ in range(2):
            await away.first.run(absence.wait, session(1), "jan")
        assert await asked_for(away.first, "skip_session") == [f"{session(1)}@{AT}"]

    async def test_whoever_would_rather_move_gets_times_after_the_pause(
        self, away: Company
    ) -> None:
        for _ in range(2):
            await away.first.run(absence.move, session(1), "jan")
        (poll,) = await all_of(away.first, "polls")
        assert (poll.session_id, poll.cause) == (session(1), Cause.AWAY)
        assert poll.not_before == datetime(2027, 2, 9, 23, tzinfo=UTC)

    @pytest.mark.parametrize(("deputy", "chooses"), [((), []), (("dora",), ["jan"])])
    async def test_an_executive_who_would_rather_move_may_choose_beside_her_deputy(
        self, away: Company, deputy: tuple[str, ...], chooses: list[str]
    ) -> None:
        """The times went to the deputy alone, and who had pressed was not told so (U26)."""
        await enrol(away.first, Role.MENTOR, "jan", When(deputy=deputy))
        await away.first.run(absence.move, session(1), "jan")
        assert await told(away.first, poll_card.name) == chooses

    async def test_where_only_the_mailbox_replied_from_the_next_day_on(self, away: Company) -> None:
        await away.store.run(lambda uow: uow.absences.delete("eva"))
        posting = (await all_of(away.first, "postings", kind=partner_away_card.name))[0]
        await put(away.first, "postings", replace(posting, view="replies"))
        await away.first.run(absence.move, session(1), "jan")
        assert (await all_of(away.first, "polls"))[0].not_before == STARTS[0] + DAY

    async def test_the_first_answer_counts(self, away: Company) -> None:
        await away.first.run(absence.wait, session(1), "jan")
        await away.first.run(absence.move, session(1), "jan")
        assert await all_of(away.first, "polls") == []

    @pytest.mark.parametrize("answer", [absence.wait, absence.move])
    @pytest.mark.parametrize(
        ("who", "code"), [("otto", "not-yours"), ("ada", "not-yours"), ("eva", "stale")]
    )
    async def test_only_the_one_who_was_asked_answers(
        self, away: Company, answer: Callable[..., Any], who: str, code: str
    ) -> None:
        with refused(code):
            await away.first.run(answer, session(1), who)

    @pytest.mark.parametrize("number", [1, 2])
    async def test_not_once_it_has_begun_nor_for_one_outside_the_pause(
        self, away: Company, number: int
    ) -> None:
        away.clock.moment = STARTS[0]
        with refused("stale"):
            await away.first.run(absence.wait, session(number), "jan")

    async def test_another_programme_does_not_know_the_session(self, away: Company) -> None:
        with refused("gone"):
            await away.second.run(absence.wait, session(1), "jan")


class TestSkipping:
    """The session is taken out of both calendars; it stays one of the cycle's, and nothing is lost
    by it.
    """

    async def first(self, company: Company) -> Session:
        found: Session = await one(company.first, "sessions", session(1))
        return found

    async def test_it_is_cancelled_with_a_friendly_line(self, company: Company) -> None:
        for _ in range(2):
            await skip_session(company.first, f"{session(1)}@{AT}")
        found = await self.first(company)
        assert (found.start, found.state) == (None, "cancelled")
        assert [(each.event.start, each.comment) for each in company.outlook.cancelled] == [
            (STARTS[0], "away in de, de")
        ]
        assert (await one(company.first, "tandems", TANDEM)).lost_in_a_row == 0

    async def test_also_one_with_an_event_of_its_own(self, company: Company) -> None:
        await change(company.first, "sessions", session(1), event_id="series-1/20270209")
        await skip_session(company.first, f"{session(1)}@{AT}")
        assert [each.event.start for each in company.outlook.cancelled] == [STARTS[0]]

    async def test_one_that_has_another_time_by_now_stays(self, company: Company) -> None:
        await change(company.first, "sessions", session(1), start=STARTS[0] + DAY)
        await skip_session(company.first, f"{session(1)}@{AT}")
        assert (await self.first(company)).start == STARTS[0] + DAY
        assert company.outlook.cancelled == []

    async def test_one_that_was_lost_meanwhile_is_not_given_up(self, company: Company) -> None:
        await change(company.first, "sessions", session(1), start=None, state="open")
        await skip_session(company.first, f"{session(1)}@{AT}")
        assert (await self.first(company)).state == "open"
        assert company.outlook.cancelled == []

    async def test_who_goes_from_session_to_session_looks_for_the_next_one(
        self, company: Company
    ) -> None:
        await change(company.first, "tandems", TANDEM, rhythm="tandem")
        await remove(company.first, "sessions", *(session(number) for number in range(2, 7)))
        await skip_session(company.first, f"{session(1)}@{AT}")
        assert [(each.session_id, each.cause) for each in await all_of(company.first, "polls")] == [
            (session(2), Cause.NEXT)
        ]

    @pytest.mark.parametrize(("rhythm", "cause"), [("tandem", []), ("monthly", [Cause.BACK])])
    async def test_what_is_looked_for_again_is_as_the_tandems_own_programme_says(
        self, company: Company, rhythm: str, cause: list[Cause]
    ) -> None:
        """Jan says through the first one that he is back; Ada has waited in the second, whose
        rhythm counts.
        """
        await paused(company, "jan", FIRST_DAY + 2 * DAY)
        skipped, rules = session(1, OTHER), SchedulingRules.model_validate({"rhythm": rhythm})
        gone = await change(company.second, "sessions", skipped, state="cancelled", start=None)
        await put(company.second, "facts", Fact(f"{answers_of(gone, 'ada')}{AT}", "wait"))
        files = {"owners-2": Programme(name="Tandem Süd", sessions=rules)}
        await company.store.run(lambda uow: register(uow, NOW, ["owners-2"], files))
        await company.first.run(absence.back, "jan")
        assert [each.cause for each in await all_of(company.second, "polls")] == cause

    async def test_another_programme_skips_nothing_of_it(self, company: Company) -> None:
        with refused("gone"):
            await skip_session(company.second, f"{session(1)}@{AT}")

"""Handing over: sessions end in one calendar and stand in the other one's at the same times,
whatever happens in between.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from mentoring.domain.errors import NotAllowed
from mentoring.domain.series import Plan
from mentoring.domain.session import Session, without_slot
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.ports.world import World
from mentoring.usecases.changes.handover import (
    book_new,
    confirm,
    keep_new,
    let_go,
    prepare,
    rest_of,
)
from mentoring.usecases.changes.handover import hand_over as hand_over_now
from mentoring.usecases.changes.handover_card import handover_card
from mentoring.usecases.changes.looking import look
from mentoring.usecases.changes.unfinished import end_old
from mentoring.usecases.common.changes import catch_up
from mentoring.usecases.common.which_tandem import numbered, of_person
from mentoring.usecases.sessions.booking import session_wish
from tests.bench.support.programme import tandem_id
from tests.usecases.busy import RUNNING, at_once
from tests.usecases.changes.handed import CHAT, asked, card_of, standing, state_of, the_sessions
from tests.usecases.company import (
    OTHER,
    SECOND_TUESDAY,
    STARTS,
    TANDEM,
    Company,
    all_of,
    asked_for,
    change,
    one,
    put,
    refused,
    remove,
    session,
    shown,
)

DAY = timedelta(days=1)


async def hand_over(company: Company, times: int = 1) -> None:
    """The four steps, each as often as it is tried."""
    for _ in range(times):
        await company.first.run(let_go, TANDEM)
    for _ in range(times):
        await book_new(company.first, TANDEM)
    for _ in range(times):
        await end_old(company.first, TANDEM)
    for _ in range(times):
        await keep_new(company.first, TANDEM)


async def the_tandem(company: Company) -> Tandem:
    found: Tandem = await one(company.first, "tandems", TANDEM)
    return found


class TestAsking:
    """Owners see whose sessions would move where, and confirm it (issue 12, U23)."""

    async def test_nothing_happens_before_it_is_confirmed(self, company: Company) -> None:
        subject = await asked(company)
        found = await shown(company.first, handover_card.name, subject, "otto")
        assert (found.giving, found.taking) == ("Jan", "Eva")
        assert (found.state, await asked_for(company.unbound, "hand_over")) == ("preview", [])

    async def test_of_a_tandem_that_runs_no_more_nothing_is(self, company: Company) -> None:
        subject = await asked(company)
        await change(company.first, "tandems", TANDEM, state=TandemState.CLOSED)
        with refused("stale"):
            await company.first.run(confirm, "otto", subject, card_of(subject))
        assert await asked_for(company.unbound, "hand_over") == []

    async def test_it_is_done_once(self, company: Company) -> None:
        subject = await asked(company)
        for _ in range(2):
            await company.first.run(confirm, "otto", subject, card_of(subject))
        assert await asked_for(company.unbound, "hand_over") == [TANDEM]
        assert await state_of(company, subject) == "running"
        await hand_over_now(company.first, TANDEM)
        assert await state_of(company, subject) == "done"

    async def test_a_number_names_a_tandem_of_ones_own_programme(self, company: Company) -> None:
        assert await company.second.read(numbered, 1) == OTHER

    async def test_so_does_one_of_the_two(self, company: Company) -> None:
        assert await company.first.read(of_person, "otto", "eva", "Eva") == TANDEM
        with refused("tandem-of-nobody", name="Ada"):
            await company.first.read(of_person, "otto", "ada", "Ada")
        with refused("decide-own"):
            await company.first.read(of_person, "jan", "eva", "Eva")

    async def test_of_several_tandems_the_numbers_are_told(self, company: Company) -> None:
        tandem = await the_tandem(company)
        await put(company.first, "tandems", replace(tandem, id="another", number=2))
        with refused("tandem-several", numbers="1, 2"):
            await company.first.read(of_person, "otto", "eva", "Eva")

    async def test_what_is_a_day_old_does_nothing(self, company: Company) -> None:
        subject = await asked(company)
        company.clock.moment += DAY
        with refused("preview-old"):
            await company.first.run(confirm, "otto", subject, card_of(subject))
        assert await asked_for(company.unbound, "hand_over") == []

    @pytest.mark.parametrize("owner", ["eva", "jan"])
    async def test_an_owner_never_hands_over_their_own(self, company: Company, owner: str) -> None:
        with refused("decide-own"):
            await company.first.run(prepare, owner, TANDEM, CHAT)
        subject = await asked(company)
        with refused("decide-own"):
            await company.first.run(confirm, owner, subject, card_of(subject))
        with refused("decide-elsewhere"):
            readers = frozenset({"otto", owner})
            await company.first.run(prepare, "otto", TANDEM, CHAT, readers=readers)

    async def test_a_number_that_no_running_tandem_has_is_named(self, company: Company) -> None:
        with refused("tandem-unknown", number=7):
            await company.first.read(numbered, 7)

    async def test_of_one_that_has_ended_that_is_said(self, company: Company) -> None:
        await change(company.first, "tandems", TANDEM, state=TandemState.CLOSED)
        with refused("tandem-over", number=1):
            await company.first.read(numbered, 1)

    async def test_what_microsoft_365_refuses_stands_on_the_card(self, company: Company) -> None:
        subject = await asked(company)
        await company.first.run(confirm, "otto", subject, card_of(subject))
        company.outlook.refuses["book"] = NotAllowed("no mailbox")
        await hand_over_now(company.first, TANDEM)
        assert await state_of(company, subject) == "trouble"
        assert (await the_tandem(company)).trouble == "handover-taking"

    @pytest.mark.parametrize("refused_call", ["", "book"])
    async def test_of_a_tandem_that_has_ended_it_says_that(
        self, company: Company, refused_call: str
    ) -> None:
        """Not that something is moving, nor what would have to be started once more."""
        subject = await asked(company)
        if refused_call:
            await company.first.run(confirm, "otto", subject, card_of(subject))
            company.outlook.refuses[refused_call] = NotAllowed("no mailbox")
            await hand_over_now(company.first, TANDEM)
        await change(company.first, "tandems", TANDEM, state=TandemState.CLOSED, trouble="")
        assert await state_of(company, subject) == "over"

    async def test_what_was_handed_over_before_its_end_stays_so(self, company: Company) -> None:
        subject = await asked(company)
        await company.first.run(confirm, "otto", subject, card_of(subject))
        await hand_over_now(company.first, TANDEM)
        await change(company.first, "tandems", TANDEM, state=TandemState.CLOSED)
        assert await state_of(company, subject) == "done"

    async def test_two_owners_who_confirm_at_the_same_moment_have_it_done_once(
        self, busy: World
    ) -> None:
        tandem = tandem_id(RUNNING[0])
        await busy.run(prepare, "otto", tandem, CHAT)
        (card,) = await busy.read(lambda uow, _: uow.postings.all(kind=handover_card.name))
        outcome = await at_once(busy, confirm, *[("otto", card.subject_id, card.id)] * 2)
        assert outcome.done == 2
        assert await asked_for(busy, "hand_over") == [tandem]


class TestAllOfIt:
    """Each step may be tried several times without harm."""

    @pytest.mark.parametrize("times", [1, 2])
    async def test_every_session_stands_in_the_other_calendar_at_the_same_time(
        self, company: Company, times: int
    ) -> None:
        await hand_over(company, times)
        assert standing(company, "eva", "jan") == list(STARTS)
        assert standing(company, "jan", "eva") == []
        assert [each.start for each in await the_sessions(company)] == list(STARTS)

    async def test_the_mentee_organizes_from_now_on(self, company: Company) -> None:
        before = await the_tandem(company)
        await hand_over(company)
        after = await the_tandem(company)
        assert (after.organizer_id, after.plan.ending) == ("eva", None)
        assert after.series_id not in {"", before.series_id}
        assert after.join_url != before.join_url
        await catch_up(company.unbound)
        assert sorted(await asked_for(company.first, "watch")) == ["eva", "jan"]

    async def test_a_second_one_leads_back(self, company: Company) -> None:
        for _ in range(2):
            await hand_over(company)
        assert standing(company, "jan", "eva") == list(STARTS)
        assert standing(company, "eva", "jan") == []

    async def test_what_was_stays_where_it_was(self, company: Company) -> None:
        company.clock.moment = STARTS[1] + DAY
        await hand_over(company)
        assert standing(company, "jan", "eva") == list(STARTS[:2])
        assert standing(company, "eva", "jan") == list(STARTS[2:])
        pattern = (await the_tandem(company)).plan.pattern
        assert pattern is not None
        assert pattern.occurrences == 4

    async def test_moved_sessions_stay_moved_and_those_without_a_time_stay_without(
        self, company: Company
    ) -> None:
        second, third = (await the_sessions(company))[1:3]
        moved = replace(second, start=STARTS[1] + DAY, state="moved")
        await put(company.first, "sessions", moved, without_slot(third))
        await hand_over(company)
        assert standing(company, "eva", "jan") == [STARTS[0], STARTS[1] + DAY, *STARTS[3:]]

    async def test_a_session_with_an_event_of_its_own_gets_one_again_and_none_in_the_series(
        self, company: Company
    ) -> None:
        wish = await company.first.read(
            session_wish, await the_tandem(company), STARTS[1] + DAY, 60, "own"
        )
        own = await company.outlook.book_session(wish)
        del company.outlook.events["series-1/20270309"]
        moved = {
            "start": STARTS[1] + DAY,
            "state": "moved",
            "minutes": 60,
            "event_id": own.id,
            "join_url": own.join_url,
        }
        await change(company.first, "sessions", session(2), **moved)
        await hand_over(company)
        assert standing(company, "eva", "jan") == [STARTS[0], STARTS[1] + DAY, *STARTS[2:]]
        found = await one(company.first, "sessions", session(2))
        assert found.event_id not in {"", own.id}
        assert found.join_url == f"https://join.example/{found.event_id}"
        assert company.outlook.events[found.event_id].minutes == 60

    @pytest.mark.parametrize("by", [timedelta(hours=2), DAY, -DAY])
    async def test_a_series_that_was_moved_as_a_whole_in_outlook_stands_where_it_was_moved_to(
        self, company: Company, by: timedelta
    ) -> None:
        """Even on a day that the pattern found at the launch does not know."""
        for event in [event for event in company.outlook.of("jan") if event.series == "series-1"]:
            company.outlook.change(event.id, planned=event.planned + by, start=event.start + by)
        await look(company.first, TANDEM)
        await hand_over(company)
        assert standing(company, "eva", "jan") == [start + by for start in STARTS]
        await look(company.first, TANDEM)
        assert [each.start for each in await the_sessions(company)] == [
            start + by for start in STARTS
        ]
        assert await all_of(company.first, "polls") == []

    async def test_sessions_stay_as_long_as_they_are(self, company: Company) -> None:
        """All of a new length, but for one of another: that gets an event of its own."""
        for event in [event for event in company.outlook.of("jan") if event.series == "series-1"]:
            company.outlook.change(event.id, minutes=60 if event.start == STARTS[2] else 90)
        await look(company.first, TANDEM)
        await hand_over(company)
        found = {event.start: event.minutes for event in company.outlook.of("eva")}
        assert found == {start: 60 if start == STARTS[2] else 90 for start in STARTS}
        assert [bool(each.event_id) for each in await the_sessions(company)] == [
            False,
            False,
            True,
            False,
            False,
            False,
        ]

    async def test_the_other_one_reads_why(self, company: Company) -> None:
        await hand_over(company)
        assert {each.comment for each in company.outlook.cancelled} == {"handed-over in de, de"}

    async def test_a_tandem_without_a_series_hands_over_nothing_but_its_name(
        self, company: Company
    ) -> None:
        company.outlook.events = {}
        await remove(company.first, "sessions", *(session(number) for number in range(1, 7)))
        await change(company.first, "tandems", TANDEM, plan=Plan(), series_id="")
        await hand_over(company)
        assert company.outlook.events == {}
        assert ((await the_tandem(company)).organizer_id, (await the_tandem(company)).plan) == (
            "eva",
            Plan(),
        )

    async def test_the_other_programmes_sessions_stay(self, company: Company) -> None:
        await hand_over(company)
        assert len(standing(company, "jan", "ada")) == 6


class TestInBetween:
    """While sessions are handed over nothing is taken for lost."""

    @pytest.mark.parametrize("steps", [1, 2])
    async def test_what_is_cancelled_in_the_old_calendar_is_no_loss(
        self, company: Company, steps: int
    ) -> None:
        await company.first.run(let_go, TANDEM)
        if steps == 2:
            await end_old(company.first, TANDEM)
        await look(company.first, TANDEM)
        assert await all_of(company.first, "polls") == []
        assert [each.start for each in await the_sessions(company)] == list(STARTS)

    async def test_nor_afterwards(self, company: Company) -> None:
        await hand_over(company)
        await look(company.first, TANDEM)
        assert await all_of(company.first, "polls") == []

    async def test_a_tandem_that_is_over_by_then_keeps_what_it_has(self, company: Company) -> None:
        before = await change(company.first, "tandems", TANDEM, state=TandemState.CLOSED)
        await hand_over(company)
        assert await the_tandem(company) == before
        assert standing(company, "jan", "eva") == list(STARTS)


@pytest.mark.parametrize("step", [end_old, book_new])
async def test_another_programme_hands_over_nothing_of_it(company: Company, step: object) -> None:
    with refused("gone"):
        await step(company.second, TANDEM)  # type: ignore[operator]  # one of the steps
    with refused("gone"):
        await company.second.run(let_go, TANDEM)
    assert standing(company, "jan", "eva") == list(STARTS)


def test_the_rest_of_a_pattern_runs_from_the_first_of_the_sessions_to_the_last() -> None:
    """A gap between them counts: it is cancelled singly."""
    sessions = [
        Session(session(n), TANDEM, n, STARTS[n - 1], 120, "kept", STARTS[n - 1]) for n in (5, 3)
    ]
    expected = replace(SECOND_TUESDAY, start_date=STARTS[2].date(), occurrences=3)
    assert rest_of(SECOND_TUESDAY, sessions) == expected

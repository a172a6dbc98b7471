"""What somebody has moved in Outlook, alone, with its series, or into another one."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import repeat

import pytest

from mentoring.domain.poll import Cause, PollState
from mentoring.domain.posting import Posting
from mentoring.domain.session import Session, without_slot
from mentoring.domain.watching import Watch
from mentoring.usecases.changes.calendar_watch import (
    LASTS,
    watch_calendar,
)
from mentoring.usecases.changes.looking import look
from mentoring.usecases.sessions.reminders import remind_of
from tests.usecases.changes.looked_at import (
    DAY,
    FIRST_EVENT,
    HOUR,
    SECOND_EVENT,
    polls,
    the_session,
)
from tests.usecases.company import (
    NOW,
    STARTS,
    TANDEM,
    Company,
    all_of,
    change,
    one,
    put,
    session,
)
from tests.usecases.outlook import Event
from tests.usecases.polls.opened import KEY, agreed, poll_of


class TestAMove:
    """Somebody has moved a session in Outlook: that is where it is now."""

    async def move(
        self, company: Company, start: datetime, minutes: int = 120, event: str = FIRST_EVENT
    ) -> Session:
        company.outlook.change(event, start=start, minutes=minutes)
        await look(company.first, TANDEM)
        return await the_session(company)

    async def test_it_is_taken_over(self, company: Company) -> None:
        found = await self.move(company, STARTS[0] + DAY)
        assert (found.start, found.planned, found.state) == (STARTS[0] + DAY, STARTS[0], "moved")
        assert await polls(company) == []

    async def test_so_is_another_length(self, company: Company) -> None:
        assert (await self.move(company, STARTS[0], 60)).minutes == 60

    async def test_back_where_the_pattern_put_it_it_counts_as_kept(self, company: Company) -> None:
        await self.move(company, STARTS[0] + DAY)
        assert (await self.move(company, STARTS[0])).state == "kept"

    async def test_what_was_being_agreed_on_for_it_is_settled(self, company: Company) -> None:
        await put(
            company.first,
            "polls",
            poll_of(),
            replace(poll_of(session_id=session(2)), id="of another"),
        )
        await self.move(company, STARTS[0] + DAY)
        assert {poll.id: poll.state for poll in await polls(company)} == {
            KEY: PollState.CLOSED,
            "of another": PollState.OPEN,
        }

    async def test_the_reminders_follow(self, company: Company) -> None:
        tandem = await one(company.first, "tandems", TANDEM)
        await company.first.run(lambda uow, moment: remind_of(uow, tandem, moment))
        await self.move(company, STARTS[0] + DAY)
        due = {
            timer.id.rpartition(":")[2]: timer.due_at
            for timer in await all_of(
                company.first, "timers", kind="session-reminder", subject_id=session(1)
            )
        }
        assert due["eva"] == due["jan"] == (STARTS[0] - 5 * HOUR)

    async def test_everybodys_cards_show_it(self, company: Company) -> None:
        kinds = {"tandem": TANDEM, "deputy": TANDEM, "session": session(1)}
        await put(
            company.first,
            "postings",
            *[Posting(kind, kind, subject) for kind, subject in kinds.items()],
        )
        await self.move(company, STARTS[0] + DAY)
        assert {
            each.id: each.wanted for each in await all_of(company.first, "postings")
        } == dict.fromkeys(kinds, 2)

    async def test_a_single_event_moves_as_well(self, company: Company) -> None:
        await change(company.first, "sessions", session(1), event_id=FIRST_EVENT)
        found = await self.move(company, STARTS[0] + DAY)
        assert (found.start, found.planned) == (STARTS[0] + DAY, STARTS[0])

    async def test_a_new_time_of_the_whole_series_moves_all_sessions(
        self, company: Company
    ) -> None:
        """Then every occurrence has another planned start, and Outlook gives them other ids."""
        old = [event for event in company.outlook.of("jan") if event.series == "series-1"]
        for event in old:
            del company.outlook.events[event.id]
            at = event.start + 2 * HOUR
            company.outlook.events[f"new/{event.id}"] = replace(
                event, id=f"new/{event.id}", planned=at, start=at
            )
        await look(company.first, TANDEM)
        found = await all_of(company.first, "sessions", tandem_id=TANDEM)
        assert [each.start for each in found] == [start + 2 * HOUR for start in STARTS]
        assert {each.state for each in found} == {"kept"}
        assert await polls(company) == []

    async def move_all(self, company: Company, by: timedelta) -> None:
        """Exchange gives a series as a whole another time: every occurrence is there again."""
        for number, start in enumerate(STARTS, 1):
            company.outlook.events.pop(f"series-1/{start:%Y%m%d}", None)
            key, at = f"new/{number}", start + by
            made = Event(key, "jan", at, at, 120, ("eva",), "series-1")
            company.outlook.events[key] = made
        await look(company.first, TANDEM)

    @pytest.mark.parametrize("by", [2 * HOUR, DAY, -6 * DAY])
    @pytest.mark.parametrize("number", [1, 3, 6])
    async def test_a_session_with_an_event_of_its_own_does_not_come_twice(
        self, company: Company, by: timedelta, number: int
    ) -> None:
        """Exchange brings the cancelled occurrence back, whose place that event has taken (C4)."""
        away = STARTS[number - 1] + timedelta(hours=1)
        await change(company.first, "sessions", session(number), event_id="single-1", start=away)
        company.outlook.events["single-1"] = Event("single-1", "jan", away, away, 120, ("eva",))
        await self.move_all(company, by)
        left = {session(n): at + by for n, at in enumerate(STARTS, 1)} | {session(number): away}
        found = await all_of(company.first, "sessions", tandem_id=TANDEM)
        assert {each.id: each.start for each in found} == left
        assert [each.event.id for each in company.outlook.cancelled] == [f"new/{number}"]
        assert await polls(company) == []

    async def test_nor_does_one_that_is_skipped_come_back(self, company: Company) -> None:
        skipped = without_slot(await the_session(company, 2))
        await put(company.first, "sessions", replace(skipped, state="cancelled"))
        await self.move_all(company, 2 * HOUR)
        assert [each.event.id for each in company.outlook.cancelled] == ["new/2"]
        assert (await the_session(company, 2)).start is None
        assert (await the_session(company, 3)).start == STARTS[2] + 2 * HOUR

    async def test_what_took_place_is_not_called_off(self, company: Company) -> None:
        company.clock.moment = STARTS[1] + DAY
        skipped = without_slot(await the_session(company, 1))
        await put(company.first, "sessions", replace(skipped, state="cancelled"))
        await self.move_all(company, HOUR)
        assert company.outlook.cancelled == []

    async def test_while_something_is_booked_nothing_is_called_off(self, company: Company) -> None:
        await change(company.first, "sessions", session(3), event_id="single-1")
        await put(company.first, "polls", agreed())
        await self.move_all(company, HOUR)
        assert company.outlook.cancelled == []

    async def test_a_series_that_has_moved_far_is_matched_in_its_order(
        self, company: Company
    ) -> None:
        await self.move_all(company, 14 * DAY + HOUR)
        found = await all_of(company.first, "sessions", tandem_id=TANDEM)
        assert [each.start for each in found] == [at + 14 * DAY + HOUR for at in STARTS]

    @pytest.mark.parametrize("past", [0, 2])
    async def test_so_is_one_on_another_weekday_which_some_months_have_a_week_later(
        self, company: Company, past: int
    ) -> None:
        """The third Monday has become the fourth Tuesday: one day later, or eight."""
        if past:
            await company.at(STARTS[past - 1] + DAY)
        shifts = [timedelta(days=days) for days in (1, 1, 8, 1, 8, 8)]
        for number, (start, shift) in enumerate(zip(STARTS, shifts, strict=True), 1):
            company.outlook.events.pop(f"series-1/{start:%Y%m%d}")
            key, at = f"new/{number}", start + shift
            company.outlook.events[key] = Event(key, "jan", at, at, 120, ("eva",), "series-1")
        await look(company.first, TANDEM)
        found = await all_of(company.first, "sessions", tandem_id=TANDEM)
        moved = [start + shift for start, shift in zip(STARTS, shifts, strict=True)]
        assert [each.start for each in found] == [*STARTS[:past], *moved[past:]]
        assert await polls(company) == []

    async def test_where_the_new_series_is_shorter_the_day_decides(self, company: Company) -> None:
        await company.at(STARTS[0] + DAY)
        old = [event for event in company.outlook.of("jan") if event.series == "series-1"]
        for event in old:
            del company.outlook.events[event.id]
        for event in old[1:-1]:
            at = event.start + 2 * HOUR
            company.outlook.events[event.id] = replace(event, planned=at, start=at)
        await look(company.first, TANDEM)
        assert [
            each.start for each in await all_of(company.first, "sessions", tandem_id=TANDEM)
        ] == [
            STARTS[0],
            *(start + 2 * HOUR for start in STARTS[1:-1]),
            None,
        ]
        assert [(poll.session_id, poll.cause) for poll in await polls(company)] == [
            (session(6), Cause.CANCELLED)
        ]


class TestOtherIds:
    """Events booked by earlier versions are read once by the id that they had; from then on they
    are known by one that lasts (H5).
    """

    async def test_a_series_and_a_single_event_are_known_by_their_new_ids(
        self, company: Company
    ) -> None:
        await change(company.first, "sessions", session(2), event_id="old single")
        outlook = company.outlook
        outlook.renamed = {"old single": "single-9", "series-1": "series-9"}
        at = STARTS[1]
        outlook.events["single-9"] = Event("single-9", "jan", at, at, 120, ("eva",))
        for key in [key for key, event in outlook.events.items() if event.series == "series-1"]:
            outlook.change(key, series="series-9")
        await look(company.first, TANDEM)
        tandem = await one(company.first, "tandems", TANDEM)
        assert tandem.series_id == "series-9"
        assert (await the_session(company, 2)).event_id == "single-9"
        assert await polls(company) == []

    async def test_the_watch_of_an_earlier_version_is_made_anew(self, company: Company) -> None:
        """A subscription keeps the kind of ids with which it was made (learn.microsoft.com,
        outlook-immutable-id).
        """
        until = NOW + LASTS
        company.outlook.watched = {"old": ("jan", "a secret", until)}
        await put(company.first, "watches", Watch("jan", "old", "a secret", until, lasting=False))
        for _ in range(2):
            await watch_calendar(company.unbound, "jan")
            watch = await one(company.first, "watches", "jan")
            assert (watch.subscription_id, watch.lasting) == ("subscription-1", True)
        assert list(company.outlook.watched) == ["subscription-1"]

    async def test_a_link_that_teams_makes_later_is_taken_over(self, company: Company) -> None:
        await change(company.first, "tandems", TANDEM, join_url="")
        await change(company.first, "sessions", session(2), event_id=SECOND_EVENT, join_url="")
        await look(company.first, TANDEM)
        link = "https://join.example/series-1"
        assert (await one(company.first, "tandems", TANDEM)).join_url == link
        assert (await the_session(company, 2)).join_url == link


class TestThisAndAllFollowing:
    """The organizer has changed one session *and all following*: Outlook ends the series and begins
    another one, which bears our marks (C5).
    """

    LATER = timedelta(hours=2)

    async def split(
        self, company: Company, first: int, *later: timedelta, gone: frozenset[int] = frozenset()
    ) -> None:
        """From the session of this number on they stand two hours later, or by as much as is said
        for each, in another series, from which these may be ``gone``.
        """
        left = list(enumerate(STARTS, 1))[first - 1 :]
        for (number, start), shift in zip(left, later or repeat(self.LATER), strict=False):
            del company.outlook.events[f"series-1/{start:%Y%m%d}"]
            key, at = f"tail/{number}", start + shift
            event = Event(key, "jan", at, at, 120, ("eva",), "tail")
            company.outlook.events |= {} if number in gone else {key: event}
        company.outlook.marked = {TANDEM: ("tail",)}
        await look(company.first, TANDEM)

    async def starts(self, company: Company) -> list[datetime | None]:
        found = await all_of(company.first, "sessions", tandem_id=TANDEM)
        return [each.start for each in found]

    async def test_what_follows_is_taken_over_and_nothing_is_lost(self, company: Company) -> None:
        await self.split(company, 4)
        moved = [start + self.LATER for start in STARTS[3:]]
        assert await self.starts(company) == [*STARTS[:3], *moved]
        assert await polls(company) == []
        assert (await one(company.first, "tandems", TANDEM)).series_id == "series-1"
        assert (await the_session(company, 4)).event_id == "tail/4"
        assert (await the_session(company, 3)).event_id == ""

    @pytest.mark.parametrize("later", [(1, 8, 8), (8, 8, 1), (20, 20, 20)])
    async def test_so_it_is_on_another_weekday_which_some_months_have_a_week_later(
        self, company: Company, later: tuple[int, ...]
    ) -> None:
        """The third Monday has become the fourth Tuesday, which is one day later, or eight."""
        shifts = [timedelta(days=days) for days in later]
        await self.split(company, 4, *shifts)
        moved = [start + shift for start, shift in zip(STARTS[3:], shifts, strict=True)]
        assert await self.starts(company) == [*STARTS[:3], *moved]
        assert await polls(company) == []

    async def test_a_series_whose_sessions_are_known_takes_nobody_elses_place(
        self, company: Company
    ) -> None:
        """Sessions that were booked behind the others bear our marks, too."""
        await self.split(company, 6)
        del company.outlook.events[f"series-1/{STARTS[4]:%Y%m%d}"]
        await look(company.first, TANDEM)
        assert (await the_session(company, 5)).start is None
        assert (await the_session(company, 6)).event_id == "tail/6"

    async def test_one_that_is_gone_there_too_is_lost_and_no_other_takes_its_place(
        self, company: Company
    ) -> None:
        shift = timedelta(days=5)
        await self.split(company, 4, shift, shift, shift, gone=frozenset({5}))
        assert [each.session_id for each in await polls(company)] == [session(5)]
        assert (await the_session(company, 6)).event_id == "tail/6"

    @pytest.mark.parametrize("days", [10, -10, 20])
    async def test_so_it_is_when_they_have_gone_far_away(self, company: Company, days: int) -> None:
        shift = timedelta(days=days)
        await self.split(company, 4, shift, shift, shift, gone=frozenset({5}))
        assert [each.session_id for each in await polls(company)] == [session(5)]
        assert (await the_session(company, 4)).start == STARTS[3] + shift
        assert (await the_session(company, 6)).start == STARTS[5] + shift

    async def test_looked_at_again_it_stays_so(self, company: Company) -> None:
        await self.split(company, 4)
        before = await all_of(company.first, "sessions", tandem_id=TANDEM)
        await look(company.first, TANDEM)
        assert await all_of(company.first, "sessions", tandem_id=TANDEM) == before
        assert company.outlook.cancelled == []

    async def test_once_all_that_is_to_come_stands_there_it_is_the_tandems_series(
        self, company: Company
    ) -> None:
        await company.at(STARTS[2] + DAY)
        await self.split(company, 4)
        assert (await one(company.first, "tandems", TANDEM)).series_id == "tail"
        assert {(await the_session(company, n)).event_id for n in (4, 5, 6)} == {""}
        assert await polls(company) == []

    async def test_what_was_deleted_with_all_following_is_lost(self, company: Company) -> None:
        for start in STARTS[3:]:
            del company.outlook.events[f"series-1/{start:%Y%m%d}"]
        await look(company.first, TANDEM)
        assert len(await polls(company)) == 3

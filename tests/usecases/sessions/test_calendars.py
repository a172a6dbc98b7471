"""What a search of slots is told of both calendars: what stands there, what is wished, what counts
as taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from mentoring.domain.errors import Unavailable
from mentoring.domain.people import NOBODY_KNOWS, Role
from mentoring.domain.poll import Cause, Option, Poll, PollState
from mentoring.domain.programme import Programme
from mentoring.domain.questionnaire import When
from mentoring.domain.scheduling.types import Busy, PersonCalendar, Status, WorkingHours
from mentoring.domain.session import Session
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.domain.watching import Absence
from mentoring.ports.calendar import Availability
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.sessions.calendars import (
    Inputs,
    calendar_of,
    clashes,
    inputs_of,
    is_free,
    organizer_of,
    read,
    sides,
    wishes_of,
)
from tests.answers import GERMAN
from tests.usecases.busy import at_once
from tests.usecases.company import (
    NOW,
    OTHER,
    STARTS,
    TANDEM,
    Company,
    all_of,
    change,
    enrol,
    one,
    person,
    profile,
    put,
    session,
)

START, END = STARTS[0], STARTS[0] + timedelta(hours=2)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
FIRST_DAY = START.date()


async def inputs(company: Company, *released: Session) -> Inputs:
    tandem = await one(company.first, "tandems", TANDEM)
    return await company.first.read(
        lambda uow, moment: inputs_of(uow, moment, [tandem], released, invitee="eva")
    )


class TestLookingForAnotherTime:
    """A session that looks for another time is in nobody's way, but everything else is."""

    async def free(self, company: Company, looking: Session, **entries: list[Busy]) -> bool:
        """Whether both are free at the session's own time while it looks for another one."""
        found, tandem = await inputs(company, looking), await one(company.first, "tandems", TANDEM)
        seen = {
            key: Availability(key, readable=True, busy=tuple(entries.get(key, ())))
            for key in ("jan", "eva")
        }
        return is_free(sides(found, seen, tandem), START, 120)

    async def first(self, company: Company) -> Session:
        found: Session = await one(company.first, "sessions", session(1))
        return found

    async def test_the_session_itself_is_in_nobodys_way_but_a_second_thing_at_its_time_is(
        self, company: Company
    ) -> None:
        own, looking = Busy(START, END, "busy"), await self.first(company)
        assert await self.free(company, looking, jan=[own], eva=[own])
        assert not await self.free(company, looking, jan=[own, own], eva=[own])

    async def test_what_stands_at_the_time_of_a_declined_session_is_why_it_was_declined(
        self, company: Company
    ) -> None:
        """Outlook takes a declined session out of the calendar, so what is there is something
        else.
        """
        own, declined = Busy(START, END, "busy"), replace(await self.first(company), declined=START)
        assert not await self.free(company, declined, jan=[own], eva=[own])
        assert await self.free(company, declined, jan=[own])

    @pytest.mark.parametrize("away", ["eva", "jan"])
    async def test_nobody_is_free_in_their_pause(self, company: Company, away: str) -> None:
        """Whichever programme it was told to: somebody who is away is away for all."""
        await put(company.second, "absences", Absence(away, NOW, FIRST_DAY))
        assert not await self.free(company, await self.first(company))

    async def test_its_day_is_not_taken_but_those_of_all_others_are(self, company: Company) -> None:
        found = await inputs(company, await self.first(company))
        others = {
            each.start.date() for each in await all_of(company.second, "sessions", tandem_id=OTHER)
        }
        assert found.taken["jan"] == others | {start.date() for start in STARTS[1:]}
        assert found.taken["eva"] == {start.date() for start in STARTS[1:]}


class TestTakenDays:
    """Nobody meets two tandems on one day, in whichever programmes they are."""

    async def test_a_day_is_one_of_the_persons_own_clock(self, company: Company) -> None:
        there = replace(person("eva"), profile=profile("eva", zone="Pacific/Auckland"))
        await put(company.first, "people", there)
        found = await inputs(company)
        assert FIRST_DAY + DAY in found.taken["eva"]
        assert FIRST_DAY not in found.taken["eva"]

    async def test_a_tandem_that_is_over_takes_no_days(self, company: Company) -> None:
        await change(company.second, "tandems", OTHER, state=TandemState.CLOSED)
        assert (await inputs(company)).taken["jan"] == {start.date() for start in STARTS}

    async def test_a_session_without_a_time_takes_none(self, company: Company) -> None:
        await change(company.first, "sessions", session(1), start=None)
        assert FIRST_DAY not in (await inputs(company)).taken["eva"]


class TestWishes:
    """What somebody has said about when and how counts in the programme that asked them."""

    async def wished(self, world: World, key: str) -> When:
        return await world.read(lambda uow, _: wishes_of(uow, key))

    @pytest.mark.parametrize("role", Role)
    async def test_in_either_role(self, company: Company, role: Role) -> None:
        await enrol(company.first, role, "eva", When(weekdays=("tue",)))
        assert await self.wished(company.first, "eva") == When(weekdays=("tue",))

    async def test_not_in_another_programme(self, company: Company) -> None:
        await enrol(company.first, Role.MENTOR, "jan", When(weekdays=("tue",)))
        assert await self.wished(company.second, "jan") == When()

    async def test_whoever_left_the_step_for_later_wishes_nothing(self, company: Company) -> None:
        await enrol(company.first, Role.MENTEE, "eva", GERMAN)
        assert await self.wished(company.first, "eva") == When()


class TestOneSide:
    """A calendar as the search takes it."""

    async def side(
        self, company: Company, answer: Availability | None, key: str = "eva"
    ) -> PersonCalendar:
        seen = {key: answer} if answer else {}
        return calendar_of(await inputs(company), seen, key, frozenset({FIRST_DAY}))

    async def test_a_mailbox_knows_better_than_the_directory_where_its_owner_works(
        self, company: Company
    ) -> None:
        hours = WorkingHours.daily("America/New_York", time(9), time(17))
        found = await self.side(company, Availability("eva", readable=True, working_hours=hours))
        assert (found.zone, found.working_hours) == ("America/New_York", hours)

    async def test_a_clock_like_the_directorys_is_called_as_there(self, company: Company) -> None:
        """A zone that is told by its rules is any place's that has them: a series is booked by the
        person's own.
        """
        hours = WorkingHours.daily("Europe/Budapest", time(9), time(17))
        found = await self.side(company, Availability("eva", readable=True, working_hours=hours))
        assert (found.zone, found.working_hours) == ("Europe/Berlin", hours)

    async def test_without_working_hours_the_directorys_zone_counts(self, company: Company) -> None:
        found = await self.side(company, Availability("eva", readable=True))
        assert (found.zone, found.working_hours) == ("Europe/Berlin", None)
        assert (found.country, found.taken_days) == ("DE", frozenset({FIRST_DAY}))

    async def test_whose_clock_nobody_knows_is_reckoned_with_by_the_other_ones(
        self, company: Company
    ) -> None:
        """And by no city's that is near at hand (issue 12)."""
        somewhere = profile("eva", zone=NOBODY_KNOWS, zone_known=False)
        there = profile("jan", zone="Asia/Tokyo")
        await put(company.first, "people", person("eva", profile=somewhere))
        await put(company.first, "people", person("jan", profile=there))
        found = await self.side(company, Availability("eva", readable=True))
        assert (found.zone, found.zone_known) == ("Asia/Tokyo", False)

    async def test_a_calendar_without_an_answer_cannot_be_read(self, company: Company) -> None:
        assert not (await self.side(company, None)).readable

    async def test_wishes_are_taken_along(self, company: Company) -> None:
        when = When(weekdays=("mon", "thu"), times=("morning",), never=("mon-morning",))
        await enrol(company.first, Role.MENTEE, "eva", when)
        found = await self.side(company, None)
        assert found.weekdays == {"monday", "thursday"}
        assert found.times == {"morning"}
        assert found.never == {("monday", "morning")}

    async def test_a_pause_fills_the_calendar_to_the_last_midnight(self, company: Company) -> None:
        await put(company.first, "absences", Absence("eva", NOW, FIRST_DAY))
        (found,) = (await self.side(company, Availability("eva", readable=True))).busy
        assert found == Busy(NOW, datetime(2027, 2, 9, 23, tzinfo=UTC), "oof")


class TestReading:
    """Only the people of the tandems are asked for, on the days that matter."""

    async def test_both_calendars_are_read_to_the_end_of_the_last_day(
        self, company: Company
    ) -> None:
        lunch = Busy(START.replace(hour=20), START.replace(hour=21), "busy")
        tomorrow = Busy(lunch.start + DAY, lunch.end + DAY, "busy")
        company.outlook.busy = {"eva": [lunch, tomorrow], "otto": [lunch]}
        seen = await read(company.first, await inputs(company), FIRST_DAY, FIRST_DAY)
        assert sorted(seen) == ["eva", "jan"]
        assert seen["eva"].busy == (lunch, Busy(START, END, "busy"))

    async def test_for_nobody_nobody_is_asked(self, company: Company) -> None:
        company.outlook.refuses["availability"] = Unavailable("nobody is to be asked")
        nothing = Inputs((), {}, {}, {}, {})
        assert await read(company.first, nothing, FIRST_DAY, FIRST_DAY) == {}


class TestFree:
    """Firm entries are in the way; what only touches the slot is not."""

    def free(self, busy: Sequence[Busy], *, readable: bool = True) -> bool:
        return is_free(
            [PersonCalendar("eva", "Europe/Berlin", busy=tuple(busy), readable=readable)],
            START,
            120,
        )

    @pytest.mark.parametrize(
        ("status", "free"),
        [
            ("busy", False),
            ("oof", False),
            ("unknown", False),
            ("tentative", True),
            ("free", True),
            ("workingElsewhere", True),
        ],
    )
    def test_by_how_firmly_the_time_is_taken(self, status: Status, free: bool) -> None:
        assert self.free([Busy(START, END, status)]) is free

    @pytest.mark.parametrize(
        ("begins", "ends", "free"),
        [
            (START - HOUR, START, True),
            (END, END + HOUR, True),
            (START - HOUR, START + timedelta(minutes=1), False),
            (END - timedelta(minutes=1), END + HOUR, False),
            (START - HOUR, END + HOUR, False),
        ],
    )
    def test_by_the_minute(self, begins: datetime, ends: datetime, free: bool) -> None:
        assert self.free([Busy(begins, ends, "busy")]) is free

    def test_a_calendar_that_cannot_be_read_says_nothing(self) -> None:
        assert self.free([Busy(START, END, "busy")], readable=False)


class TestClashes:
    """Two tandems of one person never agree on the same day."""

    async def clash(self, company: Company, start: datetime, key: str = TANDEM) -> bool:
        def unit(uow: UnitOfWork, _moment: Moment) -> bool:
            return clashes(uow, uow.everywhere.tandems.need(key), start)

        return await company.first.run(unit)

    async def test_beside_a_session_of_the_other_programme(self, company: Company) -> None:
        thursday = START + 2 * DAY
        assert await self.clash(company, thursday + 3 * HOUR)
        assert not await self.clash(company, thursday + DAY)

    async def test_its_own_sessions_do_not_count(self, company: Company) -> None:
        assert not await self.clash(company, START + 3 * HOUR)

    async def test_nor_do_those_of_a_tandem_that_is_over(self, company: Company) -> None:
        await change(company.second, "tandems", OTHER, state=TandemState.CLOSED)
        assert not await self.clash(company, START + 2 * DAY)

    async def test_what_is_just_being_booked_counts(self, company: Company) -> None:
        both, start = {Role.MENTOR: (0,), Role.MENTEE: (0,)}, START + DAY
        booking = Poll("poll-1", TANDEM, session(1), Cause.ASKED, 120, NOW, PollState.BOOKING)
        await put(company.first, "polls", replace(booking, options=(Option(start),), accepted=both))
        assert await self.clash(company, start + 3 * HOUR, OTHER)

    async def test_a_day_is_one_of_their_own_clock(self, company: Company) -> None:
        """Half past midnight in Berlin is still the day before in UTC."""
        assert await self.clash(company, datetime(2027, 2, 10, 23, 30, tzinfo=UTC))
        assert not await self.clash(company, datetime(2027, 2, 11, 23, 30, tzinfo=UTC))


async def test_of_two_tandems_that_agree_on_one_day_at_the_same_moment_one_is_told(
    busy: World,
) -> None:
    """Each looks before it books, and the second must see what the first has booked."""
    first, second = (
        Tandem(f"t{n}", n, "", "mentor00001", f"mentee0000{n}", TandemState.LAUNCHED, NOW, NOW)
        for n in (2, 3)
    )
    at = datetime(2027, 9, 9, 13, tzinfo=UTC)
    await busy.store.run(lambda uow: uow.tandems.put_all([first, second]))
    told: dict[str, bool] = {}

    def unit(uow: UnitOfWork, _moment: Moment, tandem: Tandem) -> None:
        told[tandem.id] = clashes(uow, tandem, at)
        uow.sessions.put(Session(f"{tandem.id}:001", tandem.id, 1, at, 120, "kept", at))

    assert (await at_once(busy, unit, (first,), (second,))).done == 2
    assert sorted(told.values()) == [False, True]


@pytest.mark.parametrize(
    ("role", "stands_with", "organizer"),
    [("mentor", "", "jan"), ("mentee", "", "eva"), ("mentee", "jan", "jan")],
)
async def test_sessions_stand_where_they_were_booked_else_where_the_programme_says(
    company: Company, role: str, stands_with: str, organizer: str
) -> None:
    await company.set_up(Programme(organizer=role))  # type: ignore[arg-type]  # one of both roles
    tandem = await change(company.first, "tandems", TANDEM, organizer_id=stands_with)
    assert organizer_of(await company.first.moment(), tandem) == organizer

"""Channel and series stand: both read it, and the tandem lives from then on."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from structlog.testing import capture_logs

from mentoring.domain.cycle import CycleKind
from mentoring.domain.errors import (
    Full,
    Gone,
    NoMailbox,
    NotAllowed,
    NotThere,
    OutsideError,
    Rejected,
)
from mentoring.domain.launch import Launch, LaunchState
from mentoring.domain.pair import PairKind
from mentoring.domain.poll import Cause
from mentoring.domain.session import without_slot
from mentoring.domain.tandem import TandemState
from mentoring.ports.world import World
from mentoring.usecases.common.changes import catch_up
from mentoring.usecases.launch import carrying_out, one_tandem
from mentoring.usecases.sessions import booking as sessions
from tests.bench.support.programme import tandem_id
from tests.usecases.busy import BEING_LAUNCHED, at_once
from tests.usecases.company import (
    FIRST,
    NOW,
    STARTS,
    TANDEM,
    Company,
    all_of,
    asked_for,
    change,
    one,
    profile,
    put,
    refused,
    session,
    told,
)
from tests.usecases.launch.ready import START, key, the_tandem, under_way

ONE, ANOTHER = BEING_LAUNCHED


async def test_a_tandem_is_launched_once_however_often_it_is_said(busy: World) -> None:
    await at_once(busy, one_tandem.launched, *[(tandem_id(ONE),)] * 6)
    posted = await busy.read(
        lambda uow, _: uow.postings.count(kind="tandem", subject_id=tandem_id(ONE))
    )
    assert posted == 2


class TestRefused:
    """What the service refuses for good is the tandem's trouble: what, why, and whose account."""

    @pytest.mark.parametrize(
        ("hindrance", "error", "code"),
        [
            ("", NoMailbox("none"), "no-mailbox"),
            ("", NotAllowed("outside the scope"), "notallowed"),
            ("", Rejected("no"), "rejected"),
            ("", Gone("its own event"), "notthere"),
            ("disabled", NotAllowed("blocked"), "disabled"),
            ("no-licence", NoMailbox("none"), "no-licence"),
            ("guest", NoMailbox("none"), "guest"),
        ],
    )
    async def test_in_a_calendar_it_is_about_the_organizer(
        self, programmes: Company, hindrance: str, error: OutsideError, code: str
    ) -> None:
        await self.being_booked(programmes, error)
        programmes.people.profiles["mentor1"] = profile("mentor1", hindrance=hindrance)
        assert await self.trouble_of(programmes) == f"series-{code}-mentor"

    async def test_where_nobody_may_be_looked_up_it_is_what_the_calendar_said(
        self, programmes: Company
    ) -> None:
        """It was tried again for an hour, and then owners read that Microsoft 365 was away."""
        await self.being_booked(programmes, NotAllowed("outside the scope"))
        programmes.people.refuses["accounts"] = NotAllowed("User.Read.All")
        assert await self.trouble_of(programmes) == "series-notallowed-mentor"

    async def test_a_mailbox_on_the_companys_own_servers(self, programmes: Company) -> None:
        await self.being_booked(programmes, NoMailbox("elsewhere"))
        programmes.people.profiles["mentor1"] = profile("mentor1")
        programmes.people.on_premises = {"mentor1"}
        assert await self.trouble_of(programmes) == "series-on-premises-mentor"

    async def test_without_dates_a_calendar_that_could_never_take_any_is_named_as_well(
        self, programmes: Company
    ) -> None:
        """The two would agree on dates that nobody can book."""
        await under_way(programmes.first, 1)
        programmes.people.profiles["mentor1"] = profile("mentor1")
        programmes.outlook.without_mailbox = {"mentor1"}
        assert await self.trouble_of(programmes) == "series-no-mailbox-mentor"

    async def test_without_dates_one_that_the_app_may_not_change_is_named(
        self, programmes: Company
    ) -> None:
        await under_way(programmes.first, 1)
        programmes.people.profiles["mentor1"] = profile("mentor1")
        programmes.outlook.locked = {"mentor1"}
        assert await self.trouble_of(programmes) == "series-notallowed-mentor"

    async def test_an_account_that_is_gone(self, programmes: Company) -> None:
        await self.being_booked(programmes, NotThere("nobody"))
        assert await self.trouble_of(programmes) == "series-gone-mentor"

    async def being_booked(self, company: Company, error: OutsideError) -> None:
        """The tandem has its dates, and booking them is refused."""
        made = await under_way(company.first, 1)
        await carrying_out.find_dates(company.first, made, [key(company.first, 1)])
        company.outlook.refuses["book"] = error

    async def trouble_of(self, company: Company) -> str:
        await one_tandem.launch_tandem(company.first, key(company.first, 1))
        found = await the_tandem(company.first, 1)
        assert found.state is TandemState.ACCEPTED
        return found.trouble

    @pytest.mark.parametrize(
        ("error", "code"),
        [
            (Full("no room"), "channel-full"),
            (NotAllowed("no permission"), "channel-notallowed"),
            (NotThere("no team"), "channel-notthere"),
            (Gone("no team any more"), "channel-notthere"),
        ],
    )
    async def test_of_a_channel(self, programmes: Company, error: OutsideError, code: str) -> None:
        await under_way(programmes.first, 1)
        programmes.teams.refuses["open_channel"] = error
        assert await self.trouble_of(programmes) == code

    async def test_it_finds_its_way_into_the_log(self, programmes: Company) -> None:
        """issue 12, P8: the receipt says that IT finds it there, and it was dropped."""
        await under_way(programmes.first, 1)
        text = "create_channel: Graph answered 403 Forbidden (request-id 4a1f-88)"
        programmes.teams.refuses["open_channel"] = NotAllowed(text)
        with capture_logs() as lines:
            await self.trouble_of(programmes)
        [line] = [each for each in lines if each["event"] == "launch.refused"]
        assert (line["log_level"], line["tandem"]) == ("warning", key(programmes.first, 1))
        assert (line["doing"], line["text"]) == ("channel", text)


class TestLaunched:
    """Channel and series stand: both read it, and the tandem lives from then on."""

    @pytest.fixture
    async def begun(self, company: Company) -> Company:
        """Jan's and Eva's sessions are booked, their launch is not done yet."""
        await put(company.first, "launches", Launch("l", "otto", START, LaunchState.RUNNING, 1))
        await change(company.first, "tandems", TANDEM, state=TandemState.LAUNCHING, launch_id="l")
        return company

    async def launched(self, company: Company, times: int = 1) -> None:
        for _ in range(times):
            await company.first.run(one_tandem.launched, TANDEM)

    async def test_both_get_their_card_once(self, begun: Company) -> None:
        await self.launched(begun, 2)
        assert await told(begun.first, "tandem") == ["eva", "jan"]

    async def test_both_are_reminded_of_each_session(self, begun: Company) -> None:
        await self.launched(begun)
        waiting = await all_of(begun.first, "timers", kind="session-reminder")
        assert len(waiting) == 12

    async def test_the_organizers_calendar_is_watched(self, begun: Company) -> None:
        await self.launched(begun)
        await catch_up(begun.unbound)
        assert await asked_for(begun.first, "watch") == ["jan"]

    async def test_without_a_booked_session_nobodys_is(self, begun: Company) -> None:
        await change(begun.first, "tandems", TANDEM, organizer_id="")
        await self.launched(begun)
        await catch_up(begun.unbound)
        assert await asked_for(begun.first, "watch") == []

    async def test_later_cycles_of_this_programme_know_that_the_two_have_met(
        self, begun: Company
    ) -> None:
        await self.launched(begun)
        (found,) = await all_of(begun.first, "pairs")
        assert (found.mentor_id, found.mentee_id, found.kind, found.programme_id) == (
            "jan",
            "eva",
            PairKind.PAST,
            "p1",
        )
        assert await all_of(begun.second, "pairs") == []

    async def test_a_date_that_was_not_found_is_agreed_on(self, begun: Company) -> None:
        found = without_slot(await one(begun.first, "sessions", session(2)))
        await put(begun.first, "sessions", replace(found, offer=STARTS[1] + timedelta(days=1)))
        await self.launched(begun)
        assert [(poll.session_id, poll.cause) for poll in await all_of(begun.first, "polls")] == [
            (session(2), Cause.NO_SLOT)
        ]

    async def test_one_that_was_set_aside_is_not_launched(self, begun: Company) -> None:
        await change(begun.first, "tandems", TANDEM, state=TandemState.ACCEPTED)
        await self.launched(begun)
        assert await told(begun.first, "tandem") == []

    async def test_what_was_booked_meanwhile_is_found_by_whoever_clears_it_away(
        self, begun: Company
    ) -> None:
        """The launch was taken back, or the tandem set aside, in the middle of the booking: the
        series stood in both calendars for ever.
        """
        facts = {"series_id": "", "organizer_id": "", "trouble": "team-away"}
        for state in (TandemState.ACCEPTED, TandemState.CLOSED):
            await change(begun.first, "tandems", TANDEM, state=TandemState.LAUNCHING, **facts)
            made = await sessions.book(begun.first, TANDEM)
            await change(begun.first, "tandems", TANDEM, state=state)
            assert await begun.first.run(one_tandem.launched, TANDEM, made)
            found = await one(begun.first, "tandems", TANDEM)
            assert (found.state, found.series_id) == (state, made and made.booked.id)

    @pytest.mark.parametrize("call", ["open_channel", "book"])
    async def test_of_one_that_has_ended_meanwhile_nothing_stays(
        self, begun: Company, monkeypatch: pytest.MonkeyPatch, call: str
    ) -> None:
        service: Any = begun.teams if call == "open_channel" else begun.outlook
        really = getattr(service, call)

        async def and_then_it_ends(*wanted: Any) -> Any:
            made = await really(*wanted)
            over = {"state": TandemState.CLOSED, "ended_at": NOW}
            await change(begun.first, "tandems", TANDEM, **over)
            return made

        await change(begun.first, "tandems", TANDEM, channel_id="")
        begun.outlook.events.clear()
        begun.outlook.booked.clear()
        monkeypatch.setattr(service, call, and_then_it_ends)
        await one_tandem.launch_tandem(begun.first, TANDEM)
        found = await one(begun.first, "tandems", TANDEM)
        assert begun.outlook.of("jan") == []
        archived = {(found.team_id, found.channel_id)} if call == "open_channel" else set()
        assert begun.teams.archived == archived

    async def test_one_that_is_launched_is_in_no_trouble_any_more(self, begun: Company) -> None:
        await self.launched(begun)
        await begun.first.run(lambda uow, _: one_tandem.trouble(uow, TANDEM, "late"))
        found = await one(begun.first, "tandems", TANDEM)
        assert (found.state, found.trouble) == (TandemState.LAUNCHED, "")

    @pytest.mark.parametrize(("kind", "timers"), [(CycleKind.FIXED, 0), (CycleKind.ROLLING, 1)])
    async def test_where_there_is_no_common_end_it_has_its_own(
        self, begun: Company, kind: CycleKind, timers: int
    ) -> None:
        await change(begun.unbound, "cycles", FIRST, kind=kind)
        await self.launched(begun)
        assert len(await all_of(begun.first, "timers", kind="tandem-over")) == timers

    async def test_another_programme_launches_nothing_of_it(self, begun: Company) -> None:
        with refused("gone"):
            await begun.second.run(one_tandem.launched, TANDEM)

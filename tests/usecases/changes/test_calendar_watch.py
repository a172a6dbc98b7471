"""Watching calendars: subscriptions, and what Graph tells."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from mentoring.domain.errors import NotAllowed, NotThere, OutsideError, Rejected
from mentoring.domain.tandem import TandemState
from mentoring.domain.watching import Watch
from mentoring.usecases.changes.calendar_watch import (
    LASTS,
    RENEWED_BEFORE,
    TRIED_AGAIN,
    Told,
    notified,
    watch_calendar,
)
from tests.usecases.company import (
    FIRST,
    NOW,
    OTHER,
    SECOND,
    TANDEM,
    Company,
    all_of,
    asked_for,
    change,
    put,
    session,
)

DAY, HOUR = timedelta(days=1), timedelta(hours=1)


WATCH = Watch("jan", "subscription-1", "a secret", NOW + LASTS)


def told(event_id: str = "series-1", **more: str) -> Told:
    """A notification as Graph sends it."""
    return replace(Told(WATCH.subscription_id, WATCH.secret, event_id), **more)


class TestNotifications:
    """Whoever does not know the secret changes nothing, and what is not ours is dropped."""

    async def note(self, company: Company, *notifications: Told) -> int:
        await put(company.first, "watches", WATCH)
        return await company.unbound.run(notified, notifications)

    async def looks(self, company: Company) -> list[tuple[str, str]]:
        """The tandems that are to be looked at, each with the cycle in which that is done."""
        return [
            (each.subject_id, each.cycle_id)
            for each in await all_of(company.unbound, "effects", kind="look")
        ]

    @pytest.mark.parametrize(
        ("event_id", "tandem"), [("series-1", (TANDEM, FIRST)), ("series-2", (OTHER, SECOND))]
    )
    async def test_a_series_of_ours_is_looked_at_in_its_own_programme(
        self, company: Company, event_id: str, tandem: tuple[str, str]
    ) -> None:
        assert await self.note(company, told(event_id)) == 1
        assert await self.looks(company) == [tandem]

    async def test_so_is_an_event_of_a_single_session(self, company: Company) -> None:
        await change(company.first, "sessions", session(2), event_id="single-1")
        assert await self.note(company, told("single-1")) == 1
        assert await self.looks(company) == [(TANDEM, FIRST)]

    async def test_a_burst_is_one_look(self, company: Company) -> None:
        assert await self.note(company, *[told()] * 3) == 3
        assert await self.looks(company) == [(TANDEM, FIRST)]

    @pytest.mark.parametrize(
        "forged",
        [
            {"secret": "a guess"},
            {"secret": ""},
            {"subscription_id": "another"},
            {"subscription_id": ""},
        ],
    )
    @pytest.mark.parametrize("lifecycle", ["", "missed"])
    async def test_a_forged_one_changes_nothing(
        self, company: Company, forged: dict[str, str], lifecycle: str
    ) -> None:
        assert await self.note(company, told(**forged, lifecycle=lifecycle)) == 0
        assert await all_of(company.unbound, "effects") == []

    @pytest.mark.parametrize("event_id", ["a dentist's appointment", ""])
    async def test_anybodys_other_business_is_dropped(
        self, company: Company, event_id: str
    ) -> None:
        assert await self.note(company, told(event_id)) == 0
        assert await all_of(company.unbound, "effects") == []

    async def test_the_sessions_of_a_tandem_that_is_over_are_nobodys_business(
        self, company: Company
    ) -> None:
        await change(company.first, "tandems", TANDEM, state=TandemState.CLOSED)
        assert await self.note(company, told()) == 0

    async def test_what_graph_says_of_the_subscription_itself_makes_it_look_after_it(
        self, company: Company
    ) -> None:
        assert await self.note(company, told("", lifecycle="reauthorizationRequired")) == 1
        assert await asked_for(company.unbound, "watch") == ["jan"]


class TestWatching:
    """An organizer's calendar is watched once, for all programmes, as long as a tandem of theirs
    runs.
    """

    async def watch(self, company: Company) -> Watch | None:
        await watch_calendar(company.first, "jan")
        return next(iter(await all_of(company.first, "watches")), None)

    async def renewal(self, company: Company) -> list[datetime]:
        return [
            timer.due_at for timer in await all_of(company.first, "timers", kind="watch-renewal")
        ]

    async def test_it_is_subscribed_to_with_a_secret(self, company: Company) -> None:
        watch = await self.watch(company)
        assert watch
        organizer, secret, until = company.outlook.watched[watch.subscription_id]
        assert (organizer, secret, until) == ("jan", watch.secret, NOW + LASTS)
        assert len(secret) > 30

    async def test_it_is_renewed_before_it_ends(self, company: Company) -> None:
        await self.watch(company)
        assert await self.renewal(company) == [NOW + LASTS - RENEWED_BEFORE]
        await company.at(NOW + LASTS - RENEWED_BEFORE)
        assert await asked_for(company.first, "watch") == ["jan"]
        watch = await self.watch(company)
        assert watch
        assert watch.expires_at == company.clock.moment + LASTS
        assert len(company.outlook.watched) == 1

    async def test_one_that_has_ended_is_begun_anew(self, company: Company) -> None:
        before = await self.watch(company)
        company.outlook.watched = {}
        after = await self.watch(company)
        assert before
        assert after
        assert before.subscription_id != after.subscription_id

    async def test_what_was_missed_meanwhile_is_looked_for_in_every_programme(
        self, company: Company
    ) -> None:
        await self.watch(company)
        found = await all_of(company.unbound, "effects", kind="look")
        assert {each.subject_id: each.cycle_id for each in found} == {TANDEM: FIRST, OTHER: SECOND}

    async def test_it_goes_on_while_a_tandem_of_another_programme_runs(
        self, company: Company
    ) -> None:
        await self.watch(company)
        await change(company.first, "tandems", TANDEM, state=TandemState.CLOSED)
        assert await self.watch(company)

    async def test_it_ends_with_the_last_tandem(self, company: Company) -> None:
        await self.watch(company)
        for world, key in ((company.first, TANDEM), (company.second, OTHER)):
            await change(world, "tandems", key, state=TandemState.CLOSED)
        for _ in range(2):
            assert await self.watch(company) is None
        assert company.outlook.watched == {}

    async def test_where_the_product_cannot_be_reached_the_daily_look_must_do(
        self, company: Company
    ) -> None:
        company.outlook.reachable = False
        assert await self.watch(company) is None
        assert await self.renewal(company) == []
        assert len(await all_of(company.unbound, "effects", kind="look")) == 2

    @pytest.mark.parametrize("why", [NotAllowed("x"), NotThere("x"), Rejected("x")])
    async def test_what_graph_refuses_is_tried_again_in_an_hour(
        self, company: Company, why: OutsideError
    ) -> None:
        company.outlook.refuses["subscribe"] = why
        assert await self.watch(company) is None
        assert await self.renewal(company) == [NOW + TRIED_AGAIN]

"""One owner alone is told so unasked; whose account does not work counts as one who has left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from mentoring.domain.errors import NotAllowed
from mentoring.domain.posting import Posting
from mentoring.usecases.launch import people_watch
from mentoring.usecases.programme import roster
from mentoring.usecases.programme.last_owner import ANEW, last_owner_card, look, look_at_accounts
from mentoring.usecases.programme.needs import Need
from mentoring.usecases.programme.roster import look_at_owners
from tests.usecases.company import Company, all_of, asked_for, change, one, shown
from tests.usecases.overview import status_of

DAY = timedelta(days=1)
ALONE = Need("alone", 1, is_shown=False)


@pytest.fixture
async def two(company: Company) -> Company:
    """Otto and Olga own the first programme; its owners have a channel."""
    company.teams.people["owners-1"] = {"otto", "olga"}
    where = {"channel": "19:owners", "service_url": "https://service.example/"}
    await change(company.unbound, "programmes", "p1", owners=("olga", "otto"), **where)
    return company


async def leave(company: Company, *left: str) -> None:
    """These leave the owners' team, and whatever follows from it."""
    await company.store.run(lambda uow: roster.left(uow, "owners-1", left))
    await follow(company)


async def follow(company: Company) -> None:
    for _ in await asked_for(company.first, look_at_accounts.name):
        await look_at_accounts(company.first, "p1")


async def cards(company: Company) -> Sequence[Posting]:
    found: Sequence[Posting] = await all_of(company.first, "postings", kind=last_owner_card.name)
    return found


def shut_off(company: Company, key: str, hindrance: str = "disabled") -> None:
    company.people.profiles[key] = replace(company.people.profiles[key], hindrance=hindrance)


class TestWhoLeaves:
    async def test_the_last_one_reads_it_in_the_owners_channel(self, two: Company) -> None:
        await leave(two, "olga")
        assert [each.conversation for each in await cards(two)] == ["19:owners"]
        notice = await shown(two.first, last_owner_card.name, "p1", "otto")
        assert (notice.able, notice.name, notice.shut_off) == (1, "Otto", ())

    async def test_without_a_channel_in_their_own_chat(self, two: Company) -> None:
        await change(two.unbound, "programmes", "p1", channel="")
        await leave(two, "olga")
        assert [each.person_id for each in await cards(two)] == ["otto"]

    async def test_of_three_two_are_enough(self, two: Company) -> None:
        await change(two.unbound, "programmes", "p1", owners=("olga", "otto", "dora"))
        await leave(two, "olga")
        assert await cards(two) == []

    async def test_another_programme_hears_nothing_of_it(self, two: Company) -> None:
        await leave(two, "olga")
        assert await all_of(two.second, "postings", kind=last_owner_card.name) == []

    async def test_a_team_that_begins_with_one_owner_has_lost_nobody(
        self, programmes: Company
    ) -> None:
        await programmes.store.run(lambda uow: roster.keep(uow, "owners-1", ["otto"]))
        assert await asked_for(programmes.first, look_at_accounts.name) == []


class TestASecond:
    async def test_the_card_says_that_it_is_over(self, two: Company) -> None:
        await leave(two, "olga")
        await two.store.run(lambda uow: roster.joined(uow, "owners-1", ["dora"]))
        await follow(two)
        assert (await shown(two.first, last_owner_card.name, "p1", "otto")).able == 2
        assert (await one(two.unbound, "programmes", "p1")).alone_since is None
        assert ALONE not in (await status_of(two.first, "otto")).needs

    async def test_the_next_time_it_is_told_anew(self, two: Company) -> None:
        for days in range(2):
            two.clock.moment += days * DAY
            await leave(two, "olga")
            await two.store.run(lambda uow: roster.joined(uow, "owners-1", ["olga"]))
            await follow(two)
        assert len(await cards(two)) == 2


class TestAccounts:
    @pytest.mark.parametrize("hindrance", ["disabled", "gone"])
    async def test_one_that_does_not_work_counts_as_left(
        self, two: Company, hindrance: str
    ) -> None:
        shut_off(two, "olga", hindrance)
        await look(two.first)
        notice = await shown(two.first, last_owner_card.name, "p1", "otto")
        assert (notice.able, notice.name, notice.shut_off) == (1, "Otto", ("Olga",))
        assert ALONE in (await status_of(two.first, "otto")).needs

    @pytest.mark.parametrize("hindrance", ["guest", "no-licence"])
    async def test_one_that_works_otherwise_does_not(self, two: Company, hindrance: str) -> None:
        shut_off(two, "olga", hindrance)
        await look(two.first)
        assert await cards(two) == []

    async def test_one_that_works_again_ends_it(self, two: Company) -> None:
        for hindrance in ("disabled", ""):
            shut_off(two, "olga", hindrance)
            await look(two.first)
        home = await one(two.unbound, "programmes", "p1")
        assert (home.shut_off, home.alone_since) == ((), None)

    async def test_who_leaves_the_team_is_no_longer_listed(self, two: Company) -> None:
        shut_off(two, "olga")
        await look(two.first)
        await leave(two, "olga")
        assert (await one(two.unbound, "programmes", "p1")).shut_off == ()
        assert len(await cards(two)) == 1

    async def test_a_directory_that_may_not_be_read_changes_nothing(self, two: Company) -> None:
        shut_off(two, "olga")
        await look(two.first)
        two.people.refuses["accounts"] = NotAllowed("User.Read.All")
        await look(two.first)
        assert (await one(two.unbound, "programmes", "p1")).shut_off == ("olga",)

    async def test_where_nobody_can_decide_the_channel_reads_it(self, two: Company) -> None:
        for key in ("olga", "otto"):
            shut_off(two, key)
        await look(two.first)
        notice = await shown(two.first, last_owner_card.name, "p1", "otto")
        assert (notice.able, notice.shut_off) == (0, ("Olga", "Otto"))
        assert len(await cards(two)) == 1


class TestTheDailyWatch:
    async def test_a_working_day_asks_for_a_look_at_the_owners(self, two: Company) -> None:
        await two.first.run(people_watch.begin)
        await two.at(two.clock.moment + DAY)
        assert await asked_for(two.first, look_at_owners.name) == ["p1"]

    async def test_it_sees_who_has_left_without_a_word_from_teams(self, two: Company) -> None:
        two.teams.people["owners-1"] = {"otto"}
        await look_at_owners(two.first, "p1")
        assert (await one(two.unbound, "programmes", "p1")).owners == ("otto",)
        assert len(await cards(two)) == 1

    async def test_it_tells_once_and_again_after_four_weeks(self, two: Company) -> None:
        shut_off(two, "olga")
        for wait in (timedelta(), DAY, ANEW - DAY):
            two.clock.moment += wait
            await look_at_owners(two.first, "p1")
        assert len(await cards(two)) == 2

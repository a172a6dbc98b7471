"""An owner names a successor; who is one decides the owners' team in Teams."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from mentoring.domain.errors import Refusal
from mentoring.domain.programme import Boundary, Programme
from mentoring.domain.succession import Succession, SuccessionState
from mentoring.usecases.common.previews import GOOD_FOR
from mentoring.usecases.programme import roster, successor
from mentoring.usecases.programme.last_owner import look_at_accounts
from mentoring.usecases.programme.needs import Need
from tests.usecases.company import Company, all_of, asked_for, change, one, shown
from tests.usecases.overview import status_of
from tests.usecases.ports import chat_of

WAITS = Need("successor", 1)
NAMED, JOINED = SuccessionState.NAMED, SuccessionState.JOINED
WITHDRAWN = SuccessionState.WITHDRAWN


@pytest.fixture
async def two(company: Company) -> Company:
    """Otto and Olga own the first programme."""
    company.teams.people["owners-1"] = {"otto", "olga"}
    await change(company.unbound, "programmes", "p1", owners=("olga", "otto"))
    return company


async def prepare(company: Company, *people: str) -> Succession:
    """Otto names one of these; how it stands then."""
    found = [company.people.profiles[each] for each in people]
    await company.first.run(successor.prepare, "otto", found, chat_of("otto"))
    return await now(company)


async def named(company: Company, person: str = "dora") -> Succession:
    await company.first.run(successor.confirm, (await prepare(company, person)).id)
    return await now(company)


async def now(company: Company) -> Succession:
    found: list[Succession] = list(await all_of(company.first, "successions"))
    return found[-1]


async def joins(company: Company, person: str) -> None:
    await company.store.run(lambda uow: roster.joined(uow, "owners-1", [person]))
    for _ in await asked_for(company.first, look_at_accounts.name):
        await look_at_accounts(company.first, "p1")


async def refusal(company: Company, unit: Any, *args: object) -> str:
    with pytest.raises(Refusal) as found:
        await company.first.run(unit, *args)
    return found.value.code


class TestNaming:
    async def test_it_is_shown_first_and_nothing_is_so_yet(self, two: Company) -> None:
        shown_first = await prepare(two, "dora")
        notice = await shown(two.first, "successor_card", shown_first.id, "otto")
        assert (notice.by, notice.succession.name, notice.is_old) == ("Otto", "Dora", False)
        assert WAITS not in (await status_of(two.first, "otto")).needs

    async def test_nobody_owns_it_who_is_there_for_crossed_boundaries(self, two: Company) -> None:
        await two.set_up(Programme(boundary=Boundary(email="dora@firma.example")))
        found = [two.people.profiles["dora"]]
        code = await refusal(two, successor.prepare, "otto", found, chat_of("otto"))
        assert code == "successor-boundary"

    async def test_once_confirmed_it_waits_in_the_overview(self, two: Company) -> None:
        assert (await named(two)).state is NAMED
        assert WAITS in (await status_of(two.first, "otto")).needs

    async def test_another_programme_hears_nothing_of_it(self, two: Company) -> None:
        await named(two)
        assert await all_of(two.second, "successions") == []

    async def test_discarded_it_names_nobody(self, two: Company) -> None:
        await two.first.run(successor.discard, (await prepare(two, "dora")).id)
        left = await now(two)
        assert (left.state, left.person_id, left.name) == (SuccessionState.DISCARDED, "", "")

    async def test_what_was_named_cannot_be_discarded(self, two: Company) -> None:
        assert await refusal(two, successor.discard, (await named(two)).id) == "stale"

    async def test_after_a_day_it_is_shown_anew_instead(self, two: Company) -> None:
        shown_first = await prepare(two, "dora")
        two.clock.moment += GOOD_FOR
        assert await refusal(two, successor.confirm, shown_first.id) == "preview-old"
        assert (await shown(two.first, "successor_card", shown_first.id, "otto")).is_old

    async def test_confirmed_twice_it_is_named_once(self, two: Company) -> None:
        key = (await named(two)).id
        await two.first.run(successor.confirm, key)
        assert len(await all_of(two.first, "successions", state=NAMED)) == 1

    async def test_an_owner_is_none(self, two: Company) -> None:
        olga = two.people.profiles["olga"]
        code = await refusal(two, successor.prepare, "otto", [olga], chat_of("otto"))
        assert code == "successor-is-owner"

    async def test_whoever_is_named_is_not_named_again(self, two: Company) -> None:
        await named(two)
        dora = two.people.profiles["dora"]
        code = await refusal(two, successor.prepare, "olga", [dora], chat_of("olga"))
        assert code == "successor-named"

    @pytest.mark.parametrize("hindrance", ["guest", "disabled"])
    async def test_nor_is_whoever_could_decide_nothing(self, two: Company, hindrance: str) -> None:
        dora = replace(two.people.profiles["dora"], hindrance=hindrance)
        code = await refusal(two, successor.prepare, "otto", [dora], chat_of("otto"))
        assert code == f"successor-{hindrance}"


class TestSeveralOfOneName:
    async def test_all_are_offered_to_choose_from(self, two: Company) -> None:
        asked = await prepare(two, "dora", "ada")
        assert [each.name for each in asked.choices] == ["Dora", "Ada"]

    async def test_whoever_is_chosen_is_shown_before_it_counts(self, two: Company) -> None:
        asked = await prepare(two, "dora", "ada")
        await two.first.run(successor.choose, asked.id, two.people.profiles["ada"])
        chosen = await now(two)
        assert (chosen.state, chosen.name) == (SuccessionState.PREVIEW, "Ada")
        assert chosen.choices == ()

    async def test_whoever_was_not_offered_is_not_taken(self, two: Company) -> None:
        asked = await prepare(two, "dora", "ada")
        eva = two.people.profiles["eva"]
        assert await refusal(two, successor.choose, asked.id, eva) == "stale"


class TestTheirMembership:
    async def test_it_ends_the_waiting_with_who_and_when(self, two: Company) -> None:
        await named(two)
        two.clock.moment += GOOD_FOR
        await joins(two, "dora")
        over = await now(two)
        assert (over.state, over.name, over.noted_at) == (JOINED, "Dora", two.clock.moment)
        assert WAITS not in (await status_of(two.first, "otto")).needs

    async def test_nothing_is_written_to_whom_it_is_about(self, two: Company) -> None:
        await named(two)
        await joins(two, "dora")
        assert await all_of(two.first, "postings", person_id="dora") == []

    async def test_somebody_else_s_ends_nothing(self, two: Company) -> None:
        await named(two)
        await joins(two, "ada")
        assert (await now(two)).state is NAMED

    async def test_afterwards_it_cannot_be_withdrawn(self, two: Company) -> None:
        key = (await named(two)).id
        await joins(two, "dora")
        assert await refusal(two, successor.withdraw, "otto", key) == "stale"

    async def test_the_daily_watch_sees_it_without_a_word_from_teams(self, two: Company) -> None:
        await named(two)
        two.teams.people["owners-1"] = {"otto", "olga", "dora"}
        await roster.look_at_owners(two.first, "p1")
        assert (await now(two)).state is JOINED


class TestWithdrawing:
    async def test_on_the_card_by_any_owner(self, two: Company) -> None:
        await two.first.run(successor.withdraw, "olga", (await named(two)).id)
        left = await now(two)
        assert (left.state, left.withdrawn_by) == (WITHDRAWN, "olga")
        assert WAITS not in (await status_of(two.first, "otto")).needs

    async def test_by_command_whom_one_has_named_oneself(self, two: Company) -> None:
        await named(two)
        code = await refusal(two, successor.withdraw_own, "olga", chat_of("olga"))
        assert code == "successor-none"
        await two.first.run(successor.withdraw_own, "otto", chat_of("otto"))
        assert (await now(two)).state is WITHDRAWN

    async def test_it_can_be_undone(self, two: Company) -> None:
        key = (await named(two)).id
        await two.first.run(successor.withdraw, "otto", key)
        await two.first.run(successor.again, key)
        again = await one(two.first, "successions", key)
        assert (again.state, again.withdrawn_by) == (NAMED, "")

    async def test_unless_they_are_an_owner_by_now(self, two: Company) -> None:
        key = (await named(two)).id
        await two.first.run(successor.withdraw, "otto", key)
        await joins(two, "dora")
        assert await refusal(two, successor.again, key) == "successor-is-owner"

    async def test_without_a_name_the_command_shows_who_is_waited_for(self, two: Company) -> None:
        assert await refusal(two, successor.show, "otto", chat_of("otto")) == "successor-whom"
        key = (await named(two)).id
        await two.first.run(successor.show, "olga", chat_of("olga"))
        cards = await all_of(two.first, "postings", subject_id=key, person_id="olga")
        assert len(cards) == 1

"""Two whom an owner names are asked like any others, and started by themselves."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mentoring.domain.enrolment import Clearance, enrolment_id
from mentoring.domain.launch import BEGUN, LaunchState
from mentoring.domain.matching.decisions import Lock
from mentoring.domain.pair import Pair, PairKind, pair_id
from mentoring.domain.people import Role
from mentoring.domain.questionnaire import NotWith
from mentoring.domain.tandem import TandemState
from mentoring.usecases.common.changes import catch_up
from mentoring.usecases.common.numbers import next_number
from mentoring.usecases.launch import ending, interventions
from mentoring.usecases.launch.adding import offer_pair
from mentoring.usecases.launch.the_rest import launch_the_rest
from mentoring.usecases.matching import offers
from mentoring.usecases.matching.checking import explained
from tests.answers import GERMAN, WISH
from tests.usecases.company import (
    FIRST,
    NOW,
    Company,
    all_of,
    asked_for,
    change,
    enrol,
    one,
    profile,
    put,
    refused,
    shown,
    told,
)
from tests.usecases.launch.intervening import CHAT, DAY, confirm, seen, the_one
from tests.usecases.launch.ready import confirmed as launched
from tests.usecases.launch.undone import LAUNCH, confirmed


class TestAdding:
    """Two whom an owner names are asked like any others, and started by themselves."""

    async def add(self, company: Company, *people: str, reason: str = "") -> None:
        await interventions.prepare_addition(
            company.first, "otto", people or ("ada", "dora"), CHAT, reason=reason
        )

    async def offered(self, company: Company) -> str:
        await self.add(company)
        await confirm(company)
        [wanted] = await asked_for(company.first, offer_pair.name)
        await offer_pair(company.first, wanted)
        return (await the_one(company)).made_id

    async def test_who_is_the_mentor_follows_from_the_enrolment(self, running: Company) -> None:
        await self.add(running)
        found = await seen(running)
        assert (found.stage, found.mentor, found.mentee) == ("preview", "Dora", "Ada")
        assert await all_of(running.first, "proposals") == []

    async def test_both_are_asked_and_started_by_themselves(self, running: Company) -> None:
        made = await self.offered(running)
        assert (await seen(running)).stage == "offered"
        assert await told(running.first, "offer") == ["dora"]
        for person in ("dora", "ada"):
            await running.first.run(offers.answer, made, person, yes=True)
        assert (await seen(running)).stage == "agreed"
        await catch_up(running.unbound)
        running.clock.moment += DAY
        await launch_the_rest(running.first, FIRST)
        found = await one(running.first, "tandems", made)
        assert (found.state, found.number) == (TandemState.LAUNCHING, 1)
        await change(running.first, "tandems", made, state=TandemState.LAUNCHED)
        card = await seen(running)
        assert (card.stage, card.made) == ("started", 1), "by its number owners go on with it"

    async def agreed(self, company: Company) -> str:
        made = await self.offered(company)
        for person in ("dora", "ada"):
            await company.first.run(offers.answer, made, person, yes=True)
        return made

    async def test_one_that_has_ended_before_its_launch_has_not_started(
        self, running: Company
    ) -> None:
        made = await self.agreed(running)
        await running.first.run(ending.end, made)
        await ending.end_one(running.first, made)
        assert (await seen(running)).stage == "over"

    async def test_nor_one_whose_launch_was_taken_back(self, running: Company) -> None:
        """The two stand ready again, and may start a second time."""
        made = await self.agreed(running)
        state = TandemState.LAUNCHED
        await change(running.first, "tandems", made, state=state, launch_id=LAUNCH)
        assert (await seen(running)).stage == "started"
        await running.first.run(lambda uow, _: next_number(uow, "tandem"))
        await confirmed(running)
        assert (await seen(running)).stage == "ready"
        anew = (await one(running.first, "taken_back", made)).made_id
        again = await change(running.first, "tandems", anew, state=state, launch_id=LAUNCH)
        assert again.added_by == (await the_one(running)).id, "so its card follows"
        card = await seen(running)
        assert (card.stage, card.made) == ("started", again.number)

    async def test_before_the_first_launch_the_two_wait_for_it(self, running: Company) -> None:
        made = await self.agreed(running)
        await change(running.first, "tandems", made, launch_id="")
        assert (await seen(running)).stage == "ready"

    async def test_nobody_starts_by_themselves_whose_launch_waits_for_owners(
        self, running: Company
    ) -> None:
        made = await self.agreed(running)
        await change(running.first, "tandems", made, trouble="series-rejected-mentor")
        assert (await seen(running)).stage == "stopped"

    async def test_asked_twice_there_is_one_offer(self, running: Company) -> None:
        await self.offered(running)
        await offer_pair(running.first, (await the_one(running)).id)
        assert len(await all_of(running.first, "proposals")) == 1

    async def test_who_declines_is_not_told(self, running: Company) -> None:
        """The card says the same whoever it was, and only once the round is over."""
        made = await self.offered(running)
        await running.first.run(offers.answer, made, "dora", yes=False)
        assert (await seen(running)).stage == "offered"
        running.clock.moment += 11 * DAY
        await running.first.run(offers.close_round)
        assert (await seen(running)).stage == "failed"

    async def test_what_somebody_said_in_confidence_is_no_more_than_not_possible(
        self, running: Company
    ) -> None:
        hidden_name = NotWith(("dora",), names={"dora": "Dora"})
        await enrol(running.first, Role.MENTEE, "ada", GERMAN, WISH, hidden_name)
        with refused("not-possible"):
            await self.add(running)

    async def test_an_open_rule_needs_a_reason(self, running: Company) -> None:
        near = replace(profile("ada"), department="of dora", managers=("ada0",))
        await change(running.first, "people", "ada", profile=near)
        with refused("add-reason"):
            await self.add(running)
        await self.add(running, reason="Sie kennen sich noch nicht.")
        assert (await the_one(running)).reason == "Sie kennen sich noch nicht."

    async def apart(self, company: Company, kind: PairKind) -> None:
        key = await company.first.read(lambda uow, _: pair_id(uow.programme_id, "dora", "ada"))
        await put(company.first, "pairs", Pair(key, "dora", "ada", kind, NOW, "p1"))

    async def test_two_who_were_a_tandem_before_are_offered_where_a_reason_is_given(
        self, running: Company
    ) -> None:
        """The preview showed it as possible, and then nothing had come of it, always."""
        await self.apart(running, PairKind.PAST)
        with refused("add-reason"):
            await self.add(running)
        await self.add(running, reason="Sie wollen weitermachen.")
        await confirm(running)
        await offer_pair(running.first, (await the_one(running)).id)
        assert (await seen(running)).stage == "offered"

    async def test_two_who_were_asked_in_vain_are_not_possible_whatever_the_reason(
        self, running: Company
    ) -> None:
        await self.apart(running, PairKind.NOT_AGAIN)
        with refused("not-possible"):
            await self.add(running, reason="Sie wollen weitermachen.")

    async def test_somebody_in_a_tandem_has_no_place(self, running: Company) -> None:
        with refused("has-tandem"):
            await self.add(running, "eva", "dora")

    @pytest.mark.parametrize("people", [("ada",), ("ada", "eva"), ("ada", "olga")])
    async def test_it_takes_a_mentor_and_a_mentee(
        self, running: Company, people: tuple[str, ...]
    ) -> None:
        with refused("add-two"):
            await self.add(running, *people)

    async def test_what_has_become_impossible_since_is_not_offered(self, running: Company) -> None:
        await self.add(running)
        await confirm(running)
        await enrol(running.first, Role.MENTEE, "ada", GERMAN, WISH, NotWith(("dora",)))
        await offer_pair(running.first, (await the_one(running)).id)
        assert (await seen(running)).stage == "failed"
        assert await told(running.first, "offer") == []


class TestWhenItStarts:
    """By itself, where a launch has begun; otherwise with the next one."""

    async def agreed(self, company: Company) -> str:
        made = await TestAdding().offered(company)
        for person in ("dora", "ada"):
            await company.first.run(offers.answer, made, person, yes=True)
        return made

    @pytest.mark.parametrize("state", BEGUN)
    async def test_a_launch_that_has_begun_takes_it_along(
        self, running: Company, state: LaunchState
    ) -> None:
        """While another attempt at the launch was at work, both said yes, and it never started."""
        await change(running.first, "launches", LAUNCH, state=state)
        made = await self.agreed(running)
        await change(running.first, "launches", LAUNCH, state=LaunchState.DONE)
        await launch_the_rest(running.first, FIRST)
        assert (await one(running.first, "tandems", made)).state is TandemState.LAUNCHING

    async def test_the_two_read_of_no_round_whose_end_they_would_have_to_wait_for(
        self, running: Company
    ) -> None:
        """Their cards named the end of the round, ten days later than they start."""
        made = await self.agreed(running)
        both = [await shown(running.first, "offer", made, who) for who in ("dora", "ada")]
        assert {notice.state for notice in both} == {"accepted"}

    @pytest.mark.parametrize("state", [LaunchState.PREVIEW, LaunchState.UNDONE])
    async def test_where_there_is_none_it_waits_for_the_next_one(
        self, running: Company, state: LaunchState
    ) -> None:
        await change(running.first, "launches", LAUNCH, state=state)
        made = await self.agreed(running)
        await launch_the_rest(running.first, FIRST)
        assert (await one(running.first, "tandems", made)).state is TandemState.ACCEPTED
        await launched(running.first)
        assert (await one(running.first, "tandems", made)).state is TandemState.LAUNCHING


@pytest.mark.parametrize("missing", [Clearance.WAITS, Clearance.ASKED])
@pytest.mark.parametrize("person", ["dora", "ada"])
class TestWithoutTheClearance:
    """Nobody who is not cleared comes into a tandem, whichever way an owner tries."""

    async def lacks(self, company: Company, person: str, missing: Clearance) -> None:
        role = {"dora": Role.MENTOR, "ada": Role.MENTEE}[person]
        await change(
            company.first, "enrolments", enrolment_id(FIRST, role, person), clearance=missing
        )

    async def test_they_are_not_put_to_anybody(
        self, running: Company, person: str, missing: Clearance
    ) -> None:
        await self.lacks(running, person, missing)
        with refused("add-two"):
            await TestAdding().add(running)

    async def test_a_preview_from_before_makes_no_offer(
        self, running: Company, person: str, missing: Clearance
    ) -> None:
        await TestAdding().add(running)
        await confirm(running)
        await self.lacks(running, person, missing)
        await offer_pair(running.first, (await the_one(running)).id)
        assert (await the_one(running)).made_id == ""
        assert (await seen(running)).stage == "failed"

    async def test_the_rules_know_no_such_person(
        self, running: Company, person: str, missing: Clearance
    ) -> None:
        """A tandem by lock and one in another's stead are looked at by these."""
        lock = Lock("ada", "dora", "They wish so.")
        await running.first.read(lambda uow, moment: explained(uow, moment, lock))
        await self.lacks(running, person, missing)
        with refused("not-enrolled"):
            await running.first.read(lambda uow, moment: explained(uow, moment, lock))

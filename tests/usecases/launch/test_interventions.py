"""What owners do to one tandem: shown first, confirmed once, and never to their own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cards.common.said import sentence
from cards.kit.words import Words
from mentoring.domain.cycle import CycleState
from mentoring.domain.errors import Refusal
from mentoring.domain.intervention import (
    InterventionKind,
    InterventionState,
    Receipt,
)
from mentoring.domain.people import Role
from mentoring.domain.questionnaire import NotWith
from mentoring.domain.tandem import TandemState
from mentoring.usecases.common.changes import catch_up
from mentoring.usecases.launch import another_partner, interventions
from mentoring.usecases.launch.adding import offer_pair
from mentoring.usecases.launch.interventions import intervention_card
from mentoring.usecases.launch.single_tandem import one_tandem_card
from mentoring.usecases.matching.places import fill
from mentoring.usecases.privacy.leaving import has_still_to_end
from tests.answers import GERMAN, WISH
from tests.usecases.busy import at_once
from tests.usecases.company import (
    FIRST,
    NOW,
    TANDEM,
    Company,
    all_of,
    asked_for,
    change,
    enrol,
    hidden,
    one,
    refused,
    told,
)
from tests.usecases.launch.intervening import (
    CHAT,
    DAY,
    confirm,
    ends,
    prepare_end,
    seen,
    the_one,
)


class TestConfirming:
    """What was shown happens once, however many owners have it before them."""

    async def test_it_happens_once(self, running: Company) -> None:
        await prepare_end(running)
        before = await seen(running)
        assert (before.stage, before.mentor, before.mentee) == ("preview", "Jan", "Eva")
        assert await asked_for(running.first, "end_one") == []
        for _ in range(2):
            await confirm(running)
        assert await asked_for(running.first, "end_one") == [TANDEM]
        assert (await seen(running)).stage == "coming"

    async def test_the_receipt_comes_too_if_one_of_the_two_leaves_before_the_launch(
        self, running: Company
    ) -> None:
        """issue 13: what they had agreed on was released at once, and its end came for ever."""
        await change(running.first, "tandems", TANDEM, state=TandemState.ACCEPTED)
        await prepare_end(running)
        await confirm(running)
        await running.first.run(has_still_to_end, "eva")
        await ends(running)
        assert (await seen(running)).stage == "done"

    async def test_two_owners_end_it_once(self, running: Company) -> None:
        for _ in range(2):
            await prepare_end(running)
        keys = [each.id for each in await all_of(running.first, "interventions")]
        outcome = await at_once(
            running.first, interventions.confirm, *[("otto", key) for key in keys]
        )
        assert (outcome.done, outcome.refused) == (1, ["intervention-running"])

    async def test_after_a_day_it_is_old(self, running: Company) -> None:
        await prepare_end(running)
        running.clock.moment += DAY
        assert (await seen(running)).stage == "old"
        with refused("preview-old"):
            await confirm(running)

    async def test_discarded_it_never_happens(self, running: Company) -> None:
        await prepare_end(running)
        await running.first.run(interventions.discard, "otto", (await the_one(running)).id)
        await confirm(running)
        assert await asked_for(running.first, "end_one") == []
        assert (await seen(running)).stage == "discarded"

    async def test_what_has_ended_meanwhile_is_not_ended_again(self, running: Company) -> None:
        await prepare_end(running)
        await change(running.first, "tandems", TANDEM, state=TandemState.CLOSED, ended_at=NOW)
        assert (await seen(running)).stage == "gone"
        with refused("stale"):
            await confirm(running)

    async def test_not_while_the_cycle_is_being_closed(self, running: Company) -> None:
        await prepare_end(running)
        await change(running.unbound, "cycles", FIRST, state=CycleState.CLOSING)
        with refused("stale"):
            await confirm(running)
        with refused("stale"):
            await prepare_end(running)

    async def test_nobody_handles_a_tandem_of_their_own(self, running: Company) -> None:
        await prepare_end(running)
        with refused("decide-own"):
            await confirm(running, "eva")
        with refused("decide-own"):
            await running.first.run(interventions.prepare_end, "jan", TANDEM, CHAT)
        key = (await the_one(running)).id
        assert await hidden(running.first, intervention_card.name, key, "eva") == "decide-elsewhere"
        assert (
            await hidden(running.first, one_tandem_card.name, TANDEM, "jan") == "decide-elsewhere"
        )

    async def test_another_programme_knows_nothing_of_it(self, running: Company) -> None:
        await prepare_end(running)
        with refused("gone"):
            await running.second.run(interventions.confirm, "olga", (await the_one(running)).id)


class TestReplacing:
    """One leaves: the tandem ends like every other, and whoever stays decides whether to go on."""

    async def replace(self, company: Company, coming: str = "dora") -> None:
        await interventions.prepare_replacement(company.first, "otto", TANDEM, "jan", coming, CHAT)

    async def says(self, company: Company, person: str, *, yes: bool) -> None:
        card = f"ended_card:{TANDEM}:{person}"
        await company.first.run(another_partner.answer, TANDEM, person, card, yes=yes)
        await catch_up(company.unbound)

    async def test_a_reason_is_asked_for_in_the_words_of_what_was_asked(
        self, running: Company
    ) -> None:
        """The example was that of another command, with two whom nobody had named."""
        department = (await one(running.first, "people", "eva")).profile.department
        same = replace((await one(running.first, "people", "dora")).profile, department=department)
        await change(running.first, "people", "dora", profile=same)
        with pytest.raises(Refusal, match="replace-reason") as refusal:
            await self.replace(running)
        assert "“replace Jan with Dora: " in sentence(refusal.value, Words("en"))

    async def test_it_says_who_goes_who_stays_and_who_comes(self, running: Company) -> None:
        await self.replace(running)
        found = await seen(running)
        assert (found.leaving, found.staying, found.coming) == ("Jan", "Eva", "Dora")
        assert (await one(running.first, "tandems", TANDEM)).state is TandemState.LAUNCHED

    async def test_after_a_yes_the_two_are_put_to_each_other(self, running: Company) -> None:
        await self.replace(running)
        await confirm(running)
        assert (await seen(running)).stage == "coming"
        await ends(running)
        found = await seen(running)
        assert (found.stage, found.intervention.receipt.cancelled) == ("ended", 6)
        await self.says(running, "eva", yes=True)
        [wanted] = await asked_for(running.first, "offer_pair")
        await offer_pair(running.first, wanted)
        assert (await seen(running)).stage == "offered"
        assert await told(running.first, "offer") == ["dora"]

    async def test_after_a_yes_without_answers_they_are_once_these_are_given_again(
        self, running: Company
    ) -> None:
        """Fourteen days after the end the answers were gone: whoever said yes then was asked for
        them, and never got the partner whom the owner had named.
        """
        await self.replace(running)
        await confirm(running)
        await ends(running)
        await running.at(running.clock.moment + 15 * DAY)
        await self.says(running, "eva", yes=True)
        assert await asked_for(running.first, "offer_pair") == []
        await enrol(running.first, Role.MENTEE, "eva", GERMAN, WISH)
        await running.first.run(lambda uow, _: fill(uow))
        await catch_up(running.unbound)
        [wanted] = await asked_for(running.first, "offer_pair")
        await offer_pair(running.first, wanted)
        assert (await seen(running)).stage == "offered"

    async def test_nobody_is_offered_to_whoever_wants_nobody(self, running: Company) -> None:
        await self.replace(running)
        await confirm(running)
        await ends(running)
        await self.says(running, "eva", yes=False)
        assert await asked_for(running.first, "offer_pair") == []
        assert (await seen(running)).stage == "ended", "as if she had not answered yet"

    async def test_whoever_has_left_is_not_offered_their_successor(self, running: Company) -> None:
        await self.replace(running)
        await confirm(running)
        await ends(running)
        await self.says(running, "jan", yes=True)
        assert await asked_for(running.first, "offer_pair") == []

    async def test_without_a_name_the_matching_finds_somebody(self, running: Company) -> None:
        await self.replace(running, coming="")
        assert (await seen(running)).coming == ""
        await confirm(running)
        await ends(running)
        assert (await seen(running)).stage == "done"
        assert (await the_one(running)).receipt == Receipt(6, 1, archived=True)

    async def test_a_successor_whom_a_rule_forbids_is_refused_at_once(
        self, running: Company
    ) -> None:
        await enrol(running.first, Role.MENTEE, "eva", GERMAN, WISH, NotWith(("dora",)))
        with refused("not-possible"):
            await self.replace(running)


async def test_what_runs_is_stored_and_found_again(running: Company) -> None:
    """After a restart nothing is known but the rows: an intervention that runs, and its effect."""
    await prepare_end(running)
    await confirm(running)
    assert (await the_one(running)).state is InterventionState.RUNNING
    assert (await the_one(running)).kind is InterventionKind.END
    [effect] = await all_of(running.first, "effects", kind="end_one", done=False)
    assert effect.not_before > NOW

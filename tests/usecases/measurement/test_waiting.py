"""Those who wait for a tandem are asked the same at the same moments, if they like."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from mentoring.domain.cycle import CycleKind, CycleState
from mentoring.domain.measurement.change import Sums, sums_of
from mentoring.domain.measurement.figures import Figures
from mentoring.domain.measurement.items import Item, Marks, MeasureState, Stage, Waiting
from mentoring.domain.people import Role
from mentoring.domain.posting import Posting
from mentoring.domain.tandem import TandemState
from mentoring.usecases.matching.together import are_together
from mentoring.usecases.measurement.saying import Tap, consent, stop, tap
from mentoring.usecases.measurement.waiting import ask_who_waits
from tests.usecases.company import FIRST, TANDEM, Company, all_of, change, one, put, refused, shown
from tests.usecases.measurement.asked import HERS, both_enrolled, brought, measure
from tests.usecases.measurement.groups import MET, MONTH, counted, moved, tandems

CARD = Posting("c", "measure_card", f"{HERS}:start", "eva")
HALF = MET + timedelta(hours=2)
OVER = HALF + MONTH
WEEK = timedelta(days=7)
ABOUT = (Item.COMPETENCE, Stage.MIDDLE)
OURS, THEIRS = [1, 2, 3, 4, 5], [0, 1, 0, 0, 0]


@pytest.fixture
async def waiting(company: Company) -> Company:
    """Eva and Jan wait; five tandems run, of two sessions each."""
    await both_enrolled(company)
    await tandems(company, 5)
    await change(company.first, "tandems", TANDEM, told_left_over=True)
    await change(company.first, "cycles", FIRST, state=CycleState.RUNNING)
    await put(company.first, "postings", CARD)
    return company


async def night(company: Company, at: datetime | None = None) -> None:
    company.clock.moment = at or company.clock.moment
    await ask_who_waits(company.first, FIRST)


async def asked(company: Company) -> dict[str, Waiting]:
    """Who was asked what: whose measures there are, by person and stage."""
    found = await all_of(company.first, "measures")
    return {f"{each.person_id} {each.stage}": each.waiting for each in found}


async def agree(company: Company, *, yes: bool = True) -> None:
    await company.first.run(
        lambda uow, now: consent(uow, now, CARD.subject_id, "eva", CARD.id, yes=yes)
    )


async def test_whoever_waits_is_asked_whether_they_like_to_be_asked(waiting: Company) -> None:
    await night(waiting)
    assert await asked(waiting) == {"eva start": Waiting.ASKED, "jan start": Waiting.ASKED}
    assert set(await brought(waiting)) == {"eva", "jan"}
    await night(waiting)
    assert len(await asked(waiting)) == 2


async def test_no_question_is_open_before_they_have_agreed(waiting: Company) -> None:
    await night(waiting)
    with refused("stale"):
        await waiting.first.run(tap, CARD.subject_id, "eva", Tap(Item.USAGE, 3, CARD.id))
    await agree(waiting)
    await waiting.first.run(tap, CARD.subject_id, "eva", Tap(Item.USAGE, 3, CARD.id))
    assert (await measure(waiting, Stage.START)).said.usage == 3


async def test_nobody_is_asked_while_an_offer_seems_open(waiting: Company) -> None:
    """Nothing follows from the day for whoever was offered somebody."""
    await change(waiting.first, "tandems", TANDEM, told_left_over=False)
    await night(waiting)
    assert await asked(waiting) == {}


@pytest.mark.parametrize("state", [TandemState.LAUNCHED, TandemState.CLOSED])
async def test_nobody_is_asked_who_has_or_had_a_tandem(
    waiting: Company, state: TandemState
) -> None:
    await change(waiting.first, "tandems", TANDEM, state=state, told_left_over=False)
    await night(waiting)
    assert await asked(waiting) == {}


async def test_nobody_is_asked_where_each_tandem_has_its_own_time(waiting: Company) -> None:
    await change(waiting.first, "cycles", FIRST, kind=CycleKind.ROLLING)
    await night(waiting)
    assert await asked(waiting) == {}


async def test_they_are_asked_when_most_tandems_are(waiting: Company) -> None:
    await night(waiting)
    await agree(waiting)
    await night(waiting, HALF - timedelta(minutes=1))
    assert "eva middle" not in await asked(waiting)
    await night(waiting, HALF)
    assert (await asked(waiting))["eva middle"] is Waiting.AGREED
    await night(waiting, OVER)
    assert (await asked(waiting))["eva end"] is Waiting.AGREED
    assert await brought(waiting) != []


async def test_what_a_later_moment_has_overtaken_is_asked_no_more(waiting: Company) -> None:
    """The card of half-time came after that of the end."""
    await night(waiting)
    await agree(waiting)
    await night(waiting, HALF)
    await night(waiting, OVER)
    assert (await measure(waiting, Stage.MIDDLE)).state is MeasureState.CLOSED
    assert (await measure(waiting, Stage.END)).state is MeasureState.OPEN


async def test_owners_are_not_asked_because_their_answers_count_nowhere(waiting: Company) -> None:
    home = await one(waiting.unbound, "programmes", "p1")
    await change(waiting.unbound, "programmes", home.id, owners=("eva", "otto"))
    await night(waiting)
    assert await asked(waiting) == {"jan start": Waiting.ASKED}


async def test_the_end_comes_with_the_closing_at_the_latest(waiting: Company) -> None:
    await night(waiting)
    await agree(waiting)
    await change(waiting.first, "cycles", FIRST, state=CycleState.CLOSED, closed_at=MET)
    await night(waiting, MET)
    assert (await asked(waiting))["eva end"] is Waiting.AGREED


async def test_only_those_who_agree_are_asked_what_has_changed(waiting: Company) -> None:
    await night(waiting)
    await night(waiting, HALF)
    await night(waiting, OVER)
    assert set(await asked(waiting)) == {"eva start", "jan start"}


async def test_whoever_says_no_is_not_asked_again(waiting: Company) -> None:
    await night(waiting)
    await agree(waiting, yes=False)
    assert (await measure(waiting, Stage.START)).waiting is Waiting.DECLINED
    await night(waiting, HALF)
    assert "eva middle" not in await asked(waiting)


async def test_and_may_think_about_it_again_until_half_time(waiting: Company) -> None:
    await night(waiting)
    await agree(waiting, yes=False)
    await agree(waiting)
    assert (await measure(waiting, Stage.START)).waiting is Waiting.AGREED
    await night(waiting, HALF)
    assert (await measure(waiting, Stage.START)).state is MeasureState.CLOSED
    with refused("stale"):
        await agree(waiting)


async def test_whoever_wants_no_more_of_it_is_not_asked_again(waiting: Company) -> None:
    await night(waiting)
    await agree(waiting)
    await waiting.first.run(stop, CARD.subject_id, "eva")
    await night(waiting, HALF)
    assert "eva middle" not in await asked(waiting)


async def test_whoever_answers_comes_neither_sooner_nor_later(waiting: Company) -> None:
    """What comes into the matching is their enrolment, which stays as it is."""
    before = await one(waiting.first, "enrolments", HERS)
    await night(waiting)
    await agree(waiting)
    await waiting.first.run(tap, CARD.subject_id, "eva", Tap(Item.USAGE, 3, CARD.id))
    assert await one(waiting.first, "enrolments", HERS) == before


async def test_whoever_waits_sees_their_own_line(waiting: Company) -> None:
    await night(waiting)
    await agree(waiting)
    await night(waiting, HALF)
    key = f"{HERS}:middle"
    await change(waiting.first, "measures", key, said=Marks("data", competence=5))
    notice = await shown(waiting.first, "measure_card", key, "eva", page=4)
    assert notice.line == ((Item.COMPETENCE, 3, 5),)


@pytest.mark.parametrize("waited", [Waiting.ASKED, Waiting.AGREED, Waiting.DECLINED])
async def test_whoever_gets_a_tandem_is_asked_like_everybody_in_one(
    waiting: Company, waited: Waiting
) -> None:
    await night(waiting)
    await change(waiting.first, "measures", CARD.subject_id, waiting=waited)
    tandem = await one(waiting.first, "tandems", TANDEM)
    made = replace(tandem, id=f"{FIRST}.late", state=TandemState.ACCEPTED, told_left_over=False)
    await put(waiting.first, "tandems", made)
    await waiting.first.run(lambda uow, now: are_together(uow, now, made))
    await waiting.at(waiting.clock.moment + timedelta(days=1))
    assert (await measure(waiting, Stage.START)).waiting is Waiting.NO
    assert "eva" in await brought(waiting)


class TestFigures:
    async def both(self, company: Company, theirs: list[int], at: datetime = HALF) -> Figures:
        """Five in tandems, and others who wait."""
        await tandems(company, 5)
        await moved(company, Stage.MIDDLE, OURS, HALF)
        agreed = Waiting.AGREED
        await moved(company, Stage.MIDDLE, theirs, at, first=6, waiting=agreed)
        return await counted(company, HALF + WEEK)

    async def test_those_who_wait_stand_beside_and_not_among_the_others(
        self, company: Company
    ) -> None:
        found = await self.both(company, THEIRS)
        progress, compared = found.progress_of(*ABOUT), found.compared_of(*ABOUT)
        assert progress
        assert progress.sums == sums_of(OURS)
        assert compared
        assert compared.sums == sums_of(THEIRS)
        assert compared.by
        assert compared.by.mean == 2.8

    async def test_of_four_nothing_stands_there(self, company: Company) -> None:
        compared = (await self.both(company, THEIRS[:4])).compared_of(*ABOUT)
        assert compared
        assert (compared.sums, compared.by) == (Sums(), None)

    async def test_they_have_a_week_like_everybody(self, company: Company) -> None:
        found = await self.both(company, THEIRS, HALF + timedelta(hours=9))
        assert found.progress_of(*ABOUT)
        assert found.compared_of(*ABOUT) is None
        later = await counted(company, HALF + WEEK + timedelta(hours=9))
        compared = later.compared_of(*ABOUT)
        assert compared
        assert compared.sums == sums_of(THEIRS)

    async def test_what_is_told_stays_whoever_is_erased(self, company: Company) -> None:
        found = await self.both(company, THEIRS)
        await company.first.run(lambda uow, _: uow.measures.delete_all(role=Role.MENTEE))
        assert await counted(company, HALF + 2 * WEEK) == found

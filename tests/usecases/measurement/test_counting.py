"""What comes into the figures of groups, when, and of whom."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mentoring.domain.cycle import CycleKind, CycleState
from mentoring.domain.fit import Feeling
from mentoring.domain.measurement.change import Sums, sums_of
from mentoring.domain.measurement.figures import Figures, Running
from mentoring.domain.measurement.items import Item, Stage
from mentoring.domain.measurement.shares import Share
from mentoring.domain.tandem import TandemState
from mentoring.usecases.matching.together import are_together
from mentoring.usecases.measurement.counting import count_up, figures_due
from tests.usecases.company import FIRST, NOW, TANDEM, Company, all_of, asked_for, change, remove
from tests.usecases.measurement.groups import (
    COUNTED,
    MET,
    MONTH,
    OWNERS,
    agreed,
    counted,
    fits,
    looked_back,
    moved,
    tandem_id,
    tandems,
)

WEEK = timedelta(days=7)
GOOD, UNSURE = Feeling.GOOD, Feeling.NOT_SURE
HALF = MET + timedelta(hours=2)
"""When each tandem has had one of its two sessions."""


def share(figures: Figures, about: Running) -> Share | None:
    found = figures.share_of(about)
    return found.share if found else None


def sums(figures: Figures, stage: Stage) -> Sums | None:
    found = figures.progress_of(Item.COMPETENCE, stage)
    return found.sums if found else None


async def test_of_tandems_that_have_met_it_is_counted_who_has_an_agreement(
    company: Company,
) -> None:
    await tandems(company, 6)
    await agreed(company, 1, 2, 3)
    assert share(await counted(company), Running.AGREEMENT) == Share(6, 3, 3)


async def test_of_sessions_it_is_counted_on_which_somebody_has_looked_back(
    company: Company,
) -> None:
    await tandems(company, 5)
    await looked_back(company, 2, 4)
    assert share(await counted(company), Running.RETROSPECTIVE) == Share(5, 2, 2)


async def test_of_those_who_have_answered_it_is_counted_whom_their_tandem_fits(
    company: Company,
) -> None:
    await tandems(company, 6)
    await fits(company, m1=GOOD, m2=GOOD, m3=UNSURE, m4=GOOD)
    assert share(await counted(company), Running.FIT) is None
    await fits(company, m5=UNSURE)
    assert share(await counted(company), Running.FIT) == Share(5, 3, 3)


async def test_nothing_is_counted_within_a_week(company: Company) -> None:
    await tandems(company, 6)
    assert await counted(company, MET + timedelta(days=6)) == Figures(FIRST)


async def test_four_tandems_are_too_few(company: Company) -> None:
    await tandems(company, 4)
    await agreed(company, 1, 2)
    assert share(await counted(company), Running.AGREEMENT) is None


async def test_a_session_that_was_missed_does_not_count(company: Company) -> None:
    await tandems(company, 5)
    await change(company.first, "sessions", f"{tandem_id(1)}:001", outcome="missed")
    assert share(await counted(company), Running.AGREEMENT) is None


async def test_what_was_counted_stays_whoever_is_erased(company: Company) -> None:
    await tandems(company, 6)
    await agreed(company, 1, 2, 3)
    await fits(company, m1=GOOD, m2=GOOD, m3=UNSURE, m4=GOOD, m5=UNSURE)
    before = await counted(company)
    for kind in ("agreements", "fits"):
        keys = [each.id for each in await all_of(company.first, kind)]
        await remove(company.first, kind, *keys)
    assert await counted(company, COUNTED + WEEK) == before


async def test_owners_and_their_partners_are_in_no_figure(company: Company) -> None:
    """Five tandems are left, and of a sixth an owner is the mentor."""
    await tandems(company, 6)
    await change(company.first, "tandems", tandem_id(6), mentor_id="otto")
    await agreed(company, 1, 2, 3, 6)
    await fits(company, m2=GOOD, m3=UNSURE, m4=GOOD, m5=UNSURE, m6=GOOD)
    await moved(company, Stage.MIDDLE, [1, 2, 2, 3, 4, 5], HALF)
    found = await counted(company, HALF + WEEK)
    assert share(found, Running.AGREEMENT) == Share(5, 3, 3)
    assert share(found, Running.FIT) is None
    assert sums(found, Stage.MIDDLE) == sums_of([1, 2, 2, 3, 4])


async def test_nothing_is_counted_before_it_is_known_who_reads_it(company: Company) -> None:
    await tandems(company, 6)
    await change(company.first, "programmes", "p1", owners=())
    assert await counted(company) == Figures(FIRST)
    await change(company.first, "programmes", "p1", owners=OWNERS)
    assert share(await counted(company), Running.AGREEMENT)


class TestChanges:
    async def test_half_time_counts_once_all_are_there(self, company: Company) -> None:
        await tandems(company, 6)
        await moved(company, Stage.MIDDLE, [1, 2, 2, 3, 4], HALF)
        late = f"{tandem_id(6)}:001"
        await change(company.first, "sessions", late, start=MET + WEEK)
        assert sums(await counted(company, HALF + WEEK), Stage.MIDDLE) is None
        found = await counted(company, HALF + 2 * WEEK)
        assert sums(found, Stage.MIDDLE) == sums_of([1, 2, 2, 3, 4])
        [told] = [each.change for each in found.progress if each.change]
        assert (told.people, told.by.mean) == (5, 2.4)

    async def test_with_the_closing_at_the_latest(self, company: Company) -> None:
        await tandems(company, 6, sessions=6)
        await moved(company, Stage.MIDDLE, [1, 2, 2, 3, 4], HALF)
        await change(company.first, "cycles", FIRST, state=CycleState.CLOSING)
        assert sums(await counted(company), Stage.MIDDLE) == sums_of([1, 2, 2, 3, 4])

    async def test_whoever_answers_later_is_in_none(self, company: Company) -> None:
        await tandems(company, 6)
        await moved(company, Stage.MIDDLE, [1, 2, 2, 3, 4], HALF)
        before = await counted(company, HALF + WEEK)
        await moved(company, Stage.MIDDLE, [5], HALF, first=6)
        later = await counted(company, HALF + 3 * WEEK)
        assert sums(later, Stage.MIDDLE) == sums(before, Stage.MIDDLE)

    async def test_the_end_counts_a_week_after_the_closing(self, company: Company) -> None:
        """Also of whoever was asked by the card of thanks alone."""
        await tandems(company, 6)
        closed = MET + 2 * MONTH
        await moved(company, Stage.END, [1, 2, 2, 3, 4], closed + timedelta(days=3))
        for number in range(1, 7):
            key = tandem_id(number)
            await change(company.first, "tandems", key, state=TandemState.CLOSED, ended_at=closed)
        await change(company.first, "cycles", FIRST, state=CycleState.CLOSED, closed_at=closed)
        assert sums(await counted(company, closed + timedelta(days=6)), Stage.END) is None
        found = await counted(company, closed + WEEK)
        assert sums(found, Stage.END) == sums_of([1, 2, 2, 3, 4])

    async def test_in_a_rolling_cycle_it_counts_as_people_come(self, company: Company) -> None:
        await tandems(company, 10)
        await change(company.first, "cycles", FIRST, kind=CycleKind.ROLLING)
        await moved(company, Stage.END, [1, 2, 2, 3], HALF)
        assert sums(await counted(company, HALF + WEEK), Stage.END) is None
        await moved(company, Stage.END, [4, 0], HALF + WEEK, first=5)
        first = sums_of([1, 2, 2, 3, 4, 0])
        assert sums(await counted(company, HALF + 2 * WEEK), Stage.END) == first
        await moved(company, Stage.END, [0, 1, 1, 2], HALF + 2 * WEEK, first=7)
        assert sums(await counted(company, HALF + 4 * WEEK), Stage.END) == first

    async def test_those_of_one_mind_count_for_nothing(self, company: Company) -> None:
        await tandems(company, 6)
        await moved(company, Stage.MIDDLE, [2, 2, 2, 2, 2], HALF)
        assert sums(await counted(company, HALF + WEEK), Stage.MIDDLE) == Sums()


class TestNights:
    async def test_it_is_counted_every_night_from_the_first_tandem_on(
        self, company: Company
    ) -> None:
        tandem = await change(company.first, "tandems", TANDEM, state=TandemState.ACCEPTED)
        await company.first.run(are_together, tandem)
        await company.at(NOW + timedelta(days=1))
        assert await asked_for(company.first, count_up.name) == [FIRST]
        [timer] = await all_of(company.first, "timers", kind=figures_due.name)
        assert timer.due_at == NOW.replace(hour=1) + timedelta(days=2)

    @pytest.mark.parametrize(
        ("days", "following"), [(6, 7), (7, 119), (118, 119), (119, 210), (210, None)]
    )
    async def test_after_the_last_moment_of_a_closed_cycle_only_what_lasts(
        self, company: Company, days: int, following: int | None
    ) -> None:
        """In the days after the closing."""
        tandem = await change(company.first, "tandems", TANDEM, state=TandemState.ACCEPTED)
        await company.first.run(are_together, tandem)
        over = NOW.replace(hour=1) + timedelta(days=1)
        closed = over - timedelta(days=days)
        await change(company.first, "cycles", FIRST, state=CycleState.CLOSED, closed_at=closed)
        await company.at(over)
        assert await asked_for(company.first, count_up.name) == [FIRST]
        timers = await all_of(company.first, "timers", kind=figures_due.name)
        due = [] if following is None else [closed + timedelta(days=following)]
        assert [each.due_at for each in timers] == due

    async def test_in_a_try_nobody_is_a_group(self, company: Company) -> None:
        await change(company.first, "cycles", FIRST, tried_by="otto")
        tandem = await change(company.first, "tandems", TANDEM, state=TandemState.ACCEPTED)
        await company.first.run(are_together, tandem)
        assert await all_of(company.first, "timers", kind=figures_due.name) == []

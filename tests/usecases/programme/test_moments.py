"""What a unit may know: its cycle, its programme's settings and words, and the time; of other programmes nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mentoring.domain.cycle import Cycle
from mentoring.domain.people import Role
from mentoring.domain.posting import Posting
from mentoring.domain.programme import Programme
from mentoring.domain.watching import Absence
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.programme.moments import ReadMoments
from tests.usecases.company import (
    FIRST,
    NOW,
    OTHER,
    SECOND,
    TANDEM,
    Company,
    all_of,
    change,
    enrol,
    one,
    put,
    refused,
)
from tests.usecases.ports import Words

POSTING = Posting("card", "tandem", TANDEM, "jan")
OPENED = {"": ["team-a"], "owners-1": ["team-b"], "owners-2": ["team-c"]}


class TestTheMoment:
    """Each cycle's own."""

    @pytest.mark.parametrize(("cycle", "name"), [(FIRST, "Tandem Nord"), (SECOND, "Tandem Süd")])
    async def test_of_its_programme(self, programmes: Company, cycle: str, name: str) -> None:
        moment = await programmes.unbound.of(cycle).moment()
        assert (moment.cycle.id, moment.home.cycle_id, moment.programme.name) == (cycle, cycle, name)
        assert moment.now == NOW

    async def test_without_a_cycle_the_first_programme_speaks(self, programmes: Company) -> None:
        assert (await programmes.unbound.moment()).programme.name == "Tandem Nord"

    async def test_new_settings_count_from_the_next_unit_on(self, programmes: Company) -> None:
        await programmes.first.moment()
        await programmes.set_up(Programme(name="Tandem Ost"))
        assert (await programmes.first.moment()).programme.name == "Tandem Ost"
        assert (await programmes.second.moment()).programme.name == "Tandem Süd"

    async def test_settings_are_worded_once_a_version(self, programmes: Company) -> None:
        worded: list[str] = []

        def words(programme: Programme) -> Words:
            worded.append(programme.name)
            return Words()

        moments = ReadMoments(programmes.clock, words, {}, 200)
        for cycle in (FIRST, SECOND, FIRST, SECOND):
            programmes.store.run_now(lambda uow, cycle=cycle: moments(uow, cycle))  # type: ignore[misc]  # bound per cycle
        assert worded == ["Tandem Nord", "Tandem Süd"]

    async def test_a_cycle_that_there_never_was_is_gone(self, programmes: Company) -> None:
        with refused("gone"):
            await programmes.unbound.of("p9c9").moment()

    @pytest.mark.parametrize(("cycle", "teams"), [(FIRST, ("team-a", "team-b", "more")), (SECOND, ("team-c",))])
    async def test_participants_teams_belong_to_one_programme(
        self, programmes: Company, cycle: str, teams: tuple[str, ...]
    ) -> None:
        """Those that the operator named for nobody are the first programme's."""
        await change(programmes.unbound, "programmes", "p1", teams=("more",))
        moments = ReadMoments(programmes.clock, lambda _: Words(), OPENED, 7)
        found = programmes.store.run_now(lambda uow: moments(uow, cycle))
        assert (found.teams, found.channels_per_team) == (teams, 7)


class TestWhatAUnitSees:
    """Rows of its own cycle; people and their absences are everybody's."""

    async def test_its_own_cycles_rows(self, company: Company) -> None:
        assert [each.id for each in await all_of(company.first, "tandems")] == [TANDEM]
        assert [each.id for each in await all_of(company.second, "tandems")] == [OTHER]
        assert [each.id for each in await all_of(company.unbound, "tandems")] == [TANDEM, OTHER]

    async def test_not_those_of_an_earlier_cycle_of_the_same_programme(self, company: Company) -> None:
        await put(company.unbound, "cycles", Cycle("p1c2", "p1", 2, NOW))
        assert await all_of(company.unbound.of("p1c2"), "tandems") == []

    @pytest.mark.parametrize("kind", ["tandems", "enrolments", "postings"])
    async def test_a_composed_id_of_another_programme_is_gone(self, company: Company, kind: str) -> None:
        await enrol(company.first, Role.MENTOR, "jan")
        await company.store.run(lambda uow: uow.postings.put(replace(POSTING, cycle_id=FIRST)))
        ids = {"tandems": TANDEM, "enrolments": f"{FIRST}:mentor:jan", "postings": "card"}
        assert (await one(company.first, kind, ids[kind])).cycle_id == FIRST
        with refused("gone"):
            await one(company.second, kind, ids[kind])

    async def test_counts_are_its_own(self, company: Company) -> None:
        def counted(uow: UnitOfWork) -> tuple[int, bool, int]:
            return uow.tandems.count(), uow.tandems.any(mentee_id="eva"), sum(uow.tandems.count_by("number").values())

        assert await company.first.read(lambda uow, _: counted(uow)) == (1, True, 1)
        assert await company.second.read(lambda uow, _: counted(uow)) == (1, False, 1)

    async def test_a_person_and_their_absence_are_known_to_all(self, company: Company) -> None:
        await put(company.first, "absences", Absence("jan", NOW, NOW.date()))
        assert len(await all_of(company.second, "absences")) == 1
        assert await one(company.second, "people", "eva") == await one(company.first, "people", "eva")

    async def test_what_it_writes_belongs_to_its_cycle(self, company: Company) -> None:
        await put(company.second, "postings", POSTING)
        assert (await one(company.unbound, "postings", "card")).cycle_id == SECOND

    async def test_a_try_keeps_its_pairs_to_itself(self, programmes: Company) -> None:
        await put(programmes.unbound, "cycles", Cycle("p1t1", "p1", 1, NOW, tried_by="otto"))
        assert await programmes.unbound.of("p1t1").read(lambda uow, _: uow.programme_id) == "p1t1"
        assert await programmes.first.read(lambda uow, _: uow.programme_id) == "p1"

"""Once a working day everybody whose two have agreed is looked up, and owners learn who leaves, who
is away for long, and where a rule no longer holds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from mentoring.domain.cycle import Cycle, CycleState
from mentoring.domain.errors import NotAllowed, Unavailable
from mentoring.domain.finding import Finding, FindingKind
from mentoring.domain.match_run import DecisionKind, OwnerDecision
from mentoring.domain.matching.results import Check
from mentoring.domain.matching.settings import MatchingSettings, Parameters
from mentoring.domain.programme import Programme
from mentoring.domain.proposal import Proposal
from mentoring.domain.tandem import LEFT_OUT, TOGETHER, TandemState
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.holdings import about
from mentoring.usecases.launch import findings, people_watch
from mentoring.usecases.launch.findings import finding_card
from mentoring.usecases.launch.people_watch import look_at_people, next_morning
from mentoring.usecases.matching.offers import answer
from mentoring.usecases.trial.imagined import imagined
from tests.usecases.company import (
    FIRST,
    NOW,
    TANDEM,
    Company,
    all_of,
    asked_for,
    change,
    one,
    put,
    shown,
    told,
)
from tests.usecases.launch.looked_up import are, kinds, look, only
from tests.usecases.launch.undone import confirmed, made_anew, relaunched, taken_back_again

DAY = timedelta(days=1)
BERLIN = ZoneInfo("Europe/Berlin")
ALL_AGREED: tuple[dict[str, Any], ...] = (
    {"state": TandemState.ACCEPTED},
    {"state": TandemState.ACCEPTED, "trouble": LEFT_OUT},
    {"state": TandemState.ACCEPTED, "trouble": "series-rejected-mentee"},
    {"state": TandemState.LAUNCHING},
    {"state": TandemState.LAUNCHED},
)


class TestWhatIsFound:
    async def test_nothing_where_nothing_has_changed(self, watched: Company) -> None:
        await look(watched)
        assert await all_of(watched.first, "findings") == []

    async def test_a_disabled_account(self, watched: Company) -> None:
        are(watched, "eva", hindrance="disabled")
        await look(watched)
        assert (await only(watched)).what is FindingKind.DISABLED
        assert (await only(watched)).person_id == "eva"

    async def test_somebody_who_is_gone_from_the_directory(self, watched: Company) -> None:
        del watched.people.profiles["jan"]
        await look(watched)
        assert (await only(watched)).what is FindingKind.GONE

    @pytest.mark.parametrize("managers", [("eva",), ("otto", "eva")])
    async def test_a_reporting_line_up_to_the_programmes_depth(
        self, watched: Company, managers: tuple[str, ...]
    ) -> None:
        are(watched, "jan", managers=managers)
        await look(watched)
        assert await kinds(watched) == ["reporting_line"]

    async def test_none_beyond_that_depth(self, watched: Company) -> None:
        are(watched, "jan", managers=("otto", "olga", "eva"))
        await look(watched)
        assert await kinds(watched) == []

    async def test_the_same_department_however_it_is_written(self, watched: Company) -> None:
        are(watched, "jan", department="Vertrieb ")
        are(watched, "eva", department="vertrieb")
        await look(watched)
        assert await kinds(watched) == ["same_department"]

    async def test_two_of_whom_no_department_is_known_are_in_none(self, watched: Company) -> None:
        await look(watched)
        assert await kinds(watched) == []

    @pytest.mark.parametrize(("weeks", "found"), [(3, []), (4, ["long_absence"])])
    async def test_an_automatic_reply_that_announces_four_weeks(
        self, watched: Company, weeks: int, found: list[str]
    ) -> None:
        watched.outlook.replying["eva"] = (NOW + DAY, NOW + DAY + timedelta(weeks=weeks))
        await look(watched)
        assert await kinds(watched) == found

    async def test_of_an_absence_counts_what_is_ahead(self, watched: Company) -> None:
        watched.outlook.replying["eva"] = (NOW - timedelta(weeks=6), NOW + timedelta(weeks=2))
        await look(watched)
        assert await kinds(watched) == []


class TestWhoIsLookedAt:
    """All who have agreed, and nobody else: what an offer has come to is no owner's to read."""

    @pytest.mark.parametrize("facts", ALL_AGREED)
    async def test_everybody_whose_two_have_agreed(
        self, watched: Company, facts: dict[str, Any]
    ) -> None:
        """Whoever leaves before the launch would be launched with somebody who is not there."""
        await change(watched.first, "tandems", TANDEM, **facts)
        are(watched, "eva", hindrance="disabled")
        await look(watched)
        assert await kinds(watched) == ["disabled"]
        assert len(await told(watched.first, finding_card.name)) == 1

    @pytest.mark.parametrize("state", sorted({*TandemState} - TOGETHER))
    async def test_nobody_who_is_still_asked_or_whose_tandem_is_over(
        self, watched: Company, state: TandemState
    ) -> None:
        await change(watched.first, "tandems", TANDEM, state=state)
        are(watched, "eva", hindrance="disabled")
        watched.people.refuses["standings"] = Unavailable("nobody is asked for")
        await look(watched)
        assert await all_of(watched.first, "findings") == []


class TestRulesThatDoNotCount:
    async def test_one_that_is_switched_off(self, watched: Company) -> None:
        off = MatchingSettings(rules={"reporting_line": False, "same_department": False})
        await watched.set_up(Programme(matching=off))
        for key in ("jan", "eva"):
            are(watched, key, department="IT", managers=("eva",) if key == "jan" else ())
        await look(watched)
        assert await kinds(watched) == []

    async def test_one_that_owners_switched_off_for_this_cycles_matching(
        self, watched: Company
    ) -> None:
        """Or there would be a finding about every tandem that this has made."""
        off = MatchingSettings(rules={"reporting_line": False, "same_department": False})
        kind, key = DecisionKind.SETTINGS, "p1c1.decision-1"
        kept = OwnerDecision(key, kind, "otto", watched.clock.moment, settings=off)
        await put(watched.first, "decisions", kept)
        for person in ("jan", "eva"):
            are(watched, person, department="IT", managers=("eva",) if person == "jan" else ())
        await look(watched)
        assert await kinds(watched) == []

    async def test_one_that_owners_waived_when_they_paired_the_two(self, watched: Company) -> None:
        checks = (Check("same_department", "waived"),)
        pair = Proposal("run-1:1", "run-1", "jan", "eva", 1, checks=checks)
        await put(watched.first, "proposals", pair)
        for key in ("jan", "eva"):
            are(watched, key, department="IT")
        await look(watched)
        assert await kinds(watched) == []

    async def test_at_any_depth_the_whole_line_counts(self, watched: Company) -> None:
        whole = MatchingSettings(parameters=Parameters(reporting_line_depth=0))
        await watched.set_up(Programme(matching=whole))
        are(watched, "jan", managers=("otto", "olga", "dora", "eva"))
        await look(watched)
        assert await kinds(watched) == ["reporting_line"]


class TestTheSameFact:
    async def test_it_is_told_once(self, watched: Company) -> None:
        are(watched, "eva", hindrance="disabled")
        for _ in range(3):
            await look(watched)
            watched.clock.moment += DAY
        assert await told(watched.first, finding_card.name) == ["otto"]

    async def test_what_was_left_does_not_come_again(self, watched: Company) -> None:
        are(watched, "eva", hindrance="disabled")
        await look(watched)
        await watched.first.run(findings.leave, "otto", (await only(watched)).id)
        watched.clock.moment += DAY
        await look(watched)
        assert await kinds(watched, "left") == ["disabled"]
        assert len(await told(watched.first, finding_card.name)) == 1

    async def test_what_is_not_so_any_more_is_over(self, watched: Company) -> None:
        are(watched, "eva", hindrance="disabled")
        await look(watched)
        are(watched, "eva", hindrance="")
        await look(watched)
        assert await kinds(watched, "over") == ["disabled"]

    async def test_a_long_absence_is_over_only_when_it_has_ended(self, watched: Company) -> None:
        """Were it over when four weeks are left, owners could tell the day on which it ends."""
        watched.outlook.replying["eva"] = (NOW, NOW + timedelta(weeks=5))
        await look(watched)
        watched.clock.moment += timedelta(weeks=2)
        await look(watched)
        assert await kinds(watched) == ["long_absence"]
        watched.clock.moment += timedelta(weeks=3)
        await look(watched)
        assert await kinds(watched, "over") == ["long_absence"]

    async def test_another_end_of_an_absence_is_told_anew(self, watched: Company) -> None:
        for weeks in (5, 9):
            watched.outlook.replying["eva"] = (NOW, NOW + timedelta(weeks=weeks))
            await look(watched)
        assert (await kinds(watched), await kinds(watched, "over")) == (
            ["long_absence"],
            ["long_absence"],
        )

    async def test_what_comes_back_later_is_told_anew(self, watched: Company) -> None:
        for hindrance in ("disabled", "", "disabled"):
            are(watched, "eva", hindrance=hindrance)
            await look(watched)
            watched.clock.moment += DAY
        assert await kinds(watched) == ["disabled"]
        assert len(await told(watched.first, finding_card.name)) == 2

    @pytest.mark.parametrize("state", ["open", "left"])
    async def test_nor_does_it_once_a_launch_was_taken_back(
        self, started: Company, state: str
    ) -> None:
        """It came for each launch of the same two, though an owner had left it as it is. Where
        nobody has, its card goes on to speak of them.
        """
        are(started, "jan", managers=("eva",))
        started.outlook.replying["eva"] = (NOW, NOW + timedelta(weeks=9))
        await look(started)
        for each in await all_of(started.first, "findings"):
            if state == "left":
                await started.first.run(findings.leave, "otto", each.id)
        cards = await told(started.first, finding_card.name)
        await confirmed(started)
        await look(started)
        made = await relaunched(started, await made_anew(started))
        await look(started)
        again = await taken_back_again(started, made)
        await look(started)
        assert await kinds(started, state) == ["long_absence", "reporting_line"]
        assert await told(started.first, finding_card.name) == cards
        for each in await all_of(started.first, "findings"):
            shown_now = await shown(started.first, finding_card.name, each.id, "otto")
            assert (shown_now.state, shown_now.number) == (state, again.number)


async def several(company: Company, count: int) -> None:
    """So many tandems run."""
    tandem = await one(company.first, "tandems", TANDEM)
    more = [
        replace(tandem, id=f"{FIRST}.tandem-{number:03}", number=number)
        for number in range(2, count + 1)
    ]
    await put(company.first, "tandems", *more)


async def turns(company: Company) -> Sequence[Any]:
    """The looks that are still to be had."""
    return await all_of(company.first, "effects", kind=look_at_people.name, done=False)


class TestTheDay:
    def test_it_begins_at_eight_of_a_working_day(self) -> None:
        friday = datetime(2027, 2, 5, 15, tzinfo=BERLIN)
        assert next_morning(friday, BERLIN) == datetime(2027, 2, 8, 8, tzinfo=BERLIN)

    async def test_a_launch_begins_the_watch_and_a_try_does_not(self, watched: Company) -> None:
        await watched.first.run(people_watch.begin)
        [timer] = await all_of(watched.first, "timers", kind=people_watch.people_watch.name)
        assert timer.due_at == next_morning(NOW, BERLIN)
        await put(watched.unbound, "cycles", Cycle("p1t1", "p1", 1, NOW, tried_by="otto"))
        trial = replace(watched.first, imagined=imagined).of("p1t1")
        await trial.run(people_watch.begin)
        assert await all_of(watched.unbound, "timers", kind=timer.kind) == [timer]

    async def test_it_begins_with_the_first_two_who_agree(self, watched: Company) -> None:
        await change(watched.first, "tandems", TANDEM, state=TandemState.ASKED_MENTOR)
        for who, begun in (("jan", 0), ("eva", 1)):
            await watched.first.run(answer, TANDEM, who, yes=True)
            timers = await all_of(watched.first, "timers", kind=people_watch.people_watch.name)
            assert len(timers) == begun

    async def test_another_launch_before_the_morning_calls_off_no_look(
        self, watched: Company
    ) -> None:
        """Whoever has accepted since a launch is launched by itself, at any hour."""
        await watched.first.run(people_watch.begin)
        for day in range(1, 4):
            watched.clock.moment = datetime(2027, 2, 1 + day, 7, 30, tzinfo=BERLIN)
            await watched.first.run(people_watch.begin)
            await watched.at(datetime(2027, 2, 1 + day, 20, tzinfo=BERLIN))
        assert await asked_for(watched.unbound, look_at_people.name) == [f"{FIRST}:"] * 3

    async def test_each_morning_asks_for_the_first_look_and_the_next_morning(
        self, watched: Company
    ) -> None:
        await watched.first.run(people_watch.begin)
        for days in range(1, 4):
            await watched.at(NOW + days * DAY)
        assert await asked_for(watched.unbound, look_at_people.name) == [f"{FIRST}:"] * 3
        [timer] = await all_of(watched.first, "timers", kind=people_watch.people_watch.name)
        assert timer.due_at == next_morning(NOW + 3 * DAY, BERLIN)

    async def test_it_ends_with_the_cycle(self, watched: Company) -> None:
        await watched.first.run(people_watch.begin)
        await change(watched.unbound, "cycles", FIRST, state=CycleState.CLOSED)
        await watched.at(NOW + DAY)
        assert await all_of(watched.first, "timers", kind=people_watch.people_watch.name) == []
        assert await asked_for(watched.unbound, look_at_people.name) == []

    async def test_tandems_are_looked_at_in_turns_spread_over_the_day(
        self, watched: Company
    ) -> None:
        await several(watched, 16)
        subject, seen = f"{FIRST}:", []
        for _ in range(3):
            await look_at_people(watched.first, subject)
            due = [each for each in await turns(watched) if each.subject_id != subject]
            newest = max(due, key=lambda each: each.not_before, default=None)
            if newest is None or newest.not_before in seen:
                break
            seen.append(newest.not_before)
            watched.clock.moment, subject = newest.not_before, newest.subject_id
        # 9:00, then after a third of the eight hours that are left, then after half of the rest.
        wanted = [
            datetime(2027, 2, 1, 11, 40, tzinfo=BERLIN),
            datetime(2027, 2, 1, 14, 20, tzinfo=BERLIN),
        ]
        assert seen == wanted

    async def test_a_directory_that_may_not_be_read_keeps_nobody_else_waiting(
        self, watched: Company
    ) -> None:
        await several(watched, 8)
        watched.people.refuses["standings"] = NotAllowed("User.Read.All")
        await look(watched)
        assert len(await turns(watched)) == 1
        assert await all_of(watched.first, "findings") == []


async def test_each_of_the_two_finds_what_is_about_them_and_not_what_is_about_the_other(
    watched: Company,
) -> None:
    are(watched, "eva", hindrance="disabled", department="IT")
    are(watched, "jan", department="IT")
    await look(watched)

    def told(uow: UnitOfWork, key: str) -> list[str]:
        return sorted(str(row.what) for _, row in about(uow, key) if isinstance(row, Finding))

    assert await watched.store.read(lambda uow: told(uow, "eva")) == ["disabled", "same_department"]
    assert await watched.store.read(lambda uow: told(uow, "jan")) == ["same_department"]


async def test_nothing_is_kept_but_the_cause(watched: Company) -> None:
    """Neither a manager, nor a department, nor until when somebody is away."""
    end = NOW + timedelta(weeks=9)
    watched.outlook.replying["eva"] = (NOW, end)
    are(watched, "jan", managers=("otto", "eva"), department="Geheimes Werk")
    are(watched, "eva", department="Geheimes Werk", managers=("somebody-else",))
    await look(watched)
    kept = repr(await all_of(watched.first, "findings"))
    assert await kinds(watched) == ["long_absence", "reporting_line", "same_department"]
    secret = ("Geheim", "somebody-else", "otto", f"{end:%Y%m%d}", f"{end:%Y-%m-%d}")
    assert [word for word in secret if word in kept] == []

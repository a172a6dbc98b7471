"""When somebody is asked: before the first session, after half of them, and after the last."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from mentoring.domain.measurement.items import (
    Item,
    MeasureState,
    Stage,
    answered,
    measure_id,
)
from mentoring.domain.people import Role
from mentoring.domain.programme import Programme
from mentoring.domain.tandem import TandemState
from mentoring.usecases.launch.when_over import let_follow
from mentoring.usecases.matching.together import are_together
from mentoring.usecases.measurement.asking import show
from mentoring.usecases.measurement.saying import stop
from mentoring.usecases.polls.after_session import accompany
from mentoring.usecases.sessions.reminders import SHOWN_LATE
from tests.usecases.company import (
    NOW,
    STARTS,
    TANDEM,
    Company,
    all_of,
    change,
    enrol,
    one,
    put,
    refused,
    session,
    shown,
    told,
)
from tests.usecases.measurement.asked import HERS, HIS, both_enrolled, brought, measure, stages
from tests.usecases.ports import chat_of

TOMORROW = NOW + timedelta(days=1)
OVER = timedelta(hours=2) + SHOWN_LATE


@pytest.fixture
async def both(company: Company) -> Company:
    await both_enrolled(company)
    return company


async def begin(company: Company) -> None:
    tandem = await change(company.first, "tandems", TANDEM, state=TandemState.ACCEPTED)
    await company.first.run(lambda uow, now: are_together(uow, now, tandem))
    await change(company.first, "tandems", TANDEM, state=TandemState.LAUNCHED)


async def end(company: Company) -> None:
    tandem = await change(company.first, "tandems", TANDEM, state=TandemState.CLOSED)
    await company.first.run(lambda uow, _: let_follow(uow, tandem))


async def lose(company: Company, number: int, how: str) -> None:
    """The two miss this session, or one of them has declined it."""
    lost: dict[str, dict[str, Any]] = {
        "missed": {"outcome": "missed"},
        "declined": {"declined": STARTS[number - 1]},
    }
    await change(company.first, "sessions", session(number), **lost[how])


async def after(company: Company, session: int) -> None:
    """The session with this number is over, and so are those before it."""
    tandem = await one(company.first, "tandems", TANDEM)
    await company.first.run(lambda uow, moment: accompany(uow, tandem, moment))
    for start in STARTS[:session]:
        if start + OVER > company.clock.moment:
            await company.at(start + OVER)


class TestStart:
    async def test_both_are_asked_on_the_day_after_they_have_said_yes(self, both: Company) -> None:
        await begin(both)
        assert await stages(both) == []
        await both.at(TOMORROW)
        assert await stages(both) == await stages(both, HIS) == ["start"]
        assert await brought(both) == ["eva", "jan"]

    async def test_it_asks_about_the_wish_that_the_mentor_teaches(self, both: Company) -> None:
        await begin(both)
        await both.at(TOMORROW)
        assert (await measure(both, Stage.START)).said.topic == "ai"

    async def test_nobody_is_asked_for_it_once_they_have_met(self, both: Company) -> None:
        await begin(both)
        await both.at(STARTS[0] + OVER)
        assert "start" not in await stages(both)

    async def test_nobody_is_asked_whose_tandem_has_ended(self, both: Company) -> None:
        await begin(both)
        await change(both.first, "tandems", TANDEM, state=TandemState.CLOSED)
        await both.at(TOMORROW)
        assert await stages(both) == []

    async def test_with_the_first_session_it_is_closed(self, both: Company) -> None:
        await begin(both)
        await both.at(TOMORROW)
        await after(both, 1)
        assert (await measure(both, Stage.START)).state is MeasureState.CLOSED

    async def test_it_is_not_brought_any_more_then(self, both: Company) -> None:
        await begin(both)
        await both.at(TOMORROW)
        await after(both, 1)
        assert await brought(both) == []

    async def test_it_is_closed_when_the_tandem_ends_before(self, both: Company) -> None:
        """Also where the two keep their dates themselves."""
        await begin(both)
        await both.at(TOMORROW)
        await end(both)
        assert (await measure(both, Stage.START)).state is MeasureState.CLOSED

    async def test_it_stays_open_for_whoever_begins_with_somebody_else(self, both: Company) -> None:
        await begin(both)
        await both.at(TOMORROW)
        tandem = await one(both.first, "tandems", TANDEM)
        await put(both.first, "tandems", replace(tandem, id="other", mentee_id="ada"))
        await end(both)
        assert (await measure(both, Stage.START, HIS)).state is MeasureState.OPEN
        assert (await measure(both, Stage.START)).state is MeasureState.CLOSED

    async def test_nobody_who_has_met_another_partner_is_asked(self, both: Company) -> None:
        await end(both)
        both.clock.moment = STARTS[0] + OVER
        tandem = await one(both.first, "tandems", TANDEM)
        again = replace(tandem, id="other", state=TandemState.ACCEPTED, ended_at=None)
        await put(both.first, "tandems", again)
        await both.first.run(lambda uow, now: are_together(uow, now, again))
        await both.at(both.clock.moment + timedelta(days=3))
        assert await stages(both) == []


class TestStaying:
    """Whether a mentor wants to stay with the company is asked where the programme wishes it."""

    WISHED = Programme(name="Tandem Nord", wish_to_stay=True)

    async def test_unless_it_does_nobody_is_asked(self, both: Company) -> None:
        assert await self.asked(both, Stage.START) == []

    async def test_where_it_does_each_mentor_is_at_every_stage(self, both: Company) -> None:
        await both.set_up(self.WISHED)
        assert await self.asked(both, Stage.START, Stage.MIDDLE) == [
            (HIS, Stage.START),
            (HIS, Stage.MIDDLE),
        ]

    async def test_whoever_was_not_at_the_start_is_not_later(self, both: Company) -> None:
        """There would be nothing to compare it with."""
        assert await self.asked(both, Stage.START) == []
        await both.set_up(self.WISHED)
        assert await self.asked(both, Stage.MIDDLE) == []

    async def test_once_it_is_switched_off_nobody_is_any_more(self, both: Company) -> None:
        await both.set_up(self.WISHED)
        await self.asked(both, Stage.START)
        await both.set_up(Programme(name="Tandem Nord"))
        assert await self.asked(both, Stage.MIDDLE) == []

    async def asked(self, company: Company, *stages: Stage) -> list[tuple[str, Stage]]:
        """Of whom it was asked at these stages."""
        if Stage.START in stages:
            await begin(company)
            await company.at(TOMORROW)
        if Stage.MIDDLE in stages:
            await after(company, 3)
        both = ((each, stage) for stage in stages for each in (HIS, HERS))
        return [key for key in both if Item.STAY in (await measure(company, key[1], key[0])).items]


class TestLater:
    async def test_half_time_is_after_half_of_the_sessions(self, both: Company) -> None:
        await after(both, 2)
        assert await stages(both) == []
        await after(both, 3)
        assert await stages(both) == await stages(both, HIS) == ["middle"]

    @pytest.mark.parametrize("how", ["missed", "declined"])
    async def test_a_session_that_did_not_take_place_counts_for_no_half(
        self, both: Company, how: str
    ) -> None:
        await lose(both, 2, how)
        await after(both, 3)
        assert await stages(both) == []
        await after(both, 4)
        assert await stages(both) == await stages(both, HIS) == ["middle"]

    @pytest.mark.parametrize("how", ["missed", "declined"])
    async def test_nor_does_the_start_end_with_it(self, both: Company, how: str) -> None:
        await begin(both)
        await both.at(TOMORROW)
        await lose(both, 1, how)
        await after(both, 1)
        assert (await measure(both, Stage.START)).state is MeasureState.OPEN
        await after(both, 2)
        assert (await measure(both, Stage.START)).state is MeasureState.CLOSED

    async def test_the_end_is_after_the_last_one(self, both: Company) -> None:
        await after(both, 6)
        assert await stages(both) == await stages(both, HIS) == ["end", "middle"]

    async def test_each_stage_is_asked_once(self, both: Company) -> None:
        await after(both, 4)
        await brought(both)
        await after(both, 5)
        await brought(both)
        assert sorted(await told(both.first, "measure_card")) == ["eva", "jan"]

    async def test_who_goes_from_session_to_session_has_no_half_time(self, both: Company) -> None:
        await change(both.first, "tandems", TANDEM, rhythm="tandem")
        await after(both, 3)
        assert await stages(both) == []

    async def test_who_does_not_want_it_is_not_asked_again(self, both: Company) -> None:
        await begin(both)
        await both.at(TOMORROW)
        key = (await measure(both, Stage.START)).id
        await both.first.run(stop, key, "eva")
        await after(both, 6)
        assert await stages(both) == ["start"]
        assert await stages(both, HIS) == ["end", "middle", "start"]


class TestShowing:
    async def test_whose_tandem_is_over_sees_it_on_request(self, both: Company) -> None:
        await both.first.run(show, HERS, "eva", chat_of("eva"))
        assert await stages(both) == ["end"]
        assert await told(both.first, "measure_card") == ["eva"]

    async def test_asked_for_twice_it_is_one(self, both: Company) -> None:
        for _ in range(2):
            await both.first.run(show, HERS, "eva", chat_of("eva"))
        assert len(await all_of(both.first, "measures")) == 1

    async def test_whoever_has_said_it_already_reads_what_has_changed(self, both: Company) -> None:
        """They were asked the first question again, as if they had not answered."""
        await after(both, 6)
        before = await measure(both, Stage.END)
        said = answered(before, Item.ADVICE, 4)
        await change(both.first, "measures", before.id, said=said.said)
        await both.first.run(show, HERS, "eva", chat_of("eva"))
        (posting,) = await all_of(both.first, "postings", subject_id=before.id)
        found = await shown(both.first, "measure_card", before.id, "eva", page=posting.page)
        assert found.question is None

    async def test_nobody_else_sees_it(self, both: Company) -> None:
        with refused("not-yours"):
            await both.first.run(show, HERS, "jan", chat_of("jan"))

    async def test_nothing_is_asked_once_answers_are_erased(self, both: Company) -> None:
        await change(both.first, "enrolments", HERS, erased_at=NOW)
        with refused("stale"):
            await both.first.run(show, HERS, "eva", chat_of("eva"))

    @pytest.mark.parametrize(("days", "there"), [(13, True), (14, False)])
    async def test_nor_from_the_day_on_which_answers_go_also_where_they_are_kept_on_wish(
        self, both: Company, days: int, *, there: bool
    ) -> None:
        """*Same answers next time* keeps the questionnaire; what is said here goes all the same."""
        await change(both.first, "tandems", TANDEM, state=TandemState.CLOSED, ended_at=NOW)
        both.clock.moment = NOW + timedelta(days=days)
        if there:
            await both.first.run(show, HERS, "eva", chat_of("eva"))
            return
        with refused("stale"):
            await both.first.run(show, HERS, "eva", chat_of("eva"))

    async def test_whoever_has_stopped_is_asked_only_if_they_say_so(self, both: Company) -> None:
        await after(both, 3)
        await both.first.run(stop, measure_id(HERS, Stage.MIDDLE), "eva")
        await both.first.run(show, HERS, "eva", chat_of("eva"))
        assert (await measure(both, Stage.END)).state is MeasureState.STOPPED

    async def test_without_a_tandem_it_asks_about_the_first_wish(self, both: Company) -> None:
        await change(both.first, "tandems", TANDEM, state=TandemState.CLOSED)
        await both.first.run(show, HERS, "eva", chat_of("eva"))
        assert (await measure(both, Stage.END)).said.topic == "data"


async def test_somebody_without_an_enrolment_is_not_asked(company: Company) -> None:
    await enrol(company.first, Role.MENTOR, "jan")
    await after(company, 6)
    assert await stages(company, HIS) == ["end", "middle"]
    assert await stages(company) == []

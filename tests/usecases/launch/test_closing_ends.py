"""What a closing ends, and its receipt."""

from __future__ import annotations

from datetime import timedelta

import pytest

from cards.catalogue import render
from cards.kit.words import Words
from mentoring.domain.closing import Closing, ClosingState
from mentoring.domain.cycle import CycleState
from mentoring.domain.people import Role
from mentoring.domain.poll import PollState
from mentoring.domain.questionnaire import When
from mentoring.domain.tandem import NOT_CLEAR, TandemState
from mentoring.ports.world import World
from mentoring.usecases.common.changes import catch_up
from mentoring.usecases.common.one_a_day import may_come_now
from mentoring.usecases.launch import closing
from mentoring.usecases.launch.clearing_away import archive, end_series
from mentoring.usecases.launch.closing import ended
from mentoring.usecases.launch.closing_card import ClosingNotice, closing_card
from mentoring.usecases.launch.ending import close
from mentoring.usecases.launch.thanks import thanks_card
from mentoring.usecases.sessions.deputies import deputy_card, tell
from tests.bench.support.programme import NOW, tandem_id
from tests.usecases.company import (
    FIRST,
    OTHER,
    STARTS,
    TANDEM,
    Company,
    all_of,
    asked_for,
    change,
    enrol,
    one,
    put,
    refused,
    shown,
    told,
)
from tests.usecases.launch.closings import (
    ANOTHER,
    CHAT,
    CLOSING,
    DAY,
    ONE,
    confirmed,
    end,
    the_closing,
)
from tests.usecases.polls.opened import KEY, poll_of


async def test_beside_the_thanks_nothing_comes_that_can_wait(company: Company) -> None:
    """The sponsor's question came in the same minute as the sponsor's own thanks."""
    await company.first.run(lambda uow, _: close(uow, TANDEM))
    await company.first.run(ended, "", TANDEM, clear=True)
    both = ["eva", "jan"]
    assert [await company.first.run(may_come_now, who, "else") for who in both] == [False, False]
    company.clock.moment += DAY
    assert [await company.first.run(may_come_now, who, "else") for who in both] == [True, True]


async def test_the_last_tandem_makes_the_receipt_and_what_is_left_is_named(quiet: World) -> None:
    made = await quiet.run(closing.prepare, "owner", CHAT)
    await quiet.run(closing.confirm, made.id)
    await quiet.run(closing.ended, made.id, tandem_id(ONE), clear=True)
    await quiet.run(closing.ended, made.id, tandem_id(ONE), clear=True)
    await catch_up(quiet)
    running = await the_closing(quiet, made.id)
    assert (running.state, running.ended, running.tandems) == (ClosingState.RUNNING, 1, 2)
    await quiet.run(closing.ended, made.id, tandem_id(ANOTHER), clear=False)
    await catch_up(quiet)
    done = await the_closing(quiet, made.id)
    assert (done.state, done.ended, done.troubled, done.done_at) == (
        ClosingState.DONE,
        2,
        (ANOTHER,),
        NOW,
    )


async def test_what_is_to_come_of_an_ended_tandem_has_no_time_any_more(quiet: World) -> None:
    await quiet.run(closing.ended, "closing-1", tandem_id(ONE), clear=True)
    sessions = await quiet.read(lambda uow, _: uow.sessions.all(tandem_id=tandem_id(ONE)))
    assert {(each.state, each.start) for each in sessions} == {("cancelled", None)}
    assert min(each.planned for each in sessions) > NOW + timedelta(days=1)


async def test_whoever_keeps_a_calendar_hears_of_the_end(company: Company) -> None:
    """In a message of its own, because nobody looks at an old card again."""
    await enrol(company.first, Role.MENTEE, "eva", When(deputy=("dora",)))
    await change(company.first, "people", "dora", conversation="dora's chat")
    await tell(company.first, TANDEM)
    await company.first.run(lambda uow, _: close(uow, TANDEM))
    await company.first.run(ended, "", TANDEM, clear=True)
    assert await told(company.first, deputy_card.name) == ["dora", "dora"]
    notice = await shown(company.first, deputy_card.name, TANDEM, "dora", view="eva")
    text = render(notice, Words("en")).summary
    assert text.startswith("The tandem of Eva and Jan in the programme “Tandem Nord” has come")


class TestEnding:
    """What is to come is cancelled, what was stays, the channel can still be read, and both get a
    word of thanks.
    """

    @pytest.mark.parametrize("times", [1, 2])
    async def test_all_of_it(self, company: Company, times: int) -> None:
        await confirmed(company)
        company.clock.moment = STARTS[1] + DAY
        await end(company, times=times)
        assert [
            event.start for event in company.outlook.of("jan") if event.invited == ("eva",)
        ] == list(STARTS[:2])
        assert [each.comment for each in company.outlook.cancelled] == ["closing in de, de"] * 4
        assert company.teams.archived == {("team", f"19:{TANDEM}")}
        assert await told(company.first, thanks_card.name) == ["eva", "jan"]
        thanks = await shown(company.first, thanks_card.name, TANDEM, "eva")
        assert thanks.past == 2
        found = await one(company.first, "tandems", TANDEM)
        assert (found.state, found.trouble, found.ended_at) == (
            TandemState.CLOSED,
            "",
            STARTS[1] + DAY,
        )

    async def test_nothing_is_agreed_on_any_more(self, company: Company) -> None:
        await put(company.first, "polls", poll_of())
        await end(company)
        assert (await one(company.first, "polls", KEY)).state is PollState.CLOSED

    async def test_a_tandem_without_a_channel_has_none_to_archive(self, company: Company) -> None:
        await change(company.first, "tandems", TANDEM, channel_id="")
        await archive(company.first, TANDEM)
        assert company.teams.archived == set()

    async def test_the_calendar_is_looked_after_once_more(self, company: Company) -> None:
        await put(company.first, "closings", Closing(CLOSING, "otto", ClosingState.RUNNING, 2))
        await end(company, times=2)
        await catch_up(company.unbound)
        assert await asked_for(company.first, "watch") == ["jan"]

    async def test_the_other_programmes_tandem_goes_on(self, company: Company) -> None:
        await end(company)
        assert len([event for event in company.outlook.of("jan") if event.invited == ("ada",)]) == 6
        assert (await one(company.second, "tandems", OTHER)).state is TandemState.LAUNCHED

    async def test_only_what_stands_is_closed(self, company: Company) -> None:
        before = await change(company.first, "tandems", TANDEM, state=TandemState.RELEASED)
        assert await company.first.run(lambda uow, _: close(uow, TANDEM)) == before

    async def test_another_programme_ends_nothing_of_it(self, company: Company) -> None:
        for act in (
            archive(company.second, TANDEM),
            end_series(company.second, TANDEM, "closing"),
        ):
            with refused("gone"):
                await act
        with refused("gone"):
            await company.second.run(closing.ended, CLOSING, TANDEM, clear=True)


class TestTheReceipt:
    """Once every tandem has ended the cycle is closed, and what is left in Microsoft 365 is
    named.
    """

    @pytest.mark.parametrize(("clear", "troubled"), [(True, ()), (False, (1,))])
    async def test_it_is_made_by_the_last_tandem(
        self, company: Company, clear: bool, troubled: tuple[int, ...]
    ) -> None:
        await confirmed(company)
        await end(company, clear=clear)
        await catch_up(company.unbound)
        found = await the_closing(company.first, CLOSING)
        assert (found.state, found.ended, found.troubled) == (ClosingState.DONE, 1, troubled)
        assert (await one(company.first, "tandems", TANDEM)).trouble == ("" if clear else NOT_CLEAR)
        cycle = await one(company.unbound, "cycles", FIRST)
        assert (cycle.state, cycle.closed_at) == (CycleState.CLOSED, company.clock.moment)

    async def test_of_two_tandems_one_is_given_up_and_the_cycle_is_closed_all_the_same(
        self, quiet: World
    ) -> None:
        """Answers get their time to go, and the receipt names what is left."""
        made = await quiet.run(closing.prepare, "owner", CHAT)
        await quiet.run(closing.confirm, made.id)
        await quiet.run(closing.ended, made.id, tandem_id(ONE), clear=True)
        subject = f"{made.id}:{tandem_id(ANOTHER)}"
        for _ in range(2):
            await quiet.run(closing.end_tandem.given_up, subject)
        await catch_up(quiet)
        done = await the_closing(quiet, made.id)
        assert (done.state, done.ended, done.troubled) == (ClosingState.DONE, 2, (ANOTHER,))
        found = await one(quiet, "tandems", tandem_id(ANOTHER))
        assert (found.state, found.ended_at) == (TandemState.CLOSED, NOW)
        assert len(await all_of(quiet, "timers", kind="cycle-due")) == 2
        assert len(await all_of(quiet, "postings", kind=thanks_card.name)) == 4

    async def test_what_is_cleared_away_later_is_no_longer_named(self, company: Company) -> None:
        await confirmed(company)
        await end(company, clear=False)
        await catch_up(company.unbound)
        await closing.end_tandem(company.first, f"{CLOSING}:{TANDEM}")
        await catch_up(company.unbound)
        found = await the_closing(company.first, CLOSING)
        assert (found.state, found.ended, found.troubled) == (ClosingState.DONE, 1, ())
        assert (await one(company.first, "tandems", TANDEM)).trouble == ""

    async def test_owners_read_what_it_has_counted(self, company: Company) -> None:
        await confirmed(company)
        found = await shown(company.first, closing_card.name, CLOSING, "otto")
        assert found == ClosingNotice(await the_closing(company.first, CLOSING))

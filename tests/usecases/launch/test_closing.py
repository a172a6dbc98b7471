"""The end of a cycle: shown first, confirmed once, carried out tandem by tandem; the last one makes
the receipt.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from cards.catalogue import render
from cards.kit.words import Words
from mentoring.domain.closing import Closing, ClosingState
from mentoring.domain.cycle import CycleKind, CycleState
from mentoring.domain.enrolment import Application, EnrolmentState
from mentoring.domain.people import Role
from mentoring.domain.poll import PollState
from mentoring.domain.posting import Posting
from mentoring.domain.questionnaire import When
from mentoring.domain.tandem import NOT_CLEAR, ByHand, TandemState
from mentoring.notices import Scene, notice_of
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.changes import catch_up
from mentoring.usecases.launch import closing
from mentoring.usecases.launch.clearing_away import archive, end_series
from mentoring.usecases.launch.closing import (
    AFTER_THE_LAST,
    MONTH,
    ClosingNotice,
    closing_card,
    end_when_over,
    ended,
)
from mentoring.usecases.launch.ending import close
from mentoring.usecases.launch.one_tandem import trouble
from mentoring.usecases.launch.thanks import thanks_card
from mentoring.usecases.matching.offers import close_round, left_over_card
from mentoring.usecases.sessions.deputies import deputy_card, tell
from tests.bench.support.programme import NOW, tandem_id
from tests.usecases.busy import BEING_LAUNCHED, RUNNING, at_once
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
    hidden,
    one,
    put,
    refused,
    session,
    shown,
    told,
)
from tests.usecases.launch.ready import key, ready
from tests.usecases.polls.opened import KEY, poll_of

CHAT = Chat("19:owners", "https://service.example/")
ONE, ANOTHER = RUNNING
DORA = f"{FIRST}:mentor:dora"


@pytest.fixture
async def quiet(busy: World) -> World:
    """The busy programme, where nothing is being launched any more."""
    for number in BEING_LAUNCHED:
        over = {"state": TandemState.CLOSED, "ended_at": NOW}
        await change(busy, "tandems", tandem_id(number), **over)
    return busy


async def the_closing(world: World, key: str) -> Closing:
    return await world.read(lambda uow, _: uow.closings.need(key))


async def test_the_preview_counts_what_would_end(quiet: World) -> None:
    made = await quiet.run(closing.prepare, "owner", CHAT)
    posting = Posting("p", "closing", made.id, "owner")
    notice = await quiet.read(lambda uow, moment: notice_of(uow, Scene(posting, moment)))
    assert replace(notice, told=0) == ClosingNotice(made, running=2, ahead=12, channels=2, offers=4)


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


async def test_of_two_closings_confirmed_at_the_same_moment_one_runs(quiet: World) -> None:
    both = [await quiet.run(closing.prepare, "owner", CHAT) for _ in range(2)]
    outcome = await at_once(quiet, closing.confirm, *[(each.id,) for each in both])
    assert (outcome.done, outcome.refused) == (1, ["close-running"])
    assert await quiet.read(lambda uow, _: uow.effects.count(kind="end_tandem")) == 2


async def test_what_is_to_come_of_an_ended_tandem_has_no_time_any_more(quiet: World) -> None:
    await quiet.run(closing.ended, "closing-1", tandem_id(ONE), clear=True)
    sessions = await quiet.read(lambda uow, _: uow.sessions.all(tandem_id=tandem_id(ONE)))
    assert {(each.state, each.start) for each in sessions} == {("cancelled", None)}
    assert min(each.planned for each in sessions) > NOW + timedelta(days=1)


DAY, CLOSING = timedelta(days=1), f"{FIRST}.closing-1"


async def confirmed(company: Company) -> str:
    """The id of a closing of the first programme that has just been confirmed."""
    made = await company.first.run(closing.prepare, "otto", CHAT)
    await company.first.run(closing.confirm, made.id)
    return made.id


async def end(company: Company, *, clear: bool = True, times: int = 1) -> None:
    """The steps by which Jan's and Eva's tandem ends, each as often as it is tried."""
    for _ in range(times):
        await company.first.run(lambda uow, _: close(uow, TANDEM))
    for _ in range(times):
        await end_series(company.first, TANDEM, "closing")
    for _ in range(times):
        await archive(company.first, TANDEM)
    for _ in range(times):
        await company.first.run(closing.ended, CLOSING, TANDEM, clear=clear)


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


class TestConfirming:
    """All tandems of this programme that run are ended, once."""

    async def test_it_begins_once(self, company: Company) -> None:
        made = await confirmed(company)
        await company.first.run(closing.confirm, made)
        assert made == CLOSING
        assert await asked_for(company.unbound, "end_tandem") == [f"{CLOSING}:{TANDEM}"]
        assert (await the_closing(company.first, made)).state is ClosingState.RUNNING

    async def test_the_cycle_is_being_closed_from_then_on(self, company: Company) -> None:
        await confirmed(company)
        assert (await one(company.unbound, "cycles", FIRST)).state is CycleState.CLOSING

    async def test_where_no_tandem_runs_there_is_nothing_to_close(self, company: Company) -> None:
        made = await company.first.run(closing.prepare, "otto", CHAT)
        await change(company.first, "tandems", TANDEM, state=TandemState.CLOSED)
        with refused("close-nobody"):
            await company.first.run(closing.confirm, made.id)
        with refused("close-nobody"):
            await company.first.run(closing.prepare, "otto", CHAT)

    async def test_while_one_is_at_work_there_is_no_other(self, company: Company) -> None:
        await confirmed(company)
        with refused("close-running"):
            await company.first.run(closing.prepare, "otto", CHAT)

    async def test_what_is_just_being_launched_is_waited_for(self, company: Company) -> None:
        """Its series and channel would come to stand after the cycle's end, and nobody would clear
        them away.
        """
        made = await company.first.run(closing.prepare, "otto", CHAT)
        await ready(company.first, 2, state=TandemState.LAUNCHING)
        with refused("close-launching"):
            await company.first.run(closing.confirm, made.id)
        with refused("close-launching"):
            await company.first.run(closing.prepare, "otto", CHAT)
        await company.first.run(lambda uow, _: trouble(uow, key(company.first, 2), "away"))
        await company.first.run(closing.confirm, made.id)
        assert (await the_closing(company.first, made.id)).state is ClosingState.RUNNING

    async def test_a_yes_that_comes_in_between_ends_with_it(
        self, company: Company, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Else the two stand ready for good, in a cycle that is over."""
        await ready(company.first, 3, state=TandemState.ASKED_MENTEE, mentor_agreed=True)
        third = key(company.first, 3)

        def after_a_yes(uow: UnitOfWork, moment: Moment, *, everything: bool = False) -> int:
            uow.tandems.put(replace(uow.tandems.need(third), state=TandemState.ACCEPTED))
            return close_round(uow, moment, everything=everything)

        monkeypatch.setattr(closing, "close_round", after_a_yes)
        made = await confirmed(company)
        assert f"{made}:{third}" in await asked_for(company.first, "end_tandem")
        assert (await one(company.first, "tandems", third)).closing_id == made
        assert (await the_closing(company.first, made)).tandems == 2

    async def test_no_other_preview_of_it_stays_open(self, company: Company) -> None:
        another = await company.first.run(closing.prepare, "otto", CHAT)
        await confirmed(company)
        assert (await the_closing(company.first, another.id)).state is ClosingState.DISCARDED

    async def test_a_cycle_without_end_is_not_closed(self, company: Company) -> None:
        await change(company.unbound, "cycles", FIRST, kind=CycleKind.ROLLING)
        with refused("close-rolling"):
            await company.first.run(closing.prepare, "otto", CHAT)

    async def test_another_programme_does_not_know_it(self, company: Company) -> None:
        made = await company.first.run(closing.prepare, "otto", CHAT)
        with refused("gone"):
            await company.second.run(closing.confirm, made.id)
        assert await hidden(company.second, closing_card.name, made.id, "olga") == "erased"


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


class TestWithoutACommonEnd:
    """In a rolling cycle a tandem ends by itself, some days after its last session."""

    LAST = STARTS[-1]

    @pytest.fixture
    async def rolling(self, company: Company) -> Company:
        """Jan and Eva have a tandem with an end of its own; both are enrolled."""
        await change(company.unbound, "cycles", FIRST, kind=CycleKind.ROLLING)
        for role, person in ((Role.MENTOR, "jan"), (Role.MENTEE, "eva")):
            await enrol(company.first, role, person)
        tandem = await one(company.first, "tandems", TANDEM)
        await company.first.run(end_when_over, tandem)
        return company

    async def ends(self, company: Company, moment: datetime) -> list[str]:
        await company.at(moment)
        return await asked_for(company.first, "end_tandem")

    async def test_a_week_after_the_last_one(self, rolling: Company) -> None:
        assert await self.ends(rolling, self.LAST + AFTER_THE_LAST - DAY) == []
        assert await self.ends(rolling, self.LAST + AFTER_THE_LAST) == [f":{TANDEM}"]

    async def test_not_before_a_session_that_was_put_off(self, rolling: Company) -> None:
        await change(rolling.first, "sessions", session(6), start=self.LAST + 20 * DAY)
        assert await self.ends(rolling, self.LAST + 21 * DAY) == []
        assert await self.ends(rolling, self.LAST + 35 * DAY) == [f":{TANDEM}"]

    async def test_not_while_something_is_being_agreed_on(self, rolling: Company) -> None:
        await put(rolling.first, "polls", poll_of())
        assert await self.ends(rolling, self.LAST + AFTER_THE_LAST) == []
        await put(rolling.first, "polls", replace(poll_of(), state=PollState.CLOSED))
        assert await self.ends(rolling, self.LAST + 2 * AFTER_THE_LAST) == [f":{TANDEM}"]

    async def test_not_twice(self, rolling: Company) -> None:
        await change(rolling.first, "tandems", TANDEM, state=TandemState.CLOSED)
        assert await self.ends(rolling, self.LAST + AFTER_THE_LAST) == []

    async def test_two_who_arrange_their_dates_themselves_have_as_much_time(
        self, rolling: Company
    ) -> None:
        """Nobody knows when they meet, so it is as many months as the others have sessions."""
        earlier = await all_of(rolling.first, "sessions", tandem_id=TANDEM)
        await rolling.store.run(lambda uow: [uow.sessions.delete(each.id) for each in earlier])
        await change(rolling.first, "tandems", TANDEM, by_hand=ByHand.DATES)
        tandem = await one(rolling.first, "tandems", TANDEM)
        await rolling.first.run(end_when_over, tandem)
        half_a_year = rolling.clock.moment + 6 * MONTH
        assert await self.ends(rolling, half_a_year) == []
        assert await self.ends(rolling, half_a_year + AFTER_THE_LAST) == [f":{TANDEM}"]

    async def test_whose_dates_are_found_late_have_an_end_too(self, rolling: Company) -> None:
        """Where a calendar could not be read, the two choose their dates after the launch."""
        later = await all_of(rolling.first, "sessions", tandem_id=TANDEM)
        await rolling.store.run(lambda uow: [uow.sessions.delete(each.id) for each in later])
        tandem = await one(rolling.first, "tandems", TANDEM)
        await rolling.first.run(end_when_over, tandem)
        assert await self.ends(rolling, STARTS[0] + 3 * AFTER_THE_LAST) == []
        await put(rolling.first, "sessions", *later)
        assert await self.ends(rolling, self.LAST + 2 * AFTER_THE_LAST) == [f":{TANDEM}"]

    async def test_then_both_are_asked_anew(self, rolling: Company) -> None:
        await rolling.first.run(closing.ended, "", TANDEM, clear=True)
        states = {each.person_id: each.state for each in await all_of(rolling.first, "enrolments")}
        assert states == {"eva": EnrolmentState.INVITED, "jan": EnrolmentState.INVITED}
        assert await told(rolling.first, "enrolment") == ["eva", "jan"]

    async def test_a_mentor_of_two_goes_on_with_what_he_has_said_until_the_second_ends(
        self, rolling: Company
    ) -> None:
        """*Not now* on the card wiped his deputy and times in the middle of the second tandem."""
        second = f"{FIRST}.tandem-2"
        tandem = await one(rolling.first, "tandems", TANDEM)
        await put(rolling.first, "tandems", replace(tandem, id=second, number=2, mentee_id="ada"))
        await enrol(rolling.first, Role.MENTOR, "jan", When(deputy=("dora",)))
        await enrol(rolling.first, Role.MENTEE, "ada")
        await change(rolling.first, "tandems", TANDEM, state=TandemState.CLOSED)
        await rolling.first.run(closing.ended, "", TANDEM, clear=True)
        assert await told(rolling.first, "enrolment") == ["eva"]
        his = await one(rolling.first, "enrolments", f"{FIRST}:mentor:jan")
        assert (his.state, his.answers.when) == (EnrolmentState.DONE, When(deputy=("dora",)))
        await change(rolling.first, "tandems", second, state=TandemState.CLOSED)
        await rolling.first.run(closing.ended, "", second, clear=True)
        assert await told(rolling.first, "enrolment") == ["ada", "eva", "jan"]

    async def test_where_all_end_together_nobody_is_asked_by_that(self, company: Company) -> None:
        await enrol(company.first, Role.MENTEE, "eva")
        await end(company)
        assert [each.state for each in await all_of(company.first, "enrolments")] == [
            EnrolmentState.DONE
        ]


async def test_a_closing_is_discarded_or_grows_old_and_nothing_ends(company: Company) -> None:
    """issue 12, U1: the preview stayed pressable for ever."""
    made = await company.first.run(
        closing.prepare, "otto", Chat("19:owners", "https://service.example/")
    )
    with refused("preview-changed"):
        await company.first.run(closing.confirm, made.id, seen="7.0.0.0.0.0")
    company.clock.moment += timedelta(days=1)
    with refused("preview-old"):
        await company.first.run(closing.confirm, made.id, seen="1.0.0")
    await company.first.run(closing.discard, made.id)
    await company.first.run(closing.confirm, made.id, seen="1.0.0")
    assert (await one(company.first, "closings", made.id)).state is ClosingState.DISCARDED
    assert await asked_for(company.first, "end_tandem") == []


async def test_an_application_that_came_after_the_preview_is_not_ended_unseen(
    company: Company,
) -> None:
    """issue 12, U1: it was ended for good, though the card had not spoken of it."""
    made, seen = await previewed(company)
    await enrol(company.first, Role.MENTOR, "dora")
    await change(company.first, "enrolments", DORA, application=Application.OPEN)
    await refused_unseen(company, made, seen)


async def test_nobody_is_told_unseen_that_there_is_no_tandem(company: Company) -> None:
    made, seen = await previewed(company)
    await enrol(company.first, Role.MENTOR, "dora")
    await refused_unseen(company, made, seen)


async def refused_unseen(company: Company, made: Closing, seen: str) -> None:
    """The card says anew what would happen, and as it says it, it is done."""
    with refused("preview-changed"):
        await company.first.run(closing.confirm, made.id, seen=seen)
    notice = await shown(company.first, closing_card.name, made.id, "otto")
    await company.first.run(closing.confirm, made.id, seen=notice.seen)
    assert (await one(company.first, "closings", made.id)).state is ClosingState.RUNNING


async def test_it_says_how_many_read_that_there_is_no_tandem_and_so_many_do(
    company: Company,
) -> None:
    """Without an open offer it spoke of nobody, and told them all the same."""
    await enrol(company.first, Role.MENTOR, "dora")
    made, _ = await previewed(company)
    notice = await shown(company.first, closing_card.name, made.id, "otto")
    assert (notice.offers, notice.told) == (0, 1)
    assert "one person reads a kind word" in str(render(notice, Words("en")).content)
    await company.first.run(closing.confirm, made.id, seen=notice.seen)
    assert await told(company.first, left_over_card.name) == ["dora"]


async def test_the_preview_follows_who_would_be_told(company: Company) -> None:
    await previewed(company)
    await catch_up(company.first)
    (before,) = await all_of(company.first, "postings", kind="closing")
    await enrol(company.first, Role.MENTOR, "dora")
    await catch_up(company.first)
    assert (await one(company.first, "postings", before.id)).wanted > before.wanted


async def previewed(company: Company) -> tuple[Closing, str]:
    """A preview, and what a press on it would say."""
    made = await company.first.run(closing.prepare, "otto", CHAT)
    notice = await shown(company.first, closing_card.name, made.id, "otto")
    return made, notice.seen


async def test_what_could_not_be_cleared_away_is_named_to_nobody_whose_it_is(
    company: Company,
) -> None:
    done = Closing("c", "otto", ClosingState.DONE, 1, 1, (1,))
    await put(company.first, "closings", done)
    found = await shown(company.first, closing.closing_card.name, "c", "otto")
    own = await shown(company.first, closing.closing_card.name, "c", "eva")
    assert (found.left, found.left_out) == (((1, "Jan", "Eva"),), 0)
    assert (own.left, own.left_out) == ((), 1)

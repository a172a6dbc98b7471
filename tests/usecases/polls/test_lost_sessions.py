"""A session is lost: both get new times, and after two in a row help is offered to them; owners
hear of it only if one of the two asks for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace

import pytest

from mentoring.domain.people import Role
from mentoring.domain.poll import Cause
from mentoring.domain.questionnaire import When
from mentoring.domain.session import Session
from mentoring.domain.tandem import Tandem
from mentoring.notices import audience
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.polls.lost_sessions import (
    NeedsHelpNotice,
    ask_for_support,
    help_offer_card,
    length_of,
    lose,
    met,
    needs_help_card,
)
from mentoring.usecases.programme.owners_channel import heard_in
from tests.usecases.company import (
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
    refused,
    session,
    shown,
)
from tests.usecases.ports import chat_of


async def lost(
    company: Company, *numbers: int, cause: Cause = Cause.DECLINED, by: str = ""
) -> None:
    """These sessions of Jan and Eva are lost."""

    def unit(uow: UnitOfWork, moment: Moment) -> None:
        sessions = [uow.sessions.need(session(number)) for number in numbers]
        lose(uow, moment, uow.tandems.need(TANDEM), sessions, cause, by, moment.now)

    await company.first.run(unit)


async def the_tandem(company: Company) -> Tandem:
    found: Tandem = await one(company.first, "tandems", TANDEM)
    return found


async def the_session(company: Company, number: int = 1) -> Session:
    found: Session = await one(company.first, "sessions", session(number))
    return found


async def sought(company: Company) -> Sequence[tuple[str, Cause, bool]]:
    """For what times are looked for: session, cause, and whether a shorter one is offered."""
    return [
        (poll.session_id, poll.cause, poll.shorter) for poll in await all_of(company.first, "polls")
    ]


class TestTheSession:
    """Where it stands after it was lost."""

    async def test_a_declined_one_still_stands_at_its_organizers(self, company: Company) -> None:
        await lost(company, 1, cause=Cause.DECLINED)
        found = await the_session(company)
        assert (found.start, found.is_declined) == (STARTS[0], True)

    async def test_a_cancelled_one_has_no_time_any_more(self, company: Company) -> None:
        await change(
            company.first,
            "sessions",
            session(1),
            event_id="single-1",
            join_url="https://join.example/",
        )
        await lost(company, 1, cause=Cause.CANCELLED)
        found = await the_session(company)
        assert (found.start, found.state, found.event_id, found.join_url) == (None, "open", "", "")

    async def test_a_missed_one_lies_in_the_past(self, company: Company) -> None:
        before = await the_session(company)
        await lost(company, 1, cause=Cause.MISSED)
        assert await the_session(company) == before


class TestTheRescue:
    """New times are looked for at once; what is under way already stays."""

    @pytest.mark.parametrize("cause", [Cause.DECLINED, Cause.CANCELLED, Cause.MISSED])
    async def test_another_time_is_looked_for(self, company: Company, cause: Cause) -> None:
        await lost(company, 1, cause=cause)
        assert await sought(company) == [(session(1), cause, False)]
        assert len(await asked_for(company.first, "find_slots")) == 1

    async def test_several_are_looked_for_one_by_one_while_others_stand(
        self, company: Company
    ) -> None:
        await lost(company, 1, 2)
        assert sorted(await sought(company)) == [(session(n), Cause.DECLINED, True) for n in (1, 2)]

    async def test_if_nothing_is_left_a_new_series_is_looked_for(self, company: Company) -> None:
        await change(company.first, "tandems", TANDEM, minutes=90, rhythm="two_weeks")
        await lost(company, *range(1, 7), cause=Cause.CANCELLED)
        (poll,) = await all_of(company.first, "polls")
        assert (poll.session_id, poll.minutes, poll.rhythm) == ("", 90, "two_weeks")

    async def test_the_last_one_of_all_is_not_a_series(self, company: Company) -> None:
        company.clock.moment = STARTS[4]
        await lost(company, 6, cause=Cause.CANCELLED)
        assert await sought(company) == [(session(6), Cause.CANCELLED, False)]

    async def test_after_two_in_a_row_a_shorter_one_is_offered(self, company: Company) -> None:
        await lost(company, 1)
        await lost(company, 2)
        assert sorted(await sought(company)) == [
            (session(1), Cause.DECLINED, False),
            (session(2), Cause.DECLINED, True),
        ]


class TestTheCount:
    """Sessions lost since the two last met."""

    async def test_each_lost_session_counts(self, company: Company) -> None:
        await lost(company, 1, 2)
        await lost(company, 3)
        assert (await the_tandem(company)).lost_in_a_row == 3

    @pytest.mark.parametrize(("by", "count"), [("eva", 0), ("jan", 1), ("", 1)])
    async def test_what_a_deputy_declines_is_rearranged_and_not_lost(
        self, company: Company, by: str, count: int
    ) -> None:
        """Eva's calendar is kept by Dora, so whatever is declined in it was declined by Dora."""
        await enrol(company.first, Role.MENTEE, "eva", When(deputy=("dora",)))
        await lost(company, 1, by=by)
        assert (await the_tandem(company)).lost_in_a_row == count
        assert len(await sought(company)) == 1

    async def test_whoever_meets_begins_anew(self, company: Company) -> None:
        tandem = await change(company.first, "tandems", TANDEM, lost_in_a_row=3)
        await company.first.run(lambda uow, _: met(uow, tandem))
        assert (await the_tandem(company)).lost_in_a_row == 0


async def offered(company: Company) -> list[str]:
    """To whom help was offered, once for each card."""
    found = await all_of(company.first, "postings", kind=help_offer_card.name)
    return sorted(each.person_id for each in found)


async def told_to_owners(company: Company) -> list[tuple[str, str, str]]:
    """About which tandem, to whom, and where."""
    found = await all_of(company.unbound, "postings", kind=needs_help_card.name)
    return [(each.subject_id, each.person_id, each.conversation) for each in found]


async def ask(company: Company, who: str) -> None:
    """Press on the newest offer; whoever has none presses on another's."""
    found = await all_of(company.first, "postings", kind=help_offer_card.name)
    own = [each for each in found if each.person_id == who] or found
    await company.first.run(ask_for_support, TANDEM, who, own[-1].id)


@pytest.fixture
async def heard(company: Company) -> Company:
    """The bot knows the owners' channels of both programmes."""
    for world, where in ((company.first, "first"), (company.second, "second")):
        await world.run(heard_in, chat_of(where))
    return company


class TestTheOfferOfHelp:
    """To each of the two, once a streak."""

    async def test_one_lost_session_needs_none(self, heard: Company) -> None:
        await lost(heard, 1)
        assert await offered(heard) == []

    async def test_after_two_in_a_row_it_is_offered_to_both(self, heard: Company) -> None:
        for number in (1, 2, 3):
            await lost(heard, number)
        assert await offered(heard) == ["eva", "jan"]

    async def test_two_at_once_are_two_in_a_row(self, heard: Company) -> None:
        await lost(heard, 1, 2)
        assert await offered(heard) == ["eva", "jan"]

    async def test_a_new_streak_is_a_new_offer(self, heard: Company) -> None:
        await lost(heard, 1, 2)
        await heard.first.run(lambda uow, _: met(uow, uow.tandems.need(TANDEM)))
        await lost(heard, 3, 4)
        assert await offered(heard) == ["eva", "eva", "jan", "jan"]

    @pytest.mark.parametrize("times", [2, 3, 6])
    async def test_nobody_else_hears_of_lost_sessions(self, heard: Company, times: int) -> None:
        """issue 12: owners learn of it only if one of the two wants that."""
        await enrol(heard.first, Role.MENTEE, "eva", When(deputy=("dora",)))
        await lost(heard, *range(1, times + 1))
        assert await told_to_owners(heard) == []
        assert await offered(heard) == ["eva", "jan"]

    async def test_the_other_one_is_not_told_who_asked(self, heard: Company) -> None:
        await lost(heard, 1, 2)
        before = await shown(heard.first, help_offer_card.name, TANDEM, "eva")
        await ask(heard, "jan")
        assert await shown(heard.first, help_offer_card.name, TANDEM, "eva") == before
        standing = await all_of(heard.first, "postings", kind=help_offer_card.name)
        assert {(each.person_id, each.view) for each in standing} == {("jan", "asked"), ("eva", "")}

    async def test_once_the_two_have_met_there_is_nothing_left_to_do(self, heard: Company) -> None:
        await lost(heard, 1, 2)
        await heard.first.run(lambda uow, _: met(uow, uow.tandems.need(TANDEM)))
        assert (await shown(heard.first, help_offer_card.name, TANDEM, "eva")).over
        with refused("stale"):
            await ask(heard, "eva")

    async def test_only_the_two_may_ask(self, heard: Company) -> None:
        await lost(heard, 1, 2)
        with refused("not-yours"):
            await ask(heard, "dora")
        assert await hidden(heard.first, help_offer_card.name, TANDEM, "dora") == "not-yours"


class TestWhatOwnersHear:
    """That a tandem would like support: once, and nothing else."""

    async def test_one_of_the_two_asks_and_they_are_told_once(self, heard: Company) -> None:
        await lost(heard, 1, 2)
        for who in ("eva", "jan", "eva"):
            await ask(heard, who)
        assert await told_to_owners(heard) == [(TANDEM, "", chat_of("first").conversation)]

    async def test_where_the_bot_knows_no_channel_that_is_said(self, company: Company) -> None:
        await lost(company, 1, 2)
        with refused("support-nobody"):
            await ask(company, "eva")
        assert not (await shown(company.first, help_offer_card.name, TANDEM, "eva")).asked

    async def test_of_an_owners_own_tandem_only_the_other_owners_hear(self, heard: Company) -> None:
        """issue 12, P12."""
        await change(heard.unbound, "programmes", "p1", owners=("eva", "otto"))
        await lost(heard, 1, 2)
        await ask(heard, "eva")
        assert await told_to_owners(heard) == [(TANDEM, "otto", "")]

    async def test_a_card_in_the_channel_closes_itself_to_an_owner_of_that_tandem(
        self, company: Company
    ) -> None:
        await change(company.unbound, "programmes", "p1", owners=("eva", "otto"))
        assert await hidden(company.first, needs_help_card.name, TANDEM, "") == "decide-elsewhere"

    async def test_it_holds_the_tandem_alone(self, company: Company) -> None:
        assert [each.name for each in fields(NeedsHelpNotice)] == ["tandem", "mentor", "mentee"]
        assert audience(needs_help_card.name) == "owners"
        assert await shown(company.first, needs_help_card.name, TANDEM, "") == NeedsHelpNotice(
            await the_tandem(company), "Jan", "Eva"
        )
        assert await hidden(company.first, needs_help_card.name, OTHER, "") == "erased"


@pytest.mark.parametrize(("own", "minutes"), [(0, 120), (60, 60)])
async def test_a_session_lasts_as_long_as_the_two_have_chosen(
    company: Company, own: int, minutes: int
) -> None:
    tandem = replace(await the_tandem(company), minutes=own)
    assert length_of(await company.first.moment(), tandem) == minutes

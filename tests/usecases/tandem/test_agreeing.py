"""The two read, change and agree to what they have agreed on."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from mentoring.domain.agreement import Agreement, Change, Item, Reach, Terms
from mentoring.domain.people import Role
from mentoring.domain.questionnaire import Purpose
from mentoring.domain.tandem import ByHand, TandemState
from mentoring.usecases.common.one_a_day import may_come_now
from mentoring.usecases.launch.one_tandem import launched
from mentoring.usecases.sessions.reminders import remind_of
from mentoring.usecases.tandem.agreeing import agree, change, look_at, propose, show
from mentoring.usecases.tandem.agreement import AgreementNotice
from mentoring.usecases.tandem.wanted import WITHOUT_AGREEMENT, switch
from mentoring.usecases.tandem.when_it_fits import bring_card
from tests.usecases.company import (
    NOW,
    STARTS,
    TANDEM,
    Company,
    all_of,
    asked_for,
    enrol,
    one,
    put,
    refused,
    send_all,
    session,
    shown,
    told,
)
from tests.usecases.company import (
    change as change_row,
)
from tests.usecases.ports import chat_of

THE_DAY = STARTS[0] - timedelta(hours=6)


async def opened(company: Company, who: str) -> str:
    """The id of the card that they have opened."""
    await company.first.run(show, TANDEM, who, chat_of(who))
    cards = await all_of(company.first, "postings", kind="agreement_card", person_id=who)
    return str(cards[-1].id)


async def found(company: Company) -> Agreement:
    agreement: Agreement = await one(company.first, "agreements", TANDEM)
    return agreement


class TestProposing:
    async def test_each_ones_goal_comes_from_the_questionnaire(self, company: Company) -> None:
        await enrol(company.first, Role.MENTOR, "jan", Purpose("Führung sehen"))
        await enrol(company.first, Role.MENTEE, "eva", Purpose("KI nutzen"))
        await opened(company, "eva")
        assert (await found(company)).terms == Terms("Führung sehen", "KI nutzen")

    async def test_who_has_named_none_writes_it_here(self, company: Company) -> None:
        await opened(company, "jan")
        assert (await found(company)).terms == Terms()

    async def test_whose_room_owners_have_arranged_reach_each_other_by_chat(
        self, company: Company
    ) -> None:
        await change_row(company.first, "tandems", TANDEM, by_hand=ByHand.ROOM)
        await opened(company, "jan")
        assert (await found(company)).terms.reach == (Reach.CHAT,)

    async def test_what_they_have_stays_as_it_is(self, company: Company) -> None:
        await put(company.first, "agreements", Agreement(TANDEM, TANDEM, Terms("sehen")))
        tandem = await one(company.first, "tandems", TANDEM)
        proposed = await company.first.run(lambda uow, _: propose(uow, tandem))
        assert proposed.terms == Terms("sehen")


class TestOnTheDay:
    @pytest.fixture
    async def begun(self, company: Company) -> Company:
        """The tandem is reminded of its sessions."""
        tandem = await one(company.first, "tandems", TANDEM)
        await company.first.run(lambda uow, now: remind_of(uow, tandem, now))
        return company

    async def test_of_the_first_session_both_get_it(self, begun: Company) -> None:
        await begun.at(STARTS[0] - timedelta(days=1))
        assert await told(begun.first, "agreement_card") == []
        await begun.at(THE_DAY)
        assert await told(begun.first, "agreement_card") == ["eva", "jan"]

    async def test_and_never_again_by_itself(self, begun: Company) -> None:
        await begun.at(THE_DAY)
        await begun.at(STARTS[1] - timedelta(hours=6))
        assert await told(begun.first, "agreement_card") == ["eva", "jan"]

    async def test_where_the_first_is_lost_it_comes_with_the_second(self, begun: Company) -> None:
        await change_row(begun.first, "sessions", session(1), declined=STARTS[0])
        await begun.at(THE_DAY)
        assert await told(begun.first, "agreement_card") == []
        await begun.at(STARTS[1] - timedelta(hours=6))
        assert await told(begun.first, "agreement_card") == ["eva", "jan"]

    async def test_one_that_has_moved_is_waited_for(self, begun: Company) -> None:
        await change_row(
            begun.first, "sessions", session(1), state="moved", start=STARTS[0] + timedelta(days=2)
        )
        await begun.at(THE_DAY)
        assert await told(begun.first, "agreement_card") == []

    async def test_who_has_opened_it_before_is_left_in_peace(self, begun: Company) -> None:
        await opened(begun, "eva")
        await begun.at(THE_DAY)
        assert await told(begun.first, "agreement_card") == ["eva", "jan"]


class TestWithoutDates:
    """Owners have arranged the dates by hand, so nothing of the tandem stands in a calendar."""

    @pytest.fixture
    async def by_hand(self, company: Company) -> Company:
        """The tandem is launched on a Monday at nine."""
        row = {"state": TandemState.LAUNCHING, "by_hand": ByHand.DATES}
        await change_row(company.first, "tandems", TANDEM, **row)
        await company.first.run(launched, TANDEM)
        return company

    async def test_both_get_it_the_day_after_the_launch_and_once(self, by_hand: Company) -> None:
        await by_hand.at(NOW + timedelta(hours=8))
        assert await brought(by_hand) == []
        for days in (1, 2):
            await by_hand.at(NOW + timedelta(days=days))
            assert await brought(by_hand) == ["eva", "jan"]

    async def test_who_has_opened_it_before_is_left_in_peace(self, by_hand: Company) -> None:
        await opened(by_hand, "eva")
        await by_hand.at(NOW + timedelta(days=1))
        assert await brought(by_hand) == ["jan"]

    async def test_of_a_tandem_that_is_over_nobody_gets_it(self, by_hand: Company) -> None:
        await change_row(by_hand.first, "tandems", TANDEM, state=TandemState.CLOSED)
        await by_hand.at(NOW + timedelta(days=1))
        assert await brought(by_hand) == []

    async def test_who_was_told_something_that_day_gets_it_on_the_next(
        self, by_hand: Company
    ) -> None:
        by_hand.clock.moment = NOW + timedelta(days=1)
        assert await by_hand.first.run(lambda uow, now: may_come_now(uow, now, "eva", "else"))
        await by_hand.at(NOW + timedelta(days=1))
        for who in ("eva", "jan"):
            await bring_card(by_hand.first, f"agreement_card:{TANDEM}:{who}")
        assert await told(by_hand.first, "agreement_card") == ["jan"]
        await by_hand.at(NOW + timedelta(days=2))
        await bring_card(by_hand.first, f"agreement_card:{TANDEM}:eva")
        assert await told(by_hand.first, "agreement_card") == ["eva", "jan"]

    @pytest.mark.parametrize(("agreed", "cards"), [((), 1), ((Role.MENTOR,), 2)])
    async def test_who_opens_it_while_it_waits_gets_no_second_one_unless_it_says_something_new(
        self, by_hand: Company, agreed: tuple[Role, ...], cards: int
    ) -> None:
        by_hand.clock.moment = NOW + timedelta(days=1)
        await by_hand.first.run(lambda uow, now: may_come_now(uow, now, "eva", "else"))
        await by_hand.at(NOW + timedelta(days=1))
        await bring_card(by_hand.first, f"agreement_card:{TANDEM}:eva")
        await opened(by_hand, "eva")
        await send_all(by_hand.first)
        await change_row(by_hand.first, "agreements", TANDEM, agreed=agreed)
        await by_hand.at(NOW + timedelta(days=2))
        await bring_card(by_hand.first, f"agreement_card:{TANDEM}:eva")
        assert await told(by_hand.first, "agreement_card") == ["eva"] * cards

    async def test_one_whose_dates_stand_in_the_calendar_waits_for_the_first_session(
        self, company: Company
    ) -> None:
        await change_row(company.first, "tandems", TANDEM, state=TandemState.LAUNCHING)
        await company.first.run(launched, TANDEM)
        await company.at(NOW + timedelta(days=1))
        assert await brought(company) == []


async def brought(company: Company) -> list[str]:
    """Who is being brought the agreement."""
    asked = await asked_for(company.first, bring_card.name)
    return sorted(each.rpartition(":")[2] for each in asked if each.startswith("agreement_card:"))


class TestChanging:
    async def test_it_is_saved_at_once_and_the_card_shows_the_whole(self, company: Company) -> None:
        card = await opened(company, "eva")
        await company.first.run(look_at, TANDEM, "eva", card, Item.NOT_ABOUT)
        assert (await one(company.first, "postings", card)).view == "not_about"
        wanted = Change(Item.NOT_ABOUT, "Gehälter", 1)
        await company.first.run(change, TANDEM, "eva", card, wanted)
        assert (await found(company)).terms.not_about == "Gehälter"
        assert (await one(company.first, "postings", card)).view == ""

    async def test_what_the_other_one_has_changed_first_is_not_written_over(
        self, company: Company
    ) -> None:
        hers, his = await opened(company, "eva"), await opened(company, "jan")
        await company.first.run(look_at, TANDEM, "jan", his, Item.OUTSIDE)
        await company.first.run(change, TANDEM, "eva", hers, Change(Item.OUTSIDE, "nothing", 1))
        with refused("agreement-changed", field="outside"):
            await company.first.run(change, TANDEM, "jan", his, Change(Item.OUTSIDE, "learnt", 1))
        assert (await one(company.first, "postings", his)).view == "outside"

    async def test_the_card_of_another_is_never_touched(self, company: Company) -> None:
        hers = await opened(company, "eva")
        wanted = Change(Item.OUTSIDE, "nothing", 1)
        for press in (
            company.first.run(look_at, TANDEM, "jan", hers, Item.OUTSIDE),
            company.first.run(change, TANDEM, "jan", hers, wanted),
        ):
            with refused("stale"):
                await press
        assert (await one(company.first, "postings", hers)).view == ""

    @pytest.mark.parametrize("valid", [None, Terms()], ids=["alone", "as both had"])
    async def test_whoever_had_agreed_is_told(self, company: Company, valid: Terms | None) -> None:
        """Once, until they have agreed anew; else it could never become valid."""
        agreed = tuple(Role) if valid else (Role.MENTOR,)
        had = Agreement(TANDEM, TANDEM, Terms(), agreed=agreed, valid=valid)
        await put(company.first, "agreements", had)
        card = await opened(company, "eva")
        for version, said in ((1, "learnt"), (2, "nothing")):
            wanted = Change(Item.OUTSIDE, said, version)
            await company.first.run(change, TANDEM, "eva", card, wanted)
            company.clock.moment += timedelta(minutes=1)
        assert await asked_for(company.first, "bring_card") == [f"agreement_card:{TANDEM}:jan"]

    async def test_whoever_had_not_agreed_is_left_in_peace(self, company: Company) -> None:
        card = await opened(company, "eva")
        await company.first.run(change, TANDEM, "eva", card, Change(Item.OUTSIDE, "learnt", 1))
        assert await asked_for(company.first, "bring_card") == []

    async def test_nobody_is_told_where_nothing_has_changed(self, company: Company) -> None:
        had = Agreement(TANDEM, TANDEM, Terms(), agreed=(Role.MENTOR,))
        await put(company.first, "agreements", had)
        card = await opened(company, "eva")
        await company.first.run(change, TANDEM, "eva", card, Change(Item.OUTSIDE, "cleared", 1))
        assert await asked_for(company.first, "bring_card") == []


class TestAgreeing:
    async def test_once_one_agrees_the_other_is_told(self, company: Company) -> None:
        await opened(company, "eva")
        await company.first.run(agree, TANDEM, "eva", 1)
        assert await asked_for(company.first, "bring_card") == [f"agreement_card:{TANDEM}:jan"]

    async def test_once_both_have_nobody_is_told_and_it_is_valid(self, company: Company) -> None:
        await put(
            company.first, "agreements", Agreement(TANDEM, TANDEM, Terms(), agreed=(Role.MENTEE,))
        )
        await company.first.run(agree, TANDEM, "jan", 1)
        assert (await found(company)).valid == Terms()
        assert await asked_for(company.first, "bring_card") == []

    async def test_who_does_not_want_it_is_told_of_nothing_and_reads_it_all_the_same(
        self, company: Company
    ) -> None:
        card = await opened(company, "eva")
        await opened(company, "jan")
        await company.first.run(agree, TANDEM, "jan", 1)
        await company.first.run(switch, TANDEM, "jan", WITHOUT_AGREEMENT, comes=False)
        before = await asked_for(company.first, "bring_card")
        await company.first.run(change, TANDEM, "eva", card, Change(Item.OUTSIDE, "learnt", 1))
        await company.first.run(agree, TANDEM, "eva", 2)
        assert await asked_for(company.first, "bring_card") == before
        read: AgreementNotice = await shown(company.first, "agreement_card", TANDEM, "jan")
        assert (read.agreement.agreed, read.tells) == ((Role.MENTEE,), False)

    async def test_nobody_agrees_to_what_they_have_not_read(self, company: Company) -> None:
        card = await opened(company, "eva")
        await company.first.run(change, TANDEM, "eva", card, Change(Item.OUTSIDE, "learnt", 1))
        with refused("agreement-changed"):
            await company.first.run(agree, TANDEM, "jan", 1)


@pytest.mark.parametrize("who", ["dora", "otto"])
async def test_it_is_of_these_two_alone(company: Company, who: str) -> None:
    card = await opened(company, "eva")
    for press in (
        company.first.run(show, TANDEM, who, chat_of(who)),
        company.first.run(look_at, TANDEM, who, card, Item.GOAL),
        company.first.run(change, TANDEM, who, card, Change(Item.GOAL, "sehen", 1)),
        company.first.run(agree, TANDEM, who, 1),
    ):
        with refused("not-yours"):
            await press


async def test_once_the_tandem_is_over_nothing_is_changed(company: Company) -> None:
    card = await opened(company, "eva")
    await change_row(company.first, "tandems", TANDEM, state=TandemState.CLOSED)
    for press in (
        company.first.run(show, TANDEM, "eva", chat_of("eva")),
        company.first.run(change, TANDEM, "eva", card, Change(Item.GOAL, "sehen", 1)),
        company.first.run(agree, TANDEM, "eva", 1),
    ):
        with refused("stale"):
            await press
    assert await found(company) == replace(await found(company), version=1, agreed=())

"""Two whose dates owners have arranged by hand, of which the product knows none, are a tandem like
any other: in the lists of owners, at its end, in what has changed, and on the certificate.
"""

from __future__ import annotations

from datetime import timedelta

import pytest

from cards.catalogue import render
from cards.kit.words import Words
from mentoring.domain.course import Course
from mentoring.domain.measurement.items import Stage, measure_id
from mentoring.domain.people import Role
from mentoring.domain.questionnaire import Topics, TopicSkill, Wishes
from mentoring.domain.tandem import ByHand
from mentoring.usecases.launch import closing, tandem_list
from mentoring.usecases.launch.ending import close
from mentoring.usecases.launch.tandem_list import TandemsNotice, tandems_card
from mentoring.usecases.launch.thanks import ThanksNotice, thanks_card
from mentoring.usecases.measurement import asking
from mentoring.usecases.polls.by_hand import say_met, take_back
from mentoring.usecases.sessions.tandem_card import tandem_card
from mentoring.usecases.tandem import bringing, certificate, looking_back, wanted
from mentoring.usecases.tandem.certificate import CertificateNotice, certificate_card
from mentoring.usecases.tandem.fit import fit_card
from mentoring.usecases.tandem.further import further_card
from mentoring.usecases.tandem.retrospective import retrospective_card
from mentoring.usecases.tandem.road_map import road_map_card
from mentoring.usecases.tandem.session_kit import KitNotice, session_kit_card
from mentoring.usecases.tandem.wanted import WITHOUT_RETROSPECTIVES
from mentoring.usecases.tandem.when_it_fits import bring_card
from tests.usecases.company import (
    FIRST,
    NOW,
    TANDEM,
    Company,
    all_of,
    change,
    enrol,
    one,
    refused,
    remove,
    send_all,
    session,
    shown,
    told,
)
from tests.usecases.measurement.asked import HIS, stages
from tests.usecases.overview import status_of
from tests.usecases.ports import chat_of

BOTH = {"eva": Role.MENTEE, "jan": Role.MENTOR}


@pytest.fixture
async def by_hand(company: Company) -> Company:
    """Eva and Jan arrange their dates themselves."""
    await enrol(company.first, Role.MENTEE, "eva", Wishes("ai"))
    await enrol(company.first, Role.MENTOR, "jan", Topics(("ai",)), TopicSkill("ai", 3, "ja"))
    booked = await all_of(company.first, "sessions", tandem_id=TANDEM)
    await remove(company.first, "sessions", *(each.id for each in booked))
    await change(company.first, "tandems", TANDEM, by_hand=ByHand.DATES)
    return company


@pytest.fixture
async def over(by_hand: Company) -> Company:
    """Their tandem has ended."""
    await by_hand.first.run(lambda uow, _: close(uow, TANDEM))
    await by_hand.first.run(closing.ended, "", TANDEM, clear=True)
    return by_hand


async def test_owners_count_it_among_those_that_run(by_hand: Company) -> None:
    assert (await status_of(by_hand.first)).figures.launched == 1
    found = await shown(by_hand.first, tandems_card.name, FIRST, "otto")
    assert isinstance(found, TandemsNotice)
    assert (found.totals[tandem_list.Stage.RUNNING], len(found.tandems)) == (1, 1)


@pytest.mark.parametrize("who", sorted(BOTH))
async def test_both_are_thanked_and_asked_what_has_changed(over: Company, who: str) -> None:
    found = await shown(over.first, thanks_card.name, TANDEM, who)
    assert isinstance(found, ThanksNotice)
    assert (found.past, found.can_look_back) == (0, True)
    assert " 0 " not in str(render(found, Words("de")).content)


@pytest.mark.parametrize("who", sorted(BOTH))
async def test_what_has_changed_can_be_said_at_the_end(over: Company, who: str) -> None:
    [enrolled] = await all_of(over.first, "enrolments", person_id=who)
    await over.first.run(asking.show, enrolled.id, who, chat_of(who))
    assert (await one(over.first, "measures", measure_id(enrolled.id, Stage.END))).person_id == who


@pytest.mark.parametrize("who", sorted(BOTH))
async def test_the_certificate_bears_the_hours_that_its_person_types(
    over: Company, who: str
) -> None:
    """Nothing is proposed, because nobody knows when they met; and no day is invented."""
    [asked] = (await seen(over, who)).parts
    assert (asked.sessions, asked.proposed, asked.first, asked.last) == (0, 0, None, None)
    await over.first.run(certificate.show, TANDEM, who, chat_of(who))
    [posting] = await all_of(over.first, "postings", kind=certificate_card.name, person_id=who)
    where = certificate.Where(TANDEM, who, posting.id)
    await over.first.run(certificate.confirm, where, [12])
    posting = await one(over.first, "postings", posting.id)
    made = await seen(over, who, view=posting.view, page=posting.page)
    [part] = made.parts
    assert (part.hours, [each.id for each in part.topics]) == (12, ["ai"])


async def seen(company: Company, who: str, **where: object) -> CertificateNotice:
    found = await shown(company.first, certificate_card.name, TANDEM, who, **where)
    assert isinstance(found, CertificateNotice)
    return found


class TestOnceTheyHaveMet:
    """What follows after any session follows after one that the two have told."""

    @pytest.fixture
    async def met(self, by_hand: Company) -> Company:
        """Eva has just said that they met today."""
        await by_hand.first.run(say_met, TANDEM, "eva", None)
        return by_hand

    async def test_who_said_it_gets_the_retrospective_the_other_one_when_it_fits(
        self, met: Company
    ) -> None:
        assert await told(met.first, retrospective_card.name) == ["eva"]
        await bring_all(met)
        assert await told(met.first, retrospective_card.name) == ["eva", "jan"]

    async def test_who_says_it_too_gets_it_at_once_and_once(self, met: Company) -> None:
        await met.first.run(say_met, TANDEM, "jan", None)
        assert await told(met.first, retrospective_card.name) == ["eva", "jan"]
        await send_all(met.first)
        await bring_all(met)
        assert await told(met.first, retrospective_card.name) == ["eva", "jan"]

    async def test_who_wants_none_gets_none(self, by_hand: Company) -> None:
        off = WITHOUT_RETROSPECTIVES
        for who in BOTH:
            await by_hand.first.run(wanted.switch, TANDEM, who, off, comes=False)
        await by_hand.first.run(say_met, TANDEM, "eva", None)
        await bring_all(by_hand)
        assert await told(by_hand.first, retrospective_card.name) == []

    async def test_once_it_is_taken_back_there_is_nothing_to_look_back_on(
        self, met: Company
    ) -> None:
        await met.first.run(take_back, session(1), "eva")
        await bring_all(met)
        assert await told(met.first, retrospective_card.name) == ["eva"]
        found = await shown(met.first, retrospective_card.name, session(1), "eva")
        assert found.is_taken_back
        with refused("session-not-over"):
            await met.first.run(looking_back.write, session(1), "eva", "Viel", share=True)

    async def test_both_are_asked_on_another_day_whether_it_fits(self, met: Company) -> None:
        await met.at(NOW + timedelta(days=1))
        await bring_all(met)
        assert await told(met.first, fit_card.name) == ["eva", "jan"]

    async def test_the_next_step_of_the_road_map_comes(self, by_hand: Company) -> None:
        await by_hand.first.run(say_met, TANDEM, "eva", None)
        found = await shown(by_hand.first, road_map_card.name, TANDEM, "eva")
        first, second = found.stops[:2]
        assert (first.is_over, bool(first.step), second.is_over) == (True, True, False)
        assert first.kit != second.kit

    async def test_half_time_and_end_are_asked_by_count(self, by_hand: Company) -> None:
        await enrol(by_hand.first, Role.MENTEE, "eva", Wishes("ai"))
        asked = []
        for day in range(1, 7):
            await by_hand.first.run(say_met, TANDEM, "jan", NOW.date() - timedelta(days=day))
            asked.append(await stages(by_hand))
        assert asked == [[], [], *[["middle"]] * 3, ["end", "middle"]]
        assert await stages(by_hand, HIS) == ["end", "middle"]

    async def test_nobody_asks_them_whether_they_go_on(self, by_hand: Company) -> None:
        for day in range(1, 7):
            await by_hand.first.run(say_met, TANDEM, "jan", NOW.date() - timedelta(days=day))
        await bring_all(by_hand)
        assert await told(by_hand.first, further_card.name) == []

    async def test_the_certificate_proposes_their_hours(self, met: Company) -> None:
        yesterday = NOW.date() - timedelta(days=1)
        await met.first.run(say_met, TANDEM, "jan", yesterday)
        await met.first.run(lambda uow, _: close(uow, TANDEM))
        await met.first.run(closing.ended, "", TANDEM, clear=True)
        [found] = (await seen(met, "eva")).parts
        assert (found.sessions, found.proposed) == (2, 4)
        assert (found.first, found.last) == (yesterday, NOW.date())


class TestTheNextKit:
    """There is no day before which it would come, so it comes when one of the two asks."""

    async def kit(self, company: Company, who: str, number: int) -> KitNotice:
        await company.first.run(bringing.show_next, TANDEM, who, chat_of(who))
        found = await shown(company.first, session_kit_card.name, session(number), who)
        assert isinstance(found, KitNotice)
        return found

    async def test_each_of_the_two_gets_theirs(self, by_hand: Company) -> None:
        mentor, mentee = await self.kit(by_hand, "jan", 1), await self.kit(by_hand, "eva", 1)
        assert mentor.kit == mentee.kit
        assert (mentor.is_over, mentor.role, mentee.role) == (False, Role.MENTOR, Role.MENTEE)
        assert await told(by_hand.first, session_kit_card.name) == ["eva", "jan"]

    async def test_once_they_have_met_it_closes_and_another_comes(self, by_hand: Company) -> None:
        before = await self.kit(by_hand, "jan", 1)
        await by_hand.first.run(say_met, TANDEM, "eva", None)
        over = await shown(by_hand.first, session_kit_card.name, session(1), "jan")
        assert (over.is_over, over.kit) == (True, before.kit)
        after = await self.kit(by_hand, "jan", 2)
        assert (after.is_over, after.kit != before.kit) == (False, True)

    async def test_to_have_asked_for_it_is_no_session(self, by_hand: Company) -> None:
        await self.kit(by_hand, "jan", 1)
        found = await shown(by_hand.first, tandem_card.name, TANDEM, "jan")
        assert (found.course, found.ahead, found.has_begun) == (Course(0, 6), (), False)

    @pytest.mark.parametrize("who", ["otto", "dora"])
    async def test_nobody_else_asks_for_it(self, by_hand: Company, who: str) -> None:
        with refused("not-yours"):
            await by_hand.first.run(bringing.show_next, TANDEM, who, chat_of(who))

    async def test_before_dates_in_calendars_it_comes_by_itself(self, company: Company) -> None:
        with refused("dates-in-calendar"):
            await company.first.run(bringing.show_next, TANDEM, "jan", chat_of("jan"))


async def bring_all(company: Company) -> None:
    """What waits for its moment comes."""
    for effect in await all_of(company.first, "effects", kind="bring_card", done=False):
        await bring_card(company.first, effect.subject_id)
        await change(company.first, "effects", effect.id, done=True)

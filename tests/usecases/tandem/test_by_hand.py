"""Two whose dates owners have arranged by hand, of which the product knows none, are a tandem like
any other: in the lists of owners, at its end, in what has changed, and on the certificate.
"""

from __future__ import annotations

import pytest

from cards.catalogue import render
from cards.kit.words import Words
from mentoring.domain.measurement.items import Stage, measure_id
from mentoring.domain.people import Role
from mentoring.domain.questionnaire import Topics, TopicSkill, Wishes
from mentoring.domain.tandem import ByHand
from mentoring.usecases.launch import closing, tandem_list
from mentoring.usecases.launch.ending import close
from mentoring.usecases.launch.tandem_list import TandemsNotice, tandems_card
from mentoring.usecases.launch.thanks import ThanksNotice, thanks_card
from mentoring.usecases.measurement import asking
from mentoring.usecases.tandem import certificate
from mentoring.usecases.tandem.certificate import CertificateNotice, certificate_card
from tests.usecases.company import (
    FIRST,
    TANDEM,
    Company,
    all_of,
    change,
    enrol,
    one,
    shown,
)
from tests.usecases.overview import status_of
from tests.usecases.ports import chat_of

BOTH = {"eva": Role.MENTEE, "jan": Role.MENTOR}


@pytest.fixture
async def by_hand(company: Company) -> Company:
    """Eva and Jan arrange their dates themselves."""
    await enrol(company.first, Role.MENTEE, "eva", Wishes("ai"))
    await enrol(company.first, Role.MENTOR, "jan", Topics(("ai",)), TopicSkill("ai", 3, "ja"))
    booked = await all_of(company.first, "sessions", tandem_id=TANDEM)
    await company.store.run(lambda uow: [uow.sessions.delete(each.id) for each in booked])
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
    asked = await seen(over, who)
    assert (asked.sessions, asked.proposed, asked.first, asked.last) == (0, 0, None, None)
    await over.first.run(certificate.show, TANDEM, who, chat_of(who))
    [posting] = await all_of(over.first, "postings", kind=certificate_card.name, person_id=who)
    where = certificate.Where(TANDEM, who, posting.id)
    await over.first.run(certificate.confirm, where, 12)
    posting = await one(over.first, "postings", posting.id)
    made = await seen(over, who, view=posting.view, page=posting.page)
    assert (made.hours, [each.id for each in made.topics]) == (12, ["ai"])


async def seen(company: Company, who: str, **where: object) -> CertificateNotice:
    found = await shown(company.first, certificate_card.name, TANDEM, who, **where)
    assert isinstance(found, CertificateNotice)
    return found

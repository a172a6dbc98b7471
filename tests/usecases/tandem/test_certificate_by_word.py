"""``certificate``: whoever asks for theirs gets it, or is told when there is one."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mentoring.domain.people import Role
from mentoring.domain.questionnaire import Topics, TopicSkill, Wishes
from mentoring.usecases.common.sides import KEPT
from mentoring.usecases.launch import closing
from mentoring.usecases.launch.ending import close
from mentoring.usecases.tandem.certificate import certificate_card
from mentoring.usecases.tandem.certificate_by_word import show_each
from tests.usecases.company import STARTS, TANDEM, Company, all_of, enrol, refused
from tests.usecases.ports import chat_of

DAY = timedelta(days=1)


@pytest.fixture
async def enrolled(company: Company) -> Company:
    """Eva and Jan are a tandem, on the day after their third session."""
    await enrol(company.first, Role.MENTEE, "eva", Wishes("ai", "agile", "data"))
    taught = TopicSkill("ai", 3, "fünf Jahre")
    await enrol(company.first, Role.MENTOR, "jan", Topics(("ai",)), taught)
    company.clock.moment = STARTS[2] + DAY
    return company


async def ended(company: Company) -> None:
    await company.first.run(lambda uow, _: close(uow, TANDEM))
    await company.first.run(closing.ended, "", TANDEM, clear=True)


async def asks(company: Company, who: str = "eva") -> str:
    """The code of the sentence with which *certificate* is answered; empty for a card."""
    said = await company.first.run(show_each, who, chat_of(who))
    return said.code if said else ""


async def test_it_comes_once_the_tandem_has_ended(enrolled: Company) -> None:
    """issue 14: *Zertifikat* had no answer."""
    await ended(enrolled)
    assert await asks(enrolled) == ""
    [card] = await all_of(enrolled.first, "postings", kind=certificate_card.name)
    assert (card.subject_id, card.person_id) == (TANDEM, "eva")


async def test_before_that_it_is_said_when_it_comes(enrolled: Company) -> None:
    assert await asks(enrolled) == "certificate-later"
    assert await all_of(enrolled.first, "postings", kind=certificate_card.name) == []


async def test_there_is_none_for_whoever_has_no_tandem(enrolled: Company) -> None:
    with refused("certificate-none"):
        await asks(enrolled, "dora")


async def test_nor_once_what_it_is_made_of_is_erased(enrolled: Company) -> None:
    await ended(enrolled)
    enrolled.clock.moment += KEPT
    with refused("certificate-none"):
        await asks(enrolled)

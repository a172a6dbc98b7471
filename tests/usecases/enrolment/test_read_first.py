"""Owners read the invitation before anybody gets it, as either role and in either language."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from mentoring.domain.people import Role
from mentoring.domain.programme import Programme, Sponsor
from mentoring.usecases.enrolment import read_first
from mentoring.usecases.enrolment.end import set_enrolment_end
from mentoring.usecases.programme import settings
from tests.usecases.company import NOW, Company, all_of, shown, told
from tests.usecases.ports import chat_of


async def read(company: Company, view: str = "") -> Any:
    return await shown(company.first, "invitation_to_read", "p1", "otto", view=view)


async def test_it_is_shown_to_the_owner_alone_and_nobody_gets_it(programmes: Company) -> None:
    await programmes.first.run(read_first.show, "otto", chat_of("otto"))
    assert await told(programmes.first, "invitation_to_read") == ["otto"]
    assert len(await all_of(programmes.first, "postings")) == 1
    assert await all_of(programmes.first, "enrolments") == []


async def test_it_follows_what_is_set(programmes: Company) -> None:
    last = NOW.date() + timedelta(days=20)
    await programmes.first.run(settings.change, "otto", {"sponsor.email": "ada@firma.example"})
    await programmes.first.run(set_enrolment_end, last, NOW.date())
    notice = await read(programmes)
    assert (notice.portrays(), notice.closes) == ("ada@firma.example", last)
    await programmes.set_up(Programme(sponsor=Sponsor(picture="https://firma.example/ada.png")))
    assert (await read(programmes)).portrays() == ""


async def test_it_is_read_as_the_other_role_and_in_the_other_language(programmes: Company) -> None:
    await programmes.first.run(read_first.show, "otto", chat_of("otto"))
    (card,) = await all_of(programmes.first, "postings")
    await programmes.first.run(read_first.read_as, card.id, Role.MENTOR, "en")
    (card,) = await all_of(programmes.first, "postings")
    notice = await read(programmes, card.view)
    assert (notice.role, notice.language) == (Role.MENTOR, "en")


async def test_a_view_that_means_nothing_shows_the_usual_one(programmes: Company) -> None:
    notice = await read(programmes, "boss:xx")
    assert (notice.role, notice.language) == (Role.MENTEE, "")

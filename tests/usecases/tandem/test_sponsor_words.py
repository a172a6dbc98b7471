"""The sponsor's words, as somebody reads them who is thanked."""

from __future__ import annotations

from dataclasses import replace

from mentoring.domain.posting import Posting
from mentoring.domain.programme import Programme, Sponsor
from mentoring.domain.sponsor_thanks import SponsorThanks, ThanksState
from mentoring.notices import still_matters
from mentoring.usecases.tandem.sponsor_words import SponsorWordsNotice, sponsor_words_card
from tests.usecases.company import FIRST, NOW, Company, change, put, shown

DORA = Sponsor(name="Dr. Dora Deiters", title="Vorstand", email="dora@firma.example")
ROUND = f"{FIRST}.sponsor-thanks-1"
SENT = SponsorThanks(ROUND, "dora", NOW, 8, ThanksState.SENT, "Danke euch!", NOW)


async def read(company: Company) -> SponsorWordsNotice:
    found = await shown(company.first, sponsor_words_card.name, ROUND, "eva")
    assert isinstance(found, SponsorWordsNotice)
    return found


async def test_they_are_signed_as_the_programme_names_the_sponsor(company: Company) -> None:
    await company.set_up(Programme(name="Tandem Nord", sponsor=DORA))
    await put(company.first, "sponsor_thanks", SENT)
    found = await read(company)
    assert (found.text, found.sponsor) == ("Danke euch!", DORA)
    assert found.portrays() == "dora@firma.example"


async def test_if_it_names_somebody_else_by_now_they_stay_their_authors(company: Company) -> None:
    other = DORA.model_copy(update={"name": "Olga", "email": "olga@firma.example"})
    await company.set_up(Programme(name="Tandem Nord", sponsor=other))
    await put(company.first, "sponsor_thanks", SENT)
    assert (await read(company)).sponsor.name == "Dora"


async def test_they_come_once_and_not_after_they_are_erased(company: Company) -> None:
    await put(company.first, "sponsor_thanks", SENT)
    card = Posting("new", sponsor_words_card.name, ROUND, "eva")
    assert await matters(company, card)
    await put(company.first, "postings", replace(card, id="old", activity_id="1"))
    assert not await matters(company, card)
    assert await matters(company, replace(card, person_id="jan"))
    await change(company.first, "sponsor_thanks", ROUND, line="")
    assert not await matters(company, replace(card, person_id="jan"))


async def matters(company: Company, card: Posting) -> bool:
    return await company.first.read(lambda uow, _: still_matters(uow, card, NOW))

"""The card shows one's own place, and nothing of the others."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from cards.catalogue import render
from cards.kit.words import Words
from mentoring.domain.circle import Place
from mentoring.domain.people import Role
from mentoring.domain.posting import Posting
from mentoring.domain.tandem import TandemState
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.circles import card
from mentoring.usecases.circles.card import circle_card
from mentoring.usecases.sessions.tandem_card import tandem_card
from tests.promises.test_who_reads_what import all_cards
from tests.usecases.circles.mentors import (
    MENTORS,
    UNWANTED,
    carried_out,
    joins,
    leaves,
    place_of,
    read,
    the_circle,
)
from tests.usecases.company import TANDEM, Company, all_of, change, enrol, hidden, put, shown


async def test_the_same_whoever_else_has_joined(mentors: Company) -> None:
    before = await read(mentors, "jan")
    await joins(mentors, "mia", "nils")
    assert await read(mentors, "jan") == before


async def test_only_ones_own(standing: Company) -> None:
    found = await hidden(standing.first, circle_card.name, place_of("jan"), "mia")
    assert found == "not-yours"


async def test_the_channel_stands_on_it(standing: Company) -> None:
    found = await read(standing, "jan")
    assert (found.place, found.circle.channel_url) == (
        Place.IN,
        (await the_circle(standing)).channel_url,
    )


async def test_the_card_of_the_tandem_leads_to_it(mentors: Company) -> None:
    """That of the mentor, while owners want circles."""
    for role, who in ((Role.MENTOR, "jan"), (Role.MENTEE, "eva")):
        await enrol(mentors.first, role, who)

    async def leads_to() -> list[str]:
        cards = [await shown(mentors.first, tandem_card.name, TANDEM, w) for w in ("jan", "eva")]
        return [each.circle for each in cards]

    assert await leads_to() == [place_of("jan"), ""]
    await mentors.set_up(UNWANTED)
    assert await leads_to() == ["", ""]


async def test_before_one_joins_it_says_that_the_others_see_ones_name(mentors: Company) -> None:
    notice = await read(mentors, "jan")
    for language, said in (("de", "sieht die Namen der anderen"), ("en", "sees the names of")):
        assert said in json.dumps(render(notice, Words(language)).content, ensure_ascii=False)


async def test_whoever_has_left_it_last_can_want_it_again(standing: Company) -> None:
    await leaves(standing, *MENTORS)
    await carried_out(standing)
    found = await read(standing, "jan")
    assert (found.place, found.may_join, found.circle.channel_url) == (None, True, "")
    said = json.dumps(render(found, Words("de")).content, ensure_ascii=False)
    assert "Sobald 5 von euch dabei sein möchten" in said


async def test_no_card_of_owners_says_who_is_in_it(standing: Company) -> None:
    """Nor anybody else's: whoever reads a card about the circle is whom it is about."""
    for who in MENTORS:
        posting = Posting(f"card of {who}", circle_card.name, place_of(who), who)
        await put(standing.first, "postings", posting)
    said = await all_cards(standing.store)
    about = {reader for (_, kind, reader), text in said.items() if "Du bist dabei" in text}
    assert about == set(MENTORS)


async def test_its_cards_are_looked_for_once_a_tandem_has_begun(
    standing: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, ...]] = []

    def shown_to(_: UnitOfWork, people: tuple[str, ...]) -> list[str]:
        asked.append(people)
        return []

    monkeypatch.setattr(card, "_shown_to", shown_to)
    tandem = (await all_of(standing.first, "tandems"))[0]
    for state in (TandemState.ACCEPTED, TandemState.LAUNCHING):
        await put(standing.first, "tandems", replace(tandem, state=TandemState.RELEASED))
        asked.clear()
        await change(standing.first, "tandems", tandem.id, state=state)
        assert asked == []
    await change(standing.first, "tandems", tandem.id, state=TandemState.LAUNCHED)
    assert asked == [(tandem.mentor_id, tandem.mentee_id)]

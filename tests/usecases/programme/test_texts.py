"""Texts in the house's own words: tried out first, then a setting like any other."""

from __future__ import annotations

from datetime import timedelta

from cards.kit.words import programme_words
from mentoring.domain.setting import Changed
from mentoring.usecases.programme import settings, texts
from mentoring.usecases.programme.moments import ReadMoments
from mentoring.usecases.programme.texts import Place, TextsNotice, place_of
from tests.usecases.company import (
    NOW,
    Company,
    all_of,
    change,
    lives_in_auckland,
    one,
    refused,
    shown,
)
from tests.usecases.ports import Words as Invented
from tests.usecases.ports import chat_of

PLACE = Place("de", "text:said-thanks@own")
SEEN = Place("de", "seen:said-thanks@own")


async def card_of(company: Company, owner: str = "otto") -> str:
    """The owner asks for the texts; the id of the card."""
    await company.first.run(texts.show, owner, chat_of(owner))
    found = await all_of(company.first, "postings", kind="texts_card", person_id=owner)
    return str(found[-1].id)


async def replaced(company: Company, text: str, owner: str = "otto") -> str:
    key = await card_of(company, owner)
    await company.first.run(texts.try_out, key, PLACE, {"": text})
    await company.first.run(texts.let_count, owner, key, SEEN)
    return key


async def says(company: Company) -> str:
    return programme_words((await company.first.moment()).programme, "de").text("said-thanks")


async def look(company: Company, part: str) -> TextsNotice:
    found = await shown(company.first, "texts_card", "p1", "otto", view=f"de {part}")
    assert isinstance(found, TextsNotice)
    return found


async def test_what_is_tried_out_does_not_count_yet(programmes: Company) -> None:
    before, key = await says(programmes), await card_of(programmes)
    await programmes.first.run(texts.try_out, key, PLACE, {"": "Klar!"})
    assert await says(programmes) == before
    posting = await one(programmes.first, "postings", key)
    assert place_of(posting.view, (await programmes.first.moment()).programme) == SEEN
    await programmes.first.run(texts.try_out, key, PLACE, {"": "Gern!"})
    await programmes.first.run(texts.let_count, "otto", key, SEEN)
    assert await says(programmes) == "Gern!"


async def test_what_was_tried_out_counts_for_everybody_at_once(programmes: Company) -> None:
    """Another replica reads it with its next unit, whatever it has read before."""
    other = ReadMoments(programmes.clock, lambda _: Invented(), {}, 200, lambda _: 0.5)
    await programmes.store.read(lambda uow: other(uow, "p1c1"))
    await replaced(programmes, "Klar!")
    told_there = await programmes.store.read(lambda uow: other(uow, "p1c1").programme)
    assert programme_words(told_there, "de").text("said-thanks") == "Klar!"
    assert (await programmes.second.moment()).programme.texts["de"] == {}


async def test_who_replaced_it_stands_in_the_history_and_is_taken_back_there(
    programmes: Company,
) -> None:
    before = await says(programmes)
    await replaced(programmes, "Klar!")
    await replaced(programmes, "Gern!", "olga")
    history = await shown(programmes.first, "settings_card", "p1", "otto", view="history")
    (last, first, _) = history.versions
    assert (first.by, first.changed) == ("Otto", (Changed("texts.de.said-thanks", None, "Klar!"),))
    assert last.changed == (Changed("texts.de.said-thanks", "Klar!", "Gern!"),)
    await programmes.first.run(settings.undo, "otto", last.number)
    await programmes.first.run(settings.undo, "otto", first.number)
    assert await says(programmes) == before


async def test_when_it_was_replaced_is_told_by_the_clock_of_whoever_reads_it(
    programmes: Company,
) -> None:
    await replaced(programmes, "Klar!")
    await lives_in_auckland(programmes.first, "otto")
    changed = (await look(programmes, "text:said-thanks@own")).changed
    assert changed
    assert (changed.by, changed.at.isoformat()) == ("Otto", "2027-02-01T21:00:00+13:00")


async def test_a_text_is_taken_back_alone(programmes: Company) -> None:
    """Another text that was replaced since stays."""
    await replaced(programmes, "Klar!")
    key, other = await card_of(programmes), Place("de", "text:said-paused")
    await programmes.first.run(texts.try_out, key, other, {"": "Pause bis {day}."})
    await programmes.first.run(texts.let_count, "otto", key, other)
    await programmes.first.run(settings.undo, "otto", 2)
    now = (await programmes.first.moment()).programme.texts["de"]
    assert now == {"said-paused": "Pause bis {day}."}


async def test_the_card_says_who_replaced_it_and_when(programmes: Company) -> None:
    assert (await look(programmes, PLACE.part)).changed is None
    await replaced(programmes, "Klar!")
    changed = (await look(programmes, PLACE.part)).changed
    assert changed is not None
    assert (changed.by, changed.at) == ("Otto", NOW)


async def test_set_back_the_products_text_counts_again(programmes: Company) -> None:
    before = await says(programmes)
    key = await replaced(programmes, "Klar!")
    await programmes.first.run(texts.set_back, "otto", key, PLACE)
    assert await says(programmes) == before
    assert (await programmes.first.moment()).programme.texts["de"] == {}


async def test_two_owners_at_once_the_second_sees_it(programmes: Company) -> None:
    ottos, olgas = await card_of(programmes), await card_of(programmes, "olga")
    for key, text in ((ottos, "Klar!"), (olgas, "Gern!")):
        await programmes.first.run(texts.try_out, key, PLACE, {"": text})
    await programmes.first.run(texts.let_count, "otto", ottos, SEEN)
    with refused("text-changed-since"):
        await programmes.first.run(texts.let_count, "olga", olgas, SEEN)
    assert await says(programmes) == "Klar!"


async def test_a_press_on_a_card_without_a_draft_is_stale(programmes: Company) -> None:
    key = await card_of(programmes)
    with refused("stale"):
        await programmes.first.run(texts.let_count, "otto", key, SEEN)
    with refused("stale"):
        await programmes.first.run(texts.turn_to, "somebody's", PLACE)


async def test_what_nobody_let_count_is_gone_after_a_day(programmes: Company) -> None:
    key = await card_of(programmes)
    await programmes.first.run(texts.try_out, key, PLACE, {"": "Klar!"})
    await programmes.at(NOW + timedelta(days=2))
    with refused("stale"):
        await programmes.first.run(texts.let_count, "otto", key, SEEN)


async def test_all_of_them_come_as_a_document_in_the_owners_own_chat(programmes: Company) -> None:
    await programmes.first.run(texts.as_file, "otto")
    (offer,) = await all_of(programmes.first, "files")
    assert (offer.kind, offer.person_id) == ("texts_document", "otto")
    await change(programmes.first, "people", "otto", conversation="")
    with refused("no-own-chat"):
        await programmes.first.run(texts.as_file, "otto")

"""Which of the bot's cards count, which are repeated, and who has been written to about whom."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from sandbox.rehearse.cards_posted import cards_posted, repeated_cards, wrote_about
from tests.sandbox.recording_bot import card, with_card
from tests.sandbox.stage import TEXT, Stage, on_stage


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    async with on_stage() as found:
        yield found


async def test_posted_cards_count_once_however_often_they_are_edited_and_texts_do_not(
    stage: Stage,
) -> None:
    place = await stage.tenant.clients.add_app(stage.person)
    message = await stage.post(place, with_card(card("one")))
    await stage.edit(place, message, with_card(card("two")))
    await stage.post(place, TEXT)
    assert cards_posted(stage.tenant.state) == 1


async def test_the_same_words_posted_again_unasked_are_a_repeated_card(stage: Stage) -> None:
    place = await stage.tenant.clients.add_app(stage.person)
    for words in ("invitation", "invitation", "offer"):
        await stage.post(place, with_card(card(words)))
    assert repeated_cards(stage.tenant.state) == 1


async def test_the_same_words_to_another_person_are_no_repetition(stage: Stage) -> None:
    for person in (stage.person, stage.owner):
        await stage.post(await stage.tenant.clients.add_app(person), with_card(card("invitation")))
    assert repeated_cards(stage.tenant.state) == 0


async def test_cards_that_were_posted_with_other_words_are_no_repetition_whatever_is_left_of_them(
    stage: Stage,
) -> None:
    place = await stage.tenant.clients.add_app(stage.person)
    for day in ("12 January", "9 February", "9 February"):
        message = await stage.post(place, with_card(card(f"Tomorrow, {day}")))
        for words in (f"Today, {day}", "It is over."):
            await stage.edit(place, message, with_card(card(words)))
    assert repeated_cards(stage.tenant.state) == 1


async def test_answers_may_repeat_themselves(stage: Stage) -> None:
    place = stage.owners
    for _ in range(2):
        asked, _ = await stage.tenant.clients.say(stage.owner, "status", place, mention=True)
        path = f"/v3/conversations/{place.id};messageid={asked.id}/activities"
        assert (await stage.call("POST", path, with_card(card("12 have enrolled"))))[0] == 201
    assert (cards_posted(stage.tenant.state), repeated_cards(stage.tenant.state)) == (2, 0)


async def test_a_person_was_told_if_a_card_since_then_has_the_words_new_or_edited(
    stage: Stage,
) -> None:
    state, place = stage.tenant.state, await stage.tenant.clients.add_app(stage.person)
    message = await stage.post(place, with_card(card("Your partner is Zoe Zimmer.")))
    later = state.clock.now() + timedelta(hours=1)
    assert not wrote_about(state, place, "Zoe Zimmer", later)
    state.clock.advance(2 * 3600)
    await stage.edit(place, message, with_card(card("Zoe Zimmer and you start on Monday.")))
    assert wrote_about(state, place, "Zoe Zimmer", later)
    assert not wrote_about(state, place, "Anna Abel", later)

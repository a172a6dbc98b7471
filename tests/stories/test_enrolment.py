"""Somebody is invited, fills the questionnaire in, and finds it again after a reload, on another
device, after a reaction.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from sandbox import cards
from sandbox.connector import activities
from tests.stories.stage import Actor, Stage, on_stage, words_of

MENTEE = {
    "about": {"languages": "de,en"},
    "wishes": {"wish_1": "ai", "wish_2": "data"},
    "standing": {"competence": "3"},
}


async def invited(stage: Stage, mentee: Actor, *, language: str = "de") -> None:
    owner = stage.owners[0]
    await owner.add_app()
    owner.locale = "de-DE" if language == "de" else "en-GB"
    mentee.locale = owner.locale
    mentee.person.preferred_language = mentee.locale
    said = "einladen mentees" if language == "de" else "invite mentees"
    await owner.says(f"{said} {mentee.person.mail}")
    preview = await owner.reads("Eine Person einladen" if language == "de" else "Invite one person")
    await owner.presses("positive", preview)


@pytest.mark.parametrize(
    ("language", "begin", "done"),
    [("de", "Ich mache mit", "du bist dabei"), ("en", "Count me in", "you are in")],
)
async def test_a_mentee_enrols_with_five_presses(
    tmp_path: Path, language: str, begin: str, done: str
) -> None:
    """With the topic's drop-down (two taps) and the number (one) these are the eight taps that it
    may take.
    """
    async with on_stage(tmp_path) as stage:
        _, mentee = stage.pair()
        await invited(stage, mentee, language=language)
        card = await mentee.reads(begin)
        await mentee.presses("positive", card)
        for step in ("about", "wishes", "standing"):
            await mentee.fills_in(card, MENTEE[step])
        await mentee.presses("positive", card)
        assert done in words_of(mentee.card())


async def test_names_that_are_typed_are_looked_up_and_an_unknown_one_comes_back(
    tmp_path: Path,
) -> None:
    """Cards of earlier versions have a line of text where newer ones have a people picker."""
    async with on_stage(tmp_path) as stage:
        mentor, mentee = stage.pair()
        await invited(stage, mentee)
        card = await mentee.reads("Ich mache mit")
        await mentee.presses("positive", card)
        for step in ("about", "wishes", "standing", "protected_space"):
            await mentee.fills_in(card, MENTEE.get(step, {}))
        await mentee.presses("Lieber nicht mit", card)
        data = dict(cards.find_action(mentee.card(), "positive").spec["data"])
        wrong = await forged(
            stage,
            mentee,
            "enrolment.save",
            {**data, "not_with": f"{mentor.person.mail}; Nemo Niemand"},
        )
        assert "„Nemo Niemand“ steht nicht im Firmenverzeichnis" in words_of(wrong)
        assert "Nemo Niemand" in str(wrong)
        right = await forged(
            stage, mentee, "enrolment.save", {**data, "not_with": mentor.person.display_name}
        )
        assert "eine Person, vertraulich" in words_of(right)
        await mentee.reads("eine Person, vertraulich")
        await mentee.presses("Ändern: Lieber nicht mit", card)
        assert mentor.person.display_name in words_of(mentee.card())


async def test_a_card_of_an_earlier_step_shows_how_it_stands_and_changes_nothing(
    tmp_path: Path,
) -> None:
    async with on_stage(tmp_path) as stage:
        _, mentee = stage.pair()
        await invited(stage, mentee)
        card = await mentee.reads("Ich mache mit")
        await mentee.presses("positive", card)
        old = dict(cards.find_action(mentee.card(), "positive").spec["data"])
        await mentee.fills_in(card, MENTEE["about"])
        answer = await forged(stage, mentee, "enrolment.save", {**old, "languages": "fr"})
        assert "Das war schon überholt" in words_of(answer)
        assert "Worüber möchtest du am liebsten sprechen?" in words_of(answer)


async def test_the_questionnaire_survives_reload_second_device_and_reaction(tmp_path: Path) -> None:
    """Teams forgets the view a click brought; the message's own card is then the one that has to be
    right.
    """
    async with on_stage(tmp_path) as stage:
        _, mentee = stage.pair()
        await invited(stage, mentee)
        card = await mentee.reads("Ich mache mit")
        await mentee.presses("positive", card)
        await mentee.fills_in(card, MENTEE["about"])
        clients = stage.tenant.clients
        await clients.reload(mentee.person, "laptop")
        await mentee.reads("Worüber möchtest du am liebsten sprechen?")
        await mentee.fills_in(card, MENTEE["wishes"])
        phone = mentee.on("phone")
        await clients.open(mentee.person, mentee.place, "phone")
        await phone.reads("Wie vertraut bist du")
        await clients.react(mentee.person, mentee.place, card.message.id, "like")
        await mentee.reads("Wie vertraut bist du")
        await phone.fills_in(card, MENTEE["standing"])
        await clients.open(mentee.person, mentee.place, "laptop")
        await mentee.reads("Der geschützte Raum")


async def test_a_wrong_answer_comes_back_on_the_same_card_with_all_that_was_typed(
    tmp_path: Path,
) -> None:
    async with on_stage(tmp_path) as stage:
        _, mentee = stage.pair()
        await invited(stage, mentee)
        card = await mentee.reads("Ich mache mit")
        await mentee.presses("positive", card)
        posting = mentee.card()["refresh"]["action"]["data"]["posting"]
        data = {
            "posting": posting,
            "enrolment": f"p1c1:mentee:{mentee.person.id}",
            "position": "about",
            "languages": "",
            "about_me": "Chor",
        }
        answer = await forged(stage, mentee, "enrolment.save", data)
        assert "Bitte wähle mindestens eine Sprache." in words_of(answer)
        assert "Chor" in words_of(answer)


async def forged(stage: Stage, actor: Actor, verb: str, data: dict[str, str]) -> dict[str, Any]:
    """Press a button with data that no client would send, and read the answer's card."""
    shown = actor.sees()[-1]
    sent = activities.invoke(
        stage.tenant.state,
        actor.person,
        actor.place,
        shown.message.id,
        {"type": "Action.Execute", "verb": verb, "data": data},
        "manual",
    )
    delivered = await stage.tenant.clients.delivery.post(sent)
    assert delivered.status == 200
    answer: Any = delivered.body
    card: dict[str, Any] = answer["value"]
    return card


async def test_somebody_elses_card_shows_nothing_and_changes_nothing(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as stage:
        mentor, mentee = stage.pair()
        await invited(stage, mentee)
        await mentee.reads("Ich mache mit")
        await mentor.add_app()
        mentor.locale = "de-DE"
        await mentor.says("mitmachen")
        await mentor.reads("Bewerben")
        posting = mentee.card()["refresh"]["action"]["data"]["posting"]
        data = {"posting": posting, "enrolment": f"p1c1:mentee:{mentee.person.id}"}
        answer = await forged(stage, mentor, "enrolment.begin", data)
        assert "gehört jemand anderem" in words_of(answer)
        assert "Ich mache mit" in words_of(mentee.card())


async def test_an_old_client_hears_why_a_press_was_refused(tmp_path: Path) -> None:
    """It sends a message instead of an invoke, and has no answer to show on the card."""
    async with on_stage(tmp_path) as stage:
        _, mentee = stage.pair()
        await invited(stage, mentee)
        card = await mentee.reads("Ich mache mit")
        await mentee.presses("positive", card, old_client=True)
        await mentee.reads("Schritt 1 von 4")
        await mentee.fills_in(card, MENTEE["about"], old_client=True)
        await mentee.reads("Schritt 2 von 4")
        told = activities.submit(
            stage.tenant.state,
            mentee.person,
            mentee.place,
            card.message.id,
            {"verb": "no.such", "posting": "x"},
        )
        await stage.tenant.clients.delivery.post(told)
        await mentee.reads("Diese Karte ist abgeschlossen")
        await mentee.says("english")
        await mentee.reads("Step 2 of 4")


async def test_whoever_has_been_asked_gets_an_answer_and_no_more_cards(tmp_path: Path) -> None:
    """issue 12, U3: each message brought the whole card again, seven live copies."""
    async with on_stage(tmp_path) as stage:
        _, mentee = stage.pair()
        await invited(stage, mentee)
        first = await mentee.reads("Ich mache mit")
        await mentee.says("Hallo, muss ich mich darauf vorbereiten?")
        await mentee.reads("Darauf habe ich keine Antwort.")
        await mentee.says("Wann geht es los?")
        await mentee.reads("Im Moment steht kein Treffen an.")
        await mentee.says("ich möchte nicht mehr")
        await mentee.reads("es gibt nichts abzumelden")
        assert mentee.screen().count("Ich mache mit") == 1
        await mentee.says("hallo")
        await mentee.reads("Eine neuere Karte hierzu steht weiter unten.")
        card = await mentee.reads("Ich mache mit")
        assert card.message.id != first.message.id
        await mentee.presses("positive", card)
        await mentee.says("Ich will nicht mehr!")
        asked = await mentee.reads("Möchtest du dich abmelden?")
        await mentee.presses("destructive", asked)
        await mentee.reads("abgemeldet")

"""Somebody is invited, fills the questionnaire in, and finds it again after a reload, on another device, after a reaction."""

from __future__ import annotations

from pathlib import Path

import pytest

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
    ("language", "begin", "summary", "done"),
    [("de", "Ich mache mit", "Passt alles", "du bist dabei"), ("en", "Count me in", "Is everything right", "you are in")],
)
async def test_a_mentee_enrols_in_nine_taps(tmp_path: Path, language: str, begin: str, summary: str, done: str) -> None:
    async with on_stage(tmp_path) as stage:
        _, mentee = stage.pair()
        await invited(stage, mentee, language=language)
        card = await mentee.reads(begin)
        await mentee.presses("positive", card)
        for step in ("about", "wishes", "standing"):
            await mentee.presses("positive", card, **MENTEE[step])
        await mentee.presses("positive", card)
        assert summary in words_of(mentee.card())
        await mentee.presses("positive", card)
        assert done in words_of(mentee.card())


async def test_the_questionnaire_survives_reload_second_device_and_reaction(tmp_path: Path) -> None:
    """Teams forgets the view a click brought; the message's own card is then the one that has to be right."""
    async with on_stage(tmp_path) as stage:
        _, mentee = stage.pair()
        await invited(stage, mentee)
        card = await mentee.reads("Ich mache mit")
        await mentee.presses("positive", card)
        await mentee.presses("positive", card, **MENTEE["about"])
        clients = stage.tenant.clients
        await clients.reload(mentee.person, "laptop")
        await mentee.reads("Worüber möchtest du am liebsten sprechen?")
        await mentee.presses("positive", card, **MENTEE["wishes"])
        phone = mentee.on("phone")
        await clients.open(mentee.person, mentee.place, "phone")
        await phone.reads("Wie vertraut bist du")
        await clients.react(mentee.person, mentee.place, card.message.id, "like")
        await mentee.reads("Wie vertraut bist du")
        await phone.presses("positive", card, **MENTEE["standing"])
        await clients.open(mentee.person, mentee.place, "laptop")
        await mentee.reads("Der geschützte Raum")


async def test_a_wrong_answer_comes_back_on_the_same_card_with_all_that_was_typed(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as stage:
        _, mentee = stage.pair()
        await invited(stage, mentee)
        card = await mentee.reads("Ich mache mit")
        await mentee.presses("positive", card)
        posting = mentee.card()["refresh"]["action"]["data"]["posting"]
        data = {
            "posting": posting,
            "enrolment": f"mentee:{mentee.person.id}",
            "position": "about",
            "languages": "",
            "about_me": "Chor",
        }
        answer = await forged(stage, mentee, "enrolment.save", data)
        assert "Bitte wähle mindestens eine Sprache." in words_of(answer)
        assert "Chor" in words_of(answer)


async def forged(stage: Stage, actor: Actor, verb: str, data: dict[str, str]) -> dict[str, object]:
    """Press a button with data that no client would send, and read the answer's card."""
    from sandbox.connector import activities

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
    card: dict[str, object] = delivered.body["value"]
    return card


async def test_somebody_elses_card_shows_nothing_and_changes_nothing(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as stage:
        mentor, mentee = stage.pair()
        await invited(stage, mentee)
        await mentee.reads("Ich mache mit")
        await mentor.add_app()
        mentor.locale = "de-DE"
        await mentor.says("hallo")
        await mentor.reads("Ich mache mit")
        posting = mentee.card()["refresh"]["action"]["data"]["posting"]
        data = {"posting": posting, "enrolment": f"mentee:{mentee.person.id}"}
        answer = await forged(stage, mentor, "enrolment.begin", data)
        assert "gehört jemand anderem" in words_of(answer)
        assert "Ich mache mit" in words_of(mentee.card())

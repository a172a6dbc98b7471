"""The main road: from an owner's invitation to two calendars and a private channel, in both
languages.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from sandbox.connector.clients import Shown
from sandbox.dump import dumped
from tests.stories.stage import Actor, Stage, on_stage, until, words_of

ANSWERS: dict[str, dict[str, str]] = {
    "languages": {"languages": "de,en", "about_me": "Ich singe im Chor"},
    "wish_1": {"wish_1": "ai", "wish_2": "data"},
    "topics": {"topics": "ai,data"},
    "level": {"level": "3", "experience": "Fünf Jahre im Datenteam"},
    "competence": {"competence": "4"},
}
TEXTS = {
    "de": {
        "invite": "einladen",
        "mentees": "mentees",
        "mentors": "mentoren",
        "preview": "Eine Person einladen",
        "begin": "Ich mache mit",
        "done": "du bist dabei",
        "match": "matching",
        "proposals": "Ein Vorschlag",
        "offer": "Wir haben ein Tandem für dich",
        "launch": "start 11.01.2027",
        "launch_preview": "Start ab Montag, 11. Januar 2027",
        "receipt": "Das Tandem ist gestartet. Fertig!",
        "tandem": "Dein Tandem mit",
        "draft": "Ein Vorschlag für deine erste Nachricht",
    },
    "en": {
        "invite": "invite",
        "mentees": "mentees",
        "mentors": "mentors",
        "preview": "Invite one person",
        "begin": "Count me in",
        "done": "you are in",
        "match": "match",
        "proposals": "One proposal",
        "offer": "We have a tandem for you",
        "launch": "launch 2027-01-11",
        "launch_preview": "Launch from Monday, 11 January 2027",
        "receipt": "The tandem is launched. Done!",
        "tandem": "Your tandem with",
        "draft": "A suggestion for your first message",
    },
}


def answers_to(card: dict[str, Any]) -> dict[str, str]:
    """The answers for the inputs that a card has."""
    inputs = {
        element["id"]
        for element in card.get("body", ())
        if str(element.get("type", "")).startswith("Input.")
    }
    return {
        key: value
        for first, given in ANSWERS.items()
        if first in inputs
        for key, value in given.items()
    }


async def enrol(actor: Actor, text: dict[str, str]) -> None:
    """From the invitation to the sent questionnaire by the forward button alone."""
    message = await actor.reads(text["begin"])
    for _ in range(20):
        shown = next(each for each in actor.sees() if each.message.id == message.message.id)
        if text["done"] in words_of(shown.card):
            return
        await actor.fills_in(message, answers_to(shown.card or {}))
    raise AssertionError(f"never done:\n{actor.screen()}")


async def offered(
    stage: Stage, text: dict[str, str], language: str
) -> tuple[Actor, Actor, Actor, Shown]:
    """Both enrolled, matched and approved; the mentor has the offer."""
    owner, (mentor, mentee) = stage.owners[0], stage.pair()
    await owner.add_app()
    for actor in (owner, mentor, mentee):
        actor.locale = actor.person.preferred_language = "de-DE" if language == "de" else "en-GB"
    for actor, role in ((mentee, "mentees"), (mentor, "mentors")):
        await owner.says(f"{text['invite']} {text[role]} {actor.person.mail}")
        preview = await owner.reads(text["preview"], naming=actor.person.display_name)
        await owner.presses("positive", preview)
        await enrol(actor, text)
    await owner.says(text["match"])
    await owner.presses("positive", await owner.reads(text["proposals"]))
    return owner, mentor, mentee, await mentor.reads(text["offer"])


async def launched(stage: Stage, text: dict[str, str], language: str) -> tuple[Actor, Actor, Actor]:
    """The whole road to the receipt."""
    owner, mentor, mentee, offer = await offered(stage, text, language)
    assert text["offer"] not in mentee.screen(), (
        "the mentee learns of it only after the mentor's yes"
    )
    await mentor.presses("positive", offer)
    await mentee.presses("positive", await mentee.reads(text["offer"]))
    await owner.says(text["launch"])
    await owner.presses("positive", await owner.reads(text["launch_preview"]))
    await owner.reads(text["receipt"])
    return owner, mentor, mentee


@pytest.mark.parametrize("language", ["de", "en"])
async def test_from_the_invitation_to_calendars_and_channel(tmp_path: Path, language: str) -> None:
    text = TEXTS[language]
    async with on_stage(tmp_path) as stage:
        _, mentor, mentee = await launched(stage, text, language)
        await mentee.reads(text["tandem"])
        await mentor.reads(text["draft"])
        assert mentee.person.display_name in mentor.screen()
        channels = [
            c
            for team in stage.tenant.state.teams.values()
            for c in team.channels.values()
            if c.membership_type == "private"
        ]
        assert [set(channel.members) for channel in channels] == [
            {mentor.person.id, mentee.person.id}
        ]
        assert not {mentor.person.surname, mentee.person.surname} & set(
            channels[0].display_name.split()
        )
        mail = stage.tenant.state.mail
        assert [each.kind for each in mail].count("invitation") == 1
        assert {each.to for each in mail} == {mentee.person.id}, "nobody invites themselves"


async def test_a_score_is_never_shown_to_the_two(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as stage:
        _, _, _, offer = await offered(stage, TEXTS["de"], "de")
        assert "Punkt" not in words_of(offer.card)
        assert "Ich singe im Chor" in words_of(offer.card)


async def test_a_second_owner_reads_who_approved_already(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as stage:
        first, _, _, _ = await offered(stage, TEXTS["de"], "de")
        second = stage.owners[1]
        await second.add_app()
        second.locale = "de-DE"
        await second.says("freigeben")
        await second.reads(f"Schon freigegeben von {first.person.display_name}")


async def test_a_refusal_cannot_be_inferred(tmp_path: Path) -> None:
    """The mentor who said yes waits until the round ends and then reads the words that everybody
    left over reads.
    """
    async with on_stage(tmp_path) as stage:
        owner, mentor, mentee, offer = await offered(stage, TEXTS["de"], "de")
        await mentor.presses("positive", offer)
        await mentee.presses("no", await mentee.reads("Wir haben ein Tandem für dich"))
        await stage.tenant.clients.open(mentor.person, mentor.place, "laptop")
        assert "Jetzt fragen wir die andere Seite" in mentor.screen()
        await owner.says("status")
        status = await owner.reads("So steht „")
        assert "Offene Angebote" in words_of(status.card)
        stage.later(days=11)
        await mentor.reads("In dieser Runde hat sich noch kein Tandem ergeben")
        await mentee.reads("In dieser Runde hat sich noch kein Tandem ergeben")
        await owner.says("matching")
        await owner.reads("Noch kein Tandem möglich")


async def test_silence_is_reminded_of_twice_and_then_released(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as stage:
        _, mentor, mentee, _ = await offered(stage, TEXTS["de"], "de")
        stage.later(days=2, hours=1)
        await until(
            lambda: mentor.screen().count("Eine kleine Erinnerung") == 1, "the first reminder"
        )
        stage.later(days=2)
        await until(
            lambda: mentor.screen().count("Eine kleine Erinnerung") == 2, "the second reminder"
        )
        stage.later(days=1)
        await mentor.reads("Dieses Angebot ist abgeschlossen")
        assert "Tandem für dich" not in mentee.screen()


async def test_confirming_twice_launches_once(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as stage:
        text = TEXTS["de"]
        owner, mentor, mentee, offer = await offered(stage, text, "de")
        await mentor.presses("positive", offer)
        await mentee.presses("positive", await mentee.reads(text["offer"]))
        await owner.says(text["launch"])
        preview = await owner.reads(text["launch_preview"])
        for _ in range(2):
            owner.still_shows(preview)
            await owner.presses("launch.confirm", preview)
        await owner.reads(text["receipt"])
        held = dumped(stage.tenant.state)
        masters = [
            e for events in held["events"].values() for e in events if e["type"] == "seriesMaster"
        ]
        own = [e for e in masters if str(e["subject"]).startswith("Tandem 0")]
        assert len(own) == 2, "one series, in the organizer's and in the attendee's calendar"
        assert len({e["iCalUId"] for e in own}) == 1

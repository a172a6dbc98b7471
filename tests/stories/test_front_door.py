"""The running product's door over HTTP: malformed is answered with 400, forged with 401 or 403,
nothing with 500.
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from sandbox.server import running
from tests.bot.test_turn import ADDED
from tests.databases import migrated_sqlite
from tests.stories.stage import QUICK, Stage, on_stage, product

GOOD: dict[str, Any] = {
    "type": "message",
    "id": "1",
    "channelId": "msteams",
    "from": {"id": "29:x", "aadObjectId": "nobody"},
    "recipient": {"id": "28:bot"},
    "conversation": {"id": "a:1", "conversationType": "personal"},
    "text": "hallo",
}
MALFORMED = {
    "no JSON": b"{",
    "a list": b"[]",
    "a number": b"7",
    "nothing": b"",
    "no UTF-8": b"\xff\xfe\x00",
    "too deep": b"[" * 100_000,
    "too large": b'{"type":"' + b"x" * 400_000 + b'"}',
}
WRONG_SHAPE: dict[str, dict[str, Any]] = {
    "no sender": {"from": None},
    "sender is a text": {"from": "x"},
    "no conversation id": {"conversation": {"conversationType": "personal"}},
    "no type": {"type": ""},
    "type is a number": {"type": 7},
    "value is a list": {"type": "invoke", "value": []},
    "text is an object": {"text": {"a": 1}},
    "members are a text": {"type": "conversationUpdate", "membersAdded": "x"},
}
STRANGE: dict[str, dict[str, Any]] = {
    "an invoke without value": {"type": "invoke", "name": "adaptiveCard/action"},
    "an invoke without action": {"type": "invoke", "name": "adaptiveCard/action", "value": {}},
    "a submit inside an invoke": {
        "type": "invoke",
        "name": "adaptiveCard/action",
        "value": {"action": {"type": "Action.Submit"}},
    },
    "an action that is a text": {
        "type": "invoke",
        "name": "adaptiveCard/action",
        "value": {"action": "x"},
    },
    "an unknown verb": {
        "type": "invoke",
        "name": "adaptiveCard/action",
        "value": {"action": {"verb": "drop", "data": {"posting": "x"}}},
    },
    "data of the wrong type": {
        "type": "invoke",
        "name": "adaptiveCard/action",
        "value": {"action": {"verb": "launch.confirm", "data": {"launch": [], "posting": {}}}},
    },
    "a message with a button's value": {
        "value": {"verb": "offer.answer", "tandem": "x", "yes": "maybe"}
    },
    "an unknown type": {"type": "somethingNew"},
    "a message without text": {"text": None},
    "a reaction": {"type": "messageReaction"},
    "a member added": {"type": "conversationUpdate", "membersAdded": [{"id": "28:other"}]},
    **{f"added: {str(added)[:60]}": added for added in ADDED},
}


async def post(stage: Stage, body: bytes, *, signed: bool = True) -> int:
    service = f"{stage.tenant.url}/connector/"
    headers = (
        {"Authorization": f"Bearer {stage.tenant.signin.sign_activity(service)}"} if signed else {}
    )
    url = f"{stage.tenant.state.product_urls[0]}/api/messages"
    async with (
        aiohttp.ClientSession() as session,
        session.post(url, data=body, headers=headers) as answer,
    ):
        return answer.status


def activity(stage: Stage, **changed: Any) -> bytes:
    tenant = stage.tenant.state.identity.tenant_id
    base = {
        **GOOD,
        "serviceUrl": f"{stage.tenant.url}/connector/",
        "conversation": {**GOOD["conversation"], "tenantId": tenant},
        "channelData": {"tenant": {"id": tenant}},
    }
    return json.dumps(
        {key: value for key, value in {**base, **changed}.items() if value is not None}
    ).encode()


async def test_nothing_strange_is_answered_with_a_failure(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as stage:
        for name, body in MALFORMED.items():
            assert await post(stage, body) == 400, f"{name}"
        for name, changed in WRONG_SHAPE.items():
            assert await post(stage, activity(stage, **changed)) == 400, f"{name}"
        for name, changed in STRANGE.items():
            assert await post(stage, activity(stage, **changed)) in {200, 501}, f"{name}"
        assert await post(stage, activity(stage, serviceUrl="http://127.0.0.1:9/elsewhere/")) == 403
        assert await post(stage, activity(stage, channelData={"tenant": {"id": "other"}})) == 403


async def test_health_is_told_and_nothing_else(tmp_path: Path) -> None:
    async with (
        on_stage(tmp_path) as stage,
        aiohttp.ClientSession(stage.tenant.state.product_urls[0]) as session,
    ):
        for path, status in (
            ("/healthz", 200),
            ("/readyz", 200),
            ("/", 404),
            ("/api/messages", 405),
        ):
            async with session.get(path) as answer:
                assert answer.status == status
                assert "Server" not in answer.headers, "it would name versions"


async def test_whoever_cannot_check_a_caller_is_not_ready(tmp_path: Path) -> None:
    async with running(limits="off", delays=replace(QUICK)) as tenant:
        url, nowhere = migrated_sqlite(tmp_path), f"{tenant.url}/nowhere"
        async with (
            product(tenant, tmp_path, url, openid_metadata_url=nowhere),
            aiohttp.ClientSession(tenant.state.product_urls[0]) as session,
            session.get("/readyz") as answer,
        ):
            assert answer.status == 503
            assert await answer.json() == {"status": "waiting", "for": ["keys"]}


async def test_an_owners_command_is_refused_with_a_sentence_that_says_who_may(
    tmp_path: Path,
) -> None:
    async with on_stage(tmp_path) as stage:
        _, somebody = stage.pair()
        await somebody.add_app()
        for locale, sentence in (
            ("de-DE", "Das dürfen nur die Programmverantwortlichen"),
            ("en-GB", "Only programme owners may do this"),
        ):
            somebody.locale = locale
            for command in ("status", "invite mentees a@x.de", "launch 2027-01-11", "freigeben"):
                await somebody.says(command)
            await somebody.reads(sentence)


async def test_help_lists_what_one_may_do_here(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as stage:
        owner, (_, somebody) = stage.owners[0], stage.pair()
        for actor in (owner, somebody):
            await actor.add_app()
            actor.locale = "de-DE"
            await actor.says("hilfe")
            await actor.reads("Das geht hier")
        assert "einladen" in owner.screen()
        assert "einladen" not in somebody.screen()


async def test_in_the_channel_the_bot_hears_its_mention_and_answers_there(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as stage:
        owner, channel = stage.owners[0], stage.owners_channel
        owner.locale = "de-DE"
        await owner.says("status", channel, mention=True)
        await owner.reads("So steht „", channel)
        await owner.says("staus", channel, mention=True)
        await owner.reads("Meintest du „status“?", channel)


async def test_the_enrolment_can_end_and_a_late_card_says_so(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as stage:
        owner, (_, mentee) = stage.owners[0], stage.pair()
        await owner.add_app()
        owner.locale = mentee.locale = mentee.person.preferred_language = "de-DE"
        await owner.says(f"einladen mentees {mentee.person.mail}")
        await owner.presses("positive", await owner.reads("Eine Person einladen"))
        invitation = await mentee.reads("Ich mache mit")
        await owner.says("anmeldung bis 5.11.2026")
        await owner.reads("Die Anmeldung läuft jetzt bis Donnerstag, 5. November 2026")
        stage.later(days=4)
        await mentee.reads("Die Anmeldung ist gerade geschlossen")
        assert (
            "Ich mache mit"
            not in [action.get("title") for action in (invitation.card or {}).get("actions", [])]
            or mentee.card().get("actions") is None
        )


@pytest.mark.parametrize("text", ["Könnt ihr mich auch nehmen?", "hallo"])
async def test_whoever_writes_uninvited_is_told_how_to_take_part(tmp_path: Path, text: str) -> None:
    """issue 14: a greeting after *delete me* stored somebody as an applicant once more."""
    async with on_stage(tmp_path) as stage:
        mentor, _ = stage.pair()
        await mentor.add_app()
        mentor.locale = "de-DE"
        await mentor.says(text)
        await mentor.reads("Schreib mir „mitmachen“")
        assert "gibst du dein Wissen" not in mentor.screen()
        await mentor.says("mitmachen")
        await mentor.reads("gibst du dein Wissen an eine Führungskraft weiter")

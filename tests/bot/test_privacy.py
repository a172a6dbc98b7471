"""*My data* and *delete me* are for the 1:1 chat; the answer to a file is taken as Teams sends it,
and as nothing else.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.commands.privacy.delete_me import ask as ask_erasure
from bot.commands.privacy.my_data import show_my_data
from bot.desk import Desk
from bot.handlers.common.files import answered
from bot.settings import Settings
from bot.turn import Consent, Inbound, Turn
from mentoring.domain.file import FileOffer, FileState, Place
from mentoring.ports.messenger import Chat
from mentoring.usecases.common import files
from mentoring.usecases.privacy.my_data import my_data
from tests.usecases.company import Company, all_of, asked_for, one
from tests.usecases.ports import chat_of

INFO: dict[str, Any] = {
    "name": "daten.html",
    "uploadUrl": "https://firma-my.sharepoint.com/up",
    "contentUrl": "https://firma-my.sharepoint.com/daten.html",
    "uniqueId": "ABC",
    "fileType": "html",
    "etag": "123",
}
PLACE = Place("daten.html", INFO["uploadUrl"], INFO["contentUrl"], "ABC", "html")


def turn(value: Any = None, *, scope: str = "personal", who: str = "eva") -> Turn:
    raw = {
        "type": "invoke" if value is not None else "message",
        "name": "fileConsent/invoke",
        "channelId": "msteams",
        "serviceUrl": "https://s.example/",
        "from": {"id": "29:x", "aadObjectId": who},
        "recipient": {"id": "28:bot"},
        "conversation": {"id": "c", "conversationType": scope},
        "value": value,
    }
    return Turn(Inbound.model_validate(raw))


def desk(company: Company) -> Desk:
    nobody: Any = None
    return Desk(company.first, nobody, nobody)


@pytest.mark.parametrize(("command", "kind"), [(show_my_data, "my_data"), (ask_erasure, "erasure")])
async def test_in_the_own_chat_it_is_answered_by_a_card(
    company: Company, command: Any, kind: str
) -> None:
    assert await command(desk(company), turn(), "") is None
    [posting] = await all_of(company.first, "postings")
    assert (posting.kind, posting.person_id) == (kind, "eva")


def test_a_yes_says_where_there_is_room() -> None:
    """learn.microsoft.com, Send and receive files using bots: invoke when the user accepts."""
    value = {
        "type": "fileUpload",
        "action": "accept",
        "context": {"file": "f"},
        "uploadInfo": INFO,
    }
    assert turn(value).consent == Consent("f", True, PLACE)


def test_a_no_needs_no_room() -> None:
    value = {"type": "fileUpload", "action": "decline", "context": {"file": "f"}}
    assert turn(value).consent == Consent("f", False, None)


@pytest.mark.parametrize(
    "value",
    [
        {},
        {"action": "accept"},
        {"action": "perhaps", "context": {"file": "f"}},
        {"action": "accept", "context": {}},
        {"action": "accept", "context": {"file": 7}},
        {"action": "accept", "context": "f"},
        {"action": ["accept"], "context": {"file": "f"}},
        {"action": "accept", "context": {"file": "f" * 500}},
    ],
    ids=str,
)
def test_anything_else_is_no_answer(value: Any) -> None:
    assert turn(value).consent is None


@pytest.mark.parametrize("info", [7, "x", {}, {**INFO, "uploadUrl": 3}, {**INFO, "name": ""}])
def test_a_room_in_another_form_is_none(info: Any) -> None:
    value = {"action": "accept", "context": {"file": "f"}, "uploadInfo": info}
    assert turn(value).consent == Consent("f", True, None)


async def offered(company: Company) -> FileOffer:
    return await company.first.run(files.offer_file, my_data, "eva", "eva", chat_of("eva"))


async def state(company: Company, offer: FileOffer) -> FileState:
    found: FileOffer = await one(company.first, "files", offer.id)
    return found.state


async def test_a_yes_is_carried_out(company: Company) -> None:
    offer = await offered(company)
    await answered(desk(company), turn(), Consent(offer.id, True, PLACE))
    assert await asked_for(company.first, "upload") == [offer.id]


@pytest.mark.parametrize(
    "place",
    [
        None,
        replace(PLACE, upload_url="https://evil.example/up"),
        replace(PLACE, content_url="javascript:alert(1)"),
    ],
    ids=str,
)
async def test_nothing_is_sent_anywhere_but_to_onedrive(
    company: Company, place: Place | None
) -> None:
    offer = await offered(company)
    await answered(desk(company), turn(), Consent(offer.id, True, place))
    assert await state(company, offer) is FileState.FAILED
    assert await asked_for(company.first, "upload") == []


async def test_nobody_answers_for_somebody_else(company: Company) -> None:
    offer = await offered(company)
    await answered(desk(company), turn(who="jan"), Consent(offer.id, True, PLACE))
    assert await state(company, offer) is FileState.OFFERED


async def test_what_was_never_offered_is_nothing(company: Company) -> None:
    await answered(desk(company), turn(), Consent("no such file", True, PLACE))
    assert await all_of(company.first, "files") == []


@pytest.mark.parametrize(
    ("graph", "may"),
    [
        ("https://graph.microsoft.com/v1.0", True),
        ("https://graph.microsoft.us/v1.0", False),
        ("https://dod-graph.microsoft.us/v1.0", False),
        ("https://microsoftgraph.chinacloudapi.cn/v1.0", False),
    ],
)
def test_in_some_clouds_bots_send_no_files(graph: str, may: bool) -> None:
    """learn.microsoft.com, Send and receive files using bots: not in GCC High, DoD and 21Vianet."""
    settings = Settings.model_construct(mode="production", graph_base_url=graph)
    assert settings.hands_over_files is may
    assert settings.trusted_drives == frozenset()


def test_the_chat_is_where_it_was_asked() -> None:
    assert turn().chat == Chat("c", "https://s.example/", is_own=True)

"""Cards live on: whatever a button has ever sent is understood, and answered with a card."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pydantic import AliasChoices, Field

from bot.handlers.registry import HANDLERS
from bot.router import Router
from bot.turn import Inbound, Turn
from cards.kit import actions
from cards.kit.actions import ACTIONS, CardAction, Refresh, read_action
from mentoring.domain.errors import Refusal
from mentoring.domain.posting import Posting
from mentoring.domain.tandem import TandemState
from mentoring.storage.store import SqlStore
from tests.cards import kept_payloads
from tests.cards.desk import desk_over
from tests.cards.drawn import SAMPLES, drawn, of_type
from tests.cards.furnished import SERVICE, furnished
from tests.cards.kept_payloads import FILE, Kept, keep, kept, missing

KEPT = kept()
ADD = "run `make kept`"
FURNISH = "show its card in tests/cards/furnished/, then"
CARD = "application/vnd.microsoft.card.adaptive"
OVER = "Diese Karte ist abgeschlossen"
every_press = pytest.mark.parametrize("press", KEPT, ids=str)
every_fallback = pytest.mark.parametrize("press", [each for each in KEPT if each.submit], ids=str)


def test_every_button_is_kept() -> None:
    """By its class, because a renamed one is kept under its earlier verb, too."""
    known = {type(read_action(press.verb, press.sent)) for press in KEPT}
    assert sorted({action.__name__ for action in {*ACTIONS.values()} - known}) == [], (
        f"{FURNISH} {ADD}"
    )


def test_every_button_of_every_card_is_kept_as_it_is_sent_today() -> None:
    assert [str(press) for press in missing()] == [], f"{ADD} and commit what it adds"


def test_every_button_of_a_sample_is_kept() -> None:
    sent = {(press.verb, press.own) for press in KEPT}
    buttons = [each for name in SAMPLES for each in of_type(drawn(name), "Action.Execute")]
    assert {(each["verb"], frozenset(each["data"])) for each in buttons} - sent == set(), (
        f"{FURNISH} {ADD}"
    )


def test_what_is_kept_is_still_understood_in_every_field() -> None:
    actions = [(press, read_action(press.verb, press.sent)) for press in KEPT]
    assert [str(press) for press, action in actions if type(action) not in HANDLERS] == []
    assert [str(press) for press, action in actions if {*action.inputs} != {*press.typed}] == [], (
        "keep a renamed field's old name as an alias"
    )


def test_what_an_old_client_sends_is_understood_as_the_same() -> None:
    sent = [press for press in KEPT if press.submit]
    assert [
        str(press)
        for press in sent
        if read_action(press.submit["verb"], press.submit) != read_action(press.verb, press.sent)
    ] == []


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    found = furnished(tmp_path)
    yield found
    found.close()


@every_press
async def test_what_is_kept_is_obeyed_and_answered_with_a_card(
    press: Kept, store: SqlStore
) -> None:
    shown: list[Posting] = []
    make_ready(press, store)
    answer = await Router(desk_over(store), shown.append)(invoked(press), nothing_said) or {}
    assert (answer["statusCode"], answer["type"]) == (200, CARD)
    assert [each.id for each in shown] == [press.sent["posting"]], f"refused: {said_in(answer)}"


@every_fallback
async def test_what_an_old_client_sends_is_obeyed_as_well(press: Kept, store: SqlStore) -> None:
    shown: list[Posting] = []
    make_ready(press, store)
    reply = said if press.execute["action"]["verb"] in SAID else nothing_said
    assert await Router(desk_over(store), shown.append)(submitted(press), reply) is None
    assert [each.id for each in shown] == [press.sent["posting"]]


def make_ready(press: Kept, store: SqlStore) -> None:
    """Nothing is closed while a tandem is being launched."""
    if press.execute["action"]["verb"] == "closing.confirm":
        store.run_now(nothing_is_being_launched)


def nothing_is_being_launched(uow: Any) -> None:
    for each in uow.everywhere.tandems.all(state=TandemState.LAUNCHING):
        uow.everywhere.tandems.put(replace(each, state=TandemState.ACCEPTED))


async def test_a_press_may_be_quicker_than_the_note_that_its_card_was_sent(store: SqlStore) -> None:
    """*Did you meet?* calls off the other one's question, and must not call off itself."""
    press = next(each for each in KEPT if each.execute["action"]["verb"] == "session.met")
    store.run_now(lambda uow: unsent(uow, press.sent["posting"]))
    answer = await Router(desk_over(store), lambda _: None)(invoked(press), nothing_said) or {}
    assert OVER not in said_in(answer)
    assert store.read_now(lambda uow: uow.postings.need(press.sent["posting"])).wanted > 1


def unsent(uow: Any, key: str) -> None:
    uow.postings.put(replace(uow.postings.need(key), activity_id="", shown=0))


async def test_a_language_heard_with_a_press_is_spoken_on_all_ones_cards(store: SqlStore) -> None:
    """Also where nothing is decided, as when a client has a card refreshed."""
    press = KEPT[0]
    mine = store.read_now(lambda uow: uow.postings.all(person_id=press.by))
    turn = heard_in("en-GB", press, "refresh")
    await Router(desk_over(store), lambda _: None)(turn, nothing_said)
    now = store.read_now(lambda uow: uow.postings.all(person_id=press.by))
    assert [each.wanted for each in now] == [each.wanted + 1 for each in mine]


async def test_a_card_that_the_bot_has_forgotten_says_kindly_that_it_is_over(
    store: SqlStore,
) -> None:
    """Four weeks after the end it stands in the chat, and reads so whatever is pressed on it or
    looked at; it is not looked at again.
    """
    cards = {press.sent["posting"] for press in KEPT}
    store.run_now(lambda uow: uow.postings.delete_all(id=cards))
    router = Router(desk_over(store), lambda _: None)
    answers = [said_in(await router(invoked(press), nothing_said) or {}) for press in KEPT]
    assert [answer for answer in answers if OVER not in answer or "refresh" in answer] == []
    looked = await router(heard_in("de-DE", KEPT[0], "refresh"), nothing_said) or {}
    assert OVER in said_in(looked)


async def test_a_press_about_what_was_erased_is_answered_with_a_card(store: SqlStore) -> None:
    """The card still stands in the chat; all that it was about is gone."""
    store.run_now(_erase)
    router = Router(desk_over(store), lambda _: None)
    answers = [await router(invoked(press), nothing_said) or {} for press in KEPT]
    assert {(answer["statusCode"], answer["type"]) for answer in answers} == {(200, CARD)}
    assert all(answer["value"]["body"] for answer in answers)


def _erase(uow: Any) -> None:
    entities = ("enrolments", "invites", "runs", "tandems", "sessions", "polls", "launches")
    for rows in (getattr(uow, name) for name in (*entities, "closings", "kickoffs", "absences")):
        for (key,) in rows.columns("id"):
            rows.delete(key)


def test_nothing_that_is_kept_can_be_changed_or_taken_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = FILE.read_text(encoding="utf-8").splitlines()
    monkeypatch.setattr(kept_payloads, "FILE", copy := tmp_path / FILE.name)
    changed = lines[0].replace("absence.resume", "absence.end")
    for wrong in (lines[1:], [*lines[:3], *lines[4:]], [changed, *lines[1:]]):
        copy.write_text("\n".join(wrong), encoding="utf-8")
        with pytest.raises(ValueError, match="what is kept never changes"):
            kept()


def test_what_is_missing_is_added_behind_what_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_payloads, "FILE", copy := tmp_path / FILE.name)
    copy.write_text("", encoding="utf-8")
    for press in KEPT[:3]:
        keep([press])
    assert kept() == KEPT[:3]
    assert FILE.read_text(encoding="utf-8").startswith(copy.read_text(encoding="utf-8"))


@pytest.fixture
def own_registry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "ACTIONS", dict(ACTIONS))


@pytest.mark.usefixtures("own_registry")
def test_a_renamed_button_is_understood_by_its_old_verb_and_its_old_fields() -> None:
    class Answer(CardAction, verb="test.answer", aliases=("test.reply",)):
        person: str = Field(validation_alias=AliasChoices("person", "member"))

    old = {"verb": "test.reply", "member": "p1", "posting": "m", "note": "x"}
    new = {"verb": "test.answer", "person": "p1", "posting": "m", "note": "x"}
    assert read_action("test.reply", old) == read_action("test.answer", new)
    assert read_action("test.reply", old).inputs == {"note": "x"}
    assert (Answer.verb, Answer(person="p1").model_dump()) == (
        "test.answer",
        {"posting": "", "person": "p1"},
    )


@pytest.mark.usefixtures("own_registry")
def test_two_buttons_never_send_the_same_not_even_under_an_earlier_name() -> None:
    with pytest.raises(ValueError, match="two buttons send 'refresh'"):
        type("Other", (CardAction,), {}, verb="test.other", aliases=(Refresh.verb,))


def test_what_no_button_sends_is_refused_in_words() -> None:
    with pytest.raises(Refusal, match="stale"):
        read_action("test.unknown", {})


def invoked(press: Kept) -> Turn:
    return _turn(press, type="invoke", name="adaptiveCard/action", value=press.execute)


def heard_in(locale: str, press: Kept, verb: str) -> Turn:
    """Another button of the same card, pressed in a client with this locale."""
    action = {**press.execute["action"], "verb": verb}
    value = {"action": action}
    return _turn(press, type="invoke", name="adaptiveCard/action", value=value, locale=locale)


def submitted(press: Kept) -> Turn:
    return _turn(press, type="message", value=press.submit)


def _turn(press: Kept, **what: Any) -> Turn:
    raw = {
        **what,
        "channelId": "msteams",
        "serviceUrl": SERVICE,
        "from": {"id": "29:x", "aadObjectId": press.by},
        "recipient": {"id": "28:bot"},
        "conversation": {"id": "a:chat"},
    }
    return Turn(Inbound.model_validate(raw))


SAID = {"switch.partner"}
"""What is answered in words alone, because no card may keep it."""


async def said(message: Mapping[str, Any]) -> str:
    return str(message["type"])


async def nothing_said(message: Mapping[str, Any]) -> str:
    raise AssertionError(f"the card answers, not {message}")


def said_in(answer: Mapping[str, Any]) -> str:
    return json.dumps(answer["value"], ensure_ascii=False)


@pytest.mark.parametrize(
    ("verb", "wrong"),
    [
        ("poll.accept", {"poll": "poll-1", "role": "deputy", "number": 0, "round": 1}),
        ("matching.try_pair", {"run": "run-1", "kind": "settings", "mentee": "a", "mentor": "b"}),
    ],
)
def test_a_button_that_sends_what_none_of_its_kind_ever_did_is_refused(
    verb: str, wrong: dict[str, object]
) -> None:
    with pytest.raises(Refusal, match="stale"):
        read_action(verb, wrong)

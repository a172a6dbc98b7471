"""Who is let in to a card, when the directory that would tell is away."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, cast

import pytest

import cards.catalogue  # noqa: F401 - cards register themselves
from bot import commands, handlers  # noqa: F401 - commands and handlers register themselves
from bot.clock import SystemClock
from bot.desk import Desk
from bot.handlers.registry import HANDLERS
from bot.owners import Owners
from bot.portraits import Portraits
from bot.presses import PATIENCE_SECONDS, Presses
from bot.router import Router
from bot.screen import Screen
from bot.turn import Inbound, Turn
from cards.enrolment.buttons import GoTo
from cards.examples.people import ANSWERS
from mentoring.domain.enrolment import Enrolment, EnrolmentState
from mentoring.domain.errors import Refusal, Unavailable
from mentoring.domain.match_run import MatchRun, RunState
from mentoring.domain.people import Person, Role
from mentoring.domain.posting import Posting
from mentoring.domain.programme import Programme
from mentoring.domain.proposal import Proposal
from mentoring.ports.rows import UnitOfWork
from mentoring.storage.store import SqlStore
from tests.cards.furnished import guid
from tests.databases import CIPHER, migrated_sqlite
from tests.people import berliner
from tests.worlds import world_of

NOBODY = cast("Any", None)
NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)


class Away(Owners):
    """Who the owners are cannot be asked."""

    async def teams_of(self, person_id: str) -> tuple[str, ...]:
        raise Unavailable(f"Graph is away, so nobody knows whether {person_id} is an owner")


def furnish(uow: UnitOfWork) -> None:
    for key, name in (("p1", "Eva Costa"), ("p2", "Jan Kurz")):
        uow.people.put(Person(key, berliner(key, name, f"{key}@firma.example"), "de"))
    uow.runs.put(MatchRun("run-1", "owner", NOW, RunState.PROPOSED, 1, 145))
    uow.proposals.put(Proposal("run-1:1", "run-1", "p2", "p1", 145))
    uow.enrolments.put(Enrolment("mentee:p1", "p1", Role.MENTEE, EnrolmentState.BEGUN, NOW))
    uow.postings.put(
        Posting("mine", "enrolment", "mentee:p1", "p1", "c", "https://s.example/", "b", shown=1)
    )
    uow.postings.put(
        Posting(
            "matching:run-1:owner", "matching", "run-1", "owner", "c", "https://s.example/", "a"
        )
    )


def pressed(posting: str, who: str = "stranger", verb: str = "refresh", **more: str) -> Turn:
    data = {"posting": posting, **more}
    raw = {
        "type": "invoke", "name": "adaptiveCard/action", "channelId": "msteams", "serviceUrl": "https://s.example/",
        "from": {"id": "29:x", "aadObjectId": who}, "recipient": {"id": "28:bot"},
        "conversation": {"id": "c"},
        "value": {"action": {"type": "Action.Execute", "verb": verb, "data": data}},
    }  # fmt: skip
    return Turn(Inbound.model_validate(raw))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    found = SqlStore(migrated_sqlite(tmp_path), CIPHER)
    found.run_now(furnish)
    yield found
    found.close()


def desk_of(store: SqlStore) -> Desk:
    world = world_of(store, SystemClock(), Programme())
    return Desk(
        world, Away(NOBODY, ["owners"], NOBODY), Screen(store, world.moments, Portraits(NOBODY))
    )


async def nothing_said(_: Mapping[str, Any]) -> str:
    return ""


async def test_an_owners_card_is_shown_to_nobody_while_it_is_not_known_who_the_owners_are(
    store: SqlStore,
) -> None:
    """The id of such a card can be guessed; a directory that is away must not open it."""
    answer = await Router(desk_of(store), lambda _: None)(
        pressed("matching:run-1:owner"), nothing_said
    )
    said = json.dumps(answer, ensure_ascii=False)
    assert "Eva Costa" not in said
    assert "antwortet gerade nicht" in said or "does not answer" in said


async def test_the_message_that_was_pressed_gets_at_once_the_very_card_that_answers_the_press(
    store: SqlStore,
) -> None:
    shown: list[Posting] = []
    desk = desk_of(store)
    onward = pressed(
        "mine", "p1", "enrolment.go", enrolment="mentee:p1", position="wishes", since="about"
    )
    answer = await Router(desk, shown.append)(onward, nothing_said)
    assert [each.is_behind for each in shown] == [True]
    version, rendered = await desk.screen.due(shown[0])
    assert version == shown[0].wanted
    assert rendered.content is (answer or {})["value"]


async def test_whoever_asks_for_what_was_just_drawn_is_answered_after_one_question(
    store: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each client asks at once for the card that it has just been sent; on PostgreSQL one question
    needs no transaction around it.
    """
    desk = desk_of(store)
    once = await Router(desk, lambda _: None)(pressed("mine", "p1"), nothing_said)
    await desk.screen.card(store.read_now(lambda uow: uow.postings.need("mine")))
    monkeypatch.setattr(store, "skim", partial(pytest.fail, "a transaction is begun"))
    again = await Router(desk, lambda _: None)(pressed("mine", "p1"), nothing_said)
    assert again == once


async def test_whoever_asks_for_what_has_changed_since_it_was_drawn_sees_that(
    store: SqlStore,
) -> None:
    desk = desk_of(store)
    await desk.screen.card(store.read_now(lambda uow: uow.postings.need("mine")))
    once = await Router(desk, lambda _: None)(pressed("mine", "p1"), nothing_said)

    def goes_on(uow: UnitOfWork) -> None:
        uow.enrolments.put(replace(uow.enrolments.need("mentee:p1"), position="wishes"))
        uow.postings.put(replace(uow.postings.need("mine"), wanted=2))

    store.run_now(goes_on)
    assert await Router(desk, lambda _: None)(pressed("mine", "p1"), nothing_said) != once


async def test_a_press_that_is_refused_changes_no_message(store: SqlStore) -> None:
    shown: list[Posting] = []
    overtaken = pressed(
        "mine", "p1", "enrolment.go", enrolment="mentee:p1", position="wishes", since="standing"
    )
    answer = await Router(desk_of(store), shown.append)(overtaken, nothing_said)
    assert "schon überholt" in json.dumps(answer, ensure_ascii=False)
    assert shown == []


WRONG = {"about": "wähle mindestens eine Sprache", "standing": "schon überholt"}


@pytest.mark.parametrize("position", WRONG)
async def test_a_wrong_input_is_told_on_the_step_where_one_is_and_not_on_another(
    store: SqlStore, position: str
) -> None:
    wrong = pressed("mine", "p1", "enrolment.save", enrolment="mentee:p1", position=position)
    answer = await Router(desk_of(store), lambda _: None)(wrong, nothing_said)
    assert WRONG[position] in json.dumps(answer, ensure_ascii=False)


class Names:
    """A directory that knows two colleagues by their ids."""

    def __init__(self, *, away: bool = False) -> None:
        self.away = away
        self.known = {guid("colleague"): "Ada Bauer", guid("other"): "Ben Kern"}

    async def names(self, ids: Sequence[str]) -> Mapping[str, str]:
        if self.away:
            raise Unavailable("Graph is away")
        return {key: self.known[key] for key in ids if key in self.known}


@pytest.mark.parametrize("away", [False, True])
async def test_whoever_was_picked_is_there_again_when_something_was_wrong(
    store: SqlStore, *, away: bool
) -> None:
    """issue 12, U7 and U11: whoever picked themselves had to pick everybody else once more."""
    directory = Names()
    at = Enrolment("mentee:p1", "p1", Role.MENTEE, EnrolmentState.BEGUN, NOW, "not_with")
    store.run_now(lambda uow: uow.enrolments.put(replace(at, answers=ANSWERS[Role.MENTEE])))
    picked = ",".join(directory.known)
    wrong = Refusal("oneself", field="not_with")
    data = {"posting": "mine", "position": "not_with", "not_with": picked}
    desk = desk_of(store)
    desk = replace(desk, world=replace(desk.world, directory=cast("Any", Names(away=away))))
    presses = Presses(desk, cast("Any", None), lambda _: None)
    seen = await desk.screen._look(store.read_now(lambda uow: uow.postings.need("mine")))
    drawn = await desk.screen.draw(seen, await presses._correction(seen, wrong, data))
    [picker] = [each for each in drawn.content["body"] if each.get("id") == "not_with"]
    shown = [(each["title"], each["value"]) for each in picker.get("choices", [])]
    assert shown == ([] if away else [(name, key) for key, name in directory.known.items()])
    assert picker.get("value") == (None if away else picked)


@pytest.mark.parametrize("position", WRONG)
async def test_so_it_is_where_the_press_comes_as_a_message(store: SqlStore, position: str) -> None:
    said: list[str] = []

    async def reply(message: Mapping[str, Any]) -> str:
        said.append(json.dumps(message, ensure_ascii=False))
        return "1"

    wrong = pressed("mine", "p1", "enrolment.save", enrolment="mentee:p1", position=position)
    value = {"verb": "enrolment.save", **(wrong.pressed or ("", {}))[1]}
    inbound = wrong.inbound.model_copy(update={"type": "message", "name": "", "value": value})
    await Router(desk_of(store), lambda _: None)(Turn(inbound), reply)
    (only,) = said
    assert WRONG[position] in only


async def test_what_stands_in_a_step_is_kept_where_another_language_is_pressed(
    store: SqlStore,
) -> None:
    """issue 12, U7: it was lost."""
    at = {"enrolment": "mentee:p1", "position": "about", "about_me": "Ich singe im Chor"}
    switch = pressed("mine", "p1", "enrolment.language", language="en", **at)
    answer = await Router(desk_of(store), lambda _: None)(switch, nothing_said)
    assert "What should your tandem know about you?" in json.dumps(answer)
    assert "Ich singe im Chor" in json.dumps(answer)


@pytest.mark.parametrize(("code", "comes"), [("outside", True), ("stale", False)])
async def test_what_was_filled_in_is_there_again_when_nothing_of_it_was_wrong(
    store: SqlStore, code: str, *, comes: bool
) -> None:
    """issue 14: it said that nothing is lost, on a form that was empty. What another owner has
    changed meanwhile is shown as it is now.
    """
    at = Enrolment("mentee:p1", "p1", Role.MENTEE, EnrolmentState.BEGUN, NOW, "about")
    store.run_now(lambda uow: uow.enrolments.put(at))
    desk = desk_of(store)
    presses = Presses(desk, cast("Any", None), lambda _: None)
    data = {"posting": "mine", "position": "about", "about_me": "Ich segle"}
    seen = await desk.screen._look(store.read_now(lambda uow: uow.postings.need("mine")))
    correction = await presses._correction(seen, Refusal(code), data, "enrolment.save")
    drawn = json.dumps((await desk.screen.draw(seen, correction)).content)
    assert ("Ich segle" in drawn) == comes
    unasked = await presses._correction(seen, Refusal(code), data, "enrolment.go")
    assert "Ich segle" not in json.dumps((await desk.screen.draw(seen, unasked)).content)


class NeverAnswers(Names):
    """A directory that takes its time."""

    async def names(self, ids: Sequence[str]) -> Mapping[str, str]:
        await asyncio.Event().wait()
        return await super().names(ids)


async def test_the_names_of_whoever_was_picked_are_not_waited_for_without_an_end(
    store: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was typed stands all the same; the press was answered by nothing."""
    monkeypatch.setattr("mentoring.usecases.common.people.NAMES_SECONDS", 0.01)
    desk = desk_of(store)
    world = replace(desk.world, directory=cast("Any", NeverAnswers()))
    presses = Presses(replace(desk, world=world), cast("Any", None), lambda _: None)
    seen = await desk.screen._look(store.read_now(lambda uow: uow.postings.need("mine")))
    wrong = Refusal("oneself", field="not_with")
    typed = {"posting": "mine", "not_with": guid("colleague")}
    async with asyncio.timeout(10):
        correction = await presses._correction(seen, wrong, typed)
    assert correction.picked == {}


@pytest.fixture(params=[True, False], ids=["outside", "not said to be outside"])
def slow(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> asyncio.Event:
    """A button whose work outside takes until the event, and is then refused."""
    return _slow(monkeypatch, Refusal("person-unknown", name="Nemo"), outside=request.param)


def _slow(monkeypatch: pytest.MonkeyPatch, end: Exception, *, outside: bool) -> asyncio.Event:
    done = asyncio.Event()

    async def handle(*_: Any) -> None:
        await done.wait()
        raise end

    registry: dict[Any, Any] = HANDLERS
    slow = replace(registry[GoTo], handle=handle, outside=outside)
    monkeypatch.setitem(registry, GoTo, slow)
    monkeypatch.setattr("bot.presses.PATIENCE_SECONDS", 0.05)
    return done


async def test_what_takes_longer_than_teams_waits_is_answered_by_the_card(
    store: SqlStore, slow: asyncio.Event
) -> None:
    """issue 12, U22: the answer was 202, and the refusal was lost for ever."""
    shown = asyncio.Queue[Posting]()
    desk = desk_of(store)
    onward = pressed(
        "mine", "p1", "enrolment.go", enrolment="mentee:p1", position="wishes", since="about"
    )
    answer = await Router(desk, shown.put_nowait)(onward, nothing_said)
    assert "Das dauert einen Moment" in json.dumps(answer, ensure_ascii=False)
    assert shown.empty()
    slow.set()
    posting = await shown.get()
    version, rendered = await desk.screen.due(posting)
    assert version == posting.wanted
    assert "Nemo" in json.dumps(rendered.content, ensure_ascii=False)


def test_a_press_is_answered_before_teams_gives_it_up() -> None:
    """*Something went wrong* stands there where no answer has come within ten seconds."""
    assert PATIENCE_SECONDS <= 10 - 2, "two seconds are left for drawing and the way"


async def test_what_took_longer_and_went_well_is_shown_in_the_message(
    store: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = asyncio.Event()

    async def handle(*_: Any) -> None:
        await done.wait()

    registry: dict[Any, Any] = HANDLERS
    monkeypatch.setitem(registry, GoTo, replace(registry[GoTo], handle=handle, outside=True))
    monkeypatch.setattr("bot.presses.PATIENCE_SECONDS", 0.05)
    shown, desk = asyncio.Queue[Posting](), desk_of(store)
    onward = pressed(
        "mine", "p1", "enrolment.go", enrolment="mentee:p1", position="wishes", since="about"
    )
    await Router(desk, shown.put_nowait)(onward, nothing_said)
    assert shown.empty()
    done.set()
    async with asyncio.timeout(30):
        assert (await shown.get()).id == "mine"


@pytest.mark.parametrize(
    ("met", "told"),
    [
        (RuntimeError("a fault"), "es liegt an mir"),
        (Unavailable("Graph is away"), "antwortet gerade nicht"),
    ],
)
async def test_what_took_longer_and_failed_says_so(
    store: SqlStore, monkeypatch: pytest.MonkeyPatch, met: Exception, told: str
) -> None:
    """The card said that its result would appear, and none did."""
    done = _slow(monkeypatch, met, outside=True)
    shown, desk = asyncio.Queue[Posting](), desk_of(store)
    onward = pressed(
        "mine", "p1", "enrolment.go", enrolment="mentee:p1", position="wishes", since="about"
    )
    await Router(desk, shown.put_nowait)(onward, nothing_said)
    done.set()
    async with asyncio.timeout(30):
        _, rendered = await desk.screen.due(await shown.get())
    assert told in json.dumps(rendered.content, ensure_ascii=False)


async def test_what_was_lost_with_its_process_happens_once_it_is_pressed_again(
    store: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Five hundred proposals were being approved when the server was killed: the card went on to
    say that its result would appear.
    """
    onward = pressed(
        "mine", "p1", "enrolment.go", enrolment="mentee:p1", position="wishes", since="about"
    )
    with monkeypatch.context() as killed:
        _slow(killed, Refusal("gone"), outside=True)
        answer = await Router(desk_of(store), lambda _: None)(onward, nothing_said)
    assert "tippe bitte noch einmal" in json.dumps(answer, ensure_ascii=False)
    shown = asyncio.Queue[Posting]()
    again = await Router(desk_of(store), shown.put_nowait)(onward, nothing_said)
    assert "tippe bitte noch einmal" not in json.dumps(again, ensure_ascii=False)
    assert (await shown.get()).id == "mine"


@pytest.mark.parametrize(("who", "words"), [("p1", "es liegt an mir"), ("stranger", "my fault")])
async def test_a_fault_of_ours_is_told_in_the_words_of_whoever_met_it(
    store: SqlStore, who: str, words: str
) -> None:
    said = list[str]()

    async def reply(message: Mapping[str, Any]) -> str:
        said.append(json.dumps(message, ensure_ascii=False))
        return "1"

    turn = pressed("mine", who)
    turn = Turn(turn.inbound.model_copy(update={"locale": "en-GB"}))
    await Router(desk_of(store), lambda _: None).apologize(turn, reply)
    assert [words in each for each in said] == [True]

"""Two owners press at once: one of them decides, and the other reads who was faster, and when.

Every button that decides is pressed on its card as the furnished database has it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.handlers.enrolment.applications import answered
from bot.handlers.registry import HANDLERS
from bot.router import Router
from cards.kit.actions import ACTIONS
from mentoring.domain.act import Act
from mentoring.domain.tandem import TandemState
from mentoring.notices import Said
from mentoring.ports.rows import Other, UnitOfWork
from mentoring.storage.store import SqlStore
from tests.cards.desk import desk_over
from tests.cards.furnished import CHANNEL, DEPUTY, OWNER, furnished
from tests.cards.kept_payloads import Kept, kept
from tests.cards.test_kept_payloads import invoked, nothing_said, said_in

BERLIN = ZoneInfo("Europe/Berlin")
NAMES = {OWNER: "Mia", DEPUTY: "Ute"}
TRIED_OUT = "the owner alone is concerned"
NO_DECISION = {
    "invite.as": "a list that is still put together, with who gets what before everybody's eyes",
    "invite.choose": "as above",
    **dict.fromkeys(("successor.look", "successor.choose"), "shown first"),
    **dict.fromkeys(("trial.begin", "trial.cards", "trial.play", "trial.stop"), TRIED_OUT),
    **dict.fromkeys(
        ("matching.try_pair", "matching.try_by_hand", "matching.try_settings"), "tried out"
    ),
    **dict.fromkeys(("matching.try_apart", "matching.try_together"), "tried out"),
    **dict.fromkeys(("matching.try_level", "matching.try_own_level"), "tried out"),
    "texts.try": "seen before it counts",
    **dict.fromkeys(("one_tandem.end", "one_tandem.extend", "one_tandem.replace"), "shown first"),
    **dict.fromkeys(("one_tandem.hand_over", "finding.hand_over", "undo.show"), "shown first"),
    **dict.fromkeys(("one_tandem.show", "tandems.open", "tandems.turn", "launch.page"), "a look"),
    **dict.fromkeys(("people.choose", "people.turn", "status.need", "status.people"), "a look"),
    **dict.fromkeys(("status.tandems", "settings.look", "settings.invitation"), "a look"),
    **dict.fromkeys(("texts.find", "texts.look", "texts.open", "invitation.read_as"), "a look"),
    **dict.fromkeys(("applications.turn", "status.going"), "a look"),
    **dict.fromkeys(("figures.look", "figures.open"), "a look"),
    **dict.fromkeys(("status.history", "history.turn", "history.back"), "a look"),
    **dict.fromkeys(("matching.look", "matching.in_own_chat", "launch.in_own_chat"), "a look"),
    **dict.fromkeys(("settings.export", "texts.export"), "a file of their own"),
}
"""The owners' buttons that decide nothing, and why."""


OTHERWISE: dict[str, dict[str, str]] = {
    "kickoff.change": {"seats1": "30"},
    "closing.confirm": {"seen": ""},
    "settings.dates": {"shown": "2026-12-20", "date": "2026-12-22"},
    "settings.save": {"sessions.move_days": "9", "wish_to_stay": "true"},
    "figures.save": {"name": "Krankenstand"},
    "settings.import": {"file": 'name = "Rollentausch"\n'},
    "launch.decide": {"tandem": "p1c9.tandem-1-00c0ffee"},
}
"""What is sent instead where the kept press would change nothing, or is about an owner's own."""


def test_every_button_of_owners_decides_or_says_why_not() -> None:
    owners = {action.verb for action, handler in HANDLERS.items() if handler.owners_only}
    deciding = {action.verb for action, handler in HANDLERS.items() if handler.decides}
    assert deciding.isdisjoint(NO_DECISION)
    assert owners == deciding | {*NO_DECISION}, "add decides=… in @handles, or say why not here"


def _deciding() -> list[Kept]:
    """The newest way in which each deciding button is pressed, on each kind of card."""
    newest = {(press.card, press.verb): press for press in kept()}
    found = [each for each in newest.values() if HANDLERS[ACTIONS[each.verb]].decides]
    return [_otherwise(each) for each in sorted(found, key=str)]


def _otherwise(press: Kept) -> Kept:
    action = press.execute["action"]
    sent = {**action, "data": {**action["data"], **OTHERWISE.get(press.verb, {})}}
    return replace(press, execute={**press.execute, "action": sent})


DECIDING = _deciding()


def test_every_deciding_button_is_pressed_here() -> None:
    deciding = {action.verb for action, handler in HANDLERS.items() if handler.decides}
    assert {ACTIONS[press.verb].verb for press in DECIDING} == deciding


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    found = furnished(tmp_path, _in_the_channel)
    yield found
    found.close()


def _in_the_channel(uow: UnitOfWork) -> None:
    """Every owners' card stands where both may press it, and nothing is being launched."""
    for tandem in uow.everywhere.tandems.all(state=TandemState.LAUNCHING):
        uow.everywhere.tandems.put(replace(tandem, state=TandemState.LAUNCHED))
    for posting in uow.everywhere.postings.all(person_id=OWNER):
        there = replace(posting, conversation=CHANNEL.conversation)
        uow.everywhere.postings.put(replace(there, service_url=CHANNEL.service_url))


@pytest.mark.parametrize("press", DECIDING, ids=str)
async def test_of_two_at_once_one_decides_and_the_other_reads_who_was_faster(
    press: Kept, store: SqlStore
) -> None:
    router = Router(desk_over(store), lambda _: None)
    two = {owner: router(invoked(replace(press, by=owner)), nothing_said) for owner in NAMES}
    answers = dict(zip(two, await asyncio.gather(*two.values()), strict=True))
    [act] = store.read_now(acts)
    assert act.what == ACTIONS[press.verb].verb
    [other] = NAMES.keys() - {act.by}
    assert f"{NAMES[act.by]}" in said_in(answers[other] or {})
    assert f"{at(act)} Uhr" in said_in(answers[other] or {})


def acts(uow: UnitOfWork) -> list[Act]:
    return list(uow.everywhere.acts.all(card=Other("")))


def at(act: Act) -> str:
    return f"{act.at.astimezone(BERLIN):%H:%M}"


async def test_what_is_pressed_in_vain_leaves_nothing_behind(store: SqlStore) -> None:
    """Whoever presses twice has decided once, and is not told of themselves."""
    router = Router(desk_over(store), lambda _: None)
    [press] = [each for each in DECIDING if each.verb == "closing.discard"]
    answers = [await router(invoked(press), nothing_said) for _ in range(2)]
    assert len(store.read_now(acts)) == 1
    assert all("war schneller" not in said_in(each or {}) for each in answers)


async def test_of_whoever_waits_no_more_it_is_said_alike_why_ever(store: SqlStore) -> None:
    """Accepted by another owner, or withdrawn: nobody is told which, or named as faster."""
    router = Router(desk_over(store), lambda _: None)
    [press] = [each for each in DECIDING if each.verb == "applications.accept"]
    await router(invoked(replace(press, by=OWNER)), nothing_said)
    answer = await router(invoked(replace(press, by=DEPUTY)), nothing_said)
    assert "wartet nicht mehr auf eine Antwort" in said_in(answer or {})
    assert "war schneller" not in said_in(answer or {})


@pytest.mark.parametrize(
    ("done", "told"),
    [
        (2, None),
        (1, Said.of("applications-some-gone", done=1, chosen=2)),
        (0, Said.of("applications-gone")),
    ],
)
def test_of_several_it_is_said_how_many_still_waited(done: int, told: Said | None) -> None:
    """issue 14: of two whom one owner declined another had accepted one, and nothing said so."""
    nowhere: Any = None
    assert answered(lambda *_: done, ["kai", "ole", "ole"])(nowhere, nowhere) == told

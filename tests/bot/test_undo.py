"""Each act of an owner has an undo, or asks twice, or does no harm: nothing else is registered."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from bot.commands.registry import COMMANDS
from bot.handlers.registry import HANDLERS
from cards.catalogue import render
from cards.kit.actions import ACTIONS
from cards.kit.words import Words
from tests.cards.kept_payloads import kept
from tests.cards.samples import everything

UNDONE_BY = {
    "applications.accept": "command remove",
    "clearance.confirm": "command remove",
    "call.switch": "call.switch",
    "correction.confirm": "command invite",
    "entry.enter": "entry.take_back",
    "entry.take_back": "entry.enter",
    **dict.fromkeys(("figures.save", "figures.remove"), "figures.undo"),
    **dict.fromkeys(("figures.undo", "figures.take_over"), "figures.undo"),
    "finding.leave": "finding.decide_anew",
    "finding.decide_anew": "finding.leave",
    "invite.confirm": "invite.undo",
    "kickoff.change": "kickoff.change",
    "kickoff.confirm": "kickoff.cancel",
    "launch.confirm": "command undo-launch",
    "matching.keep": "matching.undo",
    "matching.undo": "matching.keep",
    "matching.anew": "matching.undo",
    "settings.dates": "settings.undo_dates",
    "settings.undo_dates": "settings.dates",
    "settings.import": "settings.undo",
    "settings.remove_topic": "settings.undo",
    "settings.save": "settings.undo",
    "settings.topic": "settings.undo",
    "settings.undo": "settings.undo",
    "successor.again": "successor.withdraw",
    "successor.confirm": "successor.withdraw",
    "successor.withdraw": "successor.again",
    "texts.reset": "settings.undo",
    "texts.save": "settings.undo",
    "command past-pairs": "command undo-past-pairs",
    "command undo-past-pairs": "command past-pairs",
    "command undo-successor": "successor.again",
    "command enrolment": "settings.undo_dates",
}
"""What takes it back: another button, or a command."""

ASKS_TWICE = {
    "applications.decline",
    "clearance.not_this_time",
    "closing.confirm",
    "correction.confirm",
    "cycle.open",
    "figures.remove",
    "figures.undo",
    "intervention.confirm",
    "invite.undo",
    "kickoff.cancel",
    "launch.confirm",
    "launch.decide",
    "matching.approve",
    "remind.confirm",
    "settings.remove_topic",
    "settings.undo",
    "settings.undo_dates",
    "successor.withdraw",
    "texts.reset",
    "trial.stop",
    "undo.confirm",
}
"""What unfolds a question first."""

AT_ONCE_TOO = {
    "launch.decide": "to try one again takes nothing from anybody",
    "correction.confirm": "before anything is answered the same command changes the role back",
}
"""What another choice of the same button may do without a question."""

SHOWN_FIRST = {
    "handover.confirm": "the same sessions, in the other calendar; a handover back takes it back",
}
"""Nothing that could be lost, and shown before it happens."""

NOTHING_HAPPENS = {
    *("closing.discard", "correction.discard", "cycle.discard", "handover.discard"),
    *("intervention.discard", "invite.stop", "kickoff.discard", "launch.discard"),
    "cycle.stop",
    *("matching.drop", "remind.discard", "successor.discard", "undo.discard"),
}
"""A preview is let go of; the same command shows it again."""

TRIED_AGAIN = {
    *("closing.again", "free_place.again", "given_up.again", "intervention.again"),
    *("launch.retry_all", "undo.again"),
}
"""What was decided already is tried once more."""

LOOKS = {
    *("show-tandem", "tandems", "status", "people", "find", "settings", "texts", "applications"),
    "history",
    *("open-call", "try", "approve", "match", "going", "key-figures"),
}
"""Commands that show something, or compute proposals that nobody is told of."""
SHOWS_FIRST = {
    *("handover", "correct-role", "remove", "invite", "undo-invite", "new-cycle", "enter-for"),
    *("close", "end-tandem", "extend", "replace", "add-tandem", "kickoff", "launch"),
    *("undo-launch", "remind", "successor"),
}
"""Commands that show what a button of the card will do, or ask whom or what."""

ERASES = {"trial.stop"}
"""A button that decides nothing for other owners, and still takes something away."""


def acts() -> set[str]:
    buttons = {action.verb for action, handler in HANDLERS.items() if handler.decides} | ERASES
    given = {each.name for each in COMMANDS.values() if each.who == "owners"}
    return buttons | {f"command {name}" for name in given - LOOKS - SHOWS_FIRST}


def test_every_act_of_owners_can_be_undone_or_asks_twice() -> None:
    known = {*UNDONE_BY, *ASKS_TWICE, *SHOWN_FIRST, *NOTHING_HAPPENS, *TRIED_AGAIN}
    assert acts() - known == set(), "give it an undo, or let it say that it has none and ask twice"
    assert known - acts() == set(), "there is no such act any more"


@pytest.mark.parametrize("undo", sorted(set(UNDONE_BY.values())))
def test_what_takes_it_back_is_there(undo: str) -> None:
    commands = {f"command {each.name}" for each in COMMANDS.values() if each.who == "owners"}
    buttons = {verb for verb, action in ACTIONS.items() if HANDLERS[action].owners_only}
    assert undo in commands | buttons


@pytest.mark.parametrize("verb", sorted(ASKS_TWICE))
def test_what_asks_twice_does_so_on_every_card(verb: str) -> None:
    """Where it is to be pressed at all, it stands within what another button unfolds."""
    asked = {within for found, within in pressable() if found == verb}
    assert asked == ({True, False} if verb in AT_ONCE_TOO else {True}), f"{verb} asks nothing"


@cache
def pressable() -> frozenset[tuple[str, bool]]:
    """The verbs on all cards, each with whether it stands in what a button unfolds."""
    words = Words("de")
    cards = (render(notice, words).content for notice in everything().values())
    return frozenset(found for card in cards for found in _inside(card, within=False))


def _inside(node: Any, *, within: bool) -> Iterator[tuple[str, bool]]:
    if isinstance(node, list):
        for each in node:
            yield from _inside(each, within=within)
    elif isinstance(node, dict):
        if "verb" in node:
            yield str(node["verb"]), within
        for each in node.values():
            yield from _inside(each, within=within or node.get("type") == "Action.ShowCard")


def test_what_is_named_here_has_been_pressed() -> None:
    pressed = {press.verb for press in kept()}
    verbs = {each for each in acts() if not each.startswith("command ")}
    assert verbs - pressed == set()

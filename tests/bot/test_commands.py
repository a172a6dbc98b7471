"""Commands: in both languages, the longest name counts, and a misspelt one gets the nearest."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.commands.registry import COMMANDS, JOURNEY, possible_now
from bot.commands.understanding import find, nearest
from mentoring.domain.cycle import Cycle, CycleKind, CycleState
from mentoring.domain.language import LANGUAGES

NOW = datetime(2027, 2, 1, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    ("said", "name", "rest"),
    [
        ("status", "status", ""),
        ("STATUS", "status", ""),
        ("/status", "status", ""),
        ("hilfe", "help", ""),
        ("Was kannst du?", "help", ""),
        ("How does this work?", "help", ""),
        ("anmeldung bis 20.12.2026", "enrolment", "20.12.2026"),
        ("enrolment until 2026-12-20", "enrolment", "2026-12-20"),
        ("einladen mentees: a@x.de,\nb@x.de", "invite", "mentees: a@x.de,\nb@x.de"),
        ("invite mentors group Digital Natives", "invite", "mentors group Digital Natives"),
        ("lade  ein  Anna Berg", "invite", "Anna Berg"),
        ("start 11.01.2027", "launch", "11.01.2027"),
        ("andere Rolle Jan Kurz", "correct-role", "Jan Kurz"),
        ("remove Jan Kurz", "remove", "Jan Kurz"),
        ("delete me", "delete-me", ""),
    ],
)
def test_a_command_is_found_in_both_languages(said: str, name: str, rest: str) -> None:
    found = find(said)
    assert found is not None
    assert (found[0].name, found[1]) == (name, rest)


@pytest.mark.parametrize("said", ["statusbericht", "einladung", "", "wie geht es dir?"])
def test_words_that_only_begin_like_a_command_are_none(said: str) -> None:
    assert find(said) is None


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("staus", "status"),
        ("hlife", "hilfe"),
        ("einlden a@x.de", "einladen"),
        ("lanch 2027-01-11", "start"),
    ],
)
def test_a_misspelt_command_gets_the_nearest_in_ones_language(said: str, meant: str) -> None:
    assert nearest(said, "de", owner=True) == meant


def test_nobody_is_pointed_to_a_command_that_they_may_not_give() -> None:
    assert nearest("staus", "en", owner=False) == ""


def test_help_names_every_command_in_the_order_of_a_cycle() -> None:
    missing, gone = set(COMMANDS) - set(JOURNEY), set(JOURNEY) - set(COMMANDS)
    assert not missing, f"write {missing} at its place in JOURNEY of bot/commands/registry.py"
    assert not gone, f"take {gone} out of JOURNEY of bot/commands/registry.py"


@pytest.mark.parametrize(
    ("state", "first"),
    [
        (CycleState.PREPARING, ["settings", "try", "invite", "status", "past-pairs"]),
        (
            CycleState.RUNNING,
            ["status", "match", "approve", "launch", "tandems", "going", "show-tandem", "close"],
        ),
        (CycleState.CLOSED, ["status", "going", "key-figures", "new-cycle"]),
    ],
)
def test_help_names_first_what_is_possible_in_the_cycles_state(
    state: CycleState, first: list[str]
) -> None:
    cycle = Cycle("p1c1", "p1", 1, NOW, state=state)
    assert [each.name for each in possible_now(cycle)] == first


def test_where_people_come_and_go_everything_but_a_common_end_is_possible() -> None:
    rolling = Cycle("p1c1", "p1", 1, NOW, CycleKind.ROLLING, CycleState.RUNNING)
    names = {each.name for each in possible_now(rolling)}
    assert {"invite", "match", "launch", "tandems"} <= names
    assert names.isdisjoint({"close", "new-cycle"})


def test_every_command_has_a_word_in_every_language() -> None:
    assert all(command.said(language) for command in COMMANDS.values() for language in LANGUAGES)


POLITE = {
    "help!": ("help", ""),
    "Help, please!": ("help", ""),
    "Hilfe, bitte.": ("help", ""),
    "Hello Tandem!": ("hello", "Tandem!"),
    "Guten Morgen, hilfe": ("help", ""),
    "please invite: a@x.de": ("invite", "a@x.de"),
    "Could you please invite mentees: a@x.de. Thanks!": ("invite", "mentees: a@x.de."),
    "Kannst du bitte a@x.de als Mentee einladen?": ("invite", "a@x.de als Mentee"),
    "I would like to invite a@x.de": ("invite", "a@x.de"),
    "status please": ("status", ""),
    "What is the status?": ("status", "What is the"),
    "in English please": ("language", "in"),
    "Hallo zusammen!": ("hello", "zusammen!"),
    "hi there": ("hello", "there"),
    "Hello everyone, status please": ("status", ""),
    "Ich brauche eine Pause bis 15.2.": ("pause", "bis 15.2."),
    "I need a break until Monday": ("pause", "until Monday"),
    "pausiere bitte bis morgen": ("pause", "bis morgen"),
    "Bitte lösche mich": ("delete-me", ""),
    "Ich würde mich gern anmelden!": ("take-part", "Ich würde mich gern"),
    "Hallo, ich möchte Mentorin werden": ("take-part", ""),
    "Ich hätte Interesse": ("take-part", ""),
    "I'd like to sign up, please": ("take-part", ""),
    "I want to be a mentor": ("take-part", ""),
    "Ich möchte mich abmelden": ("withdraw", ""),
    "Lösche bitte meine Daten!": ("delete-me", "meine"),
    "lösch meine Daten": ("delete-me", "meine"),
    "wann gehts los?": ("next-session", ""),
    "Wann ist das nächste Treffen?": ("next-session", ""),
    "When is the next session?": ("next-session", ""),
    "Ich bin zurück!": ("back", ""),
}


@pytest.mark.parametrize("said", POLITE)
def test_politeness_and_punctuation_do_not_matter(said: str) -> None:
    """U4: *help!* was answered with *did you mean help?*"""
    found = find(said)
    assert found is not None
    assert (found[0].name, found[1]) == POLITE[said]


ORDERS = {
    "Mentees einladen: a@x.de": ("invite", "Mentees a@x.de"),
    "als Mentees einladen: a@x.de": ("invite", "als Mentees a@x.de"),
    "a@x.de als Mentees einladen": ("invite", "a@x.de als Mentees"),
    "lade a@x.de als Mentees ein": ("invite", "a@x.de als Mentees"),
    "lade bitte ein: a@x.de": ("invite", "a@x.de"),
    "Gruppe Digital Natives als Mentoren einladen": (
        "invite",
        "Gruppe Digital Natives als Mentoren",
    ),
    "den Durchgang abschließen": ("close", "den Durchgang"),
    "Vorschläge bitte freigeben": ("approve", ""),
    "alle erinnern": ("remind", "alle"),
    "Tandem 7 übergeben": ("handover", "7"),
    "übergib bitte Tandem 7": ("handover", "Tandem 7"),
    "bitte matchen": ("match", ""),
    "Schließe bitte den Durchgang ab": ("close", "den Durchgang"),
}


@pytest.mark.parametrize("said", ORDERS)
def test_the_command_may_stand_first_or_last(said: str) -> None:
    """U4."""
    found = find(said)
    assert found is not None
    assert (found[0].name, found[1]) == ORDERS[said]


@pytest.mark.parametrize(
    "said",
    [
        "Hello, who sees my answers?",
        "Did Anna approve?",
        "Anna will approve",
        "when do you remind",
        "I do not want a break",
        "bitte nicht erinnern",
        "thanks a lot!",
        "???",
        "🙂",
    ],
)
def test_what_is_only_talked_about_is_not_done(said: str) -> None:
    """What acts without asking back, a *not*, and a greeting before a question."""
    assert find(said) is None


def test_a_group_may_be_called_as_the_bot_is() -> None:
    found = find("invite mentees group Tandem")
    assert found is not None
    assert found[1] == "mentees group Tandem"


@pytest.mark.parametrize(
    "said",
    [
        *("Stopp", "stop!", "STOP.", "Bitte stop", "aufhören", "Ich möchte aufhören."),
        *("ich will nicht mehr", "Ich mag nicht mehr!", "I do not want any more", "quit"),
        *("I don't want any more.", "I want to leave, please", "unsubscribe"),
        *("Ich steige aus.", "ich will raus", "I want out", "Cancel my participation!"),
        "I don't want to participate any more.",
    ],
)
def test_who_wants_no_more_is_understood_in_either_language(said: str) -> None:
    """Issue 12, U3: each time the whole summary came instead."""
    found = find(said)
    assert found
    assert found[0].name == "withdraw"

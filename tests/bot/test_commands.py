"""Commands: in both languages, the longest name counts, and a misspelt one gets the nearest."""

from __future__ import annotations

from datetime import date

import pytest

import bot.commands  # noqa: F401 - commands register themselves
from bot.commands.dates import day_in
from bot.commands.enrolment.invitation import ROLES, _role
from bot.commands.registry import COMMANDS, JOURNEY, find, nearest
from mentoring.domain.language import LANGUAGES
from mentoring.domain.people import Role


@pytest.mark.parametrize(
    ("said", "name", "rest"),
    [
        ("status", "status", ""),
        ("STATUS", "status", ""),
        ("/status", "status", ""),
        ("hilfe", "help", ""),
        ("anmeldung bis 20.12.2026", "enrolment", "20.12.2026"),
        ("enrolment until 2026-12-20", "enrolment", "2026-12-20"),
        ("einladen mentees: a@x.de,\nb@x.de", "invite", "mentees: a@x.de,\nb@x.de"),
        ("invite mentors group Digital Natives", "invite", "mentors group Digital Natives"),
        ("lade  ein  Anna Berg", "invite", "Anna Berg"),
        ("start 11.01.2027", "launch", "11.01.2027"),
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


def test_every_command_has_a_word_in_every_language() -> None:
    assert all(command.said(language) for command in COMMANDS.values() for language in LANGUAGES)


@pytest.mark.parametrize(
    "said",
    [
        "2027-01-11",
        "11.01.2027",
        "11.1.2027",
        "am 11. Januar 2027",
        "11 January 2027",
        "11/01/2027",
        "11 Jan 2027",
    ],
)
def test_a_day_is_read_as_people_write_it(said: str) -> None:
    assert day_in(said) == date(2027, 1, 11)


@pytest.mark.parametrize("said", ["", "morgen", "31.02.2027", "2027-13-01", "11. Foo 2027"])
def test_what_is_no_day_is_not_guessed(said: str) -> None:
    assert day_in(said) is None


@pytest.mark.parametrize(
    ("said", "role", "people"),
    [
        ("mentees a@x.de", Role.MENTEE, "a@x.de"),
        ("als Mentees: a@x.de", Role.MENTEE, "a@x.de"),
        ("mentoren a@x.de", Role.MENTOR, "a@x.de"),
        ("mentor:innen a@x.de", Role.MENTOR, "a@x.de"),
        ("Mentor:in a@x.de", Role.MENTOR, "a@x.de"),
        ("mentors: a@x.de", Role.MENTOR, "a@x.de"),
        ("a@x.de", None, "a@x.de"),
        ("Mentorsson, Eva", None, "Mentorsson, Eva"),
    ],
)
def test_the_role_is_read_before_the_people(said: str, role: Role | None, people: str) -> None:
    assert set(ROLES) == set(Role)
    assert _role(said) == (role, people)

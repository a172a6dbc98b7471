"""Commands: in both languages, the longest name counts, and a misspelt one gets the nearest."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from bot.commands.changes.absence import who_until
from bot.commands.dates import day_in
from bot.commands.enrolment.lists import ROLES, Listed, listed_in, lists_in, role_in
from bot.commands.registry import COMMANDS, JOURNEY, possible_now
from bot.commands.understanding import find, nearest
from mentoring.domain.cycle import Cycle, CycleKind, CycleState
from mentoring.domain.errors import Refusal
from mentoring.domain.language import LANGUAGES
from mentoring.domain.pasted import group_names, names_in
from mentoring.domain.people import Role

NOW = datetime(2027, 2, 1, 8, tzinfo=UTC)
NOTHING: Any = None


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
        (CycleState.RUNNING, ["status", "tandems", "going", "show-tandem", "close"]),
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


TODAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    "said",
    [
        "2027-01-11",
        "11.01.2027",
        "11.1.2027",
        "am 11. Januar 2027",
        "11 January 2027",
        "January 11, 2027",
        "11/01/2027",
        "11 Jan 2027",
        "11. Januar",
        "on January 11th",
        "11.01.",
    ],
)
def test_a_day_is_read_as_people_write_it(said: str) -> None:
    assert day_in(said, TODAY) == date(2027, 1, 11)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("tomorrow", date(2026, 11, 27)),
        ("ab morgen", date(2026, 11, 27)),
        ("übermorgen!", date(2026, 11, 28)),
        ("today", TODAY),
        ("next Monday", date(2026, 11, 30)),
        ("nächsten Montag", date(2026, 11, 30)),
        ("in two weeks", date(2026, 12, 10)),
        ("in zwei Wochen", date(2026, 12, 10)),
        ("gestern", date(2026, 11, 25)),
    ],
)
def test_a_day_may_be_told_from_today(said: str, day: date) -> None:
    """U13: *launch tomorrow* was not understood."""
    assert day_in(said, TODAY) == day


@pytest.mark.parametrize(
    "said", ["", "11. Foo 2027", "Mai Berg", "Eva", "12", "2027", "10:00", "14 Uhr", "x" * 50]
)
def test_what_is_no_day_is_not_guessed(said: str) -> None:
    assert day_in(said, TODAY) is None


@pytest.mark.parametrize(
    ("said", "code", "day"),
    [
        ("bis 31.02.2027", "date-impossible", "31.02.2027"),
        ("30. Februar", "date-impossible", "30. Februar"),
        ("2027-13-01", "date-impossible", "2027-13-01"),
        ("0000-01-01", "date-impossible", "0000-01-01"),
        ("01.01.0001", "date-far", "01.01.0001"),
        ("31.12.9999", "date-far", "31.12.9999"),
        ("in 20 years", "date-far", "in 20 years"),
    ],
)
def test_a_day_that_cannot_be_meant_is_answered_in_words(said: str, code: str, day: str) -> None:
    """U13: the 31st of February was asked for again, the years 1 and 9999 ended in a 500."""
    with pytest.raises(Refusal) as refused:
        day_in(said, TODAY)
    assert (refused.value.code, refused.value.facts) == (code, {"day": day})


@pytest.mark.parametrize(
    ("said", "until", "who"),
    [
        ("until tomorrow", date(2026, 11, 27), ""),
        ("tomorrow", date(2026, 11, 27), ""),
        ("15.02.2027", date(2027, 2, 15), ""),
        ("Eva Costa bis 15.02.2027", date(2027, 2, 15), "Eva Costa"),
        ("eva@x.de until next Monday", date(2026, 11, 30), "eva@x.de"),
        ("Eva Costa", None, ""),
    ],
)
def test_a_break_says_until_when_and_perhaps_whose(said: str, until: date | None, who: str) -> None:
    assert who_until(said, TODAY) == (until, who)


@pytest.mark.parametrize(
    ("said", "role", "people"),
    [
        ("mentees a@x.de", Role.MENTEE, "a@x.de"),
        ("als Mentees: a@x.de", Role.MENTEE, "a@x.de"),
        ("mentoren a@x.de", Role.MENTOR, "a@x.de"),
        ("mentor:innen a@x.de", Role.MENTOR, "a@x.de"),
        ("Mentor:in a@x.de", Role.MENTOR, "a@x.de"),
        ("mentors: a@x.de", Role.MENTOR, "a@x.de"),
        ("a@x.de als Mentees", Role.MENTEE, "a@x.de"),
        ("group Digital Natives as mentors!", Role.MENTOR, "group Digital Natives"),
        ("a@x.de", None, "a@x.de"),
        ("Mentorsson, Eva", None, "Mentorsson, Eva"),
    ],
)
def test_the_role_is_read_before_the_people_or_behind_them(
    said: str, role: Role | None, people: str
) -> None:
    assert set(ROLES) == set(Role)
    assert role_in(said) == (role, people)
    assert [(each.role, each.people.strip(". !")) for each in lists_in(said)] == [(role, people)]


MENTORS, MENTEES = Role.MENTOR, Role.MENTEE
AB_AND_C = [(MENTORS, ("Anna Berg", "Tom Frei")), (MENTEES, ("Eva Costa",))]


@pytest.mark.parametrize(
    "said",
    [
        "mentors Anna Berg, Tom Frei, mentees Eva Costa",
        "mentors: Anna Berg and Tom Frei; mentees: Eva Costa",
        "mentors Anna Berg, Tom Frei and mentees Eva Costa",
        "Mentoren Anna Berg und Tom Frei, Mentees Eva Costa",
        "als Mentoren Anna Berg, Tom Frei und als Mentee Eva Costa",
        "Anna Berg und Tom Frei als Mentor:innen und Eva Costa als Mentee",
        "Anna Berg and Tom Frei as mentors, Eva Costa as a mentee",
        "Anna Berg, Tom Frei as mentors, mentees: Eva Costa",
        "mentors\nAnna Berg\nTom Frei\n\nmentees\nEva Costa",
        "Mentor*innen:\n- Anna Berg\n- Tom Frei\nund Mentees:\n- Eva Costa",
        "Anna Berg\tMentor\nEva Costa\tMentee\nTom Frei\tMentor",
        "Anna Berg, Mentor; Eva Costa, Mentee; Tom Frei, Mentorin",
        "mentors Anna Berg, Tom Frei mentees Eva Costa",
    ],
)
def test_people_of_both_roles_are_invited_in_one_message(said: str) -> None:
    """Issue 14: the second role was looked up as somebody's name."""
    found = [(each.role, names_in(each.people)) for each in lists_in(said)]
    assert found == AB_AND_C


@pytest.mark.parametrize(
    ("said", "lists"),
    [
        (
            "mentees group Leadership, mentors group Digital Natives",
            [(MENTEES, "group Leadership,"), (MENTORS, "group Digital Natives")],
        ),
        (
            "Gruppe Führung als Mentees und Gruppe Digital Natives als Mentoren",
            [(MENTEES, "Gruppe Führung"), (MENTORS, "und Gruppe Digital Natives")],
        ),
        ("Eva Costa, mentors a@x.de", [(None, "Eva Costa,"), (MENTORS, "a@x.de")]),
        ("Eva Costa as mentee, Jan Kurz", [(MENTEES, "Eva Costa"), (None, ", Jan Kurz")]),
        ("mentors a@x.de mentees b@x.de", [(MENTORS, "a@x.de"), (MENTEES, "b@x.de")]),
    ],
)
def test_groups_and_addresses_of_both_roles(
    said: str, lists: list[tuple[Role | None, str]]
) -> None:
    assert lists_in(said) == [Listed(*each) for each in lists]


@pytest.mark.parametrize(
    "said",
    [
        "mentees group Mentors",
        "mentees groups Mentors and Mentees",
        "mentees group Reverse Mentors Berlin",
        'mentees group "Mentors, mentees and friends"',
        "mentees Gruppe „Mentoren und Mentees“",
        "mentees mentor@x.de, mentor.anna@x.de",
        "mentees Anna Mentor, Tom Frei",
        'mentees "Kurz, Jan (Mentor)" <j@x.de>',
        'mentees "Mentor Eva" <1f0e0d0c-1111-2222-3333-444455556666>;',
    ],
)
def test_a_role_within_a_name_is_a_part_of_it(said: str) -> None:
    assert lists_in(said) == [Listed(MENTEES, said.removeprefix("mentees "))]


@pytest.mark.parametrize(
    "said",
    [
        "mentors and mentees Anna Berg, Eva Costa",
        "Mentoren und Mentees: Anna Berg",
        "Eva Costa as mentor and mentee",
        "mentors Anna Berg and mentees",
        "mentors Anna Berg, Eva Costa as mentees",
    ],
)
def test_where_it_is_not_clear_who_is_meant_in_which_role_nobody_is_looked_for(said: str) -> None:
    with pytest.raises(Refusal, match="invite-roles"):
        lists_in(said)


@pytest.mark.parametrize(
    "said", ["take part as mentor and mentee", "mitmachen als mentee und mentor"]
)
async def test_whoever_wants_both_roles_begins_with_one(said: str) -> None:
    """The second one was dropped, or taken for the name of a programme."""
    found = find(said)
    assert found
    with pytest.raises(Refusal, match="one-role-first"):
        await found[0].run(NOTHING, NOTHING, found[1])


@pytest.mark.parametrize(
    ("said", "people", "groups"),
    [
        ("Digital Natives", "Digital Natives", ()),
        ("group Digital Natives", "", ("Digital Natives",)),
        ("Anna Berg, group B", "Anna Berg", ("B",)),
        ("group B, Anna Berg", "", ("B, Anna Berg",)),
        ("Anna Berg, Gruppe B und C, Gruppe D", "Anna Berg", ("B und C", "D")),
        ("Anna Berg und die Gruppe B", "Anna Berg", ("B",)),
        ("the group B and Anna Berg", "", ("B and Anna Berg",)),
        ("die Gruppen B und C, D", "", ("B", "C", "D")),
        ("Berg, Anna\nGruppe: B\nKurz, Jan", "Berg, Anna\nKurz, Jan", ("B",)),
        ("- a@x.de\n- Gruppe „Vertrieb, Süd“\n- b@x.de", "- a@x.de\n- b@x.de", ("Vertrieb, Süd",)),
        ("1. Gruppe B; 2. Anna", "2. Anna", ("B",)),
        ("Gruppe, Anna; Anna Gruppe", "Gruppe, Anna; Anna Gruppe", ()),
        ("Gruppenleitung Nord, Groupe B", "Gruppenleitung Nord, Groupe B", ()),
    ],
)
def test_people_and_groups_stand_in_one_list(
    said: str, people: str, groups: tuple[str, ...]
) -> None:
    """Issue 14: ``Anna Berg, group B`` took *group B* for somebody's name."""
    listed = listed_in(said)
    assert names_in(listed.people) == names_in(people)
    found = tuple(next(group_names(words)).name for words in listed.groups)
    assert found == groups


@pytest.mark.parametrize(
    "said",
    [
        "lade Mentoren Anna Berg, Gruppe Digital Natives ein",
        "invite mentors Anna Berg, group Digital Natives",
        "lade Anna Berg und die Gruppe Digital Natives als Mentoren ein",
        "Mentoren einladen: Anna Berg; Gruppe Digital Natives",
    ],
)
def test_a_group_beside_people_is_heard_in_a_whole_sentence(said: str) -> None:
    found = find(said)
    assert found
    role, rest = role_in(found[1])
    listed = listed_in(rest)
    assert (found[0].name, role) == ("invite", Role.MENTOR)
    assert (names_in(listed.people), [words.strip() for words in listed.groups]) == (
        ("Anna Berg",),
        ["Digital Natives"],
    )


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

"""Lists to invite as people write and paste them: names, addresses, groups, and in which roles."""

from __future__ import annotations

from typing import Any

import pytest

from bot.commands.enrolment.lists import ROLES, Listed, listed_in, lists_in, role_in
from bot.commands.understanding import find
from mentoring.domain.errors import Refusal
from mentoring.domain.pasted import group_names, names_in
from mentoring.domain.people import Role

NOTHING: Any = None


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

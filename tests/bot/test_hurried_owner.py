"""An owner in a hurry, in words of their own: they are understood, or are told what is missing, and
never read that a sentence of theirs is nobody's name.
"""

from __future__ import annotations

from typing import Any

import pytest

from bot.commands.launch.interventions import sessions_in
from bot.commands.understanding import find, of_owner
from bot.commands.which_tandem import of_whom
from bot.typed.words import pair_in, people_and_reason, people_in, says_more
from mentoring.domain.errors import Refusal
from mentoring.domain.pasted import names_in

NOTHING: Any = None


@pytest.mark.parametrize(
    ("said", "name", "rest"),
    [
        ("verlängere die Anmeldung bis 15.1.", "enrolment", "15.1"),
        ("Bitte die Anmeldung verlängern bis 15.1.2027", "enrolment", "15.1.2027"),
        ("extend the enrolment until 2027-01-15", "enrolment", "2027-01-15"),
        ("Tandem 3 verlängern um 2", "extend", "3 um 2"),
        ("tandem 3 bitte beenden", "end-tandem", "3"),
        ("such Eva Costa", "find", "Eva Costa"),
        ("lad mal Jan Kurz und Tom Frei als mentees ein bitte", "invite", "Jan Kurz und Tom Frei"),
        ("Eva Costa rausnehmen", "remove", "Eva Costa"),
        ("Eva Costa aus dem Programm nehmen", "remove", "Eva Costa"),
    ],
)
def test_whatever_the_order_of_the_words(said: str, name: str, rest: str) -> None:
    found = find(said) or of_owner(said)
    assert found is not None
    assert found[0].name == name
    assert found[1].startswith(rest)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        *(("Wo steht Eva Costa?", "find"), ("wo ist eva costa", "find")),
        *(("zeig mir Eva Costa", "find"), ("show me Eva Costa", "find")),
        *(("Tandem von Eva Costa", "show-tandem"), ("the tandem of Eva Costa", "show-tandem")),
        *(("Wer hat noch nicht geantwortet?", "people"), ("teilnehmer", "people")),
        *(("wer ist ohne tandem", "people"), ("who has not answered yet?", "people")),
        *(("Wie viele haben sich angemeldet?", "status"), ("how many have enrolled", "status")),
        *(("wie läufts", "going"), ("Wie läuft’s?", "going")),
    ],
)
def test_a_question_of_owners_is_answered(said: str, name: str) -> None:
    found = find(said) or of_owner(said)
    assert found is not None
    assert found[0].name == name


@pytest.mark.parametrize("said", ["Wo steht mein Fragebogen?", "wo ist unser kanal", "teilnehmer"])
def test_nobody_else_is_told_that_they_may_not(said: str) -> None:
    """A participant's question is none of an owner."""
    found = find(said)
    assert found is None or found[0].who == "everybody"


@pytest.mark.parametrize(
    ("said", "whom"),
    [
        *(("das Tandem von Eva Costa", "Eva Costa"), ("tandem mit Eva Costa", "Eva Costa")),
        *(("the tandem of Eva Costa", "Eva Costa"), ("Eva Costa", "Eva Costa")),
        *(("tandem Eva Costa", "Eva Costa"), ("tandem 3", "tandem 3"), ("von Arnim", "von Arnim")),
        *(("von Eva Costa", "Eva Costa"), ("of eva@x.example", "eva@x.example")),
        *(("von Arnim, Eva", "von Arnim, Eva"), ("with Eva Costa", "Eva Costa")),
    ],
)
def test_a_tandem_is_named_by_one_of_the_two(said: str, whom: str) -> None:
    assert of_whom(said) == whom


@pytest.mark.parametrize(
    ("said", "sessions", "whom"),
    [("3 um 2", 2, "3"), ("Eva Costa um 2 Treffen", 2, "Eva Costa"), ("3", 3, "3")],
)
def test_by_how_many_sessions(said: str, sessions: int, whom: str) -> None:
    assert sessions_in(said) == (sessions, whom)


@pytest.mark.parametrize("said", ["tandem 3 um viele", "3 by many", "3 um ein paar Treffen"])
def test_what_is_no_number_is_nobodys_name_either(said: str) -> None:
    with pytest.raises(Refusal, match="extend-number"):
        sessions_in(said)


@pytest.mark.parametrize("said", ["Bitte erinnere Noah Schmid", "remind Noah Schmid"])
async def test_whoever_would_have_one_reminded_reads_that_it_goes_to_all(said: str) -> None:
    found = find(said)
    assert found is not None
    with pytest.raises(Refusal, match="remind-all"):
        await found[0].run(NOTHING, NOTHING, found[1])


@pytest.mark.parametrize(
    ("said", "people"),
    [
        ("mentor Jan Kurz, mentee Eva Costa", ("Jan Kurz", "Eva Costa")),
        ("Jan Kurz (Mentor) und Eva Costa (Mentee)", ("Jan Kurz", "Eva Costa")),
        ("Mentor:in Jan Kurz und Mentee Eva Costa", ("Jan Kurz", "Eva Costa")),
        ("Jan Kurz as a mentor", ("Jan Kurz",)),
        ("Mentor;Mentee\njan@x.de;eva@x.de", ("jan@x.de", "eva@x.de")),
        ("mentor@x.de", ("mentor@x.de",)),
        ("mentor", ("mentor",)),
    ],
)
def test_a_role_beside_a_name_is_no_part_of_it(said: str, people: tuple[str, ...]) -> None:
    """Issue 14: *add tandem mentor Jan Kurz, mentee Eva Costa* looked for *mentor Jan Kurz*."""
    assert names_in(people_in(said)) == people


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("Mentor:in Jan Kurz, Mentee Eva Costa", ""),
        ("Mentor:in Jan Kurz, Mentee Eva Costa: so gewünscht", "so gewünscht"),
        ("Jan Kurz, Eva Costa:so: ja", "so: ja"),
    ],
)
def test_a_colon_within_a_role_begins_no_reason(said: str, reason: str) -> None:
    people, found = people_and_reason(said)
    assert found == reason
    assert names_in(people_in(people)) == ("Jan Kurz", "Eva Costa")


@pytest.mark.parametrize(
    "said",
    [
        "Jan Kurz and Eva Costa as a tandem",
        "Jan Kurz and Eva Costa as a",
        "Jan Kurz und Eva Costa als Tandem",
        "das Tandem Jan Kurz und Eva Costa",
    ],
)
def test_that_two_become_a_tandem_is_no_part_of_a_name(said: str) -> None:
    assert names_in(pair_in(said)) == ("Jan Kurz", "Eva Costa")


@pytest.mark.parametrize("said", ["erinnere alle", "remind everybody please", "erinnern"])
def test_all_are_no_names(said: str) -> None:
    found = find(said)
    assert found is not None
    assert not says_more(found[1])

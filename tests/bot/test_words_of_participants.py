"""What somebody in a tandem writes in their own words leads to where it can be done."""

from __future__ import annotations

import pytest

from bot.commands.understanding import find

OF_THE_TANDEM = [
    *("treffen verschieben", "Ich möchte unser Treffen am 26. Januar verschieben", "verschieben"),
    *("treffen am 26. januar absagen", "Kann ich den Termin verlegen?", "Ich kann am 26.1. nicht"),
    *("ich kann nicht am 26.1.", "vereinbarung", "Wo ist unser Kanal?", "Wer ist mein Mentor?"),
    *("ich möchte einen anderen Partner", "bitte eine andere Partnerin", "neuer partner bitte"),
    *("cancel the session", "please move our session", "reschedule", "agreement"),
    *("I can’t make it on 26 January", "who is my mentor?", "new partner please"),
]
OF_THE_NEXT = [
    *("Wann treffen wir uns?", "wann ist unser nächstes treffen", "when do we meet?"),
    *("Wann ist mein Termin?", "wann ist unser Treffen", "when is our session?"),
]
OF_ONES_DATA = ["Datenschutz", "Wer sieht das?", "privacy", "who sees this?"]
HOW = "Wie nutzt ihr KI?"
QUESTIONS = [
    *((f"{word} {HOW}", HOW) for word in ("frage", "Frage:", "FRAGE", "fragen", "question")),
    *((f"{word} {HOW}", HOW) for word in ("Question:", "neue Frage:", "new question")),
    *((f"Frage {whom} mein Tandem: {HOW}", HOW) for whom in ("für", "an")),
    (f"question for my tandem: {HOW}", HOW),
    (f"Frage{chr(10)}{HOW}", HOW),
    *((said, "") for said in ("frage", "Frage?", "fragenbox", "Unsere Fragen", "meine fragen")),
    *((said, "") for said in ("frage stellen", "eine Frage stellen", "Fragen ansehen")),
    *((said, "") for said in ("offene Fragen", "questions", "ask a question", "open questions")),
]
OF_OWNERS = [
    ("auftakt verschieben", "kickoff"),
    ("start verschieben", "launch"),
    ("anmeldung verschieben bis 15.1.", "enrolment"),
]


@pytest.mark.parametrize("said", OF_THE_TANDEM)
def test_the_tandem_s_card_has_it(said: str) -> None:
    assert (found := find(said)) is not None
    assert found[0].name == "my-tandem"


@pytest.mark.parametrize("said", OF_THE_NEXT)
def test_when_the_next_session_is(said: str) -> None:
    assert (found := find(said)) is not None
    assert found[0].name == "next-session"


@pytest.mark.parametrize("said", OF_ONES_DATA)
def test_what_is_stored_and_who_sees_it(said: str) -> None:
    assert (found := find(said)) is not None
    assert found[0].name == "my-data"


@pytest.mark.parametrize(("said", "text"), QUESTIONS)
def test_a_question_is_what_is_said_after_the_word(said: str, text: str) -> None:
    """Whoever only says that they have one gets the box: *stellen* was put into it as a question,
    and *für mein Tandem* before each.
    """
    assert (found := find(said)) is not None
    assert (found[0].name, found[1]) == ("question", text)


@pytest.mark.parametrize(("said", "name"), OF_OWNERS)
def test_what_owners_move_is_still_theirs(said: str, name: str) -> None:
    assert (found := find(said)) is not None
    assert found[0].name == name

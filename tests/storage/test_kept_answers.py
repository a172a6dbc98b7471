"""Answers are kept as JSON for as long as a programme runs: what was ever written is read, and
nothing of it is lost.

``kept_answers.jsonl`` has rows as they were written once. It only grows: a new step or field adds a
row, and no row is ever changed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from cryptography.fernet import Fernet, MultiFernet
from sqlalchemy import text

from mentoring.domain.enrolment import Enrolment, EnrolmentState
from mentoring.domain.people import Role
from mentoring.domain.questionnaire import STEPS, Answers, Draft, Line, When, Wishes
from mentoring.domain.questionnaire.steps import TopicSkill
from mentoring.storage.shape import Unreadable
from mentoring.storage.store import SqlStore
from tests.answers import GERMAN, answers
from tests.databases import migrated_sqlite

FILE = Path(__file__).parent / "kept_answers.jsonl"
KEPT = [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]
CIPHER = MultiFernet([Fernet(Fernet.generate_key())])
NOW = datetime(2026, 11, 2, tzinfo=UTC)
ENROLMENT = Enrolment("mentor:a", "a", Role.MENTOR, EnrolmentState.BEGUN, NOW)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    found = SqlStore(migrated_sqlite(tmp_path), CIPHER)
    found.run_now(lambda uow: uow.enrolments.put(ENROLMENT))
    yield found
    found.close()


def lying(store: SqlStore) -> Any:
    """What stands in the row."""
    with store.engine.connect() as connection:
        secret: str = connection.execute(text("SELECT answers FROM enrolments")).scalar_one()
    return json.loads(CIPHER.decrypt(secret.encode()))


def lay(store: SqlStore, stored: Any) -> None:
    """Write a row as another version did."""
    secret = CIPHER.encrypt(json.dumps(stored).encode()).decode()
    with store.engine.begin() as connection:
        connection.execute(text("UPDATE enrolments SET answers = :secret"), {"secret": secret})


def read(store: SqlStore) -> Answers:
    return store.run_now(lambda uow: uow.enrolments.need(ENROLMENT.id)).answers


@pytest.mark.parametrize("stored", KEPT)
def test_what_was_ever_written_is_read_and_written_back_the_same(
    store: SqlStore, stored: Any
) -> None:
    """A field that came later is written with its default."""
    lay(store, stored)
    store.run_now(lambda uow: uow.enrolments.put(uow.enrolments.need(ENROLMENT.id)))
    found = lying(store)
    later: dict[str, list[str]] = (
        {"never": []} if "never" not in stored.get("when", {"never": []}) else {}
    )
    assert found == {key: part | later if key == "when" else part for key, part in stored.items()}


def test_the_file_has_every_step_and_every_field() -> None:
    there = {
        (key.partition(":")[0], field)
        for row in KEPT
        for key, part in row.items()
        for field in part
    }
    asked = {(name, field.name) for name, step in STEPS.items() for field in fields(step)}
    by_card = {(TopicSkill.name, "topic")}
    assert there == asked - by_card, (
        f"add a row with {sorted(asked - by_card - there)} to {FILE.name}"
    )


def test_what_today_knows_nothing_of_breaks_nothing(store: SqlStore) -> None:
    lay(store, {"about": {"languages": ["de"], "shoe_size": 43}, "horoscope": {"sign": "leo"}})
    assert read(store) == answers(GERMAN)


def test_what_was_not_asked_then_is_as_if_left_empty(store: SqlStore) -> None:
    lay(store, {"when": {"weekdays": ["mon"]}, "wishes": {"wish_1": "ai"}})
    assert read(store) == answers(When(weekdays=("mon",)), Wishes("ai"))


def test_a_mentors_topics_lie_as_one_entry_each(store: SqlStore) -> None:
    said = answers(TopicSkill("ai", 2, "drei Jahre"), TopicSkill("agile", 1, "x"))
    store.run_now(lambda uow: uow.enrolments.put(Enrolment(**{**vars(ENROLMENT), "answers": said})))
    assert lying(store) == {
        "topic:ai": {"level": 2, "experience": "drei Jahre"},
        "topic:agile": {"level": 1, "experience": "x"},
    }
    assert read(store) == said


def test_a_row_that_cannot_be_read_says_where_and_keeps_to_itself_what_stands_there(
    store: SqlStore,
) -> None:
    lay(store, {"about": {"languages": [], "about_me": "ein Geheimnis" * 20}})
    with pytest.raises(Unreadable) as unreadable:
        read(store)
    assert str(unreadable.value) == (
        "enrolments mentor:a: answers.about.about_me, answers.about.languages cannot be read"
    )
    assert unreadable.value.__suppress_context__


def test_what_one_owner_had_entered_in_an_earlier_version_is_theirs_line_by_line(
    store: SqlStore,
) -> None:
    """What the person had added to it is their own."""
    typed = {"languages": "de", "about_me": "Hallo"}
    entered = {"typed": typed, "entered_by": "otto", "entered_at": str(NOW)}
    lay(store, {"entered:about": entered, "draft:purpose": {"goal": "mehr"}})
    by_otto = Draft("about", typed, (Line("languages", "otto", NOW),))
    assert read(store).drafts == (by_otto, Draft("purpose", {"goal": "mehr"}))
    store.run_now(lambda uow: uow.enrolments.put(uow.enrolments.need(ENROLMENT.id)))
    assert read(store).drafts == (by_otto, Draft("purpose", {"goal": "mehr"}))

"""A break ends by a word as it does by its button, *I am back*: for whoever takes it, and nobody
else.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.commands.understanding import find
from mentoring.domain.watching import Absence
from mentoring.storage.store import SqlStore
from tests.bot.test_where_others_read import heard, turn
from tests.cards.furnished import NOW, furnished, guid

MENTEE, MENTOR = guid("mentee-1"), guid("mentor-1")
ALONE = {"id": "a:1", "conversationType": "personal"}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    found = furnished(tmp_path)
    until = NOW.date() + timedelta(days=9)
    found.run_now(lambda uow: uow.absences.put(Absence(MENTEE, NOW, until)))
    yield found
    found.close()


def away(store: SqlStore, person: str) -> bool:
    return store.read_now(lambda uow: uow.absences.get(person)) is not None


@pytest.mark.parametrize(
    "said",
    [
        *("ich bin wieder da", "Bin wieder da!", "wieder da", "pause beenden", "beende die Pause"),
        *("pause aufheben", "keine Pause mehr", "bitte meine Pause beenden"),
        *("i am back", "I’m back", "end the break", "end my break please", "unpause"),
    ],
)
def test_it_is_said_in_many_words(said: str) -> None:
    found = find(said)
    assert found is not None
    assert found[0].name == "back"


@pytest.mark.parametrize(
    "said", ["pause bis 15.2.", "ich brauche eine pause", "break until friday"]
)
def test_whoever_wants_a_break_is_not_brought_back(said: str) -> None:
    found = find(said)
    assert found is not None
    assert found[0].name == "pause"


@pytest.mark.parametrize("said", ["Ich bin wieder da", "pause beenden"])
async def test_the_break_is_over(store: SqlStore, said: str) -> None:
    told = await heard(store, turn(MENTEE, ALONE, text=said))
    assert not away(store, MENTEE)
    assert "wieder da" in str(told)


async def test_whoever_takes_none_reads_that(store: SqlStore) -> None:
    told = await heard(store, turn(MENTOR, ALONE, text="ich bin wieder da"))
    assert "keine Pause" in str(told)
    assert away(store, MENTEE), "somebody else’s goes on"


async def test_nobody_ends_that_of_somebody_else(store: SqlStore) -> None:
    told = await heard(store, turn(MENTOR, ALONE, text="pause beenden Mentee-1"))
    assert away(store, MENTEE)
    assert "nur, wer sie macht" in str(told)

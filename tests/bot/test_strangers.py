"""Words of a stranger store nobody, whichever command they are: only who wants to take part is
known from then on.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.commands.registry import COMMANDS
from mentoring.storage.store import SqlStore
from tests.bot.test_where_others_read import REST, heard, turn
from tests.cards.furnished import OWNER, furnished, guid

STRANGER = guid("somebody-whom-nobody-knows")
ALONE = {"id": "a:stranger", "conversationType": "personal"}
ASKS_TO_TAKE_PART = {"take-part", "other-role"}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    found = furnished(tmp_path)
    yield found
    found.close()


def known(store: SqlStore, person: str) -> bool:
    return store.read_now(lambda uow: uow.people.get(person)) is not None


@pytest.mark.parametrize("name", sorted({*COMMANDS} - ASKS_TO_TAKE_PART))
@pytest.mark.parametrize("language", ["de", "en"])
async def test_no_other_command_stores_whoever_says_it(
    name: str, language: str, store: SqlStore
) -> None:
    text = f"{COMMANDS[name].shown(language).rstrip(' …')}{REST.get(name, '')}"
    told = await heard(store, turn(STRANGER, ALONE, text=text))
    assert len(told) == 1, "they get an answer"
    assert not known(store, STRANGER)


@pytest.mark.parametrize("said", ["sprache", "sprache de", "english", "in English, please"])
async def test_a_language_of_a_stranger_is_not_kept_and_they_read_that(
    said: str, store: SqlStore
) -> None:
    told = await heard(store, turn(STRANGER, ALONE, text=said, locale="en-GB"))
    assert "I keep nothing of you" in str(told)
    assert not known(store, STRANGER)


@pytest.mark.parametrize("who", [guid("mentee-1"), OWNER])
async def test_whoever_is_known_or_an_owner_has_their_language_kept(
    who: str, store: SqlStore
) -> None:
    told = await heard(store, turn(who, ALONE, text="english"))
    assert "In English from now on" in str(told)
    person = store.read_now(lambda uow: uow.people.need(who))
    assert (person.language, person.chose_language) == ("en", True)

"""What is promised of retrospectives: planted words are looked for wherever they must not be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from cards.kit.words import Words
from mentoring.domain.language import LANGUAGES, Language
from mentoring.domain.people import Role
from mentoring.domain.retrospective import Retrospective, Taken, retrospective_id
from mentoring.domain.tandem import TandemState
from mentoring.storage.store import SqlStore
from mentoring.usecases.privacy.retention import erase_in_cycle
from tests.cards.furnished import NOW, furnished, guid
from tests.promises.test_who_reads_what import all_cards
from tests.usecases.company import NOW as MONDAY
from tests.usecases.company import TANDEM, Company, all_of, change, put
from tests.usecases.company import session as session_of

PLANTED = "Papageientaucher"
WRITTEN = re.compile(r"mitschrift|bericht|\bnotes?\b|\breports?\b", re.IGNORECASE)
FOR_OTHERS = re.compile(r"für andere|for others", re.IGNORECASE)
RUNNING = "p1c1.tandem-1-00c0ffee"
OVER = f"{RUNNING}:001"
MENTEE, MENTOR = guid("mentee-1"), guid("mentor-1")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    found = furnished(tmp_path)
    yield found
    found.close()


def _planted(store: SqlStore, *, shared: bool) -> None:
    key = retrospective_id(OVER, Role.MENTEE)
    found = Retrospective(key, RUNNING, OVER, MENTEE, Role.MENTEE, NOW, Taken(line=PLANTED))
    store.run_now(lambda uow: uow.retrospectives.put(replace(found, shared=shared)))


async def _readers(store: SqlStore) -> set[tuple[str, str]]:
    cards = await all_cards(store)
    return {(kind, who) for (_, kind, who), card in cards.items() if PLANTED in card}


async def test_what_is_not_shown_its_author_alone_reads(store: SqlStore) -> None:
    _planted(store, shared=False)
    assert await _readers(store) - {("my_data", MENTEE)} == {("retrospective_card", MENTEE)}


async def test_what_is_shown_the_two_read_and_nobody_else(store: SqlStore) -> None:
    _planted(store, shared=True)
    cards = {("retrospective_card", MENTEE), ("retrospective_card", MENTOR)}
    assert await _readers(store) - {("my_data", MENTEE)} == cards


def test_it_lies_encrypted(store: SqlStore, tmp_path: Path) -> None:
    _planted(store, shared=True)
    store.close()
    found = [path for path in tmp_path.iterdir() if path.is_file()]
    assert found
    assert not [path.name for path in found if PLANTED.encode() in path.read_bytes()]


async def test_it_is_erased_after_the_end(company: Company) -> None:
    """Fourteen days after the end of its author's last tandem; until then it stays."""
    key, said = retrospective_id(session_of(1), Role.MENTEE), Taken(line=PLANTED)
    hers = Retrospective(key, TANDEM, session_of(1), "eva", Role.MENTEE, MONDAY, said)
    await put(company.first, "retrospectives", hers)
    await change(company.first, "tandems", TANDEM, state=TandemState.CLOSED, ended_at=MONDAY)
    for days, left in ((13, 1), (14, 0)):
        company.clock.moment = MONDAY + timedelta(days=days)
        await company.first.run(lambda uow, now: erase_in_cycle(uow, now, "eva", MONDAY))
        assert len(await all_of(company.first, "retrospectives")) == left


@pytest.mark.parametrize("key", ["space-rules", "space-records"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_protected_space_forbids_only_notes_for_others(language: Language, key: str) -> None:
    """Issue 12, P9: each of the two is asked to look back, and writes a line for themselves."""
    for formal in (False, True):
        text = Words(language, formal=formal).text(key)
        [said] = [part for part in text.split(".") if WRITTEN.search(part)]
        assert FOR_OTHERS.search(said)

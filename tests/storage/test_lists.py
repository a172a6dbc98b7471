"""A condition takes a list of any length, and few statements are built for all of them."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime

import pytest
from cryptography.fernet import Fernet, MultiFernet

from mentoring.domain.posting import Posting
from mentoring.domain.upkeep import Fact, Timer
from mentoring.ports.rows import UnitOfWork
from mentoring.storage.conditions import MOST, filled, places_for, portions
from mentoring.storage.outdating import outdating_kinds
from mentoring.storage.store import SqlStore

EVERY = [f"{number:05}" for number in range(2 * MOST + 1)]
LENGTHS = [0, 1, 2, 3, 7, MOST, MOST + 1, 2 * MOST + 1]
MOST_PARAMETERS = 40_000
"""More than either database takes in one statement [sqlite.org/limits.html: 32,766]."""


@pytest.fixture
def store(migrated_url: str) -> Iterator[SqlStore]:
    found = SqlStore(migrated_url, MultiFernet([Fernet(Fernet.generate_key())]))
    found.run_now(lambda uow: uow.facts.put_all(Fact(each, "x") for each in EVERY))
    yield found
    found.close()


@pytest.mark.parametrize("length", LENGTHS)
def test_those_in_the_list_are_chosen_and_no_others(store: SqlStore, length: int) -> None:
    wanted = EVERY[:length]

    def found(uow: UnitOfWork) -> None:
        assert [fact.id for fact in uow.facts.all(id=wanted)] == wanted
        assert [key for (key,) in uow.facts.columns("id", id=wanted)] == wanted
        assert uow.facts.any(id=wanted) == bool(wanted)

    store.read_now(found)


@pytest.mark.parametrize("length", LENGTHS)
def test_those_in_the_list_are_deleted_and_no_others(store: SqlStore, length: int) -> None:
    store.run_now(lambda uow: uow.facts.delete_all(id=EVERY[:length]))
    left = store.read_now(lambda uow: [fact.id for fact in uow.facts.all()])
    assert left == EVERY[length:]


def test_those_that_are_read_together_are_known_however_many(store: SqlStore) -> None:
    def read(uow: UnitOfWork) -> None:
        uow.facts.prefetch([*EVERY, "none"])
        assert all(uow.facts.get(each) == Fact(each, "x") for each in EVERY)
        assert uow.facts.get("none") is None

    store.run_now(read)


def test_cards_about_however_many_subjects_are_made_old(store: SqlStore) -> None:
    """After *undo launch* of 5,000 tandems these are their 30,000 sessions."""
    about = [f"s{number}" for number in range(MOST_PARAMETERS)]
    cards = [Posting(f"p{nth}", kind, about[nth], "a") for nth, kind in ((7, "k"), (-1, "l"))]

    def outdated(uow: UnitOfWork) -> None:
        uow.postings.put_all([*cards, Posting("q", "k", "other", "a")])
        uow.outdate_all({"k": about, "l": about, "m": about[:3], "n": []})

    store.run_now(outdated)
    wanted = store.read_now(lambda uow: {each.id: each.wanted for each in uow.postings.all()})
    assert wanted == {"p7": 2, "p-1": 2, "q": 1}


def test_a_list_is_of_the_columns_kind(store: SqlStore) -> None:
    """SQLite keeps a moment as text, and found none in a list of moments."""
    now = datetime(2026, 11, 30, 8, tzinfo=UTC)
    store.run_now(lambda uow: uow.timers.put_all(Timer(key, "k", "s", now, "p1c1") for key in "ab"))
    found = store.read_now(lambda uow: [each.id for each in uow.timers.all(due_at=[now])])
    assert found == ["a", "b"]


def outdated(store: SqlStore, about: Mapping[str, Sequence[str]]) -> None:
    store.run_now(lambda uow: uow.outdate_all(about))


def test_for_cards_of_many_kinds_there_are_few_statements(store: SqlStore) -> None:
    """There was one for each mixture of lengths."""
    outdating_kinds.cache_clear()
    for first, second in itertools.product(range(1, 9), repeat=2):
        outdated(store, {"k": EVERY[:first], "l": EVERY[:second]})
    assert outdating_kinds.cache_info().currsize == len({1, 2, 4, 8})


def test_for_lists_of_all_lengths_there_are_few_statements() -> None:
    assert sorted({places_for(length) for length in range(MOST + 1)}) == [
        0, 1, 2, 4, 8, 16, 32, 64, 128, 256
    ]  # fmt: skip


def test_places_that_are_left_hold_the_last_value_again() -> None:
    assert filled("is_id", {"c", "a", "b"}) == {
        "is_id_0": "a",
        "is_id_1": "b",
        "is_id_2": "c",
        "is_id_3": "c",
    }
    assert filled("is_id", ()) == {}


def test_a_portion_has_as_many_values_as_there_are_places() -> None:
    found = list(portions(EVERY[::-1]))
    assert [len(each) for each in found] == [MOST, MOST, 1]
    assert [each for portion in found for each in portion] == EVERY

"""What a unit has read it knows; what it or a bulk change has written it reads as it is then."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from cryptography.fernet import Fernet, MultiFernet
from psycopg import Cursor
from sqlalchemy import event
from sqlalchemy.pool import ConnectionPoolEntry

from mentoring.domain.cycle import Cycle, CycleState, RegisteredProgramme
from mentoring.domain.errors import Refusal
from mentoring.domain.people import Person
from mentoring.domain.posting import Posting
from mentoring.domain.upkeep import Effect, Fact
from mentoring.ports.rows import Those, UnitOfWork
from mentoring.storage.conditions import MOST
from mentoring.storage.quick import CURSOR
from mentoring.storage.store import SqlStore
from tests.people import berliner

POSTING = Posting("p", "offer", "x", "a")


@contextmanager
def kept(url: str) -> Iterator[SqlStore]:
    found = SqlStore(url, MultiFernet([Fernet(Fernet.generate_key())]))
    found.run_now(lambda uow: (uow.postings.put(POSTING), uow.facts.put(Fact("f", "one"))))
    yield found
    found.close()


@pytest.fixture
def store(migrated_url: str) -> Iterator[SqlStore]:
    with kept(migrated_url) as found:
        yield found


def asked_of(store: SqlStore) -> list[str]:
    """What the database is asked from here on: by its driver, because not all goes SQLAlchemy's
    way.
    """
    asked: list[str] = []

    class Noting(Cursor[Any]):
        """A cursor of PostgreSQL's driver that notes what it is asked."""

        def execute(self, query: Any, *args: Any, **kwargs: Any) -> Noting:
            asked.append(str(query))
            return super().execute(query, *args, **kwargs)

    def listen(driver: Any, record: ConnectionPoolEntry, _: object) -> None:
        if store.engine.dialect.name == "sqlite":
            driver.set_trace_callback(asked.append)
        else:
            driver.cursor_factory = Noting
            record.info.pop(CURSOR, None)

    event.listen(store.engine, "checkout", listen)
    return asked


def test_a_row_is_read_once_a_unit(store: SqlStore) -> None:
    asked = asked_of(store)
    store.run_now(
        lambda uow: (
            [uow.facts.get("f") for _ in range(3)] + [uow.facts.get("none") for _ in range(3)]
        )
    )
    assert len([text for text in asked if "FROM facts" in text]) == 2


def outdated(uow: UnitOfWork) -> None:
    uow.outdate(kind="offer", subject_id="x")


def outdated_by_list(uow: UnitOfWork) -> None:
    uow.outdate(kind="offer", subject_id=["x", "y"])


def put_together(uow: UnitOfWork) -> None:
    uow.postings.put_all([Posting("p", "offer", "x", "a", wanted=2)])


def put_alone(uow: UnitOfWork) -> None:
    uow.postings.put(Posting("p", "offer", "x", "a", wanted=2))


@pytest.mark.parametrize("change", [outdated, outdated_by_list, put_together, put_alone])
def test_a_row_that_the_unit_has_changed_is_read_as_it_is_then(
    store: SqlStore, change: Callable[[UnitOfWork], None]
) -> None:
    def unit(uow: UnitOfWork) -> tuple[int, int]:
        before = uow.postings.need("p")
        change(uow)
        return before.wanted, uow.postings.need("p").wanted

    assert store.run_now(unit) == (1, 2)


def test_what_was_taken_away_or_added_is_known(store: SqlStore) -> None:
    def unit(uow: UnitOfWork) -> list[Fact | None]:
        seen = [uow.facts.get("f"), uow.facts.get("g"), uow.facts.get("h")]
        uow.facts.delete("f")
        uow.facts.add(Fact("g", "added"))
        uow.facts.add_all([Fact("h", "added with others")])
        return [*seen, uow.facts.get("f"), uow.facts.get("g"), uow.facts.get("h")]

    there = [Fact("f", "one"), None, None]
    assert store.run_now(unit) == [*there, None, Fact("g", "added"), Fact("h", "added with others")]


@pytest.mark.parametrize("migrated_url", ["postgresql"], indirect=True)
def test_whoever_has_waited_to_be_alone_reads_what_others_have_done_meanwhile(
    migrated_url: str,
) -> None:
    """On SQLite nobody does anything meanwhile, because it has one writer."""
    with kept(migrated_url) as store:

        def unit(uow: UnitOfWork) -> Fact:
            uow.facts.need("f")
            store.run_now(lambda other: other.facts.put(Fact("f", "two")))
            uow.alone("the fact")
            return uow.facts.need("f")

        assert store.run_now(unit) == Fact("f", "two")


async def test_a_glance_sees_what_was_written_last(store: SqlStore) -> None:
    await store.run(lambda uow: uow.facts.put(Fact("f", "two")))
    assert await store.glance(lambda uow: uow.facts.get("f")) == Fact("f", "two")


def test_a_unit_reads_its_cycle_and_programme_with_one_look(store: SqlStore) -> None:
    programme = RegisteredProgramme("p1", "team-1", "p1c1")
    cycle = Cycle("p1c1", "p1", 1, datetime(2026, 11, 1, 8, tzinfo=UTC))
    store.run_now(lambda uow: (uow.programmes.put(programme), uow.cycles.put(cycle)))
    asked = asked_of(store)
    assert store.run_now(lambda uow: uow.home_of("p1c1")) == (cycle, programme)
    assert len([text for text in asked if "FROM " in text]) == 1


@pytest.mark.parametrize("person", ["", "a"])
def test_a_posting_is_read_with_what_it_belongs_to_in_one_question(
    store: SqlStore, person: str
) -> None:
    """Whoever shows its card needs them; one for a team belongs to no person."""
    programme = RegisteredProgramme("p1", "team-1", "p1c1")
    cycle = Cycle("p1c1", "p1", 1, datetime(2026, 11, 1, 8, tzinfo=UTC))
    posting, anna = (
        replace(POSTING, cycle_id="p1c1", person_id=person),
        Person("a", berliner("a", "Anna", "anna@firma.example"), "en"),
    )
    store.run_now(lambda uow: (uow.programmes.put(programme), uow.cycles.put(cycle)))
    store.run_now(lambda uow: (uow.postings.put(posting), uow.people.put(anna)))
    asked = asked_of(store)

    def unit(uow: UnitOfWork) -> tuple[object, ...]:
        found = uow.posting_at_home("p")
        return found, uow.home_of("p1c1"), uow.people.get(person) if person else anna

    assert store.run_now(unit) == (posting, (cycle, programme), anna)
    assert len([text for text in asked if "FROM " in text]) == 1


def test_a_posting_of_no_cycle_is_found_too(store: SqlStore) -> None:
    assert store.run_now(lambda uow: uow.posting_at_home("p")) == POSTING
    assert store.run_now(lambda uow: uow.posting_at_home("none")) is None


def test_a_posting_that_was_read_with_its_home_is_not_written_over(store: SqlStore) -> None:
    cycle = Cycle("p1c1", "p1", 1, datetime(2026, 11, 1, 8, tzinfo=UTC))
    store.run_now(lambda uow: uow.programmes.put(RegisteredProgramme("p1", "team-1", "p1c1")))
    store.run_now(
        lambda uow: (uow.cycles.put(cycle), uow.postings.put(replace(POSTING, cycle_id="p1c1")))
    )

    def unit(uow: UnitOfWork) -> None:
        found = uow.posting_at_home("p")
        assert found
        if not runs:
            runs.append("overtaken")
            if store.engine.dialect.name != "sqlite":
                store.run_now(lambda other: other.outdate(id="p"))
        uow.postings.put(replace(found, page=2))

    runs: list[str] = []
    store.run_now(unit)
    after = store.read_now(lambda uow: uow.postings.need("p"))
    outdated = store.engine.dialect.name != "sqlite"
    assert (after.page, after.wanted) == (2, 2 if outdated else 1)


def test_a_cycle_that_is_not_there_is_gone(store: SqlStore) -> None:
    with pytest.raises(Refusal, match="gone"):
        store.run_now(lambda uow: uow.home_of("p9c9"))


def test_a_cycle_that_the_unit_has_changed_is_given_as_it_is_then(store: SqlStore) -> None:
    cycle = Cycle("p1c1", "p1", 1, datetime(2026, 11, 1, 8, tzinfo=UTC))
    store.run_now(lambda uow: uow.programmes.put(RegisteredProgramme("p1", "team-1", "p1c1")))

    def unit(uow: UnitOfWork) -> Cycle:
        uow.cycles.put(cycle)
        uow.cycles.put(replace(cycle, state=CycleState.CLOSED))
        return uow.home_of("p1c1")[0]

    assert store.run_now(unit).state is CycleState.CLOSED


@pytest.mark.parametrize("migrated_url", ["postgresql"], indirect=True)
def test_rows_that_are_read_together_are_one_question_and_then_known(store: SqlStore) -> None:
    """Over a network each question is a way there and back."""
    store.run_now(lambda uow: uow.facts.put(Fact("g", "two")))
    asked = asked_of(store)

    def unit(uow: UnitOfWork) -> list[Fact | None]:
        uow.facts.prefetch(["f", "g", "none"])
        return [uow.facts.get(key) for key in ("f", "g", "none")]

    assert store.run_now(unit) == [Fact("f", "one"), Fact("g", "two"), None]
    assert len(questions(asked)) == 1


def test_what_is_read_together_is_written_back_like_anything_else(store: SqlStore) -> None:
    def unit(uow: UnitOfWork) -> None:
        uow.facts.prefetch(["f", "new"])
        uow.facts.put(Fact("f", "changed"))
        uow.facts.put(Fact("new", "made"))

    store.run_now(unit)
    found = store.read_now(lambda uow: uow.facts.columns("id", "value", id=["f", "new"]))
    assert found == [("f", "changed"), ("new", "made")]


def test_cards_of_several_views_are_outdated_together_each_about_its_subjects(
    store: SqlStore,
) -> None:
    rows = [Posting("q", "tandem", "x", "a"), Posting("r", "tandem", "y", "a")]
    store.run_now(lambda uow: uow.postings.put_all(rows))
    store.run_now(lambda uow: uow.outdate_all({"offer": {"x", "z"}, "tandem": ["y"]}))
    found = store.read_now(lambda uow: uow.postings.columns("id", "wanted", id=["p", "q", "r"]))
    assert found == [("p", 2), ("q", 1), ("r", 2)]


def test_cards_about_rows_of_several_are_outdated_by_one_statement_a_view(store: SqlStore) -> None:
    """A launch's group of ten tandems has sixty sessions: each was a question of its own."""
    rows = [Posting(key, "tandem", key, "a") for key in "xyz"]
    store.run_now(lambda uow: uow.postings.put_all([*rows, Posting("o", "offer", "x", "a")]))
    effects = [Effect(f"e{key}", key, key, done=key == "z") for key in "xyz"]
    store.run_now(lambda uow: uow.effects.put_all(effects))
    asked = asked_of(store)

    def both(uow: UnitOfWork) -> None:
        of_each = {key: uow.effects.those("subject_id", kind=key) for key in "xyn"}
        done = uow.effects.those("subject_id", done=True)
        kinds: dict[Those, set[str]] = {of_each[key]: {"tandem"} for key in "xyn"}
        uow.outdate_those(kinds | {uow.effects.those("id", kind="x"): {"offer"}, done: {"tandem"}})

    store.run_now(both)
    found = store.read_now(lambda uow: uow.postings.columns("id", "wanted", id=["o", *"xyz"]))
    assert found == [("o", 1), ("x", 2), ("y", 2), ("z", 2)]
    assert len([text for text in asked if text.startswith("UPDATE")]) == 3


@pytest.mark.parametrize("many", [1, MOST, MOST + 1])
def test_however_many_rows_they_belong_to_all_are_outdated(store: SqlStore, many: int) -> None:
    keys = [f"k{number}" for number in range(many)]
    store.run_now(lambda uow: uow.postings.put_all(Posting(key, "poll", key, "a") for key in keys))
    store.run_now(lambda uow: uow.effects.put_all(Effect(key, key, key) for key in keys))
    store.run_now(
        lambda uow: uow.outdate_those(
            {uow.effects.those("subject_id", kind=key): ["poll"] for key in keys}
        )
    )
    assert store.read_now(lambda uow: uow.postings.count(kind="poll", wanted=2)) == many


def questions(asked: list[str]) -> list[str]:
    """What was asked about rows."""
    return [each for each in asked if each.startswith("SELECT")]

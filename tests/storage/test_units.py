"""What several units at once may rely on, on SQLite and on PostgreSQL."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from cryptography.fernet import Fernet, MultiFernet
from sqlalchemy.exc import DBAPIError

from mentoring.domain.enrolment import Enrolment, EnrolmentState
from mentoring.domain.kickoff import Gathering, Kickoff
from mentoring.domain.people import Person, Role
from mentoring.domain.posting import OLDER, Change, Posting
from mentoring.domain.session import Session
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.domain.upkeep import Effect, Fact, Timer
from mentoring.ports.rows import (
    Above,
    Among,
    Cases,
    Containing,
    Meeting,
    NoneOf,
    Other,
    Saying,
    Those,
    UnitOfWork,
    UpTo,
)
from mentoring.storage.store import SqlStore
from tests.databases import heard, migrated_sqlite, plan
from tests.people import berliner

NOW = datetime(2027, 3, 1, 12, tzinfo=UTC)
ENROLMENT = Enrolment("mentee:a", "a", Role.MENTEE, EnrolmentState.BEGUN, NOW)
TANDEM = Tandem("t", 1, "p", "mentor", "mentee", TandemState.LAUNCHED, NOW, NOW)
CROWD = 20


async def in_a_crowd(store: SqlStore, unit: Callable[[UnitOfWork], object]) -> list[object]:
    return list(await asyncio.gather(*(store.run(unit) for _ in range(CROWD))))


def _adds(change: Change, uow: UnitOfWork) -> None:
    uow.changes.add(change)


class TestWhoeverReads:
    async def test_waits_for_nobody_who_writes(self, store: SqlStore) -> None:
        await store.run(lambda uow: uow.facts.put(Fact("f", "before")))
        has_written, may_end = threading.Event(), threading.Event()

        def long_unit(uow: UnitOfWork) -> None:
            uow.facts.put(Fact("f", "after"))
            has_written.set()
            assert may_end.wait(60)

        writing = asyncio.create_task(store.run(long_unit))
        await asyncio.to_thread(has_written.wait, 60)
        assert await store.read(lambda uow: uow.facts.need("f")) == Fact("f", "before")
        may_end.set()
        await writing
        assert await store.read(lambda uow: uow.facts.need("f")) == Fact("f", "after")

    async def test_holds_up_nobody_and_sees_one_moment(self, store: SqlStore) -> None:
        has_looked, may_look_again = threading.Event(), threading.Event()

        def look_twice(uow: UnitOfWork) -> tuple[int, int]:
            first = uow.facts.count()
            has_looked.set()
            assert may_look_again.wait(60)
            return first, uow.facts.count()

        reading = asyncio.create_task(store.read(look_twice))
        await asyncio.to_thread(has_looked.wait, 60)
        await store.run(lambda uow: uow.facts.put(Fact("f", "new")))
        may_look_again.set()
        assert await reading == (0, 0)

    async def test_cannot_write(self, store: SqlStore) -> None:
        with pytest.raises(DBAPIError, match=r"read-?only"):
            await store.read(lambda uow: uow.facts.put(Fact("f", "x")))


class TestWhoeverWritesAtTheSameTime:
    async def test_loses_no_change_of_what_it_got_and_never_runs_again(
        self, store: SqlStore
    ) -> None:
        await store.run(lambda uow: uow.enrolments.put(ENROLMENT))

        def count_on(uow: UnitOfWork) -> None:
            found = uow.enrolments.need(ENROLMENT.id)
            uow.enrolments.put(replace(found, priority=found.priority + 1))

        await in_a_crowd(store, count_on)
        assert (await store.read(lambda uow: uow.enrolments.need(ENROLMENT.id))).priority == CROWD
        assert store.conflicts == 0

    @pytest.mark.parametrize("many", [False, True])
    async def test_loses_no_change_of_what_it_chose_and_wrote_back(
        self, store: SqlStore, many: bool
    ) -> None:
        await store.run(lambda uow: uow.facts.put(Fact("f", "0")))

        def count_on(uow: UnitOfWork) -> None:
            changed = [replace(fact, value=str(int(fact.value) + 1)) for fact in uow.facts.all()]
            if many:
                uow.facts.put_all(changed)
            else:
                uow.facts.put(changed[0])

        await in_a_crowd(store, count_on)
        assert await store.read(lambda uow: uow.facts.need("f")) == Fact("f", str(CROWD))

    async def test_makes_what_nobody_had_made_once(self, store: SqlStore) -> None:
        def count_on(uow: UnitOfWork) -> None:
            found = uow.facts.get("f")
            uow.facts.put(Fact("f", str(int(found.value) + 1 if found else 1)))

        await in_a_crowd(store, count_on)
        assert await store.read(lambda uow: uow.facts.need("f")) == Fact("f", str(CROWD))

    async def test_adds_once(self, store: SqlStore) -> None:
        assert (
            sum(
                bool(added)
                for added in await in_a_crowd(store, lambda uow: uow.facts.add(Fact("f", "x")))
            )
            == 1
        )
        assert store.conflicts == 0

    async def test_sees_a_tandems_sessions_as_the_last_unit_of_the_tandem_left_them(
        self, store: SqlStore
    ) -> None:
        """Sessions are locked with their tandem, so what follows from several of them is decided by
        one unit at a time.
        """
        first = Session("t:001", "t", 1, NOW, 60, "kept", NOW)
        second = replace(first, id="t:002", number=2)

        def begin(uow: UnitOfWork) -> None:
            uow.tandems.put(TANDEM)
            uow.sessions.put_all([first, second])

        await store.run(begin)

        def give_up(key: str) -> Callable[[UnitOfWork], None]:
            def unit(uow: UnitOfWork) -> None:
                session = uow.sessions.need(key)
                if uow.sessions.count(tandem_id="t", start=Other(None)) > 1:
                    uow.sessions.put(replace(session, start=None))

            return unit

        await asyncio.gather(*(store.run(give_up(each.id)) for each in (first, second) * 5))
        assert await store.read(lambda uow: uow.sessions.count(start=Other(None))) == 1
        assert store.conflicts == 0

    async def test_decides_alone_about_many_rows(self, store: SqlStore) -> None:
        def unless_there_is_one(uow: UnitOfWork) -> None:
            uow.alone("kick-offs")
            if not uow.kickoffs.any():
                uow.kickoffs.put(Kickoff(f"k{threading.get_ident()}", "owner", ()))

        await in_a_crowd(store, unless_there_is_one)
        assert await store.read(lambda uow: uow.kickoffs.count()) == 1
        assert store.conflicts == 0

    async def test_takes_each_change_once(self, store: SqlStore) -> None:
        for number in range(5):
            change = Change(f"c{number}", "launch", "l" if number else "m")
            await store.run(partial(_adds, change))
        taken = await in_a_crowd(store, lambda uow: uow.take_changes())
        changed = [(each.kind, each.subject_id) for some in taken for each in some]  # type: ignore[attr-defined]  # sequences
        assert sorted(changed) == [("launch", "l"), ("launch", "m")]
        assert not await store.read(lambda uow: uow.changes.any())

    async def test_outdates_messages_as_often_as_it_was_asked(self, store: SqlStore) -> None:
        await store.run(
            lambda uow: uow.postings.put(Posting("p", "offer", "x", activity_id="1", shown=1))
        )
        await in_a_crowd(store, lambda uow: uow.outdate(kind="offer", subject_id="x"))
        assert (await store.read(lambda uow: uow.postings.need("p"))).wanted == 1 + CROWD
        assert store.conflicts == 0

    @pytest.mark.parametrize("how", [{"kind": "a"}, {"kind": ["a"]}, {"kind": "a", "done": False}])
    async def test_outdates_messages_of_those_that_are_chosen(
        self, store: SqlStore, how: dict[str, object]
    ) -> None:
        """However they are chosen, and by whatever of the messages themselves."""

        def unit(uow: UnitOfWork) -> dict[str, int]:
            uow.effects.put_all(Effect(key, key, f"of {key}") for key in "ab")
            uow.postings.put_all(Posting(key, "offer", f"of {key}") for key in "ab")
            uow.outdate(kind="offer", subject_id=uow.effects.those("subject_id", **how))
            uow.outdate(kind="else", subject_id=uow.effects.those("subject_id", **how))
            return {each.id: each.wanted for each in uow.postings.all()}

        assert await store.run(unit) == {"a": 2, "b": 1}

    @pytest.mark.parametrize(
        ("outdating", "old"),
        [
            (lambda uow: uow.outdate(kind="offer"), 1),
            (lambda uow: uow.outdate(kind="offer", subject_id="x"), 1),
            (lambda uow: uow.outdate(kind="offer", person_id="eva", subject_id=["x"]), 1),
            (lambda uow: uow.outdate(kind="offer", page=0), 1),
            (lambda uow: uow.outdate(kind="offer", subject_id=uow.effects.those("subject_id")), 1),
            (lambda uow: uow.outdate_all({"offer": ["x"]}), 1),
            (lambda uow: uow.outdate(person_id="eva"), 2),
        ],
    )
    async def test_outdates_an_older_copy_only_with_all_cards_of_its_person(
        self, store: SqlStore, outdating: Callable[[UnitOfWork], None], old: int
    ) -> None:
        """It says that a newer one stands below it, in its person's language, and no more."""

        def unit(uow: UnitOfWork) -> dict[str, int]:
            uow.effects.put(Effect("e", "kind", "x"))
            uow.postings.put_all(
                Posting(key, "offer", "x", "eva", view=key) for key in (OLDER, "live")
            )
            outdating(uow)
            return {each.id: each.wanted for each in uow.postings.all()}

        assert await store.run(unit) == {OLDER: old, "live": 2}


class TestTotals:
    @pytest.fixture
    async def timers(self, store: SqlStore) -> SqlStore:
        def unit(uow: UnitOfWork) -> None:
            for number, kind in enumerate(("a", "a", "b", "c")):
                uow.timers.put(
                    Timer(f"{kind}{number}", kind, f"s{number}", NOW + timedelta(days=number))
                )
            uow.effects.put(Effect("s1", "effect", "x"))

        await store.run(unit)
        return store

    async def test_are_counted_by_the_database(self, timers: SqlStore) -> None:
        assert await timers.read(lambda uow: uow.timers.count(kind=("a", "b"))) == 3
        assert await timers.read(lambda uow: uow.timers.count_by("kind")) == {
            "a": 2,
            "b": 1,
            "c": 1,
        }
        assert await timers.read(
            lambda uow: (uow.timers.any(kind="c"), uow.timers.any(kind="d"))
        ) == (True, False)

    async def test_know_more_than_equality(self, timers: SqlStore) -> None:
        later = NOW + timedelta(days=1)
        assert await timers.read(lambda uow: uow.timers.count(due_at=Above(later))) == 2
        assert (
            await timers.read(lambda uow: uow.timers.count(due_at=UpTo(later), kind=Other("b")))
            == 2
        )
        assert (
            await timers.read(
                lambda uow: uow.timers.count(subject_id=uow.effects.those(done=False))
            )
            == 1
        )

    async def test_know_where_a_text_stands(self, timers: SqlStore) -> None:
        """Also nested in JSON; signs that a database takes for wildcards are none."""
        seats = Gathering(NOW, "Berlin_Mitte 100%")
        await timers.run(lambda uow: uow.kickoffs.put(Kickoff("k1", "mia", (seats,))))

        async def count(text: str) -> int:
            return await timers.read(lambda uow: uow.kickoffs.count(dates=Containing(text)))

        for text, found in (("in_Mitte", 1), ("100%", 1), ("n%M", 0), ("Berlin.", 0)):
            assert await count(text) == found
        assert await timers.read(lambda uow: uow.timers.count(subject_id=Containing("s"))) == 4

    async def test_first_last_and_least(self, timers: SqlStore) -> None:
        first = await timers.read(lambda uow: uow.timers.first(kind="a"))
        last = await timers.read(lambda uow: uow.timers.first(kind="a", last=True))
        assert (first and first.id, last and last.id) == ("a0", "a1")
        assert await timers.read(lambda uow: uow.timers.first(kind="d")) is None
        assert await timers.read(
            lambda uow: uow.timers.earliest("due_at", kind=("b", "c"))
        ) == NOW + timedelta(days=2)
        assert await timers.read(lambda uow: uow.timers.earliest("due_at", kind="d")) is None
        assert await timers.read(
            lambda uow: uow.timers.latest("due_at", kind=("a", "b"))
        ) == NOW + timedelta(days=2)

    async def test_a_page_is_read_in_the_order_of_a_column(self, timers: SqlStore) -> None:
        every = await timers.read(lambda uow: uow.timers.all())
        later = sorted(every, key=lambda each: (each.due_at, each.id))
        found = await timers.read(lambda uow: uow.timers.page("due_at", 2, 1))
        assert [each.id for each in found] == [each.id for each in later[1:3]]
        chosen = await timers.read(lambda uow: uow.timers.page("due_at", 9, 1, kind="a"))
        assert [each.id for each in chosen] == ["a1"]

    async def test_any_value_but_these(self, timers: SqlStore) -> None:
        async def but(*values: str) -> set[str]:
            kinds = await timers.read(lambda uow: uow.timers.columns("kind", kind=NoneOf(values)))
            return {kind for (kind,) in kinds}

        assert (await but("b", "c"), await but()) == ({"a"}, {"a", "b", "c"})

    async def test_any_value_that_other_rows_choose(self, timers: SqlStore) -> None:
        def kinds(uow: UnitOfWork, value: Among) -> set[str]:
            return {kind for (kind,) in uow.timers.columns("kind", kind=value)}

        def unit(uow: UnitOfWork) -> list[set[str]]:
            a, b = (uow.timers.those("kind", kind=each) for each in "ab")
            values = (Among((a, b)), Among((), (a,)), Among((a, b), (b,)), Among(but=("c",)))
            return [kinds(uow, each) for each in values]

        found = await timers.read(unit)
        assert found == [{"a", "b"}, {"b", "c"}, {"a"}, {"a", "b"}]

    async def test_what_nobody_has_chosen_is_refused_rather_than_left_out(
        self, timers: SqlStore
    ) -> None:
        """Left out, it would show more rows than were meant: an owner's own pair, say."""

        async def chosen(value: Among) -> object:
            return await timers.read(lambda uow: uow.timers.columns("kind", kind=value))

        for value in (Among((Those(),)), Among((), (Those(),))):
            with pytest.raises(TypeError, match="those"):
                await chosen(value)

    async def test_the_first_case_that_a_row_meets(self, timers: SqlStore) -> None:
        """What stands before counts first; whatever meets none comes last."""
        cases = Cases(({"kind": ("b", "c")}, {"subject_id": "s0"}, {"kind": "c"}))

        def unit(uow: UnitOfWork) -> tuple[dict[Any, Any], list[Any], list[Any]]:
            found = uow.timers.columns("id", cases)
            chosen = uow.timers.columns("id", id=Meeting(cases, [1, 3]))
            return dict(found), sorted(uow.timers.tally(cases)), [key for (key,) in chosen]

        each, many, chosen = await timers.read(unit)
        assert (set(each.values()), many) == ({0, 1, 3}, [(0, 2), (1, 1), (3, 1)])
        assert chosen == [key for key, number in each.items() if number]

    async def test_texts_within_a_nested_column(self, store: SqlStore) -> None:
        """However they are written: a person's name, say."""
        names = ("Özil, Dr. Eva", "Berg, Anna", "Costa, Eva")
        known = [
            Person(str(n), berliner(str(n), name, f"{n}@x", country="DE"), "de")
            for n, name in enumerate(names)
        ]

        def named(uow: UnitOfWork, words: tuple[str, ...]) -> list[str]:
            chosen = {"profile.name": Saying(words)}
            return [each.id for each in uow.people.page("profile.name", 9, 0, **chosen)]

        await store.run(lambda uow: uow.people.put_all(known))
        for words, ids in (((), "120"), (("eva",), "20"), (("özil", "EVA"), "0"), (("%",), "")):
            assert await store.read(partial(named, words=words)) == [*ids]
        told = await store.read(lambda uow: uow.people.tally("profile.country", "language"))
        assert told == [("DE", "de", 3)]

    async def test_single_columns(self, timers: SqlStore) -> None:
        assert await timers.read(
            lambda uow: uow.timers.columns("kind", "subject_id", kind="a")
        ) == [("a", "s0"), ("a", "s1")]

    async def test_many_at_once(self, timers: SqlStore) -> None:
        moved = [Timer("a0", "a", "moved", NOW), Timer("new", "n", "s", NOW)]
        await timers.run(lambda uow: uow.timers.add_all(moved))
        assert (await timers.read(lambda uow: uow.timers.need("a0"))).subject_id == "s0"
        await timers.run(lambda uow: uow.timers.put_all(moved))
        assert (await timers.read(lambda uow: uow.timers.need("a0"))).subject_id == "moved"
        assert await timers.read(lambda uow: uow.timers.count()) == 5


async def test_where_loops_look_there_is_an_index(tmp_path: Path) -> None:
    """A look costs by what is waiting, not by what has ever been."""
    store = SqlStore(migrated_sqlite(tmp_path), MultiFernet([Fernet(Fernet.generate_key())]))
    with heard(store._reading) as said:
        store.read_now(lambda uow: uow.due(NOW, 10))
        store.read_now(lambda uow: uow.behind(10))
        store.read_now(lambda uow: uow.effects.all(done=False))
        store.read_now(lambda uow: uow.tandems.count(launch_id="l", state="launching"))
        store.read_now(lambda uow: uow.enrolments.all(person_id="p"))
    looked = [each for each in said if each[0].startswith("SELECT")]
    with store.engine.connect() as connection:
        plans = [plan(connection, each)[0] for each in looked]
    assert [each.split(" INDEX ")[-1].split()[0] for each in plans] == [
        "ix_timers_due_at", "ix_postings_behind", "ix_effects_waiting", "ix_tandems_launch",
        "ix_enrolments_person_id",
    ]  # fmt: skip
    store.close()

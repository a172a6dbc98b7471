"""What the database counts, chooses and reads by itself, on SQLite and on PostgreSQL."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

import pytest

from mentoring.domain.kickoff import Gathering, Kickoff
from mentoring.domain.people import Person
from mentoring.domain.upkeep import Effect, Timer
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
from tests.people import berliner

NOW = datetime(2027, 3, 1, 12, tzinfo=UTC)


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

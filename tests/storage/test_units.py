"""What several units at once may rely on, on SQLite and on PostgreSQL."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

import pytest
from sqlalchemy.exc import DBAPIError

from mentoring.domain.enrolment import Enrolment, EnrolmentState
from mentoring.domain.kickoff import Kickoff
from mentoring.domain.people import Role
from mentoring.domain.posting import OLDER, Change, Posting
from mentoring.domain.session import Session
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.domain.upkeep import Effect, Fact
from mentoring.ports.rows import (
    Other,
    UnitOfWork,
)
from mentoring.storage.store import SqlStore

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

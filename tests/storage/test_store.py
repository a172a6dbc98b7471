"""The same rules of keeping hold on SQLite and on PostgreSQL."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from mentoring.domain.enrolment import Enrolment, EnrolmentState
from mentoring.domain.errors import NaiveTime, Refusal
from mentoring.domain.people import Role
from mentoring.domain.posting import Posting
from mentoring.domain.questionnaire import About, NotWith, TopicSkill
from mentoring.domain.upkeep import Fact, Timer
from mentoring.ports.rows import UnitOfWork
from mentoring.storage.engines import engine_for
from mentoring.storage.migrate import is_current, upgrade
from mentoring.storage.store import SqlStore
from mentoring.storage.tables import metadata
from mentoring.storage.unit import ENTITIES
from mentoring.usecases.common.numbers import next_number
from tests.answers import answers
from tests.databases import differences

NOW = datetime(2027, 3, 1, 12, tzinfo=UTC)
SAID = answers(
    About(("de",), about_me="Ich singe"),
    TopicSkill("ai", 2, "x"),
    NotWith(("b",), names={"b": "Bo"}),
)
ENROLMENT = Enrolment("mentee:a", "a", Role.MENTEE, EnrolmentState.BEGUN, NOW, answers=SAID)


async def test_an_entity_comes_back_as_it_was_kept(store: SqlStore) -> None:
    await store.run(lambda uow: uow.enrolments.put(ENROLMENT))
    assert await store.run(lambda uow: uow.enrolments.get("mentee:a")) == ENROLMENT


async def test_keeping_again_replaces_and_adding_again_does_not(store: SqlStore) -> None:
    await store.run(lambda uow: uow.facts.put(Fact("f", "one")))
    await store.run(lambda uow: uow.facts.put(Fact("f", "two")))
    assert not await store.run(lambda uow: uow.facts.add(Fact("f", "three")))
    assert await store.run(lambda uow: uow.facts.need("f")) == Fact("f", "two")


async def test_what_is_gone_is_refused_by_name(store: SqlStore) -> None:
    with pytest.raises(Refusal, match="gone"):
        await store.run(lambda uow: uow.facts.need("nothing"))


async def test_answers_lie_encrypted_in_the_database(store: SqlStore) -> None:
    await store.run(lambda uow: uow.enrolments.put(ENROLMENT))
    with store.engine.connect() as connection:
        stored = connection.execute(text("SELECT answers FROM enrolments")).scalar_one()
    assert "singe" not in stored


async def test_a_unit_that_fails_leaves_nothing(store: SqlStore) -> None:
    def unit(uow: UnitOfWork) -> None:
        uow.facts.put(Fact("f", "half"))
        raise Refusal("stale")

    with pytest.raises(Refusal, match="stale"):
        await store.run(unit)
    assert await store.run(lambda uow: uow.facts.get("f")) is None


async def test_numbers_are_given_out_once_however_many_ask_at_once(store: SqlStore) -> None:
    numbers = await asyncio.gather(
        *(store.run(lambda uow: next_number(uow, "tandem")) for _ in range(20))
    )
    assert sorted(numbers) == list(range(1, 21))


async def test_due_timers_come_in_the_order_of_their_time(store: SqlStore) -> None:
    def unit(uow: UnitOfWork) -> None:
        for name, days in (("later", 2), ("now", 0), ("past", -1)):
            uow.timers.put(Timer(name, "offer-due", "x", NOW + timedelta(days=days)))

    await store.run(unit)
    assert [timer.id for timer in await store.run(lambda uow: uow.due(NOW, 10))] == ["past", "now"]


async def test_messages_behind_are_those_sent_and_older_than_their_subject(store: SqlStore) -> None:
    def unit(uow: UnitOfWork) -> None:
        uow.postings.put(Posting("current", "offer", "x", activity_id="1", wanted=2, shown=2))
        uow.postings.put(Posting("behind", "offer", "x", activity_id="2", wanted=3, shown=2))
        uow.postings.put(Posting("unsent", "offer", "x", wanted=1))

    await store.run(unit)
    assert [posting.id for posting in await store.run(lambda uow: uow.behind(10))] == ["behind"]


async def test_times_without_a_zone_are_refused(store: SqlStore) -> None:
    with pytest.raises(Exception, match="time zone") as refused:
        await store.run(lambda uow: uow.timers.put(Timer("t", "k", "s", NOW.replace(tzinfo=None))))
    assert isinstance(refused.value, NaiveTime) or isinstance(refused.value.__cause__, NaiveTime)


def test_the_migrations_lead_to_the_tables_of_the_code(database_url: str) -> None:
    upgrade(database_url)
    assert is_current(database_url)
    engine = engine_for(database_url)
    assert not differences(engine)
    engine.dispose()


def test_every_table_has_its_entity() -> None:
    assert set(ENTITIES) == set(metadata.tables)

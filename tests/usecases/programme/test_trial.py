"""A try is played to one owner alone: nothing outside is written, and it is erased afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from cryptography.fernet import Fernet, MultiFernet

from mentoring.domain.enrolment import Enrolment, EnrolmentState, enrolment_id
from mentoring.domain.errors import Refusal
from mentoring.domain.people import Person, Profile, Role
from mentoring.domain.posting import Posting
from mentoring.domain.programme import Programme
from mentoring.domain.session import Session
from mentoring.domain.tandem import (
    Launch,
    LaunchState,
    Pair,
    PairKind,
    Tandem,
    TandemState,
    pair_id,
)
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.storage.store import SqlStore
from mentoring.storage.tables import metadata
from mentoring.usecases.common.postings import deliver, post
from mentoring.usecases.enrolment.card import enrolment_card
from mentoring.usecases.launch import one_tandem
from mentoring.usecases.programme import trial
from mentoring.usecases.sessions.booking import open_channel, tandem_card
from tests.databases import migrated_sqlite
from tests.people import berliner
from tests.usecases.enrolled import NOW, Present
from tests.worlds import registered_world

OWNERS_CHAT = "a:owner"


class Company:
    """All ports at once; whatever writes outside is an error of the test, but messages are
    noted.
    """

    def __init__(self) -> None:
        self.sent: list[Posting] = []

    async def profile(self, person_id: str) -> Profile:
        return berliner(person_id, person_id, f"{person_id}@firma.example")

    async def members(self, _team: str) -> frozenset[str]:
        return frozenset({"owner"})

    async def post(self, posting: Posting) -> str:
        self.sent.append(posting)
        return f"activity-{len(self.sent)}"

    async def update(self, posting: Posting) -> int:
        self.sent.append(posting)
        return posting.wanted

    def __getattr__(self, name: str) -> Any:
        raise AssertionError(f"a try has written outside: {name}")


@pytest.fixture
def company() -> Company:
    return Company()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    found = SqlStore(migrated_sqlite(tmp_path), MultiFernet([Fernet(Fernet.generate_key())]))
    yield found
    found.close()


@pytest.fixture
async def tried(store: SqlStore, company: Company) -> World:
    """The world of a try that the owner has begun."""
    names = ("directory", "calendar", "channels", "messenger")
    ports = dict.fromkeys(names, company)
    real = registered_world(store, Present(NOW), Programme(), **ports).of("p1c1")
    owner = Person(
        "owner",
        berliner("owner", "Olga", "o@firma.example"),
        "de",
        False,
        OWNERS_CHAT,
        "https://s.example/",
    )
    await real.run(lambda uow, _: uow.people.put(owner))
    begun = await real.run(trial.begin, "owner")
    return real.of(begun.id)


def a_pair(uow: UnitOfWork) -> Tandem:
    for role, key in ((Role.MENTOR, "jan"), (Role.MENTEE, "eva")):
        uow.people.put(Person(key, berliner(key, key, f"{key}@firma.example"), "de"))
        own = enrolment_id(uow.cycle_id, role, key)
        uow.enrolments.put(Enrolment(own, key, role, EnrolmentState.DONE, NOW, done_at=NOW))
    key = f"{uow.cycle_id}.launch-1"
    uow.launches.put(Launch(key, "owner", NOW.date(), LaunchState.RUNNING, 1))
    tandem = Tandem(
        f"{uow.cycle_id}.tandem-1",
        1,
        "r",
        "jan",
        "eva",
        TandemState.LAUNCHING,
        NOW,
        NOW,
        launch_id=key,
    )
    return uow.tandems.put(tandem)


def wording() -> Any:
    """Words for a channel."""

    class Words:
        def __getattr__(self, _name: str) -> Any:
            return lambda *_: "Worte"

    return Words()


async def test_the_programmes_own_cycle_goes_on_beside_a_try(tried: World) -> None:
    moment = await tried.moment()
    assert (moment.cycle.tried_by, moment.home.cycle_id) == ("owner", "p1c1")


async def test_every_card_of_a_try_goes_to_the_owner_who_tries(
    tried: World, company: Company
) -> None:
    def invited(uow: UnitOfWork, _moment: Any) -> str:
        uow.people.put(
            Person(
                "eva",
                berliner("eva", "Eva", "e@firma.example"),
                "de",
                False,
                "a:eva",
                "https://s.example/",
            )
        )
        own = enrolment_id(uow.cycle_id, Role.MENTEE, "eva")
        uow.enrolments.put(Enrolment(own, "eva", Role.MENTEE, EnrolmentState.INVITED, NOW))
        post(uow, enrolment_card, own, "eva", key="card")
        return own

    await tried.run(invited)
    await deliver(tried, "card")
    assert [posting.conversation for posting in company.sent] == [OWNERS_CHAT]


async def test_nobody_else_gets_the_app_by_a_try(tried: World) -> None:
    """The Company raises on whatever installs or books."""
    chat = await tried.messenger.install("eva")
    assert chat.conversation == OWNERS_CHAT


async def test_a_tandem_of_a_try_has_no_real_channel_and_stands_in_no_calendar(
    tried: World,
) -> None:
    tandem = await tried.run(lambda uow, _: a_pair(uow))
    moments = tried.moments

    def worded(uow: UnitOfWork, cycle_id: str) -> Any:
        return replace(moments(uow, cycle_id), wording=wording())

    await open_channel(replace(tried, moments=worded), tandem.id)
    await tried.run(one_tandem.launched, tandem.id)
    now = await tried.read(lambda uow, _: uow.tandems.need(tandem.id))
    assert now.state is TandemState.LAUNCHED
    assert now.channel_id.startswith(trial.IMAGINED)


async def test_the_pairs_of_a_try_are_no_past_pairs_of_the_programme(tried: World) -> None:
    def paired(uow: UnitOfWork, _moment: Any) -> None:
        uow.pairs.put(Pair(pair_id(uow.programme_id, "jan", "eva"), "jan", "eva", PairKind.PAST))

    await tried.run(paired)
    assert await tried.of("p1c1").read(lambda uow, _: uow.pairs.count()) == 0
    assert await tried.read(lambda uow, _: uow.pairs.count()) == 1


async def test_after_a_try_nothing_of_it_is_left(store: SqlStore, tried: World) -> None:
    def full(uow: UnitOfWork, _moment: Any) -> None:
        tandem = a_pair(uow)
        uow.sessions.put(
            Session(
                f"{tandem.id}:001", tandem.id, 1, datetime(2027, 1, 5, 9, tzinfo=UTC), 60, "kept"
            )
        )
        uow.pairs.put(Pair(pair_id(uow.programme_id, "jan", "eva"), "jan", "eva", PairKind.PAST))
        post(uow, tandem_card, tandem.id, "eva")

    key = tried.cycle_id
    await tried.run(full)
    await tried.of("p1c1").run(trial.erase, key)
    kept = {"people", "facts", "programmes", "settings_versions", "cycles"}
    left = {
        name: store.read_now(lambda uow, n=name: getattr(uow, n).count())
        for name in set(metadata.tables) - kept
    }  # type: ignore[misc]  # bound per table
    assert {name: count for name, count in left.items() if count} == {}
    assert await tried.of("p1c1").read(lambda uow, _: uow.cycles.count()) == 1


async def test_only_a_try_can_be_erased(tried: World) -> None:
    with pytest.raises(Refusal, match="not-a-try"):
        await tried.of("p1c1").run(trial.erase, "p1c1")

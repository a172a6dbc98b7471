"""A try is played to one owner alone: nothing outside is written, and it is erased afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from cryptography.fernet import Fernet, MultiFernet

from mentoring.domain.cycle import Cycle
from mentoring.domain.enrolment import Enrolment, EnrolmentState, enrolment_id
from mentoring.domain.launch import Launch, LaunchState
from mentoring.domain.pair import Pair, PairKind, pair_id
from mentoring.domain.people import Person, Profile, Role
from mentoring.domain.posting import Posting
from mentoring.domain.programme import Programme
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.ports.messenger import Sent
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.storage.store import SqlStore
from mentoring.usecases.common.postings import post
from mentoring.usecases.common.sending import deliver
from mentoring.usecases.enrolment.card import enrolment_card
from mentoring.usecases.launch import one_tandem
from mentoring.usecases.sessions.booking import open_channel
from mentoring.usecases.trial import imagined as trial
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

    async def post(self, posting: Posting) -> Sent:
        self.sent.append(posting)
        return Sent(f"activity-{len(self.sent)}", posting.wanted)

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
    begun = Cycle("p1t1", "p1", 1, NOW, tried_by="owner")
    await real.run(lambda uow, _: uow.cycles.put(begun))
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

"""A community through the front door: three tandems end as planned, five of their people want to
stay with the topic, and a mentee leaves again.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from cryptography.fernet import Fernet, MultiFernet

from mentoring.domain.circle import FEWEST
from mentoring.domain.people import Role
from mentoring.ports.rows import UnitOfWork
from mentoring.storage.store import SqlStore
from sandbox.connector.clients import Shown
from sandbox.server import running
from sandbox.state import TenantState
from sandbox.teams import Channel
from tests.answers import COMPLETE
from tests.databases import migrated_sqlite
from tests.stories.stage import NOW, QUICK, Actor, Stage, product, until
from tests.stories.tandem import both_have_said_yes
from tests.stories.test_road import TEXTS

WITH_COMMUNITIES = """
name = "Blickwechsel"
communities = true
"""
CARD = "Themenkreis:"


async def test_five_stay_with_their_topic_and_one_leaves_it(tmp_path: Path) -> None:
    url = migrated_sqlite(tmp_path)
    async with running(limits="off", now=NOW, delays=replace(QUICK)) as tenant:
        stage = Stage(tenant)
        owner, people = stage.owners[0], six(stage)
        for actor in (owner, *people):
            actor.locale = actor.person.preferred_language = "de-DE"
        both_have_said_yes(
            url, *((people[each].person, people[each + 1].person) for each in (0, 2, 4))
        )
        _have_answered(url)
        async with product(tenant, tmp_path, url, WITH_COMMUNITIES):
            for actor in (owner, *people):
                await actor.add_app()
            await _launched_and_closed(owner, people)
            wanting = people[:FEWEST]
            for actor in wanting:
                await actor.presses("Dabei sein", await _offered(stage, tmp_path, actor))
            channel = await until(lambda: community_of(tenant.state), "the channel stands")
            assert set(channel.members) == {each.person.id for each in wanting}
            leaves = wanting[1]
            await leaves.presses("Hinausgehen", await leaves.reads("Du bist dabei"))
            await until(lambda: len(channel.members) == FEWEST - 1, "one is out")
            assert leaves.person.id not in channel.members
            assert channel.display_name not in owner.screen()


def six(stage: Stage) -> list[Actor]:
    """People in Berlin, whose calendars can be read."""
    here = [each for each in stage.people() if each.zone == "Europe/Berlin"]
    return [Actor(stage, each) for each in here[:6]]


def _have_answered(url: str) -> None:
    """All mentees wish for the same, which all mentors teach."""
    store = SqlStore(url, MultiFernet([Fernet("A" * 43 + "=")]))

    def unit(uow: UnitOfWork) -> None:
        uow.bind("p1c1", "p1")
        for role in Role:
            for each in uow.enrolments.all(role=role):
                uow.enrolments.put(replace(each, answers=COMPLETE[role]))

    store.run_now(unit)
    store.close()


async def _launched_and_closed(owner: Actor, people: list[Actor]) -> None:
    await owner.says(TEXTS["de"]["launch"])
    await owner.presses("positive", await owner.reads(TEXTS["de"]["launch_preview"]))
    for actor in people:
        await actor.reads(TEXTS["de"]["tandem"])
    await owner.says("abschließen")
    await owner.presses("positive", await owner.reads("Durchgang abschließen"))
    await owner.reads("Tandems sind abgeschlossen")
    for actor in people:
        await actor.reads("ist zu Ende")


async def _offered(stage: Stage, folder: Path, actor: Actor) -> Shown:
    """It comes when it fits, on one of the next working days."""
    for _ in range(10):
        if CARD in actor.screen():
            break
        await stage.later_and_at_rest(folder, days=1)
    return await actor.reads(CARD)


def community_of(state: TenantState) -> Channel | None:
    every = [channel for team in state.teams.values() for channel in team.channels.values()]
    return next((each for each in every if each.display_name.startswith("Themenkreis")), None)

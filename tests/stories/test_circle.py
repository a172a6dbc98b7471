"""The mentors' circle through the front door: five mentors want it, it stands, and one leaves; when
all have left, it is archived, and opens anew once five want it again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from mentoring.domain.circle import FEWEST
from sandbox.server import running
from sandbox.state import TenantState
from sandbox.teams import Channel
from tests.databases import migrated_sqlite
from tests.stories.stage import NOW, QUICK, Actor, Stage, product, until
from tests.stories.tandem import both_have_said_yes
from tests.stories.test_road import TEXTS

WITH_CIRCLE = """
name = "Blickwechsel"
mentors_circle = true
"""
CARD = "Der Kreis der Mentor:innen"


def circle_of(state: TenantState) -> Channel | None:
    """That in which one can write."""
    every = [channel for team in state.teams.values() for channel in team.channels.values()]
    circles = [each for each in every if each.display_name.startswith("Kreis der")]
    return next((each for each in circles if not each.archived), None)


async def test_five_mentors_open_their_circle_leave_it_and_open_it_again(tmp_path: Path) -> None:
    url = migrated_sqlite(tmp_path)
    async with running(limits="off", now=NOW, delays=replace(QUICK)) as tenant:
        stage, state = Stage(tenant), tenant.state
        owner, people = stage.owners[0], ten(stage)
        mentors, mentees = people[:FEWEST], people[FEWEST:]
        for actor in (owner, *people):
            actor.locale = actor.person.preferred_language = "de-DE"
        both_have_said_yes(
            url, *((a.person, b.person) for a, b in zip(mentors, mentees, strict=True))
        )
        async with product(tenant, tmp_path, url, WITH_CIRCLE):
            for actor in (owner, *people):
                await actor.add_app()
            await owner.says(TEXTS["de"]["launch"])
            await owner.presses("positive", await owner.reads(TEXTS["de"]["launch_preview"]))
            for mentor in mentors:
                await mentor.reads(TEXTS["de"]["tandem"])
            channel = await opened_by(state, mentors)
            await mentors[0].presses("Hinausgehen", await mentors[0].reads("Du bist dabei"))
            await until(lambda: len(channel.members) == 4, "one is out")
            assert mentors[0].person.id not in channel.members
            for mentor in mentors[1:]:
                await mentor.presses("Hinausgehen", await mentor.reads("Du bist dabei"))
            await until(lambda: channel.archived, "with the last one it is archived")
            for mentor in mentors:
                await mentor.reads("Sobald 5 von euch dabei sein möchten")
            again = await opened_by(state, mentors)
            assert again.display_name == f"{channel.display_name} 2"


async def opened_by(state: TenantState, mentors: Sequence[Actor]) -> Channel:
    """The channel that is opened once these want it, and has them in it and nobody else."""
    for mentor in mentors:
        await mentor.says("kreis")
        await mentor.presses("Dabei sein", await mentor.reads(CARD))
    channel: Channel = await until(lambda: circle_of(state), "the channel stands")
    assert set(channel.members) == {each.person.id for each in mentors}
    for mentor in mentors:
        await mentor.reads("Du bist dabei")
    return channel


def ten(stage: Stage) -> list[Actor]:
    """People in Berlin, whose calendars can be read."""
    here = [each for each in stage.people() if each.zone == "Europe/Berlin"]
    return [Actor(stage, each) for each in here[: 2 * FEWEST]]

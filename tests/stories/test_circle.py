"""The mentors' circle through the front door: five mentors want it, it stands, and one leaves."""

from __future__ import annotations

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
    every = [channel for team in state.teams.values() for channel in team.channels.values()]
    return next((each for each in every if each.display_name.startswith("Kreis der")), None)


async def test_five_mentors_open_their_circle_and_one_leaves_it(tmp_path: Path) -> None:
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
            for mentor in mentors:
                await mentor.says("kreis")
                await mentor.presses("Dabei sein", await mentor.reads(CARD))
            await until(lambda: circle_of(state), "the channel stands")
            channel = circle_of(state)
            assert channel
            assert set(channel.members) == {each.person.id for each in mentors}
            await mentors[0].presses("Hinausgehen", await mentors[0].reads("Du bist dabei"))
            await until(lambda: len(channel.members) == 4, "one is out")
            assert mentors[0].person.id not in channel.members


def ten(stage: Stage) -> list[Actor]:
    """People in Berlin, whose calendars can be read."""
    here = [each for each in stage.people() if each.zone == "Europe/Berlin"]
    return [Actor(stage, each) for each in here[: 2 * FEWEST]]

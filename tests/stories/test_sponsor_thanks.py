"""The sponsor's thanks through the front door: somebody who takes no part and has never written to
the bot is asked once the cycle is closed, sends them by one press, and both read them.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sandbox.connector.clients import Shown
from sandbox.server import running
from tests.databases import migrated_sqlite
from tests.stories.stage import NOW, QUICK, Actor, Stage, product
from tests.stories.tandem import Tandem, both_have_said_yes
from tests.stories.test_certificate import closed
from tests.stories.test_road import TEXTS

WITH_SPONSOR = """
name = "Blickwechsel"
[sponsor]
name = "Die Vorständin"
email = "{mail}"
"""
LINE = "Danke für eure Neugier."


@pytest.mark.long
async def test_the_sponsor_thanks_both_by_one_press(tmp_path: Path) -> None:
    url = migrated_sqlite(tmp_path)
    async with running(limits="off", now=NOW, delays=replace(QUICK)) as tenant:
        stage = Stage(tenant)
        tandem = Tandem(stage, stage.owners[0], *stage.pair())
        owner, sponsor = tandem.owner, _sponsor(tandem)
        for actor in (owner, sponsor, *tandem.people):
            actor.locale = actor.person.preferred_language = "de-DE"
        both_have_said_yes(url, (tandem.mentor.person, tandem.mentee.person))
        programme = WITH_SPONSOR.format(mail=sponsor.person.mail)
        async with product(tenant, tmp_path, url, programme):
            for actor in (owner, *tandem.people):
                await actor.add_app()
            await owner.says(TEXTS["de"]["launch"])
            await owner.presses("positive", await owner.reads(TEXTS["de"]["launch_preview"]))
            await tandem.mentee.reads(TEXTS["de"]["tandem"])
            await closed(tandem)
            question = await _within_days(stage, tmp_path, sponsor, "Ein Wort des Dankes von dir?")
            await sponsor.presses("Allen danken", question, line=LINE)
            await sponsor.reads("Dein Dank ist unterwegs")
            for actor in tandem.people:
                await _within_days(stage, tmp_path, actor, LINE)
                assert actor.screen().count(LINE) == 1
            assert LINE not in owner.screen()
            assert tandem.mentee.person.display_name not in sponsor.screen()


def _sponsor(tandem: Tandem) -> Actor:
    """Somebody who is in no tandem."""
    two = {each.person.id for each in tandem.people}
    others = (each for each in tandem.stage.people() if each.id not in two)
    return Actor(tandem.stage, next(each for each in others if each.zone == "Europe/Berlin"))


async def _within_days(stage: Stage, folder: Path, actor: Actor, phrase: str) -> Shown:
    """It comes when it fits, on one of the next working days."""
    for _ in range(10):
        if phrase in actor.screen():
            break
        await stage.later_and_at_rest(folder, days=1)
    return await actor.reads(phrase)

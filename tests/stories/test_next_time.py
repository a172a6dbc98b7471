"""What somebody wishes at the end for next time, through the front door: who would rather not is
not asked, who would like the other role is asked in it, and the next matching is of those alone
who have said yes anew.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from sandbox.server import running
from tests.databases import migrated_sqlite
from tests.stories.stage import NOW, QUICK, Actor, Stage, product, words_of
from tests.stories.tandem import both_have_said_yes
from tests.stories.test_road import TEXTS, enrol

AGAIN = TEXTS["de"] | {"begin": "ein neuer Durchgang von"}


async def test_a_wish_is_asked_about_and_counts_in_the_next_matching(tmp_path: Path) -> None:
    """The mentee of the first tandem becomes the mentor of the second one's mentee; their own two
    mentors would not do: one is not asked, the other has been with her.
    """
    url = migrated_sqlite(tmp_path)
    async with running(limits="off", now=NOW, delays=replace(QUICK)) as tenant:
        stage = Stage(tenant)
        owner, (changes, stays) = stage.owners[0], stage.pair()
        leaves, again = _others(stage, changes, stays)
        people = (leaves, changes, again, stays)
        for actor in (owner, *people):
            actor.locale = actor.person.preferred_language = "de-DE"
        both_have_said_yes(url, (leaves.person, changes.person), (again.person, stays.person))
        async with product(tenant, tmp_path, url, 'name = "Blickwechsel"\n'):
            for actor in (owner, *people):
                await actor.add_app()
            await _launched_and_closed(owner, people)
            wishes = ("Nicht noch einmal", "Gern als Mentor:in", "Gern wieder", "Gern wieder")
            for actor, wish in zip(people, wishes, strict=True):
                await actor.presses(wish, await actor.reads("Wie geht es für dich weiter?"))
                await actor.reads(f"✓ {wish}")
            await _next_cycle(owner, 3)
            stage.later(days=1)  # today each has read the thanks
            assert AGAIN["begin"] not in leaves.screen()
            for actor, said in ((changes, "diesmal gern als Mentor:in"), (stays, "gern wieder")):
                assert said in words_of((await actor.reads(AGAIN["begin"])).card)
            await _say_yes(changes, stays, again)
            await _are_matched(owner, changes, stays)


def _others(stage: Stage, *two: Actor) -> tuple[Actor, Actor]:
    """Two more people in Berlin, whose calendars can be read."""
    taken = {each.person.id for each in two}
    here = [p for p in stage.people() if p.zone == "Europe/Berlin" and p.id not in taken]
    return Actor(stage, here[0]), Actor(stage, here[1])


async def _launched_and_closed(owner: Actor, people: tuple[Actor, ...]) -> None:
    await owner.says(TEXTS["de"]["launch"])
    await owner.presses("positive", await owner.reads(TEXTS["de"]["launch_preview"]))
    for actor in people:
        await actor.reads(TEXTS["de"]["tandem"])
    await owner.says("abschließen")
    await owner.presses("positive", await owner.reads("Durchgang abschließen"))
    await owner.reads("Tandems sind abgeschlossen")


async def _next_cycle(owner: Actor, people: int) -> None:
    await owner.says("neuer durchgang")
    preview = await owner.reads(f"{people} Personen werden neu gefragt")
    await owner.presses("cycle.open", preview)
    await owner.reads("Durchgang 2 von „Blickwechsel“ läuft")


async def _say_yes(*people: Actor) -> None:
    """Whoever is asked presses the button that comes first, and answers the questionnaire."""
    for actor in people:
        await enrol(actor, AGAIN)


async def _are_matched(owner: Actor, mentor: Actor, mentee: Actor) -> None:
    await owner.says("matching")
    proposal = await owner.reads("Ein Vorschlag")
    for actor in (mentor, mentee):
        assert actor.person.display_name in words_of(proposal.card)
    await owner.presses("positive", proposal)
    for actor in (mentor, mentee):
        await actor.presses("positive", await actor.reads("Wir haben ein Tandem für dich"))
    for actor in (mentor, mentee):
        await actor.reads("Es passt")

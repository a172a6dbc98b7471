"""An apprentice says that they are not 18 yet, and is in once an owner has confirmed the company's
clearance (issue 14).
"""

from __future__ import annotations

from pathlib import Path

from mentoring.domain.enrolment import enrolment_id
from mentoring.domain.people import Role
from sandbox.connector.clients import Shown
from tests.stories.stage import Actor, on_stage, words_of
from tests.stories.test_enrolment import MENTEE, invited


async def asks_for_age(owner: Actor) -> None:
    """The owner switches it on."""
    await owner.says("einstellungen")
    card = await owner.reads("Wer mitmachen kann")
    await owner.presses("Wer mitmachen kann öffnen", card)
    await owner.presses("Save", card, under_18="true")


async def hands_in(mentee: Actor, card: Shown) -> None:
    for step in ("about", "wishes", "standing"):
        await mentee.fills_in(card, MENTEE[step])
    await mentee.presses("positive", card)


async def clears(owner: Actor, whom: Actor) -> None:
    """The owner finds under *status* who waits, and confirms it."""
    await owner.says("status")
    status = await owner.reads("Eine Person braucht die Freigabe")
    await owner.presses("status.need", status)
    waiting = await owner.reads("not 18 yet")
    chosen = enrolment_id("p1c1", Role.MENTEE, whom.person.id)
    await owner.presses("clearance.confirm", waiting, people=chosen)


async def test_with_the_clearance_they_are_in(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as stage:
        _, mentee = stage.pair()
        owner = stage.owners[0]
        owner.locale = "de-DE"
        await owner.add_app()
        await asks_for_age(owner)
        await invited(stage, mentee)
        card = await mentee.reads("Ich mache mit")
        await mentee.presses("Ich mache mit (unter 18)", card)
        await hands_in(mentee, card)
        assert "Nichts geht verloren" in words_of(mentee.card())
        await clears(owner, mentee)
        await mentee.reads("du bist dabei")

"""A certificate through the front door: the hours are corrected, it stands in the card, and lies in
OneDrive if its person wants it there.
"""

from __future__ import annotations

from pathlib import Path

from sandbox.connector.clients import Shown
from tests.stories.stage import Actor, until
from tests.stories.tandem import Tandem, running_tandem
from tests.stories.test_my_data import consent_card, consented, files_of


async def closed(tandem: Tandem) -> None:
    """The owner closes the cycle."""
    await tandem.owner.says("abschließen")
    card = await tandem.owner.reads("Durchgang abschließen")
    await tandem.owner.presses("positive", card)
    await tandem.owner.reads("Ein Tandem ist abgeschlossen")


async def made(actor: Actor, hours: str) -> Shown:
    """The certificate with these hours, and the question whether it may be put into OneDrive."""
    await actor.presses("Zertifikat", await actor.reads("Zertifikat"))
    await actor.presses("Zertifikat erstellen", await actor.reads("Wie viele Stunden"), hours=hours)
    await actor.presses("Als PDF", await actor.reads("Stunden ändern"))
    return await consent_card(actor)


async def test_somebody_takes_their_certificate_along(tmp_path: Path) -> None:
    async with running_tandem(tmp_path) as tandem:
        await closed(tandem)
        mentor, mentee = tandem.people
        question = await made(mentee, "7")
        assert files_of(mentee) == []
        await consented(mentee, question, accepts=True)
        link = await until(
            lambda: next((each for each in mentee.sees() if each.message.file), None), "the file"
        )
        [found] = files_of(mentee)
        assert found.data.startswith(b"%PDF-")
        assert (link.message.file or {})["content"]["fileType"] == "pdf"
        await consented(mentor, await made(mentor, "9"), accepts=False)
        await mentor.reads("die Datei wird nicht abgelegt")
        assert files_of(mentor) == []

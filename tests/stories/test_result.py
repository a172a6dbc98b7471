"""What a tandem has brought, through the front door: a line that both release is read by owners
once the time for it is over, without a name; one that only its author releases by nobody.
"""

from __future__ import annotations

from pathlib import Path

from sandbox.connector.clients import Shown
from tests.stories.stage import Actor
from tests.stories.tandem import Tandem, running_tandem
from tests.stories.test_certificate import closed

HIS = "Wir haben das Monatsreporting halbiert"
HERS = "Ich traue mich jetzt, im Vorstand nachzufragen"
ASKED = "möchte diesen Satz freigeben"


async def test_owners_read_what_both_have_released_and_nothing_else(tmp_path: Path) -> None:
    async with running_tandem(tmp_path) as tandem:
        mentor, mentee = tandem.people
        await closed(tandem)
        await _releases(mentor, HIS)
        await mentee.presses("Auch freigeben", await _comes(tandem, tmp_path, mentee))
        await mentee.reads("Auch von dir freigegeben")
        await _releases(mentee, HERS)
        assert HERS in str((await _comes(tandem, tmp_path, mentor)).card)
        await _figures_say(tandem.owner, "Ein Satz aus einem Tandem", comes=False)
        await tandem.stage.later_and_at_rest(tmp_path, days=7)
        for actor in (mentor, mentee):
            over = await actor.reads("Das lesen die Programmverantwortlichen, ohne Namen")
            assert HIS in str(over.card)
            assert HERS not in str(over.card)
        read = await _figures_say(tandem.owner, "Ein Satz aus einem Tandem", comes=True)
        await tandem.owner.presses("Ein Satz aus einem Tandem", read)
        sentences = await tandem.owner.reads(HIS)
        for nothing in (HERS, mentor.person.surname, mentee.person.surname):
            assert nothing not in str(sentences.card)


async def _releases(actor: Actor, said: str) -> None:
    await actor.presses("Ein Satz für das Programm", await actor.reads("Wie geht es für dich"))
    card = await actor.reads("Was euer Tandem bewirkt hat")
    await actor.presses("result.release", card, line=said)
    await actor.reads("Von dir freigegeben")


async def _comes(tandem: Tandem, folder: Path, actor: Actor) -> Shown:
    """The other one's line comes when it fits, on one of the next working days."""
    for _ in range(5):
        if ASKED in actor.screen():
            break
        await tandem.stage.later_and_at_rest(folder, days=1)
    return await actor.reads(ASKED)


async def _figures_say(owner: Actor, phrase: str, *, comes: bool) -> Shown:
    """What stands in the chat already may still say what it said before."""
    await owner.says("kennzahlen")
    card = await owner.reads(phrase if comes else "Kennzahlen")
    assert (phrase in str(card.card)) is comes
    return card

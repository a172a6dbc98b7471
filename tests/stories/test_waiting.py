"""Somebody waits for a tandem through the front door: they are asked whether they like to answer
what the others are asked, and owners see nothing of one person.
"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from cryptography.fernet import Fernet, MultiFernet

from mentoring.domain.people import Role
from mentoring.ports.rows import UnitOfWork
from mentoring.storage.store import SqlStore
from sandbox.connector.clients import Shown
from tests.stories.stage import Actor
from tests.stories.tandem import Tandem, has_enrolled, running_tandem
from tests.stories.test_certificate import closed

QUESTION = "Eine Bitte, während du wartest"
DAYS = 3


async def test_whoever_waits_is_asked_like_the_others_if_they_like(tmp_path: Path) -> None:
    async with running_tandem(tmp_path) as tandem:
        waits = await _somebody_waits(tandem, tmp_path)
        await _after_the_first_session(tandem, tmp_path)
        asked = await _reads_within_days(waits, tmp_path, QUESTION)
        assert "hängt nicht davon ab" in waits.screen()
        assert "Stimmt das?" not in waits.screen()
        await waits.presses("Ja, ich antworte", asked)
        await waits.presses("Eher nicht", await waits.reads("Dein Ausgangspunkt"))
        await waits.on("phone").reads("Frage 2 von 4")
        assert QUESTION not in tandem.mentor.screen() + tandem.mentee.screen()
        await closed(tandem)
        later = await _reads_within_days(waits, tmp_path, "Was sich verändert hat")
        await waits.presses("Eher ja", later)
        await waits.reads("Frage 2 von 4", naming="Was sich verändert hat")
        await tandem.stage.later_and_at_rest(tmp_path, days=5)
        await tandem.owner.says("wie läuft es")
        going = await tandem.owner.reads("Wie es läuft")
        assert "Unterschied" not in str(going.card)
        assert waits.person.display_name not in str(going.card)


async def _after_the_first_session(tandem: Tandem, folder: Path) -> None:
    left = tandem.start(1) + timedelta(hours=4) - tandem.stage.tenant.state.clock.now()
    await tandem.stage.later_and_at_rest(folder, seconds=left.total_seconds())


async def _somebody_waits(tandem: Tandem, folder: Path) -> Actor:
    taken = {actor.person.id for actor in (*tandem.people, *tandem.stage.owners)}
    berlin = (one for one in tandem.stage.people() if one.zone == "Europe/Berlin")
    person = next(each for each in berlin if each.id not in taken)
    person.preferred_language = "de-DE"
    store = SqlStore(f"sqlite:///{folder / 'tandem.sqlite'}", MultiFernet([Fernet("A" * 43 + "=")]))

    def unit(uow: UnitOfWork) -> None:
        uow.bind("p1c1", "p1")
        has_enrolled(uow, Role.MENTOR, person)

    store.run_now(unit)
    store.close()
    actor = Actor(tandem.stage, person, locale="de-DE")
    await actor.add_app()
    return actor


async def _reads_within_days(actor: Actor, folder: Path, phrase: str) -> Shown:
    """It comes when it fits, on one of the next days."""
    for _ in range(DAYS):
        await actor.stage.later_and_at_rest(folder, hours=24)
    return await actor.reads(phrase)

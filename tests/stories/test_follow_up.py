"""What lasts, through the front door: a mentee agrees at the end, is asked three and six months
later with one reminder at most, and owners see nothing of one person.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from cryptography.fernet import Fernet, MultiFernet

from mentoring.domain.enrolment import enrolment_id
from mentoring.domain.people import Role
from mentoring.ports.rows import UnitOfWork
from mentoring.storage.store import SqlStore
from sandbox.connector.clients import Shown
from tests.answers import COMPLETE
from tests.stories.stage import Actor, is_noted, until, words_of
from tests.stories.tandem import Tandem, running_tandem
from tests.stories.test_certificate import closed

LATER, MUCH_LATER = "3 Monate danach", "6 Monate danach"
ASKED = "Nach drei und nach sechs Monaten wirst du je einmal gefragt"


async def test_whoever_agrees_is_asked_later_and_then_nothing_is_left(tmp_path: Path) -> None:
    async with running_tandem(tmp_path) as tandem:
        mentee, mentor = tandem.mentee, tandem.mentor
        _has_wishes(tmp_path, mentee)
        await closed(tandem)
        await _agrees(mentee)
        await _days(tandem, tmp_path, 88)
        assert LATER not in mentee.screen()
        question = await _within_days(tandem, tmp_path, LATER)
        await mentee.presses("Ja", question)
        await mentee.on("phone").reads("Danke! Vier Wochen lang", naming=LATER)
        await _days(tandem, tmp_path, 88)
        first = await _within_days(tandem, tmp_path, MUCH_LATER)
        await _days(tandem, tmp_path, 5)
        await _within_days(tandem, tmp_path, MUCH_LATER, after=first.message.id)
        assert mentee.screen().count(LATER) == 1
        assert LATER not in mentor.screen()
        await tandem.owner.says("wie läuft es")
        going = await tandem.owner.reads("Wer es später noch anwendet")
        assert mentee.person.display_name not in str(going.card)
        assert is_noted(tmp_path, "follow_ups WHERE 1")
        await _days(tandem, tmp_path, 30)
        await until(lambda: not is_noted(tmp_path, "follow_ups WHERE 1"), "nothing is left")


def _has_wishes(folder: Path, mentee: Actor) -> None:
    url = f"sqlite:///{folder / 'tandem.sqlite'}"
    store = SqlStore(url, MultiFernet([Fernet("A" * 43 + "=")]))

    def unit(uow: UnitOfWork) -> None:
        uow.bind("p1c1", "p1")
        found = uow.enrolments.need(enrolment_id("p1c1", Role.MENTEE, mentee.person.id))
        uow.enrolments.put(replace(found, answers=COMPLETE[Role.MENTEE]))

    store.run_now(unit)
    store.close()


async def _agrees(mentee: Actor) -> None:
    await mentee.presses("Was sich verändert hat", await mentee.reads("Was sich verändert hat"))
    for number in range(1, 5):
        card = await mentee.reads(f"Frage {number} von 4")
        await mentee.presses("Überspringen", card)
    await mentee.presses("Ja, gern später fragen", await mentee.reads("Was davon bleibt"))
    await mentee.reads(ASKED)


async def _days(tandem: Tandem, folder: Path, days: int) -> None:
    await tandem.stage.later_and_at_rest(folder, days=days)


async def _within_days(tandem: Tandem, folder: Path, phrase: str, after: str = "") -> Shown:
    """It comes when it fits, on one of the next working days, below the message ``after``."""

    def newest() -> Shown | None:
        told = [each for each in tandem.mentee.sees() if phrase in words_of(each.card)]
        return told[-1] if told and told[-1].message.id != after else None

    for _ in range(8):
        if newest():
            break
        await _days(tandem, folder, 1)
    found = newest()
    assert found, f"{phrase!r} never came"
    return found

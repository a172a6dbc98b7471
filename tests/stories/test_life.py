"""The life of a tandem through the front door: a question waits, comes with the session kit, and
nobody but the two ever reads it.
"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from mentoring.domain.scheduling.settings import SchedulingRules
from mentoring.domain.working_time import prepared_at
from tests.people import berliner
from tests.stories.tandem import Tandem, running_tandem

PLANTED = "Papageientaucher"
QUESTION = f"Wie singt ein {PLANTED}?"


async def test_a_question_waits_comes_with_the_kit_and_is_the_twos_alone(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing else is wished for, so the kit grows around the question."""
    async with running_tandem(tmp_path) as tandem:
        mentor, mentee = tandem.people
        await mentee.says(f"frage {QUESTION}")
        await mentee.reads("Wartet auf euer nächstes Treffen.")
        assert PLANTED not in mentor.screen()
        await _two_working_days_before(tandem)
        kit = await mentor.reads(QUESTION)
        await mentor.presses("Passt", kit)
        await mentee.reads("Zum Mitbringen")
        box = await mentee.reads("Du fragst")
        await mentee.on("phone").presses("Beantwortet", box)
        await mentee.reads("Doch noch offen")
        for said in ("status", "tandems"):
            await tandem.owner.says(said)
        await tandem.owner.reads("Tandem 1")
        assert PLANTED not in tandem.owner.screen()
        assert PLANTED not in tandem.owner.screen(tandem.stage.owners_channel)
    assert _files_with_it(tmp_path) == []
    assert PLANTED not in f"{caplog.text}{''.join(capsys.readouterr())}"


async def _two_working_days_before(tandem: Tandem) -> None:
    at_home = berliner("", "", "", country="DE", zone="Europe/Berlin")
    due = prepared_at(tandem.start(1), at_home, SchedulingRules()) + timedelta(minutes=5)
    left = due - tandem.stage.tenant.state.clock.now()
    await tandem.stage.later_and_noticed(seconds=left.total_seconds())


def _files_with_it(folder: Path) -> list[str]:
    """The files of the database, the engine's log among them, in which the question can be read."""
    found = [path for path in folder.iterdir() if path.is_file()]
    assert found
    return [path.name for path in found if PLANTED.encode() in path.read_bytes()]

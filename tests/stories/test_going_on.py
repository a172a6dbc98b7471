"""*Go on* through the front door: what both agree on is booked beside the first series."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from tests.stories.stage import Actor, until, words_of
from tests.stories.tandem import Tandem, both_accept_the_first, running_tandem

ONE_SESSION = """
name = "Blickwechsel"
[sessions]
number = 1
"""
BROUGHT = ("Wo stehst du heute?", "Weitermachen mit")
"""What comes after the last session, one a day, in whichever order."""


async def test_both_would_like_more_and_get_them(tmp_path: Path) -> None:
    async with running_tandem(tmp_path, programme=ONE_SESSION) as tandem:
        await _the_last_session_passes(tandem)
        for actor in (tandem.mentee, tandem.mentor):
            await actor.presses("Ja, 3 weitere", await actor.reads("Weitermachen mit"))
        await both_accept_the_first(tandem, "an eure bisherigen anschließen")
        await until(lambda: len(_series(tandem)) == 2, "further sessions stand beside the first")
        await tandem.mentee.reads("Ihr möchtet beide weitermachen")


def _series(tandem: Tandem) -> list[object]:
    return [e for e in tandem.entries(tandem.mentee) if e.appointment.recurrence]


async def _the_last_session_passes(tandem: Tandem) -> None:
    over = tandem.start(1) + timedelta(hours=3)
    await _becomes(tandem, over)
    for day in (1, 2):
        await _becomes(tandem, over.replace(hour=9, minute=0) + timedelta(days=day))
        for actor in tandem.people:
            await until(partial(_has_been_brought, actor, day), "what has waited for its day")


async def _becomes(tandem: Tandem, moment: datetime) -> None:
    left = moment - tandem.stage.tenant.state.clock.now()
    await tandem.stage.later_and_noticed(seconds=left.total_seconds())


def _has_been_brought(actor: Actor, many: int) -> bool:
    said = [words_of(each.card) for each in actor.sees()]
    return sum(any(phrase in each for each in said) for phrase in BROUGHT) >= many

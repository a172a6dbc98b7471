"""The daily watch, through the front door: an account is disabled, and by the next working day an
owner reads it, hands the series over first and leaves the rest as it is.
"""

from __future__ import annotations

from pathlib import Path

from tests.stories.tandem import running_tandem


async def test_an_owner_hears_of_a_leaver_and_hands_the_series_over_first(tmp_path: Path) -> None:
    async with running_tandem(tmp_path) as tandem:
        leaver, owner, channel = tandem.mentor.person, tandem.owner, tandem.stage.owners_channel
        leaver.account_enabled = False
        tandem.stage.later(days=4)
        told = f"Das Konto von {leaver.display_name} ist gesperrt."
        finding = await owner.reads(told, channel)
        await owner.presses("Zuerst die Terminserie übergeben", finding, channel)
        await owner.reads("Umziehen lassen", channel)
        await owner.presses("So lassen", finding, channel)
        await owner.reads("hat entschieden: Es bleibt, wie es ist", channel)

"""People whom the bot cannot reach, as owners and they themselves see it.

Page: "Messages in bot conversations" (status codes from bot conversational APIs).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.stories.stage import Stage, is_noted, on_stage, until

CAUSES = {"blocked": "hat den Bot blockiert", "forbidden": "die IT lässt den Bot hier nicht zu"}


async def invited(stage: Stage) -> tuple[Any, Any]:
    """The owner and the mentee whom they have invited."""
    owner, (_, mentee) = stage.owners[0], stage.pair()
    for each in (owner, mentee):
        each.locale = each.person.preferred_language = "de-DE"
    await owner.add_app()
    await owner.says(f"einladen mentees {mentee.person.mail}")
    await owner.presses("positive", await owner.reads("Eine Person einladen"))
    return owner, mentee


@pytest.mark.parametrize("access", CAUSES)
async def test_owners_see_who_was_not_reached_and_the_invitation_comes_once_it_can(
    tmp_path: Path, access: Any
) -> None:
    """issue 12, H1: she still stood there as *invited* two days later."""
    async with on_stage(tmp_path) as stage:
        _, mentee = stage.pair()
        mentee.person.bot = access
        owner, mentee = await invited(stage)
        await owner.reads(f"{mentee.person.display_name} ({CAUSES[access]}")
        await owner.says("people")
        await owner.reads(f"{mentee.person.display_name} ({CAUSES[access]}")
        mentee.person.bot = "allowed"
        if access == "blocked":
            await mentee.says("Wer bist du?")
        else:
            # Owners read the cause a moment earlier.
            again = "timers WHERE kind = 'allowed_again'"
            await until(lambda: is_noted(tmp_path, again), "the next try is noted")
            await stage.later_and_noticed(days=1)
        await mentee.reads("Ich mache mit")
        await owner.says("status")
        await owner.reads("eingeladen")


async def test_an_app_that_teams_shows_late_brings_the_invitation_all_the_same(
    tmp_path: Path,
) -> None:
    """issue 12, H2."""
    async with on_stage(tmp_path) as stage:
        stage.tenant.state.delays.installation_seconds = 1.5
        _, mentee = await invited(stage)
        await mentee.reads("Ich mache mit")


async def test_people_are_invited_by_mentioning_them(tmp_path: Path) -> None:
    """issue 12, H10: *I found no names*."""
    async with on_stage(tmp_path) as stage:
        owner, (_, mentee) = stage.owners[0], stage.pair()
        await owner.add_app()
        owner.locale = "de-DE"
        colleague = stage.owners[1].person
        said = f"einladen mentees @{mentee.person.display_name} @{colleague.display_name}"
        await stage.tenant.clients.say(
            owner.person,
            said,
            stage.owners_channel,
            mention=True,
            locale="de-DE",
            people=[mentee.person, colleague],
        )
        preview = await owner.reads("2 Personen einladen", stage.owners_channel)
        assert preview.card is not None
        assert mentee.person.display_name in str(preview.card)

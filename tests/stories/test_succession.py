"""An owner hands the programme on: names a successor, who is taken into the team in Teams; when the
others have left, the bot asks for a second one. All of it stands in the history.
"""

from __future__ import annotations

from pathlib import Path

from tests.stories.stage import Actor, Stage, on_stage, words_of


async def test_whoever_is_named_takes_over_and_is_told_to_find_a_second(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as stage:
        owner, (_, successor) = stage.owners[0], stage.pair()
        for each in (owner, successor):
            each.locale = each.person.preferred_language = "de-DE"
            await each.add_app()
        await _named(stage, owner, successor)
        await _takes_part_in_deciding(stage, owner, successor)
        await _alone(stage, successor)


async def _named(stage: Stage, owner: Actor, successor: Actor) -> None:
    """The preview says what is done in Teams; the one whom it is about hears nothing."""
    name, there = successor.person.display_name, stage.owners_channel
    before = successor.screen()
    await owner.says(f"nachfolge {successor.person.mail}", there, mention=True)
    preview = await owner.reads(f"Nachfolge: {name}", there)
    await owner.presses("Benennen", preview, there)
    await owner.reads("noch nicht in eurem Team", there)
    await owner.says("status", there, mention=True)
    await owner.reads("Für die Nachfolge ist jemand benannt", there)
    assert successor.screen() == before


async def _takes_part_in_deciding(stage: Stage, owner: Actor, successor: Actor) -> None:
    """What made them an owner was done in Teams, and the card tells it by itself."""
    await successor.says("verlauf")
    await successor.reads("Programmverantwortliche")
    assert "Eine Nachfolge benannt" not in successor.screen()
    state = stage.tenant.state
    state.take_in(state.teams[state.owners_team_id], successor.person)
    name = successor.person.display_name
    await owner.reads(f"{name} ist in eurem Team", stage.owners_channel)
    await successor.says("verlauf")
    history = words_of((await successor.reads("Eine Nachfolge benannt")).card)
    assert owner.person.display_name in history


async def _alone(stage: Stage, successor: Actor) -> None:
    """The others leave the team in Teams."""
    state, there = stage.tenant.state, stage.owners_channel
    team = state.teams[state.owners_team_id]
    for other in stage.owners:
        if other.person.id != successor.person.id:
            state.take_out(team, other.person)
    await successor.reads("Das Programm hängt an einer Person", there)
    await successor.reads(f"nur {successor.person.display_name}", there)

"""A try, from the command to its end, in the simulated tenant: nothing reaches anybody else."""

from __future__ import annotations

from pathlib import Path

from sandbox.connector.clients import Shown
from sandbox.state import TenantState
from tests.stories.stage import Actor, on_stage, until, words_of

COURSE = "Dein Probelauf"
STEPS = (
    *("Den Rest ausfüllen", "Vorschläge berechnen", "Freigeben", "Ja sagen", "Ja sagen"),
    *("Start ansehen", "Starten", "Abschluss ansehen"),
)


async def test_an_owner_plays_a_whole_cycle_and_nothing_of_it_is_left(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as stage:
        owner, state = stage.owners[0], stage.tenant.state
        await owner.add_app()
        owner.locale = owner.person.preferred_language = "de-DE"
        before = written(state)
        await owner.says("ausprobieren")
        await owner.presses("Ganzer Durchgang", await owner.reads("In welcher Sprache"))
        for step in STEPS:
            await owner.presses(step, await offering(owner, step))
        await offering(owner, "Abschließen")
        assert "Probelauf. Diese Karte bekäme Mika Muster" in owner.screen()
        assert "Probelauf. Diese Karte bekäme Erika Mustermann" in owner.screen()
        assert written(state) == before
        await owner.presses("Ja, löschen", await offering(owner, "Beenden und löschen"))
        await until(lambda: "Probelauf" not in owner.screen(), "the cards of the try are gone")


async def offering(owner: Actor, step: str) -> Shown:
    """The card of the try's course, once it offers the step."""

    def found() -> Shown | None:
        cards = [each for each in owner.sees() if COURSE in words_of(each.card)]
        return next((each for each in cards if step in words_of(each.card).split("\n")), None)

    shown: Shown = await until(found, f"{step} in:\n{owner.screen()}")
    return shown


def written(state: TenantState) -> object:
    """What stands in the company's teams and calendars, and who has the bot."""
    teams = {
        key: (sorted(team.members), sorted(team.channels)) for key, team in state.teams.items()
    }
    booked = {key: dict(box.transactions) for key, box in state.mailboxes.items()}
    return teams, booked, sorted(state.installations)

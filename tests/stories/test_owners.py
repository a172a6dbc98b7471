"""What programme owners do beside the road: groups, hindrances, reminders, several at once."""

from __future__ import annotations

from pathlib import Path

from tests.stories.stage import on_stage, words_of


async def test_a_group_is_invited_by_its_name(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as stage:
        owner = stage.owners[0]
        await owner.add_app()
        owner.locale = "en-GB"
        groups = list(stage.tenant.state.groups.values())
        named = next(
            group
            for group in groups
            if len(group.member_ids) > 2 and group.id not in stage.tenant.state.teams
        )
        await owner.says(f"invite mentors group {named.display_name}")
        await owner.reads("These people are invited as mentors")
        await owner.says("invite mentors group No Such Group")
        await owner.reads("There is no group “No Such Group”")


async def test_the_preview_says_for_each_why_somebody_cannot_be_invited(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as stage:
        owner, (_, mentee) = stage.owners[0], stage.pair()
        await owner.add_app()
        owner.locale = "de-DE"
        people = stage.tenant.state.people.values()
        disabled = next(p for p in people if not p.account_enabled)
        unlicensed = next(
            p for p in people if p.account_enabled and not p.licensed and p.user_type == "Member"
        )
        listed = [mentee.person.mail, disabled.mail, unlicensed.mail, "niemand@nirgends.example"]
        await owner.says("einladen mentees " + "\n".join(listed))
        preview = words_of((await owner.reads("3 Personen können nicht eingeladen werden")).card)
        for reason in (
            "Das Konto ist gesperrt.",
            "Ohne Lizenz für Teams",
            "Nicht im Firmenverzeichnis gefunden",
        ):
            assert reason in preview
        assert mentee.person.display_name in preview


async def test_without_a_role_the_owner_is_asked_for_it(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as stage:
        owner, (_, mentee) = stage.owners[0], stage.pair()
        await owner.add_app()
        owner.locale = mentee.person.preferred_language = "de-DE"
        await owner.says(f"einladen {mentee.person.mail}")
        asked = await owner.reads("Einladung als Mentor:in oder als Mentee?")
        await owner.presses("Als Mentee", asked)
        await owner.presses("positive", asked)
        await mentee.reads("lernst du von jemandem")


async def test_reminding_reaches_whoever_has_not_finished_once_a_day(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as stage:
        owner, (_, mentee) = stage.owners[0], stage.pair()
        await owner.add_app()
        owner.locale = owner.person.preferred_language = "de-DE"
        mentee.person.preferred_language = "de-DE"
        await owner.says(f"einladen mentees {mentee.person.mail}")
        await owner.presses("positive", await owner.reads("Eine Person einladen"))
        await mentee.reads("Ich mache mit")
        await stage.later_and_noticed(days=1)
        for _ in range(2):
            await owner.says("erinnern")
            await owner.presses("positive", await owner.reads("Ein Mensch ist noch nicht fertig"))
            await owner.reads("Wer noch nicht fertig war (1)")
            await mentee.reads("Eine kleine Erinnerung")
            stage.later(seconds=2)
        assert mentee.screen().count("Eine kleine Erinnerung") == 1


async def test_the_language_can_be_changed_and_stays(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as stage:
        somebody, _ = stage.pair()
        await somebody.add_app()
        somebody.locale = "en-GB"
        await somebody.says("sprache de")
        await somebody.reads("As long as you are not part of the programme")
        await somebody.says("take part")
        await somebody.reads("Bitte auf Deutsch")
        await somebody.says("sprache de")
        await somebody.reads("Ab jetzt auf Deutsch.")
        await somebody.says("hilfe")
        await somebody.reads("Das geht hier")


async def test_a_greeting_shows_an_owner_how_it_stands_and_makes_nobody_a_mentor(
    tmp_path: Path,
) -> None:
    """issue 12, U12: the owner who wrote *hello* was counted as an invited mentor."""
    async with on_stage(tmp_path) as stage:
        owner = stage.owners[0]
        await owner.add_app()
        owner.locale = "de-DE"
        for greeting in ("Hallo!", "Guten Morgen Tandem"):
            await owner.says(greeting)
        await owner.reads("noch ist niemand gefragt")
        await owner.says("Hallo", stage.owners_channel, mention=True)
        await owner.reads("noch ist niemand gefragt", stage.owners_channel)
        await owner.says("danke!")
        await owner.reads("Sehr gern!")
        assert "Ich mache mit" not in owner.screen()

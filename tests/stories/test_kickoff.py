"""The kick-off: several dates and sites, answers by card, seats that are kept, and the five-minute
version afterwards.
"""

from __future__ import annotations

from pathlib import Path

from tests.stories.stage import Actor, Stage, on_stage, until
from tests.stories.test_road import TEXTS, offered


def attendees(stage: Stage, owner: Actor, subject: str = "Auftakt") -> list[set[str]]:
    """Who is invited to each date in the owner's calendar, in the order of time."""
    entries = stage.tenant.state.mailboxes[owner.person.id].entries.values()
    found = [e.appointment for e in entries if subject in str(e.appointment.details.get("subject"))]
    return [
        {one.address for one in each.attendees} for each in sorted(found, key=lambda one: one.start)
    ]


async def test_everybody_chooses_a_date_as_long_as_there_are_seats(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as stage:
        owner, mentor, mentee, _ = await offered(stage, TEXTS["de"], "de")
        await owner.says("kickoff 14.01.2027 10:00 Berlin 1; 15.01.2027 14:00 online")
        preview = await owner.reads("Sobald du bestätigst, stehen die Termine")
        assert "0 von einem Platz" in owner.screen()
        assert not attendees(stage, owner)
        await owner.presses("positive", preview)
        await until(lambda: attendees(stage, owner), "the dates stand in the owner's calendar")
        stage.later(days=1)  # today each of them has had an offer
        await mentor.presses("positive", await mentor.reads("Lernen wir uns kennen"))
        stage.later(seconds=3)
        await until(
            lambda: {mentor.person.mail} in attendees(stage, owner), "the mentor has the invitation"
        )
        late = await mentee.reads("ausgebucht")
        await mentee.presses("positive", late)
        stage.later(seconds=3)
        await until(
            lambda: attendees(stage, owner) == [{mentor.person.mail}, {mentee.person.mail}],
            "both are invited",
        )
        await mentor.presses("no", await mentor.reads("Schön, dass du kommst"))
        stage.later(seconds=3)
        await until(
            lambda: attendees(stage, owner) == [set(), {mentee.person.mail}], "a seat is free again"
        )
        stage.later(days=80)
        await mentee.reads("Der Auftakt ist vorbei")
        stage.later(days=3)  # on that Friday something else came, too
        await mentor.reads("Der Auftakt in fünf Minuten")
        assert "in fünf Minuten" not in mentee.screen(), "who was there does not need it"


async def test_what_cannot_be_a_kickoff_is_said(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as stage:
        owner = stage.owners[0]
        await owner.add_app()
        owner.locale = "de-DE"
        for said, answer in (
            ("kickoff", "Noch ist niemand angemeldet"),
            ("kickoff am Montag", "Bitte nenne Tag und Uhrzeit"),
            ("kickoff 14.01.2020 10:00", "liegt zu weit zurück"),
            ("kickoff 14.01.2027 10:00 Berlin 501", "1 bis 500 Plätze"),
            ("kickoff 14.01.2027 10:00", "Noch ist niemand angemeldet"),
        ):
            await owner.says(said)
            await owner.reads(answer)

"""A launched tandem on stage: its people and what stands in their calendars."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from sandbox import cards, outlook
from sandbox.connector.clients import Shown
from sandbox.diaries import busy
from sandbox.mailbox import Appointment, Entry, occurrence_on
from sandbox.recurrence import days_of
from tests.stories.stage import Actor, Stage, on_stage, until, words_of
from tests.stories.test_road import TEXTS, launched

RESCUE = "Neue Zeit für euer Treffen"


@dataclass
class Tandem:
    """A launched tandem, its people and what stands in their calendars."""

    stage: Stage
    owner: Actor
    mentor: Actor
    mentee: Actor

    @property
    def people(self) -> tuple[Actor, Actor]:
        return self.mentor, self.mentee

    def entries(self, actor: Actor) -> list[Entry]:
        """What both are invited to, as it stands in the calendar of one."""
        state = self.stage.tenant.state
        pair = {self.mentor.person.mail, self.mentee.person.mail}
        found = state.mailboxes[actor.person.id].entries.values()
        return [e for e in found if _people(self, e.appointment) == pair and not e.appointment.called_off]

    def series(self, actor: Actor | None = None) -> Entry:
        """The series, by default as it stands at its organizer's."""
        return next(e for e in self.entries(actor or self.mentor) if e.appointment.recurrence)

    def singles(self, actor: Actor) -> list[Entry]:
        return [e for e in self.entries(actor) if not e.appointment.recurrence]

    def day(self, number: int) -> date:
        """The day on which the pattern puts a session, counted from 1."""
        recurrence = self.series().appointment.recurrence
        assert recurrence
        return days_of(recurrence)[number - 1]

    def start(self, number: int) -> datetime:
        """When the session takes place by the organizer's calendar."""
        return occurrence_on(self.series().appointment, self.day(number)).start

    def meeting(self, actor: Actor, number: int) -> outlook.Meeting:
        """The session as it stands in somebody's calendar."""
        return outlook.find(self.stage.tenant.state, actor.person, self.series(actor).id, number)


def _people(tandem: Tandem, appointment: Appointment) -> set[str]:
    organizer = tandem.stage.tenant.state.people[appointment.organizer_id]
    return {organizer.mail, *(attendee.address for attendee in appointment.attendees)}


@asynccontextmanager
async def running_tandem(folder: Path, *, programme: str = "") -> AsyncIterator[Tandem]:
    """A tandem just launched in German, its organizer's calendar watched."""
    async with on_stage(folder, programme=programme) as stage:
        owner, mentor, mentee = await launched(stage, TEXTS["de"], "de")
        await mentee.reads(TEXTS["de"]["tandem"])
        await until(lambda: stage.tenant.state.subscriptions, "the organizer's calendar is watched")
        yield Tandem(stage, owner, mentor, mentee)


async def both_accept_the_first(tandem: Tandem, phrase: str) -> None:
    for actor in tandem.people:
        await actor.presses("positive", await actor.reads(phrase))


async def asked_about(tandem: Tandem, number: int) -> Shown:
    """The question whether to wait or to move that is about this session."""

    def found() -> Shown | None:
        cards_of = [e for e in tandem.mentor.sees() if "ist bis" in words_of(e.card)]
        return next((e for e in cards_of if f":{number:03d}" in str(e.card)), None)

    shown: Shown = await until(found, f"a question about session {number}")
    return shown


def sessions_on(shown: Shown) -> list[str]:
    """The sessions that the card offers to move, by id."""
    return list(cards.inputs(shown.card or {})["session"].choices)


def hours_on(screen: str) -> bool:
    """Whether some slot on the screen lasts an hour."""
    spans = re.findall(r"(\d\d):(\d\d)–(\d\d):(\d\d)", screen)
    return any((int(c) - int(a)) * 60 + int(d) - int(b) == 60 for a, b, c, d in spans)


def fill_every_day(tandem: Tandem, actor: Actor) -> None:
    state = tandem.stage.tenant.state
    start = tandem.start(1).replace(hour=5)
    for day in range(45):
        busy(state, actor.person, start + timedelta(days=day), start + timedelta(days=day, hours=15), "busy", "Workshop")


PART_TIME = """
[sessions]
rhythm = "tandem"
"""


def goes_to(shown: Shown, step: str) -> dict[str, Any]:
    """The data of the button that leads to a step of the questionnaire."""
    specs = [a.spec for a in cards.actions(shown.card or {}) if a.spec.get("data", {}).get("position") == step]
    data: dict[str, Any] = specs[0]["data"]
    return data

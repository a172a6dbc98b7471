"""Calendars that hold: what people do in Outlook and on their cards with the sessions of a launched tandem."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from sandbox import outlook
from sandbox.mailbox import Appointment, Entry, living_days, occurrence_on
from sandbox.recurrence import days_of
from tests.stories.stage import Actor, Stage, on_stage, until
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


async def test_a_declined_session_is_rescued_by_two_taps(tmp_path: Path) -> None:
    async with running_tandem(tmp_path) as tandem:
        before = tandem.start(2)
        outlook.decline(tandem.stage.tenant.state, tandem.meeting(tandem.mentee, 2))
        await both_accept_the_first(tandem, RESCUE)
        for actor in tandem.people:
            await actor.reads("Gebucht:")
        assert tandem.start(2) != before
        assert tandem.day(2) not in tandem.series(tandem.mentee).declined, "the one who had declined is asked anew"
        assert not tandem.singles(tandem.mentor), "the occurrence is moved, nothing is booked beside it"


async def test_a_session_deleted_by_its_organizer_gets_an_event_of_its_own(tmp_path: Path) -> None:
    async with running_tandem(tmp_path) as tandem:
        outlook.delete(tandem.stage.tenant.state, tandem.meeting(tandem.mentor, 3))
        await both_accept_the_first(tandem, RESCUE)
        for actor in tandem.people:
            await actor.reads("Gebucht:")
            single = tandem.singles(actor)
            assert len(single) == 1, "a cancelled occurrence cannot be brought back, so there is one event in its place"
            assert single[0].appointment.join_url


async def test_a_session_moved_in_outlook_is_the_new_truth(tmp_path: Path) -> None:
    async with running_tandem(tmp_path) as tandem:
        moved = tandem.meeting(tandem.mentor, 2)
        outlook.move(tandem.stage.tenant.state, moved, tandem.start(2) + timedelta(days=1, hours=1))
        local = tandem.start(2).strftime("%H:%M")
        await tandem.mentee.reads(f"{local}–")
        assert RESCUE not in tandem.mentee.screen()
        assert len(living_days(tandem.series().appointment)) == 6

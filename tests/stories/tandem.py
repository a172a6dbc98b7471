"""A launched tandem on stage: its people and what stands in their calendars."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from cryptography.fernet import Fernet, MultiFernet

import sandbox.directory
from mentoring.domain import tandem as entities
from mentoring.domain.enrolment import Enrolment, EnrolmentState, enrolment_id
from mentoring.domain.people import Person, Role
from mentoring.domain.tandem import TandemState
from mentoring.ports.rows import UnitOfWork
from mentoring.storage.store import SqlStore
from mentoring.usecases.common.numbers import next_numbers
from sandbox import cards, outlook
from sandbox.connector.clients import Shown
from sandbox.diaries import busy
from sandbox.mailbox import Appointment, Entry, occurrence_on
from sandbox.recurrence import days_of
from sandbox.server import running
from tests.databases import migrated_sqlite
from tests.people import berliner
from tests.stories.stage import NOW, QUICK, Actor, Stage, product, until, words_of
from tests.stories.test_road import TEXTS

RESCUE = "Neue Zeit für dein Treffen"
ALL_LOST = "Neue Zeiten für deine Treffen"


def is_rescued(person: Actor) -> bool:
    """Whether they are asked for a new time, of one session or of all."""
    return any(title in person.screen() for title in (RESCUE, ALL_LOST))


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
        return [
            e
            for e in found
            if _people(self, e.appointment) == pair and not e.appointment.called_off
        ]

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

    async def in_outlook(
        self, act: Callable[..., None], meeting: outlook.Meeting, *more: datetime
    ) -> None:
        """Somebody does something; it is told, and the moment passes in which more might follow.

        After days have passed the product first has to renew its subscription.
        """
        state = self.stage.tenant.state
        await until(self._is_watched, "the calendar is watched")
        before = state.outbox.counts["delivered"]
        act(state, meeting, *more)
        await until(lambda: state.outbox.counts["delivered"] > before, "what was done is told")
        self.stage.later(seconds=2)

    def _is_watched(self) -> bool:
        state = self.stage.tenant.state
        return any(each.expires > state.clock.now() for each in state.subscriptions.values())


def _people(tandem: Tandem, appointment: Appointment) -> set[str]:
    organizer = tandem.stage.tenant.state.people[appointment.organizer_id]
    asked = (each.address for each in appointment.attendees if each.kind == "required")
    return {organizer.mail, *asked}


@asynccontextmanager
async def running_tandem(folder: Path, *, programme: str = "") -> AsyncIterator[Tandem]:
    """A tandem just launched in German, its organizer's calendar watched; the way there is told in
    test_road.
    """
    url = migrated_sqlite(folder)
    async with running(limits="off", now=NOW, delays=replace(QUICK)) as tenant:
        stage = Stage(tenant)
        owner, (mentor, mentee) = stage.owners[0], stage.pair()
        for actor in (owner, mentor, mentee):
            actor.locale = actor.person.preferred_language = "de-DE"
        both_have_said_yes(url, (mentor.person, mentee.person))
        async with product(tenant, folder, url, programme):
            for actor in (owner, mentor, mentee):
                await actor.add_app()
            await owner.says(TEXTS["de"]["launch"])
            await owner.presses("positive", await owner.reads(TEXTS["de"]["launch_preview"]))
            for actor in (mentor, mentee):
                await actor.reads(TEXTS["de"]["tandem"])
            await owner.reads(TEXTS["de"]["receipt"])
            await until(lambda: tenant.state.subscriptions, "the organizer's calendar is watched")
            yield Tandem(stage, owner, mentor, mentee)


def both_have_said_yes(
    url: str, *pairs: tuple[sandbox.directory.Person, sandbox.directory.Person]
) -> None:
    """What the database holds when enrolment, matching and offers are over; each pair is mentor and
    mentee.
    """
    store = SqlStore(url, MultiFernet([Fernet("A" * 43 + "=")]))

    def unit(uow: UnitOfWork) -> None:
        uow.bind("p1c1", "p1")
        for number, pair in zip(next_numbers(uow, "tandem", len(pairs)), pairs, strict=True):
            for role, person in zip(Role, pair, strict=True):
                has_enrolled(uow, role, person)
            facts = (pair[0].id, pair[1].id, TandemState.ACCEPTED, NOW, NOW)
            key = f"tandem-{number}-99ef141b"
            uow.tandems.put(entities.Tandem(key, number, f"run-1:{number}", *facts))

    store.run_now(unit)
    store.close()


def has_enrolled(uow: UnitOfWork, role: Role, person: sandbox.directory.Person) -> None:
    """What the database holds of somebody who takes part and speaks German."""
    profile = berliner(person.id, person.display_name, person.mail, country="DE")
    uow.people.put(Person(person.id, profile, "de"))
    key = enrolment_id("p1c1", role, person.id)
    uow.enrolments.put(Enrolment(key, person.id, role, EnrolmentState.DONE, NOW, done_at=NOW))


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
        busy(
            state,
            actor.person,
            start + timedelta(days=day),
            start + timedelta(days=day, hours=15),
            "busy",
            "Workshop",
        )


PART_TIME = """
[sessions]
rhythm = "tandem"
"""


def goes_to(shown: Shown, step: str) -> dict[str, Any]:
    """The data of the button that leads to a step of the questionnaire."""
    specs = [
        a.spec
        for a in cards.actions(shown.card or {})
        if a.spec.get("data", {}).get("position") == step
    ]
    data: dict[str, Any] = specs[0]["data"]
    return data

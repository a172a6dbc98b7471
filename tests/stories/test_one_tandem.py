"""What owners do to one tandem, through the front door: it is extended, one of the two is replaced,
and what ends is gone from calendars, channel and team.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from cryptography.fernet import Fernet, MultiFernet

from mentoring.domain.enrolment import Enrolment, EnrolmentState, enrolment_id
from mentoring.domain.people import Person, Role
from mentoring.ports.rows import UnitOfWork
from mentoring.storage.store import SqlStore
from sandbox.mailbox import Entry, living_days
from tests.answers import COMPLETE
from tests.people import berliner
from tests.stories.stage import NOW, Actor, until
from tests.stories.tandem import Tandem, running_tandem
from tests.stories.test_road import TEXTS


async def test_a_tandem_is_extended_and_one_of_the_two_replaced(tmp_path: Path) -> None:
    async with running_tandem(tmp_path) as tandem:
        successor = _successor(tandem)
        _all_have_answered(tmp_path, tandem, successor)
        await successor.add_app()
        await _extended(tandem)
        await _replaced(tandem, successor)
        await _is_gone(tandem)
        await _goes_on(tandem, successor)


async def _extended(tandem: Tandem) -> None:
    """Two more sessions are booked behind the six, once both have agreed."""
    await tandem.owner.says("verlängere 1 um 2")
    preview = await tandem.owner.reads("Tandem 1 verlängern")
    await tandem.owner.presses("Ja, die beiden fragen", preview)
    for actor in tandem.people:
        await actor.presses("Vorschlag 1 passt", await actor.reads("Zeiten für weitere Treffen"))
    await tandem.owner.reads("2 weitere Treffen stehen")
    assert [len(living_days(each.appointment)) for each in _series(tandem)] == [6, 2]


async def _replaced(tandem: Tandem, successor: Actor) -> None:
    """Some days later the old tandem ends, for both alike."""
    old, new = tandem.mentor.person.mail, successor.person.mail
    await tandem.owner.says(f"ersetze {old} durch {new}")
    await tandem.owner.presses(
        "Ja, wirklich beenden", await tandem.owner.reads("Tandem 1 neu besetzen")
    )
    await tandem.owner.reads("Dafür endet das Tandem in den nächsten drei Arbeitstagen")
    assert all("ist zu Ende" not in actor.screen() for actor in tandem.people)
    tandem.stage.later(days=4)
    for actor in tandem.people:
        await actor.reads("Möchtest du ein neues Tandem")
    await tandem.owner.reads("Aus dem Team genommen")


async def _is_gone(tandem: Tandem) -> None:
    assert _series(tandem) == []
    state, two = tandem.stage.tenant.state, {actor.person.id for actor in tandem.people}
    channels = [c for t in state.teams.values() for c in t.channels.values()]
    [private] = [each for each in channels if each.membership_type == "private"]
    await until(lambda: private.archived, "the channel is archived")
    assert not two & set(private.members)
    assert [t for t in state.teams.values() if two & set(t.members)] == []


async def _goes_on(tandem: Tandem, successor: Actor) -> None:
    """Who has left is asked as well, and says no; the other one gets the successor."""
    mentor, mentee = tandem.people
    await mentor.presses("Nein, danke", await mentor.reads("Möchtest du ein neues Tandem"))
    await mentor.reads("du wirst nicht neu zugeordnet")
    await mentee.presses("positive", await mentee.reads("Möchtest du ein neues Tandem"))
    await mentee.reads("Du kommst bei der nächsten Zuordnung zuerst dran")
    for actor in (successor, mentee):
        await actor.presses("positive", await actor.reads(TEXTS["de"]["offer"]))
    await tandem.owner.reads("Tandem 2 ist gestartet")
    await successor.reads(TEXTS["de"]["tandem"])
    new = Tandem(tandem.stage, tandem.owner, successor, mentee)
    assert [len(living_days(each.appointment)) for each in _series(new)] == [6]


def _series(tandem: Tandem) -> list[Entry]:
    """What repeats in both calendars and stands, in the order of time."""
    found = [each for each in tandem.entries(tandem.mentor) if each.appointment.recurrence]
    living = [each for each in found if living_days(each.appointment)]
    return sorted(living, key=lambda each: each.appointment.start)


def _successor(tandem: Tandem) -> Actor:
    """Another mentor whom no rule keeps apart from the mentee."""
    stage, mentee = tandem.stage, tandem.mentee.person
    others = [each for each in stage.people() if each.id != tandem.mentor.person.id]
    found = next(each for each in others if stage._apart(each, mentee))
    found.preferred_language = "de-DE"
    return Actor(stage, found, locale="de-DE")


def _all_have_answered(folder: Path, tandem: Tandem, successor: Actor) -> None:
    """Answers, departments and managers, which a matching has to know."""
    [file] = folder.glob("*.sqlite")
    store = SqlStore(f"sqlite:///{file}", MultiFernet([Fernet("A" * 43 + "=")]))
    sides = [(Role.MENTOR, tandem.mentor), (Role.MENTEE, tandem.mentee), (Role.MENTOR, successor)]

    def unit(uow: UnitOfWork) -> None:
        uow.bind("p1c1", "p1")
        for role, actor in sides:
            key, person = actor.person.id, actor.person
            above = tuple(tandem.stage._chain(person))
            name, mail, department = person.display_name, person.mail, person.department or ""
            found = berliner(key, name, mail, department, country="DE", managers=above)
            known = uow.people.get(key) or Person(key, found, "de")
            uow.people.put(replace(known, profile=found))
            enrolled = enrolment_id("p1c1", role, key)
            done = EnrolmentState.DONE
            uow.enrolments.put(
                Enrolment(enrolled, key, role, done, NOW, "summary", COMPLETE[role], done_at=NOW)
            )

    store.run_now(unit)
    store.close()

"""What is kept of people, through the front door: seen, taken along as a file, erased in time, and
erased on demand.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlalchemy import MetaData, create_engine, select

from mentoring.ports.rows import UnitOfWork
from mentoring.storage.store import SqlStore
from mentoring.storage.tables import metadata
from mentoring.usecases.launch.another_partner import ended_card
from mentoring.usecases.privacy.delete_me import erase_person
from sandbox.connector.clients import Shown
from tests.answers import GERMAN
from tests.cards.furnished import CIPHER
from tests.stories.stage import Actor, is_noted, until
from tests.stories.tandem import Tandem, running_tandem


async def consented(actor: Actor, message: Shown, *, accepts: bool) -> None:
    clients = actor.stage.tenant.clients
    delivered = await clients.consent(
        actor.person, actor.place, message.message.id, accepts=accepts
    )
    assert delivered.status == 200


async def consent_card(actor: Actor) -> Shown:
    shown: Shown = await until(
        lambda: next((each for each in actor.sees() if each.message.consent), None),
        "the question whether a file may be put into OneDrive",
    )
    return shown


async def asked_for_file(actor: Actor) -> Shown:
    await actor.says("meine daten")
    card = await actor.reads("Was über dich gespeichert ist")
    await actor.presses("Als Datei", card)
    return await consent_card(actor)


def files_of(actor: Actor) -> list[Any]:
    return actor.stage.tenant.state.drives.of(actor.person.id)


async def test_somebody_takes_what_is_held_about_them_as_a_file(tmp_path: Path) -> None:
    """Issue 12, P1: the card, the question, the file in OneDrive, and Teams' card of it."""
    async with running_tandem(tmp_path) as tandem:
        mentee = tandem.mentee
        question = await asked_for_file(mentee)
        assert files_of(mentee) == []
        await consented(mentee, question, accepts=True)
        link = await until(
            lambda: next((each for each in mentee.sees() if each.message.file), None), "the file"
        )
        [found] = files_of(mentee)
        assert mentee.person.display_name in found.data.decode()
        assert (link.message.file or {})["content"]["uniqueId"] == found.id
        await mentee.reads("liegt jetzt in deinem OneDrive")
        assert all(each.message.consent is None for each in mentee.sees())


async def test_a_no_puts_nothing_anywhere(tmp_path: Path) -> None:
    async with running_tandem(tmp_path) as tandem:
        question = await asked_for_file(tandem.mentee)
        await consented(tandem.mentee, question, accepts=False)
        await tandem.mentee.reads("die Datei wird nicht abgelegt")
        assert files_of(tandem.mentee) == []


async def test_nobody_takes_somebody_elses_file(tmp_path: Path) -> None:
    """The mentor sends what the mentee's card would send."""
    async with running_tandem(tmp_path) as tandem:
        question = await asked_for_file(tandem.mentee)
        own = await asked_for_file(tandem.mentor)
        theirs = question.message.consent or {}
        (own.message.consent or {})["content"]["acceptContext"] = theirs["content"]["acceptContext"]
        await consented(tandem.mentor, own, accepts=True)
        await consented(tandem.mentee, question, accepts=False)
        await tandem.mentee.reads("die Datei wird nicht abgelegt")
        assert files_of(tandem.mentor) == []


async def test_delete_me_leaves_nothing_and_the_other_one_learns_no_reason(
    tmp_path: Path,
) -> None:
    """Issue 12, P1."""
    async with running_tandem(tmp_path) as tandem:
        mentee, mentor = tandem.mentee, tandem.mentor
        await mentee.says("lösch mich")
        await mentee.presses("destructive", await mentee.reads("Soll alles über dich gelöscht"))
        await mentee.reads("Ich lösche")
        assert "zu Ende" not in mentor.screen()
        await tandem.stage.later_and_noticed(days=5)
        await mentor.reads("Möchtest du ein neues Tandem?")
        told = f"postings WHERE kind = '{ended_card.name}' AND activity_id != ''"
        await until(lambda: is_noted(tmp_path, told), "the product knows that it is told")
        await tandem.stage.later_and_noticed(minutes=11)
        await mentee.reads("Alles ist gelöscht")
        await until(
            lambda: not traces_of(mentee, tmp_path) & metadata.tables.keys(), "she is in no table"
        )
        doing = f"effects WHERE kind = '{erase_person.name}' AND NOT done"
        await until(lambda: not is_noted(tmp_path, doing), "that is done, and its day begins")
        await tandem.stage.later_and_noticed(days=1, minutes=1)
        await until(lambda: not traces_of(mentee, tmp_path), "nor in the engine's log")
        assert "gelöscht" not in mentor.screen()


def traces_of(actor: Actor, folder: Path) -> set[str]:
    """The tables of the database, the engine's own among them, in which the person's id, address or
    name stands.
    """
    engine, found = create_engine(f"sqlite:///{folder / 'tandem.sqlite'}"), MetaData()
    found.reflect(engine)
    person = actor.person
    sought = (person.id, person.mail, person.display_name)
    with engine.connect() as connection:
        tables = {
            table.name: repr(connection.execute(select(table)).all())
            for table in found.sorted_tables
        }
    engine.dispose()
    return {name for name, rows in tables.items() if any(each in rows for each in sought)}


async def test_after_a_cycle_answers_go_and_each_gets_a_receipt(tmp_path: Path) -> None:
    """Issue 12, P1: closed, and fourteen days later."""
    async with running_tandem(tmp_path) as tandem:
        answered(tandem, tmp_path)
        await tandem.mentee.says("meine daten")
        await tandem.mentee.reads("Ich segle.")
        await tandem.owner.says("abschließen")
        card = await tandem.owner.reads("Durchgang abschließen")
        await tandem.owner.presses("positive", card)
        await tandem.owner.reads("Ein Tandem ist abgeschlossen")
        await tandem.stage.later_and_noticed(days=13)
        assert "Deine Antworten sind gelöscht" not in tandem.mentee.screen()
        await tandem.stage.later_and_noticed(days=2)
        for actor in tandem.people:
            await actor.reads("Deine Antworten sind gelöscht")
        await until(lambda: "Ich segle" not in tandem.mentee.screen(), "no card says it any more")


def answered(tandem: Tandem, folder: Path) -> None:
    """Both have said something of themselves."""
    store = SqlStore(f"sqlite:///{folder / 'tandem.sqlite'}", CIPHER)

    def unit(uow: UnitOfWork) -> None:
        about = replace(GERMAN, about_me="Ich segle.")
        for each in uow.enrolments.all():
            uow.enrolments.put(replace(each, answers=each.answers.put(about)))

    store.run_now(unit)
    assert len(tandem.people) == len(store.read_now(lambda uow: uow.enrolments.all()))
    store.close()

"""Whoever is in a running tandem finds on each of its cards whom to ask, and so does whoever asks
for help.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest

from cards.catalogue import render
from cards.common.said import HelpNotice
from cards.kit.words import Words
from mentoring.domain.people import Role
from mentoring.domain.posting import Posting
from mentoring.domain.programme import Contact
from mentoring.notices import VIEWS, Notice, audience
from mentoring.ports.rows import UnitOfWork
from mentoring.storage.store import SqlStore
from mentoring.usecases.common.people import contact_for
from tests.cards.desk import desk_over
from tests.cards.furnished import furnished, guid
from tests.cards.samples import everything
from tests.promises.test_who_reads_what import all_cards

MIA = Contact(name="Mia Sommer", email="mia.sommer@firma.example")
ROOMS = (
    "mentoring.usecases.sessions",
    "mentoring.usecases.polls",
    "mentoring.usecases.changes",
    "mentoring.usecases.tandem",
    "mentoring.usecases.measurement",
)
OF_A_TANDEM = {
    name
    for name, view in VIEWS.items()
    if view.read.__module__.startswith(ROOMS) and audience(name) == "person"
}
TOLD_TO_OWNERS = {
    kind.strip()
    for name, view in VIEWS.items()
    if audience(name) == "owners"
    for kind in view.read.__annotations__["return"].split("|")
}
"""The names of the notices that owners read."""
ASKS_NOBODY = {
    "deputy-no-longer": "whoever no longer keeps a calendar",
    "question_box-which": "an answer to a command: in which of several boxes",
}
SAMPLES = {
    name: notice
    for name, notice in everything().items()
    if type(notice).__module__.startswith(ROOMS) and type(notice).__name__ not in TOLD_TO_OWNERS
}
ENROLLED = f"p1c1:{Role.MENTEE}:{guid('mentee-1')}"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    """Mia answers questions; every card about a running tandem stands somewhere."""
    found = furnished(tmp_path)
    found.run_now(_asked)
    yield found
    found.close()


def _asked(uow: UnitOfWork) -> None:
    for version in uow.settings_versions.all():
        settings = version.settings.model_copy(update={"contact": MIA})
        uow.settings_versions.put(replace(version, settings=settings))
    uow.bind("p1c1", "p1")
    session = uow.sessions.all()[0]
    late = Posting("late", "session_late", session.id, guid("mentee-1"))
    uow.postings.put(late)


@pytest.mark.parametrize("kind", sorted(OF_A_TANDEM))
async def test_each_card_of_a_running_tandem_says_whom_to_ask(store: SqlStore, kind: str) -> None:
    cards = (await all_cards(store, lambda posting: posting.kind == kind)).items()
    told = [card for (_, shown, _), card in cards if shown == kind]
    assert [MIA.name in card for card in told] == [True] * len(told)
    assert told != []


@pytest.mark.parametrize("name", sorted({*SAMPLES} - {*ASKS_NOBODY}))
def test_so_it_does_in_whichever_state_it_is(name: str) -> None:
    """Once it is answered, over, or without a button, whoever reads it has somebody to ask."""
    asked = _answered_by_mia(SAMPLES[name])
    assert MIA.name in str(render(asked, Words("de")).content)


def _answered_by_mia(notice: Any) -> Notice:
    if hasattr(notice, "contact"):
        return cast("Notice", replace(notice, contact=MIA))
    programme = notice.programme.model_copy(update={"contact": MIA})
    return cast("Notice", replace(notice, programme=programme))


@pytest.mark.parametrize("owner", [True, False])
def test_help_says_whom_to_ask(owner: bool) -> None:
    assert MIA.name in str(render(HelpNotice(("help",), owner, MIA), Words("de")).content)


async def test_nobody_is_told_to_ask_themselves(store: SqlStore) -> None:
    """Whoever answers the questions takes part as well: no card names them to themselves, each
    still names them to their partner.
    """
    answers, partner = guid("mentee-1"), guid("mentor-1")
    store.run_now(lambda uow: _answered_by(uow, answers))
    cards = await all_cards(store, lambda each: each.person_id in {answers, partner})
    naming = {reader for (_, _, reader), card in cards.items() if MIA.name in card}
    assert naming == {partner}


def test_nor_does_help(store: SqlStore) -> None:
    """Nor the answer to what the bot has not understood."""
    answers, partner = guid("mentee-1"), guid("mentor-1")
    store.run_now(lambda uow: _answered_by(uow, answers))
    moments = desk_over(store).screen.moments

    def named(uow: UnitOfWork) -> list[str]:
        moment = moments(uow, "p1c1")
        return [contact_for(uow, moment, each).name for each in (answers, partner, "a stranger")]

    assert store.read_now(named) == ["", MIA.name, MIA.name]


def _answered_by(uow: UnitOfWork, person_id: str) -> None:
    """Mia's address is this person's."""
    email = uow.people.need(person_id).profile.email
    for version in uow.settings_versions.all():
        asked = MIA.model_copy(update={"email": email})
        settings = version.settings.model_copy(update={"contact": asked})
        uow.settings_versions.put(replace(version, settings=settings))

"""Files in a rehearsal: people take what the bot offers, and what anybody wrote is looked for in
what lies in the OneDrives of others.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from sandbox.cards import Card
from sandbox.conversations import CONSENT
from sandbox.graph.teams import new_channel
from sandbox.rehearse.habits import Answered, Habits, Words, Written
from sandbox.rehearse.life import Life
from sandbox.rehearse.planted import in_drives
from sandbox.rehearse.waiting import until
from sandbox.state import TenantState
from tests.sandbox.recording_bot import Answer, taken
from tests.sandbox.stage import Stage, on_stage
from tests.sandbox.test_rehearse_people import alive

WORD = "plantmine"


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    async with on_stage() as found:
        yield found


async def people(stage: Stage) -> list[str]:
    """Two who are in a tandem, and somebody else; all have a chat with the bot."""
    state = stage.tenant.state
    found = [one for one in state.people.values() if one.account_enabled][:3]
    for one in found:
        await stage.tenant.clients.add_app(one)
    channel = new_channel(state, state.teams[state.programme_team_ids[0]], "A tandem")
    channel.founders = frozenset(one.id for one in found[:2])
    return [one.id for one in found]


def given(state: TenantState, person: str, data: bytes) -> None:
    """There is such a file in the person's OneDrive."""
    now = state.clock.now()
    session = state.drives.open(person, "file.bin", now)
    session.take(f"bytes 0-{len(data) - 1}/{len(data)}", data)
    state.drives.complete(session, now)


def as_excel(text: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/sharedStrings.xml", text * 50)
    return made.getvalue()


def as_pdf(text: str) -> bytes:
    return b"%PDF-1.4\n1 0 obj\nstream\n" + zlib.compress(text.encode() * 50) + b"\nendstream"


PACKED: list[Callable[[str], bytes]] = [str.encode, as_excel, as_pdf]


@pytest.mark.parametrize("packed", PACKED)
@pytest.mark.parametrize(
    ("where", "leaks"),
    [("line", [0, 1, 1]), ("goal", [0, 0, 1]), ("about_me", [0, 0, 0])],
)
async def test_a_word_in_the_file_of_somebody_who_must_not_read_it_is_found(
    stage: Stage, where: str, leaks: list[int], packed: Callable[[str], bytes]
) -> None:
    state, everybody = stage.tenant.state, await people(stage)
    words = Words(1, {WORD: Written(everybody[0], where)})
    words.written |= {f"plant{one}": Written(one, "line") for one in everybody}
    data = packed(f"<p>{WORD}</p>")
    found = []
    for person in everybody:
        state.drives.files.clear()
        given(state, person, data)
        found.append(len(list(in_drives(state, words))))
    assert found == leaks


async def test_what_is_shared_may_stand_with_the_other_one(stage: Stage) -> None:
    state, everybody = stage.tenant.state, await people(stage)
    words = Words(1)
    line = words.line(Written(everybody[0], "line"))
    words.line(Written(everybody[1], "line"))
    given(state, everybody[1], line.encode())
    assert len(list(in_drives(state, words))) == 1
    words.share(line)
    assert list(in_drives(state, words)) == []


async def test_the_search_looks_into_the_files(stage: Stage, tmp_path: Path) -> None:
    state, everybody = stage.tenant.state, await people(stage)
    life = Life(state, Words(1), tmp_path, "sqlite://")
    given(state, everybody[2], life.words.line(Written(everybody[0], "line")).encode())
    [found] = life.search()
    assert "(line) in file.bin" in found
    figures = life.figures()
    assert (figures["files"], figures["leaked"]) == (1, 1)


async def test_whoever_lives_in_a_tandem_takes_a_file_that_is_offered_once(stage: Stage) -> None:
    pressed: list[str] = []

    def answer(activity: Card) -> Answer:
        if activity.get("name") == "fileConsent/invoke":
            pressed.append(activity["value"]["action"])
        return taken(activity)

    stage.bot.answer = answer
    offer = {
        "contentType": CONSENT,
        "name": "my-data.html",
        "content": {
            "description": "All of it",
            "sizeInBytes": 3,
            "acceptContext": {"file": "1"},
            "declineContext": {"file": "1"},
        },
    }
    async with alive(stage) as actor:
        actor.habits = Habits(stage.person.id, Words(1), Answered())
        actor._stage.name = "running"
        place = actor.place
        assert place is not None
        await stage.post(place, {"type": "message", "attachments": [offer]})
        await until(lambda: bool(pressed) and not actor.busy, "it is taken", 60, lambda: "")
    assert pressed == ["accept"]
    assert [each.person_id for each in stage.tenant.state.drives.sessions.values()] == [
        stage.person.id
    ]

"""What people wrote is looked for where it must not be: in files, in what is asked of Graph, in the
database, and with whoever is not to read it.
"""

from __future__ import annotations

import base64
import pickle
from collections.abc import AsyncIterator, Iterable
from pathlib import Path

import psycopg
import pytest

from sandbox.connector.places import Place
from sandbox.conversations import BOT
from sandbox.graph.teams import new_channel
from sandbox.rehearse.habits import Words, Written
from sandbox.rehearse.life import Life
from sandbox.rehearse.planted import Asked, in_conversations, in_files, in_postgres
from tests.sandbox.conftest import GraphClient
from tests.sandbox.pressed import tap
from tests.sandbox.recording_bot import card, with_card
from tests.sandbox.stage import Stage, on_stage


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    async with on_stage() as found:
        yield found


def test_a_word_in_a_file_is_found(tmp_path: Path) -> None:
    (tmp_path / "product.log").write_bytes(b"\x00asked: plant0815\xff")
    assert list(in_files(tmp_path, ["plant0815", "plant4711"])) == ["plant0815 in product.log"]


@pytest.mark.parametrize("before", ["", "a", "ab", "abc"])
def test_so_is_one_that_was_written_down_as_bytes(tmp_path: Path, before: str) -> None:
    pickled = pickle.dumps({"args": [f"{before} plant0815"]})
    rows = f"py_pickle{base64.b64encode(pickled).decode()};", f"\\x{pickled.hex()};"
    for number, row in enumerate(rows):
        (tmp_path / f"rows{number}.db").write_text(before + row)
    assert len(list(in_files(tmp_path, ["plant0815"]))) == 2


async def test_a_word_in_what_is_asked_of_graph_is_found(graph: GraphClient) -> None:
    """A channel's name, an event's body: whatever is there at the end."""
    asked = Asked(graph.tenant.state)
    word = "plant0123456789abcd"
    team = graph.tenant.state.programme_team_ids[0]
    await graph.post(f"/teams/{team}/channels", {"displayName": f"Tandem: {word}"})
    assert asked.found == {f"{word} in POST /teams/{{team_id}}/channels"}


class TestWhereItIsSaid:
    """What somebody wrote for themselves belongs into their own chat alone."""

    @pytest.fixture
    async def chats(self, stage: Stage) -> dict[str, Place]:
        people = [one for one in stage.tenant.state.people.values() if one.account_enabled][:2]
        return {one.id: await stage.tenant.clients.add_app(one) for one in people}

    def said(self, stage: Stage, place: Place, text: str) -> None:
        state = stage.tenant.state
        state.conversations.add(place.id, BOT, with_card(card(text)), state.clock.now())

    def in_a_tandem(self, stage: Stage, people: Iterable[str]) -> None:
        state = stage.tenant.state
        channel = new_channel(state, state.teams[state.programme_team_ids[0]], "A tandem")
        channel.founders = frozenset(people)

    def found(self, stage: Stage, chats: dict[str, Place], where: str, said_to: Place) -> int:
        me, other = chats
        words = Words(1, {"plantmine": Written(me, where), "planttheirs": Written(other, "line")})
        self.said(stage, said_to, "You wrote plantmine.")
        return len(list(in_conversations(stage.tenant.state, words)))

    async def test_in_ones_own_chat_it_may_stand(
        self, stage: Stage, chats: dict[str, Place]
    ) -> None:
        assert self.found(stage, chats, "line", next(iter(chats.values()))) == 0

    @pytest.mark.parametrize(("where", "leaks"), [("line", 1), ("text", 0), ("goal", 0)])
    async def test_of_the_other_one_only_what_is_for_both(
        self, stage: Stage, chats: dict[str, Place], where: str, leaks: int
    ) -> None:
        self.in_a_tandem(stage, chats)
        assert self.found(stage, chats, where, list(chats.values())[1]) == leaks

    @pytest.mark.parametrize(("where", "leaks"), [("text", 1), ("goal", 1), ("about_me", 0)])
    async def test_whoever_is_in_no_tandem_with_them_reads_what_is_for_all_alone(
        self, stage: Stage, chats: dict[str, Place], where: str, leaks: int
    ) -> None:
        assert self.found(stage, chats, where, list(chats.values())[1]) == leaks

    @pytest.mark.parametrize("where", ["line", "text"])
    async def test_owners_read_nothing_of_it(
        self, stage: Stage, chats: dict[str, Place], where: str
    ) -> None:
        assert self.found(stage, chats, where, stage.owners) == 1

    async def test_owners_may_read_what_both_have_released(
        self, stage: Stage, chats: dict[str, Place]
    ) -> None:
        self.said(stage, stage.owners, "From a tandem: plantmine.")
        words = Words(1, {"plantmine": Written(next(iter(chats)), "result")})
        state = stage.tenant.state
        assert len(list(in_conversations(state, words))) == 1
        words.release("plantmine")
        assert list(in_conversations(state, words)) == []

    def written(self, stage: Stage, chats: dict[str, Place]) -> tuple[Words, str]:
        """Both of a tandem have written a line for themselves; and that of the first."""
        self.in_a_tandem(stage, chats)
        words = Words(1)
        mine, _ = (words.line(Written(one, "line")) for one in chats)
        return words, mine

    async def test_a_line_that_was_shared_belongs_to_the_two(
        self, stage: Stage, chats: dict[str, Place]
    ) -> None:
        """And to nobody else."""
        state, [mine, theirs] = stage.tenant.state, chats.values()
        words, line = self.written(stage, chats)
        self.said(stage, theirs, line)
        assert len(list(in_conversations(state, words))) == 1
        words.share(line)
        assert list(in_conversations(state, words)) == []
        self.said(stage, stage.owners, line)
        [found] = in_conversations(state, words)
        assert stage.owners.id in found
        assert mine.id not in found

    async def test_once_it_is_hidden_it_must_not_stand_with_the_other_one_any_more(
        self, stage: Stage, chats: dict[str, Place]
    ) -> None:
        state, [mine, theirs] = stage.tenant.state, chats.values()
        words, line = self.written(stage, chats)
        words.share(line)
        self.said(stage, mine, line)
        shown = state.conversations.add(theirs.id, BOT, with_card(card(line)), state.clock.now())
        words.hide(line)
        assert len(list(in_conversations(state, words))) == 1
        shown.first, shown.activity = shown.activity, with_card(card("Nothing is shown."))
        assert list(in_conversations(state, words)) == []
        words.share(line)
        assert words.hidden == set()

    async def test_what_a_button_carries_is_said_too(
        self, stage: Stage, chats: dict[str, Place]
    ) -> None:
        state, hidden = stage.tenant.state, card("Press", actions=[tap("go", text="plantmine")])
        state.conversations.add(stage.owners.id, BOT, with_card(hidden), state.clock.now())
        words = Words(1, {"plantmine": Written(next(iter(chats)), "text")})
        assert len(list(in_conversations(state, words))) == 1


async def test_what_was_found_before_it_was_erased_stays_found(
    stage: Stage, tmp_path: Path
) -> None:
    """A search at the end alone would look where hardly anything is left."""
    life = Life(stage.tenant.state, Words(1), tmp_path, "sqlite://")
    [word] = [life.words.line(Written("anna", "line")), *life.words.written][1:]
    log = tmp_path / "product.log"
    log.write_text(f"noted: {word}")
    assert life.search() == {f"{word} in product.log"}
    log.write_text("")
    assert life.search() == set()
    assert life.figures()["leaked"] == 1


def test_a_word_in_a_row_of_any_table_is_found(postgres: str) -> None:
    with psycopg.connect(postgres, autocommit=True) as connection:
        connection.execute("CREATE SCHEMA elsewhere")
        connection.execute("CREATE TABLE elsewhere.notes (said jsonb)")
        connection.execute('INSERT INTO elsewhere.notes VALUES (\'{"line": "plant0815"}\')')
        found = list(in_postgres(postgres, ["plant0815", "plant4711"]))
        connection.execute("DROP SCHEMA elsewhere CASCADE")
    assert found == ["plant0815 in notes"]

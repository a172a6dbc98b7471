"""The life of a tandem as a rehearsal plays it: taps, lines that hold a word of their own,
questions, a switch; and the search for what people wrote where it must not be.
"""

from __future__ import annotations

import base64
import pickle
from collections.abc import AsyncIterator, Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psycopg
import pytest

from sandbox.cards import Card, as_action
from sandbox.connector.places import Place
from sandbox.conversations import BOT
from sandbox.graph.teams import new_channel
from sandbox.personas import Cast, Persona
from sandbox.rehearse.baseline import Baseline
from sandbox.rehearse.crowd import Crowd
from sandbox.rehearse.everyday import SWITCH, Everyday
from sandbox.rehearse.habits import Answered, Habits, Words, Written
from sandbox.rehearse.life import Life, with_ended
from sandbox.rehearse.planted import Asked, in_conversations, in_files, in_postgres
from sandbox.rehearse.rehearsal import over_the_weekend
from sandbox.rehearse.sessions import Session
from sandbox.rehearse.tally import count
from tests.sandbox.conftest import GraphClient
from tests.sandbox.launching import Launch
from tests.sandbox.recording_bot import Answer, answered_with, card, taken, with_card
from tests.sandbox.stage import Stage, on_stage


def tap(verb: str, **data: str) -> Card:
    return {"type": "Action.Execute", "verb": verb, "title": str(data), "data": data}


def form(words: str, input_id: str, *actions: Card) -> Card:
    """A card with an input in which one writes."""
    said, field = {"type": "TextBlock", "text": words}, {"type": "Input.Text", "id": input_id}
    return card(words, body=[said, field], actions=list(actions))


def willing(skips: bool, *, wishes: bool = False, whims: frozenset[str] = frozenset()) -> Habits:
    """The habits of the first person who does, or does not, skip what they need not do, and has
    these whims.
    """
    found = (
        Habits(f"person-{number}", Words(1), Answered(), wishes=wishes) for number in range(400)
    )
    return next(each for each in found if each._skips is skips and whims <= each._whims)


class TestTaps:
    """One answer to each question, each question once."""

    CARD = card(
        "How was it?",
        actions=[
            tap("retrospective.tap", tap="first", answer="a"),
            tap("retrospective.tap", tap="first", answer="b"),
            tap("retrospective.tap", tap="second", answer="c"),
            {"type": "Action.Execute", "verb": "retrospective.write", "style": "positive"},
        ],
    )

    def test_each_question_once(self) -> None:
        habits, asked = willing(skips=False), []
        while own := habits.way("m", self.CARD):
            asked.append(own.spec["data"]["tap"])
            habits.pressed("m", own, self.CARD)
        assert asked == ["first", "second"]

    def test_on_another_message_the_same_question_is_another_one(self) -> None:
        habits = willing(skips=False)
        while own := habits.way("m", self.CARD):
            habits.pressed("m", own, self.CARD)
        assert habits.way("another", self.CARD) is not None

    def test_a_press_that_the_product_did_not_take_is_made_again(self) -> None:
        habits = willing(skips=False)
        habits.way("m", self.CARD)
        again = habits.way("m", self.CARD)
        assert again is not None
        assert again.spec["data"]["tap"] == "first"

    @pytest.mark.parametrize("skips", [True, False])
    def test_some_skip_a_kit(self, skips: bool) -> None:
        kit = card("A kit", actions=[tap("kits.take"), tap("kits.skip")])
        own = willing(skips).way("m", kit)
        assert (own.verb if own else "") == ("kits.skip" if skips else "")

    def test_others_have_a_look_at_what_the_end_offers_once(self) -> None:
        thanks = card("Thank you", actions=[tap("measure.open"), tap("certificate.open")])
        habits, opened = willing(skips=False), []
        while own := habits.way("m", thanks):
            opened.append(own.verb)
            habits.pressed("m", own, thanks)
        assert opened == ["measure.open", "certificate.open"]
        assert willing(skips=True).way("m", thanks) is None


class TestTheEnd:
    """What people would like next time, and what they release for the programme."""

    WISHES = card(
        "Thank you",
        actions=[tap("next_time.wish", enrolment="e", wish=each) for each in ("again", "not")],
    )
    RESULT = form("What it has brought", "line", tap("result.release", tandem="t"))

    def test_a_wish_is_said_once_where_no_other_cycle_follows(self) -> None:
        assert willing(skips=False).way("m", self.WISHES) is None
        habits = willing(skips=False, wishes=True)
        own = habits.way("m", self.WISHES)
        assert own is not None
        habits.pressed("m", own, self.WISHES)
        assert habits.way("m", self.WISHES) is None

    def test_most_release_a_line_that_is_for_others(self) -> None:
        habits = willing(skips=False, whims=frozenset({"result.release"}))
        own = habits.way("m", self.RESULT)
        assert own is not None
        assert own.verb == "result.release"
        habits.known("m", self.RESULT)
        assert {by.where for by in habits._words.written.values()} == {"result"}

    def test_a_line_to_the_mentor_is_one_for_both(self) -> None:
        thanks = form("Thank you", "line", tap("farewell.write", tandem="t"))
        habits = willing(skips=False, whims=frozenset({"farewell.write"}))
        own = habits.way("m", thanks)
        assert own is not None
        habits.known("m", thanks)
        [written] = habits._words.written.values()
        assert (written.where, written.is_for_oneself) == ("farewell", False)
        assert written.is_for_the_two

    LOOKED_BACK = form(
        "How was it?",
        "line",
        {"type": "Action.Execute", "verb": "retrospective.write", "style": "positive"},
        tap("retrospective.write") | {"data": {"session": "s", "share": True}},
        tap("retrospective.hide", session="s"),
    )

    def test_some_share_what_they_wrote_about_a_session_and_some_hide_it_again(self) -> None:
        habits = willing(
            skips=False, whims=frozenset({"retrospective.write", "retrospective.hide"})
        )
        pressed = []
        while own := habits.way("m", self.LOOKED_BACK):
            line = habits.known("m", self.LOOKED_BACK)["line"]
            shown = form(line, "line", *self.LOOKED_BACK["actions"])
            habits.pressed("m", own, shown)
            pressed.append((own.verb, own.spec["data"].get("share", False)))
        assert pressed == [("retrospective.write", True), ("retrospective.hide", False)]
        words = habits._words
        assert words.shared == words.hidden == {*words.written}

    @pytest.mark.parametrize("is_shared", [True, False])
    def test_who_only_saves_a_line_shares_it_if_the_other_one_reads_it(
        self, is_shared: bool
    ) -> None:
        """What is saved over a line that is shown is shown as well."""
        habits = willing(skips=False)
        save, show, hide = self.LOOKED_BACK["actions"]
        shown = form("How was it?", "line", save, hide if is_shared else show)
        habits.known("m", shown)
        habits.pressed("m", as_action(save), shown)
        assert (habits._words.shared == {*habits._words.written}) is is_shared

    def test_owners_may_read_it_once_both_have_released_it_until_it_is_taken_back(self) -> None:
        words = Words(1)
        said = words.line(Written("anna", "result"), "m")
        for_herself = words.line(Written("anna", "line"), "m")
        words.release(f"Anna would like to release this: {said} {for_herself}")
        [released] = words.released
        assert released in said
        words.take_back("ben")
        assert words.released == {released}
        words.take_back("anna")
        assert words.released == set()


class TestTheAgreement:
    """Some change what they have agreed on: one of the items in which one writes."""

    TERMS = card(
        "Agreement",
        actions=[
            tap("agreement.look", item=each) for each in ("prepares", "goal", "not_about", "reach")
        ],
    )
    ITEM = form("Goal", "goal", tap("agreement.save", item="goal"))

    def test_one_of_them_is_opened_once(self) -> None:
        habits = willing(skips=False, whims=frozenset({"agreement.look"}))
        own = habits.way("m", self.TERMS)
        assert own is not None
        assert own.spec["data"]["item"] in {"goal", "not_about"}
        habits.pressed("m", own, self.TERMS)
        assert habits.way("m", self.TERMS) is None

    def test_what_is_written_there_is_another_line_than_in_the_questionnaire(self) -> None:
        habits = willing(skips=False)
        [there] = habits.known("m", self.ITEM).values()
        [asked] = habits.known("m", form("About you", "goal")).values()
        assert there != asked
        assert {by.where for by in habits._words.written.values()} == {"agreement", "goal"}

    def test_nothing_is_written_where_there_is_no_room_for_it(self) -> None:
        habits = willing(skips=False)
        assert habits.known("m", card("Press")) == {}
        assert habits._words.written == {}


class TestWords:
    """What people write holds a word that stands nowhere else."""

    def test_the_same_place_has_the_same_word(self) -> None:
        words = Words(1)
        by = Written("anna", "line")
        assert words.line(by, "m") == words.line(by, "m")
        assert words.line(by, "m") != words.line(by, "another message")
        assert len(words.written) == 2

    def test_each_word_is_in_the_line(self) -> None:
        words = Words(1)
        line = words.line(Written("anna", "line"))
        assert [word in line for word in words.written] == [True]


def test_a_message_counts_once_for_each_who_answered_it() -> None:
    answered = Answered()
    for person, message in (("a", "1"), ("a", "1"), ("b", "2")):
        answered.add("retrospective.tap", person, message)
    answered.add("retrospective.write", "a", "1")
    assert answered.count(("retrospective.tap", "retrospective.write")) == 2


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


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    async with on_stage() as found:
        yield found


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

    async def test_a_line_that_was_shared_belongs_to_the_two(
        self, stage: Stage, chats: dict[str, Place]
    ) -> None:
        """And to nobody else."""
        state, [mine, theirs] = stage.tenant.state, chats.values()
        self.in_a_tandem(stage, chats)
        words = Words(1)
        line = words.line(Written(next(iter(chats)), "line"))
        words.line(Written(list(chats)[1], "line"))
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
        self.in_a_tandem(stage, chats)
        words = Words(1)
        line = words.line(Written(next(iter(chats)), "line"))
        words.line(Written(list(chats)[1], "line"))
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


@pytest.mark.parametrize(("day", "days"), [(2, 0), (3, 0), (4, 0), (5, 2), (6, 1), (7, 0)])
def test_the_weeks_after_the_end_pass_on_a_working_day(day: int, days: int) -> None:
    """From Wednesday the second to Monday the seventh."""
    now = datetime(2027, 6, day, 14, tzinfo=UTC)
    assert over_the_weekend(now) == timedelta(days=days)


class TestFollowUps:
    """What is asked some months after the end, and answered, is one."""

    @pytest.mark.parametrize(("days", "follow_ups"), [(-1, 0), (1, 0), (91, 1)])
    async def test_what_was_asked_long_after_the_closing(
        self, stage: Stage, days: int, follow_ups: int
    ) -> None:
        state = stage.tenant.state
        closed = state.clock.now()
        asked = closed + timedelta(days=days)
        message = state.conversations.add(stage.owners.id, BOT, with_card(card("Do you?")), asked)
        life = Life(state, Words(1), Path(), "sqlite://", over_since=closed)
        life.answered.add("follow_up.answer", "anna", message.id)
        assert life.figures()["follow_ups"] == follow_ups


async def test_what_a_switch_has_ended_is_not_lost(graph: GraphClient) -> None:
    launch = Launch(graph)
    await launch.members(0, 1)
    await launch.channel("Tandem 1", 0, 1)
    await launch.series(1, 0)
    launched = launch.count()
    tally = count(launch.state, Baseline.of(launch.state))
    assert (launched.tandems, tally.tandems) == (1, 0)
    assert with_ended(tally, launched, set(launched.pairs)).pairs == launched.pairs
    assert with_ended(tally, launched, set()).tandems == 0


@pytest.mark.parametrize(("is_ended", "duplicates"), [(True, 0), (False, 1)])
async def test_a_channel_that_both_have_left_is_one_too_many_unless_their_tandem_has_ended(
    graph: GraphClient, is_ended: bool, duplicates: int
) -> None:
    launch = Launch(graph)
    await launch.members(0, 1)
    await launch.channel("Tandem 1", 0, 1)
    await launch.series(1, 0)
    launched = launch.count()
    for channel in launch.state.teams[launch.team].channels.values():
        if channel.membership_type == "private":
            channel.members.clear()
    tally = launch.count()
    ended = set(launched.pairs) if is_ended else set[frozenset[str]]()
    assert with_ended(tally, launched, ended).duplicates == duplicates


class TestEveryday:
    """One tandem in ten wants other partners after its first session; others ask questions."""

    async def everyday(self, stage: Stage, seed: int = 1) -> tuple[Everyday, Session, Crowd]:
        state, clients = stage.tenant.state, stage.tenant.clients
        one, other = [each for each in state.people.values() if each.account_enabled][:2]
        cast = Cast.of_pairs([(Persona(one, "mentee"), Persona(other, "mentor"))], [])
        crowd, words, pair = (
            Crowd(state, clients, [cast], seed),
            Words(seed),
            frozenset((one.id, other.id)),
        )
        crowd.have_habits(words, Answered())
        leaving = card("Your tandem", actions=[tap(SWITCH, tandem="t")])
        for each in (one, other):
            place = await clients.add_app(each)
            state.conversations.add(place.id, BOT, with_card(leaving), state.clock.now())
        now = state.clock.now()
        session = Session(pair, now - timedelta(hours=2), now)
        return Everyday(state, crowd, words, [pair]), session, crowd

    async def test_before_the_first_session_nobody_does_anything(self, stage: Stage) -> None:
        everyday, session, _ = await self.everyday(stage)
        assert not await everyday.passed([session], session.start)

    async def test_one_of_the_first_tandem_asks_for_another_partner(self, stage: Stage) -> None:
        everyday, session, _ = await self.everyday(stage)
        stage.bot.answer = lambda _: answered_with(card("Thank you"))
        assert await everyday.passed([session], session.end)
        assert everyday.switched == {session.pair}

    async def test_after_that_nothing_more_is_done(self, stage: Stage) -> None:
        everyday, session, _ = await self.everyday(stage)
        stage.bot.answer = lambda _: answered_with(card("Thank you"))
        await everyday.passed([session], session.end)
        later = Session(session.pair, session.end, session.end + timedelta(hours=2))
        assert not await everyday.passed([session, later], later.end)

    async def test_others_ask_the_bot_with_a_word_of_their_own(self, stage: Stage) -> None:
        everyday, session, _ = await self.everyday(stage)
        everyday._unhappy.clear()
        everyday._chance.seed(0)
        heard: list[str] = []
        stage.bot.answer = lambda activity: _heard(heard, activity)
        sessions = [session]
        for number in range(12):
            sessions.append(Session(session.pair, session.end, session.end + timedelta(number)))
            await everyday.passed(sessions, sessions[-1].end)
        asked = [text for text in heard if text.startswith("question ")]
        assert 0 < len(asked) == len(everyday._words.written)


def _heard(heard: list[str], activity: Card) -> Answer:
    heard.append(str(activity.get("text", "")))
    return taken(activity)

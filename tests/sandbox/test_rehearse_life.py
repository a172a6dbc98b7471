"""The life of a tandem as a rehearsal plays it: questions, a switch, the weeks after the end."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sandbox.cards import Card
from sandbox.conversations import BOT
from sandbox.personas import Cast, Persona
from sandbox.rehearse.baseline import Baseline
from sandbox.rehearse.crowd import Crowd
from sandbox.rehearse.everyday import SWITCH, Everyday
from sandbox.rehearse.habits import Answered, Words
from sandbox.rehearse.life import Life, with_ended
from sandbox.rehearse.rehearsal import over_the_weekend
from sandbox.rehearse.sessions import Session
from sandbox.rehearse.tally import count
from tests.sandbox.conftest import GraphClient
from tests.sandbox.launching import Launch
from tests.sandbox.pressed import tap
from tests.sandbox.recording_bot import Answer, answered_with, card, taken, with_card
from tests.sandbox.stage import Stage, on_stage


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    async with on_stage() as found:
        yield found


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

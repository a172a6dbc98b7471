"""What a launch has made of a tandem is cleared away: its sessions, its channel, its seats."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from cards.catalogue import render
from cards.kit.words import Words
from mentoring.domain.cycle import Cycle, CycleState
from mentoring.domain.errors import NotAllowed, Unavailable
from mentoring.domain.intervention import Part
from mentoring.domain.launch import LaunchState
from mentoring.domain.pair import Pair, PairKind, pair_id
from mentoring.domain.session import session_id
from mentoring.domain.tandem import ByHand, TandemState
from mentoring.domain.undoing import UndoingState
from mentoring.domain.upkeep import Effect
from mentoring.usecases.common.changes import catch_up
from mentoring.usecases.common.postings import post_to
from mentoring.usecases.launch import undoing
from mentoring.usecases.launch.clearing_away import LeftOver
from mentoring.usecases.launch.members import fill_team
from mentoring.usecases.launch.one_tandem import launch_tandem, launched
from mentoring.usecases.launch.taking_back import (
    SOON,
    LaunchUndoneNotice,
    launch_undone_card,
    take_back,
)
from mentoring.usecases.launch.undoing import undoing_card
from mentoring.usecases.sessions.tandem_card import tandem_card
from tests.usecases.company import (
    FIRST,
    NOW,
    STARTS,
    TANDEM,
    Company,
    all_of,
    asked_for,
    change,
    one,
    put,
    shown,
    told,
)
from tests.usecases.launch.undone import LAUNCH, confirmed, made_anew

DAY = timedelta(days=1)
PAIR = pair_id("p1", "jan", "eva")


async def told_of_the_start(company: Company) -> None:
    await company.first.run(lambda uow, _: post_to(uow, tandem_card, TANDEM, ("jan", "eva")))


@pytest.mark.parametrize("times", [1, 2])
async def test_all_of_it(started: Company, times: int) -> None:
    """However often it is tried."""
    made = await confirmed(started)
    started.clock.moment = STARTS[1] + DAY
    for _ in range(times):
        await take_back(started.first, TANDEM)
    await catch_up(started.unbound)
    left = [event.start for event in started.outlook.of("jan") if event.invited == ("eva",)]
    assert left == list(STARTS[:2])
    assert {each.comment for each in started.outlook.cancelled} == {"undone in de, de"}
    assert started.teams.archived == {("team", f"19:{TANDEM}")}
    assert started.teams.people["team"] == {"otto"}
    found = await one(started.first, "taken_back", TANDEM)
    assert (found.cancelled, found.left_team, found.archived, found.clear) == (4, 2, True, True)
    over = await one(started.first, "tandems", TANDEM)
    assert (over.state, over.ended_at) == (TandemState.CLOSED, STARTS[1] + DAY)
    assert (await one(started.first, "undoings", made)).state is UndoingState.DONE


class TestWhatTheTwoRead:
    """Both read the same, if they had heard of the start; the old card says so, too."""

    async def test_their_tandem_stands(self, started: Company) -> None:
        await told_of_the_start(started)
        await confirmed(started)
        await take_back(started.first, TANDEM)
        assert await told(started.first, launch_undone_card.name) == ["eva", "jan"]
        found = await shown(started.first, launch_undone_card.name, TANDEM, "eva")
        assert isinstance(found, LaunchUndoneNotice)
        assert (found.viewer.id, found.partner.id, found.met) == ("eva", "jan", False)
        old = await shown(started.first, tandem_card.name, TANDEM, "eva")
        assert "The start was taken back" in str(render(old, Words("en")).content)

    async def test_who_had_not_heard_of_it_reads_nothing(self, started: Company) -> None:
        await confirmed(started)
        await take_back(started.first, TANDEM)
        assert await told(started.first, launch_undone_card.name) == []


class TestThePastPair:
    """Who has never met was no tandem yet: what kept them apart otherwise does not begin."""

    @pytest.fixture
    async def noted(self, started: Company) -> Company:
        """Their launch has written down that they are a tandem."""
        await change(started.first, "tandems", TANDEM, state=TandemState.LAUNCHING)
        await started.first.run(launched, TANDEM)
        return started

    async def barred(self, company: Company) -> list[Pair]:
        """What keeps the two apart once the launch was taken back."""
        await confirmed(company)
        await take_back(company.first, TANDEM)
        return list(await all_of(company.first, "pairs", id=PAIR))

    async def test_they_have_not_met(self, noted: Company) -> None:
        assert await all_of(noted.first, "pairs", id=PAIR)
        assert await self.barred(noted) == []

    async def test_they_have(self, noted: Company) -> None:
        noted.clock.moment = STARTS[0] + DAY
        [found] = await self.barred(noted)
        assert (found.kind, found.noted_at) == (PairKind.PAST, STARTS[0] + DAY)

    @pytest.mark.parametrize("kind", PairKind)
    async def test_what_kept_them_apart_before_still_does(
        self, started: Company, kind: PairKind
    ) -> None:
        """issue 13: owners had put them together all the same, and the bar went with the undoing;
        the launch has not written over it, nor does its end.
        """
        before = Pair(PAIR, "jan", "eva", kind, NOW - 400 * DAY, "p1")
        await put(started.first, "pairs", before)
        await change(started.first, "tandems", TANDEM, state=TandemState.LAUNCHING)
        await started.first.run(launched, TANDEM)
        assert await self.barred(started) == [before]

    async def test_so_does_another_tandem_of_the_two(self, noted: Company) -> None:
        """In another cycle of the programme, which runs beside."""
        other = await one(noted.first, "tandems", TANDEM)
        await put(noted.unbound, "cycles", Cycle("p1c2", "p1", 2, NOW))
        beside = replace(other, id="p1c2.tandem-1", cycle_id="p1c2", launch_id="")
        await put(noted.unbound.of("p1c2"), "tandems", beside)
        assert len(await self.barred(noted)) == 1


class TestInTheMiddleOfALaunch:
    """What is just being opened or booked is waited for; what was not begun never is."""

    @pytest.fixture
    async def launching(self, started: Company) -> Company:
        await change(started.first, "launches", LAUNCH, state=LaunchState.RUNNING)
        await change(started.first, "tandems", TANDEM, state=TandemState.LAUNCHING)
        return started

    async def test_it_is_waited_for(self, launching: Company) -> None:
        key = f"{launch_tandem.name}:{TANDEM}:{LAUNCH}"
        begun = Effect(key, launch_tandem.name, TANDEM, flow="at work")
        await put(launching.first, "effects", begun)
        await confirmed(launching)
        await take_back(launching.first, TANDEM)
        assert (await one(launching.first, "tandems", TANDEM)).state is TandemState.LAUNCHING
        later = [
            each.not_before for each in await all_of(launching.first, "effects", kind="take_back")
        ]
        assert NOW + SOON in later
        await change(launching.first, "effects", key, done=True)
        await take_back(launching.first, TANDEM)
        assert launching.outlook.cancelled
        assert launching.teams.archived

    async def test_so_is_a_team_that_is_being_filled(self, launching: Company) -> None:
        key = f"{LAUNCH}:team"
        begun = Effect(f"{fill_team.name}:{key}", fill_team.name, key, flow="at work")
        await put(launching.first, "effects", begun)
        await confirmed(launching)
        await take_back(launching.first, TANDEM)
        assert launching.teams.people["team"] == {"jan", "eva", "otto"}

    async def test_what_was_not_begun_never_is(self, launching: Company) -> None:
        """Its effect may be claimed at any moment, and then finds nothing to do."""
        facts = {"channel_id": "", "series_id": ""}
        await change(launching.first, "tandems", TANDEM, **facts)
        waiting = Effect(f"{launch_tandem.name}:{TANDEM}:{LAUNCH}", launch_tandem.name, TANDEM)
        await put(launching.first, "effects", waiting)
        booked = len(launching.outlook.of("jan"))
        await confirmed(launching)
        await launch_tandem(launching.first, TANDEM)
        assert (await one(launching.first, "tandems", TANDEM)).channel_id == ""
        assert len(launching.outlook.of("jan")) == booked
        assert await told(launching.first, tandem_card.name) == []


class TestWhatIsLeft:
    """What Microsoft 365 refuses is named, keeps nobody waiting, and can be tried again."""

    async def test_it_is_named_and_tried_again(
        self, started: Company, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        async def refuse(*_: object) -> None:
            raise NotAllowed("no")

        made = await confirmed(started)
        with monkeypatch.context() as patch:
            patch.setattr(started.teams, "archive_channel", refuse)
            await take_back(started.first, TANDEM)
        await catch_up(started.unbound)
        found = await shown(started.first, undoing_card.name, made, "otto")
        left = LeftOver(1, "Jan", "Eva", (Part.CHANNEL,))
        assert (found.left, found.undoing.state) == ((left,), UndoingState.DONE)
        for _ in range(2):
            await started.first.run(undoing.again, made)
        assert len(await asked_for(started.first, take_back.name)) == 2
        await take_back(started.first, TANDEM)
        await catch_up(started.unbound)
        found = await shown(started.first, undoing_card.name, made, "otto")
        assert (found.left, found.undone.channels, found.undone.cancelled) == ((), 1, None)
        [done] = await all_of(started.first, "taken_back")
        assert done.cancelled == 6

    @pytest.mark.parametrize("call", ["archive_channel", "end_series"])
    async def test_each_session_is_counted_once(self, started: Company, call: str) -> None:
        """Whether it was cancelled at the first attempt or at the second."""
        made = await confirmed(started)
        port = started.outlook if call == "end_series" else started.teams
        port.refuses[call] = NotAllowed("no")
        await take_back(started.first, TANDEM)
        await catch_up(started.unbound)
        del port.refuses[call]
        await started.first.run(undoing.again, made)
        await take_back(started.first, TANDEM)
        found = await one(started.first, "taken_back", TANDEM)
        assert (found.cancelled, found.left_team, found.clear) == (6, 2, True)

    async def test_what_was_cancelled_counts_though_microsoft_stays_away_for_the_rest(
        self, started: Company
    ) -> None:
        """The receipt said 0, and after a retry weeks later told of those alone that would still
        have been to come by then.
        """
        made = await confirmed(started)
        started.teams.refuses["archive_channel"] = Unavailable("away")
        with pytest.raises(Unavailable, match="away"):
            await take_back(started.first, TANDEM)
        await started.first.run(take_back.given_up, TANDEM)
        await catch_up(started.unbound)
        assert (await one(started.first, "taken_back", TANDEM)).cancelled == 6
        [left] = (await shown(started.first, undoing_card.name, made, "otto")).left
        assert left.parts == (Part.CHANNEL, Part.TEAM)
        started.clock.moment = STARTS[1] + DAY
        del started.teams.refuses["archive_channel"]
        await started.first.run(undoing.again, made)
        await take_back(started.first, TANDEM)
        found = await one(started.first, "taken_back", TANDEM)
        assert (found.cancelled, found.left_team, found.archived) == (6, 2, True)

    async def test_where_the_room_was_arranged_by_hand_nothing_is_left_then(
        self, started: Company
    ) -> None:
        nowhere = {"team_id": "", "channel_id": "", "by_hand": ByHand.ROOM}
        await change(started.first, "tandems", TANDEM, **nowhere)
        made = await confirmed(started)
        await change(started.first, "taken_back", TANDEM, cancelled=6)
        await started.first.run(take_back.given_up, TANDEM)
        await catch_up(started.unbound)
        assert (await one(started.first, "undoings", made)).state is UndoingState.DONE
        assert (await shown(started.first, undoing_card.name, made, "otto")).left == ()

    async def test_sessions_that_still_stand_are_not_called_cancelled(
        self, started: Company
    ) -> None:
        """Of few tandems the receipt tells no number, and said that all were."""
        made = await confirmed(started)
        started.outlook.refuses["end_series"] = NotAllowed("no")
        await take_back(started.first, TANDEM)
        await catch_up(started.unbound)
        found = await shown(started.first, undoing_card.name, made, "otto")
        said = str(render(found, Words("en")).content)
        assert "Still to do: cancel the sessions" in said
        assert "all that were still to come" not in said

    async def test_so_it_is_after_the_cycles_end(self, started: Company) -> None:
        """issue 13: what was left then could never be cleared away."""
        made = await confirmed(started)
        await started.first.run(take_back.given_up, TANDEM)
        await catch_up(started.unbound)
        await change(started.unbound, "cycles", FIRST, state=CycleState.CLOSED)
        await started.first.run(undoing.again, made)
        await take_back(started.first, TANDEM)
        await catch_up(started.unbound)
        assert (await one(started.first, "undoings", made)).state is UndoingState.DONE
        assert {each.invited for each in started.outlook.of("jan")} == {("ada",)}

    async def test_where_microsoft_stays_away_it_has_an_end(self, started: Company) -> None:
        made = await confirmed(started)
        await started.first.run(take_back.given_up, TANDEM)
        await catch_up(started.unbound)
        found = await shown(started.first, undoing_card.name, made, "eva")
        assert (found.left, found.left_out) == ((), 1), "their own tandem is named to nobody"


async def test_what_comes_next_is_told_apart_from_what_was(started: Company) -> None:
    """Channel, series, sessions, cards and timers all follow from the tandem's id and number."""
    before = await one(started.first, "tandems", TANDEM)
    await confirmed(started)
    made = await made_anew(started)
    assert made.id != before.id
    assert made.number > before.number
    assert session_id(made.id, 1) != session_id(before.id, 1)

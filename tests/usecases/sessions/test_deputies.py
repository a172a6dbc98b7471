"""Deputies see and answer dates for somebody whose calendar they keep, and nothing else."""

from __future__ import annotations

from dataclasses import fields

import pytest

from cards.kit.render import render
from cards.kit.words import Words
from mentoring.domain.errors import (
    NotAllowed,
    NotThere,
    OutsideError,
    Rejected,
    Unavailable,
)
from mentoring.domain.people import Role
from mentoring.domain.questionnaire import Answers, When
from mentoring.domain.tandem import TandemState
from mentoring.domain.watching import Absence
from mentoring.notices import Scene
from mentoring.ports.world import World
from mentoring.usecases.common.changes import catch_up
from mentoring.usecases.common.reaching import with_hindrance
from mentoring.usecases.enrolment.enrolment import save_step
from mentoring.usecases.enrolment.entrance import show_deputy
from mentoring.usecases.launch import ending
from mentoring.usecases.polls.living_polls import tell_deputy
from mentoring.usecases.polls.notice import poll_card
from mentoring.usecases.sessions.deputies import (
    DeputyNotice,
    deputy_card,
    deputy_of,
    keeper_of,
    may_speak_for,
    tell,
)
from mentoring.usecases.sessions.tandem_card import tandem_card
from tests.answers import COMPLETE
from tests.usecases.company import (
    FIRST,
    NOW,
    OTHER,
    STARTS,
    TANDEM,
    Company,
    all_of,
    asked_for,
    change,
    enrol,
    hidden,
    one,
    person,
    put,
    refused,
    shown,
    told,
)
from tests.usecases.polls.opened import opened
from tests.usecases.ports import chat_of


@pytest.fixture
async def kept(company: Company) -> Company:
    """Dora keeps Eva's calendar."""
    await enrol(company.first, Role.MENTEE, "eva", When(deputy=("dora",)))
    return company


async def speaks(world: World, speaker: str, whom: str) -> bool:
    return await world.read(lambda uow, _: may_speak_for(uow, speaker, whom))


async def forget(company: Company, key: str) -> None:
    await company.store.run(lambda uow: uow.people.delete(key))


async def test_people_and_their_deputies_speak_for_them_and_nobody_else(kept: Company) -> None:
    answers = {who: await speaks(kept.first, who, "eva") for who in ("eva", "dora", "jan", "")}
    assert answers == {"eva": True, "dora": True, "jan": False, "": False}


async def test_a_deputy_speaks_only_in_the_programme_that_was_told_of_them(kept: Company) -> None:
    assert not await speaks(kept.second, "dora", "eva")


@pytest.mark.parametrize("named", [(), ("eva",)])
async def test_whoever_names_nobody_or_themselves_has_no_deputy(
    company: Company, named: tuple[str, ...]
) -> None:
    await enrol(company.first, Role.MENTEE, "eva", When(deputy=named))
    assert await company.first.read(lambda uow, _: deputy_of(uow, "eva")) == ""


async def test_a_partner_is_never_ones_deputy(kept: Company) -> None:
    """Eva named Jan before anybody knew that he would be her mentor; her card says so."""
    await enrol(kept.first, Role.MENTEE, "eva", When(deputy=("jan",)))
    assert not await speaks(kept.first, "jan", "eva")
    notice = await shown(kept.first, tandem_card.name, TANDEM, "eva")
    assert notice.deputy_is_partner
    assert not (await shown(kept.first, tandem_card.name, TANDEM, "jan")).deputy_is_partner


async def test_dates_are_put_to_a_deputy_whom_the_bot_has_reached(kept: Company) -> None:
    assert await kept.first.read(lambda uow, _: keeper_of(uow, "eva")) == "dora"
    assert await kept.first.read(lambda uow, _: keeper_of(uow, "jan")) == "jan"


@pytest.mark.parametrize("reached", [False, True])
async def test_a_deputy_without_a_chat_is_as_good_as_none(kept: Company, reached: bool) -> None:
    await forget(kept, "dora")
    if reached:
        await put(kept.first, "people", person("dora", conversation=""))
    assert await kept.first.read(lambda uow, _: keeper_of(uow, "eva")) == "eva"


class TestReaching:
    """Deputies are shown the dates before any invitation arrives."""

    async def test_a_deputy_whom_the_bot_knows_gets_the_card_at_once(self, kept: Company) -> None:
        await tell(kept.first, TANDEM)
        assert [(m.person_id, m.kind, m.view) for m in kept.chats.messages] == [
            ("dora", deputy_card.name, "eva")
        ]
        assert kept.chats.installed == []

    async def test_asked_twice_the_card_comes_once(self, kept: Company) -> None:
        for _ in range(2):
            await tell(kept.first, TANDEM)
        assert len(kept.chats.messages) == 1

    async def test_a_stranger_gets_the_app_first_and_is_known_then(self, kept: Company) -> None:
        await forget(kept, "dora")
        await tell(kept.first, TANDEM)
        assert kept.chats.installed == ["dora"]
        assert await one(kept.first, "people", "dora") == person("dora")
        assert [message.conversation for message in kept.chats.messages] == [
            chat_of("dora").conversation
        ]

    async def test_without_deputies_nobody_hears_anything(self, company: Company) -> None:
        await tell(company.first, TANDEM)
        assert company.chats.messages == []

    @pytest.mark.parametrize("call", ["profile", "install"])
    @pytest.mark.parametrize("why", [NotThere("x"), NotAllowed("x"), Rejected("x")])
    async def test_a_deputy_who_cannot_be_reached_is_left_out(
        self, kept: Company, call: str, why: OutsideError
    ) -> None:
        await forget(kept, "dora")
        (kept.people if call == "profile" else kept.chats).refuses[call] = why
        await tell(kept.first, TANDEM)
        assert await all_of(kept.first, "postings", kind=deputy_card.name) == []
        assert await kept.first.read(lambda uow, _: keeper_of(uow, "eva")) == "eva"

    async def test_a_deputy_who_has_removed_the_bot_is_as_good_as_none(self, kept: Company) -> None:
        kept.chats.refuses["post"] = NotAllowed("the bot is not part of the conversation")
        await tell(kept.first, TANDEM)
        assert await told(kept.first, deputy_card.name) == []
        assert await kept.first.read(lambda uow, _: keeper_of(uow, "eva")) == "eva"

    async def test_while_teams_is_away_it_is_tried_again_later(self, kept: Company) -> None:
        await forget(kept, "dora")
        kept.chats.refuses["install"] = Unavailable("later")
        with pytest.raises(Unavailable, match="later"):
            await tell(kept.first, TANDEM)

    async def test_another_programme_tells_nobody_anything_of_it(self, kept: Company) -> None:
        with refused("gone"):
            await tell(kept.second, TANDEM)
        await tell(kept.second, OTHER)
        assert kept.chats.messages == []


class TestWhatTheyRead:
    """Dates, and of the partner nothing but the name."""

    async def read(self, company: Company) -> DeputyNotice:
        found = await shown(company.first, deputy_card.name, TANDEM, "dora", view="eva")
        assert isinstance(found, DeputyNotice)
        return found

    async def test_all_sessions_and_those_that_can_still_move(self, kept: Company) -> None:
        await kept.at(STARTS[0])
        found = await self.read(kept)
        assert [each.number for each in found.sessions] == [1, 2, 3, 4, 5, 6]
        assert [each.number for each in found.ahead] == [2, 3, 4, 5, 6]
        assert (found.reader.id, found.side.id, found.partner.id) == ("dora", "eva", "jan")

    async def test_a_tandem_that_is_over_has_nothing_to_move(self, kept: Company) -> None:
        await change(kept.first, "tandems", TANDEM, state=TandemState.CLOSED)
        assert (await self.read(kept)).ahead == ()

    async def test_until_when_the_person_has_paused(self, kept: Company) -> None:
        await put(kept.first, "absences", Absence("eva", NOW, STARTS[1].date()))
        assert (await self.read(kept)).paused_until == STARTS[1].date()

    async def test_nothing_of_answers_reasons_or_the_other_ones_pause(self, kept: Company) -> None:
        names = {each.name for each in fields(DeputyNotice)}
        assert names == {
            "tandem", "reader", "side", "partner", "programme", "sessions", "ahead", "paused_until",
            "keeps", "undone",
        }  # fmt: skip
        await put(kept.first, "absences", Absence("jan", NOW, STARTS[1].date()))
        assert (await self.read(kept)).paused_until is None

    @pytest.mark.parametrize("reader", ["otto", "ada", "jan"])
    async def test_nobody_else_reads_them(self, kept: Company, reader: str) -> None:
        assert await hidden(kept.first, deputy_card.name, TANDEM, reader, view="eva") == "not-yours"

    async def test_a_deputy_of_yesterday_reads_nothing(self, kept: Company) -> None:
        await enrol(kept.first, Role.MENTEE, "eva", When())
        assert await hidden(kept.first, deputy_card.name, TANDEM, "dora", view="eva") == "not-yours"


async def test_dora_may_keep_two_calendars_of_one_tandem(kept: Company) -> None:
    await enrol(kept.first, Role.MENTOR, "jan", When(deputy=("dora",)))
    await tell(kept.first, TANDEM)
    assert sorted(message.view for message in kept.chats.messages) == ["eva", "jan"]


class TestAnotherDeputy:
    """Whoever takes part changes their deputy at any time, and is the only one who does."""

    @pytest.fixture
    async def running(self, kept: Company) -> Company:
        """Dora has her card, and the tandem runs."""
        await tell(kept.first, TANDEM)
        await change(kept.first, "tandems", TANDEM, state=TandemState.LAUNCHED)
        return kept

    async def test_the_new_one_is_reached_and_reads_the_dates(self, running: Company) -> None:
        await eva_names(running, "nora")
        assert await asked_for(running.first, tell_deputy.name) == [TANDEM]
        await tell_deputy(running.first, TANDEM)
        assert [m.person_id for m in running.chats.messages] == ["dora", "nora"]
        assert await speaks(running.first, "nora", "eva")

    async def test_the_one_before_sees_no_date_any_more(self, running: Company) -> None:
        assert (await own_card(running, "dora")).keeps
        await eva_names(running, "nora")
        after = await own_card(running, "dora")
        assert (after.keeps, after.sessions, after.ahead) == (False, (), ())
        assert not await speaks(running.first, "dora", "eva")

    async def test_the_one_before_does_not_hear_of_the_end(self, running: Company) -> None:
        await eva_names(running, "nora")
        await tell_deputy(running.first, TANDEM)
        before = await own_card(running, "dora")
        await ends(running)
        assert (await told(running.first, deputy_card.name)).count("nora") == 2
        assert (await told(running.first, deputy_card.name)).count("dora") == 1
        after = await own_card(running, "dora")
        assert (after.keeps, after.sessions) == (False, ())
        drawn = [render(each, Words("de")).content for each in (before, after)]
        assert drawn[0] == drawn[1]

    async def test_whoever_keeps_it_hears_of_the_end_also_when_no_answer_is_kept(
        self, running: Company
    ) -> None:
        await ends(running)
        await change(running.first, "enrolments", f"{FIRST}:mentee:eva", answers=Answers())
        cards = await all_of(running.first, "postings", kind=deputy_card.name)
        assert [each.person_id for each in cards] == ["dora", "dora"]
        for card in cards:
            notice = await running.first.read(
                lambda uow, moment, at: deputy_card(uow, Scene(at, moment)), card
            )
            assert notice.keeps

    async def test_nobody_else_is_shown_even_that(self, running: Company) -> None:
        await eva_names(running, "nora")
        why = await hidden(running.first, deputy_card.name, TANDEM, "otto", view="eva")
        assert why == "not-yours"

    async def test_without_one_dates_are_put_to_the_person_again(self, running: Company) -> None:
        await eva_names(running)
        assert await running.first.read(lambda uow, _: keeper_of(uow, "eva")) == "eva"

    async def test_what_is_just_agreed_on_is_put_to_the_new_one(self, running: Company) -> None:
        await opened(running)
        await eva_names(running, "nora")
        await tell_deputy(running.first, TANDEM)
        asked = await all_of(running.first, "postings", kind=poll_card.name)
        assert {each.person_id for each in asked} == {"nora", "jan"}

    async def test_the_same_one_again_changes_nothing(self, running: Company) -> None:
        await eva_names(running, "dora")
        assert await asked_for(running.first, tell_deputy.name) == []

    async def test_before_a_launch_nobody_is_told(self, kept: Company) -> None:
        await change(kept.first, "tandems", TANDEM, state=TandemState.ACCEPTED)
        await eva_names(kept, "nora")
        assert await asked_for(kept.first, tell_deputy.name) == []

    async def test_whoever_takes_no_part_is_told_when_it_is_asked(self, company: Company) -> None:
        with refused("deputy-nothing"):
            await company.first.run(show_deputy, "otto", chat_of("otto"), "copy")


async def eva_names(company: Company, *deputy: str) -> None:
    """Eva, who writes *deputy*, changes it on her card, as late as she likes."""
    key = f"{FIRST}:mentee:eva"
    await put(company.first, "people", person("nora"))
    said = COMPLETE[Role.MENTEE].put(When(deputy=("dora",)))
    await change(company.first, "enrolments", key, answers=said)
    await company.first.run(show_deputy, "eva", chat_of("eva"), "copy")
    await company.first.run(save_step, key, "eva", When(deputy=deputy))
    await catch_up(company.first)


async def ends(company: Company) -> None:
    """The tandem is over."""
    await company.first.run(lambda uow, _: ending.close(uow, TANDEM))
    await company.first.run(
        lambda uow, moment: ending.over(uow, moment, uow.tandems.need(TANDEM), clear=True)
    )


async def own_card(company: Company, deputy: str) -> DeputyNotice:
    """What the card that came to a deputy shows."""
    [card] = await all_of(company.first, "postings", kind=deputy_card.name, person_id=deputy)
    found = await company.first.read(lambda uow, moment: deputy_card(uow, Scene(card, moment)))
    assert isinstance(found, DeputyNotice)
    return found


class TestShutOut:
    """Whoever has removed the bot does not get it again."""

    async def test_a_deputy_who_has_removed_it_is_left_alone(self, kept: Company) -> None:
        gone = with_hindrance(person("dora", conversation=""), "app-removed")
        await put(kept.first, "people", gone)
        await tell(kept.first, TANDEM)
        assert (kept.chats.installed, kept.chats.messages) == ([], [])

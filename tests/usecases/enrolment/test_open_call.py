"""The open call: a link for each role that is open, to be switched on and off by owners."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from bot.commands.enrolment.lists import role_in
from bot.commands.understanding import find
from cards.enrolment.open_call import link, picture
from mentoring.domain.enrolment import Application, Enrolment, EnrolmentState
from mentoring.domain.people import Role
from mentoring.domain.programme import LONGEST_NAME, Contact, Programme
from mentoring.usecases.enrolment.card import enrolment_card
from mentoring.usecases.enrolment.coming_back import change_role
from mentoring.usecases.enrolment.enrolment import not_now, take_part, withdraw
from mentoring.usecases.enrolment.entrance import apply, invite
from mentoring.usecases.enrolment.open_call import (
    OpenCallNotice,
    cycle_called,
    open_call_card,
    show,
    switch,
)
from tests.usecases.company import (
    FIRST,
    NOW,
    SECOND,
    Company,
    all_of,
    change,
    one,
    profile,
    refused,
    shown,
    told,
)
from tests.usecases.enrolment.steps import closes
from tests.usecases.overview import listed, status_of
from tests.usecases.ports import chat_of

JAN, EVA = f"{FIRST}:mentor:jan", f"{FIRST}:mentee:eva"
BOT = "28:3f2504e0-4f89-11d3-9a0c-0305e82c3301"


async def seen(company: Company) -> OpenCallNotice:
    found = await shown(company.first, open_call_card.name, "p1", "otto", view=BOT)
    assert isinstance(found, OpenCallNotice)
    return found


async def called(company: Company, name: str) -> str:
    world = company.first
    return await world.read(cycle_called, world.moments, name)


async def test_it_is_shown_where_the_owner_is(programmes: Company) -> None:
    await programmes.first.run(show, "otto", BOT, chat_of("otto"))
    assert await told(programmes.first, open_call_card.name) == ["otto"]
    assert ((await seen(programmes)).bot, (await seen(programmes)).is_open(Role.MENTOR)) == (
        BOT,
        True,
    )


async def test_it_is_switched_on_and_off_for_each_role(programmes: Company) -> None:
    await programmes.first.run(switch, "otto", Role.MENTEE, on=True)
    assert (await seen(programmes)).programme.apply_as == ("mentor", "mentee")
    await programmes.first.run(switch, "otto", Role.MENTOR, on=False)
    assert (await seen(programmes)).programme.apply_as == ("mentee",)


async def test_whoever_follows_the_link_applies_in_its_role_and_programme(
    programmes: Company,
) -> None:
    """The words that the link brings into the chat are understood as the bot hears them."""
    for programme in (Programme(name="Tandem Süd"), Programme(name="Tandem Süd", language="en")):
        for role in Role:
            address = urlsplit(link(OpenCallNotice(programme, BOT), role))
            asked = parse_qs(address.query)
            assert (address.netloc, asked["users"]) == ("teams.microsoft.com", [BOT])
            command, rest = find(asked["message"][0]) or (None, "")
            assert command is not None
            assert (command.name, role_in(rest)) == ("take-part", (role, "Tandem Süd"))
    assert await called(programmes, "tandem süd") == SECOND


async def test_a_link_that_names_no_programme_or_several_leads_into_none(
    programmes: Company,
) -> None:
    """Its programme may have got another name, or a second one the same."""
    await programmes.set_up(Programme(name="Tandem Nord", contact=Contact(name="Olivia")))
    with refused("call-unknown", name="Tandem West", contact="Olivia"):
        await called(programmes, " Tandem West ")
    await programmes.set_up(Programme(name="Tandem Süd"))
    with refused("call-unknown", name="tandem süd", contact="Tandem Süd"):
        await called(programmes, "tandem süd")
    assert await called(programmes, "") == ""


async def test_where_there_is_one_programme_every_link_leads_there(
    programmes: Company,
) -> None:
    await programmes.first.run(lambda uow, _: uow.programmes.delete("p2"))
    assert await called(programmes, "An old name") == ""


async def test_an_application_is_marked_as_one(programmes: Company) -> None:
    await apply(programmes.first, "jan", Role.MENTOR, chat_of("jan"), "1")
    found = await one(programmes.first, "enrolments", JAN)
    assert (found.state, found.application) == (EnrolmentState.INVITED, Application.OPEN)
    assert await told(programmes.first, enrolment_card.name) == ["jan"]


async def test_whoever_is_in_already_gets_their_card_anew(invited: Company) -> None:
    await apply(invited.first, "eva", Role.MENTEE, chat_of("eva"), "1")
    assert (await one(invited.first, "enrolments", EVA)).application is Application.NONE


async def test_whoever_said_no_may_apply_after_all(programmes: Company) -> None:
    await apply(programmes.first, "jan", Role.MENTOR, chat_of("jan"), "1")
    await programmes.first.run(not_now, JAN, "jan")
    await apply(programmes.first, "jan", Role.MENTOR, chat_of("jan"), "2")
    assert (await one(programmes.first, "enrolments", JAN)).state is EnrolmentState.INVITED


class TestInvitedBefore:
    """Who said no to an invitation, or left, looks invited to owners; if they follow the call after
    all, owners see no difference.
    """

    @pytest.fixture(params=[not_now, withdraw], ids=["not now", "withdrawn"])
    async def said_no(self, programmes: Company, request: pytest.FixtureRequest) -> Company:
        await programmes.first.run(invite, profile("jan"), Role.MENTOR)
        if request.param is withdraw:
            await programmes.first.run(take_part, JAN, "jan")
        await programmes.first.run(request.param, JAN, "jan")
        await programmes.at(NOW + timedelta(days=3))
        return programmes

    async def follows(self, company: Company) -> Enrolment:
        await apply(company.first, "jan", Role.MENTOR, chat_of("jan"), "2")
        found: Enrolment = await one(company.first, "enrolments", JAN)
        return found

    async def test_owners_go_on_seeing_the_same(self, said_no: Company) -> None:
        before = (await listed(said_no.first), await status_of(said_no.first))
        assert [each.name for each in before[0].people] == ["Jan"]
        await self.follows(said_no)
        after = (await listed(said_no.first), await status_of(said_no.first))
        assert (after[0].people, after[0].totals) == (before[0].people, before[0].totals)
        assert after == before

    async def test_their_invitation_is_open_again(self, said_no: Company) -> None:
        found = await self.follows(said_no)
        assert (found.state, found.application) == (EnrolmentState.INVITED, Application.NONE)
        assert found.invited_at == NOW
        assert await told(said_no.first, enrolment_card.name) == ["jan"]

    async def test_also_where_the_call_is_closed_to_others(self, said_no: Company) -> None:
        await said_no.first.run(switch, "otto", Role.MENTOR, on=False)
        assert (await self.follows(said_no)).state is EnrolmentState.INVITED

    async def test_who_was_accepted_stays_so(self, said_no: Company) -> None:
        await change(said_no.first, "enrolments", JAN, application=Application.ACCEPTED)
        found = await self.follows(said_no)
        assert (found.state, found.application) == (EnrolmentState.INVITED, Application.ACCEPTED)

    async def test_also_if_they_come_by_the_other_role(self, said_no: Company) -> None:
        await said_no.set_up(Programme(apply_as=("mentor", "mentee")))
        await apply(said_no.first, "jan", Role.MENTEE, chat_of("jan"), "3")
        await said_no.first.run(change_role, f"{FIRST}:mentee:jan", "jan")
        found = await one(said_no.first, "enrolments", JAN)
        assert (found.state, found.application) == (EnrolmentState.BEGUN, Application.NONE)
        assert found.invited_at == NOW


async def test_where_the_call_is_closed_nobody_applies(programmes: Company) -> None:
    with refused("not-eligible"):
        await apply(programmes.first, "eva", Role.MENTEE, chat_of("eva"), "1")
    await closes(programmes)
    with refused("enrolment-closed"):
        await apply(programmes.first, "jan", Role.MENTOR, chat_of("jan"), "1")
    assert await all_of(programmes.first, "enrolments") == []


def test_the_picture_is_small_enough_for_a_card() -> None:
    address = link(OpenCallNotice(Programme(name="x" * LONGEST_NAME), BOT), Role.MENTOR)
    found = picture(address)
    assert found.startswith("data:image/png;base64,")
    assert len(found) < 4000

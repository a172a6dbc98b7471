"""The open call: a link for each role that is open, to be switched on and off by owners."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from bot.commands.enrolment.invitation import role_in
from bot.commands.understanding import find
from cards.enrolment.open_call import link, picture
from mentoring.domain.enrolment import Application, EnrolmentState
from mentoring.domain.people import Role
from mentoring.domain.programme import Programme
from mentoring.usecases.enrolment.card import enrolment_card
from mentoring.usecases.enrolment.enrolment import not_now
from mentoring.usecases.enrolment.entrance import apply
from mentoring.usecases.enrolment.open_call import (
    OpenCallNotice,
    cycle_called,
    open_call_card,
    show,
    switch,
)
from tests.usecases.company import FIRST, SECOND, Company, all_of, one, refused, shown, told
from tests.usecases.enrolment.steps import closes
from tests.usecases.ports import chat_of

JAN, EVA = f"{FIRST}:mentor:jan", f"{FIRST}:mentee:eva"
BOT = "28:3f2504e0-4f89-11d3-9a0c-0305e82c3301"


async def seen(company: Company) -> OpenCallNotice:
    found = await shown(company.first, open_call_card.name, "p1", "otto", view=BOT)
    assert isinstance(found, OpenCallNotice)
    return found


async def called(company: Company, name: str) -> str:
    world = company.first
    return await world.read(lambda uow, _: cycle_called(uow, world.moments, name))


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
    assert await called(programmes, "Tandem West") == ""


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


async def test_where_the_call_is_closed_nobody_applies(programmes: Company) -> None:
    with refused("not-eligible"):
        await apply(programmes.first, "eva", Role.MENTEE, chat_of("eva"), "1")
    await closes(programmes)
    with refused("enrolment-closed"):
        await apply(programmes.first, "jan", Role.MENTOR, chat_of("jan"), "1")
    assert await all_of(programmes.first, "enrolments") == []


def test_the_picture_is_small_enough_for_a_card() -> None:
    address = link(OpenCallNotice(Programme(name="x" * 80), BOT), Role.MENTOR)
    found = picture(address)
    assert found.startswith("data:image/png;base64,")
    assert len(found) < 4000

"""The activities that people's Teams really send, recorded on their way to the product."""

from __future__ import annotations

import aiohttp
from aiohttp import web

from sandbox.connector.places import Place, place_of
from sandbox.directory import Person
from sandbox.fuzz.mutations import Json
from sandbox.rehearse.answering import FORWARD, fill_in, forward
from sandbox.server import Tenant

PATH = "/recorder"
DEVICE = "desktop"
PRESSES = 14
FREE_WORDS = ("hallo", "hilfe", "sprache", "wann geht es los?", "pause bis 15.02.2027", "status")
COMMANDS = (
    "hilfe", "status", "einladen mentees {mail}; {other}", "erinnern", "anmeldung bis 20.12.2026",
    "vorschläge", "freigeben",
    "start 11.01.2027", "auftakt 14.01.2027 10:00 Berlin 40", "übergabe 1", "abschließen",
    "neuer durchgang",
)  # fmt: skip


class Recorder:
    """Stands before the product, and keeps a copy of each activity."""

    def __init__(self) -> None:
        self.activities: list[Json] = []
        self.product = ""

    def routes(self) -> list[web.RouteDef]:
        """Its address in the tenant."""
        return [web.post(f"{PATH}/api/messages", self._pass_on)]

    async def _pass_on(self, request: web.Request) -> web.Response:
        self.activities.append(await request.json())
        headers = {"Authorization": request.headers["Authorization"]}
        async with (
            aiohttp.ClientSession() as session,
            session.post(
                f"{self.product}/api/messages", data=await request.read(), headers=headers
            ) as answer,
        ):
            return web.Response(
                status=answer.status, body=await answer.read(), content_type=answer.content_type
            )


async def play(tenant: Tenant) -> None:
    """People do what people do: an owner commands, two of those who are invited answer."""
    state, teams = tenant.state, tenant.state.programmes[0]
    owners = state.teams[teams.owners_team_id].members
    owner = next(person for person in state.people.values() if person.id in owners)
    channel = place_of(state, teams.owners_channel_id)
    asked = [person for person in state.people.values() if person.id not in owners][:3]
    if channel is None:
        raise RuntimeError("the tenant has no owners' channel")
    await tenant.clients.bot_joined(owner, channel)
    for text in COMMANDS:
        await _say(
            tenant,
            owner,
            channel,
            text.format(mail=asked[0].mail, other=asked[1].mail),
            mention=True,
        )
        await _press(tenant, owner, channel, 2)
    for person in asked:
        own = await tenant.clients.add_app(person)
        for text in FREE_WORDS:
            await _say(tenant, person, own, text)
        await _press(tenant, person, own, PRESSES)


async def _say(
    tenant: Tenant, person: Person, place: Place, text: str, *, mention: bool = False
) -> None:
    message, _ = await tenant.clients.say(person, text, place, mention=mention)
    await tenant.clients.react(person, place, message.id, "like")
    await tenant.clients.settled()


async def _press(tenant: Tenant, person: Person, place: Place, times: int) -> None:
    """Press forward on the latest card that has such a button."""
    for turn in range(times):
        shown = tenant.clients.look(person, place, DEVICE)
        card = next((each for each in reversed(shown) if each.card and forward(each.card)), None)
        if card is None or card.card is None:
            return
        answers, old = fill_in(card.card, {}), turn % 4 == 3
        await tenant.clients.click(
            person, place, DEVICE, card.message.id, FORWARD, answers, old_client=old
        )
        await tenant.clients.settled()

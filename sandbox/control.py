"""The control API for acting as a person: what people see, say, press, reload and react to (JSON
below `/sandbox`).

Bodies are described in docs/sandbox.md. A mistake of the caller is 400 or 404 with `{"error":
"…"}`; what the product answered is never turned into an error of this API, it is part of the
answer.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from sandbox.cards import CardRefused
from sandbox.connector.clients import Clients, NoSuchThing, Shown
from sandbox.connector.onedrive import content_url
from sandbox.connector.places import Place, people_in, personal_place, place_of
from sandbox.connector.pressing import Answered
from sandbox.directory import Person
from sandbox.drives import DriveFile
from sandbox.state import TenantState

Json = dict[str, Any]
DEVICE = "desktop"
LONGEST_WAIT_SECONDS = 60.0


class BadCall(ValueError):
    """The body lacks something or has it in the wrong form; the text says what."""


class PeopleControl:
    """The handlers; each takes the request's JSON (or query) and returns JSON."""

    def __init__(self, state: TenantState, clients: Clients) -> None:
        self._state = state
        self._clients = clients

    def routes(self) -> list[web.RouteDef]:
        """All routes of this part of the control API."""
        return [
            web.get("/sandbox/people", _json(self.people)),
            web.get("/sandbox/conversations", _json(self.conversations)),
            web.get("/sandbox/see", _json(self.see)),
            web.post("/sandbox/install", _json(self.install)),
            web.post("/sandbox/say", _json(self.say)),
            web.post("/sandbox/click", _json(self.click)),
            web.post("/sandbox/consent", _json(self.consent)),
            web.get("/sandbox/files", _json(self.files)),
            web.post("/sandbox/refresh", _json(self.refresh)),
            web.post("/sandbox/reload", _json(self.reload)),
            web.post("/sandbox/react", _json(self.react)),
            web.post("/sandbox/join", _json(self.join)),
            web.post("/sandbox/product", _json(self.product)),
        ]

    async def people(self, _: Json) -> Json:
        """Everybody in the tenant."""
        return {"people": [self._about(person) for person in self._state.people.values()]}

    async def conversations(self, call: Json) -> Json:
        """The person's chat with the bot and the channels of their teams."""
        person = self._clients.person(_text(call, "person"))
        places = [
            place
            for place in self._places()
            if person.id in {one.id for one in people_in(self._state, place)}
        ]
        return {"conversations": [_place(place) for place in places]}

    async def see(self, call: Json) -> Json:
        """What the device shows; opening a conversation refreshes it unless `look=true`, `wait` is
        in seconds.
        """
        person, place, device = self._who_where(call)
        if wait := float(call.get("wait", 0)):
            await self._change(place, min(wait, LONGEST_WAIT_SECONDS))
        if str(call.get("look", "")).lower() == "true":
            shown = self._clients.look(person, place, device)
        else:
            shown = await self._clients.open(person, place, device)
        return {"conversation": _place(place), "messages": [_shown(one) for one in shown]}

    async def install(self, call: Json) -> Json:
        """The person adds the bot by themselves; the bot hears of it."""
        place = await self._clients.add_app(self._clients.person(_text(call, "person")))
        return {"conversation": _place(place)}

    async def say(self, call: Json) -> Json:
        """Write a message."""
        person, place, _ = self._who_where(call)
        mention, locale = bool(call.get("mention", False)), str(call.get("locale", ""))
        people = [self._clients.person(str(each)) for each in call.get("people") or ()]
        message, delivered = await self._clients.say(
            person, _text(call, "text"), place, mention=mention, locale=locale, people=people
        )
        about = (
            None if delivered is None else {"status": delivered.status, "error": delivered.error}
        )
        return {"message": message.id, "delivered": about}

    async def click(self, call: Json) -> Json:
        """Press a button on a card as the device shows it."""
        person, place, device = self._who_where(call)
        inputs = call.get("inputs") or {}
        if not isinstance(inputs, dict):
            raise BadCall("inputs is an object of input ids and texts.")
        answers = {str(key): str(value) for key, value in inputs.items()}
        old, data = bool(call.get("old_client", False)), call.get("data")
        if data is not None and not isinstance(data, dict):
            raise BadCall("data is the object that the button carries.")
        wanted, message = _text(call, "action"), _text(call, "message")
        pressed = self._clients.click(
            person, place, device, message, wanted, answers, old_client=old, data=data
        )
        return _answered(await pressed)

    async def consent(self, call: Json) -> Json:
        """Answer a card that asks whether a file may be put into the person's OneDrive."""
        person, place, _ = self._who_where(call)
        pressed = self._clients.consent(
            person, place, _text(call, "message"), accepts=bool(call.get("accept", True))
        )
        delivered = await pressed
        return {"status": delivered.status, "error": delivered.error}

    async def files(self, call: Json) -> Json:
        """What lies in the person's OneDrive."""
        person = self._clients.person(_text(call, "person"))
        return {"files": [_file(self._state, each) for each in self._state.drives.of(person.id)]}

    async def refresh(self, call: Json) -> Json:
        """*Refresh card* from the message's menu."""
        person, place, device = self._who_where(call)
        return _answered(await self._clients.refresh(person, place, device, _text(call, "message")))

    async def reload(self, call: Json) -> Json:
        """Restart the person's client on a device."""
        person = self._clients.person(_text(call, "person"))
        await self._clients.reload(person, str(call.get("device", DEVICE)))
        return {}

    async def react(self, call: Json) -> Json:
        """Put a reaction (`like` by default) on a message."""
        person, place, _ = self._who_where(call)
        delivered = await self._clients.react(
            person, place, _text(call, "message"), str(call.get("reaction", "like"))
        )
        return {"delivered": None if delivered is None else delivered.status}

    async def join(self, call: Json) -> Json:
        """Tell the bot that the person added it to the conversation, as Teams does after an
        installation.
        """
        person, place, _ = self._who_where(call)
        return {"delivered": [one.status for one in await self._clients.bot_joined(person, place)]}

    async def product(self, call: Json) -> Json:
        """Where the product listens: `urls`, one base URL a replica."""
        urls = call.get("urls")
        if not isinstance(urls, list) or not all(isinstance(url, str) for url in urls):
            raise BadCall("urls is a list of base URLs such as http://127.0.0.1:3978.")
        self._state.product_urls[:] = urls
        return {"urls": urls}

    def _who_where(self, call: Json) -> tuple[Person, Place, str]:
        person = self._clients.person(_text(call, "person"))
        where = str(call.get("conversation") or "") or None
        return person, self._clients.place(person, where), str(call.get("device", DEVICE))

    def _places(self) -> list[Place]:
        channels = [
            channel.id for team in self._state.teams.values() for channel in team.channels.values()
        ]
        chats = [chat.conversation_id for chat in self._state.chats.values()]
        return [
            place for one in chats + channels if (place := place_of(self._state, one)) is not None
        ]

    def _about(self, person: Person) -> Json:
        chat = personal_place(self._state, person.id)
        return {
            "id": person.id,
            "name": person.display_name,
            "mail": person.mail,
            "title": person.job_title,
            "department": person.department,
            "city": person.city,
            "zone": person.zone,
            "language": person.preferred_language,
            "manager": person.manager_id,
            "owner": person.id in self._owners(),
            "chat": None if chat is None else chat.id,
        }

    def _owners(self) -> set[str]:
        teams = (self._state.teams[one.owners_team_id] for one in self._state.programmes)
        return {member.person_id for team in teams for member in team.members.values()}

    async def _change(self, place: Place, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self._state.conversations.change(place.id)
        except TimeoutError:
            return


def routes(state: TenantState, clients: Clients) -> list[web.RouteDef]:
    """The routes of the people's part of the control API."""
    return PeopleControl(state, clients).routes()


def _json(
    handler: Callable[[Json], Awaitable[Json]],
) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def respond(request: web.Request) -> web.Response:
        try:
            return web.json_response(await handler(await _call(request)))
        except NoSuchThing as error:
            return web.json_response({"error": str(error)}, status=404)
        except (BadCall, CardRefused) as error:
            return web.json_response({"error": str(error)}, status=400)

    return respond


async def _call(request: web.Request) -> Json:
    if request.method == "GET":
        return dict(request.query)
    try:
        call = json.loads(await request.text() or "{}")
    except ValueError:
        raise BadCall("The body is not JSON.") from None
    if not isinstance(call, dict):
        raise BadCall("The body is not an object.")
    return call


def _text(call: Json, key: str) -> str:
    value = call.get(key)
    if not isinstance(value, str) or not value:
        raise BadCall(f"{key} is missing; it is a text.")
    return value


def _place(place: Place) -> Json:
    channel = place.channel
    if channel is None:
        return {"id": place.id, "kind": place.kind}
    return {
        "id": place.id,
        "kind": place.kind,
        "team": channel.team_id,
        "name": channel.display_name,
    }


def _shown(shown: Shown) -> Json:
    message = shown.message
    return {
        "id": message.id,
        "thread": message.thread_id,
        "from": shown.sender,
        "text": message.text,
        "summary": message.activity.get("summary"),
        "card": shown.card,
        "consent": message.consent,
        "file": message.file,
        "view": shown.view,
        "created": message.created.isoformat(),
        "edited": None if message.edited is None else message.edited.isoformat(),
        "reactions": message.reactions,
    }


def _file(state: TenantState, found: DriveFile) -> Json:
    return {
        "id": found.id,
        "name": found.name,
        "size": len(found.data),
        "url": content_url(state, found.id),
        "created": found.created.isoformat(),
    }


def _answered(answered: Answered) -> Json:
    return {
        "http": answered.delivered.status,
        "error": answered.delivered.error,
        "acknowledged": answered.acknowledged,
        "status": answered.status,
        "type": answered.type,
        "card": answered.card,
        "toast": answered.toast,
    }

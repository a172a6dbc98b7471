"""The clients of the people: what they type, press, reload and react to, and what their screens
then show.

`Clients` is how anybody acts as a person, through the control API, from a test or from the
rehearsal. A device that opens a conversation asks for a fresh card where the card wants it
(`refresh`), and again when the message is edited; see `sandbox.conversations` for how long it keeps
the answer.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Sequence
from dataclasses import dataclass
from typing import Any

from sandbox import cards
from sandbox.apps import Installation
from sandbox.connector import activities
from sandbox.connector.delivery import Delivered, Delivery
from sandbox.connector.onedrive import content_url, upload_url
from sandbox.connector.places import Place, people_in, personal_place, place_of
from sandbox.connector.pressing import WENT_WRONG, Answered, fallback, pressed, read, sent
from sandbox.connector.tidings import Tidings, tell_added
from sandbox.conversations import BOT, Device, Message, refresh_action
from sandbox.directory import Person
from sandbox.graph.apps import personal_chat, told
from sandbox.state import TenantState

Card = cards.Card


class NoSuchThing(LookupError):
    """A person, conversation or message that the tenant does not have; the text says which."""


@dataclass(frozen=True)
class Shown:
    """A message as one device shows it.

    `view` says that the card is this device's own and not the message's.
    """

    message: Message
    sender: str
    card: Card | None
    view: bool


class Clients:
    """Everybody's Teams clients."""

    def __init__(self, state: TenantState, delivery: Delivery) -> None:
        self.delivery = delivery
        self._state = state
        self._tasks: set[asyncio.Task[Any]] = set()
        Tidings(state, delivery, self._background).listen()
        state.closing.append(self.close)

    def person(self, key: str) -> Person:
        """The person with this id, address or display name. Raises NoSuchThing."""
        by_name = (person for person in self._state.people.values() if person.display_name == key)
        found = self._state.person_at(key) or next(by_name, None)
        if found is None:
            raise NoSuchThing(
                f"Nobody in the tenant is called {key!r}; GET /sandbox/people lists everybody."
            )
        return found

    def place(self, person: Person, conversation_id: str | None = None) -> Place:
        """The conversation, by default the person's chat with the bot. Raises NoSuchThing."""
        found = (
            place_of(self._state, conversation_id)
            if conversation_id
            else personal_place(self._state, person.id)
        )
        if found is None:
            where = (
                f"conversation {conversation_id}"
                if conversation_id
                else "chat with the bot: it is not installed"
            )
            raise NoSuchThing(f"{person.display_name} has no {where}.")
        if person.id not in {member.id for member in people_in(self._state, found)}:
            raise NoSuchThing(f"{person.display_name} is not in {conversation_id}.")
        return found

    async def add_app(self, person: Person) -> Place:
        """The person adds the bot by themselves, as Teams does for anybody who finds it by search;
        nothing happens if it is there already.
        """
        place = personal_place(self._state, person.id)
        if place is not None:
            return place
        chat, app = personal_chat(self._state, person), next(iter(self._state.apps.values()))
        installation = Installation(self._state.new_id(), app.id, "user", person.id, chat.id)
        self._state.installations[installation.id] = installation
        await told(self._state.installed, installation)
        await self.settled()
        return self.place(person)

    async def say(
        self,
        person: Person,
        text: str,
        place: Place,
        *,
        mention: bool = False,
        locale: str = "",
        people: Sequence[Person] = (),
    ) -> tuple[Message, Delivered | None]:
        """Write a message; without a mention a channel's message is written but the bot does not
        hear it. Each of the `people` is mentioned where the text says `@` and their name. Whoever
        had blocked the bot and writes to it unblocks it.
        """
        if person.bot == "blocked" and place.kind == "personal":
            person.bot = "allowed"
        activity = activities.message(
            self._state, person, place, text, mention=mention, locale=locale, people=people
        )
        now = self._state.clock.now()
        message = self._state.conversations.add(place.id, person.id, activity, now, place.thread)
        activity["id"] = message.id
        if place.kind == "channel":
            activity["conversation"] |= {"id": f"{place.id};messageid={message.thread_id}"}
        heard = mention or place.kind == "personal"
        return message, await self.delivery.post(activity) if heard else None

    async def open(self, person: Person, place: Place, device_name: str) -> list[Shown]:
        """Open the conversation on the device: cards that want it are refreshed first."""
        device = self._state.conversations.device(person.id, device_name)
        self._state.conversations.open(device, place.id)
        standing = self._state.conversations.in_conversation(place.id, person.id)
        await asyncio.gather(
            *(self._refresh_if_due(person, place, device, message) for message in standing)
        )
        return self.look(person, place, device_name)

    def look(self, person: Person, place: Place, device_name: str) -> list[Shown]:
        """What the device shows of the conversation, oldest first; nothing is asked for."""
        device = self._state.conversations.device(person.id, device_name)
        standing = self._state.conversations.in_conversation(place.id, person.id)
        return [self._shown(device, message) for message in standing]

    async def reload(self, person: Person, device_name: str) -> None:
        """Restart the client on the device; the conversation it had open is opened anew."""
        device = self._state.conversations.device(person.id, device_name)
        self._state.conversations.reload(device)
        if device.open_conversation is not None:
            await self.open(person, self.place(person, device.open_conversation), device_name)

    async def click(
        self, person: Person, place: Place, device_name: str, message_id: str, wanted: str,
        answers: dict[str, str] | None = None, *, old_client: bool = False,
        data: Card | None = None,
    ) -> Answered:  # fmt: skip
        """Press the button called `wanted` (style, id, verb or title) on the card that the device
        shows.

        `old_client` is one that does not know `Action.Execute` and uses its `fallback`. Of several
        buttons of one name, `data` says which: the one that carries exactly this, be it on a card
        in whose place another one has come while somebody was pressing.

        Raises:
            NoSuchThing: no such message, or it has no card.
            CardRefused: the client would not send this press.
        """
        message = self._message(place, message_id)
        device = self._state.conversations.device(person.id, device_name)
        card = device.shows(message)
        if card is None:
            raise NoSuchThing(f"Message {message_id} has no card.")
        card, action = pressed(card, device.before.get(message.id, ()), wanted, data)
        spec = fallback(action.spec) if old_client else action.spec
        said = cards.press(card, cards.as_action(spec), answers or {})
        if spec["type"] == "Action.Submit":
            return await self._submit(person, place, message, said)
        if spec["type"] != "Action.Execute":
            return Answered(Delivered(200), 200, toast=str(spec.get("url", "")))
        return await self._execute(person, place, device, message, sent(spec, said), "manual")

    async def consent(
        self, person: Person, place: Place, message_id: str, *, accepts: bool
    ) -> Delivered:
        """Press *Accept* or *Decline* on a card that asks whether a file may be put into the
        person's OneDrive; with a yes, room is made for it there first.

        Raises NoSuchThing.
        """
        attachment = self._message(place, message_id).consent
        if attachment is None:
            raise NoSuchThing(f"Message {message_id} asks for no file.")
        content = attachment["content"]
        value: Card = {"action": "decline", "context": content.get("declineContext")}
        if accepts:
            info = self._room_for(person, str(attachment["name"]))
            value = {
                "action": "accept",
                "context": content.get("acceptContext"),
                "uploadInfo": info,
            }
        activity = activities.consent(self._state, person, place, message_id, value)
        return await self.delivery.post(activity)

    def _room_for(self, person: Person, name: str) -> Card:
        now = self._state.clock.now()
        session = self._state.drives.open(person.id, name, now)
        return {
            "contentUrl": content_url(self._state, session.item_id),
            "name": session.name,
            "uploadUrl": upload_url(self._state, session),
            "uniqueId": session.item_id,
            "fileType": session.name.rpartition(".")[2],
        }

    async def refresh(
        self, person: Person, place: Place, device_name: str, message_id: str
    ) -> Answered:
        """*Refresh card* of the message's menu; it asks however recently the client asked.

        Raises NoSuchThing.
        """
        message = self._message(place, message_id)
        device = self._state.conversations.device(person.id, device_name)
        action = (device.shows(message) or {}).get("refresh", {}).get("action")
        if action is None:
            raise NoSuchThing(f"The card of message {message_id} has no refresh.")
        return await self._execute(
            person, place, device, message, sent(action, action.get("data", {})), "manual"
        )

    async def react(
        self, person: Person, place: Place, message_id: str, kind: str
    ) -> Delivered | None:
        """React to a message; the bot hears of it where the message is its own.

        Raises NoSuchThing.
        """
        message = self._message(place, message_id)
        self._state.conversations.react(message, person.id, kind)
        if message.sender_id != BOT:
            return None
        return await self.delivery.post(
            activities.reaction(self._state, person, place, message_id, kind)
        )

    async def bot_joined(self, person: Person, place: Place) -> list[Delivered]:
        """Tell the bot that `person` added it there: `installationUpdate`, then
        `conversationUpdate`.
        """
        return await tell_added(self._state, self.delivery, person, place)

    def written(self, place: Place, message: Message) -> None:
        """The bot wrote or edited the message: devices that have it on the screen refresh its card
        if it wants that.
        """
        for device in self._state.conversations.opened_on(place.id):
            person = self._state.people[device.person_id]
            self._background(self._refresh_if_due(person, place, device, message))

    async def settled(self) -> None:
        """Wait until no refresh and no notice to the bot is under way."""
        while self._tasks:
            await asyncio.wait(set(self._tasks))

    async def close(self) -> None:
        """End what is under way."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _background(self, work: Coroutine[Any, Any, object]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _message(self, place: Place, message_id: str) -> Message:
        message = self._state.conversations.find(place.id, message_id)
        if message is None:
            raise NoSuchThing(f"No message {message_id} in {place.id}.")
        return message

    def _shown(self, device: Device, message: Message) -> Shown:
        sender = self._state.people.get(message.sender_id)
        name = activities.BOT_NAME if sender is None else sender.display_name
        return Shown(message, name, device.shows(message), message.id in device.views)

    async def _refresh_if_due(
        self, person: Person, place: Place, device: Device, message: Message
    ) -> None:
        now = self._state.clock.now()
        people = len(people_in(self._state, place))
        card = device.shows(message)
        action = refresh_action(card, person.mri, in_channel=place.kind == "channel", people=people)
        if action is not None and device.may_ask(message.id, now):
            device.asked[message.id] = now
            await self._execute(
                person, place, device, message, sent(action, action.get("data", {})), "automatic"
            )

    async def _submit(self, person: Person, place: Place, message: Message, data: Card) -> Answered:
        delivered = await self.delivery.post(
            activities.submit(self._state, person, place, message.id, data)
        )
        return Answered(delivered, delivered.status, toast="" if delivered.arrived else WENT_WRONG)

    async def _execute(
        self,
        person: Person,
        place: Place,
        device: Device,
        message: Message,
        action: Card,
        trigger: str,
    ) -> Answered:
        thread = Place(
            place.kind, place.id, message.thread_id, place.chat, place.team, place.channel
        )
        where = thread if place.kind == "channel" else place
        activity = activities.invoke(self._state, person, where, message.id, action, trigger)
        answered = read(await self.delivery.post(activity))
        if answered.card is not None and not message.deleted:
            self._state.conversations.show(device, message, answered.card)
        return answered

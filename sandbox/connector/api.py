"""The Bot Connector's REST interface, as far as a Teams bot uses it.

Routes and bodies: learn.microsoft.com "Bot Connector REST API reference"; refusals: "Status code
responses" of Messages in bot conversations; limits: "Optimize your bot with rate limiting in Teams"
(per thread, for one bot; an update is charged like a send, because all requests "are subject to the
same rate limiting policy"); size: 100 KB of UTF-16 [Format your bot messages].
"""

from __future__ import annotations

import json
import re
from datetime import timedelta
from typing import Any

from aiohttp import web

from sandbox.connector.activities import service_url
from sandbox.connector.calls import Call, Refused, endpoint
from sandbox.connector.clients import Clients
from sandbox.connector.places import Place, bot_is_in, people_in, personal_place, place_of
from sandbox.conversations import ADAPTIVE, BOT, CONSENT, FILE, Message
from sandbox.directory import Person
from sandbox.limits import Charge, Window, per_second
from sandbox.signin import SignIn
from sandbox.state import TenantState

Json = dict[str, Any]
LARGEST_BYTES = 100 * 1024
NUMBER = re.compile("[0-9]{1,9}")
SENDS = (Window(7, 1), Window(8, 2), Window(60, 30), Window(1800, 3600))
READS = (Window(14, 1), Window(16, 2), Window(120, 30), Window(3600, 3600))
APP_AND_TENANT = per_second(50)
NOT_IN_ROSTER = Refused(
    403, "BotNotInConversationRoster", "The bot is not part of the conversation roster."
)
BLOCKED = Refused(403, "ConversationBlockedByUser", "User blocked the conversation with the bot.")
FORBIDDEN = Refused(403, "BotDisabledByAdmin", "The tenant admin disabled this bot")
NO_CONVERSATION = Refused(404, "ConversationNotFound", "Conversation not found.")
NO_ACTIVITY = Refused(
    404, "ActivityNotFoundInConversation", "The activity was not found in the conversation."
)
TARGETED_FOR = timedelta(hours=24)
"""A targeted message goes after a day."""
TOO_BIG = Refused(413, "MessageSizeTooBig", "Message size too large.")


class BotConnector:
    """The endpoints below `/connector`."""

    def __init__(self, state: TenantState, signin: SignIn, clients: Clients) -> None:
        self._state = state
        self._signin = signin
        self._clients = clients

    def routes(self) -> list[web.RouteDef]:
        """All routes, with the path prefix."""
        one = "/v3/conversations/{conversation}"
        return [
            self._route("POST", "/v3/conversations", self.create),
            self._route("POST", one + "/activities", self.send),
            self._route("POST", one + "/activities/{activity}", self.send),
            self._route("PUT", one + "/activities/{activity}", self.update),
            self._route("DELETE", one + "/activities/{activity}", self.delete),
            self._route("GET", one + "/members", self.members),
            self._route("GET", one + "/pagedmembers", self.paged_members),
            self._route("GET", one + "/pagedMembers", self.paged_members),
            self._route("GET", one + "/members/{member}", self.member),
            self._route("GET", "/v3/teams/{team}", self.team),
            self._route("*", "/{unknown:.*}", self.unknown),
        ]

    async def create(self, call: Call) -> tuple[int, Json]:
        """`POST /v3/conversations`: a person's 1:1 chat, or a new thread in a channel."""
        body = call.body
        channel_id = _within(body, "channelData", "channel", "id")
        if channel_id:
            return self._new_thread(call, str(channel_id))
        place = self._personal(body)
        self._charge(place, SENDS)
        answer: Json = {"id": place.id, "serviceUrl": service_url(self._state)}
        if isinstance(body.get("activity"), dict):
            answer["activityId"] = self._write(place, body["activity"]).id
        return 201, answer

    async def send(self, call: Call) -> tuple[int, Json]:
        """`POST …/activities` and `POST …/activities/{id}` (a reply)."""
        place = self._place(call)
        self._charge(place, SENDS)
        activity = _checked(call.body)
        _check_files(activity, place)
        if activity["type"] != "message":
            return 201, {"id": self._state.conversations.new_id(self._state.clock.now())}
        thread = place.thread or self._answered_thread(place, call, activity)
        reader = self._only_reader(place, activity) if is_targeted(call) else ""
        return 201, {"id": self._write(place, activity, thread, reader).id}

    async def update(self, call: Call) -> tuple[int, Json]:
        """`PUT …/activities/{id}`: the message is edited for everybody."""
        place = self._place(call)
        self._charge(place, SENDS)
        message = self._own_message(place, call.named("activity"), targeted=is_targeted(call))
        self._state.conversations.edit(message, _checked(call.body), self._state.clock.now())
        self._clients.written(place, message)
        return 200, {"id": message.id}

    async def delete(self, call: Call) -> tuple[int, Json]:
        """`DELETE …/activities/{id}`."""
        place = self._place(call)
        self._charge(place, SENDS)
        message = self._own_message(place, call.named("activity"), targeted=is_targeted(call))
        self._state.conversations.delete(message)
        return 200, {}

    async def members(self, call: Call) -> tuple[int, list[Json]]:
        """`GET …/members`: everybody at once."""
        place = self._place(call)
        self._charge(place, READS)
        return 200, [self._account(person) for person in people_in(self._state, place)]

    async def paged_members(self, call: Call) -> tuple[int, Json]:
        """`GET …/pagedmembers?pageSize=…&continuationToken=…`: 50 to 500 at a time, 500 by
        default.
        """
        place = self._place(call)
        self._charge(place, READS)
        size = min(500, max(50, _number(call, "pageSize", "500")))
        start = _number(call, "continuationToken", "0")
        people = people_in(self._state, place)
        page: Json = {"members": [self._account(person) for person in people[start : start + size]]}
        return 200, page | (
            {"continuationToken": str(start + size)} if start + size < len(people) else {}
        )

    async def member(self, call: Call) -> tuple[int, Json]:
        """`GET …/members/{id}`: one person, by the connector's id or the directory's."""
        place = self._place(call)
        self._charge(place, READS)
        wanted = call.named("member")
        for person in people_in(self._state, place):
            if wanted in {person.mri, person.id}:
                return 200, self._account(person)
        raise Refused(
            404, "MemberNotFoundInConversation", "The member was not found in the conversation."
        )

    async def team(self, call: Call) -> tuple[int, Json]:
        """`GET /v3/teams/{id}`: a team that the bot is in, by the id of its General channel [fetch
        team details].
        """
        place = place_of(self._state, call.named("team"))
        if place is None or place.team is None or place.id != place.team.thread_id:
            raise NO_CONVERSATION
        if not bot_is_in(self._state, place):
            raise NOT_IN_ROSTER
        self._charge(place, READS)
        about = {"id": place.id, "name": place.team.display_name, "aadGroupId": place.team.id}
        return 200, about | {"tenantId": self._state.identity.tenant_id, "type": "standard"}

    async def unknown(self, call: Call) -> tuple[int, Json]:
        """Any other path is refused as everything is, with a JSON error."""
        raise Refused(404, "NotFound", f"No resource '/{call.named('unknown')}' was found.")

    def _route(self, method: str, path: str, handler: Any) -> web.RouteDef:  # noqa: ANN401 - one of the methods above
        return web.route(
            method,
            "/connector" + path,
            endpoint(self._state, self._signin, f"{method} {path}", handler),
        )

    def _new_thread(self, call: Call, channel_id: str) -> tuple[int, Json]:
        place = place_of(self._state, channel_id)
        if place is None:
            raise NO_CONVERSATION
        if not bot_is_in(self._state, place):
            raise NOT_IN_ROSTER
        self._charge(place, SENDS)
        message = self._write(place, call.body.get("activity"))
        full = Place(place.kind, place.id, message.id, None, place.team, place.channel).full_id
        return 201, {"id": full, "activityId": message.id, "serviceUrl": service_url(self._state)}

    def _personal(self, body: Json) -> Place:
        tenant = body.get("tenantId") or _within(body, "channelData", "tenant", "id")
        if tenant != self._state.identity.tenant_id:
            raise Refused(
                400,
                "BadSyntax",
                "The tenant id of the conversation is missing or not this tenant's.",
            )
        members = body.get("members")
        if body.get("isGroup") or not isinstance(members, list) or len(members) != 1:
            raise Refused(
                400,
                "BadSyntax",
                "Incorrect conversation creation parameters: exactly one member is expected.",
            )
        person = self._known(str(_within(members[0], "id")))
        place = personal_place(self._state, person.id)
        if place is None:
            raise NOT_IN_ROSTER
        _refuse_shut_out(self._state, place)
        return place

    def _known(self, member_id: str) -> Person:
        for person in self._state.people.values():
            if member_id in {person.mri, person.id}:
                return person
        raise Refused(400, "BadSyntax", "Failed to decrypt pairwise id.")

    def _place(self, call: Call) -> Place:
        place = place_of(self._state, call.named("conversation"))
        if place is None:
            raise NO_CONVERSATION
        if not bot_is_in(self._state, place):
            raise NOT_IN_ROSTER
        _refuse_shut_out(self._state, place)
        return place

    def _answered_thread(self, place: Place, call: Call, activity: Json) -> str:
        """In a channel the thread of the message that is answered; Microsoft's newer client names
        it in the activity alone.
        """
        if place.kind != "channel":
            return ""
        answered = call.named("activity") or str(activity.get("replyToId") or "")
        found = self._state.conversations.find(place.id, answered)
        return found.thread_id if found else call.named("activity")

    def _only_reader(self, place: Place, activity: Json) -> str:
        """The person whom a targeted message is for: one of those who read along there."""
        wanted = str(_within(activity, "recipient", "id") or "")
        if place.kind == "personal":
            raise Refused(400, "BadArgument", "Targeted messages are not for personal chats.")
        for person in people_in(self._state, place):
            if wanted in {person.mri, person.id}:
                return person.id
        raise Refused(400, "BadArgument", "Recipient is not a member of the conversation.")

    def _own_message(self, place: Place, message_id: str, *, targeted: bool) -> Message:
        message = self._state.conversations.find(place.id, message_id)
        if message is None or bool(message.only_for) != targeted:
            raise NO_ACTIVITY
        if message.only_for and self._state.clock.now() - message.created > TARGETED_FOR:
            raise NO_ACTIVITY
        if message.sender_id != BOT:
            raise Refused(403, "Forbidden", "A bot may change only its own messages.")
        return message

    def _write(
        self, place: Place, activity: object, thread: str = "", only_for: str = ""
    ) -> Message:
        now = self._state.clock.now()
        message = self._state.conversations.add(
            place.id, BOT, _checked(activity), now, thread, only_for
        )
        self._clients.written(place, message)
        return message

    def _charge(self, place: Place, windows: tuple[Window, ...]) -> None:
        one = Charge("connector thread", f"{place.id} {windows[0].amount}", windows, message=True)
        every = Charge("connector app and tenant", "", APP_AND_TENANT, message=True)
        refusal = self._state.limits.ask([one, every])
        if refusal is not None:
            text = "Too many requests. Also returns when to retry after."
            raise Refused(429, "Throttled", text, retry_after=refusal.retry_after)

    def _account(self, person: Person) -> Json:
        return {
            "id": person.mri,
            "name": person.display_name,
            "aadObjectId": person.id,
            "objectId": person.id,
            "givenName": person.given_name,
            "surname": person.surname,
            "email": person.mail,
            "userPrincipalName": person.user_principal_name,
            "tenantId": self._state.identity.tenant_id,
            "userRole": "user",
        }


def is_targeted(call: Call) -> bool:
    """Whether the message is, or is to be, for one person alone [learn.microsoft.com, Targeted
    messages].
    """
    return call.query.get("isTargetedActivity", "").lower() == "true"


def _refuse_shut_out(state: TenantState, place: Place) -> None:
    """Into the chat of somebody who has blocked the bot, or may not have it, nothing is written."""
    if place.kind != "personal":
        return
    for person in people_in(state, place):
        if person.bot != "allowed":
            raise BLOCKED if person.bot == "blocked" else FORBIDDEN


def _checked(activity: object) -> Json:
    """The activity, if Teams would take it. Raises Refused (400 `BadSyntax`, 413 above 100 KB)."""
    if not isinstance(activity, dict) or not activity.get("type"):
        raise Refused(400, "BadSyntax", "Activity is missing or has no type.")
    if len(json.dumps(activity, ensure_ascii=False).encode("utf-16-le")) > LARGEST_BYTES:
        raise TOO_BIG
    attachments = _attachments(activity)
    if activity["type"] == "message" and not activity.get("text") and not attachments:
        raise Refused(400, "BadSyntax", "Activity content is empty.")
    for attachment in attachments:
        _check_card(attachment)
    return activity


def _attachments(activity: Json) -> list[Json]:
    """Raises Refused (400) unless they are a list of objects."""
    found = activity.get("attachments") or []
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise Refused(400, "BadSyntax", "Attachments are not a list of objects.")
    return found


def _check_files(activity: Json, place: Place) -> None:
    """Files of bots are for 1:1 chats alone, and a card of one has its name and what it needs
    [Send and receive files using bots].
    """
    kinds = {CONSENT: ("description", "sizeInBytes"), FILE: ("uniqueId", "fileType")}
    for attachment in _attachments(activity):
        needed = kinds.get(str(attachment.get("contentType")))
        if needed is None:
            continue
        content = attachment.get("content")
        whole = isinstance(content, dict) and all(content.get(key) for key in needed)
        if place.kind != "personal" or not attachment.get("name") or not whole:
            raise Refused(400, "BadSyntax", "Bad format of file attachment.")


def _check_card(attachment: Json) -> None:
    if attachment.get("contentType") != ADAPTIVE:
        return
    card = attachment.get("content")
    if not isinstance(card, dict) or card.get("type") != "AdaptiveCard" or not card.get("version"):
        raise Refused(400, "BadSyntax", "Adaptive Card content is not a card with a version.")
    listed = _within(card, "refresh", "userIds") or []
    if not isinstance(listed, list) or len(listed) > 60:
        raise Refused(400, "BadSyntax", "refresh.userIds takes at most 60 ids.")


def _number(call: Call, name: str, default: str) -> int:
    """A number of the query. Raises Refused (400)."""
    told = call.query.get(name, default)
    if NUMBER.fullmatch(told) is None:
        raise Refused(400, "BadArgument", f"'{name}' is no number.")
    return int(told)


def _within(body: object, *keys: str) -> object:
    found = body
    for key in keys:
        found = found.get(key) if isinstance(found, dict) else None
    return found

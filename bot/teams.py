"""The one door to botbuilder: a turn goes through its adapter, and nothing of its types gets past
this module.

``BotFrameworkAdapter`` and not ``CloudAdapter``: the latter answers every card click with a 500 and
signs in anew on each turn. Tokens have been checked before; what is said leaves through our own
``Connector``. The SDK gets what was validated and hands on what is said; reading and writing JSON
by its models, and copying each card, would cost more than all else here.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from botbuilder.core import (
    BotFrameworkAdapter,
    BotFrameworkAdapterSettings,
    InvokeResponse,
    TurnContext,
)
from botbuilder.schema import Activity, ChannelAccount, ConversationAccount, ResourceResponse
from botframework.connector.auth import ClaimsIdentity

from bot.connector import Connector
from bot.turn import Account, Inbound, Turn
from mentoring.ports.messenger import Chat

Answer = Mapping[str, Any] | None
Logic = Callable[[Turn, Callable[[Mapping[str, Any]], Awaitable[str]]], Awaitable[Answer]]


class _Conversations:
    """The call that the adapter makes to say something."""

    def __init__(self, connector: Connector, service_url: str) -> None:
        self._connector = connector
        self._service_url = service_url

    async def send_to_conversation(
        self, conversation_id: str, activity: Activity
    ) -> ResourceResponse:
        """A new message; in a channel it stands in the thread whose id the conversation carries."""
        return ResourceResponse(
            id=await self._connector.say(Chat(conversation_id, self._service_url), activity.value)
        )


class _Client:
    """What the adapter holds in place of the SDK's own connector client."""

    def __init__(self, connector: Connector, service_url: str) -> None:
        self.conversations = _Conversations(connector, service_url)


class _Adapter(BotFrameworkAdapter):  # type: ignore[misc]  # the SDK ships no type information
    """The SDK's adapter with our way out: nothing is built per turn."""

    def __init__(self, app_id: str, connector: Connector) -> None:
        super().__init__(BotFrameworkAdapterSettings(app_id, ""))
        self._connector = connector
        self._clients: dict[str, _Client] = {}

    async def create_connector_client(
        self,
        service_url: str,
        identity: ClaimsIdentity = None,  # noqa: ARG002 - the SDK's signature
        audience: str | None = None,  # noqa: ARG002 - the SDK's signature
    ) -> _Client:
        """The pooled client of a service URL."""
        return self._clients.setdefault(service_url, _Client(self._connector, service_url))


class Teams:
    """Takes checked activities through the SDK to our own logic, and answers invokes."""

    def __init__(self, app_id: str, connector: Connector, logic: Logic) -> None:
        self._adapter = _Adapter(app_id, connector)
        self._logic = logic

    async def receive(self, inbound: Inbound, claims: Mapping[str, Any]) -> tuple[int, Answer]:
        """Process one activity; return the HTTP status and, for an invoke, the body."""

        async def turn(context: TurnContext) -> None:
            async def reply(message: Mapping[str, Any]) -> str:
                return await self._send(context, _addressed(inbound, "message", message))

            answer = await self._logic(Turn(inbound), reply)
            if answer is not None:
                whole = InvokeResponse(status=200, body=answer)
                await self._send(context, _addressed(inbound, "invokeResponse", whole))

        identity = ClaimsIdentity(dict(claims), True)
        response = await self._adapter.process_activity_with_identity(
            _activity(inbound), identity, turn
        )
        return (200, None) if response is None else (response.status, response.body)

    async def _send(self, context: TurnContext, activity: Activity) -> str:
        """Send through the adapter itself: the turn's context would first copy everything that is
        in the card.
        """
        sent = await self._adapter.send_activities(context, [activity])
        return str(sent[0].id or "")


def _activity(inbound: Inbound) -> Activity:
    """What the SDK has to know of an activity: what it is, and where an answer to it belongs."""
    conversation = ConversationAccount(
        id=inbound.conversation.id,
        conversation_type=inbound.conversation.type,
        tenant_id=inbound.conversation.tenant,
    )
    return Activity(
        type=inbound.type,
        id=inbound.id,
        name=inbound.name,
        channel_id=inbound.channel_id,
        service_url=inbound.service_url,
        from_property=_account(inbound.sender),
        recipient=_account(inbound.recipient),
        conversation=conversation,
        text=inbound.text,
        locale=inbound.locale,
        value=inbound.value,
        reply_to_id=inbound.reply_to_id,
    )


def _addressed(inbound: Inbound, kind: str, value: object) -> Activity:
    """An activity that answers this one."""
    where = ConversationAccount(id=inbound.conversation.id)
    return Activity(type=kind, value=value, conversation=where, service_url=inbound.service_url)


def _account(account: Account) -> ChannelAccount:
    return ChannelAccount(id=account.id, name=account.name, aad_object_id=account.aad)

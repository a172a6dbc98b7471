"""The activities Teams posts to a bot, as it writes them.

Shapes: learn.microsoft.com "Messages in bot conversations", "Conversation events in your Teams
bot", "Universal Action Model" (`adaptiveCard/action`). Times are ISO 8601, UTC, from the tenant's
clock; local times in the person's zone.
"""

from __future__ import annotations

import html
import uuid
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sandbox.connector.places import Place
from sandbox.directory import Person
from sandbox.state import TenantState

Activity = dict[str, Any]
BOT_NAME = "Tandem"
FIELDS = (
    *("textFormat", "attachmentLayout", "membersAdded", "membersRemoved", "reactionsAdded"),
    *("reactionsRemoved", "topicName", "historyDisclosed", "locale", "text", "speak", "inputHint"),
    *("summary", "suggestedActions", "attachments", "entities", "action", "replyToId", "label"),
    *("valueType", "value", "name", "relatesTo", "code", "expiration", "importance"),
    *("deliveryMode", "listenFor", "textHighlights", "semanticAction", "callerId"),
)
"""What an activity may say besides."""
OF_AN_ACCOUNT = ("name", "aadObjectId", "role", "isGroup", "properties")


def bot_account(state: TenantState) -> Activity:
    """The bot as a channel account."""
    return {"id": f"28:{state.identity.bot_app_id}", "name": BOT_NAME}


def person_account(person: Person) -> Activity:
    """A person as a channel account."""
    return {"id": person.mri, "name": person.display_name, "aadObjectId": person.id}


def service_url(state: TenantState) -> str:
    """Where the bot answers: the Bot Connector's base address, with the closing slash Teams has."""
    return f"{state.base_url}/connector/"


def message(
    state: TenantState,
    person: Person,
    place: Place,
    text: str,
    *,
    mention: bool,
    locale: str = "",
    people: Sequence[Person] = (),
) -> Activity:
    """A person's text; with `mention` it begins with the bot's name, as a channel's message to a
    bot must. `people` are those whom `@` and their name in the text mention; their entities carry
    the id of Teams and no other.
    """
    for one in people:
        text = text.replace(f"@{one.display_name}", _element(one.display_name))
    said = f"{_element(BOT_NAME)} {text}" if mention else text
    named = [(bot_account(state), BOT_NAME)] if mention else []
    named += [({"id": one.mri, "name": one.display_name}, one.display_name) for one in people]
    activity = _envelope(state, person, place, "message", locale) | {
        "textFormat": "plain",
        "text": said,
    }
    activity["attachments"] = [
        {"contentType": "text/html", "content": f"<div><div>{said}</div></div>"}
    ]
    activity["entities"] = [
        *({"type": "mention", "mentioned": who, "text": _element(name)} for who, name in named),
        *activity["entities"],
    ]
    return activity


def _element(name: str) -> str:
    return f"<at>{html.escape(name, quote=False)}</at>"


def submit(
    state: TenantState, person: Person, place: Place, message_id: str, data: Activity
) -> Activity:
    """What an `Action.Submit` sends: a message without text whose `value` is the data."""
    return _envelope(state, person, place, "message") | {"value": data, "replyToId": message_id}


def invoke(
    state: TenantState,
    person: Person,
    place: Place,
    message_id: str,
    action: Activity,
    trigger: str,
) -> Activity:
    """What an `Action.Execute` sends; `trigger` is `manual`, or `automatic` for a refresh."""
    return _envelope(state, person, place, "invoke") | {
        "name": "adaptiveCard/action",
        "value": {"action": action, "trigger": trigger},
        "replyToId": message_id,
    }


def consent(
    state: TenantState, person: Person, place: Place, message_id: str, value: Activity
) -> Activity:
    """What the buttons of a consent card send [Send and receive files using bots]."""
    return _envelope(state, person, place, "invoke") | {
        "name": "fileConsent/invoke",
        "value": {"type": "fileUpload", **value},
        "replyToId": message_id,
    }


def reaction(
    state: TenantState, person: Person, place: Place, message_id: str, kind: str
) -> Activity:
    """A person's reaction (`like`, `heart`, …) to a message of the bot."""
    return _envelope(state, person, place, "messageReaction") | {
        "reactionsAdded": [{"type": kind}],
        "replyToId": message_id,
    }


def bot_added(state: TenantState, person: Person, place: Place) -> Activity:
    """The bot was added to a team or a personal chat by `person`."""
    activity = _envelope(state, person, place, "conversationUpdate") | {
        "membersAdded": [bot_account(state)]
    }
    if place.team is not None:
        activity["channelData"] |= {"eventType": "teamMemberAdded"}
    return activity


def member_added(state: TenantState, person: Person, place: Place) -> Activity:
    """Somebody was taken into a team in which the bot is; named as in ``member_removed``."""
    activity = _envelope(state, person, place, "conversationUpdate")
    activity["channelData"] |= {"eventType": "teamMemberAdded"}
    return activity | {"membersAdded": [{"id": person.mri}]}


def member_removed(state: TenantState, person: Person, place: Place) -> Activity:
    """Somebody was taken out of a team in which the bot is; as in Microsoft's example they are
    named by the Bot Connector's id alone [Conversation events in your Teams bot].
    """
    activity = _envelope(state, person, place, "conversationUpdate")
    activity["channelData"] |= {"eventType": "teamMemberRemoved"}
    return activity | {"membersRemoved": [{"id": person.mri}]}


def installation(state: TenantState, person: Person, place: Place, action: str) -> Activity:
    """The app was installed (`add`) or taken away (`remove`) there; what Teams has no value for
    comes as null.
    """
    activity = _envelope(state, person, place, "installationUpdate") | {"action": action}
    nobody = {"name": None, "value": None, "replyToId": None, "membersAdded": None}
    return activity | nobody | {"from": person_account(person) | {"name": None}}


def spelt_out(activity: Activity) -> Activity:
    """The activity with every field of the schema, null where there is nothing to say, as clients
    of Microsoft's that write all fields do [Bot Framework: Activity; the .NET schema].
    """
    parties = {
        name: dict.fromkeys(OF_AN_ACCOUNT) | activity[name]
        for name in ("from", "recipient", "conversation")
    }
    data = {"eventType": None, "team": None, "channel": None} | activity["channelData"]
    return dict.fromkeys(FIELDS) | activity | parties | {"channelData": data}


def _envelope(
    state: TenantState, person: Person, place: Place, kind: str, locale: str = ""
) -> Activity:
    now = state.clock.now()
    language = locale or person.preferred_language or person.mailbox_language
    return {
        "type": kind,
        "id": state.conversations.new_id(now) if kind == "message" else f"f:{uuid.uuid4()}",
        "timestamp": _utc(now),
        "localTimestamp": now.astimezone(ZoneInfo(person.zone)).isoformat(timespec="milliseconds"),
        "localTimezone": person.zone,
        "serviceUrl": service_url(state),
        "channelId": "msteams",
        "from": person_account(person),
        "conversation": _conversation(state, place),
        "recipient": bot_account(state),
        "entities": [_client(person, language)],
        "channelData": _channel_data(state, place),
        "locale": language,
    }


def _client(person: Person, language: str) -> Activity:
    country = person.usage_location or ""
    return {
        "type": "clientInfo",
        "locale": language,
        "country": country,
        "platform": "Web",
        "timezone": person.zone,
    }


def _conversation(state: TenantState, place: Place) -> Activity:
    about: Activity = {
        "id": place.full_id,
        "conversationType": place.kind,
        "tenantId": state.identity.tenant_id,
    }
    return about if place.kind == "personal" else about | {"isGroup": True}


def _channel_data(state: TenantState, place: Place) -> Activity:
    data: Activity = {"tenant": {"id": state.identity.tenant_id}}
    if place.team is not None and place.channel is not None:
        team = {
            "id": place.team.thread_id,
            "name": place.team.display_name,
            "aadGroupId": place.team.id,
        }
        data |= {"team": team, "channel": {"id": place.channel.id}}
        data |= {"teamsTeamId": place.team.thread_id, "teamsChannelId": place.channel.id}
    return data


def _utc(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")

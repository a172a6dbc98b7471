"""The app catalogue and the apps of people and teams.

Sources: appcatalogs list teamsapps, userteamwork post/list/delete installedapps, userteamwork get
chat, team post installedapps; "Proactive installation of apps using Graph API".
"""

import re
import time
from typing import Any

from sandbox.apps import CatalogueApp, Chat, Installation, Scope
from sandbox.directory import Person
from sandbox.graph.errors import GraphRefusal, bad_request, forbidden, not_found
from sandbox.graph.operations import GRAPH_ROOT, PAGED, Answer, Call, operation
from sandbox.graph.query import expansions, filtering, page, selection, shaped
from sandbox.graph.request_costs import teams
from sandbox.graph.types import checked
from sandbox.graph.zones import timestamp
from sandbox.state import Listener, TenantState
from sandbox.teams import Member

SELF_FOR_USER = "TeamsAppInstallation.ReadWriteSelfForUser.All"
SELF_FOR_TEAM = "TeamsAppInstallation.ReadWriteSelfForTeam.All"
READ_FOR_USER = "TeamsAppInstallation.ReadForUser.All"
INSTALLED = (*PAGED, "$filter", "$select", "$expand")
BOUND_APP = re.compile(
    r"https?://[^/]+/(?:v1\.0|beta)/appCatalogs/teamsApps(?:\('([^']+)'\)|/([^/]+))"
)


@operation(
    "GET /appCatalogs/teamsApps",
    teams(30),
    "AppCatalog.Read.All",
    options=(*PAGED, "$filter", "$select", "$expand"),
)
def list_catalogue(call: Call) -> Answer:
    """The organisation's apps, filtered by `externalId`, name, id or distribution method."""
    wanted = filtering(
        call, "id", "externalId", "displayName", "distributionMethod", "eq", "in", "and", "or"
    )
    rows = [app_row(app) for app in call.state.apps.values()]
    if "appDefinitions" in expansions(call, "appDefinitions"):
        rows = [row | {"appDefinitions": [_definition(call.state.apps[row["id"]])]} for row in rows]
    names = selection(call, "teamsApp")
    chosen = [
        shaped(row, names, ("appDefinitions",))
        for row in rows
        if wanted is None or wanted.test(row)
    ]
    return page(call, chosen, "appCatalogs/teamsApps")


@operation(
    "GET /users/{user_id}/teamwork/installedApps",
    teams(30, "user_id", 1),
    READ_FOR_USER,
    options=INSTALLED,
)
def list_installed(call: Call) -> Answer:
    """A person's apps, filtered by the app's ids."""
    person = call.person()
    found = [i for i in call.state.installations.at(("user", person.id)) if _is_visible(i)]
    return _installations(call, found, f"users('{person.id}')/teamwork/installedApps")


@operation("POST /users/{user_id}/teamwork/installedApps", teams(30, "user_id", 1), SELF_FOR_USER)
def install_for_user(call: Call) -> Answer:
    """Install the app for a person: 201 without a body, 409 if it is there already, 404 or 403 for
    people who cannot have it.
    """
    person, app = call.person(), bound_app(call)
    if not person.account_enabled:
        raise GraphRefusal(404, "NotFound", f"User '{person.id}' not found or blocked.")
    if not person.licensed:
        raise GraphRefusal(
            403, "Forbidden", f"User '{person.id}' does not have a license for Microsoft Teams."
        )
    if person.bot == "forbidden":
        raise blocked_by_policy(call.state, person, app)
    _refuse_repeat(call.state, "user", person.id, app)
    chat = personal_chat(call.state, person)
    return _installed(call, app, "user", person.id, chat.id)


@operation(
    "DELETE /users/{user_id}/teamwork/installedApps/{installation_id}",
    teams(15, "user_id", 1),
    SELF_FOR_USER,
)
def uninstall_for_user(call: Call) -> Answer:
    """Take the app away from a person; the chat stays, as Teams keeps it."""
    installation = _installation(call)
    del call.state.installations[installation.id]
    return Answer(204, then=lambda: told(call.state.uninstalled, installation))


@operation(
    "GET /users/{user_id}/teamwork/installedApps/{installation_id}/chat",
    teams(30, "user_id", 1),
    READ_FOR_USER,
    options=("$select",),
)
def get_chat(call: Call) -> Answer:
    """The chat of the person with the app."""
    installation = _installation(call)
    if not _is_visible(installation, call.state.delays.app_chat_seconds):
        raise not_found("teams", installation.id)
    chat = call.state.chats[installation.chat_id or ""]
    row = shaped(chat_row(call.state, chat), selection(call, "chat"))
    return Answer(body={"@odata.context": f"{GRAPH_ROOT}/$metadata#chats/$entity"} | row)


@operation(
    "GET /teams/{team_id}/installedApps", teams(30, "team_id", 4), SELF_FOR_TEAM, options=INSTALLED
)
def list_installed_in_team(call: Call) -> Answer:
    """A team's apps; a new one is listed after a while."""
    key = call.ids["team_id"]
    found = [i for i in call.state.installations.at(("team", key)) if _is_visible(i)]
    return _installations(call, found, f"teams('{key}')/installedApps")


@operation("POST /teams/{team_id}/installedApps", teams(30, "team_id", 1), SELF_FOR_TEAM)
def install_for_team(call: Call) -> Answer:
    """Install the app in a team."""
    team_id, app = call.ids["team_id"], bound_app(call)
    if team_id not in call.state.teams:
        raise not_found("teams", team_id)
    _refuse_repeat(call.state, "team", team_id, app)
    return _installed(call, app, "team", team_id, None)


def bound_app(call: Call) -> CatalogueApp:
    """The catalogue's app that `teamsApp@odata.bind` names; only the calling app itself is allowed.

    Raises GraphRefusal.
    """
    kind = "userScopeTeamsAppInstallation" if "user_id" in call.ids else "teamsAppInstallation"
    body = checked("teams", kind, call.body)
    bind = body.get("teamsApp@odata.bind")
    matched = BOUND_APP.fullmatch(str(bind))
    if matched is None:
        raise bad_request(
            "teams",
            f"Invalid bind '{bind}': teamsApp@odata.bind must be the URL of a catalogue app.",
        )
    app = call.state.apps.get(matched[1] or matched[2])
    if app is None:
        raise GraphRefusal(
            404,
            "NotFound",
            f"App '{matched[1] or matched[2]}' is not in the organization's catalog.",
        )
    if app.bot_id != call.state.identity.bot_app_id:
        raise forbidden(
            "teams", ("TeamsAppInstallation.ReadWriteForUser.All",), sorted(call.state.permissions)
        )
    return app


def blocked_by_policy(state: TenantState, person: Person, app: CatalogueApp) -> GraphRefusal:
    """403 of somebody whose permission policy does not allow the app; the words are those of
    company-communicator issues 889 and 1537.
    """
    whose = f"TenantId: {state.identity.tenant_id}, UserObjectId: {person.id}"
    text = f"App is blocked by app permission policy. {whose}, AppId: {app.id}, AppType: Private"
    return GraphRefusal(403, "Forbidden", text)


def personal_chat(state: TenantState, person: Person) -> Chat:
    """The person's chat with the bot, begun if there is none yet."""
    conversation = f"a:1{person.id.replace('-', '')}"
    known = state.chat_of(conversation)
    if known is not None:
        return known
    chat_id = f"19:{person.id}_{state.identity.bot_app_id}@unq.gbl.spaces"
    member = Member(state.new_id(), person.id, ["owner"])
    chat = Chat(chat_id, conversation, "oneOnOne", state.clock.now(), {person.id: member})
    state.chats[chat.id] = chat
    return chat


def chat_row(state: TenantState, chat: Chat) -> dict[str, Any]:
    """A chat in Graph's shape."""
    return {
        "id": chat.id,
        "topic": chat.topic,
        "createdDateTime": timestamp(chat.created),
        "lastUpdatedDateTime": timestamp(chat.created),
        "chatType": chat.chat_type,
        "webUrl": f"https://teams.microsoft.com/l/chat/{chat.id}/0?tenantId={state.identity.tenant_id}",
        "tenantId": state.identity.tenant_id,
    }


def app_row(app: CatalogueApp) -> dict[str, Any]:
    """A catalogue app in Graph's shape."""
    row = {"id": app.id, "externalId": app.external_id, "displayName": app.display_name}
    return row | {"distributionMethod": "organization"}


async def told(listeners: list[Listener], installation: Installation) -> None:
    """Tell the listeners about an installation that came or went."""
    for listener in listeners:
        await listener(installation)


def _definition(app: CatalogueApp) -> dict[str, Any]:
    return {
        "id": f"{app.id}##1.0.0",
        "teamsAppId": app.id,
        "displayName": app.display_name,
        "version": "1.0.0",
        "publishingState": "published",
    }


def _installations(call: Call, found: list[Installation], what: str) -> Answer:
    supported = (
        "id",
        "teamsApp/id",
        "teamsApp/externalId",
        "teamsApp/displayName",
        "eq",
        "and",
        "or",
    )
    wanted = filtering(call, *supported)
    expanded = set(expansions(call, "teamsApp", "teamsAppDefinition"))
    rows = [_installation_row(call.state, one) for one in found]
    chosen = [row for row in rows if wanted is None or wanted.test(row)]
    selection(call, "teamsAppInstallation")
    return page(
        call, [{key: row[key] for key in row if key in {"id", *expanded}} for row in chosen], what
    )


def _installation_row(state: TenantState, one: Installation) -> dict[str, Any]:
    app = state.apps[one.app_id]
    return {"id": one.id, "teamsApp": app_row(app), "teamsAppDefinition": _definition(app)}


def _installation(call: Call) -> Installation:
    person, key = call.person(), call.ids["installation_id"]
    installation = call.state.installations.get(key)
    if installation is None or installation.target_id != person.id:
        raise not_found("teams", key)
    return installation


def _is_visible(installation: Installation, later: float = 0) -> bool:
    return time.monotonic() >= installation.visible_monotonic + later


def _refuse_repeat(state: TenantState, scope: Scope, target_id: str, app: CatalogueApp) -> None:
    if state.installation_of(scope, target_id, app.id) is not None:
        raise GraphRefusal(
            409, "Conflict", f"App '{app.id}' is already installed in '{target_id}'."
        )


def _installed(
    call: Call, app: CatalogueApp, scope: Scope, target_id: str, chat_id: str | None
) -> Answer:
    state = call.state
    visible = time.monotonic() + state.delays.installation_seconds
    installation = Installation(state.new_id(), app.id, scope, target_id, chat_id, visible)
    state.installations[installation.id] = installation
    return Answer(201, then=lambda: told(state.installed, installation))

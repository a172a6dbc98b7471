"""The product's own app in people's Teams: installing it, and finding the chat that this opens."""

from __future__ import annotations

import contextlib

from kiota_abstractions.base_request_configuration import RequestConfiguration
from kiota_abstractions.request_information import RequestInformation
from msgraph import GraphServiceClient
from msgraph.generated.app_catalogs.teams_apps.teams_apps_request_builder import (
    TeamsAppsRequestBuilder,
)
from msgraph.generated.models.user_scope_teams_app_installation import UserScopeTeamsAppInstallation
from msgraph.generated.users.item.teamwork.installed_apps.installed_apps_request_builder import (
    InstalledAppsRequestBuilder,
)

from graph.asked_once import AskedOnce
from graph.client import PUBLIC, Graph, operation
from graph.directory_calls import READS
from graph.limits import Limit
from mentoring.domain.errors import Conflict, NotAllowed, NotThere, NotYet, Undeliverable

BY_POLICY = "blocked by app permission policy"
SELF = "TeamsAppInstallation.ReadWriteSelfForUser.All"
OF_A_PERSON = Limit("apps of {user_id}")
"""One call a second is allowed for each person, and nobody's are read that fast; what is refused
holds up nobody else (learn.microsoft.com, graph/throttling-limits, Teams). Of all people together
thirty a second are read: while thousands are invited, they were refused for that.
"""


@operation("GET", "/appCatalogs/teamsApps", permission="AppCatalog.Read.All", repeat=READS)
def apps_in_catalogue(sdk: GraphServiceClient, *, external_id: str) -> RequestInformation:
    """The app of the organisation's catalogue whose manifest has this id."""
    query = TeamsAppsRequestBuilder.TeamsAppsRequestBuilderGetQueryParameters(
        filter=f"externalId eq '{external_id}'"
    )
    return sdk.app_catalogs.teams_apps.to_get_request_information(
        RequestConfiguration(query_parameters=query)
    )


@operation(
    "POST",
    "/users/{user-id}/teamwork/installedApps",
    permission=SELF,
    repeat="an installed app is answered with 409, which is what was wanted",
    limits=(Limit("installs {user_id}", per_second=1), Limit("app installs", per_second=30)),
)
def install_app(sdk: GraphServiceClient, *, user_id: str, catalogue_id: str) -> RequestInformation:
    """Put the app into a person's Teams."""
    body = UserScopeTeamsAppInstallation(
        additional_data={"teamsApp@odata.bind": f"{PUBLIC}/appCatalogs/teamsApps/{catalogue_id}"}
    )
    return sdk.users.by_user_id(user_id).teamwork.installed_apps.to_post_request_information(body)


@operation(
    "GET",
    "/users/{user-id}/teamwork/installedApps",
    permission=SELF,
    repeat=READS,
    limits=(OF_A_PERSON, Limit("apps read", per_second=30)),
)
def installations(sdk: GraphServiceClient, *, user_id: str, external_id: str) -> RequestInformation:
    """The installation of the app in a person's Teams."""
    query = InstalledAppsRequestBuilder.InstalledAppsRequestBuilderGetQueryParameters(
        filter=f"teamsApp/externalId eq '{external_id}'", expand=["teamsApp"]
    )
    builder = sdk.users.by_user_id(user_id).teamwork.installed_apps
    return builder.to_get_request_information(RequestConfiguration(query_parameters=query))


@operation(
    "GET",
    "/users/{user-id}/teamwork/installedApps/{userScopeTeamsAppInstallation-id}/chat",
    permission=SELF,
    repeat=READS,
    limits=(OF_A_PERSON, Limit("chats of apps read", per_second=30)),
)
def chat_of_installation(
    sdk: GraphServiceClient, *, user_id: str, installation_id: str
) -> RequestInformation:
    """The 1:1 chat between a person and the app."""
    installed = sdk.users.by_user_id(user_id).teamwork.installed_apps
    return installed.by_user_scope_teams_app_installation_id(
        installation_id
    ).chat.to_get_request_information()


async def put_app(graph: Graph, person_id: str, catalogue_id: str) -> None:
    """Put the app into a person's Teams; where it is already, nothing happens.

    Raises:
        OutsideError: as Graph refuses it.
    """
    with contextlib.suppress(Conflict):
        await install_app(graph, user_id=person_id, catalogue_id=catalogue_id)


class OwnApp:
    """The product's app (``external_id`` is the manifest's id) in people's Teams."""

    def __init__(self, graph: Graph, external_id: str) -> None:
        self._graph = graph
        self._external_id = external_id
        self._catalogue_id = ""
        self._asking = AskedOnce[str]()

    async def install(self, person_id: str) -> str:
        """Put the app into the person's Teams, if it is not there, and return the chat's id.

        Raises:
            NotThere: the app is not in the organisation's catalogue, or the person is unknown.
            NotYet: the app was taken, but Teams does not show it or its chat yet; it may take some
                minutes (company-communicator issues 744 and 1353).
            Undeliverable: an administrator does not allow the app for this person.
        """
        await self._put(person_id)
        found = (
            await installations(self._graph, user_id=person_id, external_id=self._external_id)
        ).json["value"]
        if not found:
            raise NotYet("the app was installed but is not listed yet")
        try:
            answer = await chat_of_installation(
                self._graph, user_id=person_id, installation_id=found[0]["id"]
            )
        except NotThere as missing:
            raise NotYet("the app was installed but has no chat yet") from missing
        return str(answer.json["id"])

    async def _put(self, person_id: str) -> None:
        """A person's permission policy is answered with the same 403 as a missing permission, but
        in words of its own (company-communicator issue 1537).
        """
        if not self._catalogue_id:
            self._catalogue_id = await self._asking.ask("", self._in_catalogue)
        try:
            await put_app(self._graph, person_id, self._catalogue_id)
        except NotAllowed as refused:
            if BY_POLICY not in str(refused):
                raise
            raise Undeliverable(str(refused), "blocked-by-admin") from refused

    async def _in_catalogue(self) -> str:
        apps = (await apps_in_catalogue(self._graph, external_id=self._external_id)).json["value"]
        if not apps:
            raise NotThere(
                f"no app with the manifest id {self._external_id} is in the catalogue: upload "
                "the app package"
            )
        return str(apps[0]["id"])

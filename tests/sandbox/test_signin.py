"""Tokens.

Pages: OAuth 2.0 client credentials flow, Graph error responses, authentication with the Bot
Connector.
"""

import asyncio
import ssl
from typing import Any

import aiohttp
import jwt
import pytest
from azure.identity.aio import ClientSecretCredential
from jwt import PyJWKSet

from sandbox.signin import BOT_AUDIENCE, GRAPH_AUDIENCE, SigningKey, TokenRefused
from tests.sandbox.conftest import GraphClient


async def _token(graph: GraphClient, **changes: str) -> tuple[int, dict[str, Any]]:
    env = graph.tenant.env
    form = {
        "grant_type": "client_credentials",
        "client_id": env["TANDEM_BOT_APP_ID"],
        "client_secret": env["TANDEM_BOT_APP_SECRET"],
        "scope": "https://graph.microsoft.com/.default",
    } | changes
    tenant = form.pop("tenant", env["TANDEM_TENANT_ID"])
    trust = ssl.create_default_context(cafile=env["TANDEM_LOGIN_CA_FILE"])
    url = f"{env['TANDEM_LOGIN_AUTHORITY']}/{tenant}/oauth2/v2.0/token"
    async with (
        aiohttp.ClientSession() as session,
        session.post(url, data=form, ssl=trust) as response,
    ):
        return response.status, await response.json()


async def test_the_apps_secret_buys_a_token_that_graph_takes(graph: GraphClient) -> None:
    status, body = await _token(graph)
    assert status == 200
    graph.token = body["access_token"]
    assert (await graph.get("/users?$top=1")).status == 200


async def test_azure_identity_signs_in_with_our_authority(graph: GraphClient) -> None:
    env = graph.tenant.env
    credential = ClientSecretCredential(
        env["TANDEM_TENANT_ID"],
        env["TANDEM_BOT_APP_ID"],
        env["TANDEM_BOT_APP_SECRET"],
        authority=env["TANDEM_LOGIN_AUTHORITY"],
        disable_instance_discovery=True,
        connection_verify=env["TANDEM_LOGIN_CA_FILE"],
    )
    async with credential:
        graph.token = (await credential.get_token("https://graph.microsoft.com/.default")).token
    assert (await graph.get("/users?$top=1")).status == 200


@pytest.mark.parametrize(
    ("changes", "status", "error"),
    [
        ({"client_secret": "guess"}, 401, "invalid_client"),
        ({"client_id": "0"}, 400, "unauthorized_client"),
        ({"scope": "https://example.org/.default"}, 400, "invalid_scope"),
        ({"grant_type": "password"}, 400, "unsupported_grant_type"),
        ({"tenant": "another"}, 400, "invalid_request"),
    ],
)
async def test_whoever_signs_in_wrongly_gets_no_token(
    graph: GraphClient, changes: dict[str, str], status: int, error: str
) -> None:
    found, body = await _token(graph, **changes)
    assert (found, body["error"]) == (status, error)


async def test_graph_takes_no_token_that_is_missing_expired_forged_or_for_somebody_else(
    graph: GraphClient,
) -> None:
    valid = jwt.decode(graph.token, options={"verify_signature": False})
    tokens = (
        graph.tenant.signin.issue(GRAPH_AUDIENCE, seconds=-1),
        graph.tenant.signin.issue(BOT_AUDIENCE),
        SigningKey("signin-1").sign(valid),
        jwt.encode(valid, "secret-that-is-long-enough-for-hs256", algorithm="HS256"),
        "",
    )
    for graph.token in tokens:
        reply = await graph.get("/users")
        assert (reply.status, reply.code) == (401, "InvalidAuthenticationToken")


async def test_each_operation_asks_for_its_permission(graph: GraphClient) -> None:
    person = next(iter(graph.tenant.state.people))
    for permission, path, code in (
        ("User.Read.All", "/users", "Authorization_RequestDenied"),
        ("MailboxSettings.Read", f"/users/{person}/mailboxSettings", "ErrorAccessDenied"),
        (
            "Channel.ReadBasic.All",
            f"/teams/{graph.tenant.state.owners_team_id}/channels",
            "Forbidden",
        ),
    ):
        granted = graph.tenant.state.permissions
        graph.tenant.state.permissions = granted - {permission, "ChannelSettings.ReadWrite.All"}
        graph.token = graph.tenant.signin.issue(GRAPH_AUDIENCE)
        reply = await graph.get(path)
        assert (reply.status, reply.code) == (403, code)
        graph.tenant.state.permissions = granted


async def test_activities_are_signed_with_a_published_key_that_is_endorsed_for_teams(
    graph: GraphClient,
) -> None:
    graph.tenant.signin.roll_keys()
    async with aiohttp.ClientSession() as session:
        async with session.get(graph.tenant.env["TANDEM_OPENID_METADATA_URL"]) as response:
            metadata = await response.json()
        async with session.get(metadata["jwks_uri"]) as response:
            keys = await response.json()
    token = graph.tenant.signin.sign_activity("http://127.0.0.1/connector/")
    kid = jwt.get_unverified_header(token)["kid"]
    assert [key["endorsements"] for key in keys["keys"]] == [["msteams"], ["msteams"]]
    claims = jwt.decode(
        token,
        PyJWKSet.from_dict(keys)[kid],
        algorithms=["RS256"],
        audience=graph.tenant.env["TANDEM_BOT_APP_ID"],
        issuer=metadata["issuer"],
    )
    assert claims["serviceurl"] == "http://127.0.0.1/connector/"


async def test_a_token_that_was_let_in_is_refused_once_it_is_over(graph: GraphClient) -> None:
    signin = graph.tenant.signin
    bearer = f"Bearer {signin.issue(GRAPH_AUDIENCE, seconds=1.5)}"
    assert signin.check(bearer, GRAPH_AUDIENCE) == signin.check(bearer, GRAPH_AUDIENCE)
    with pytest.raises(TokenRefused, match="audience"):
        signin.check(bearer, BOT_AUDIENCE)
    await asyncio.sleep(2)
    with pytest.raises(TokenRefused, match="expired"):
        signin.check(bearer, GRAPH_AUDIENCE)

"""Signing in: access tokens for the product, and the keys with which the Bot Framework signs
activities.

The sign-in server speaks https with a certificate of its own authority, because the identity client
refuses plain http. It knows one tenant and one app. Tokens are real JWTs, signed with RS256; their
lifetime runs on the wall clock. Sources: OAuth 2.0 client credentials flow of the Microsoft
identity platform; authentication with the Bot Connector.
"""

import time
from datetime import UTC, datetime
from functools import cache
from typing import Any

import jwt
from aiohttp import web
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm
from jwt.types import Options

from sandbox.state import TenantState

GRAPH_AUDIENCE = "https://graph.microsoft.com"
BOT_AUDIENCE = "https://api.botframework.com"
BOT_ISSUER = "https://api.botframework.com"
TOKEN_SECONDS = 3600
METADATA_PATH = "/botframework/.well-known/openidconfiguration"
KEYS_PATH = "/botframework/.well-known/keys"


class TokenRefused(Exception):
    """A bearer token is missing, forged, expired or meant for somebody else; the text is Graph's
    message.
    """


class SigningKey:
    """An RSA key that signs JWTs and shows its public half."""

    def __init__(self, kid: str) -> None:
        self.kid = kid
        self._private = rsa.generate_private_key(public_exponent=65537, key_size=2048)

    def sign(self, claims: dict[str, Any]) -> str:
        """The claims as a JWT signed with RS256."""
        return jwt.encode(claims, self._private, algorithm="RS256", headers={"kid": self.kid})

    def claims(self, token: str, audience: str) -> dict[str, Any]:
        """The claims of a token signed by this key for `audience`. Raises jwt.InvalidTokenError."""
        required: Options = {"require": ["exp", "nbf", "aud"]}
        return jwt.decode(token, self._private.public_key(), ["RS256"], required, audience=audience)

    def public(self) -> dict[str, Any]:
        """The public half as a JSON web key."""
        key: dict[str, Any] = RSAAlgorithm.to_jwk(self._private.public_key(), as_dict=True)
        return key | {"kid": self.kid, "use": "sig", "alg": "RS256", "x5t": self.kid}


@cache
def _key_of_this_process(kid: str) -> SigningKey:
    # Making a key takes longer than all else of a tenant's start; tenants of one process may share
    # theirs.
    return SigningKey(kid)


class SignIn:
    """The tenant's sign-in service and the Bot Framework's keys."""

    def __init__(self, state: TenantState) -> None:
        self._state = state
        self._key = _key_of_this_process("signin-1")
        self.bot_keys = [_key_of_this_process("bot-1")]
        self._proved: dict[tuple[str, str], dict[str, Any]] = {}
        self._signed: tuple[object, str] = (None, "")
        """The token of this second, for what, and as text."""
        self._issued = self._over = 0
        """How many access tokens were given out, and how many of them count no more."""

    def issue(self, audience: str, seconds: float = TOKEN_SECONDS) -> str:
        """An access token of the product's app for `audience`, valid for `seconds`."""
        identity, now = self._state.identity, int(time.time())
        self._issued += 1
        return self._key.sign(
            {
                "aud": audience,
                "iss": f"https://sts.windows.net/{identity.tenant_id}/",
                "iat": now,
                "nbf": now,
                "exp": int(now + seconds),
                "appid": identity.bot_app_id,
                "azp": identity.bot_app_id,
                "tid": identity.tenant_id,
                "uti": str(self._issued),
                "roles": sorted(self._state.permissions) if audience == GRAPH_AUDIENCE else [],
            },
        )

    def expire(self) -> None:
        """Let the time of all tokens that were given out be over: a machine whose clock has jumped
        back takes them for good.
        """
        self._over = self._issued
        self._proved.clear()

    def check(self, authorization: str | None, audience: str) -> dict[str, Any]:
        """The claims of the bearer token in an Authorization header. Raises TokenRefused."""
        scheme, _, token = (authorization or "").partition(" ")
        if scheme.casefold() != "bearer" or not token:
            raise TokenRefused("Access token is empty.")
        known = self._proved.get((token, audience))
        if known and known["exp"] > time.time():
            return known
        try:
            return self._proven(token, audience)
        except jwt.ExpiredSignatureError:
            raise TokenRefused("Lifetime validation failed, the token is expired.") from None
        except jwt.InvalidAudienceError:
            raise TokenRefused("Access token validation failure. Invalid audience.") from None
        except jwt.InvalidTokenError as error:
            raise TokenRefused(f"IDX14100: JWT is not well formed: {error}") from None

    def _proven(self, token: str, audience: str) -> dict[str, Any]:
        """The claims of one that was not seen before, or is over. Raises jwt.InvalidTokenError."""
        self._proved.pop((token, audience), None)
        claims = self._key.claims(token, audience)
        if int(claims.get("uti", self._issued + 1)) <= self._over:
            raise jwt.ExpiredSignatureError
        self._proved[token, audience] = claims
        return claims

    def sign_activity(self, service_url: str, **overrides: object) -> str:
        """The token that comes with an activity of the Bot Connector; `overrides` replace
        claims.
        """
        now = int(time.time())
        claims = {
            "serviceurl": service_url,
            "iss": BOT_ISSUER,
            "aud": self._state.identity.bot_app_id,
            "nbf": now,
            "exp": now + TOKEN_SECONDS,
        }
        told = claims | overrides
        what = (self.bot_keys[-1].kid, told)
        if self._signed[0] != what:
            self._signed = (what, self.bot_keys[-1].sign(told))
        return self._signed[1]

    def roll_keys(self) -> None:
        """Sign activities with a new key from now on; the old one stays published, as Microsoft
        does it.
        """
        self.bot_keys.append(_key_of_this_process(f"bot-{len(self.bot_keys) + 1}"))

    def metadata_routes(self) -> list[web.RouteDef]:
        """The Bot Framework's OpenID metadata and keys (plain http, on the tenant's main port)."""
        return [web.get(METADATA_PATH, self._bot_metadata), web.get(KEYS_PATH, self._bot_jwks)]

    def login_routes(self) -> list[web.RouteDef]:
        """The sign-in server's routes (https)."""
        return [
            web.get("/{tenant}/v2.0/.well-known/openid-configuration", self._discovery),
            web.get("/common/discovery/instance", self._instances),
            web.get("/{tenant}/discovery/v2.0/keys", self._login_jwks),
            web.post("/{tenant}/oauth2/v2.0/token", self._token),
        ]

    async def _bot_metadata(self, _: web.Request) -> web.Response:
        keys = self._state.base_url + KEYS_PATH
        algorithms = ["RS256"]
        return web.json_response(
            {
                "issuer": BOT_ISSUER,
                "jwks_uri": keys,
                "id_token_signing_alg_values_supported": algorithms,
            },
        )

    async def _bot_jwks(self, _: web.Request) -> web.Response:
        return web.json_response(
            {"keys": [key.public() | {"endorsements": ["msteams"]} for key in self.bot_keys]}
        )

    async def _login_jwks(self, _: web.Request) -> web.Response:
        return web.json_response({"keys": [self._key.public()]})

    async def _discovery(self, request: web.Request) -> web.Response:
        tenant = request.match_info["tenant"]
        if tenant != self._state.identity.tenant_id:
            return _refusal(400, "invalid_tenant", 90002, f"Tenant '{tenant}' not found.")
        root = f"{self._state.login_url}/{tenant}"
        return web.json_response(
            {
                "issuer": f"{root}/v2.0",
                "token_endpoint": f"{root}/oauth2/v2.0/token",
                "authorization_endpoint": f"{root}/oauth2/v2.0/authorize",
                "jwks_uri": f"{root}/discovery/v2.0/keys",
                "response_types_supported": ["code", "id_token"],
                "token_endpoint_auth_methods_supported": ["client_secret_post"],
                "tenant_region_scope": "EU",
            },
        )

    async def _instances(self, request: web.Request) -> web.Response:
        host = request.host
        tenant = f"{self._state.login_url}/{self._state.identity.tenant_id}"
        endpoint = f"{tenant}/v2.0/.well-known/openid-configuration"
        known = {"preferred_network": host, "preferred_cache": host, "aliases": [host]}
        return web.json_response(
            {"tenant_discovery_endpoint": endpoint, "api-version": "1.1", "metadata": [known]},
        )

    async def _token(self, request: web.Request) -> web.Response:
        form = {key: str(value) for key, value in (await request.post()).items()}
        refused = self._refused(request.match_info["tenant"], form)
        if refused is not None:
            return refused
        token = self.issue(form["scope"].removesuffix("/.default"))
        answer = {
            "token_type": "Bearer",
            "expires_in": TOKEN_SECONDS,
            "ext_expires_in": TOKEN_SECONDS,
        }
        return web.json_response(answer | {"access_token": token})

    def _refused(self, tenant: str, form: dict[str, str]) -> web.Response | None:
        identity = self._state.identity
        if tenant != identity.tenant_id:
            return _refusal(400, "invalid_request", 90002, f"Tenant '{tenant}' not found.")
        if form.get("grant_type") != "client_credentials":
            return _refusal(
                400, "unsupported_grant_type", 70003, "The app requested an unsupported grant type."
            )
        if form.get("client_id") != identity.bot_app_id:
            return _refusal(
                400, "unauthorized_client", 700016, "Application was not found in the directory."
            )
        if form.get("client_secret") != identity.bot_app_secret:
            return _refusal(401, "invalid_client", 7000215, "Invalid client secret provided.")
        if form.get("scope") not in {f"{GRAPH_AUDIENCE}/.default", f"{BOT_AUDIENCE}/.default"}:
            return _refusal(
                400, "invalid_scope", 70011, "The provided value for scope is not valid."
            )
        return None


def _refusal(status: int, error: str, number: int, text: str) -> web.Response:
    timestamp = datetime.now(UTC).strftime("%Y-%m-%d %H:%M:%SZ")
    body = {"error": error, "error_description": f"AADSTS{number}: {text}", "error_codes": [number]}
    return web.json_response(body | {"timestamp": timestamp}, status=status)

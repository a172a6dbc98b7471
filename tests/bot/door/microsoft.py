"""Microsoft's sign-in, what Teams sends, and how it comes to the door."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, field
from typing import Any

import jwt
from aiohttp import web
from cryptography.hazmat.primitives.asymmetric import rsa

from bot.auth import Doorkeeper, KeyRing, Unwelcome

APP, TENANT, SERVICE = "app-id", "tenant-id", "https://smba.trafficmanager.net/emea/"
ISSUER = "https://api.botframework.com"
TEAMS_KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
OTHER_KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)


def jwk(key: rsa.RSAPrivateKey, kid: str, endorsements: list[str]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(key.public_key()))
    return {**found, "kid": kid, "use": "sig", "endorsements": endorsements}


@dataclass
class Microsoft:
    """Microsoft's sign-in: metadata and keys over HTTP, which can be away."""

    url: str = ""
    asked: int = 0
    away: bool = False
    moved: bool = False
    keys: list[dict[str, Any]] = field(
        default_factory=lambda: [
            jwk(TEAMS_KEY, "teams", ["msteams"]),
            jwk(OTHER_KEY, "skype", ["skype"]),
            jwk(TEAMS_KEY, "several", ["msteams", "webchat", "directline"]),
        ]
    )

    async def metadata(self, _: web.Request) -> web.Response:
        self.asked += 1
        if self.away:
            return web.Response(status=503)
        at = "elsewhere" if self.moved else "keys"
        return web.json_response({"issuer": ISSUER, "jwks_uri": f"{self.url}/{at}"})

    async def redirect(self, _: web.Request) -> web.Response:
        return web.Response(status=302, headers={"Location": "/keys"})

    async def jwks(self, _: web.Request) -> web.Response:
        return web.json_response({"keys": self.keys})


def claims(**changed: Any) -> dict[str, Any]:
    now = int(time.time())
    usual = {"iss": ISSUER, "aud": APP, "exp": now + 3600, "nbf": now - 10, "serviceurl": SERVICE}
    return {key: value for key, value in {**usual, **changed}.items() if value is not None}


def token(
    key: Any = TEAMS_KEY, alg: str = "RS256", kid: str | None = "teams", **changed: Any
) -> str:
    return jwt.encode(claims(**changed), key, algorithm=alg, headers={"kid": kid} if kid else None)


def activity(**changed: Any) -> dict[str, Any]:
    usual = {
        "channelId": "msteams",
        "serviceUrl": SERVICE,
        "conversation": {"id": "19:x", "tenantId": TENANT},
        "channelData": {"tenant": {"id": TENANT}},
    }
    return {**usual, **changed}


async def enter(
    ring: KeyRing, bearer: str | None, brought: dict[str, Any] | None = None, **doorkeeper: Any
) -> None:
    door = Doorkeeper(ring, APP, TENANT, **doorkeeper)
    caller = await door.caller(bearer, "10.0.0.1")
    door.admit(caller, brought or activity())


async def refusal(
    ring: KeyRing, bearer: str | None, brought: dict[str, Any] | None = None
) -> tuple[int, str] | None:
    """Status and reason of the refusal; none for whoever is let in."""
    try:
        await enter(ring, bearer, brought)
    except Unwelcome as refused:
        return refused.status, refused.reason
    return None

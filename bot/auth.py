"""Who may write to the bot: inbound tokens are checked here, before anything of the SDK sees them.

Rules: learn.microsoft.com, Bot Connector authentication (from the Connector to your bot): RS256
signature, issuer and keys of the metadata document, audience, five minutes' leeway, the key's
endorsement for the channel, the ``serviceurl`` claim. One key may be endorsed for many channels, so
that the activity comes from Teams is asked besides. The token does not prove the tenant, so the
activity's own is compared with ours.
"""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import aiohttp
import jwt
import structlog

from bot.settings import is_loopback
from mentoring.domain.people import one_spelling

LEEWAY_SECONDS = 300
REFRESH_PAUSE_SECONDS = 300.0
KEYS_AGE_SECONDS = 24 * 3600.0
MOST_PROVED = 500
FIRST_PAUSE_SECONDS = 2.0
"""Without a key nobody can be let in, so Microsoft is asked again this soon."""
LONGEST_TOKEN = 16_384
CHANNEL = "msteams"
"""The channel that the product serves; people of others are not known to be of the tenant."""
TIMEOUT = aiohttp.ClientTimeout(total=5)
UNREADABLE = (
    jwt.PyJWTError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    RecursionError,
)
"""Whatever a parser may raise on what somebody has sent."""
log = structlog.get_logger()


class Unwelcome(Exception):
    """The request is not from Teams, or not meant for us, or nobody can tell yet.

    ``status`` is 401 or 403, or 503 while it cannot be told; the text is for our log only.
    """

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason


@dataclass(frozen=True)
class Keys:
    """The signing keys by id, each with the channels it is endorsed for, and the issuer that uses
    them.
    """

    issuer: str
    keys: Mapping[str, tuple[jwt.PyJWK, frozenset[str]]]


class KeyRing:
    """Microsoft's signing keys: fetched with a timeout, one fetch at a time, and kept while the
    endpoint is unreachable.
    """

    def __init__(self, session: aiohttp.ClientSession, metadata_url: str) -> None:
        self._session = session
        self._metadata_url = metadata_url
        self._found = Keys("", {})
        self._tried_at = float("-inf")
        self._flight = asyncio.Lock()

    async def known(self) -> bool:
        """Whether there are any keys, so that somebody can be let in; if there are none, they are
        fetched.
        """
        if not self._found.keys and self._age > self._pause:
            await self._refresh(self._tried_at)
        return bool(self._found.keys)

    @property
    def _age(self) -> float:
        return time.monotonic() - self._tried_at

    @property
    def _pause(self) -> float:
        return REFRESH_PAUSE_SECONDS if self._found.keys else FIRST_PAUSE_SECONDS

    async def key(self, key_id: str) -> tuple[str, jwt.PyJWK, frozenset[str]] | None:
        """Issuer, key and endorsements for a key id, or None if Microsoft does not know it.

        For an unknown id Microsoft is asked again at most once in five minutes, so that a forger
        cannot make us ask at will; while there is no key at all, every two seconds.
        """
        age = self._age
        if age > KEYS_AGE_SECONDS or (key_id not in self._found.keys and age > self._pause):
            await self._refresh(self._tried_at)
        known = self._found.keys.get(key_id)
        return (self._found.issuer, *known) if known else None

    async def _refresh(self, seen: float) -> None:
        async with self._flight:
            if self._tried_at != seen:
                return  # somebody else has just asked
            try:
                self._found = await self._fetch()
            except (aiohttp.ClientError, TimeoutError, *UNREADABLE) as error:
                log.warning(
                    "keys.unavailable", error=type(error).__name__, kept=len(self._found.keys)
                )
            finally:
                self._tried_at = time.monotonic()

    async def _fetch(self) -> Keys:
        metadata = await self._json(self._metadata_url)
        found = await self._json(str(metadata["jwks_uri"]))
        usable = dict(filter(None, map(_usable, found["keys"])))
        if not usable:
            raise ValueError("no RSA key")
        return Keys(str(metadata["issuer"]), usable)

    async def _json(self, url: str) -> dict[str, Any]:
        async with self._session.get(url, timeout=TIMEOUT, allow_redirects=False) as answer:
            answer.raise_for_status()
            body = await answer.json(content_type=None)
        if not isinstance(body, dict):
            raise ValueError(f"{url} did not answer with an object")  # noqa: TRY004 - the caller treats it as a bad answer
        return body


def _usable(key: Mapping[str, Any]) -> tuple[str, tuple[jwt.PyJWK, frozenset[str]]] | None:
    """The key by its id; None for one that cannot be read, which keeps nobody from the others."""
    try:
        if key["kty"] == "RSA":
            return key["kid"], (jwt.PyJWK(dict(key)), frozenset(key.get("endorsements", ())))
    except UNREADABLE as error:
        log.warning("keys.odd", error=type(error).__name__)
    return None


@dataclass(frozen=True)
class Caller:
    """What a token proved: its claims, and the channels that its key is endorsed for.

    An unsigned request proves nothing.
    """

    claims: Mapping[str, Any]
    endorsements: frozenset[str]
    signed: bool = True


class Doorkeeper:
    """Lets in what comes from Teams, is meant for this bot, and concerns this tenant."""

    def __init__(
        self, keys: KeyRing, app_id: str, tenant_id: str, *, sandbox: bool = False
    ) -> None:
        self._keys = keys
        self._app_id = app_id
        self._tenant_id = tenant_id
        self._sandbox = sandbox
        self._proved: OrderedDict[str, tuple[str, jwt.PyJWK, Mapping[str, Any]]] = OrderedDict()

    async def caller(self, authorization: str | None, remote: str | None) -> Caller:
        """Who is calling, judged by the request's header alone.

        In sandbox mode an unsigned request from this machine is let through, because Microsoft's
        Playground sends its requests unsigned.

        Raises:
            Unwelcome: 401 with the reason, or 503 while nobody's token can be checked.
        """
        if authorization is None and self._sandbox and is_loopback(remote):
            return Caller({}, frozenset(), signed=False)
        scheme, _, token = (authorization or "").partition(" ")
        if scheme != "Bearer" or not token:
            raise Unwelcome(401, "no bearer token")
        if len(token) > LONGEST_TOKEN or not token.isascii():
            raise Unwelcome(401, "unreadable token: not of a token's letters")
        return await self._signed(token)

    async def _signed(self, token: str) -> Caller:
        key_id, proved_by, claims = self._proved.get(token) or (_key_id(token), None, {})
        found = await self._keys.key(key_id)
        if found is None and not await self._keys.known():
            raise Unwelcome(503, "none of Microsoft's keys could be fetched yet")
        if found is None:
            raise Unwelcome(401, "unknown key")
        issuer, key, endorsements = found
        if key is not proved_by or time.time() >= float(claims["exp"]) + LEEWAY_SECONDS:
            claims = self._claims(token, key, issuer)
            self._keep(token, (key_id, key, claims))
        return Caller(claims, endorsements)

    def _keep(self, token: str, proved: tuple[str, jwt.PyJWK, Mapping[str, Any]]) -> None:
        """Remember what a token proved: Teams sends many activities with the same token, and it
        holds as long as the key is known and the token has not expired.
        """
        self._proved[token] = proved
        if len(self._proved) > MOST_PROVED:
            self._proved.popitem(last=False)

    def _claims(self, token: str, key: jwt.PyJWK, issuer: str) -> Mapping[str, Any]:
        try:
            claims: dict[str, Any] = jwt.decode(
                token,
                key.key,
                algorithms=["RS256"],
                audience=self._app_id,
                issuer=issuer,
                leeway=LEEWAY_SECONDS,
                options={"require": ["exp", "iss", "aud"], "strict_aud": True},
            )
        except UNREADABLE as error:
            raise Unwelcome(401, f"token refused: {type(error).__name__}") from error
        return claims

    def admit(self, caller: Caller, activity: Mapping[str, Any]) -> None:
        """Let the activity in, if the caller may bring it.

        Raises:
            Unwelcome: 403 with the reason.
        """
        if activity.get("channelId") != CHANNEL:
            raise Unwelcome(403, "not from the channel Microsoft Teams; remove others from the bot")
        service_url = str(activity.get("serviceUrl") or "")
        if not caller.signed:
            if not is_loopback(_host(service_url)):
                raise Unwelcome(403, "unsigned, and its serviceUrl is not this machine")
            return
        if caller.claims.get("serviceurl") != service_url or not service_url:
            raise Unwelcome(403, "serviceurl claim differs from the activity's")
        if CHANNEL not in caller.endorsements:
            raise Unwelcome(403, "key is not endorsed for the channel")
        tenants = _tenants(activity)
        if tenants != {self._tenant_id}:
            raise Unwelcome(403, "conversation of another tenant")


def _key_id(token: str) -> str:
    """The id of the key that the token says it is signed with."""
    try:
        header = jwt.get_unverified_header(token)
    except UNREADABLE as error:
        raise Unwelcome(401, f"unreadable token: {type(error).__name__}") from error
    if header.get("alg") != "RS256":
        raise Unwelcome(401, "algorithm is not RS256")
    return str(header.get("kid", ""))


def _host(url: str) -> str | None:
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None


def _tenants(activity: Mapping[str, Any]) -> set[str]:
    """Every tenant that the activity names."""
    conversation = activity.get("conversation")
    channel_data = activity.get("channelData")
    in_channel = channel_data.get("tenant") if isinstance(channel_data, dict) else None
    named = [
        conversation.get("tenantId") if isinstance(conversation, dict) else None,
        in_channel.get("id") if isinstance(in_channel, dict) else None,
    ]
    return {one_spelling(str(tenant)) for tenant in named if tenant}

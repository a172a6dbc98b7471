"""The front door: what is let in, and every kind of forgery that is not.

Rules: learn.microsoft.com, Bot Framework authentication, "Connector to Bot".
"""

from __future__ import annotations

import base64
import json
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, Self

import jwt
import pytest

from bot import auth
from bot.auth import Doorkeeper, KeyRing, Unwelcome
from tests.bot.door.microsoft import (
    APP,
    OTHER_KEY,
    TEAMS_KEY,
    TENANT,
    activity,
    claims,
    enter,
    jwk,
    refusal,
    token,
)


async def test_what_teams_sends_is_let_in(ring: KeyRing) -> None:
    assert await refusal(ring, f"Bearer {token()}") is None


async def test_the_tenants_id_is_the_same_in_capitals(ring: KeyRing) -> None:
    tenant = "0a1b2c3d-0000-4000-8000-00000000abcd"
    said = activity(conversation={"id": "19:x", "tenantId": tenant.upper()}, channelData={})
    door = Doorkeeper(ring, APP, tenant)
    door.admit(await door.caller(f"Bearer {token()}", "10.0.0.1"), said)


def unsigned() -> str:
    parts = ({"alg": "none", "typ": "JWT", "kid": "teams"}, claims())
    return ".".join(
        [
            base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=").decode()
            for part in parts
        ]
        + [""]
    )


def confused() -> str:
    """HS256 with the public key's numbers as its secret: the classic confusion of algorithms."""
    public = jwk(TEAMS_KEY, "teams", [])["n"]
    return jwt.encode(claims(), public, algorithm="HS256", headers={"kid": "teams"})


def headed(header: bytes) -> str:
    """A token whose header is this, as far as anybody can read it."""
    return f"Bearer {base64.urlsafe_b64encode(header).rstrip(b'=').decode()}.e30.e30"


class Late(datetime):
    """The moment after a token's last, as the JWT library asks for it."""

    @classmethod
    def now(cls, tz: Any = None) -> Self:
        later = datetime.now(tz) + timedelta(seconds=3600 + auth.LEEWAY_SECONDS + 1)
        return cls.fromtimestamp(later.timestamp(), tz)


FORGED: dict[str, tuple[Callable[[], str | None], str]] = {
    "no header": (lambda: None, "no bearer token"),
    "not a bearer": (lambda: "Basic abc", "no bearer token"),
    "lower-case scheme": (lambda: f"bearer {token()}", "no bearer token"),
    "empty": (lambda: "Bearer ", "no bearer token"),
    "garbage": (lambda: "Bearer x.y.z", "unreadable token"),
    "no letters of a token": (lambda: "Bearer \udcff\udcfe.\udcff.\udcff", "unreadable token"),
    "letters of another alphabet": (lambda: "Bearer токен.x.y", "unreadable token"),
    "a header nested a thousand times": (lambda: headed(b"[" * 5000), "unreadable token"),
    "a header that is a list": (lambda: headed(b"[]"), "unreadable token"),
    "a header with an endless number": (
        lambda: headed(b'{"a":' + b"1" * 5000 + b"}"),
        "unreadable token",
    ),
    "a header that is no UTF-8": (lambda: headed(b'{"alg":"\xff"}'), "unreadable token"),
    "a key id that is a list": (lambda: headed(b'{"alg":"RS256","kid":[]}'), "unreadable token"),
    "an algorithm that is a list": (lambda: headed(b'{"alg":["RS256"]}'), "algorithm is not RS256"),
    "critical extensions of no form": (
        lambda: headed(b'{"alg":"RS256","crit":7}'),
        "un(known key|readable token)",
    ),
    "longer than any token": (lambda: f"Bearer {'x' * 20_000}", "unreadable token"),
    "signed by somebody else": (lambda: f"Bearer {token(OTHER_KEY)}", "InvalidSignature"),
    "unknown key": (lambda: f"Bearer {token(kid='nobody')}", "unknown key"),
    "no key id": (lambda: f"Bearer {token(kid=None)}", "unknown key"),
    "no signature": (lambda: f"Bearer {unsigned()}", "algorithm is not RS256"),
    "confused algorithm": (lambda: f"Bearer {confused()}", "algorithm is not RS256"),
    "RS512": (lambda: f"Bearer {token(alg='RS512')}", "algorithm is not RS256"),
    "expired six minutes ago": (
        lambda: f"Bearer {token(exp=int(time.time()) - 360)}",
        "ExpiredSignature",
    ),
    "no expiry": (lambda: f"Bearer {token(exp=None)}", "MissingRequiredClaim"),
    "valid only in six minutes": (
        lambda: f"Bearer {token(nbf=int(time.time()) + 360)}",
        "ImmatureSignature",
    ),
    "another audience": (lambda: f"Bearer {token(aud='other-app')}", "InvalidAudience"),
    "a list as audience": (lambda: f"Bearer {token(aud=[APP, 'other'])}", "InvalidAudience"),
    "no audience": (lambda: f"Bearer {token(aud=None)}", "MissingRequiredClaim"),
    "another issuer": (lambda: f"Bearer {token(iss='https://login.example')}", "InvalidIssuer"),
    "no issuer": (lambda: f"Bearer {token(iss=None)}", "MissingRequiredClaim"),
}
"""Each forgery, and the reason for which it is refused: any other reason would hide that this one
is let through.

A forgery is made when it is sent: what is valid in six minutes is within the leeway a minute later.
"""


@pytest.mark.parametrize("kind", FORGED)
async def test_a_forged_token_is_answered_with_401(ring: KeyRing, kind: str) -> None:
    forged, reason = FORGED[kind]
    with pytest.raises(Unwelcome, match=reason) as refused:
        await enter(ring, forged())
    assert refused.value.status == 401


@pytest.mark.parametrize("seconds", [-240, 240])
async def test_clocks_may_differ_by_five_minutes(ring: KeyRing, seconds: int) -> None:
    now = int(time.time())
    expires, begins = now + seconds if seconds < 0 else now + 900, now + max(seconds, 0)
    assert await refusal(ring, f"Bearer {token(exp=expires, nbf=begins)}") is None


NOT_ITS_URL, NOT_OUR_TENANT = "serviceurl claim differs", "conversation of another tenant"
NOT_OUR_CHANNEL = "not from the channel Microsoft Teams"
WRONG = {
    "another service url": (token(), activity(serviceUrl="https://evil.example/"), NOT_ITS_URL),
    "no serviceurl claim": (token(serviceurl=None), activity(), NOT_ITS_URL),
    "no service url at all": (token(serviceurl=None), activity(serviceUrl=""), NOT_ITS_URL),
    "key not endorsed for Teams": (token(OTHER_KEY, kid="skype"), activity(), "not endorsed"),
    "another channel": (token(), activity(channelId="webchat"), NOT_OUR_CHANNEL),
    "another channel that the key is endorsed for": (
        token(kid="several"),
        activity(channelId="webchat"),
        NOT_OUR_CHANNEL,
    ),
    "a channel that is a list": (token(), activity(channelId=["msteams"]), NOT_OUR_CHANNEL),
    "no channel": (token(), activity(channelId=None), NOT_OUR_CHANNEL),
    "a service url that is an object": (token(), activity(serviceUrl={}), NOT_ITS_URL),
    "another tenant": (
        token(),
        activity(conversation={"id": "x", "tenantId": "other"}, channelData={}),
        NOT_OUR_TENANT,
    ),
    "two tenants": (token(), activity(channelData={"tenant": {"id": "other"}}), NOT_OUR_TENANT),
    "no tenant": (token(), activity(conversation={"id": "x"}, channelData={}), NOT_OUR_TENANT),
    "channel data of the wrong shape": (
        token(),
        activity(conversation=[], channelData="x"),
        NOT_OUR_TENANT,
    ),
}


async def test_of_a_key_for_several_channels_teams_is_let_in(ring: KeyRing) -> None:
    assert await refusal(ring, f"Bearer {token(kid='several')}") is None


@pytest.mark.parametrize("kind", WRONG)
async def test_a_good_token_with_a_foreign_activity_is_answered_with_403(
    ring: KeyRing, kind: str
) -> None:
    bearer, brought, reason = WRONG[kind]
    with pytest.raises(Unwelcome, match=reason) as refused:
        await enter(ring, f"Bearer {bearer}", brought)
    assert refused.value.status == 403


async def test_a_token_that_was_let_in_before_is_let_in_no_longer_than_it_is_valid(
    ring: KeyRing, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a token proves is kept, because Teams sends many activities with one; its time and its
    key still count.
    """
    door, bearer = Doorkeeper(ring, APP, TENANT), f"Bearer {token()}"
    first, second = await door.caller(bearer, None), await door.caller(bearer, None)
    assert first == second
    late = time.time() + 3600 + auth.LEEWAY_SECONDS + 1
    monkeypatch.setattr("bot.auth.time.time", lambda: late)
    monkeypatch.setattr("jwt.api_jwt.datetime", Late)
    with pytest.raises(Unwelcome, match="ExpiredSignature"):
        await door.caller(bearer, None)


async def test_unsigned_activities_are_for_the_sandbox_and_this_machine_alone(
    ring: KeyRing,
) -> None:
    local = activity(serviceUrl="http://127.0.0.1:56150/_connector")
    sandbox = Doorkeeper(ring, APP, TENANT, sandbox=True)
    sandbox.admit(await sandbox.caller(None, "127.0.0.1"), local)
    with pytest.raises(Unwelcome, match="no bearer token"):
        await sandbox.caller(None, "10.0.0.1")
    with pytest.raises(Unwelcome, match="serviceUrl is not this machine"):
        sandbox.admit(await sandbox.caller(None, "127.0.0.1"), activity())
    with pytest.raises(Unwelcome, match="serviceUrl is not this machine"):
        sandbox.admit(await sandbox.caller(None, "127.0.0.1"), activity(serviceUrl="http://["))
    with pytest.raises(Unwelcome, match=NOT_OUR_CHANNEL):
        sandbox.admit(await sandbox.caller(None, "127.0.0.1"), {**local, "channelId": "emulator"})
    with pytest.raises(Unwelcome, match="no bearer token"):
        await Doorkeeper(ring, APP, TENANT).caller(None, "127.0.0.1")

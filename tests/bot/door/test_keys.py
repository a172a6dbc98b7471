"""The keys by which the front door knows what Microsoft has signed: when they are fetched, and
which of them are believed.
"""

from __future__ import annotations

import time
from types import SimpleNamespace
from typing import Any

import pytest

from bot import auth
from bot.auth import Doorkeeper, KeyRing, Unwelcome
from tests.bot.door.microsoft import (
    APP,
    OTHER_KEY,
    TENANT,
    Microsoft,
    enter,
    jwk,
    refusal,
    token,
)


async def test_an_unknown_key_makes_us_ask_once_in_five_minutes(
    ring: KeyRing, microsoft: Microsoft
) -> None:
    await enter(ring, f"Bearer {token()}")
    for _ in range(20):
        assert await refusal(ring, f"Bearer {token(kid='nobody')}") == (401, "unknown key")
    assert microsoft.asked == 1


async def test_a_new_key_is_found_after_a_rollover(
    ring: KeyRing, microsoft: Microsoft, monkeypatch: pytest.MonkeyPatch
) -> None:
    await enter(ring, f"Bearer {token()}")
    microsoft.keys = [jwk(OTHER_KEY, "new", ["msteams"])]
    monkeypatch.setattr(auth, "REFRESH_PAUSE_SECONDS", 0.0)
    assert await refusal(ring, f"Bearer {token(OTHER_KEY, kid='new')}") is None


async def test_a_token_that_was_let_in_before_is_refused_when_its_key_is_withdrawn(
    ring: KeyRing, microsoft: Microsoft, monkeypatch: pytest.MonkeyPatch
) -> None:
    door, bearer = Doorkeeper(ring, APP, TENANT), f"Bearer {token()}"
    await door.caller(bearer, None)
    microsoft.keys = [jwk(OTHER_KEY, "new", ["msteams"])]
    monkeypatch.setattr(auth, "KEYS_AGE_SECONDS", -1.0)
    with pytest.raises(Unwelcome, match="unknown key"):
        await door.caller(bearer, None)


async def test_a_key_of_the_same_id_does_not_take_over_what_the_old_one_proved(
    ring: KeyRing, microsoft: Microsoft, monkeypatch: pytest.MonkeyPatch
) -> None:
    door, bearer = Doorkeeper(ring, APP, TENANT), f"Bearer {token()}"
    await door.caller(bearer, None)
    microsoft.keys = [jwk(OTHER_KEY, "teams", ["msteams"])]
    monkeypatch.setattr(auth, "KEYS_AGE_SECONDS", -1.0)
    with pytest.raises(Unwelcome, match="token refused"):
        await door.caller(bearer, None)


async def test_old_keys_are_kept_while_microsoft_is_away(
    ring: KeyRing, microsoft: Microsoft, monkeypatch: pytest.MonkeyPatch
) -> None:
    await enter(ring, f"Bearer {token()}")
    microsoft.away = True
    monkeypatch.setattr(auth, "KEYS_AGE_SECONDS", -1.0)
    await enter(ring, f"Bearer {token()}")
    assert microsoft.asked == 2


async def test_keys_that_could_not_be_fetched_are_asked_for_again_within_seconds_while_none_is_kept(
    ring: KeyRing, microsoft: Microsoft, monkeypatch: pytest.MonkeyPatch
) -> None:
    """issue 12, D5: one failure made the product deaf for five minutes."""
    moment = time.monotonic()
    monkeypatch.setattr(auth, "time", SimpleNamespace(monotonic=lambda: moment, time=time.time))
    microsoft.away = True
    status, reason = await refusal(ring, f"Bearer {token()}") or (0, "")
    assert (status, "could be fetched" in reason) == (503, True), "it may well be a good one"
    assert not await ring.known()
    assert microsoft.asked == 1, "a forger must not make us ask at once"
    microsoft.away = False
    moment += 3
    assert await refusal(ring, f"Bearer {token()}") is None
    assert await ring.known()


WRONG_KEYS: list[list[Any]] = [
    [],
    [7],
    ["x"],
    [{"kty": "RSA"}],
    [{"kty": "RSA", "kid": "a", "n": "!", "e": "!"}],
    [{"kty": "EC"}],
]


@pytest.mark.parametrize("keys", WRONG_KEYS, ids=str)
async def test_keys_in_no_known_form_do_not_take_the_place_of_those_that_are_kept(
    ring: KeyRing, microsoft: Microsoft, monkeypatch: pytest.MonkeyPatch, keys: list[Any]
) -> None:
    """issue 12, D2."""
    await enter(ring, f"Bearer {token()}")
    microsoft.keys = keys
    monkeypatch.setattr(auth, "KEYS_AGE_SECONDS", -1.0)
    assert await refusal(ring, f"Bearer {token()}") is None


@pytest.mark.parametrize("odd", [key for keys in WRONG_KEYS for key in keys], ids=str)
async def test_one_key_that_cannot_be_read_does_not_spoil_the_others(
    ring: KeyRing, microsoft: Microsoft, odd: Any
) -> None:
    """Issue 12, 4: after a restart nobody would have been let in."""
    microsoft.keys = [odd, *microsoft.keys]
    assert await refusal(ring, f"Bearer {token()}") is None


async def test_many_first_requests_share_one_fetch(ring: KeyRing, microsoft: Microsoft) -> None:
    import asyncio

    await asyncio.gather(*(enter(ring, f"Bearer {token()}") for _ in range(10)))
    assert microsoft.asked == 1


async def test_no_redirect_is_followed_to_keys(microsoft: Microsoft, ring: KeyRing) -> None:
    """Whoever could answer with one would say which keys count."""
    microsoft.moved = True
    assert not await ring.known()

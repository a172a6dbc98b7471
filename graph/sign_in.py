"""The app's sign-in. Whether a token still counts is said by the service that gets it, and not by
this machine's clock.

A credential keeps a token for as long as the clock says that it counts. Where that has jumped back
by an hour, Microsoft takes none of what is sent in that hour (401). So a token that was not taken
is thrown away, and whoever repeats the call brings a new one; only if that is not taken either is
it a refusal.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, Self

from graph.asked_once import AskedOnce
from mentoring.domain.errors import OutsideError, Unavailable

if TYPE_CHECKING:
    from azure.core.credentials import AccessToken
    from azure.core.credentials_async import AsyncTokenCredential

KEPT_SECONDS = 60.0
"""So long a token is given without asking the credential, unless it ends before."""
RENEWED_SECONDS_BEFORE = 300.0
"""So long before its end it is not kept any more: from then on the credential renews it."""
NEW_SECONDS = 60.0
"""For so long after a token was thrown away its successor is new: that it is not taken is no fault
of any clock. Afterwards another one is tried, because what was amiss may have been put right.
"""


class TokenNotTaken(Exception):
    """A service has answered 401; ``refusal`` is what that means of a new token."""

    def __init__(self, token: str, refusal: OutsideError) -> None:
        super().__init__(str(refusal))
        self.token = token
        self.refusal = refusal


class SignIn:
    """A credential of which tokens can be thrown away; ``made`` makes one that has none yet."""

    def __init__(self, made: Callable[[], AsyncTokenCredential]) -> None:
        self._made = made
        self._credential = made()
        self._before: AsyncTokenCredential | None = None
        self._tokens: dict[tuple[str, ...], tuple[AccessToken, float]] = {}
        self._asking = AskedOnce["AccessToken"]()
        self._thrown_away: dict[tuple[str, ...], float] = {}

    async def get_token(
        self,
        *scopes: str,
        claims: str | None = None,
        tenant_id: str | None = None,
        enable_cae: bool = False,
        **more: object,
    ) -> AccessToken:
        """A token for these scopes, for a minute the same: the credential, which knows when to
        renew its own, takes a while to find it.

        Raises:
            AzureError: there is none.
        """
        kept, until = self._tokens.get(scopes, (None, 0.0))
        if kept and claims is None and time.monotonic() < until:
            return kept
        wanted = {"claims": claims, "tenant_id": tenant_id, "enable_cae": enable_cae, **more}
        credential = self._credential
        question = partial(self._asked, credential, scopes, wanted)
        return await self._asking.ask((credential, scopes, claims), question)

    async def _asked(
        self, credential: AsyncTokenCredential, scopes: tuple[str, ...], wanted: Mapping[str, Any]
    ) -> AccessToken:
        token = await credential.get_token(*scopes, **wanted)
        if credential is self._credential:  # else its tokens were thrown away meanwhile
            left = token.expires_on - RENEWED_SECONDS_BEFORE - time.time()
            self._tokens[scopes] = token, time.monotonic() + min(KEPT_SECONDS, left)
        return token

    async def judged(self, token: str, refusal: OutsideError) -> OutsideError:
        """What it means that a service has not taken this token: *away*, because the next attempt
        brings another one, or ``refusal`` if it is one that was only just asked for.
        """
        given = self._tokens.items()
        scopes = next((each for each, (own, _) in given if own.token == token), None)
        if scopes and self._is_new(scopes):
            return refusal
        if scopes:
            self._thrown_away[scopes] = time.monotonic()
            await self._throw_away()
        return Unavailable(f"{refusal}: the next attempt takes a new token")

    def _is_new(self, scopes: tuple[str, ...]) -> bool:
        thrown_away = self._thrown_away.get(scopes, float("-inf"))
        return time.monotonic() - thrown_away < NEW_SECONDS

    async def _throw_away(self) -> None:
        """Only the credential knows where it keeps its tokens, so they go with it. Somebody may
        just be asking it for one: it is closed when the next one goes.
        """
        self._tokens.clear()
        closing, self._before, self._credential = self._before, self._credential, self._made()
        if closing:
            await closing.close()

    async def close(self) -> None:
        """Close its connections."""
        for each in filter(None, (self._before, self._credential)):
            await each.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_error: object) -> None:
        await self.close()

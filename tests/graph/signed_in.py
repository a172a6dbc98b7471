"""The app, signed in at the simulated tenant."""

from __future__ import annotations

from typing import Any, Self

from azure.core.credentials import AccessToken

from sandbox.server import Tenant
from sandbox.signin import GRAPH_AUDIENCE


class Credential:
    """A credential whose token is never looked at; it has nothing to close."""

    async def get_token(self, *_scopes: str, **_more: Any) -> AccessToken:
        """A token for whatever is asked."""
        return AccessToken("token", 2**31)

    async def close(self) -> None:
        """Nothing is open."""

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_error: object) -> None:
        await self.close()


class SignedIn(Credential):
    """The app's credential at the simulated tenant."""

    def __init__(self, tenant: Tenant) -> None:
        self._tenant = tenant

    async def get_token(self, *_scopes: str, **_more: Any) -> AccessToken:
        """A token that the tenant has issued."""
        return AccessToken(self._tenant.signin.issue(GRAPH_AUDIENCE), 2**31)

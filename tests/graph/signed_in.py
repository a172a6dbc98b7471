"""The app, signed in at the simulated tenant."""

from __future__ import annotations

from functools import partial
from typing import Any, Self

from azure.core.credentials import AccessToken

from graph.sign_in import SignIn
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
    """The app's credential at the simulated tenant; its tokens are not kept, so that a permission
    that is taken away is missing at once.
    """

    def __init__(self, tenant: Tenant) -> None:
        self._tenant = tenant

    async def get_token(self, *_scopes: str, **_more: Any) -> AccessToken:
        """A token that the tenant has issued."""
        return AccessToken(self._tenant.signin.issue(GRAPH_AUDIENCE), 0)


class Kept(Credential):
    """One that keeps the token it was given once, whatever time it is."""

    def __init__(self, tenant: Tenant, audience: str) -> None:
        self._token = AccessToken(tenant.signin.issue(audience), 2**31)

    async def get_token(self, *_scopes: str, **_more: Any) -> AccessToken:
        """The same one each time."""
        return self._token


def signed_in(tenant: Tenant) -> SignIn:
    """The app's sign-in at the simulated tenant."""
    return SignIn(partial(SignedIn, tenant))

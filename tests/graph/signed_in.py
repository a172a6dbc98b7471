"""The app, signed in at the simulated tenant."""

from __future__ import annotations

from azure.core.credentials import AccessToken

from sandbox.server import Tenant
from sandbox.signin import GRAPH_AUDIENCE


class SignedIn:
    """The app's credential at the simulated tenant."""

    def __init__(self, tenant: Tenant) -> None:
        self._tenant = tenant

    async def get_token(self, *_: str, **__: object) -> AccessToken:
        return AccessToken(self._tenant.signin.issue(GRAPH_AUDIENCE), 2**31)

"""The Bot Connector of the simulated tenant, and the clients of the people who talk to the bot."""

from __future__ import annotations

from aiohttp import web

from sandbox.connector.api import BotConnector
from sandbox.connector.clients import Clients
from sandbox.connector.delivery import Delivery
from sandbox.connector.onedrive import OneDrive
from sandbox.signin import SignIn
from sandbox.state import TenantState


def connect(state: TenantState, signin: SignIn) -> tuple[Clients, list[web.RouteDef]]:
    """The people's clients and the routes of the Bot Connector (below `/connector`) of this
    tenant.
    """
    clients = Clients(state, Delivery(state, signin))
    drives = OneDrive(state).routes()
    return clients, [*BotConnector(state, signin, clients).routes(), *drives]

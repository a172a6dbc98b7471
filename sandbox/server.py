"""The simulated tenant as running servers: one plain http port for everything, one https port for
signing in.

`running(…)` starts both in this process, on ports the system chooses, with an invented company in
the tenant:

    async with running(people=44, limits="all", seed=1) as tenant:
        tenant.url     # http://127.0.0.1:PORT
        tenant.env     # the product's environment, TANDEM_…
        tenant.state   # what the tenant holds
"""

import ssl
import tempfile
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import trustme
from aiohttp import web
from aiohttp.typedefs import Middleware

from sandbox import admin, company, connector, control
from sandbox.clock import Clock
from sandbox.connector.clients import Clients
from sandbox.faults import Faults
from sandbox.graph.notifications import Notifier
from sandbox.graph.permissions import GRANTED
from sandbox.graph.service import GraphService
from sandbox.limits import Limits, Mode
from sandbox.signin import METADATA_PATH, SignIn
from sandbox.state import Delays, Identity, TenantState
from sandbox.teams import ProgrammeTeams

HOST = "127.0.0.1"
MOST_BYTES = 8 * 1024 * 1024


@dataclass(frozen=True)
class Tenant:
    """A running tenant."""

    state: TenantState
    signin: SignIn
    clients: Clients
    ca_file: Path

    @property
    def url(self) -> str:
        """The base URL of everything but sign-in."""
        return self.state.base_url

    @property
    def env(self) -> dict[str, str]:
        """The product's environment for this tenant; where it listens and where its data are is not
        in it.
        """
        identity, url = self.state.identity, self.state.base_url
        return {
            "TANDEM_MODE": "sandbox",
            "TANDEM_TENANT_ID": identity.tenant_id,
            "TANDEM_BOT_APP_ID": identity.bot_app_id,
            "TANDEM_BOT_APP_SECRET": identity.bot_app_secret,
            "TANDEM_TEAMS_APP_ID": identity.teams_app_id,
            **programmes_env(self.state.programmes),
            "TANDEM_GRAPH_BASE_URL": f"{url}/v1.0",
            "TANDEM_OPENID_METADATA_URL": f"{url}{METADATA_PATH}",
            "TANDEM_LOGIN_AUTHORITY": self.state.login_url,
            "TANDEM_LOGIN_CA_FILE": str(self.ca_file),
            "TANDEM_CLOCK_URL": f"{url}/sandbox/clock",
        }


def new_state(
    *,
    limits: Mode = "all",
    seed: int = 1,
    faults: float = 0.0,
    now: datetime | None = None,
    delays: Delays | None = None,
) -> TenantState:
    """An empty tenant, reproducible from its seed.

    `now` (aware) is its present, by default the real one.
    """
    state = TenantState(
        Identity("", "nordwind.example", "", "", ""),
        seed,
        Clock(now),
        Limits(limits),
        Faults(faults, seed),
        delays=delays or Delays(),
        permissions=set(GRANTED),
    )
    secret = f"sandbox-{state.new_id()}"
    state.identity = Identity(
        state.new_id(), "nordwind.example", state.new_id(), secret, state.new_id()
    )
    return state


@asynccontextmanager
async def running(  # noqa: PLR0913 - one argument an option of `serve`
    *,
    people: int = company.DEFAULT_PEOPLE,
    limits: Mode = "all",
    seed: int = 1,
    faults: float = 0.0,
    now: datetime | None = None,
    delays: Delays | None = None,
    teams: int = 1,
    programmes: int = 1,
    port: int = 0,
) -> AsyncIterator[Tenant]:
    """Run a tenant with an invented company of so many people, and programmes with so many
    participants' teams each.
    """
    state = new_state(limits=limits, seed=seed, faults=faults, now=now, delays=delays)
    company.build(state, people, teams, programmes)
    async with serving(state, port) as tenant:
        yield tenant


@asynccontextmanager
async def serving(
    state: TenantState,
    port: int = 0,
    middlewares: Sequence[Middleware] = (),
    extra: Callable[[Clients], list[web.RouteDef]] = lambda _: [],
) -> AsyncIterator[Tenant]:
    """Serve a tenant that has been furnished already; port 0 lets the system choose.

    `middlewares` see every request of the plain port first, so that somebody else's client can host
    a conversation; `extra` gives further routes of that port.
    """
    signin = SignIn(state)
    clients, connector_routes = connector.connect(state, signin)
    app = web.Application(client_max_size=MOST_BYTES, middlewares=middlewares)
    app.add_routes(signin.metadata_routes())
    app.add_routes(GraphService(state, signin).routes())
    app.add_routes(connector_routes)
    app.add_routes(control.routes(state, clients))
    app.add_routes(admin.routes(state, signin))
    app.add_routes(extra(clients))
    login = web.Application()
    login.add_routes(signin.login_routes())
    with tempfile.TemporaryDirectory(prefix="sandbox-") as folder:
        ca_file, tls = _certificate(Path(folder))
        async with _listening(app, port) as own_port, _listening(login, 0, tls) as login_port:
            state.base_url, state.login_url = (
                f"http://{HOST}:{own_port}",
                f"https://{HOST}:{login_port}",
            )
            Notifier(state).start()
            try:
                yield Tenant(state, signin, clients, ca_file)
            finally:
                for close in state.closing:
                    await close()


def programmes_env(programmes: Sequence[ProgrammeTeams]) -> dict[str, str]:
    """Which teams run programmes.

    Only the first owners' channel is named; the bot learns the others where it is set up.
    """
    several = len(programmes) > 1
    teams = (
        f"{one.owners_team_id}:{team}" if several else team
        for one in programmes
        for team in one.team_ids
    )
    return {
        "TANDEM_OWNERS_TEAM_IDS": ",".join(one.owners_team_id for one in programmes),
        "TANDEM_OWNERS_CHANNEL_ID": next((one.owners_channel_id for one in programmes), ""),
        "TANDEM_PROGRAMME_TEAM_IDS": ",".join(teams),
    }


def _certificate(folder: Path) -> tuple[Path, ssl.SSLContext]:
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(HOST, "localhost").configure_cert(context)
    ca_file = folder / "ca.pem"
    authority.cert_pem.write_to_path(str(ca_file))
    return ca_file, context


@asynccontextmanager
async def _listening(
    app: web.Application, port: int, tls: ssl.SSLContext | None = None
) -> AsyncIterator[int]:
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    try:
        site = web.TCPSite(runner, HOST, port, ssl_context=tls)
        await site.start()
        yield int(runner.addresses[0][1])
    finally:
        await runner.cleanup()

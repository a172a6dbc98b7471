"""The one composition root: everything is built here, once, and put together."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import aiohttp
from aiohttp import web
from azure.core.pipeline.transport import AioHttpTransport
from azure.identity.aio import ClientSecretCredential, ManagedIdentityCredential

import cards.catalogue  # noqa: F401 - cards register themselves
from bot import commands, handlers, holdings  # noqa: F401 - commands, handlers and holdings register themselves
from bot.auth import Doorkeeper, KeyRing
from bot.chance import keyed
from bot.clock import SandboxClock, SystemClock
from bot.connector import Connector
from bot.desk import Desk
from bot.limits import limits_of
from bot.listening import Listening
from bot.matcher import ProcessMatcher
from bot.messenger import TeamsMessenger
from bot.notifications import Notifications
from bot.owners import Keep, Owners
from bot.portraits import Portraits
from bot.programmes.reading import read_programme
from bot.router import Router
from bot.screen import Screen
from bot.server import Runner
from bot.settings import Settings
from bot.starting import once_started
from bot.teams import Teams
from bot.uploads import Uploads
from bot.web import FrontDoor
from cards.sessions.tandem import CardWording
from graph.apps import OwnApp
from graph.calendar import GraphCalendar
from graph.channels import GraphChannels
from graph.client import Graph
from graph.directory import GraphDirectory
from graph.sign_in import SignIn
from graph.throttle import Throttle
from mentoring.domain.programme import Programme
from mentoring.ports.matcher import Matcher
from mentoring.ports.rows import Store
from mentoring.ports.world import World
from mentoring.storage.engines import with_driver
from mentoring.storage.lanes import SqlLanes
from mentoring.storage.store import SqlStore
from mentoring.storage.telling import TellingStore
from mentoring.usecases.common.showing import settle
from mentoring.usecases.programme import roster
from mentoring.usecases.programme.moments import ReadMoments
from mentoring.usecases.programme.registration import register
from mentoring.usecases.trial.imagined import imagined
from mentoring.workflows.engine import Engine
from mentoring.workflows.upkeep import Upkeep

if TYPE_CHECKING:
    from azure.core.credentials_async import AsyncTokenCredential

POOLED_CONNECTIONS = 64


@dataclass(frozen=True)
class Outside:
    """The ways outside that everything shares: one pool of connections, one sign-in, Graph, and the
    clock.
    """

    session: aiohttp.ClientSession
    sign_in: SignIn
    graph: Graph
    clock: SystemClock


@dataclass(frozen=True)
class Chats:
    """The ways to people: what is said, files, where the cloud takes any, and who obeys what was
    heard before.
    """

    connector: Connector
    uploads: Uploads | None
    listening: Listening


def programmes_written(settings: Settings) -> dict[str, Programme]:
    """The programmes as their files define them, by owners' team; under the empty key, the one that
    applies to every other team.

    Raises:
        ProgrammeInvalid: with every error and its line.
    """
    return {
        team: read_programme(path.read_bytes(), str(path))
        for team, path in settings.programme_file.items()
    }


def credential_of(settings: Settings) -> AsyncTokenCredential:
    """How the app signs in: with a managed identity or with its secret; in the sandbox, trusting
    the simulated tenant's own certificate.
    """
    if settings.managed_identity_client_id:
        return ManagedIdentityCredential(client_id=settings.managed_identity_client_id)
    own_ca = str(settings.login_ca_file) if settings.login_ca_file else None
    return ClientSecretCredential(
        settings.tenant_id,
        settings.bot_app_id,
        settings.bot_app_secret.get_secret_value(),
        authority=settings.login_authority,
        disable_instance_discovery=settings.mode == "sandbox",
        **({"transport": AioHttpTransport(connection_verify=own_ca)} if own_ca else {}),
    )


@asynccontextmanager
async def outside(settings: Settings, throttle: Throttle | None = None) -> AsyncIterator[Outside]:
    """The ways outside, closed cleanly on exit."""
    async with AsyncExitStack() as stack:
        session = await stack.enter_async_context(
            aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=POOLED_CONNECTIONS),
                cookie_jar=aiohttp.DummyCookieJar(),
                trust_env=False,
            )
        )
        sign_in = await stack.enter_async_context(SignIn(partial(credential_of, settings)))
        clock = await _clock(settings, session)
        graph = Graph(sign_in, settings.graph_base_url, throttle)
        stack.push_async_callback(graph.close)
        yield Outside(session, sign_in, graph, clock)


@asynccontextmanager
async def running(
    settings: Settings, throttle: Throttle | None = None, matcher: Matcher | None = None
) -> AsyncIterator[web.Application]:
    """The whole product, running, as its web application; shut down cleanly on exit.

    ``throttle`` paces calls, by default at the published limits; ``matcher`` computes the matching,
    by default in a process of its own.
    """
    async with AsyncExitStack() as stack:
        database = _store(settings, stack)
        store, lanes = TellingStore(database), SqlLanes(database, settings.replica_id)
        throttle = throttle or Throttle(lanes, limits_of(settings))
        ways = await stack.enter_async_context(outside(settings, throttle))
        session, clock = ways.session, ways.clock
        chats = _chats(settings, session, Connector(session, ways.sign_in, throttle))
        world, screen = _world(
            settings, clock, store, ways.graph, chats, matcher or _matcher(stack)
        )
        clock.set_by(await store.glance(lambda uow: uow.clock()))
        await _register(store, settings, clock, database)
        engine = Engine(
            world,
            with_driver(settings.database_url),
            settings.replica_id,
            throttle.share,
            clock.set_by,
        )
        stack.push_async_callback(engine.close)
        upkeep = Upkeep(world, engine, lanes)
        store.heard = upkeep.written
        owners = Owners(
            world.channels, settings.owners_team_ids, chats.connector.group_of, _keeping(store)
        )
        router = Router(
            Desk(world, owners, screen), upkeep.show, chats.connector.id_of, settings.replica_id
        )
        keys = KeyRing(session, settings.openid_metadata_url)
        door = FrontDoor(
            Doorkeeper(
                keys,
                settings.bot_app_id,
                settings.tenant_id,
                sandbox=settings.mode == "sandbox",
            ),
            Teams(settings.bot_app_id, chats.connector, router),
            {"database": database.answers, "keys": keys.known},
            Notifications(world),
            chats.listening.apologize,
        )
        chats.listening.router = router
        await engine.launch()
        upkeep.start()
        stack.callback(asyncio.create_task(clock.follow(upkeep.stir)).cancel)
        stack.push_async_callback(_stop, router, upkeep)
        yield door.application()


async def _stop(router: Router, upkeep: Upkeep) -> None:
    """What goes on after its turn was answered ends first: it shows what has become of it."""
    await router.stop()
    await upkeep.stop()


def _chats(settings: Settings, session: aiohttp.ClientSession, connector: Connector) -> Chats:
    uploads = Uploads(session, settings.trusted_drives) if settings.hands_over_files else None
    return Chats(connector, uploads, Listening(connector))


async def _clock(settings: Settings, session: aiohttp.ClientSession) -> SystemClock:
    if not settings.clock_url:
        return SystemClock()
    clock = SandboxClock(session, settings.clock_url)
    await clock.read()
    return clock


def _store(settings: Settings, stack: AsyncExitStack) -> SqlStore:
    store = SqlStore(settings.database_url, settings.cipher())
    stack.callback(store.close)
    return store


def moments_of(settings: Settings, clock: SystemClock) -> ReadMoments:
    """What units may know, by these settings."""
    return ReadMoments(
        clock,
        CardWording,
        settings.programme_team_ids,
        settings.channels_per_team,
        keyed(settings.newest_key),
    )


def _world(
    settings: Settings,
    clock: SystemClock,
    store: Store,
    graph: Graph,
    chats: Chats,
    matcher: Matcher,
) -> tuple[World, Screen]:
    moments = moments_of(settings, clock)
    directory = GraphDirectory(graph)
    several = len(settings.owners_team_ids) > 1
    screen = Screen(store, moments, Portraits(directory), several)
    world = World(
        store=store,
        moments=moments,
        settle=settle,
        clock=clock,
        directory=directory,
        calendar=GraphCalendar(graph, settings.public_url),
        channels=GraphChannels(graph),
        messenger=TeamsMessenger(
            screen, chats.connector, OwnApp(graph, settings.teams_app_id), chats.uploads
        ),
        matcher=matcher,
        listener=chats.listening,
        imagined=imagined,
    )
    return world, screen


async def _register(
    store: Store, settings: Settings, clock: SystemClock, database: SqlStore
) -> None:
    """Register the programme of each owners' team that the settings name; what an earlier version
    left unencrypted is encrypted first.
    """
    await asyncio.to_thread(database.seal)
    written, teams = programmes_written(settings), settings.owners_team_ids
    channel = settings.owners_channel_id
    await store.run(lambda uow: register(uow, clock.now(), teams, written, channel))


def _matcher(stack: AsyncExitStack) -> ProcessMatcher:
    matcher = ProcessMatcher()
    stack.callback(matcher.close)
    return matcher


def _keeping(store: Store) -> Keep:
    """Who the owners are is kept with their programme, where units find it."""

    async def keep(team: str, members: frozenset[str]) -> None:
        await store.run(lambda uow: roster.keep(uow, team, members))

    return keep


async def serve(settings: Settings) -> None:
    """Run the product until it is stopped; where the database goes away while it starts, it waits.

    Raises:
        Unavailable: the database stays away.
    """
    async with AsyncExitStack() as stack:
        runner = Runner(await once_started(lambda: stack.enter_async_context(running(settings))))
        await runner.setup()
        site = web.TCPSite(runner, settings.host, settings.port)
        await site.start()
        try:
            await asyncio.Event().wait()
        finally:
            await runner.cleanup()

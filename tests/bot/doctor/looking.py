"""The doctor looks at a simulated tenant."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

from bot.doctor.command import examined
from bot.doctor.lines import Line, State
from bot.notifications import Notifications
from bot.settings import Settings
from graph.subscriptions import PATH
from mentoring.storage.store import SqlStore
from mentoring.usecases.programme.registration import register
from sandbox.directory import Person
from sandbox.graph.permissions import GRANTED, INCLUDED
from sandbox.server import Tenant, running
from sandbox.state import Delays
from tests.bare_settings import BareSettings
from tests.databases import migrated_sqlite

QUICK = Delays(
    team_seconds=0.1,
    team_listed_seconds=0.1,
    team_settling_seconds=0.0,
    membership_seconds=0.1,
    archive_seconds=0.0,
    mailbox_seconds=0.0,
    installation_seconds=0.0,
    validation_seconds=60.0,
)


@pytest.fixture
async def tenant() -> AsyncIterator[Tenant]:
    async with running(limits="off", seed=1, delays=QUICK) as started:
        yield started


@pytest.fixture
def env(tenant: Tenant, tmp_path: Path) -> dict[str, str]:
    """The environment of an installation in which nothing is wrong but its address."""
    return {
        **tenant.env,
        "TANDEM_DATABASE_URL": migrated_sqlite(tmp_path),
        "TANDEM_PUBLIC_URL": "http://127.0.0.1:9",
    }


def settings_of(env: dict[str, str], **changes: str) -> Settings:
    named: dict[str, Any] = {
        name.removeprefix("TANDEM_").lower(): value for name, value in env.items()
    }
    return BareSettings(**{**named, **changes})


@asynccontextmanager
async def reachable() -> AsyncIterator[str]:
    """An address at which the product's own answer to Graph's question is heard."""
    app = web.Application()
    app.router.add_post(PATH, Notifications(None).receive)  # type: ignore[arg-type]
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


def registered(env: dict[str, str]) -> None:
    """The product has been started once."""
    settings = settings_of(env)
    store = SqlStore(settings.database_url, settings.cipher())
    now, teams = datetime(2026, 11, 2, 8, tzinfo=UTC), settings.owners_team_ids
    store.run_now(lambda uow: register(uow, now, teams, {}))
    store.close()


def able(tenant: Tenant) -> list[Person]:
    """People with whom nothing is wrong, none of them an owner."""
    owners = tenant.state.teams[tenant.state.owners_team_id].members
    people = tenant.state.people.values()
    return [
        each
        for each in people
        if each.licensed
        and each.account_enabled
        and each.mailbox_readable
        and each.user_type == "Member"
        and each.id not in owners
    ]


def found(lines: Sequence[Line], code: str) -> Line:
    """The one line with this code."""
    [line] = [line for line in lines if line.code == code]
    return line


def wrong(lines: Sequence[Line]) -> set[str]:
    """The codes of what is missing."""
    return {line.code for line in lines if line.state is State.MISSING}


def included(permission: str) -> bool:
    """Whether another permission that is granted has it in itself; then nothing is missed."""
    return any(permission in INCLUDED.get(each, ()) for each in GRANTED)


async def looked_at(
    env: dict[str, str], *people: str, probe: bool = False, **changes: str
) -> list[Line]:
    return await examined(settings_of(env, **changes), people, probe=probe)

"""Everything that runs for a Playground: the tenant with its relay, the product, one Playground a
person.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sandbox import company, toml
from sandbox.casting import cast
from sandbox.demo.days import next_morning
from sandbox.personas import Role
from sandbox.playground import configuration
from sandbox.playground.people import Part, Players, players
from sandbox.playground.program import Playground, Setting, check_free, install, node
from sandbox.playground.relay import MESSAGES, Relay
from sandbox.rehearse.environment import product_environment
from sandbox.rehearse.owner import Owner
from sandbox.rehearse.product import Product, ProductFailed
from sandbox.rehearse.waiting import Patience, Stuck
from sandbox.server import Tenant, new_state, serving

PORT = 56150
"""The Playground's own default; the second person's has the next one."""
SEED = 1
PAIRS = 6
INVITATION_SECONDS = 60.0
GUESTS: tuple[Role, ...] = ("mentee", "mentor")
Say = Callable[[str], None]


@dataclass(frozen=True)
class Options:
    """Whom one wants to be, the first one's port, and the programme's facts as a file, if not
    invented ones.
    """

    parts: tuple[Part, ...]
    port: int = PORT
    programme: Path | None = None

    @property
    def ports(self) -> dict[Part, int]:
        """Each person's own port."""
        return {part: self.port + number for number, part in enumerate(self.parts)}


@dataclass(frozen=True)
class Stage:
    """What runs."""

    tenant: Tenant
    relay: Relay
    product: Product
    players: Players
    playgrounds: dict[Part, Playground] = field(default_factory=dict)

    async def watch(self) -> None:
        """Wait as long as everything runs. Raises ProductFailed."""
        watched = [asyncio.create_task(each.ended()) for each in self.playgrounds.values()]
        try:
            while True:
                done, _ = await asyncio.wait(
                    watched, timeout=1.0, return_when=asyncio.FIRST_COMPLETED
                )
                for ended in done:
                    raise ProductFailed(ended.result())
                self.product.check()
        finally:
            for task in watched:
                task.cancel()


@asynccontextmanager
async def on_stage(options: Options, folder: Path, say: Say) -> AsyncIterator[Stage]:
    """Run all of it with fresh data below `folder`. Raises CannotStart or ProductFailed."""
    program = await _checked(options, say)
    state = new_state(limits="all", seed=SEED)
    company.build(state)
    # Invitations come within working hours, and whoever tries this does so at any hour.
    state.clock.set(next_morning(state))
    who, relay = players(state, cast(state, PAIRS, SEED)), Relay(state)
    async with AsyncExitStack() as stack:
        tenant = await stack.enter_async_context(serving(state, middlewares=[relay.middleware]))
        product = Product(_environment(tenant, who, options, folder), 1, folder / "product.log")
        stack.push_async_callback(product.stop)
        say("The bot starts …")
        await product.start()
        state.product_urls[:] = product.urls
        stage = Stage(tenant, relay, product, who)
        for part, port in options.ports.items():
            one = _playground(stage, part, port, folder)
            stack.push_async_callback(one.stop)
            await one.start(program)
        await _prepare(stage, say)
        yield stage


async def _checked(options: Options, say: Say) -> Path:
    """The Playground's program, if nothing is missing and nothing in the way.

    Raises CannotStart.
    """
    node()
    for port in options.ports.values():
        check_free(port)
    return await install(lambda: say("Microsoft's Agents Playground is being installed …"))


def _playground(stage: Stage, part: Part, port: int, folder: Path) -> Playground:
    """A person's Playground, not started yet; from now on it shows their conversations."""
    found = configuration.configuration(stage.tenant.state, stage.players, part)
    own = folder / part
    own.mkdir()
    configuration.write(found, own)
    setting = Setting(own, port, f"{stage.tenant.url}{MESSAGES}", f"{stage.tenant.url}/connector")
    stage.relay.show(configuration.conversations(found), setting.url)
    stage.playgrounds[part] = Playground(setting)
    return stage.playgrounds[part]


def _environment(tenant: Tenant, who: Players, options: Options, folder: Path) -> dict[str, str]:
    environment = product_environment(os.environ, tenant.env, None, folder)
    path = options.programme
    if path is None:
        path = folder / "programme.toml"
        path.write_text(toml.written(_programme(tenant, who)), encoding="utf-8")
    return environment | {"TANDEM_PROGRAMME_FILE": str(path.resolve())}


def _programme(tenant: Tenant, who: Players) -> dict[str, object]:
    """A programme with somebody at the top who stands for it, and the owner to ask."""
    top = next(person for person in tenant.state.people.values() if person.manager_id is None)
    sponsor = {
        "name": top.display_name,
        "title": top.job_title or "",
        "email": top.mail,
        "sentence_de": "Ich lerne selbst von einer jungen Kollegin und möchte es nicht mehr "
        "missen.",
        "sentence_en": "I learn from a young colleague myself and would not want to miss it.",
    }
    return {
        "name": "Tandem",
        "language": "en",
        "sponsor": sponsor,
        "contact": {"name": who.owner.display_name, "email": who.owner.mail},
    }


async def _prepare(stage: Stage, say: Say) -> None:
    """Give everybody the bot; where no owner's Playground is, the tenant's owner invites.

    Raises ProductFailed.
    """
    for part in stage.playgrounds:
        await stage.tenant.clients.add_app(stage.players.who(part))
    if "owner" in stage.playgrounds:
        return
    owner, clients = stage.players.owner, stage.tenant.clients
    inviting = Owner(stage.tenant.state, clients, owner, await clients.add_app(owner))
    try:
        for role in (role for role in GUESTS if role in stage.playgrounds):
            say(
                f"{owner.display_name}, programme owner, invites "
                f"{stage.players.who(role).display_name} as a {role} …"
            )
            await _invite(stage, inviting, role)
    except Stuck as stuck:
        raise ProductFailed(f"{stuck}\n{stage.product.tail()}") from stuck


async def _invite(stage: Stage, inviting: Owner, role: Role) -> None:
    person = stage.players.who(role)
    conversation = stage.tenant.clients.place(person).id
    before = stage.relay.written[conversation]

    def reached() -> bool:
        return stage.relay.written[conversation] > before

    patience = Patience(INVITATION_SECONDS, stage.product.check)
    await inviting.command(f"invite {role}s {person.mail}", reached, "the invitation", patience)

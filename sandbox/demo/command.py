"""`python -m sandbox demo`: the tenant, the product and the page, in the foreground until
interrupted.
"""

from __future__ import annotations

import asyncio
import errno
import logging
import os
import sys
import tempfile
from collections.abc import Callable, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

import click
from aiohttp import web

from sandbox import company, toml
from sandbox.connector.clients import Clients
from sandbox.demo.control import DemoControl
from sandbox.demo.days import next_morning
from sandbox.demo.introduction import Introduction
from sandbox.demo.keeping import Elsewhere, Kept, NotReadable, Ports, keep, kept
from sandbox.demo.seats import NoSeats, Seats, pin, take_seats
from sandbox.directory import Person
from sandbox.ending import end_when_told
from sandbox.page.pulse import Pulse
from sandbox.page.routes import Page, PageIncomplete, check
from sandbox.rehearse.environment import LOG, product_environment
from sandbox.rehearse.product import Product, ProductFailed, free_port, is_free
from sandbox.server import Tenant, new_state, serving
from sandbox.state import TenantState

PORT = 8642
PEOPLE = 44
PROGRAMMES = 2
NAMES = ("Blickwechsel", "Seitenwechsel")
DATA = Path(".demo").absolute()
WATCH_SECONDS = 2.0


@click.command(short_help="The tenant, the bot and a page on which one sees people's screens.")
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    show_default=f"{PORT}, or where it was that is kept",
    help="Where the page is.",
)
@click.option(
    "--seed", type=int, default=1, show_default=True, help="Another seed, another company."
)
@click.option(
    "--keep",
    "keeps",
    is_flag=True,
    help=f"Go on with the data of last time (in {DATA.name}/), and keep them.",
)
def demo(*, port: int | None, seed: int, keeps: bool) -> None:
    """Serve the demo until interrupted; every start has fresh data, unless they are to be kept."""
    try:
        check()
        asyncio.run(_demo(port, seed, keeps=keeps))
    except (NotReadable, Elsewhere, PageIncomplete, ProductFailed, NoSeats) as stop:
        click.echo(str(stop), err=True)
        sys.exit(2)
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        at = port or PORT
        click.echo(
            f"Port {at} is taken. Stop what uses it, or choose another: make demo PORT={at + 1}",
            err=True,
        )
        sys.exit(2)
    except (KeyboardInterrupt, asyncio.CancelledError):
        click.echo("The demo has ended.")


async def _demo(port: int | None, seed: int, *, keeps: bool) -> None:
    end_when_told()
    logging.getLogger("aiohttp.server").setLevel(
        logging.CRITICAL
    )  # A browser that goes away is no news.
    async with AsyncExitStack() as stack:
        folder = (
            DATA
            if keeps
            else Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="tandem-demo-")))
        )
        folder.mkdir(exist_ok=True)
        here = _found(folder, port) if keeps else None
        here = here or _new(seed, port or PORT)
        state, pulse, voice = here.state, Pulse(here.state), Voice(folder)
        tenant = await stack.enter_async_context(
            serving(state, here.ports.page, extra=partial(_pages, here, pulse, voice))
        )
        if keeps:
            stack.callback(keep, here, folder)
        voice.programmes = programmes_of(state, here.seats)
        product = await _product(stack, tenant, voice, folder, here.ports.bot)
        state.product_urls[:] = product.urls
        voice.is_heard()
        click.echo("The tenant and the bot are running; Ctrl-C ends them.")
        click.echo(f"Open {state.base_url}/")
        await _watch(product, partial(keep, here, folder) if keeps else lambda: None)


def _found(folder: Path, port: int | None) -> Kept | None:
    """What is kept there, if anything is. Raises NotReadable, Elsewhere."""
    here = kept(folder)
    if here is None:
        return None
    page, bot = here.ports.page, here.ports.bot
    if port not in {None, page}:
        raise Elsewhere(page, folder)
    return replace(here, ports=Ports(page, bot if is_free(bot) else free_port()))


def _new(seed: int, port: int) -> Kept:
    state = new_state(limits="all", seed=seed)
    state.clock.set(next_morning(state))
    company.build(state, PEOPLE, 1, PROGRAMMES)
    pin(state)
    return Kept(state, take_seats(state), ports=Ports(port, free_port()))


def _pages(here: Kept, pulse: Pulse, voice: Voice, clients: Clients) -> list[web.RouteDef]:
    voice.introduction = Introduction(here.state, clients, here.seats)
    control = DemoControl(here, clients, pulse, voice.introduction.make)
    return [*Page(here.state, clients, pulse).routes(), *control.routes()]


@dataclass
class Voice:
    """The programmes' files, with which they begin."""

    folder: Path
    programmes: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    introduction: Introduction | None = None

    def write(self) -> str:
        """Write the files; what the product is told of them."""
        told = []
        for number, (team, facts) in enumerate(self.programmes.items(), start=1):
            path = self.folder / f"programme-{number}.toml"
            path.write_text(toml.written({**facts, "tone": "du"}), encoding="utf-8")
            told.append(f"{team}={path}")
        return ",".join(told)

    def is_heard(self) -> None:
        """The product runs: it may be introduced to whoever looks."""
        if self.introduction is not None:
            self.introduction.ready.set()


async def _product(
    stack: AsyncExitStack, tenant: Tenant, voice: Voice, folder: Path, port: int
) -> Product:
    own = {"TANDEM_PROGRAMME_FILE": voice.write()}
    environment = product_environment(os.environ, tenant.env, None, folder) | own
    product = Product(environment, 1, folder / LOG, port=port)
    stack.push_async_callback(product.stop)
    await product.start()
    return product


def programmes_of(state: TenantState, seats: Seats) -> dict[str, dict[str, object]]:
    """The programmes of the demo by owners' team: each opened by the company's head, with one of
    its owners to ask.
    """
    teams = [one.owners_team_id for one in state.programmes]
    owners = (seats.owner, seats.second)
    named = zip(teams, NAMES, owners, strict=False)
    return {team: programme_of(state, name, owner) for team, name, owner in named}


def programme_of(state: TenantState, name: str, owner: Person) -> dict[str, object]:
    """One of the demo's programmes."""
    head = next(person for person in state.people.values() if person.manager_id is None)
    return {
        "name": name,
        "sponsor": {
            "name": head.display_name,
            "title": head.job_title or "",
            "email": head.mail,
            "sentence_de": "Ich lerne selbst mit: einmal im Monat, zwei Stunden, ohne Folien.",
            "sentence_en": "I am learning too: once a month, two hours, no slides.",
        },
        "contact": {"name": owner.display_name, "email": owner.mail},
    }


async def _watch(product: Product, write_down: Callable[[], None]) -> None:
    """Stay as long as the product runs; what is to be kept is written down every few seconds,
    should the power fail.
    """
    while True:
        product.check()
        write_down()
        await asyncio.sleep(WATCH_SECONDS)

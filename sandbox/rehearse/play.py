"""Everything that a rehearsal works with, put together once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from sandbox.personas import Cast
from sandbox.rehearse.absence import Absence, Full, Stopped
from sandbox.rehearse.crowd import Crowd
from sandbox.rehearse.databases import Database
from sandbox.rehearse.habits import Words
from sandbox.rehearse.killing import Killer
from sandbox.rehearse.ledger import Ledger
from sandbox.rehearse.life import Life
from sandbox.rehearse.mornings import BETWEEN_DISTURBED_SECONDS, BETWEEN_SECONDS, Mornings
from sandbox.rehearse.options import Options
from sandbox.rehearse.product import Product
from sandbox.rehearse.programme import Programme, programmes_of
from sandbox.rehearse.quiet_tenant import QuietTenant
from sandbox.rehearse.timeline import Timeline
from sandbox.rehearse.waiting import Patience
from sandbox.rehearse.wrong_clock import WrongClock
from sandbox.server import Tenant
from sandbox.state import TenantState


@dataclass(frozen=True)
class Play:
    """The tenant, the people, the programmes, the product, and who watches them.

    `say` gets a line for what happens. `until_morning` is the patience of a phase in which people
    are waited for: meanwhile time passes.
    """

    state: TenantState
    options: Options
    product: Product
    crowd: Crowd
    killer: Killer
    absence: Absence
    wrong_clock: WrongClock
    programmes: tuple[Programme, ...]
    ledger: Ledger
    timeline: Timeline
    patience: Patience
    until_morning: Patience
    quiet: QuietTenant
    say: Callable[[str], None]
    life: Life | None = None
    """That of the tandems, if it is played."""

    def search(self) -> None:
        """Say what people wrote that stands where it must not, if their life is played."""
        for line in sorted(self.life.search()) if self.life else ():
            self.say(f"Where it must not be: {line}")

    def check(self) -> None:
        """Raise if a person or the product is gone."""
        self.patience.check()


def put_together(
    tenant: Tenant,
    casts: list[Cast],
    product: Product,
    database: Database,
    options: Options,
    say: Callable[[str], None],
) -> Play:
    """A play of these casts, one a programme of the tenant."""
    state, clients = tenant.state, tenant.clients
    crowd = Crowd(state, clients, casts, options.seed)
    killer = Killer(product, options.kill_every, options.seed, say)
    outage = Stopped(database.server) if database.server else Full(product.processes)
    absence = Absence(outage, options.database_away, say)
    last = product.replicas[-1].name
    wrong_clock = WrongClock(state.clock, last, options.clock_off, options.clock_jumps)
    programmes = tuple(programmes_of(state, clients, casts))
    patience = Patience(options.patience, lambda: _check(crowd, killer, product))
    quiet = QuietTenant(
        state, lambda: crowd.busy or not product.is_up, patience, lambda: product.labours
    )
    ledger, timeline = Ledger(state, programmes, crowd), Timeline(state.journal)
    return Play(
        state,
        options,
        product,
        crowd,
        killer,
        absence,
        wrong_clock,
        programmes,
        ledger,
        timeline,
        patience,
        replace(patience, meanwhile=_mornings(state, options, quiet, say).look),
        quiet,
        say,
        _life(state, crowd, options, product.log.parent, database.url),
    )


def is_disturbed(state: TenantState, options: Options) -> bool:
    """Whether servers die or calls fail, so that everything takes longer."""
    return bool(options.kill_every or state.faults.rate)


def _mornings(
    state: TenantState, options: Options, quiet: QuietTenant, say: Callable[[str], None]
) -> Mornings:
    between = BETWEEN_DISTURBED_SECONDS if is_disturbed(state, options) else BETWEEN_SECONDS
    return Mornings(state, quiet.is_resting, say, between)


def _life(
    state: TenantState, crowd: Crowd, options: Options, folder: Path, database: str
) -> Life | None:
    if not options.life:
        return None
    life = Life(state, Words(options.seed), folder, database)
    # Before another cycle everybody is asked again by the script, whatever they would like.
    last = options.wanted.cycles == 1 and not options.rolling
    crowd.have_habits(life.words, life.answered, wishes=last)
    return life


def _check(crowd: Crowd, killer: Killer, product: Product) -> None:
    crowd.check()
    killer.check()
    product.check()

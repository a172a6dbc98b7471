"""Where a rehearsal takes place: the tenant with its people, and the product in front of it."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from sandbox import company, toml
from sandbox.ensembles import casts
from sandbox.limits import Mode
from sandbox.personas import Cast
from sandbox.rehearse.environment import LOG, product_environment
from sandbox.rehearse.options import Options
from sandbox.rehearse.product import Product
from sandbox.rehearse.programme import NAMES
from sandbox.server import Tenant, new_state
from sandbox.state import TenantState
from sandbox.teams import ProgrammeTeams
from sandbox.tenant_file import TenantFile
from sandbox.tenant_people import cast_of, furnish

CHANNELS_A_TEAM = 200


@dataclass(frozen=True)
class Setting:
    """Where a rehearsal takes place: its options, and what belongs to the tenant and the product
    rather than the play.
    """

    options: Options
    limits: Mode
    faults: float
    replicas: int
    database: str | None
    file: TenantFile | None
    dump: Path | None
    as_json: bool


def furnished(setting: Setting) -> tuple[TenantState, list[Cast]]:
    """The tenant, and who plays which part in each of its programmes. Raises CompanyTooSmall."""
    wanted, file, seed = setting.options.wanted, setting.file, setting.options.seed
    now = file.now if file else None
    state = new_state(limits=setting.limits, seed=seed, faults=setting.faults, now=now)
    teams = -(-wanted.tandems * wanted.cycles // CHANNELS_A_TEAM)
    if file is None or not file.people:
        company.build(state, wanted.people, teams, wanted.programmes)
        return state, casts(state, wanted, seed)
    furnish(state, file, teams, wanted.programmes)
    return state, [cast_of(state, file)] if file.tandems else casts(state, wanted, seed)


@asynccontextmanager
async def running_product(
    setting: Setting, tenant: Tenant, casts: Sequence[Cast], database: str, folder: Path
) -> AsyncIterator[Product]:
    """The product of this tenant, not started yet, and stopped at the end."""
    environment = product_environment(os.environ, tenant.env, database, folder)
    written = dict(setting.file.programme) if setting.file else {}
    lived = [settings_of(cast) for cast in casts] if setting.options.life else []
    environment |= programme_files(tenant.state.programmes, written, folder, lived)
    product = Product(environment, setting.replicas, folder / LOG, setting.options.patience)
    try:
        yield product
    finally:
        await product.stop()


def settings_of(cast: Cast) -> dict[str, object]:
    """The settings of a programme in which people live the life of their tandems: it has circles,
    and as its sponsor one of its mentees, whom the bot reaches and who is asked for thanks in the
    end.
    """
    person = cast.mentees[-1].person
    named = {"name": person.display_name, "title": person.job_title or "", "email": person.mail}
    return {"mentors_circle": True, "communities": True, "sponsor": named}


def programme_files(
    programmes: Sequence[ProgrammeTeams],
    written: Mapping[str, object],
    folder: Path,
    lived: Sequence[Mapping[str, object]] = (),
) -> dict[str, str]:
    """The settings of all programmes, written down; where there are several, each has a name of its
    own. `lived` are those of each that the life of its tandems needs, unless they are written.
    """
    if len(programmes) == 1 and not written and not lived:
        return {}
    told = []
    for number, programme in enumerate(programmes):
        path = folder / f"programme-{number + 1}.toml"
        name = {} if len(programmes) == 1 else {"name": NAMES[number]}
        own = {**(lived[number] if lived else {}), **written, **name}
        path.write_text(toml.written(own), encoding="utf-8")
        told.append(f"{programme.owners_team_id}={path}")
    return {"TANDEM_PROGRAMME_FILE": ",".join(told)}

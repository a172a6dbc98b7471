"""Registering programmes: each owners' team has one, with its settings as versions and a cycle."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from mentoring.domain.cycle import (
    Cycle,
    CycleKind,
    RegisteredProgramme,
    SettingsVersion,
    Source,
    cycle_id,
    version_id,
)
from mentoring.domain.programme import Programme
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.programme.switched import tell_of_switches


def register(
    uow: UnitOfWork,
    now: datetime,
    teams: Sequence[str],
    files: Mapping[str, Programme],
    channel: str = "",
) -> None:
    """Register the programmes of these owners' teams, in their order; known ones stay.

    ``files`` holds what was written down for a team (under the empty name: for those that have
    nothing of their own). It is the first version of a programme's settings, and a new version
    whenever a file says something different from the one before. ``channel`` is where the first
    programme's owners are told something, if the operator has named it.
    """
    uow.alone("register")
    uow.pseudonym("")  # made at the first start, so that whoever only reads can ask for it
    for team in teams:
        written = files.get(team) or files.get("") or Programme()
        home = _known(uow, team) or _new(uow, team, now, CycleKind(written.cycles))
        home = _with_settings(uow, home, written, now)
        uow.programmes.put(replace(home, channel=home.channel or channel))
        channel = ""


def _known(uow: UnitOfWork, team: str) -> RegisteredProgramme | None:
    """The team's programme; one from before programmes had owners' teams becomes the first
    team's.
    """
    found = uow.programmes.all(team_id=(team, ""))
    return replace(found[-1], team_id=team) if found else None


def _new(uow: UnitOfWork, team: str, now: datetime, kind: CycleKind) -> RegisteredProgramme:
    key = f"p{uow.programmes.count() + 1}"
    first = uow.cycles.put(Cycle(cycle_id(key, 1), key, 1, now, kind))
    return uow.programmes.put(RegisteredProgramme(key, team, first.id))


def _with_settings(
    uow: UnitOfWork, home: RegisteredProgramme, written: Programme, now: datetime
) -> RegisteredProgramme:
    files = uow.settings_versions.all(programme_id=home.id, source=Source.FILE)
    if files and files[-1].settings == written:
        return home
    number = home.version + 1
    key = version_id(home.id, number)
    before = uow.settings_versions.get(version_id(home.id, home.version))
    uow.settings_versions.put(SettingsVersion(key, home.id, number, "", now, Source.FILE, written))
    if before:
        tell_of_switches(uow, home, before.settings, written)
    return replace(home, version=number)

"""A world for tests of use cases: real rows, and only those ports that the test is about."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, cast

from mentoring.domain.cycle import Cycle, RegisteredProgramme
from mentoring.domain.programme import Programme
from mentoring.ports.clock import Clock
from mentoring.ports.moment import Moment, Moments
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.storage.store import SqlStore
from mentoring.usecases.common.showing import settle
from mentoring.usecases.programme.moments import ReadMoments
from mentoring.usecases.programme.registration import register
from mentoring.usecases.trial.imagined import imagined

NOBODY = cast("Any", None)
"""In the place of a port that the test never reaches."""
CYCLE = Cycle("", "p1", 1, datetime(2026, 11, 1, 8, tzinfo=UTC))
HOME = RegisteredProgramme("p1", "owners", "")


def by_half(_about: str) -> float:
    """Chance that is none: always the middle."""
    return 0.5


def moments_of(clock: Clock, programme: Programme) -> Moments:
    """The same programme at every moment, without words."""

    def moments(_uow: UnitOfWork, _cycle_id: str) -> Moment:
        return Moment(clock.now(), CYCLE, HOME, programme, NOBODY, by_half)

    return moments


def world_of(
    store: SqlStore, clock: Clock, programme: Programme | None = None, **ports: Any
) -> World:
    """A world over these rows; a port that is not given is nobody."""
    store.run_now(_registered)
    names = ("directory", "calendar", "channels", "messenger", "matcher")
    given = {name: ports.get(name, NOBODY) for name in names}
    moments = moments_of(clock, programme or Programme())
    return World(
        store=store, moments=moments, settle=settle, clock=clock, imagined=imagined, **given
    )


def _registered(uow: UnitOfWork) -> None:
    """The programme and its cycle are rows, too."""
    uow.programmes.add(HOME)
    uow.cycles.add(CYCLE)


def registered_world(store: SqlStore, clock: Clock, *written: Programme, **ports: Any) -> World:
    """A world with a programme for each of these settings, as a start registers them.

    Their owners' teams are ``team-1``, ``team-2`` …; bind it to a cycle with ``world.of("p1c1")``.
    """
    programmes = {f"team-{number}": each for number, each in enumerate(written, start=1)}
    store.run_now(lambda uow: register(uow, clock.now(), list(programmes), programmes))
    moments = ReadMoments(clock, lambda _: NOBODY, {}, 200, by_half)
    names = ("directory", "calendar", "channels", "messenger", "matcher")
    given = {name: ports.get(name, NOBODY) for name in names}
    return World(
        store=store, moments=moments, settle=settle, clock=clock, imagined=imagined, **given
    )

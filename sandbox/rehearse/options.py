"""How to rehearse."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sandbox.ensembles import Wanted
from sandbox.tenant_file import USUAL, CycleSessions, FileChange, FileTandem

PATIENCE_SECONDS, PATIENCE_A_TANDEM = 900.0, 1.0


def patience_for(wanted: Wanted) -> float:
    """How many seconds a phase may take: the limits of the tenant let some ten people a second be
    invited, and this machine some ten answer.
    """
    return PATIENCE_SECONDS + PATIENCE_A_TANDEM * wanted.tandems * wanted.programmes


@dataclass(frozen=True)
class Options:
    """What is played: `wanted` says how many tandems, cycles and programmes.

    `kill_every` is in seconds, 0 for never, and so is `database_away`, for which time the database
    is away in the first launch; `clock_off` is by how many seconds the last replica's clock is
    wrong, and `clock_jumps` after how many it is right and wrong in turns; `start` the first day of
    the (first) cycle, None for soon; `patience` how many seconds a phase may take. `closing`: go on
    after the launch until the cycle is closed; `changes` are what people then do in Outlook, in
    order of time, and `pairs` the tandems of which they speak. `rolling`: nobody closes the cycle,
    because each tandem ends by itself. `undo`: the owners take the first launch back and launch
    once more. `life`: people live the life of their tandems, and half a year passes after it.
    """

    wanted: Wanted
    kill_every: float = 0.0
    database_away: float = 0.0
    clock_off: float = 0.0
    clock_jumps: float = 0.0
    seed: int = 1
    sessions: CycleSessions = USUAL
    start: date | None = None
    closing: bool = False
    rolling: bool = False
    undo: bool = False
    life: bool = False
    patience: float = PATIENCE_SECONDS
    changes: tuple[FileChange, ...] = ()
    pairs: tuple[FileTandem, ...] = ()

"""What a unit may know: read in its own transaction, from the cycle for which it works."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from mentoring.domain.cycle import RegisteredProgramme, version_id
from mentoring.domain.language import voices
from mentoring.domain.programme import Programme
from mentoring.ports.clock import Clock
from mentoring.ports.moment import Chance, Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.wording import Wording

Settings = tuple[Programme, Wording]


class ReadMoments:
    """Binds a unit to its cycle and tells it the time, the settings in force, and the words.

    Without a cycle (somebody whom no programme knows yet) the first programme speaks, and nothing
    is bound. A version of settings never changes, so each is read and worded once a process.
    ``teams`` are the participants' teams that the operator has opened, by owners' team; those under
    the empty name belong to the first programme.
    """

    def __init__(
        self,
        clock: Clock,
        wording: Callable[[Programme], Wording],
        teams: Mapping[str, Sequence[str]],
        channels_per_team: int,
        chance: Chance,
    ) -> None:
        self._clock = clock
        self._wording = wording
        self._teams = teams
        self._channels_per_team = channels_per_team
        self._chance = chance
        self._known: dict[str, Settings] = {}

    def __call__(self, uow: UnitOfWork, cycle_id: str) -> Moment:
        """The moment of a unit of this cycle."""
        cycle, home = uow.home_of(cycle_id) if cycle_id else uow.home_now(FIRST)
        if cycle_id:
            # The pairs of a try are its own: its programme never hears of them.
            uow.bind(cycle.id, cycle.id if cycle.tried_by else cycle.programme_id)
        programme, wording = self._settings(uow, home, cycle.tried_in)
        return Moment(
            now=self._clock.now(),
            cycle=cycle,
            home=home,
            programme=programme,
            wording=wording,
            chance=self._chance,
            # A try fills no team that people are in.
            teams=() if cycle.tried_by else (*self._opened_before(home), *home.teams),
            channels_per_team=self._channels_per_team,
        )

    def _settings(self, uow: UnitOfWork, home: RegisteredProgramme, voice: str = "") -> Settings:
        version = version_id(home.id, home.version)
        key = f"{version} {voice}"
        if key not in self._known:
            programme = _in_voice(uow.settings_versions.need(version).settings, voice)
            self._known[key] = programme, self._wording(programme)
        return self._known[key]

    def _opened_before(self, home: RegisteredProgramme) -> Sequence[str]:
        unnamed = self._teams.get("", ()) if home.id == FIRST else ()
        return (*unnamed, *self._teams.get(home.team_id, ()))


def _in_voice(programme: Programme, voice: str) -> Programme:
    if not voice:
        return programme
    language, formal = voices()[voice]
    return programme.model_copy(update={"language": language, "tone": "sie" if formal else "du"})


FIRST = "p1"
"""The id of the programme that was registered first."""

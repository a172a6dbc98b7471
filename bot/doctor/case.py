"""What is examined: the settings, the ways outside, and whom the programme is about."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import TypeAlias

from bot.app import Outside
from bot.doctor.lines import Line
from bot.settings import Settings
from graph.probes import Sample
from mentoring.domain.people import Profile


@dataclass(frozen=True)
class Case:
    """An installation to be examined.

    ``named`` are those who are to take part, as somebody has named them: people or groups. With
    ``probe`` also what leaves something behind is tried. ``people`` are the owners and those named,
    as far as they could be found.
    """

    settings: Settings
    outside: Outside
    named: tuple[str, ...] = ()
    probe: bool = False
    people: tuple[Profile, ...] = ()

    @property
    def owners_team(self) -> str:
        """The owners' team of the first programme."""
        return self.settings.owners_team_ids[0]

    @property
    def way(self) -> str:
        """How the app signs in, as the texts tell it apart: by whom permissions are granted, and
        where.
        """
        return "identity" if self.settings.managed_identity_client_id else "registration"

    @property
    def able(self) -> tuple[Profile, ...]:
        """Those of the people whom nothing hinders."""
        return tuple(each for each in self.people if not each.hindrance)

    def sample(self, person_id: str = "") -> Sample:
        """What a harmless call is about, by default with somebody whom nothing hinders."""
        somebody = person_id or next((each.id for each in self.able), "")
        return Sample(somebody, self.owners_team, self.settings.teams_app_id)


Check: TypeAlias = Callable[[Case], AsyncIterator[Line]]

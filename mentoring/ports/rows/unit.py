"""A unit of work: one transaction over everything that is stored."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any, Protocol, get_args, get_origin, get_type_hints

from mentoring.domain.act import Act
from mentoring.domain.agreement import Agreement
from mentoring.domain.circle import Circle, CircleMember
from mentoring.domain.closing import Closing
from mentoring.domain.cycle import Cycle, RegisteredProgramme, SettingsVersion
from mentoring.domain.enrolment import Enrolment
from mentoring.domain.farewell import Farewell
from mentoring.domain.file import FileOffer
from mentoring.domain.finding import Finding
from mentoring.domain.fit import Fit
from mentoring.domain.further import FurtherWish
from mentoring.domain.intervention import Intervention
from mentoring.domain.invitation import Invite
from mentoring.domain.kickoff import Kickoff, Seat
from mentoring.domain.kit_choice import KitChoice
from mentoring.domain.launch import Launch, LaunchDecision, LaunchTeam
from mentoring.domain.match_run import MatchRun, OwnerDecision
from mentoring.domain.measurement.figures import Figures
from mentoring.domain.measurement.follow_up import FollowUp
from mentoring.domain.measurement.items import Measure
from mentoring.domain.measurement.key_figures import KeyFigures
from mentoring.domain.measurement.results import ReportedResult, Result
from mentoring.domain.pair import Pair
from mentoring.domain.people import Person
from mentoring.domain.poll import Poll
from mentoring.domain.posting import Change, ChangedSubject, Posting
from mentoring.domain.proposal import Proposal
from mentoring.domain.question import Question
from mentoring.domain.retrospective import Retrospective
from mentoring.domain.road_map import RoadMap
from mentoring.domain.session import Session
from mentoring.domain.sponsor_thanks import SponsorThanks
from mentoring.domain.succession import Succession
from mentoring.domain.tandem import Tandem
from mentoring.domain.undoing import TakenBack, Undoing
from mentoring.domain.upkeep import Effect, Fact, Heard, Heartbeat, Lane, Timer
from mentoring.domain.watching import Absence, Watch
from mentoring.ports.rows.conditions import Those
from mentoring.ports.rows.entities import Altered, Rows


class UnitOfWork(Protocol):
    """One transaction over everything that is stored."""

    @property
    def cycle_id(self) -> str:
        """The cycle for which the unit works; empty before it is bound to one."""
        ...

    @property
    def programme_id(self) -> str:
        """The programme of that cycle."""
        ...

    def bind(self, cycle_id: str, programme_id: str) -> None:
        """From here on only rows of this cycle and programme are seen, and new rows belong to them.

        So the owners of one programme see nothing of another, whatever ids they send. People, their
        absences and what the loops work off are everybody's.
        """
        ...

    @property
    def everywhere(self) -> UnitOfWork:
        """The same transaction, seeing the rows of all cycles: a person's calendar counts for
        all.
        """
        ...

    @property
    def programmes(self) -> Rows[RegisteredProgramme]: ...
    @property
    def settings_versions(self) -> Rows[SettingsVersion]: ...
    @property
    def cycles(self) -> Rows[Cycle]: ...
    @property
    def successions(self) -> Rows[Succession]: ...
    @property
    def acts(self) -> Rows[Act]: ...
    @property
    def people(self) -> Rows[Person]: ...
    @property
    def enrolments(self) -> Rows[Enrolment]: ...
    @property
    def invites(self) -> Rows[Invite]: ...
    @property
    def runs(self) -> Rows[MatchRun]: ...
    @property
    def proposals(self) -> Rows[Proposal]: ...
    @property
    def decisions(self) -> Rows[OwnerDecision]: ...
    @property
    def tandems(self) -> Rows[Tandem]: ...
    @property
    def sessions(self) -> Rows[Session]: ...
    @property
    def pairs(self) -> Rows[Pair]: ...
    @property
    def launches(self) -> Rows[Launch]: ...
    @property
    def launch_teams(self) -> Rows[LaunchTeam]: ...
    @property
    def launch_decisions(self) -> Rows[LaunchDecision]: ...
    @property
    def polls(self) -> Rows[Poll]: ...
    @property
    def watches(self) -> Rows[Watch]: ...
    @property
    def absences(self) -> Rows[Absence]: ...
    @property
    def closings(self) -> Rows[Closing]: ...
    @property
    def interventions(self) -> Rows[Intervention]: ...
    @property
    def undoings(self) -> Rows[Undoing]: ...
    @property
    def taken_back(self) -> Rows[TakenBack]: ...
    @property
    def kickoffs(self) -> Rows[Kickoff]: ...
    @property
    def seats(self) -> Rows[Seat]: ...
    @property
    def circles(self) -> Rows[Circle]: ...
    @property
    def circle_members(self) -> Rows[CircleMember]: ...
    @property
    def questions(self) -> Rows[Question]: ...
    @property
    def kit_choices(self) -> Rows[KitChoice]: ...
    @property
    def agreements(self) -> Rows[Agreement]: ...
    @property
    def farewells(self) -> Rows[Farewell]: ...
    @property
    def fits(self) -> Rows[Fit]: ...
    @property
    def further_wishes(self) -> Rows[FurtherWish]: ...
    @property
    def sponsor_thanks(self) -> Rows[SponsorThanks]: ...
    @property
    def road_maps(self) -> Rows[RoadMap]: ...
    @property
    def retrospectives(self) -> Rows[Retrospective]: ...
    @property
    def measures(self) -> Rows[Measure]: ...
    @property
    def figures(self) -> Rows[Figures]: ...
    @property
    def results(self) -> Rows[Result]: ...
    @property
    def reported_results(self) -> Rows[ReportedResult]: ...
    @property
    def key_figures(self) -> Rows[KeyFigures]: ...
    @property
    def follow_ups(self) -> Rows[FollowUp]: ...
    @property
    def findings(self) -> Rows[Finding]: ...
    @property
    def files(self) -> Rows[FileOffer]: ...
    @property
    def postings(self) -> Rows[Posting]: ...
    @property
    def changes(self) -> Rows[Change]: ...
    @property
    def effects(self) -> Rows[Effect]: ...
    @property
    def timers(self) -> Rows[Timer]: ...
    @property
    def facts(self) -> Rows[Fact]: ...
    @property
    def heard(self) -> Rows[Heard]: ...
    @property
    def heartbeats(self) -> Rows[Heartbeat]: ...
    @property
    def lanes(self) -> Rows[Lane]: ...

    def home_of(self, cycle_id: str) -> tuple[Cycle, RegisteredProgramme]:
        """A cycle and its programme, read together; ``Refusal("gone")`` if there is no such
        cycle.
        """
        ...

    def posting_at_home(self, key: str) -> Posting | None:
        """A posting, or None; its cycle, programme and person are read together with it."""
        ...

    def home_now(self, programme_id: str) -> tuple[Cycle, RegisteredProgramme]:
        """A programme and the cycle that it is in, read together; ``Refusal("gone")`` if there is
        no such programme.
        """
        ...

    def pseudonym(self, person_id: str) -> str:
        """What stands for a person who was erased: always the same, and nobody who does not have
        the installation's keys can tell whose it is.
        """
        ...

    def keyed(self, said: str) -> str:
        """By what something is known that may not stand there itself: always the same, and nobody
        without the installation's keys can tell what it was.
        """
        ...

    def clock(self) -> datetime:
        """The database's own clock (aware, UTC), the same for all replicas; it knows nothing of the
        programme's time.
        """
        ...

    def alone(self, name: str) -> None:
        """From here on no other unit that gives this name runs until this one has ended, on
        whichever replica.

        For what is decided about many rows at once: two launches, a pair's day, the next number.
        """
        ...

    def altered(self) -> Sequence[Altered]:
        """The rows that this unit has really changed since this was last asked."""
        ...

    def not_settled(self) -> Sequence[Altered]:
        """The same rows, which are still to be asked for."""
        ...

    def outdate(self, **equals: object) -> None:
        """Mark the messages of the chosen postings as older than what they should show."""
        ...

    def outdate_those(self, those: Mapping[Those, Collection[str]]) -> None:
        """The same for the postings about chosen rows, each of some views (by kind)."""
        ...

    def outdate_all(self, subjects: Mapping[str, Collection[str]]) -> None:
        """The same for the postings of some views (by kind), each about some subjects."""
        ...

    def take_changes(self) -> Sequence[ChangedSubject]:
        """Everything shared that has changed since somebody last took it, each subject once."""
        ...

    def due(self, now: datetime, limit: int) -> Sequence[Timer]:
        """The timers due at ``now``, the longest due first."""
        ...

    def ready(
        self, now: datetime, limit: int, kinds: Collection[str] | None = None
    ) -> Sequence[Effect]:
        """The effects (of these kinds) that nobody carries out and whose time has come at ``now``,
        those first that were asked for without a time; no other unit is given them until this one
        has ended.
        """
        ...

    def mark_done(self, effects: Collection[str], now: datetime) -> None:
        """Write down that the effects with these ids were done at ``now``."""
        ...

    def ready_kinds(self, now: datetime) -> Collection[str]:
        """The kinds of the effects that nobody carries out and whose time has come at ``now``."""
        ...

    def behind(self, limit: int) -> Sequence[Posting]:
        """The postings whose message is older than what it should show."""
        ...


@cache
def kinds() -> Mapping[str, type]:
    """The kinds of entities, by the names that a unit of work gives their rows."""
    named = {
        name: each.fget for name, each in vars(UnitOfWork).items() if isinstance(each, property)
    }
    rows = {name: get_type_hints(read)["return"] for name, read in named.items() if read}
    return {name: get_args(each)[0] for name, each in rows.items() if get_origin(each) is Rows}


def rows_of(uow: UnitOfWork, entity: type) -> Rows[Any]:
    """The unit's rows of a kind of entity."""
    [name] = [name for name, each in kinds().items() if each is entity]
    rows: Rows[Any] = getattr(uow, name)
    return rows

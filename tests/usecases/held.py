"""Somebody who is in every row in which anybody could be, and what is held about her."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from cards.examples.people import ANSWERS
from mentoring.domain.act import Act
from mentoring.domain.agreement import Agreement, Terms
from mentoring.domain.circle import CircleMember, Place, member_id, mentors_circle_id
from mentoring.domain.closing import Closing
from mentoring.domain.cycle import Cycle, SettingsVersion, Source
from mentoring.domain.enrolment import Enrolment, EnrolmentState
from mentoring.domain.farewell import Farewell
from mentoring.domain.file import FileOffer
from mentoring.domain.finding import Finding, FindingKind
from mentoring.domain.fit import Feeling, Fit
from mentoring.domain.further import FurtherWish, GoingOn
from mentoring.domain.intervention import Intervention, InterventionKind
from mentoring.domain.invitation import Choice as SuccessorChoice
from mentoring.domain.invitation import Entry, Invite
from mentoring.domain.kickoff import Kickoff, Seat
from mentoring.domain.kit_choice import KitChoice
from mentoring.domain.launch import Choice, Launch, LaunchDecision
from mentoring.domain.match_run import DecisionKind, MatchRun, OwnerDecision
from mentoring.domain.matching.results import Alternative, Alternatives, Reason, Unmatched
from mentoring.domain.matching.settings import MatchingSettings
from mentoring.domain.measurement.follow_up import FollowUp, StillUses
from mentoring.domain.measurement.items import Marks, Measure, Stage
from mentoring.domain.measurement.key_figures import KeyFigures, version_key
from mentoring.domain.measurement.results import ReportedResult, Result
from mentoring.domain.pair import Pair, PairKind
from mentoring.domain.people import Role
from mentoring.domain.poll import Cause, Poll
from mentoring.domain.posting import Change, Posting
from mentoring.domain.programme import Contact, Programme
from mentoring.domain.proposal import Proposal
from mentoring.domain.question import Question
from mentoring.domain.questionnaire import Draft, Line, NotWith, When
from mentoring.domain.retrospective import Retrospective, Taken
from mentoring.domain.road_map import RoadMap
from mentoring.domain.series import Ending, Plan
from mentoring.domain.session import Session
from mentoring.domain.sponsor_thanks import SponsorThanks, ThanksState
from mentoring.domain.succession import Succession, SuccessionState
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.domain.undoing import Undoing
from mentoring.domain.upkeep import Effect, Fact, Heard, Timer
from mentoring.domain.watching import Absence, Watch
from mentoring.ports.rows import UnitOfWork
from mentoring.storage.store import SqlStore
from mentoring.storage.unit import ENTITIES
from mentoring.usecases.common.cycles import for_cycle
from mentoring.usecases.common.holdings import HOLDINGS, NAMINGS, Holding, Naming
from tests.cards.furnished import NOW, OWNER, RUN, furnished, guid

SHE, HER_PARTNER = guid("mentor-1"), guid("mentee-1")
"""She is in two programmes, and in every row in which anybody could be."""
OTHER, THIRD = guid("mentee-2"), guid("mentor-2")
HANDED_OVER = "p1c1.tandem-2-00c0ffee"
BY_TANDEM = {Session, Poll, KitChoice, Agreement, RoadMap}


@pytest.fixture
def everywhere(tmp_path: Path) -> Iterator[SqlStore]:
    found = furnished(tmp_path, _in_every_row)
    yield found
    found.close()


def _in_every_row(uow: UnitOfWork) -> None:
    uow.bind("p1c1", "p1")
    for part in (_named_by_others, _decided, _as_an_owner, _by_herself):
        part(uow)
    theirs = "p1c1.tandem-1-00c0ffee"
    _with_results(uow, theirs)
    uow.farewells.put(Farewell(theirs, theirs, SHE, "Danke für alles!", NOW))
    map_of = RoadMap(theirs, theirs, ("topic:ai",), ("topic:data",), 1, Role.MENTEE, NOW)
    uow.road_maps.put(map_of)
    uow.fits.put(Fit(f"{theirs}:mentor", theirs, SHE, Feeling.GOOD, NOW))
    later = FollowUp(f"p1c1:mentee:{SHE}:3", SHE, 3, NOW, StillUses("ai", still=True), NOW, NOW)
    uow.follow_ups.put(later)
    circle = mentors_circle_id("p1c1")
    uow.circle_members.put(
        CircleMember(member_id(circle, SHE), circle, SHE, Place.IN, NOW, founder=True)
    )
    uow.further_wishes.put(FurtherWish(f"{theirs}:mentor", theirs, SHE, GoingOn.YES, NOW))
    thanks = SponsorThanks("p1c1.sponsor-thanks-9", SHE, NOW, 6, ThanksState.SENT, "Danke!", NOW)
    uow.sponsor_thanks.put(thanks)
    _elsewhere(for_cycle(uow, "p2c1"))


def _named_by_others(uow: UnitOfWork) -> None:
    names = {SHE: "Mentor-1"}
    said = ANSWERS[Role.MENTEE].put(When(deputy=(SHE,), names=names), NotWith((SHE,), names=names))
    other = uow.enrolments.need(f"p1c1:mentee:{OTHER}")
    typed = Draft("topics", {"topics": "ai"}, (Line("topics", SHE, NOW),))
    uow.enrolments.put(replace(other, answers=said.drafted(typed)))
    report = uow.people.need(THIRD)
    uow.people.put(replace(report, profile=replace(report.profile, managers=(SHE,))))
    uow.invites.put(Invite("p1c1.invite-9", OWNER, NOW, Role.MENTOR, entries=[Entry("She", SHE)]))
    handed = uow.tandems.need(HANDED_OVER)
    uow.tandems.put(replace(handed, plan=Plan(ending=Ending("1", SHE))))
    settings = MatchingSettings(blocked_pairs=((SHE, OTHER),))
    for number, programme in enumerate(
        (Programme(contact=Contact(email="mentor-1@firma.example")), Programme(matching=settings))
    ):
        uow.settings_versions.put(
            SettingsVersion(f"p1:9{number}", "p1", 90 + number, OWNER, NOW, Source.CARD, programme)
        )


def _decided(uow: UnitOfWork) -> None:
    left = Unmatched(SHE, Role.MENTOR, Reason("no-place"))
    uow.runs.put(MatchRun("p1c1.run-9", OWNER, NOW, unmatched=(left,)))
    uow.decisions.put(OwnerDecision("p1c1.decision-9", DecisionKind.FORBID, OWNER, NOW, OTHER, SHE))
    uow.proposals.put(Proposal(f"{RUN}:9", RUN, SHE, HER_PARTNER, 9))
    next_best = Alternatives(for_mentee=(Alternative(SHE, 8),))
    uow.proposals.put(Proposal(f"{RUN}:10", RUN, THIRD, OTHER, 9, alternatives=next_best))
    uow.postings.put(Posting(f"deputy:{SHE}", "deputy", "p1c1.tandem-1-00c0ffee", OTHER, view=SHE))
    uow.pairs.put(Pair(f"p1:{SHE}:{OTHER}", SHE, OTHER, PairKind.PAST))


def _as_an_owner(uow: UnitOfWork) -> None:
    uow.programmes.put(replace(uow.programmes.need("p1"), owners=(SHE,), shut_off=()))
    uow.settings_versions.put(
        SettingsVersion("p1:99", "p1", 99, SHE, NOW, Source.CARD, Programme())
    )
    uow.acts.put(Act("a9", "card", "launch.confirm", SHE, NOW))
    uow.key_figures.put(KeyFigures(version_key("p1c1", 2), 2, SHE, NOW, Source.CARD))
    uow.cycles.put(Cycle("p1t9", "p1", 9, NOW, tried_by=SHE))
    uow.runs.put(MatchRun("p1c1.run-10", SHE, NOW))
    uow.decisions.put(OwnerDecision("p1c1.decision-10", DecisionKind.LOCK, SHE, NOW, OTHER, THIRD))
    uow.proposals.put(Proposal(f"{RUN}:11", RUN, THIRD, OTHER, 9, decided_by=SHE))
    given = Invite("p1c1.invite-10", SHE, NOW, Role.MENTOR)
    uow.invites.put(given)
    uow.invites.put(replace(given, id="p1c1.invite-11", by=OWNER, undone_by=SHE, undone_at=NOW))
    uow.launches.put(Launch("p1c1.launch-9", SHE, date(2027, 1, 11)))
    uow.launch_decisions.put(
        LaunchDecision("decided", "l", "t", Choice.RETRY, "member-both", "b", SHE, NOW)
    )
    uow.closings.put(Closing("p1c1.closing-9", SHE))
    uow.undoings.put(Undoing("p1c1.undoing-9", SHE, "p1c1.launch-9"))
    add = InterventionKind.ADD
    uow.interventions.put(Intervention("p1c1.intervention-9", add, SHE))
    wanted = Intervention("p1c1.intervention-10", add, OWNER, mentor_id=SHE, mentee_id=OTHER)
    uow.interventions.put(wanted)
    uow.kickoffs.put(Kickoff("p1c1.kickoff-9", SHE, ()))
    _succeeding(uow)


def _succeeding(uow: UnitOfWork) -> None:
    """She has named somebody, is named, was withdrawn, or may be meant."""
    named = SuccessionState.NAMED
    uow.successions.put(Succession("p1c1.succession-9", SHE, NOW, named, OTHER, "Mentee-2"))
    hers = Succession("p1c1.succession-10", OWNER, NOW, named, SHE, "Mentor-1")
    uow.successions.put(hers)
    uow.successions.put(replace(hers, id="p1c1.succession-11", person_id=THIRD, withdrawn_by=SHE))
    choice = SuccessorChoice(SHE, "Mentor-1")
    uow.successions.put(
        replace(hers, id="p1c1.succession-12", person_id="", name="", choices=(choice,))
    )


def _by_herself(uow: UnitOfWork) -> None:
    uow.absences.put(Absence(SHE, NOW, date(2026, 12, 1)))
    uow.watches.put(Watch(SHE, "subscription", "secret", NOW + timedelta(days=2)))
    uow.seats.put(Seat(f"p1c1.kickoff-9:{SHE}", "p1c1.kickoff-9", SHE, 0))
    theirs = "p1c1.tandem-1-00c0ffee"
    about_her = Finding(f"{theirs}:disabled:mentor", theirs, FindingKind.DISABLED, SHE, NOW)
    uow.findings.put(about_her)
    uow.findings.put(replace(about_her, id="9", person_id=OTHER, decided_by=SHE))
    uow.questions.put(Question(f"{theirs}:9", theirs, SHE, "Was hilft?", NOW))
    uow.kit_choices.put(KitChoice(f"{theirs}:009", theirs, "ai-discover", "ai"))
    terms = Terms(mentor_goal="Sehen", mentee_goal="Lernen", not_about="Gehalt")
    said = Taken("subject", "same", "Viel")
    looked = Retrospective("r9", theirs, "s9", SHE, Role.MENTOR, NOW, said)
    uow.retrospectives.put(looked)
    middle, said_of_herself = f"p1c1:mentor:{SHE}:middle", Marks(network=2, voice=3)
    uow.measures.put(Measure(middle, SHE, Role.MENTOR, Stage.MIDDLE, NOW, said_of_herself))
    uow.agreements.put(Agreement(theirs, theirs, terms, valid=terms, valid_since=NOW))
    uow.heard.put(Heard("h9", SHE, f"meine daten {SHE}", "replica", NOW))
    uow.changes.put(Change("c9", "kickoff_seat", SHE))
    uow.files.put(FileOffer("p1c1.file-9", SHE, "my_data", SHE, NOW))
    uow.effects.put(Effect(f"watch:{SHE}", "watch", SHE))
    uow.timers.put(Timer(f"pause-over:{SHE}", "pause-over", SHE, NOW))
    uow.facts.put(Fact(f"noticed:{SHE}:2026-11-02", "p1c1.tandem-1-00c0ffee:002"))
    declined = f"declined:p1c1:mentee:{uow.pseudonym(SHE)}"
    uow.facts.put(Fact(declined, "declined-mentee"))
    uow.timers.put(Timer(f"fact-over:{declined}", "fact-over", declined, NOW))


def _elsewhere(uow: UnitOfWork) -> None:
    """In the other programme she is a mentee, and has a tandem with a session and a poll."""
    answers = ANSWERS[Role.MENTEE]
    uow.enrolments.put(
        Enrolment(
            f"p2c1:mentee:{SHE}", SHE, Role.MENTEE, EnrolmentState.DONE, NOW, "summary", answers
        )
    )
    tandem = Tandem("p2c1.tandem-1", 1, "", THIRD, SHE, TandemState.LAUNCHED, NOW, NOW)
    uow.tandems.put(tandem)
    uow.sessions.put(Session("p2c1.tandem-1:001", tandem.id, 1, NOW, 60, "kept", NOW))
    uow.polls.put(Poll("poll-9", tandem.id, "p2c1.tandem-1:001", Cause.ASKED, 60, NOW))


def everything(uow: UnitOfWork) -> Iterator[tuple[str, Any]]:
    """All that is stored, by table."""
    for table in ENTITIES:
        yield from ((table, row) for row in getattr(uow.everywhere, table).all())


def at(row: Any, path: str) -> list[Any]:
    """What stands there in the row; of several parts (the topics of a mentor) in each."""
    found = [row]
    for name in path.split("."):
        found = [
            inner for each in found if each is not None for inner in _each(getattr(each, name))
        ]
    return found


def _each(value: Any) -> list[Any]:
    return list(value) if isinstance(value, tuple) else [value]


def told_by(uow: UnitOfWork, holding: Holding, row: Any) -> str:
    """Where somebody stands who is found in another way than by the holding: its fields that are
    not for naming others.
    """
    if type(row) in BY_TANDEM:
        return repr(uow.everywhere.tandems.need(row.tandem_id))
    if type(row) is SettingsVersion and holding.parts[0].purpose == "named-in-settings":
        return repr([row.settings.contact.email, row.settings.sponsor.email])
    for_others = {name for each in NAMINGS if each.entity is type(row) for name in each.fields}
    whose = {"mentor_id", "mentee_id"} if type(row) is Tandem else set()
    fields = {name for part in holding.parts for name in part.fields} - for_others | whose
    return "\n".join(repr(at(row, name)) for name in sorted(fields))


def known_as(uow: UnitOfWork, holding: Holding, person: str) -> list[str]:
    """What stands there where the person is meant."""
    if holding.entity in BY_TANDEM:
        return [person]
    if holding.entity is SettingsVersion and holding.parts[0].purpose == "named-in-settings":
        known = uow.people.get(person)
        return [repr(known.profile.email)] if known else []
    return [person, uow.pseudonym(person)]


def people(uow: UnitOfWork) -> list[str]:
    return [each.id for each in uow.people.all()]


def holdings_of(room: str) -> list[Holding]:
    return [each for each in HOLDINGS if _room(each) == room]


def registered_in(room: str) -> list[Holding | Naming]:
    everything: list[Holding | Naming] = [*HOLDINGS, *NAMINGS]
    return [each for each in everything if _room(each) == room]


def _room(each: Holding | Naming) -> str:
    return str(each.find.__module__).split(".")[2]


def called(each: Holding | Naming) -> str:
    return f"{each.entity.__name__}-{each.find.__name__}"


def hers(store: SqlStore, each: Holding | Naming) -> list[Any]:
    """Her rows, as the function finds them."""
    return store.read_now(lambda uow: list(each.find(uow.everywhere, SHE)))


def wrongly_found(store: SqlStore, holding: Holding) -> dict[str, tuple[list[str], list[str]]]:
    """By person, the rows that the function finds and those that a search for their id finds, where
    these differ.
    """

    def unit(uow: UnitOfWork) -> dict[str, tuple[list[str], list[str]]]:
        table = next(name for name, entity in ENTITIES.items() if entity is holding.entity)
        rows = getattr(uow.everywhere, table).all()
        told = {row.id: told_by(uow, holding, row) for row in rows}
        found = {
            who: sorted(row.id for row in holding.find(uow.everywhere, who)) for who in people(uow)
        }
        names = {who: known_as(uow, holding, who) for who in found}
        meant = {
            who: sorted(key for key in told if any(name in told[key] for name in names[who]))
            for who in found
        }
        return {who: (found[who], meant[who]) for who in found if found[who] != meant[who]}

    return store.read_now(unit)


def _with_results(uow: UnitOfWork, tandem_id: str) -> None:
    """She has released a line, and the one of her partner."""
    uow.results.put(Result(f"{tandem_id}:mentor", tandem_id, SHE, "Wir fragen mehr", NOW))
    theirs = Result(f"{tandem_id}:mentee", tandem_id, HER_PARTNER, "Ich frage mehr", NOW)
    uow.results.put(replace(theirs, agreed_by=SHE))
    for author, other in ((SHE, HER_PARTNER), (HER_PARTNER, SHE)):
        who = tandem_id, author, other
        uow.reported_results.put(ReportedResult(f"{tandem_id}:{author}", *who, "Mehr", "ai", NOW))

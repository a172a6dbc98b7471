"""One of each notice in each of its states, with invented people: what the tests of the cards look
at.
"""

from __future__ import annotations

from base64 import b64encode
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import bot.commands  # noqa: F401 - commands register themselves
from bot.commands.registry import in_order
from cards.common.said import HelpNotice, NotAnsweredNotice
from mentoring.domain.cycle import Cycle, CycleState, Source
from mentoring.domain.enrolment import Enrolment, EnrolmentState
from mentoring.domain.errors import Refusal
from mentoring.domain.finding import Finding, FindingKind
from mentoring.domain.invitation import TAKEN_BACK, Choice, Entry, Invite, InviteState
from mentoring.domain.match_run import (
    DecisionKind,
    MatchRun,
    OwnerDecision,
    Preview,
    RunState,
    Tried,
)
from mentoring.domain.matching.compare import BeforeAfter, Change, WhatIf
from mentoring.domain.matching.decisions import Lock
from mentoring.domain.matching.figures import Bar, Figures, Share, Weakest
from mentoring.domain.matching.results import Alternative, Alternatives, Check, Reason, Unmatched
from mentoring.domain.matching.settings import ExclusionGroup, MatchingSettings, SettingChange
from mentoring.domain.people import Person, Profile, Role
from mentoring.domain.programme import Boundary, Contact, Programme, Sponsor
from mentoring.domain.questionnaire import (
    About,
    Competence,
    NotWith,
    Purpose,
    Topics,
    TopicSkill,
    When,
    Wishes,
    way,
)
from mentoring.domain.scheduling.plan import Explanation
from mentoring.domain.session import Session
from mentoring.domain.setting import Changed
from mentoring.domain.tandem import (
    ByHand,
    Launch,
    LaunchState,
    Proposal,
    ProposalState,
    Tandem,
    TandemState,
    Totals,
)
from mentoring.domain.topics import HouseLink, Topic
from mentoring.notices import Notice, Refused, Said
from mentoring.usecases.enrolment.card import EnrolmentNotice, TakenOut, TakenOutNotice
from mentoring.usecases.enrolment.invitation import InviteNotice
from mentoring.usecases.enrolment.next_cycle import NextCycleNotice
from mentoring.usecases.enrolment.read_first import InvitationToReadNotice
from mentoring.usecases.launch.card import PAGE, LaunchNotice
from mentoring.usecases.launch.findings import FindingNotice
from mentoring.usecases.launch.preview import Prospect
from mentoring.usecases.launch.troubles import Foreseen, Trouble, Turn
from mentoring.usecases.matching.notice import ProposalsNotice
from mentoring.usecases.matching.offers import LeftOverNotice, OfferNotice
from mentoring.usecases.programme.finding_people import (
    PersonNotice,
    SeveralNotice,
    UnaskedNotice,
)
from mentoring.usecases.programme.needs import Need
from mentoring.usecases.programme.next_step import Counted, NextStep, Step
from mentoring.usecases.programme.people_list import Listed, PeopleNotice
from mentoring.usecases.programme.settings import (
    TO_FILL_IN,
    SettingsFileNotice,
    SettingsNotice,
    VersionSeen,
)
from mentoring.usecases.programme.status import StatusNotice
from mentoring.usecases.programme.whereabouts import Whereabouts
from mentoring.usecases.sessions.booking import TandemNotice
from mentoring.usecases.sessions.reminders import LateNotice, SessionNotice
from sandbox.portraits import portrait
from tests.answers import AGREED, GERMAN, answers

NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)


def photo(key: str, *, woman: bool) -> str:
    """An invented face as Graph's photos reach a card."""
    picture = portrait(key, 96, long_hair=woman, grey=False)
    return f"data:image/jpeg;base64,{b64encode(picture).decode()}"


PROGRAMME = Programme(
    name="Blickwechsel",
    sponsor=Sponsor(
        name="Dr. Ada Winter",
        title="Vorstand",
        sentences={"de": "Ich lerne selbst mit.", "en": "I am learning too."},
        picture=photo("ada", woman=True),
    ),
    contact=Contact(name="Mia Sommer", email="mia.sommer@firma.example"),
)
MENTEE = Person(
    "p1", Profile("p1", "Eva Costa", "eva@firma.example", "Vertrieb", "Leiterin", "München"), "de"
)
MENTOR = Person(
    "p2",
    Profile(
        "p2", "Jan Kurz", "jan@firma.example", "IT", "Entwickler", "Berlin", zone="Europe/Vienna"
    ),
    "en",
)
ANSWERS = {
    Role.MENTEE: answers(
        About(("de", "en"), "law", "Ich singe"),
        Wishes("ai", "data"),
        Competence(4),
        Purpose(format="demo"),
        When(("mon",), deputy=("p2",), names={"p2": "Jan Kurz"}),
        NotWith(("p2",), names={"p2": "Jan Kurz"}),
        AGREED,
    ),
    Role.MENTOR: answers(
        GERMAN,
        Topics(("ai", "agile")),
        TopicSkill("ai", 3, "Fünf Jahre im Datenteam"),
        TopicSkill("agile", 1, "Zwei Projekte"),
        Competence(9),
        Purpose("Mut machen"),
        When(times=("morning",), place="remote", capacity=2, never=("mon-morning", "fri-midday")),
        NotWith(kpi_people=("p1",), names={"p1": "Eva Costa"}),
        AGREED,
    ),
}


WISHED = {Role.MENTEE: ("ai", "data"), Role.MENTOR: ()}


def enrolment(role: Role, state: EnrolmentState, position: str = "summary") -> EnrolmentNotice:
    """An enrolment with all answers, at a position; who is on a step has still to agree to the
    rules.
    """
    person = MENTEE if role is Role.MENTEE else MENTOR
    on_the_way = state is EnrolmentState.BEGUN and position != "summary"
    answers = replace(ANSWERS[role], protected_space=None) if on_the_way else ANSWERS[role]
    enrolled = Enrolment(f"{role}:{person.id}", person.id, role, state, NOW, position, answers)
    return EnrolmentNotice(
        enrolled,
        person,
        PROGRAMME,
        date(2026, 12, 1),
        closed=False,
        names={"p1": "Eva Costa", "p2": "Jan Kurz"},
    )


def enrolments() -> dict[str, Notice]:
    """Every card of the enrolment."""
    found: dict[str, Notice] = {}
    for role in Role:
        for state in EnrolmentState:
            found[f"enrolment-{role}-{state}"] = enrolment(role, state)
        for position in way.positions(role, ANSWERS[role]):
            name = str(position).replace(":", "-")
            found[f"enrolment-{role}-step-{name}"] = enrolment(
                role, EnrolmentState.BEGUN, str(position)
            )
    wrong = replace(
        enrolment(Role.MENTEE, EnrolmentState.BEGUN, "about"),
        problem=Refusal("answer", field="languages"),
        raw={"languages": "", "about_me": "halb getippt"},
    )
    voluntary = enrolment(Role.MENTEE, EnrolmentState.DONE, "when")
    return {
        **found,
        "enrolment-wrong": wrong,
        "enrolment-voluntary": voluntary,
        "enrolment-applies": replace(
            enrolment(Role.MENTOR, EnrolmentState.INVITED), may_change_role=True
        ),
        "enrolment-again": _again(Role.MENTEE, EnrolmentState.INVITED, may_change_role=True),
        "enrolment-again-both-roles": _again(Role.MENTOR, EnrolmentState.INVITED),
        "enrolment-again-begun": _again(Role.MENTEE, EnrolmentState.BEGUN, at="protected_space"),
        "enrolment-other-role": _again(Role.MENTEE, EnrolmentState.DECLINED, in_other_role=True),
        "next-cycle": NextCycleNotice(CYCLE, None, 24, PROGRAMME.name),
        "next-cycle-one": NextCycleNotice(CYCLE, None, 1, PROGRAMME.name),
        "next-cycle-discarded": NextCycleNotice(CYCLE, None, 24, PROGRAMME.name, discarded=True),
        "next-cycle-opened": NextCycleNotice(
            CYCLE, replace(CYCLE, id="p1c2", number=2), 24, PROGRAMME.name
        ),
        "enrolment-taken-back": TakenOutNotice(TakenOut.TAKEN_BACK, PROGRAMME.contact),
        "enrolment-over": replace(enrolment(Role.MENTEE, EnrolmentState.DONE), over=True),
        "enrolment-leaving": replace(enrolment(Role.MENTEE, EnrolmentState.DONE), leaving=True),
        "enrolment-leaving-tandem": replace(
            enrolment(Role.MENTEE, EnrolmentState.DONE), leaving=True, in_tandem=True
        ),
        "enrolment-closed": replace(enrolment(Role.MENTEE, EnrolmentState.BEGUN), closed=True),
    }


CYCLE = Cycle("p1c1", "p1", 1, NOW, state=CycleState.CLOSED)


def _again(role: Role, state: EnrolmentState, at: str = "summary", **more: bool) -> EnrolmentNotice:
    """Somebody who took part before."""
    asked = enrolment(role, state, at)
    return replace(asked, enrolment=replace(asked.enrolment, earlier="p1c1:earlier"), **more)


TANDEM = Tandem(
    "tandem-7", 7, "run-1:1", "p2", "p1", TandemState.LAUNCHED, NOW + timedelta(days=5),
    NOW + timedelta(days=10),
    reasons=(Reason("topic", {"topic": "ai", "rank": 1, "level": 3}, 90), Reason("function",
    points=20)),
    channel_url="https://teams.example/channel",
)  # fmt: skip
SESSIONS = tuple(
    Session(
        f"tandem-7:{n}",
        "tandem-7",
        n,
        NOW + timedelta(days=30 * n),
        120,
        "open" if n == 3 else "kept",
        None if n == 3 else NOW + timedelta(days=30 * n),
    )
    for n in range(1, 7)
)
CLOCK = {
    "start": time(10),
    "end": time(12),
    "zone": "Europe/Berlin",
    "zones": "same",
    "weekday": "tuesday",
    "index": "second",
}


def offers() -> dict[str, Notice]:
    """The offer to both sides in each state, and what follows."""
    found: dict[str, Notice] = {
        "left-over": LeftOverNotice(MENTEE, PROGRAMME),
        "left-over-shut-out": LeftOverNotice(MENTEE, PROGRAMME, shut_out=True),
    }
    for role, viewer, partner in ((Role.MENTOR, MENTOR, MENTEE), (Role.MENTEE, MENTEE, MENTOR)):
        other = Role.MENTEE if role is Role.MENTOR else Role.MENTOR
        for state in ("open", "waiting", "accepted", "follows", "started", "over", "closed"):
            found[f"offer-{role}-{state}"] = OfferNotice(
                TANDEM,
                role,
                viewer,
                partner,
                "Ich singe",
                WISHED[other],
                ANSWERS[other].skills,
                state,
                PROGRAMME,
                photo=photo(partner.id, woman=partner is MENTEE),
            )
        told = (Explanation("series-monthly", CLOCK),)
        found[f"tandem-{role}"] = TandemNotice(
            TANDEM,
            role,
            viewer,
            partner,
            PROGRAMME,
            SESSIONS,
            told,
            SESSIONS,
            partner_goal="Weniger Papier",
            partner_place="in_person",
        )
        near = SessionNotice(
            SESSIONS[0], TANDEM, role, viewer, partner, PROGRAMME, date(2026, 12, 1), over=False
        )
        found[f"session-{role}-tomorrow"] = replace(
            near, photo=photo(partner.id, woman=partner is MENTEE)
        )
        found[f"session-{role}-today"] = replace(near, today=date(2026, 12, 2))
        found[f"session-{role}-over"] = replace(near, over=True)
        for outcome in ("met", "missed"):
            found[f"session-{role}-{outcome}"] = replace(near, over=True, said=outcome)
        found[f"session-{role}-rearranged"] = replace(near, rearranged=True)
        found[f"session-{role}-late"] = replace(near, today=date(2026, 12, 2), told_late=True)
        found[f"session-late-{role}"] = LateNotice(partner, PROGRAMME.contact)
        running = TandemNotice(
            TANDEM, role, viewer, partner, PROGRAMME, SESSIONS, told, SESSIONS[3:]
        )
        found[f"tandem-{role}-running"] = replace(running, agreeing=frozenset({SESSIONS[3].id}))
        closed = replace(TANDEM, state=TandemState.CLOSED)
        found[f"tandem-{role}-closed"] = replace(running, tandem=closed)
        found[f"tandem-{role}-no-dates"] = TandemNotice(
            TANDEM, role, viewer, partner, PROGRAMME, ()
        )
        by_hand = replace(TANDEM, by_hand=ByHand.BOTH, channel_url="")
        unbooked = TandemNotice(by_hand, role, viewer, partner, PROGRAMME, ())
        found[f"tandem-{role}-by-hand"] = unbooked
        over = replace(by_hand, state=TandemState.CLOSED)
        found[f"tandem-{role}-by-hand-closed"] = replace(unbooked, tandem=over)
    return found


def help_of(*, owner: bool) -> HelpNotice:
    """All that somebody may say, as *help* tells it."""
    allowed = [each for each in in_order() if owner or each.who == "everybody"]
    return HelpNotice(tuple(each.name for each in allowed), owner, PROGRAMME.contact)


def _long_list() -> Invite:
    """A list of so many people that there is time to stop it."""
    entries = [Entry(f"p{n}@firma.example", f"p{n}", f"Person {n}") for n in range(1, 23)]
    return Invite("invite-2", "o1", NOW, Role.MENTEE, entries=entries)


def _taken_back() -> Invite:
    """The same after it was taken back; four had begun."""
    entries = [
        replace(each, hindrance=TAKEN_BACK) if number > 4 else each
        for number, each in enumerate(_long_list().entries, 1)
    ]
    return replace(_long_list(), state=InviteState.UNDONE, starts_at=NOW, entries=entries)


def overview() -> dict[str, Notice]:
    """Where the programme stands and who is where."""
    people = {
        Role.MENTEE: {Whereabouts.INVITED: 3, Whereabouts.IN_TANDEM: 2},
        Role.MENTOR: {Whereabouts.DONE: 4, Whereabouts.OFFERED: 1, Whereabouts.WAITING: 1},
    }
    nobody = Counted({Role.MENTEE: {}, Role.MENTOR: {}})
    enrolling = StatusNotice(
        PROGRAMME.name,
        replace(CYCLE, state=CycleState.ENROLLING),
        Counted(people),
        NextStep(Step.ENROL, 3, date(2026, 12, 1)),
        date(2026, 12, 1),
        enrolment_open=True,
        needs=(
            Need("alone", 1, is_shown=False),
            Need("found", 2),
            Need("troubled", 1),
            Need("unreachable", 4),
        ),
        left_out=1,
        sites={"": 1, "Werk Süd, DE": 3},
    )
    offered = Counted(people, 2, NOW, 3, 0, 1)
    found: dict[str, Notice] = {
        "status": enrolling,
        "status-offers": replace(enrolling, figures=offered, needs=(), sites={}, left_out=0),
        "status-nobody": replace(
            enrolling,
            cycle=replace(CYCLE, state=CycleState.PREPARING),
            figures=nobody,
            next=NextStep(Step.INVITE),
            enrolment_end=None,
            needs=(),
            sites={},
            left_out=0,
        ),
        "status-over": replace(
            enrolling,
            cycle=CYCLE,
            figures=replace(nobody, closed=5),
            needs=(),
            sites={},
            next=NextStep(Step.NEW_CYCLE),
        ),
    }
    for step in Step:
        day = NOW if step in {Step.OFFERS, Step.SESSIONS} else None
        shown = replace(found["status-nobody"], next=NextStep(step, 5, day))  # type: ignore[type-var]  # a notice is a dataclass
        found[f"status-next-{step}"] = shown
    return {**found, **_people()}


def _people() -> dict[str, Notice]:
    eva = Listed("Eva Costa", {Role.MENTEE: Whereabouts.INVITED})
    jan = Listed("Jan Kurz", dict.fromkeys((Role.MENTOR,), Whereabouts.UNREACHABLE), "blocked")
    both = {Role.MENTEE: Whereabouts.DONE, Role.MENTOR: Whereabouts.IN_TANDEM}
    tom = Listed("Frei, Dr. Tom", both)
    totals = {Whereabouts.INVITED: 40, Whereabouts.DONE: 1, Whereabouts.UNREACHABLE: 1}
    found: dict[str, Notice] = {
        "people": PeopleNotice(people=(eva, tom, jan), many=42, totals=totals, page=1),
        "people-one-state": PeopleNotice(
            people=(jan,), many=1, totals=totals, chosen=Whereabouts.UNREACHABLE, private=False
        ),
        "people-none": PeopleNotice(people=(), many=0),
        "find-both": PersonNotice(tom, ((7, "Eva Costa"), (12, ""))),
        "find-several": SeveralNotice("Eva", (("Eva Costa", "Finance · eva@x.example"),), True),
        "find-unasked": UnaskedNotice("Mia", "Mia Berg"),
        "find-nobody": UnaskedNotice("Mia"),
    }
    for state in Whereabouts:
        away = "blocked" if state is Whereabouts.UNREACHABLE else ""
        one = Listed("Eva Costa", {Role.MENTEE: state}, away)
        until = date(2026, 12, 1) if state is Whereabouts.OFFERED else None
        found[f"find-{state}"] = PersonNotice(one, (), until)
    return found


def owners() -> dict[str, Notice]:
    """What programme owners see."""
    entries = [
        Entry("eva", "p1", "Eva Costa"),
        *(
            Entry(h, hindrance=h)
            for h in ("unknown", "ambiguous", "already", "disabled", "guest", "no-licence")
        ),
    ]
    evas = (Choice("p1", "Eva Costa", "Auditor · Finance · Berlin · eva.costa@firma.example"),)
    evas += (Choice("p2", "Eva Berg", "eva.berg@firma.example"),)
    entries.append(Entry("Eva", hindrance="ambiguous", choices=evas))
    invite = Invite("invite-1", "o1", NOW, Role.MENTEE, entries=entries)
    found: dict[str, Notice] = {
        "invite-preview": InviteNotice(invite, {}, PROGRAMME),
        "invite-role": InviteNotice(replace(invite, role=None), {}, PROGRAMME),
        "invite-nobody": InviteNotice(replace(invite, entries=entries[1:]), {}, PROGRAMME),
        "invite-done": InviteNotice(replace(invite, state=InviteState.CONFIRMED), {"invited": 3,
        "unreachable": 1}, PROGRAMME),
        "invite-long": InviteNotice(_long_list(), {}, PROGRAMME),
        "invite-soon": InviteNotice(
            replace(_long_list(), state=InviteState.SOON, starts_at=NOW), {}, PROGRAMME
        ),
        "invite-done-answered": InviteNotice(
            replace(_long_list(), state=InviteState.CONFIRMED, starts_at=NOW),
            {"invited": 18, "begun": 2, "done": 2},
            PROGRAMME,
            answered=4,
        ),
        "invite-undone": InviteNotice(_taken_back(), {"begun": 2, "done": 2}, PROGRAMME,
        answered=4),
        "invite-stopped": InviteNotice(replace(invite, state=InviteState.STOPPED), {}, PROGRAMME),
        "not-answered": NotAnsweredNotice(PROGRAMME.contact),
        **overview(),
        "help-owner": help_of(owner=True),
        "help-owner-now": replace(help_of(owner=True), now=("invite", "remind", "status")),
        "help-participant": help_of(owner=False),
        "refused": Refused(Refusal("owners-only")),
        "said": Said.of("reminded", people=3),
        "said-past-pairs": Said.of("past-pairs", pairs=2),
        "refused-cycle-over": Refused(Refusal("cycle-over", cycle=1)),
        "refused-past-pairs": Refused(Refusal("pairs-none")),
    }  # fmt: skip
    return {**found, **proposals(), **launches()}


APART = MatchingSettings(
    blocked_pairs=(("p1", "p2"),),
    exclusion_groups=(ExclusionGroup(name="Revision", people=("p1", "p2", "p9")),),
)
FIGURES = Figures(
    (Bar(90, 109, 2), Bar(110, 129, 3)),
    Weakest("p1", "p2", 95),
    (
        Share("role", "mentee", 12, 1),
        Share("department", "Vertrieb", 7, 1),
        Share("department", "", 5, 0),
    ),
    dropped=1,
)
DIFFERENCE = WhatIf(
    tandems=BeforeAfter(5, 4),
    total_score=BeforeAfter(560, 530),
    served=-1,
    changes=(Change("p1", Role.MENTEE, ("p2",), ()), Change("p2", Role.MENTOR, ("p1",), ())),
    left_over=2,
    figures=FIGURES,
    figures_before=FIGURES,
)


def proposals() -> dict[str, Notice]:
    """A run in each of its states, and each part of it that an owner may look at."""
    proposal = Proposal(
        "run-1:1", "run-1", "p2", "p1", 145, reasons=TANDEM.reasons,
        checks=(Check("hierarchy", "passed"), Check("kpi_group", "assumed"),
        Check("same_department", "waived")),
        alternatives=Alternatives((Alternative("p1", 90),), (Alternative("p2", 80),)),
    )  # fmt: skip
    names = {"p1": "Eva Costa", "p2": "Jan Kurz"}
    rules = Reason("ruled_out", {"rules": ("same_department", "reporting_line")})
    left = (
        Unmatched("p1", Role.MENTEE, Reason("taken"), 2),
        Unmatched("p2", Role.MENTOR, rules),
        Unmatched("p2", Role.MENTOR, Reason("not_possible")),
    )
    settings = PROGRAMME.matching
    run = MatchRun(
        "run-1", "o1", NOW, RunState.PROPOSED, 1, 145, left, settings=settings, figures=FIGURES
    )
    profiles = {who.id: who.profile for who in (MENTEE, MENTOR)}
    notice = ProposalsNotice(
        run, (proposal,), names, "", 0, 2, 0, 5, "", PROGRAMME, profiles=profiles
    )
    locked = replace(
        proposal, lock=Lock("p1", "p2", "Beide kennen sich aus dem Verein", "o1"), trio=1
    )
    lock = OwnerDecision("decision-000001", DecisionKind.LOCK, "o1", NOW, "p1", "p2")
    settled = tuple(
        OwnerDecision(f"decision-{number}", DecisionKind.SETTINGS, "p2", NOW, settings=settings)
        for number in (2, 3)
    )
    changed = (
        SettingChange("weights.function", 20, 40),
        SettingChange("rules.same_department", True, False),
        SettingChange("weights.topic_ranks", (3, 2), (9, 9)),
    )
    tried = (
        Tried(DecisionKind.LOCK, "p1", "p2", "Passt *so*", broken=("same_department",)),
        Tried(DecisionKind.FORBID, "p1", "p2"),
        Tried(DecisionKind.SETTINGS, settings=settings, changed=changed),
    )
    return {
        **{f"match-{s}": replace(notice, run=replace(run, state=s)) for s in RunState},
        "match-automatic": replace(
            notice, run=replace(run, automatic=True, figures=Figures()), total=1, pages=1
        ),
        "match-locked": replace(
            notice, proposals=(locked,), decisions=(lock,), joined_since=2, weakest="run-1:1"
        ),
        "match-approved": replace(
            notice,
            proposals=(replace(proposal, state=ProposalState.APPROVED),),
            approved=5,
            decided_by="Mia Sommer",
            page=1,
        ),
        "match-hand-wrong": replace(
            notice,
            view="hand",
            problem=Refusal("person-unknown", field="mentor", name="Nemo Niemand"),
            raw={"mentee": "Eva Costa", "mentor": "Nemo Niemand", "reason": "Beide wollten es"},
        ),
        "match-left-out-channel": replace(notice, total=4, left_out=1, private=False),
        "match-left-out-own": replace(notice, total=4, left_out=1),
        "match-elsewhere": replace(
            notice, proposals=(), total=0, pages=1, left_out=2, private=False
        ),
        "match-try-left-out": replace(
            notice,
            left_out=1,
            run=replace(run, preview=Preview(tried[1], replace(DIFFERENCE, total_score=None), "")),
        ),
        "match-proposal": replace(
            notice,
            view="proposal:run-1:1",
            chosen=proposal,
            weakest="run-1:1",
            photos={"p1": photo("p1", woman=True), "p2": photo("p2", woman=False)},
        ),
        "match-proposal-locked": replace(notice, view="proposal:run-1:1", chosen=locked),
        "match-proposal-approved": replace(
            notice, chosen=replace(proposal, state=ProposalState.APPROVED)
        ),
        **{
            f"match-try-{each.kind}": replace(
                notice, run=replace(run, preview=Preview(each, DIFFERENCE, ""))
            )
            for each in tried
        },
        **{
            f"match-{view}": replace(notice, view=view)
            for view in ("figures", "waiting", "hand", "settings")
        },
        "match-decisions": replace(notice, view="decisions", decisions=(*settled, lock)),
        "match-try-computing": replace(
            notice, run=replace(run, preview=Preview(tried[0], None, ""))
        ),
        "match-try-refused": replace(
            notice, run=replace(run, preview=Preview(tried[1], None, "", "not-possible"))
        ),
        "match-try-incomparable": replace(
            notice,
            run=replace(run, preview=Preview(tried[2], replace(DIFFERENCE, total_score=None), "")),
        ),
        "match-apart": replace(notice, view="apart", run=replace(run, settings=APART)),
    }


def launches() -> dict[str, Notice]:
    """A launch before, while and after."""
    troubled = (
        *((7, "member-mentor"), (8, "series-rejected-mentee"), (9, "channel-notthere")),
        *((10, "NotAllowed"), (11, "member"), (12, "member-both")),
    )
    launch = Launch(
        "launch-1", "o1", date(2027, 1, 11), tandems=4, totals=Totals(3, 3, 18, 2, 1, troubled)
    )
    told = Prospect(4, 1, 1, NOW + timedelta(days=5), 0, 2)
    troubles = tuple(Trouble(number, "Jan Kurz", "Eva Costa", code) for number, code in troubled)
    notice = LaunchNotice(launch, PROGRAMME, told, troubles=troubles, left_out=1)
    states = {
        f"launch-{state}": replace(notice, launch=replace(launch, state=state))
        for state in LaunchState
    }
    clean = replace(launch, state=LaunchState.DONE, totals=Totals(4, 4, 24))
    until = NOW + timedelta(days=5)
    return {
        **states,
        "launch-preview-changed": replace(notice, prospect=Prospect(1, 0, 0, None, 1, 1)),
        "launch-preview-old": replace(notice, is_old=True),
        "launch-done-all": LaunchNotice(clean, PROGRAMME, waiting=2, open_until=until),
        **launch_troubles(replace(launch, state=LaunchState.DONE, started_at=NOW)),
    }


def findings() -> dict[str, Notice]:
    """What the daily watch finds, and what owners have made of it."""

    def about(what: FindingKind, person: str = "Eva Costa") -> FindingNotice:
        finding = Finding(f"t7:{what}", "t7", what, "p2" if person else "", NOW)
        return FindingNotice(finding, 7, "Jan Kurz", "Eva Costa", person, "open", depth=2)

    pair = {FindingKind.REPORTING_LINE, FindingKind.SAME_DEPARTMENT}
    leaver = about(FindingKind.DISABLED)
    return {
        **{
            f"finding-{what}": about(what, "" if what in pair else "Eva Costa")
            for what in FindingKind
        },
        "finding-organizer": replace(leaver, hands_over=True),
        "finding-left": replace(leaver, state="left", decided_by="Mia Sommer"),
        "finding-over": replace(leaver, state="over"),
        "finding-ended": replace(leaver, state="ended"),
    }


NOTES = ("note-unreadable-mentor", "note-blocked-mentee")


def launch_troubles(launch: Launch) -> dict[str, Notice]:
    """A receipt on which owners have to decide, each cause once, and one on which they have."""
    causes = [
        *(f"member-{why}-mentee" for why in ("disabled", "guest", "no-licence", "gone")),
        *(f"channel-{why}" for why in ("full", "notallowed")),
        *(f"series-{why}-mentor" for why in ("no-mailbox", "on-premises", "notallowed")),
    ]
    decided = replace(launch, totals=Totals(4, 4, 24, by_hand=2))

    def receipt(made: Launch, *told: Trouble) -> LaunchNotice:
        waiting = sum(each.turn is Turn.OPEN for each in told)
        return LaunchNotice(made, PROGRAMME, troubles=told, open=waiting, by="Olga Owner")

    asked = [trouble_of(number, code, Turn.OPEN) for number, code in enumerate(causes, 1)]
    settled = [
        trouble_of(number, "series-no-mailbox-mentee", turn)
        for number, turn in enumerate([turn for turn in Turn if turn is not Turn.OPEN], 1)
    ]
    return {
        "launch-foreseen": LaunchNotice(
            replace(launch, state=LaunchState.PREVIEW, looked_at=NOW),
            PROGRAMME,
            Prospect(4),
            foreseen=tuple(
                Foreseen(code, number, "Jan Kurz", "Eva Costa", 3 if code[:4] == "team" else 1)
                for number, code in enumerate([*causes, *NOTES, "team-notallowed"], 1)
            ),
        ),
        "launch-nothing-foreseen": LaunchNotice(
            replace(launch, state=LaunchState.PREVIEW, looked_at=NOW), PROGRAMME, Prospect(4)
        ),
        "launch-decisions-one": replace(receipt(launch, asked[0]), left_out=1),
        "launch-decisions": replace(receipt(launch, *asked[-PAGE:]), open=len(asked), pages=2),
        "launch-decided": receipt(decided, *settled),
    }


def trouble_of(number: int, code: str, turn: Turn) -> Trouble:
    """Jan's and Eva's tandem could not be launched at once, and so it stands with it."""
    by = "" if turn is Turn.OPEN else "Olga Owner"
    return Trouble(number, "Jan Kurz", "Eva Costa", code, f"t{number}", turn, bool(by), by)


def settings_cards() -> dict[str, Notice]:
    """A programme that is set up, one that runs, and what was changed in it."""
    house = Topic(
        id="ai",
        links=(HouseLink(name="KI-Leitlinie", address="https://firma.example/ki"),),
        rules={"de": "Nur im freigegebenen Assistenten."},
    )
    topics = (house, Topic(id="data"), Topic(id="agile"))
    boundary = Boundary(name="Betriebsrat", email="betriebsrat@firma.example")
    programme = PROGRAMME.model_copy(update={"topics": topics, "boundary": boundary})
    new = SettingsNotice(
        programme=Programme(), programme_id="p1", cycle=replace(CYCLE, state=CycleState.PREPARING)
    )
    ends = replace(CYCLE, state=CycleState.RUNNING, enrolment_end=date(2026, 12, 1))
    running = replace(new, programme=programme, cycle=ends, total=3)
    changed = (
        Changed("sessions.months", 6, 9),
        Changed("topics", [{"id": "ai"}, {"id": "data"}], [{"id": "ai"}]),
        Changed("matching.lowest_score", 0, 40),
        Changed("sponsor.title", "", "Vorstand"),
    )
    seen = (
        VersionSeen(3, "Mia Sommer", NOW, Source.UNDO, changed[:1]),
        VersionSeen(2, "Mia Sommer", NOW, Source.CARD, changed),
        VersionSeen(1, "", NOW, Source.FILE, ()),
    )
    wrong = Refusal("setting-wrong", field="sessions.months", text="Erlaubt: 1 bis 24.")
    link = Refusal("link-incomplete", field="link_1_name")
    return {
        "settings-new": new,
        "settings-running": running,
        **{f"settings-{part}": replace(running, part=part) for part in (*TO_FILL_IN, "topics")},
        "settings-new-basics": replace(new, part="basics"),
        "settings-new-dates": replace(new, part="dates"),
        "settings-new-topic": replace(new, part="topic:"),
        "settings-topic": replace(running, part="topic:ai"),
        "settings-topic-wrong": replace(running, part="topic:ai", problem=link, raw={}),
        "settings-wrong": replace(
            new, part="sessions", problem=wrong, raw={"sessions.months": "viel"}
        ),
        "settings-history": replace(running, part="history", versions=seen),
        "settings-version": replace(running, part="version:2", versions=seen[1:2]),
        "settings-first": replace(new, part="version:1", versions=seen[2:]),
        "settings-as-file": SettingsFileNotice(programme),
        "read-first": InvitationToReadNotice(
            programme=programme, role=Role.MENTEE, language="", closes=None, now=NOW
        ),
        "read-first-mentor": InvitationToReadNotice(
            programme=programme, role=Role.MENTOR, language="", closes=ends.enrolment_end, now=NOW
        ),
    }


def everything() -> dict[str, Notice]:
    """Every card that there is."""
    from tests.cards.samples_sessions import (
        boxes,
        closings,
        kickoffs,
        kits,
        lessons,
        polls,
    )  # they are made of these people

    return {
        **enrolments(),
        **offers(),
        **polls(),
        **owners(),
        **boxes(),
        **kits(),
        **lessons(),
        **kickoffs(),
        **closings(),
        **findings(),
        **settings_cards(),
    }

"""Launches, kick-offs and ends, and what owners do to one tandem."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from cards.programme.acts import BACK
from mentoring.domain.act import Act
from mentoring.domain.closing import Closing, ClosingState
from mentoring.domain.cycle import Cycle, CycleState
from mentoring.domain.enrolment import enrolment_id
from mentoring.domain.farewell import Farewell
from mentoring.domain.finding import Finding, FindingKind, FindingState
from mentoring.domain.intervention import (
    Intervention,
    InterventionKind,
    InterventionState,
    Part,
    Receipt,
)
from mentoring.domain.invitation import Choice as MayBeMeant
from mentoring.domain.kickoff import Gathering, Kickoff, KickoffState
from mentoring.domain.launch import Choice as Decided
from mentoring.domain.launch import Launch, LaunchDecision, LaunchState, decision_id
from mentoring.domain.measurement.results import ReportedResult, Result
from mentoring.domain.people import Role
from mentoring.domain.poll import Cause, Poll, PollState
from mentoring.domain.session import Session, met_on, session_id
from mentoring.domain.sponsor_thanks import SponsorThanks, ThanksState
from mentoring.domain.succession import Succession, SuccessionState
from mentoring.domain.tandem import LEFT_OUT, NOT_CLEAR, ByHand, Tandem, TandemState
from mentoring.domain.undoing import TakenBack, Undoing, UndoingState
from mentoring.domain.upkeep import Effect, Fact
from mentoring.notices import VIEWS
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.cycles import for_cycle
from mentoring.usecases.common.numbers import next_id
from mentoring.usecases.common.postings import post
from mentoring.usecases.measurement.key_figures import key_figures_card
from mentoring.usecases.sessions.reminders import met_key
from mentoring.usecases.tandem.certificate import with_hours
from tests.cards.furnished.basis import CHANNEL, NOW, OWNER, SECOND_OWNER, guid, meet, show
from tests.cards.furnished.matching import in_tandem
from tests.cards.furnished.sessions import circle_is_offered, going_on, session_at

TROUBLED = "p1c9"
"""A cycle whose launch could not set up more tandems than a page names, one owner's among them."""


def _launch_troubles(uow: UnitOfWork) -> None:
    """In a cycle of its own, so that no other launch would take these tandems along."""
    uow.cycles.put(Cycle(TROUBLED, "p1", 9, NOW, state=CycleState.RUNNING))
    here = for_cycle(uow, TROUBLED)
    done = Launch(f"{TROUBLED}.launch-1", OWNER, date(2027, 1, 11), LaunchState.DONE, 9)
    launch = here.launches.put(replace(done, started_at=NOW))
    for number in range(1, 10):
        mentor = SECOND_OWNER if number == 9 else meet(here, f"troubled-mentor-{number}")
        mentee = meet(here, f"troubled-mentee-{number}")
        key = f"{TROUBLED}.tandem-{number}-00c0ffee"
        made = Tandem(key, number, "", mentor, mentee, TandemState.ACCEPTED, NOW, NOW)
        why = "series-no-mailbox-mentor" if number % 2 else "member-disabled-mentee"
        here.tandems.put(replace(made, launch_id=launch.id, trouble=why))
    left_out = here.tandems.put(replace(made, id=f"{key}-left", number=10, trouble=LEFT_OUT))
    facts = Decided.LEAVE_OUT, "member-guest-mentee", "batch", OWNER, NOW
    here.launch_decisions.put(
        LaunchDecision(decision_id(launch.id, left_out.id, 0), launch.id, left_out.id, *facts)
    )
    post(here, VIEWS["launch"], launch.id, OWNER, chat=CHANNEL)
    show(here, "launch", launch.id, OWNER, copy=":second page")
    show(here, "key_figures_card", TROUBLED, OWNER)
    second = here.postings.need(f"launch:{launch.id}:{OWNER}:second page")
    here.postings.put(replace(second, page=1))
    _by_hand(here)


def _by_hand(here: UnitOfWork) -> None:
    """Two who keep their own dates, of whom the mentor has said that they have met once."""
    key, both = f"{TROUBLED}.tandem-11-00c0ffee", (meet(here, "told"), meet(here, "untold"))
    made = Tandem(key, 11, "", *both, TandemState.LAUNCHED, NOW, NOW)
    tandem = here.tandems.put(replace(made, by_hand=ByHand.DATES))
    bare = Session(session_id(key, 1), key, 1, NOW, 120, "by_hand")
    met = here.sessions.put(met_on(bare, NOW.date() - timedelta(days=3), NOW))
    here.facts.put(Fact(met_key(met, tandem.mentor_id), "met"))
    show(here, "tandem", key, tandem.mentor_id)


def _intervene(uow: UnitOfWork, kind: InterventionKind) -> None:
    """An owner has this before them, about the running tandem or two who are enrolled."""
    about = "" if kind is InterventionKind.ADD else "p1c1.tandem-4-00c0ffee"
    names = {InterventionKind.ADD: ("mentor1", "mentee2"), InterventionKind.REPLACE: ("mentor1",)}
    two = [guid(name) for name in names.get(kind, ())]
    if kind is InterventionKind.REPLACE:
        two.append(guid("mentee-4"))
    wanted = Intervention(f"p1c1.intervention-{kind}", kind, OWNER, tandem_id=about)
    people: dict[str, Any] = dict(zip(("mentor_id", "mentee_id"), two, strict=False))
    sessions = 3 if kind is InterventionKind.EXTEND else 0
    if sessions:
        poll = Poll("poll-00c0ffee00c0fff1", about, "", Cause.EXTEND, 120, NOW, PollState.OPEN)
        uow.polls.put(replace(poll, further=sessions))
    uow.interventions.put(replace(wanted, prepared_at=NOW, sessions=sessions, **people))
    show(uow, "intervention_card", wanted.id, OWNER)


def _ended(uow: UnitOfWork) -> None:
    """A tandem that runs before its owner, who thinks of ending it, and one that has ended, with
    the cards of either end.
    """
    running, ended = "p1c1.tandem-1-00c0ffee", in_tandem(uow, 6, TandemState.CLOSED)
    show(uow, "one_tandem_card", running, OWNER)
    key = next_id(uow, "intervention")
    end = Intervention(key, InterventionKind.END, OWNER, tandem_id=running, prepared_at=NOW)
    uow.interventions.put(end)
    uow.tandems.put(replace(ended, ended_at=NOW, as_planned=True))
    for role in Role:
        enrolled = enrolment_id(uow.cycle_id, role, ended.person(role))
        released = role is Role.MENTOR
        uow.enrolments.put(replace(uow.enrolments.need(enrolled), rests=True, released=released))
    for person in (ended.mentor_id, ended.mentee_id):
        show(uow, "ended_card", ended.id, person)
        show(uow, "closed", ended.id, person)
        show(uow, "certificate_card", ended.id, person)
        show(uow, "certificate_card", ended.id, person, view=with_hours([7]), copy=":made")
        show(uow, "certificate_file", f"{ended.id}:7", person)
    show(uow, "free_place_card", ended.id, OWNER)
    _thanked(uow)
    _brought(uow, ended)
    going_on(uow, uow.tandems.need("p1c1.tandem-4-00c0ffee"))
    circle_is_offered(uow, uow.tandems.need("p1c1.tandem-4-00c0ffee"))


def _thanked(uow: UnitOfWork) -> None:
    """Two who are thanked although they still meet, so that there are no more people for it; the
    mentee has written to the mentor.
    """
    two = replace(uow.tandems.need("p1c1.tandem-1-00c0ffee"), as_planned=True)
    uow.tandems.put(two)
    uow.farewells.put(Farewell(two.id, two.id, two.mentee_id, "Danke für alles!", NOW))
    for person in (two.mentor_id, two.mentee_id):
        show(uow, "closed", two.id, person)


def _left(uow: UnitOfWork) -> None:
    """An owner has ended a tandem, and its channel could not be archived."""
    tandem = uow.tandems.need("p1c1.tandem-6-00c0ffee")
    uow.tandems.put(replace(tandem, trouble=NOT_CLEAR))
    kind, state = InterventionKind.END, InterventionState.DONE
    done = Intervention("p1c1.intervention-left", kind, OWNER, state, tandem_id=tandem.id)
    receipt = Receipt(cancelled=6, left=(Part.CHANNEL,))
    uow.interventions.put(replace(done, receipt=receipt, done_at=NOW))
    show(uow, "intervention_card", done.id, OWNER)


def _closings(uow: UnitOfWork) -> None:
    """One to be confirmed, one that has left something and after which the sponsor was asked, and
    thanks that were sent.
    """
    closing = uow.closings.put(Closing("p1c1.closing-1", OWNER, prepared_at=NOW))
    show(uow, "closing", closing.id, OWNER)
    left = uow.tandems.need("p1c1.tandem-6-00c0ffee")
    uow.tandems.put(replace(left, closing_id="p1c1.closing-2"))
    done = replace(closing, id="p1c1.closing-2", state=ClosingState.DONE, troubled=(left.number,))
    show(uow, "closing", uow.closings.put(done).id, OWNER)
    ada = meet(uow, "vorstand")
    asked = SponsorThanks("p1c1.sponsor-thanks-1", ada, NOW, 8)
    sent = replace(asked, id="p1c1.sponsor-thanks-2", state=ThanksState.SENT, line="Danke!")
    for each in (asked, sent):
        uow.sponsor_thanks.put(each)
        show(uow, "sponsor_thanks_card", each.id, ada)
    show(uow, "sponsor_words_card", sent.id, guid("mentee-1"))


def _brought(uow: UnitOfWork, two: Tandem) -> None:
    """The mentee has released a line, the mentor their own and hers; owners read an earlier one."""
    for role, other in ((Role.MENTEE, two.mentor_id), (Role.MENTOR, "")):
        show(uow, "result_card", two.id, two.person(role))
        found = Result(f"{two.id}:{role}", two.id, two.person(role), "Wir fragen öfter", NOW)
        uow.results.put(replace(found, agreed_by=other))
    who = two.id, two.mentee_id, two.mentor_id
    made = ReportedResult(f"{two.id}:mentee", *who, "Kürzer", "ai", NOW)
    uow.reported_results.put(made)
    key = f"key_figures_card:{uow.cycle_id}:results"
    post(uow, key_figures_card, uow.cycle_id, OWNER, key=key, view="results")


def _undone(uow: UnitOfWork) -> None:
    """A launch that may be taken back, and one of which something is left."""
    launched = Launch("p1c1.launch-9", OWNER, date(2027, 1, 11), LaunchState.DONE)
    uow.launches.put(launched)
    show(uow, "launch", launched.id, OWNER)
    running = replace(in_tandem(uow, 8, TandemState.LAUNCHING), launch_id=launched.id)
    uow.tandems.put(running)
    wanted = Undoing("p1c1.undoing-1", OWNER, launched.id, tandems=1, prepared_at=NOW)
    uow.undoings.put(wanted)
    show(uow, "undoing_card", wanted.id, OWNER)
    gone = uow.tandems.need("p1c1.tandem-6-00c0ffee")
    uow.undoings.put(replace(wanted, id="p1c1.undoing-2", state=UndoingState.DONE))
    uow.taken_back.put(TakenBack(gone.id, "p1c1.undoing-2", "", clear=False, done_at=NOW))
    show(uow, "undoing_card", "p1c1.undoing-2", OWNER)
    for kind in (
        "launch_undone_card",
        "tandem",
        "offer",
        "agreement_card",
        "road_map_card",
        "fit_card",
        "question_box",
    ):
        show(uow, kind, gone.id, gone.mentor_id)
    held = session_at(uow, gone, 1, NOW - timedelta(days=3))
    show(uow, "retrospective_card", held.id, gone.mentor_id)


def _found(uow: UnitOfWork) -> None:
    """What the daily watch has found: one to be decided, one left as it is."""
    running = uow.tandems.need("p1c1.tandem-4-00c0ffee")
    leaver, finding = running.mentor_id, f"{running.id}:disabled:{running.mentor_id}"
    uow.findings.put(Finding(finding, running.id, FindingKind.DISABLED, leaver, NOW))
    show(uow, "finding_card", finding, OWNER)
    what = FindingKind.LONG_ABSENCE
    left = Finding(f"{running.id}:{what}:{leaver}", running.id, what, leaver, NOW)
    uow.findings.put(replace(left, state=FindingState.LEFT, decided_by=OWNER))
    show(uow, "finding_card", left.id, OWNER)
    show(uow, "unwatched_card", uow.cycle_id, OWNER)


def acts(uow: UnitOfWork) -> None:
    """Owners have done something with every way back, on more than one page."""
    ways = {where: what for what, where in BACK.items()}.values()
    for number, what in enumerate((*ways, *("call.switch",) * 9)):
        at = NOW - timedelta(minutes=number)
        uow.acts.put(Act(f"{at:%Y%m%d%H%M%S}:{number}", "", what, SECOND_OWNER, at))
    for page in (0, 1):
        show(uow, "history_card", "p1", OWNER, copy=f":{page}")
        shown = uow.postings.need(f"history_card:p1:{OWNER}:{page}")
        uow.postings.put(replace(shown, page=page))


def endings(uow: UnitOfWork) -> None:
    """What owners may confirm: launch, ends, closing, kick-off; and what people answer then."""
    in_tandem(uow, 5, TandemState.ACCEPTED)
    show(uow, "handover_card", f"p1c1.tandem-4-00c0ffee@{NOW:%Y%m%d%H%M%S}", OWNER)
    launch = uow.launches.put(Launch("p1c1.launch-1", OWNER, date(2027, 1, 11), prepared_at=NOW))
    show(uow, "launch", launch.id, OWNER)
    _launch_troubles(uow)
    for kind in InterventionKind:
        _intervene(uow, kind)
    for card in ("tandems_card", "status_card", "people_card"):
        show(uow, card, "p1c1", OWNER)
    _ended(uow)
    _undone(uow)
    _left(uow)
    uow.effects.put(Effect("invite:gone", "invite", "gone", done=True, done_at=NOW, failed="Fault"))
    show(uow, "given_up_card", uow.cycle_id, OWNER)
    home = uow.programmes.need("p1")
    uow.programmes.put(replace(home, shut_off=(SECOND_OWNER,)))
    show(uow, "last_owner_card", "p1", OWNER)
    _successors(uow)
    _closings(uow)
    _found(uow)
    dates = (Gathering(NOW + timedelta(days=70), "Berlin", 40), Gathering(NOW + timedelta(days=71)))
    kickoff = uow.kickoffs.put(Kickoff("p1c1.kickoff-1", OWNER, dates, prepared_at=NOW))
    show(uow, "kickoff", kickoff.id, OWNER)
    uow.kickoffs.put(replace(kickoff, id="p1c1.kickoff-2", state=KickoffState.OPEN))
    show(uow, "kickoff", "p1c1.kickoff-2", OWNER)
    show(uow, "kickoff_seat", "p1c1.kickoff-2", guid("mentee-1"))


def _successors(uow: UnitOfWork) -> None:
    """Somebody is to be an owner: still to be chosen, shown, named, and withdrawn again."""
    mia = MayBeMeant(guid("mentee-2"), "Mentee-2")
    for state in SuccessionState:
        choosing = state is SuccessionState.CHOOSING
        who = {"choices": (mia,)} if choosing else {"person_id": guid(state), "name": "Mia"}
        named = Succession(f"p1c1.succession-{state}", OWNER, NOW, state, **who)
        uow.successions.put(named)
        show(uow, "successor_card", named.id, OWNER)

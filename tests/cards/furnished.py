"""A programme in which every card stands somewhere, in rows with ids as the product gives them.

Who adds a button whose card is not here yet furnishes its state in one of these functions. What
stands here stays: kept buttons name it (``tests/cards/kept_payloads.py``).
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from cryptography.fernet import Fernet, MultiFernet

from cards.examples.matching import DIFFERENCE, FIGURES
from cards.examples.people import ANSWERS
from mentoring.domain.closing import Closing
from mentoring.domain.cycle import Cycle, CycleState, Source
from mentoring.domain.enrolment import Enrolment, EnrolmentState, enrolment_id
from mentoring.domain.file import FileOffer, FileState
from mentoring.domain.finding import Finding, FindingKind
from mentoring.domain.intervention import Intervention, InterventionKind
from mentoring.domain.invitation import Choice, Entry, Invite, InviteState
from mentoring.domain.kickoff import Gathering, Kickoff, KickoffState
from mentoring.domain.kit_choice import KitChoice, KitState
from mentoring.domain.match_run import (
    DecisionKind,
    MatchRun,
    OwnerDecision,
    Preview,
    RunState,
    Tried,
)
from mentoring.domain.matching.results import Check, Reason
from mentoring.domain.matching.settings import ExclusionGroup, MatchingSettings
from mentoring.domain.people import Person, Role
from mentoring.domain.poll import Cause, Option, Poll, PollState
from mentoring.domain.programme import Programme
from mentoring.domain.question import Question
from mentoring.domain.questionnaire import Answers, Step
from mentoring.domain.questionnaire.way import positions
from mentoring.domain.session import Session, session_id
from mentoring.domain.tandem import (
    LEFT_OUT,
    Launch,
    LaunchDecision,
    LaunchState,
    Proposal,
    Tandem,
    TandemState,
    decision_id,
)
from mentoring.domain.tandem import Choice as Decided
from mentoring.domain.undoing import TakenBack, Undoing, UndoingState
from mentoring.domain.upkeep import Effect, Fact
from mentoring.domain.watching import Absence
from mentoring.notices import VIEWS
from mentoring.ports.messenger import Chat
from mentoring.ports.rows import UnitOfWork
from mentoring.storage.store import SqlStore
from mentoring.usecases.changes.absence import absence_card, partner_back_card
from mentoring.usecases.common.cycles import for_cycle
from mentoring.usecases.common.postings import post
from mentoring.usecases.enrolment.card import enrolment_card
from mentoring.usecases.polls.notice import poll_card
from mentoring.usecases.programme.registration import register
from mentoring.usecases.sessions.deputies import deputy_card
from mentoring.usecases.sessions.partner_away import ask_partner
from tests.databases import migrated_sqlite
from tests.people import berliner

NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)
SERVICE = "https://smba.trafficmanager.net/emea/"
OWNERS_TEAM = "9a7b1c7e-0000-4000-8000-00000000aaaa"
OTHER_TEAM = "9a7b1c7e-0000-4000-8000-00000000bbbb"
"""Its programme has a cycle in which nothing runs any more."""
CIPHER = MultiFernet([Fernet("A" * 43 + "=")])
WITH_ANSWERS = {EnrolmentState.BEGUN, EnrolmentState.DONE}
REASONS = (Reason("topic", {"topic": "ai", "rank": 1, "level": 3}, 90),)


def guid(name: str) -> str:
    """The directory's id of an invented person."""
    return str(uuid.uuid5(uuid.NAMESPACE_DNS, f"{name}.firma.example"))


OWNER, DEPUTY = guid("mia"), guid("ute")


def furnished(folder: Path, *more: Callable[[UnitOfWork], None]) -> SqlStore:
    """A store over a new database in the folder, in which everything stands, and what these units
    add; they run once a process.
    """
    path = folder / "furnished.sqlite"
    path.write_bytes(_rows(more))
    return SqlStore(f"sqlite:///{path}", CIPHER)


@cache
def _rows(more: tuple[Callable[[UnitOfWork], None], ...]) -> bytes:
    with TemporaryDirectory() as folder:
        url = migrated_sqlite(Path(folder))
        store = SqlStore(url, CIPHER)
        for unit in (_furnish, *more):
            store.run_now(unit)
        store.close()
        return Path(url.removeprefix("sqlite:///")).read_bytes()


def _furnish(uow: UnitOfWork) -> None:
    register(uow, NOW, [OWNERS_TEAM, OTHER_TEAM], {"": Programme(name="Blickwechsel")})
    uow.bind("p1c1", "p1")
    for name in ("mia", "ute"):
        _meet(uow, name)
    for part in (
        _invitations,
        _questionnaires,
        _matching,
        _offers,
        _running,
        _away,
        _endings,
        _next_cycle,
        _privacy,
        _settings,
    ):
        part(uow)
    _send_all(uow)


def _send_all(uow: UnitOfWork) -> None:
    """Every card stands in Teams, and shows what it should."""
    for number, posting in enumerate(uow.everywhere.postings.all(), start=1):
        activity = f"1{number:012d}"
        uow.everywhere.postings.put(replace(posting, activity_id=activity, shown=posting.wanted))


def _meet(uow: UnitOfWork, name: str) -> str:
    """Somebody of a department of their own; mentors stand three levels lower than mentees."""
    above = ("lead", "head") if name.startswith("mentor") else ()
    managers = tuple(guid(f"{each} of {name}") for each in above)
    key, mail = guid(name), f"{name}@firma.example"
    profile = berliner(
        key, name.title(), mail, f"Abteilung {name}", managers=(*managers, guid("top"))
    )
    uow.people.put(Person(key, profile, "de", conversation=f"a:{name}", service_url=SERVICE))
    return key


def _enrol(
    uow: UnitOfWork,
    name: str,
    role: Role,
    state: EnrolmentState = EnrolmentState.DONE,
    position: str = "summary",
    *more: Step,
) -> str:
    person = _meet(uow, name)
    key = enrolment_id(uow.cycle_id, role, person)
    answers = ANSWERS[role].put(*more) if state in WITH_ANSWERS else Answers()
    if state is EnrolmentState.BEGUN and position != "summary":
        answers = replace(answers, protected_space=None)
    done = NOW if state is EnrolmentState.DONE else None
    uow.enrolments.put(Enrolment(key, person, role, state, NOW, position, answers, done_at=done))
    return key


def _show(
    uow: UnitOfWork, kind: str, subject: str, person: str, *, view: str = "", copy: str = ""
) -> None:
    """A card; ``copy`` makes it another one than the first about the same subject."""
    post(uow, VIEWS[kind], subject, person, view=view, key=f"{kind}:{subject}:{person}{copy}")


def _invitations(uow: UnitOfWork) -> None:
    newcomer = Entry("neu@firma.example", _meet(uow, "neu"), "Neu")
    for number, role in enumerate((Role.MENTEE, None), start=1):
        key = f"p1c1.invite-{number}"
        mia = Choice(guid("mia"), "Mia", "mia@firma.example")
        unclear = Entry("Mia", hindrance="ambiguous", choices=(mia,))
        uow.invites.put(Invite(key, OWNER, NOW, role, entries=[newcomer, unclear]))
        _show(uow, "invite", key, OWNER)
    _sent_lists(uow)


def _sent_lists(uow: UnitOfWork) -> None:
    """A list that can still be stopped, and one whose only person has not answered."""
    asked = Entry("spät@firma.example", _meet(uow, "spaet"), "Spät")
    _enrol(uow, "spaet", Role.MENTEE, EnrolmentState.INVITED)
    for number, state in ((3, InviteState.SOON), (4, InviteState.CONFIRMED)):
        key = f"p1c1.invite-{number}"
        made = Invite(key, OWNER, NOW, Role.MENTEE, state, [asked], starts_at=NOW)
        uow.invites.put(made)
        _show(uow, "invite", key, OWNER)
    asked_by_mistake = enrolment_id(uow.cycle_id, Role.MENTEE, asked.person_id)
    for kind in ("role", "remove"):
        stamp = f":{kind}:{NOW:%Y%m%d%H%M%S}"
        _show(uow, "correction_card", asked_by_mistake, OWNER, view=kind, copy=stamp)


def _questionnaires(uow: UnitOfWork) -> None:
    """In both roles: somebody on each step, somebody who is invited, somebody who is done."""
    for role in Role:
        for position in positions(role, ANSWERS[role]):
            _questioned(uow, role, EnrolmentState.BEGUN, str(position))
        _questioned(uow, role, EnrolmentState.INVITED)
        _questioned(uow, role, EnrolmentState.DONE)


def _privacy(uow: UnitOfWork) -> None:
    """Somebody looks at what is held about them, and is offered it as a file."""
    reader = guid("mentor-1")
    _show(uow, "my_data", reader, reader)
    uow.files.put(FileOffer("p1c1.file-1", reader, "my_data", reader, NOW, FileState.DECLINED))
    _show(uow, "erasure", reader, reader)
    for kind in ("file", "file_link"):
        _show(uow, kind, "p1c1.file-1", reader)


SETTINGS = (
    *("basics", "sponsor", "contacts", "dates", "sessions", "people", "topics", "times"),
    *("figures", "file", "history", "topic:ai", "topic:", "version:2"),
)


OWN_TEXTS = {"de": {"cycle-kept": "So."}}


def _settings(uow: UnitOfWork) -> None:
    """An owner looks at each part of the settings of a programme that is being set up, and reads
    the invitation.
    """
    other = for_cycle(uow, "p2c1")
    home = other.programmes.put(replace(other.programmes.need("p2"), version=2))
    made = replace(
        other.settings_versions.need("p2:00001"),
        id="p2:00002",
        number=2,
        by=OWNER,
        source=Source.CARD,
        settings=Programme.model_validate({"name": "Seitenwechsel", "texts": OWN_TEXTS}),
    )
    other.settings_versions.put(made)
    for view in ("", *SETTINGS):
        _show(other, "settings_card", home.id, OWNER, view=view, copy=f":{view}")
    _show(other, "invitation_to_read", home.id, OWNER)
    _show(other, "settings_file", home.id, OWNER)
    for number, view in enumerate(("", "text:cycle-kept@own", "seen:cycle-kept")):
        copy = f":{number}"
        _show(other, "texts_card", home.id, OWNER, view=f"de {view}", copy=copy)
        draft = {"at": "de cycle-kept", "said": {"": "Gut."}, "before": "So."}
        key = f"text-draft:texts_card:{home.id}:{OWNER}{copy}"
        other.facts.put(Fact(key, json.dumps(draft)))
    _show(other, "texts_document", home.id, OWNER)


def _next_cycle(uow: UnitOfWork) -> None:
    """Somebody who took part before is asked anew; owners of another programme may open its next
    cycle.
    """
    key = _enrol(uow, "mentee-again", Role.MENTEE, EnrolmentState.INVITED)
    asked = replace(uow.enrolments.need(key), earlier="p1c0:earlier")
    uow.enrolments.put(asked)
    _show(uow, "enrolment", key, guid("mentee-again"))
    other = for_cycle(uow, "p2c1")
    _enrol(other, "mentor-of-another-programme", Role.MENTOR)
    _ended_tandem(other)
    _show(other, "next_cycle", "p2c1", OWNER)


def _ended_tandem(uow: UnitOfWork) -> None:
    """What the cycle has brought: a tandem that has met once."""
    pair = guid("mentor-of-another-programme"), guid("mentee-of-another-programme")
    ended = Tandem("p2c1.tandem-1-00c0ffee", 1, "p2c1.run-1:1", *pair, TandemState.CLOSED, NOW, NOW)
    uow.tandems.put(ended)
    uow.sessions.put(Session(f"{ended.id}:001", ended.id, 1, NOW, 120, "kept", NOW))


def _questioned(
    uow: UnitOfWork, role: Role, state: EnrolmentState, position: str = "summary"
) -> None:
    name = f"{role}-{state}-{position.replace(':', '-')}"
    key = _enrol(uow, name, role, state, position)
    post(uow, enrolment_card, key, guid(name), key=f"enrolment:{key}:20261102090000")


RUN, TRIED = "p1c1.run-1", "p1c1.run-2"
PROPOSAL = f"{RUN}:001:00001"
PARTS = (f"proposal:{PROPOSAL}", "decisions", "hand", "apart", "settings", "figures", "waiting")


def _matching(uow: UnitOfWork) -> None:
    """A run of which an owner looks at each part, and one on which something is tried out."""
    for number in (1, 2):
        _enrol(uow, f"mentee{number}", Role.MENTEE)
        _enrol(uow, f"mentor{number}", Role.MENTOR)
    _runs(uow, guid("mentee1"), guid("mentor1"))
    forbidden = guid("mentee2"), guid("mentor2")
    decision = OwnerDecision("p1c1.decision-000001", DecisionKind.FORBID, OWNER, NOW, *forbidden)
    uow.decisions.put(decision)
    for run in (RUN, TRIED):
        _show(uow, "matching", run, OWNER)
    for view in PARTS:
        _show(uow, "matching", RUN, OWNER, view=view, copy=f":{view}")
    _an_owner_takes_part(uow)


CHANNEL = Chat("19:owners@thread.tacv2;messageid=1", SERVICE)
SECOND_OWNER = guid("otto")
SHARED = "p1c1.run-3"
"""A run in the owners' channel, with a pair of whom one is a programme owner, too."""


def _an_owner_takes_part(uow: UnitOfWork) -> None:
    home = uow.programmes.need("p1")
    uow.programmes.put(replace(home, owners=(OWNER, SECOND_OWNER)))
    _enrol(uow, "otto", Role.MENTEE)
    run = uow.runs.put(replace(uow.runs.need(RUN), id=SHARED))
    pairs = ((SECOND_OWNER, guid("mentor1")), (guid("mentee2"), guid("mentor2")))
    uow.proposals.put_all(
        Proposal(f"{SHARED}:001:{number:05d}", SHARED, mentor, mentee, 145, reasons=REASONS)
        for number, (mentee, mentor) in enumerate(pairs, start=1)
    )
    post(uow, VIEWS["matching"], run.id, OWNER, chat=CHANNEL)


def _runs(uow: UnitOfWork, mentee: str, mentor: str) -> None:
    settings = MatchingSettings(
        blocked_pairs=((mentee, guid("mentor2")),),
        exclusion_groups=(
            ExclusionGroup(name="Revision", people=(mentee, guid("mentee2"), mentor)),
        ),
    )
    began = NOW - timedelta(hours=1)
    run = MatchRun(RUN, OWNER, began, RunState.PROPOSED, 1, 145, settings=settings, figures=FIGURES)
    uow.runs.put(run)
    uow.runs.put(
        replace(
            run,
            id=TRIED,
            preview=Preview(Tried(DecisionKind.LOCK, mentee, mentor), DIFFERENCE, "1"),
        )
    )
    checks = (Check("hierarchy", "passed"),)
    uow.proposals.put(Proposal(PROPOSAL, RUN, mentor, mentee, 145, reasons=REASONS, checks=checks))


def _tandem(
    uow: UnitOfWork, number: int, state: TandemState, deputies: tuple[str, ...] = ()
) -> Tandem:
    names = dict.fromkeys(deputies, "Ute Still")
    for role in Role:
        kept = (
            {"deputy": deputies, "names": names}
            if role is Role.MENTEE
            else {"deputy": (), "names": {}}
        )
        when = replace(ANSWERS[role].when, **kept)
        _enrol(uow, f"{role}-{number}", role, EnrolmentState.DONE, "summary", when)
    made = Tandem(
        id=f"p1c1.tandem-{number}-00c0ffee",
        number=number,
        proposal_id=f"{RUN}:001:{number:05d}",
        mentor_id=guid(f"mentor-{number}"),
        mentee_id=guid(f"mentee-{number}"),
        state=state,
        due_at=NOW + timedelta(days=5),
        round_ends_at=NOW + timedelta(days=10),
        reasons=REASONS,
        mentor_agreed=state is not TandemState.ASKED_MENTOR,
        channel_url="https://teams.microsoft.com/l/channel/19%3a1",
    )
    return uow.tandems.put(made)


def _offers(uow: UnitOfWork) -> None:
    asked = _tandem(uow, 2, TandemState.ASKED_MENTOR)
    _show(uow, "offer", asked.id, asked.mentor_id)
    agreed = _tandem(uow, 3, TandemState.ASKED_MENTEE)
    _show(uow, "offer", agreed.id, agreed.mentee_id)


def _session(uow: UnitOfWork, tandem: Tandem, number: int, start: datetime | None) -> Session:
    key, state = session_id(tandem.id, number), "kept" if start else "open"
    return uow.sessions.put(Session(key, tandem.id, number, start or NOW, 120, state, start))


def _running(uow: UnitOfWork) -> None:
    """A tandem with a session behind it, one today, one ahead for which another time is asked for,
    and one whose slot a poll seeks; two were lost, so they are offered help.
    """
    tandem = _tandem(uow, 1, TandemState.LAUNCHED, (DEPUTY,))
    tandem = uow.tandems.put(replace(tandem, lost_in_a_row=2))
    over = _session(uow, tandem, 1, NOW - timedelta(days=3))
    today = _session(uow, tandem, 2, NOW + timedelta(hours=3))
    asked = _session(uow, tandem, 3, NOW + timedelta(days=30))
    for person in (tandem.mentor_id, tandem.mentee_id):
        _show(uow, "tandem", tandem.id, person)
        _show(uow, "help_offer_card", tandem.id, person)
        _show(uow, "left_over", person, person)
        for session in (over, today):
            _show(uow, "session", session.id, person, copy=f":{session.planned:%Y%m%d}")
        for session in (over, today, asked):
            _show(uow, "session_kit_card", session.id, person)
    enrolled = enrolment_id(uow.cycle_id, Role.MENTEE, tandem.mentee_id)
    _show(uow, "enrolment", enrolled, tandem.mentee_id)
    key = f"deputy:{tandem.id}:{tandem.mentee_id}:{DEPUTY}"
    post(uow, deputy_card, tandem.id, DEPUTY, view=tandem.mentee_id, key=key)
    _poll(uow, tandem, _session(uow, tandem, 4, None))
    _asking(uow, tandem)
    for role in Role:
        person = tandem.person(role)
        _show(uow, "lessons_card", enrolment_id(uow.cycle_id, role, person), person)
    for session, state in ((today, KitState.PROPOSED), (asked, KitState.SKIPPED)):
        kit = f"ai-{'discover' if session is today else 'try'}"
        uow.kit_choices.put(KitChoice(session.id, tandem.id, kit, "ai", way="demo", state=state))
    _poll(uow, tandem, asked, "poll-00c0ffee00c0fff0", Cause.ASKED)


def _asking(uow: UnitOfWork, tandem: Tandem) -> None:
    """Both ask something, one of them also what the other cannot read yet, and what is answered."""
    for person in (tandem.mentor_id, tandem.mentee_id):
        told = Question(f"{tandem.id}:told:{person}", tandem.id, person, "Was war neu?", NOW, NOW)
        waits = replace(told, id=f"{tandem.id}:waits:{person}", told_at=None)
        done = replace(told, id=f"{tandem.id}:done:{person}", answered_at=NOW)
        uow.questions.put_all((told, waits, done))
        _show(uow, "question_box", tandem.id, person)


def _poll(
    uow: UnitOfWork,
    tandem: Tandem,
    session: Session,
    key: str = "poll-00c0ffee00c0ffee",
    cause: Cause = Cause.DECLINED,
) -> None:
    poll = Poll(
        id=key,
        tandem_id=tandem.id,
        session_id=session.id,
        cause=cause,
        minutes=120,
        created_at=NOW,
        state=PollState.OPEN,
        options=tuple(Option(NOW + timedelta(days=20 + day)) for day in range(3)),
        shorter=True,
    )
    uow.polls.put(poll)
    for role, reader in ((Role.MENTOR, tandem.mentor_id), (Role.MENTEE, DEPUTY)):
        post(uow, poll_card, poll.id, reader, key=f"poll:{poll.id}:{role}:{reader}", view=role)


def _away(uow: UnitOfWork) -> None:
    """A mentee who pauses, and the mentor who is asked about the session meanwhile, and has been
    told once before that the mentee is back.
    """
    tandem = _tandem(uow, 4, TandemState.LAUNCHED)
    away = tandem.mentee_id
    uow.absences.put(Absence(away, NOW, date(2026, 11, 20)))
    post(uow, absence_card, away, away, key=f"absence:{away}:20261102090000")
    ask_partner(uow, _session(uow, tandem, 1, NOW + timedelta(days=7)), tandem.mentor_id)
    post(uow, partner_back_card, tandem.id, tandem.mentor_id)


TROUBLED = "p1c9"
"""A cycle whose launch could not set up more tandems than a page names, one owner's among them."""


def _launch_troubles(uow: UnitOfWork) -> None:
    """In a cycle of its own, so that no other launch would take these tandems along."""
    uow.cycles.put(Cycle(TROUBLED, "p1", 9, NOW, state=CycleState.RUNNING))
    here = for_cycle(uow, TROUBLED)
    done = Launch(f"{TROUBLED}.launch-1", OWNER, date(2027, 1, 11), LaunchState.DONE, 9)
    launch = here.launches.put(replace(done, started_at=NOW))
    for number in range(1, 10):
        mentor = SECOND_OWNER if number == 9 else _meet(here, f"troubled-mentor-{number}")
        mentee = _meet(here, f"troubled-mentee-{number}")
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
    _show(here, "launch", launch.id, OWNER, copy=":second page")
    second = here.postings.need(f"launch:{launch.id}:{OWNER}:second page")
    here.postings.put(replace(second, page=1))


def _intervene(uow: UnitOfWork, kind: InterventionKind) -> None:
    """An owner has this before them, about the running tandem or two who are enrolled."""
    about = "" if kind is InterventionKind.ADD else "p1c1.tandem-4-00c0ffee"
    names = {InterventionKind.ADD: ("mentor1", "mentee2"), InterventionKind.REPLACE: ("mentor1",)}
    two = [guid(name) for name in names.get(kind, ())]
    if kind is InterventionKind.REPLACE:
        two.append(guid("mentee-4"))
    wanted = Intervention(f"p1c1.intervention-{kind}", kind, OWNER, tandem_id=about)
    people = dict(zip(("mentor_id", "mentee_id"), two, strict=False))
    sessions = 3 if kind is InterventionKind.EXTEND else 0
    if sessions:
        poll = Poll("poll-00c0ffee00c0fff1", about, "", Cause.EXTEND, 120, NOW, PollState.OPEN)
        uow.polls.put(replace(poll, further=sessions))
    uow.interventions.put(replace(wanted, prepared_at=NOW, sessions=sessions, **people))
    _show(uow, "intervention_card", wanted.id, OWNER)


def _ended(uow: UnitOfWork) -> None:
    """A tandem that runs before its owner, and one that has ended before its time."""
    running, ended = "p1c1.tandem-1-00c0ffee", _tandem(uow, 6, TandemState.CLOSED)
    _show(uow, "one_tandem_card", running, OWNER)
    uow.tandems.put(replace(ended, ended_at=NOW))
    for role in Role:
        enrolled = enrolment_id(uow.cycle_id, role, ended.person(role))
        released = role is Role.MENTOR
        uow.enrolments.put(replace(uow.enrolments.need(enrolled), rests=True, released=released))
    for person in (ended.mentor_id, ended.mentee_id):
        _show(uow, "ended_card", ended.id, person)
        _show(uow, "closed", ended.id, person)
    _show(uow, "free_place_card", ended.id, OWNER)


def _undone(uow: UnitOfWork) -> None:
    """A launch that may be taken back, and one of which something is left."""
    launched = Launch("p1c1.launch-9", OWNER, date(2027, 1, 11), LaunchState.DONE)
    uow.launches.put(launched)
    _show(uow, "launch", launched.id, OWNER)
    running = replace(_tandem(uow, 8, TandemState.LAUNCHING), launch_id=launched.id)
    uow.tandems.put(running)
    wanted = Undoing("p1c1.undoing-1", OWNER, launched.id, tandems=1, prepared_at=NOW)
    uow.undoings.put(wanted)
    _show(uow, "undoing_card", wanted.id, OWNER)
    gone = uow.tandems.need("p1c1.tandem-6-00c0ffee")
    uow.undoings.put(replace(wanted, id="p1c1.undoing-2", state=UndoingState.DONE))
    uow.taken_back.put(TakenBack(gone.id, "p1c1.undoing-2", "", clear=False, done_at=NOW))
    _show(uow, "undoing_card", "p1c1.undoing-2", OWNER)
    for kind in ("launch_undone_card", "tandem", "offer"):
        _show(uow, kind, gone.id, gone.mentor_id)


def _endings(uow: UnitOfWork) -> None:
    """What owners may confirm: launch, ends, closing, kick-off; and what people answer then."""
    _tandem(uow, 5, TandemState.ACCEPTED)
    _show(uow, "handover_card", f"p1c1.tandem-4-00c0ffee@{NOW:%Y%m%d%H%M%S}", OWNER)
    launch = uow.launches.put(Launch("p1c1.launch-1", OWNER, date(2027, 1, 11), prepared_at=NOW))
    _show(uow, "launch", launch.id, OWNER)
    _launch_troubles(uow)
    for kind in InterventionKind:
        _intervene(uow, kind)
    for kind in ("tandems_card", "status_card", "people_card"):
        _show(uow, kind, "p1c1", OWNER)
    _ended(uow)
    _undone(uow)
    uow.effects.put(Effect("invite:gone", "invite", "gone", done=True, done_at=NOW, failed="Fault"))
    _show(uow, "given_up_card", uow.cycle_id, OWNER)
    closing = uow.closings.put(Closing("p1c1.closing-1", OWNER, prepared_at=NOW))
    _show(uow, "closing", closing.id, OWNER)
    running = uow.tandems.need("p1c1.tandem-4-00c0ffee")
    leaver, finding = running.mentor_id, f"{running.id}:disabled:{running.mentor_id}"
    uow.findings.put(Finding(finding, running.id, FindingKind.DISABLED, leaver, NOW))
    _show(uow, "finding_card", finding, OWNER)
    dates = (Gathering(NOW + timedelta(days=70), "Berlin", 40), Gathering(NOW + timedelta(days=71)))
    kickoff = uow.kickoffs.put(Kickoff("p1c1.kickoff-1", OWNER, dates, prepared_at=NOW))
    _show(uow, "kickoff", kickoff.id, OWNER)
    uow.kickoffs.put(replace(kickoff, id="p1c1.kickoff-2", state=KickoffState.OPEN))
    _show(uow, "kickoff", "p1c1.kickoff-2", OWNER)
    _show(uow, "kickoff_seat", "p1c1.kickoff-2", guid("mentee-1"))
